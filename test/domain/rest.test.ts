import { describe, expect, it } from '@jest/globals';
import { faceOf } from '../../src/domain/face.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import { restOf } from '../../src/domain/rest.ts';
import { allPlaces, asked, conduct, delivered, facts, message, paused, submission } from '../fixtures/facts.ts';
import { day, office, section, sectionId, tokyo } from '../fixtures/office.ts';
import { roundRunner } from '../fixtures/runRound.ts';

/** Long after the meeting; what was said on the way is as the clock made it, and both units have answered. */
function livedThrough(): RoundFacts {
  const answered = tokyo('2026-10-15 16:40');
  const reports = [submission('soumu', '2026-10-15 16:40', ['soumu-01']), submission('eisei', '2026-10-15 16:40', ['eisei-01'])];
  const runner = roundRunner((now) => facts({ reports: now < answered ? [] : reports }));
  runner.byNext(tokyo('2026-09-01 09:00'), LATER, [answered]);
  const all = facts({ reports, entries: runner.entries() });
  const shown = all.entries.map((each): OutboxEntry => ({ ...each, shown: faceOf(each.message, all, LATER) }));
  return { ...all, entries: shown };
}
const LATER = tokyo('2026-12-01 10:00');
const LIVED = livedThrough();
const lived = (given: Partial<RoundFacts> = {}): RoundFacts => ({ ...LIVED, ...given });
const ask = asked('soumu');

describe('a round whose ask is still to come', () => {
  it.each([['2026-09-02 09:00', 'ahead'], ['2026-10-06 09:59', 'ahead'], ['2026-10-06 10:00', 'awake']])('at %s is %s', (wall, kind) => {
    expect(restOf(facts({ life: { ...facts().life, liveSince: tokyo('2026-10-06 10:00') } }), tokyo(wall)).kind).toBe(kind);
  });

  it('rests until then, also where there is no way to anybody yet', () => {
    const away = facts({ places: { ...allPlaces(), sections: {} }, people: [] });
    expect(restOf(away, tokyo('2026-09-02 09:00'))).toEqual({ kind: 'ahead', until: tokyo('2026-10-06 10:00') });
  });

  it('rests until it is to announce itself, and is awake from then on', () => {
    expect(restOf(facts(), tokyo('2026-08-31 09:00'))).toEqual({ kind: 'ahead', until: tokyo('2026-09-01 09:00') });
    expect(restOf(facts(), tokyo('2026-09-01 09:00'))).toEqual({ kind: 'awake' });
  });

  it('is awake once something lies in it', () => {
    const round = { ...facts(), life: { ...facts().life, liveSince: tokyo('2026-10-06 10:00') } };
    expect(restOf({ ...round, entries: [delivered(message('announcement', { of: 'soumu' }), '2026-09-01 09:00')] }, tokyo('2026-10-05 09:00')).kind).toBe('awake');
    expect(restOf({ ...round, reports: [submission('soumu', '2026-10-05 08:00', ['soumu-01'])] }, tokyo('2026-10-05 09:00')).kind).toBe('awake');
  });
});

describe('a round that was asked', () => {
  it.each([['2026-10-28 17:14'], ['2026-10-29 09:59']])('is awake at %s, whatever is left to do', (wall) => {
    expect(restOf(lived(), tokyo(wall)).kind).toBe('awake');
  });

  it.each([['2026-10-29 10:00'], ['2026-12-01 10:00'], ['2036-12-01 10:00']])('is over at %s, when all is done', (wall) => {
    expect(restOf(lived(), tokyo(wall))).toEqual({ kind: 'over', until: undefined });
  });

  const withDelivery = (delivery: Delivery): RoundFacts => lived({ entries: lived().entries.map((each) => (each.message.key === ask.message.key ? { ...each, delivery } : each)) });
  const at = tokyo('2026-10-29 10:00');
  it.each<readonly [string, string, Delivery]>([
    ['queued', 'awake', { state: 'queued', notBefore: at, attempts: 0 }],
    ['being sent', 'awake', { state: 'sending', claim: 'x', until: at, attempts: 1 }],
    ['uncertain, and to be sent once more', 'awake', { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: 'timeout', retryAt: at, attempts: 1 }],
    ['uncertain for good', 'over', { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: 'timeout', attempts: 1 }],
    ['failed long ago', 'over', { state: 'failed', at: tokyo('2026-10-06 10:00'), why: '400', attempts: 1 }],
    ['failed, and still news', 'awake', { state: 'failed', at: tokyo('2026-11-30 10:00'), why: '400', attempts: 1 }],
  ])('with an ask that is %s is %s', (_, kind, delivery) => {
    expect(restOf(withDelivery(delivery), LATER).kind).toBe(kind);
  });

  it('is awake while a card shows what is no longer so, unless its unit has ended', () => {
    const stale = lived({ reports: [submission('soumu', '2026-11-30 10:00', ['soumu-01']), submission('eisei', '2026-10-15 16:40', ['eisei-01'])] });
    expect(restOf(stale, LATER).kind).toBe('awake');
    const ended = office({ sections: [section('soumu', '総務課', { to: day('2026-10-25') }), section('eisei', '衛生課')] });
    expect(restOf({ ...stale, office: ended }, LATER).kind).toBe('over');
  });

  it('is awake when somebody was asked again by hand', () => {
    expect(restOf(lived({ conduct: conduct({ again: { [sectionId('soumu')]: { times: 1, at: LATER } } }) }), LATER).kind).toBe('awake');
  });

  it('is awake while something is still to be said when a 一時停止 ends', () => {
    const held = { ...facts().life, pauses: [paused('2026-10-20 09:00', '2026-12-10 09:00')] };
    expect(restOf(lived({ life: held, entries: [ask] }), LATER).kind).toBe('awake');
  });
});
