import { parseActivity } from '../../src/adapters/teams/activity.ts';
import { makeGateway } from '../../src/adapters/teams/gateway.ts';
import { makePace, paced } from '../../src/adapters/teams/pacing.ts';
import { makeTurn } from '../../src/adapters/teams/turn.ts';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose } from '../../src/app.ts';
import type { ElapsedClock, Log } from '../../src/ports.ts';
import type { Strict } from './strictConnector.ts';
import type { VirtualTime } from './virtualTime.ts';
import { ROUND, SERVICE, TENANT, type Unit, type Wards } from './wards.ts';

const templates = loadTemplates();
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How an instance paces itself; tests put another one in its place. */
export type PaceOf = (elapsed: ElapsedClock, sendsPerSecond: number, instances: number) => ReturnType<typeof makePace>;

export type Fleet = {
  /** Dies at once, whatever it is doing, and begins anew with nothing in mind. */
  restart(instance: number): void;
  /** Somebody of the unit submits, at that instance. */
  submit(instance: number, unit: Unit): Promise<void>;
};

type Needs = { readonly wards: Wards; readonly time: VirtualTime; readonly strict: Strict; readonly instances: number; readonly sendsPerSecond: number; readonly paceOf?: PaceOf };

/** 数台の本番: so many instances of the service over one store, each with a pace of its own, in virtual time. */
export function startFleet(needs: Needs): Fleet {
  let begun = 0;
  const begin = (): Running => runningOf(needs, begun += 1);
  const running = Array.from({ length: needs.instances }, begin);
  return {
    restart: (instance) => {
      const dying = running[instance];
      if (dying !== undefined) dying.alive = false;
      running[instance] = begin();
    },
    submit: async (instance, unit) => { await running[instance]?.submit(unit); },
  };
}

type Running = { alive: boolean; readonly submit: (unit: Unit) => Promise<void> };

function runningOf({ wards, time, strict, instances, sendsPerSecond, paceOf = makePace }: Needs, nth: number): Running {
  const isAlive = (): boolean => running.alive;
  const elapsed = time.elapsedOf(isAlive);
  const pace = paceOf(elapsed, sendsPerSecond, instances);
  const gateway = makeGateway(strict.connectorFor(isAlive), '28:bot');
  let claims = 0;
  const service = compose({
    config: { MODE: 'teams', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 }, store: wards.store, wall: time.wall, elapsed, gateway: paced(gateway, pace, 'round'), templates, log: quiet,
    nonce: () => `${nth}-${(claims += 1)}`,
  });
  const turn = makeTurn({ desk: service.desk, gateway: paced(gateway, pace, 'reply'), log: quiet });
  const running: Running = {
    alive: true,
    submit: async (unit) => {
      const activity = parseActivity(submission(unit));
      if (activity !== undefined) await (await turn(activity)).afterwards?.();
    },
  };
  service.start();
  return running;
}

const submission = ({ office, section, initiative, chat }: Unit) => ({
  type: 'invoke', name: 'adaptiveCard/action', id: '1', channelId: 'msteams', serviceUrl: SERVICE, recipient: { id: '28:bot' }, replyToId: 'form-1',
  from: { id: `29:${office}-${section}`, name: '職員', aadObjectId: `00000000-0000-4000-8000-${`${Number(office.slice(2)) * 1000 + Number(section.slice(1))}`.padStart(12, '0')}` },
  conversation: { id: chat, conversationType: 'groupChat', tenantId: TENANT }, channelData: { tenant: { id: TENANT } },
  value: {
    trigger: 'manual',
    action: { type: 'Action.Execute', data: { do: 'form.submit', v: 1, office, round: ROUND, section, base: 0, page: 1, sure: true, [`f.${initiative}.mark`]: 'on-track', [`f.${initiative}.done`]: '実施した。' } },
  },
});
