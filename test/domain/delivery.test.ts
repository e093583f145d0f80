import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adopt, afterSend, claim, foundAt, lapsed, seenToArrive, sendAgain, withdraw } from '../../src/domain/delivery.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import type { MessageKind } from '../../src/domain/message.ts';
import type { Delivery, OutboxEntry, SendProblem } from '../../src/domain/outbox.ts';
import { err, ok } from '../../src/domain/result.ts';
import { entry, message, posted } from '../fixtures/facts.ts';
import { personId, tokyo } from '../fixtures/office.ts';

const now = tokyo('2026-10-06 10:00');
const [before, after] = [plusSeconds(now, -1), plusSeconds(now, 1)];
const lease = { claim: 'instance-1', leaseSeconds: 60 };
const settings = { uncertainGraceSeconds: 600 };
const of = (delivery: Delivery, kind: MessageKind = 'ask'): OutboxEntry => entry(message(kind, { of: 'soumu', kind }), delivery);

const states: Readonly<Record<Delivery['state'], Delivery>> = {
  queued: { state: 'queued', notBefore: now, attempts: 0 },
  sending: { state: 'sending', claim: 'instance-1', until: now, attempts: 1 },
  delivered: { state: 'delivered', at: before, posted: posted(), attempts: 1 },
  failed: { state: 'failed', at: before, why: '403', attempts: 1 },
  uncertain: { state: 'uncertain', at: before, why: '502', attempts: 1, doubts: 1 },
  skipped: { state: 'skipped', at: before, why: 'answered' },
};
const sending = (attempts = 1, doubts?: number): Delivery => ({ state: 'sending', claim: 'instance-1', until: plusSeconds(now, 60), attempts, ...(doubts !== undefined && { doubts }) });

describe('claim', () => {
  it.each<[string, Delivery, boolean]>([
    ['is queued for before', { state: 'queued', notBefore: before, attempts: 0 }, true],
    ['is queued for now', { state: 'queued', notBefore: now, attempts: 0 }, true],
    ['is queued for later', { state: 'queued', notBefore: after, attempts: 0 }, false],
    ['is uncertain, and to be sent once more now', { state: 'uncertain', at: before, why: '502', retryAt: now, attempts: 1, doubts: 1 }, true],
    ['is uncertain, and may still show itself', { state: 'uncertain', at: before, why: '502', retryAt: after, attempts: 1, doubts: 1 }, false],
    ['is uncertain for good', states.uncertain, false],
    ['is being sent, even if its lease has lapsed', states.sending, false],
    ['is delivered', states.delivered, false],
    ['failed', states.failed, false],
    ['was skipped', states.skipped, false],
  ])('of an entry that %s', (_, delivery, taken) => {
    expect(claim(of(delivery), now, lease) !== undefined).toBe(taken);
  });

  it('counts the attempt, lasts as long as its lease, and keeps what is known', () => {
    const queued = { ...of({ state: 'queued', notBefore: now, attempts: 2, doubts: 1 }), shown: 'open' };
    expect(claim(queued, now, lease)).toEqual({ message: queued.message, shown: 'open', delivery: { state: 'sending', claim: 'instance-1', until: plusSeconds(now, 60), attempts: 3, doubts: 1 } });
  });
});

describe('what becomes of an attempt', () => {
  const outcome = (problem: SendProblem, delivery = sending(), kind: MessageKind = 'ask') => afterSend(of(delivery, kind), err(problem), now, settings).delivery;

  it('delivered: with what is needed to change the card', () => {
    expect(afterSend(of(sending()), ok(posted('act-7')), now, settings).delivery).toEqual({ state: 'delivered', at: now, posted: posted('act-7'), attempts: 1 });
  });

  it('delivered after a doubt: there may be a twin', () => {
    expect(afterSend(of(sending(2, 1)), ok(posted()), now, settings).delivery).toMatchObject({ state: 'delivered', doubts: 1 });
  });

  it.each([[1, 60], [2, 120], [3, 240], [4, 480], [5, 960], [6, 1800], [7, 1800], [2000, 1800]])('not delivered for the %i. time: again after %i seconds', (attempts, wait) => {
    expect(outcome({ kind: 'not-delivered', why: '429' }, sending(attempts))).toEqual({ state: 'queued', notBefore: plusSeconds(now, wait), attempts });
  });

  it.each([[0, 1], [1, 1], [7, 7], [86_400, 86_400]])('not delivered, and told to wait %i seconds: again after %i', (retryAfterSeconds, wait) => {
    expect(outcome({ kind: 'not-delivered', why: '429', retryAfterSeconds }, sending(3))).toMatchObject({ notBefore: plusSeconds(now, wait) });
  });

  it('refused: failed, with the reason, and whether its place is lost', () => {
    expect(outcome({ kind: 'refused', why: '413', status: 413, placeLost: false })).toEqual({ state: 'failed', at: now, why: '413', attempts: 1 });
    expect(outcome({ kind: 'refused', why: '404', status: 404, placeLost: true })).toEqual({ state: 'failed', at: now, why: '404', placeLost: true, attempts: 1 });
  });

  it('uncertain: an ask is sent once more after the grace, after its first doubt only', () => {
    const unknown: SendProblem = { kind: 'uncertain', why: '502' };
    expect(outcome(unknown)).toEqual({ state: 'uncertain', at: now, why: '502', retryAt: plusSeconds(now, 600), attempts: 1, doubts: 1 });
    expect(outcome(unknown, sending(2, 0))).toMatchObject({ retryAt: plusSeconds(now, 600), attempts: 2, doubts: 1 });
    expect(outcome(unknown, sending(2, 1))).toEqual({ state: 'uncertain', at: now, why: '502', attempts: 2, doubts: 2 });
  });

  it.each<MessageKind>(['announcement', 'ask-preview', 'remind', 'late', 'late-head', 'again', 'moved', 'check', 'preview', 'summary', 'summary-missed', 'reported', 'readiness', 'notice'])(
    'uncertain: %s is not sent again', (kind) => {
      expect(outcome({ kind: 'uncertain', why: 'timeout' }, sending(), kind)).toEqual({ state: 'uncertain', at: now, why: 'timeout', attempts: 1, doubts: 1 });
    },
  );

  it.each(['queued', 'delivered', 'failed', 'uncertain', 'skipped'] as const)('an entry that is %s is not touched by a late result', (state) => {
    const settled = of(states[state]);
    expect(afterSend(settled, ok(posted('late')), now, settings)).toBe(settled);
  });
});

