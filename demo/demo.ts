import { randomUUID } from 'node:crypto';
import { elapsedClock } from '../src/adapters/clock.ts';
import { readOfficeFolder } from '../src/adapters/office/folder.ts';
import { sqliteStore } from '../src/adapters/store/sqlite.ts';
import { loadTemplates } from '../src/adapters/templates.ts';
import { makeTeams } from '../src/adapters/teams/teams.ts';
import { compose } from '../src/app.ts';
import { teamsSettings, type Config } from '../src/config.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Office, Post } from '../src/domain/office.ts';
import type { Log, Store } from '../src/ports.ts';
import { corridor } from './corridor.ts';
import { makeHand } from './hand.ts';
import { heldClock } from './heldClock.ts';
import { neighboursOf } from './neighbours.ts';
import { startPlayground, VISITOR, type Playground, type Seat } from './playground.ts';
import { silentTeams } from './silentTeams.ts';
import { stageAt } from './stage.ts';
import { makeVisitor } from './visitor.ts';

export type DemoSettings = {
  readonly config: Config;
  /** An office folder. */
  readonly office: string;
  readonly startAt: Instant;
  readonly playgroundPort: number;
  readonly log: Log;
  /** Units besides 総務課 that somebody plays in a Playground of their own. */
  readonly played?: readonly string[];
  /** After so many quiet seconds the clock goes on by itself; 0 for never. */
  readonly idleSeconds: number;
  /** A line for the terminal. */
  readonly say: (line: string) => void;
};

export type Demo = {
  readonly page: string;
  /** Where further Playgrounds find the bot. */
  readonly botUrl: string;
  readonly store: Store;
  /** 「次へ」. */
  readonly next: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const VISITED = '総務課';

export const seatFor = (office: { readonly name: string; readonly meeting: string }, botUrl: string, port: number): Seat => ({
  port, botUrl, person: VISITOR,
  groupChat: { id: 'chat-soumu', name: VISITED },
  team: { id: 'team-office', name: office.name },
  channel: { id: 'channel-meeting', name: office.meeting },
});

/** デモ: the service as it is, in local mode, with a clock that can jump, neighbours that answer by themselves, and one Playground. */
export async function startDemo(settings: DemoSettings): Promise<Demo> {
  const { config, log, say } = settings;
  const office = await officeIn(settings.office);
  const store = sqliteStore(config.SQLITE_PATH);
  await store.offices.put(office, 'absent');

  const wall = heldClock(settings.startAt);
  const teams = makeTeams({ settings: teamsSettings(config), elapsed: elapsedClock, log });
  const gateway = silentTeams(teams.gateway);
  const service = compose({ config, store, wall, elapsed: elapsedClock, gateway, templates: loadTemplates(), log, nonce: randomUUID });
  const neighbours = neighboursOf(office, [VISITED, ...(settings.played ?? [])]);
  await neighbours.moveIn(service.desk);

  const mustWait = async (now: Instant): Promise<boolean> => (await stageAt({ office, store }, now)) === 'meeting-unopened';
  const hand = makeHand({ office, store, wall, service, neighbours, mustWait });
  const visitor = makeVisitor({ office, store, wall, gateway, hand, start: () => { service.start(); }, say, idleSeconds: settings.idleSeconds });
  const ready = async () => { await store.ping(); return { ok: true, tickAgeSeconds: service.tickAgeSeconds() }; };
  const server = await teams.serve(corridor(service.desk, visitor.passing), { host: config.HOST, port: config.PORT, ready });
  const botUrl = `http://127.0.0.1:${server.port}/api/messages`;
  const stop = async (): Promise<void> => {
    await server.stop();
    await visitor.leave();
    await service.stop();
    store.close();
  };
  const playground = await orElse(startPlayground(seatFor({ name: office.name, meeting: office.meeting.name }, botUrl, settings.playgroundPort)), stop);
  visitor.sitsAt(playground.serviceUrl);
  return {
    page: playground.url, botUrl, store,
    next: () => visitor.next(),
    stop: async () => {
      await playground.stop();
      await stop();
    },
  };
}

/** The demo does not wait for anybody's 「区部長会議へ送付」, and whoever looks at it is 担当者 of 総務課 beside the secretariat: nothing that they answer there is 代理入力. */
async function officeIn(folder: string): Promise<Office> {
  const read = await readOfficeFolder(folder);
  if (!read.ok) throw new Error(`${folder} is at fault: ${JSON.stringify(read.error[0])}`);
  const { office } = read.value;
  const visited = office.sections.filter(({ name }) => name === VISITED).map(({ id: section }): Post => ({ role: 'reporter', section, person: VISITOR.objectId }));
  return { ...office, release: 'automatic', posts: [...office.posts, ...visited] };
}

async function orElse(starting: Promise<Playground>, undo: () => Promise<void>): Promise<Playground> {
  try {
    return await starting;
  } catch (fault) {
    await undo();
    throw fault;
  }
}
