import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { neighboursOf } from '../../demo/neighbours.ts';
import { startPlayground, VISITOR, type Playground, type Seat } from '../../demo/playground.ts';
import { silentTeams } from '../../demo/silentTeams.ts';
import { demoClock, elapsedClock } from '../../src/adapters/clock.ts';
import { makeLog } from '../../src/adapters/log.ts';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { makeTeams } from '../../src/adapters/teams/teams.ts';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose } from '../../src/app.ts';
import { readConfig, teamsSettings } from '../../src/config.ts';
import type { SectionId } from '../../src/domain/ids.ts';
import type { Office, Post } from '../../src/domain/office.ts';
import type { FrontDesk } from '../../src/ports.ts';
import { sectionId, tokyo } from '../fixtures/office.ts';
import { openSeat } from '../fixtures/playground.ts';
import { sitting, type Person } from './person.ts';

/** Who may sit down. Who holds a post holds it in 総務課, if a story does not say otherwise; `staff` and `management` hold none, and are met in a channel. */
const PEOPLE = {
  担当者: { objectId: '00000000-0000-4000-8000-000000000091', name: '佐藤 明', role: 'reporter' },
  同僚: { objectId: '00000000-0000-4000-8000-000000000096', name: '鈴木 一郎', role: 'reporter' },
  所属長: { objectId: '00000000-0000-4000-8000-000000000092', name: '高橋 良', role: 'head' },
  代理: { objectId: '00000000-0000-4000-8000-000000000093', name: '田中 緑', role: 'deputy' },
  職員: { objectId: '00000000-0000-4000-8000-000000000097', name: '中村 恵', role: 'staff' },
  区部長: { objectId: '00000000-0000-4000-8000-000000000098', name: '渡辺 実', role: 'management' },
  事務局: { ...VISITOR, role: 'secretariat' },
} as const satisfies Readonly<Record<string, { readonly objectId: string; readonly name: string; readonly role: Role }>>;
type Role = Post['role'] | 'staff' | 'management';
export type Who = keyof typeof PEOPLE;

/** In pixels. `column`: how wide a card is, if not as on a desk. */
export type Screen = { readonly width: number; readonly height: number; readonly column?: number };
const DESK: Screen = { width: 1280, height: 1600 };

/** `startsAt`: on the office's wall. `heads`: who is, in this story, a head of the unit of that name, and of no other. `trial`: the 中間報告 is a 【試行】. */
export type Setting = { readonly startsAt?: string; readonly heads?: Readonly<Partial<Record<Who, string>>>; readonly trial?: boolean };

/** One story: a service that knows nothing yet, and who comes to it. */
export type Story = {
  /** Opens their page anew; from then on the bot can write to them alone. */
  comes(who: Who, screen?: Screen): Promise<Person>;
  /** A unit with nobody before a screen submits its 中間報告 now. */
  answers(unit: string): Promise<void>;
  /** The clock on the office's wall jumps ahead, and what is due goes out. */
  becomes(wall: string): Promise<void>;
  ends(): Promise<void>;
};
export type Building = { story(name: string, setting?: Setting): Promise<Story>; close(): Promise<void> };

const OUT = join(import.meta.dirname, '../../out/stories');
/** Any that is free: of several that wish for the same one at once, one might find it taken after it had looked. */
const ANY_PORT = 0;
/** On a machine with much else to do. */
const PATIENCE_MILLIS = 120_000;
/** The day of the 中間報告's ask. */
const MORNING = '2026-10-06 10:00';
/** In it nothing but the 中間報告 is answered. */
const AUTUMN = [tokyo('2026-10-06 00:00'), tokyo('2026-10-28 00:00')] as const;
const OWN_CHAT = '総務課';

/**
 * 庁舎: the service as `npm start` ties it together, in local mode on SQLite, one Agents Playground for each of `who`, each with its own
 * person (its configuration names the user, so nothing is rewritten on the way), and the other units bound and silent. The Playgrounds
 * run for all stories; each story has a service and a store of its own. Seats of one section know its chat under the same id, each at
 * its own address: what several read goes to whoever spoke there last.
 */
