/** 犠牲の過程: the service's looks at the clock, and what people do, in one process that may be killed or stopped at any checkpoint. */
import { createInterface } from 'node:readline';
import { makeConnector } from '../../src/adapters/teams/connector.ts';
import { makeGateway } from '../../src/adapters/teams/gateway.ts';
import { makePace, paced } from '../../src/adapters/teams/pacing.ts';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose, type Parts } from '../../src/app.ts';
import { REGISTER_ID, officePartition } from '../../src/domain/documentIds.ts';
import type { Log } from '../../src/ports.ts';
import { ACTS } from './acts.ts';
import { watched } from './checkpoints.ts';
import { clockFrom } from './clock.ts';
import { fated } from './fate.ts';
import { nextLook } from './looking.ts';
import { ORDER, type Order } from './order.ts';
import { signing } from './signing.ts';
import { heldIn, openStore } from './stores.ts';

const order = JSON.parse(process.env[ORDER] ?? '') as Order;
const TICK_SECONDS = 10;
/** More looks than any round needs. */
const MOST_LOOKS = 600;

const clock = clockFrom(order.now);
const { say, pass } = fated(order, clock);
const bare = await openStore(order.store, clock.elapsed);
const [id] = await bare.officeIds();
const office = id === undefined ? undefined : (await bare.offices.get(officePartition(id), REGISTER_ID))?.doc;
if (office === undefined) throw new Error('the store holds no office');

let worked = 0;
const quiet: Log = { info: () => undefined, warn: () => undefined, error: (what, { fault } = {}) => { process.stderr.write(`${what} ${String(fault)}\n`); } };
// As makeTeams does it, less the way in: what comes in is not part of this, and botbuilder is most of a start.
const connector = makeConnector({ authorise: async () => undefined, mayCall: () => true, timeoutMillis: order.timeoutMillis });
const teams = paced(makeGateway(connector), makePace(clock.elapsed, 5), 'round', { clock: clock.elapsed, millis: 4_000 });
let claims = 0;
const parts: Parts = {
  config: { MODE: 'teams', TICK_SECONDS, UNCERTAIN_GRACE: 600 },
  store: watched(bare, 'store', (label) => {
    if (label.startsWith('before') && label.includes('.put')) worked += 1;
    pass(label);
  }),
  gateway: watched(teams, 'gateway', (label) => {
    worked += 1;
    pass(label);
  }),
  wall: clock.wall, elapsed: clock.elapsed, templates: loadTemplates(), log: quiet, nonce: () => `${order.number}-${(claims += 1)}`,
};
const bend = order.bent === undefined ? undefined : ((await import(order.bent)) as { readonly bend: (parts: Parts) => Parts }).bend;
const service = compose(bend?.(parts) ?? parts);
const done = new Set(order.done);

signing(order, clock.now);
const times = order.inStep === true ? createInterface({ input: process.stdin })[Symbol.asyncIterator]() : undefined;

for (let looks = 0; ; looks += 1) {
  if (looks > MOST_LOOKS) throw new Error('it never comes to rest');
  const before = worked;
  await actNow();
  const { next } = await service.tick();
  const { entries } = await heldIn(bare, office);
  const acts = ACTS.filter(({ name }) => !done.has(name));
  const to = nextLook(office, { now: clock.now(), until: order.until, busy: worked > before, next, entries, acts, tickMillis: TICK_SECONDS * 1000 });
  if (times === undefined && to !== undefined) clock.moveTo(to);
  else if (times === undefined || !(await told(times, to))) break;
}
say('rest', '');
bare.close();
process.stdin.destroy();

/** Waits until everybody is ready for time to pass. @returns whether there is anything left to do for anybody */
async function told(lines: AsyncIterator<string>, to: number | undefined): Promise<boolean> {
  say('wait', '', to ?? 0);
  const line = await lines.next();
  if (line.done === true || line.value === '') return false;
  clock.moveTo(Number(line.value));
  return true;
}

async function actNow(): Promise<void> {
  for (const { name, act } of ACTS.filter(({ name, at }) => at <= clock.now() && !done.has(name))) {
    if (!(await act(service.desk, order.serviceUrl))) continue;
    done.add(name);
    say('did', name);
  }
}
