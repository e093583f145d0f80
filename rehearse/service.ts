import { readOfficeFolder } from '../src/adapters/office/folder.ts';
import { loadTemplates } from '../src/adapters/templates.ts';
import { makeTeams } from '../src/adapters/teams/teams.ts';
import { compose, type Parts } from '../src/app.ts';
import { readConfig, teamsSettings } from '../src/config.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { TeamsGateway } from '../src/adapters/teams/gateway.ts';
import type { FrontDesk, Log, Store } from '../src/ports.ts';
import type { Hands } from './hands.ts';
import type { Holding } from './holding.ts';
import type { Race } from './race.ts';

/** The service as it is, with whatever is put in the place of its parts; tests break it there on purpose. */
export type Bent = {
  readonly parts?: (parts: Parts) => Parts;
  readonly desk?: (desk: FrontDesk) => FrontDesk;
};

export type ServiceNeeds = { readonly folders: readonly string[]; readonly holding: Pick<Holding, 'open'>; readonly instance: number; readonly hands: Hands; readonly race: Race; readonly log: Log; readonly bent?: Bent; readonly form?: 'dialog' | 'message' };

/** One process of it. */
export type Running = {
  readonly url: string;
  /** @returns the moment at which it has to look again. */
  look(): Promise<Instant | undefined>;
  idle(): Promise<void>;
  /** As SIGTERM. */
  stop(): Promise<void>;
};

/** 本番と同じ組み立て: local mode, a store of its own kind, real HTTP. @throws if a folder is at fault. */
export async function startService({ folders, holding, instance, hands, race, log, bent = {}, form = 'message' }: ServiceNeeds): Promise<Running> {
  const read = readConfig({ MODE: 'local', LOG_LEVEL: 'silent', FORM: form });
  if (!read.ok) throw new Error('the rehearsal is not set up');
  const config = read.value;
  const store = await holding.open(hands.elapsed);
  for (const folder of folders) {
    const office = await readOfficeFolder(folder);
    if (!office.ok) throw new Error(`${folder} is at fault: ${JSON.stringify(office.error[0])}`);
    await store.offices.put(office.value.office, 'absent'); // a conflict: it was there before the restart
  }
  const { elapsed, wall } = hands;
  const teams = makeTeams({ settings: teamsSettings(config), elapsed, log, around: oneByOne(race) });
  let claims = 0;
  const parts: Parts = {
    config, store: gatedStore(store, race), wall, elapsed, gateway: teams.gateway, templates: loadTemplates(), log, nonce: () => `${instance}-${wall.now()}-${(claims += 1)}`,
  };
  const service = compose(bent.parts?.(parts) ?? parts);
  const ready = async () => ({ ok: true, tickAgeSeconds: service.tickAgeSeconds() });
  const server = await teams.serve(bent.desk?.(service.desk) ?? service.desk, { host: '127.0.0.1', port: 0, ready });
  return {
    url: `http://127.0.0.1:${server.port}/api/messages`,
    look: async () => (await service.tick()).next,
    idle: () => server.idle(),
    stop: async () => {
      await server.stop();
      await service.stop();
      store.close();
    },
  };
}

/** Sends at once would race over the loopback; in a row, each run is as the last. */
function oneByOne({ gated }: Race): (gateway: TeamsGateway) => TeamsGateway {
  let last: Promise<unknown> = Promise.resolve();
  const after = <Given extends readonly unknown[], Made>(act: (...given: Given) => Promise<Made>) => gated((...given: Given): Promise<Made> => {
    const done = last.then(() => act(...given));
    last = done.catch(() => undefined);
    return done;
  });
  return (gateway) => ({
    post: after((...given) => gateway.post(...given)), edit: after((...given) => gateway.edit(...given)), openPersonal: after((...given) => gateway.openPersonal(...given)),
    channels: after((...given) => gateway.channels(...given)), members: after((...given) => gateway.members(...given)), say: after((...given) => gateway.say(...given)),
  });
}

/** They ask nobody, and are answered at once. */
const SYNCHRONOUS = ['close', 'nameOf'];

/** Whatever a store can do, each in its turn. */
function gatedStore(store: Store, { gated }: Race): Store {
  const wrapped = (of: object): object =>
    Object.fromEntries(Object.entries(of).map(([name, part]: [string, unknown]) => {
      if (typeof part === 'function') return [name, SYNCHRONOUS.includes(name) ? part : gated(part as (...given: readonly unknown[]) => Promise<unknown>)];
      return [name, typeof part === 'object' && part !== null ? wrapped(part) : part];
    }));
  return wrapped(store) as Store;
}