export async function openBuilding(browser: Browser, ...who: readonly Who[]): Promise<Building> {
  const read = readConfig({ PORT: '0', MODE: 'local', FORM: 'message', TICK_SECONDS: '1', LOG_LEVEL: 'warn' });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const config = read.value;
  const log = makeLog(config.LOG_LEVEL);
  const ward = await example();
  const teams = makeTeams({ settings: teamsSettings(config), elapsed: elapsedClock, log });
  const gateway = silentTeams(teams.gateway);
  let open: FrontDesk | undefined;
  const nobodysDesk: FrontDesk = { received: async () => ({ kind: 'nothing' }) };
  const desk: FrontDesk = { received: async (inbound) => (open ?? nobodysDesk).received(inbound) };
  const server = await teams.serve(desk, { host: config.HOST, port: config.PORT, ready: async () => ({ ok: true, tickAgeSeconds: 0 }) });
  const seats = new Map<Who, Playground>();
  const started = await Promise.allSettled(who.map(async (each) => { seats.set(each, await seatOf(each, server.port)); }));
  const close = async (): Promise<void> => {
    for (const seat of seats.values()) await seat.stop();
    await server.stop();
  };
  const failed = started.find(({ status }) => status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw new Error('a Playground did not start', { cause: failed });
  }

  return {
    close,
    story: async (name, { startsAt = MORNING, heads = {}, trial = false } = {}) => {
      const office = staffed(trial ? tried(ward) : ward, heads);
      const folder = mkdtempSync(join(tmpdir(), 'torimatome-story-'));
      const store = sqliteStore(join(folder, 'story.sqlite'));
      await store.offices.put(office, 'absent');
      const wall = demoClock(tokyo(startsAt));
      const service = compose({ config, store, wall, elapsed: elapsedClock, gateway, templates: loadTemplates(), log, nonce: randomUUID });
      const neighbours = neighboursOf(office, [OWN_CHAT]);
      await neighbours.moveIn(service.desk);
      open = service.desk;
      service.start();
      let steps = 0;
      const step = (): number => (steps += 1);
      return {
        comes: async (each, screen = DESK) => {
          const seat = seats.get(each);
          if (seat === undefined) throw new Error(`no seat for ${each}`);
          const page = await openSeat(browser, seat.url, { ...screen, patience: PATIENCE_MILLIS });
          return sitting(page, (what) => join(OUT, name, `${String(step()).padStart(2, '0')}-${each}-${what}.png`));
        },
        answers: async (unit) => {
          const answer = neighbours.between(...AUTUMN).find(({ section }) => section.name === unit);
          if (answer === undefined) throw new Error(`${unit} does not answer by itself`);
          await neighbours.answer(service.desk, answer);
        },
        becomes: async (moment) => {
          wall.jumpTo(tokyo(moment));
          await service.tick();
        },
        ends: async () => {
          open = undefined;
          for (const each of browser.contexts()) await each.close();
          await service.stop();
          store.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  };
}

async function example(): Promise<Office> {
  const read = await readOfficeFolder(join(import.meta.dirname, '../../examples/saiwai'));
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value.office;
}

const tried = (office: Office): Office => ({ ...office, rounds: office.rounds.map((round) => (round.kind === 'midyear' ? { ...round, trial: true } : round)) });

/** The office with the people who may sit down, and their posts. */
function staffed(office: Office, heads: Readonly<Partial<Record<Who, string>>>): Office {
  const posts = (Object.keys(PEOPLE) as Who[]).flatMap((who): readonly Post[] => {
    const { role, objectId: person } = PEOPLE[who];
    const { [who]: unit } = heads;
    if (unit !== undefined) return [{ role: 'head', person, section: idOf(office, unit) }];
    return role === 'secretariat' || role === 'staff' || role === 'management' ? [] : [{ role, person, section: sectionId('soumu') }];
  });
  return { ...office, posts: [...office.posts, ...posts] };
}

function idOf(office: Office, unit: string): SectionId {
  const section = office.sections.find(({ name }) => name === unit);
  if (section === undefined) throw new Error(`there is no ${unit}`);
  return section.id;
}

const OWN: Seat['groupChat'] = { id: 'chat-of-soumu', name: OWN_CHAT };
/** A chat that is nobody's place. */
const ASIDE: Seat['groupChat'] = { id: 'chat-of-nobody', name: '雑談' };
const IN_MEETING: Pick<Seat, 'team' | 'channel'> = { team: { id: 'team-office', name: '幸区役所' }, channel: { id: 'channel-meeting', name: '区部長会議' } };
/** Read by a whole team. */
const IN_CHANNEL: Pick<Seat, 'team' | 'channel'> = { team: { id: 'team-soumu', name: '総務課のチーム' }, channel: { id: 'channel-soumu', name: OWN_CHAT } };

/** The one chat and the one channel that stand in the list of each. */
const AROUND: Readonly<Record<Role, Pick<Seat, 'groupChat' | 'team' | 'channel'>>> = {
  reporter: { groupChat: OWN, ...IN_MEETING }, head: { groupChat: OWN, ...IN_MEETING }, deputy: { groupChat: OWN, ...IN_MEETING },
  staff: { groupChat: ASIDE, ...IN_CHANNEL }, management: { groupChat: ASIDE, ...IN_MEETING },
  secretariat: { groupChat: { id: 'chat-of-secretariat', name: '企画課' }, ...IN_MEETING },
};

async function seatOf(who: Who, port: number): Promise<Playground> {
  const { objectId, name, role } = PEOPLE[who];
  return startPlayground({ port: ANY_PORT, botUrl: `http://127.0.0.1:${port}/api/messages`, person: { objectId, name }, ...AROUND[role] });
}
