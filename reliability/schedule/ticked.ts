import { memoryStore } from '../../src/adapters/store/memory.ts';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose, type Service } from '../../src/app.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import { ok } from '../../src/domain/result.ts';
import type { Gateway, Log, Store } from '../../src/ports.ts';
import { kindOn, wordsOn } from '../../rehearse/cardReading.ts';
import type { DrawnLook } from './looks.ts';
import type { Run } from './oracle.ts';
import { peopleOf, placesOf, submission } from './planned.ts';
import { NO_ROUND, type Setting } from './targets.ts';

const templates = loadTemplates();
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** A look, and the next two: what follows from what was just sent is said by them. */
const TICKS = 3;

/** The service with something of it bent, on purpose. */
export type BentService = { readonly store?: (store: Store) => Store };

/** 本物の一回り: two instances of the service over one store, which look by turns or at once, begin anew, and post into a Teams that only watches. */
export async function tickedRuns(office: Office, setting: Setting, looks: readonly DrawnLook[], bent: BentService = {}): Promise<readonly Run[]> {
  const store = memoryStore();
  await store.offices.put(office, 'absent');
  await store.lives.put({ office: office.id, liveSince: setting.liveSince, pauses: [] }, 'absent');
  await store.places.put(placesOf(office), 'absent');
  for (const person of peopleOf(office.id, setting)) await store.people.put(person, 'absent');

  const runs: Run[] = [];
  const clock = { now: setting.liveSince, elapsed: 0, look: 0 };
  const teams = watchingTeams(office, (run) => { runs.push({ ...run, look: clock.look, at: clock.now }); });
  let [claims, began] = [0, 0];
  const begin = (): Service => compose({
    config: { MODE: 'teams', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 }, store: bent.store?.(store) ?? store, gateway: teams, templates, log: quiet,
    wall: { now: () => clock.now }, elapsed: { now: () => clock.elapsed, sleep: async () => undefined }, nonce: () => `${began}-${(claims += 1)}`,
  });
  const instances: [Service, Service] = [begin(), begin()];
  for (const [n, look] of looks.entries()) {
    began = n;
    if (look.restart) instances[n % 2] = begin();
    Object.assign(clock, { now: look.at, look: n });
    for (const unit of look.answered) await submit(store, office, unit, look.at);
    for (let tick = 0; tick < TICKS; tick += 1) {
      clock.elapsed += 10_000;
      await Promise.all(looking(instances, n, tick).map((instance) => instance.tick()));
    }
  }
  return runs;
}

/** By turns; now and then both at once. */
const looking = ([one, other]: readonly [Service, Service], n: number, tick: number): readonly Service[] => (n % 5 === 0 ? [one, other] : (n + tick) % 2 === 0 ? [one] : [other]);

/** What was submitted before stays as it is. */
async function submit(store: Store, office: Office, unit: string, at: Instant): Promise<void> {
  const round = office.rounds.find(({ id }) => unit.startsWith(`${id} `));
  const section = office.sections.find(({ id }) => unit.endsWith(` ${id}`));
  if (round !== undefined && section !== undefined) await store.reports.put(submission(office, round, section.id, at), 'absent');
}

/** The round that is named first: a summary names earlier ones further down. */
const roundIn = ({ rounds }: Office, words: string): string | undefined =>
  rounds.filter(({ name }) => words.includes(name)).toSorted((a, b) => words.indexOf(a.name) - words.indexOf(b.name))[0]?.id;

/** What was posted is known by what a person would read: whose chat, what kind of card, which round's name. */
function watchingTeams(office: Office, saw: (run: Pick<Run, 'kind' | 'to' | 'round'>) => void): Gateway {
  let serial = 0;
  return {
    post: async (to, { card }, thread) => {
      const given = card as Readonly<Record<string, unknown>>;
      const words = wordsOn(given).join('\n');
      const kind = kindOn(given);
      const round = roundIn(office, words) ?? NO_ROUND;
      if (kind !== 'notice') saw({ kind: kind as Run['kind'], to: to.conversation, round }); // of what could not be said the schedule knows nothing
      serial += 1;
      return ok({ address: to, conversation: thread ?? to.conversation, activityId: String(serial) });
    },
    edit: async () => ok(undefined),
    openPersonal: async ({ tenant, teamsId }, serviceUrl) => ok({ kind: 'personal', tenant, serviceUrl, conversation: teamsId.replace(/^29:/, '') }),
    channels: async () => ok([]),
    members: async () => ok([]),
  };
}