describe('a claim that outlived its lease', () => {
  it.each([[before, true], [now, true], [after, false]])('until %s', (until, isLapsed) => {
    const dead = lapsed(of({ state: 'sending', claim: 'instance-1', until, attempts: 1 }), now, settings);
    expect(dead?.delivery).toEqual(isLapsed ? { state: 'uncertain', at: now, why: 'lease lapsed', retryAt: plusSeconds(now, 600), attempts: 1, doubts: 1 } : undefined);
  });
  it.each(['queued', 'delivered', 'failed', 'uncertain', 'skipped'] as const)('is not one that is %s', (state) => {
    expect(lapsed(of(states[state]), now, settings)).toBeUndefined();
  });
});

describe('a card that shows itself', () => {
  it('settles the doubt: it is delivered, and nothing is sent once more', () => {
    expect(adopt(of({ ...states.uncertain, retryAt: after } as Delivery), posted('seen'), now)?.delivery).toEqual({ state: 'delivered', at: now, posted: posted('seen'), attempts: 1 });
    expect(adopt(of({ state: 'queued', notBefore: after, attempts: 2, doubts: 1 }), posted('seen'), now)?.delivery.state).toBe('delivered');
  });
  it.each(['queued', 'sending', 'delivered', 'failed', 'skipped'] as const)('says nothing of an entry that is %s', (state) => {
    expect(adopt(of(states[state]), posted('seen'), now)).toBeUndefined();
  });
});

describe('「もう一度送る」', () => {
  it.each(['failed', 'uncertain'] as const)('queues what is %s', (state) => {
    expect(sendAgain(of(states[state], 'summary'), now)?.delivery).toMatchObject({ state: 'queued', notBefore: now, attempts: 1 });
  });
  it.each(['queued', 'sending', 'delivered', 'skipped'] as const)('does nothing to what is %s', (state) => {
    expect(sendAgain(of(states[state]), now)).toBeUndefined();
  });
});

describe('what is not wanted any more', () => {
  it('is skipped, with the reason', () => {
    expect(withdraw(of(states.queued), 'answered', now).delivery).toEqual({ state: 'skipped', at: now, why: 'answered' });
  });
  it('stays uncertain if it perhaps arrived, and is not sent again', () => {
    expect(withdraw(of({ ...states.uncertain, retryAt: now } as Delivery), 'exempt', now).delivery).toEqual({ state: 'uncertain', at: now, why: 'exempt', attempts: 1, doubts: 1 });
  });
  it('keeps the first reason', () => {
    expect(withdraw(of(states.skipped), 'exempt', now)).toEqual(of(states.skipped));
  });
});

it('an ask is sent at most once after a doubt, whatever the channel answers and however often its holder dies', () => {
  const answer = fc.constantFrom<'ok' | 'dies' | SendProblem>('ok', 'dies', { kind: 'not-delivered', why: '429' }, { kind: 'refused', why: '403', status: 403, placeLost: true }, { kind: 'uncertain', why: '502' });
  fc.assert(
    fc.property(fc.array(answer, { minLength: 20, maxLength: 40 }), fc.constantFrom<MessageKind>('ask', 'remind', 'summary'), (answers, kind) => {
      let [held, time, mayHaveArrived] = [of(states.queued, kind), now, 0];
      for (const each of answers) {
        time = plusSeconds(time, 4000);
        const mine = claim(held, time, lease);
        if (mine === undefined) break;
        if (each === 'dies' || each === 'ok' || each.kind === 'uncertain') mayHaveArrived += 1;
        const later = plusSeconds(time, 60);
        held = each === 'dies' ? (lapsed(mine, later, settings) ?? mine) : afterSend(mine, each === 'ok' ? ok(posted()) : err(each), later, settings);
      }
      expect(mayHaveArrived).toBeLessThanOrEqual(kind === 'ask' ? 2 : 1);
    }),
  );
});

describe('「届いている」, once somebody has looked', () => {
  it('is delivered as of the attempt, and says who saw it; where it stands is not known', () => {
    expect(seenToArrive(of(states.uncertain, 'summary'), personId(90))?.delivery).toEqual({ state: 'delivered', at: before, attempts: 1, doubts: 1, seenBy: personId(90) });
  });
  it.each(['queued', 'sending', 'delivered', 'failed', 'skipped'] as const)('changes nothing of what is in no doubt: %s', (state) => {
    expect(seenToArrive(of(states[state], 'summary'), personId(90))).toBeUndefined();
  });
  it('is known by its place from when it shows itself; of what stands where it is known to stand nothing changes', () => {
    const seen = seenToArrive(of(states.uncertain), personId(90))!;
    expect(foundAt(seen, posted())?.delivery).toEqual({ ...seen.delivery, posted: posted() });
    for (const state of ['queued', 'sending', 'delivered', 'failed', 'uncertain', 'skipped'] as const) expect(foundAt(of(states[state]), posted())).toBeUndefined();
  });
});
