import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Right } from '../../src/domain/access.ts';
import { decideDirection, MOST_DIRECTION, MOST_DIRECTIONS, MOST_FOLLOWS, type Directing, type Directs } from '../../src/domain/decideDirection.ts';
import { directionKey, directionsIn, parseDirectionKey, standingDirections } from '../../src/domain/direction.ts';
import { directionsOf, MEETINGS_KEPT, meetingsBefore, meetingsHeld, openOf, roundToDirect } from '../../src/domain/directedRounds.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { RoundConduct } from '../../src/domain/round.ts';
import { summarise } from '../../src/domain/summarise.ts';
import type { PastRound } from '../../src/domain/summary.ts';
import { conduct, facts } from '../fixtures/facts.ts';
import { officeOfYears, YEARS } from '../fixtures/history.ts';
import { day, midRound, office, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';

const TEXT = '窓口の待ち時間を短くする方法を検討する。';
const MEETING = '2026-10-28 14:00';
const NO: Right = { may: 'no' };
const secretariat = (n = 90): Directs => ({ person: personId(n), name: `企画${n}`, secretariat: true, right: NO });
const staff = (n = 1): Directs => ({ person: personId(n), name: `職員${n}`, secretariat: false, right: { may: 'yes', as: 'reporter' } });
const outsider: Directs = { person: personId(7), name: '職員7', secretariat: false, right: NO };
type Giving = Extract<Directing, { readonly kind: 'give' }>;
type Following = Extract<Directing, { readonly kind: 'follow' }>;
const give = (given: Partial<Giving> = {}): Giving => ({ kind: 'give', base: 0, section: sectionId('soumu'), initiative: 'soumu-02', text: TEXT, sure: false, ...given });
const follow = (given: Partial<Following> = {}): Following => ({ kind: 'follow', no: 1, seen: 1, state: 'done', text: '窓口を1か所増やした。', sure: false, ...given });
const withdraw = (seen = 1): Directing => ({ kind: 'withdraw', no: 1, seen });

type Step = { readonly act: Directing; readonly who?: Directs; readonly at?: string | Instant; readonly given?: Partial<RoundFacts> };
const decided = (kept: RoundConduct, { act, who = secretariat(), at = MEETING, given = {} }: Step) => decideDirection(facts({ ...given, conduct: kept }), act, who, at.endsWith('Z') ? (at as Instant) : tokyo(at));
const why = (step: Step, kept = conduct()): string => {
  const result = decided(kept, step);
  return result.ok ? 'done' : result.error.kind;
};
const after = (...steps: readonly Step[]): RoundConduct => steps.reduce((kept, step) => {
  const result = decided(kept, step);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}, conduct());
const stateOf = (kept: RoundConduct) => standingDirections(kept).map(({ no, state, follows }) => [no, state, follows.length]);

describe('指示・意見', () => {
  it.each([
    ['2026-10-27 23:59', 'not-yet'], ['2026-10-28 00:00', 'done'], ['2026-11-20 10:00', 'done'],
  ])('of the meeting on 10/28 are recorded at %s: %s', (at, outcome) => { expect(why({ act: give(), at })).toBe(outcome); });

  it.each([['2027-01-25 16:59', 'done'], ['2027-01-25 17:00', 'over']])('are recorded until the papers of the next meeting are closed: at %s: %s', (at, outcome) => {
    expect(why({ act: give(), at, given: { office: officeOfYears(), round: YEARS.midb } })).toBe(outcome);
  });

  it.each([
    ['by who is not of the secretariat', { who: staff() }, 'not-allowed'], ['in a trial', { given: { round: midRound({ trial: true }) } }, 'trial'],
    ['for no unit', { act: give({ section: sectionId('kikaku') }) }, 'no-unit'], ['for another unit’s initiative', { act: give({ initiative: 'eisei-01' }) }, 'no-initiative'],
    ['without a word', { act: give({ text: ' \n' }) }, 'text-missing'],
    [`of ${MOST_DIRECTION} characters`, { act: give({ text: '字'.repeat(MOST_DIRECTION) }) }, 'done'], ['of one more', { act: give({ text: '𠮷'.repeat(MOST_DIRECTION + 1) }) }, 'too-long'],
    ['with a telephone number', { act: give({ text: '044-556-6603へ連絡する。' }) }, 'sensitive'], ['with one, all the same', { act: give({ text: '044-556-6603へ連絡する。', sure: true }) }, 'done'],
    ['on the whole unit', { act: give({ initiative: '' }) }, 'done'],
  ] satisfies readonly (readonly [string, Partial<Step>, string])[])('%s: %s', (_, step, outcome) => { expect(why({ act: give(), ...step })).toBe(outcome); });

  it('keeps whose they are, on what, and when', () => {
    expect(directionsIn(after({ act: give({ text: ` ${TEXT}\n` }) }))).toEqual([{
      no: 1, at: tokyo(MEETING), by: { person: personId(90), name: '企画90', as: 'secretariat' }, section: 'soumu', initiative: 'soumu-02', text: TEXT, state: 'ongoing', follows: [], withdrawn: false, acts: 1,
    }]);
    expect(directionsIn(after({ act: give({ initiative: '' }) }))[0]).not.toHaveProperty('initiative');
  });

  it('pressed twice is one; the same words of somebody else, or recorded anew, are two', () => {
    const once = after({ act: give() });
    expect(after({ act: give() }, { act: give() })).toEqual(once);
    expect(stateOf(after({ act: give() }, { act: give(), who: secretariat(91) }))).toHaveLength(2);
    expect(stateOf(after({ act: give() }, { act: give({ base: 1 }) }))).toHaveLength(2);
  });

  it('taken back and pressed once more stays taken back', () => { expect(stateOf(after({ act: give() }, { act: withdraw() }, { act: give() }))).toEqual([]); });

  it(`are ${MOST_DIRECTIONS} at most in one round`, () => {
    const full = after(...Array.from({ length: MOST_DIRECTIONS }, (_, n) => ({ act: give({ text: `${n}番目の指示`, base: n }) })));
    expect(why({ act: give({ base: MOST_DIRECTIONS }) }, full)).toBe('too-many');
  });
});

describe('対応の状況', () => {
  const given = after({ act: give() });
  it.each([
    ['by who may answer for the unit', { who: staff() }, 'done'], ['by the secretariat', { who: secretariat() }, 'done'], ['by anybody else', { who: outsider }, 'not-allowed'],
    ['対応済み without a word', { act: follow({ text: ' ' }) }, 'text-missing'], ['対応中 without a word', { act: follow({ text: ' ', state: 'ongoing' }) }, 'done'], ['of neither', { act: follow({ state: '' }) }, 'state-missing'],
    ['of none that there is', { act: follow({ no: 2 }) }, 'no-direction'], [`of ${MOST_DIRECTION + 1} characters`, { act: follow({ text: '字'.repeat(MOST_DIRECTION + 1) }) }, 'too-long'],
    ['with a telephone number', { act: follow({ text: '044-556-6603へ連絡した。' }) }, 'sensitive'],
  ] satisfies readonly (readonly [string, Partial<Step>, string])[])('recorded %s: %s', (_, step, outcome) => { expect(why({ act: follow(), who: staff(), ...step }, given)).toBe(outcome); });

  it('is 対応中 until it is said to be 対応済み, and keeps every record', () => {
    const kept = after({ act: give() }, { act: follow({ state: 'ongoing' }), who: staff() }, { act: follow({ seen: 2 }), who: staff(2) });
    expect(stateOf(kept)).toEqual([[1, 'done', 2]]);
    expect(directionsIn(kept)[0]?.follows.map(({ by, state }) => [by.as, state])).toEqual([['reporter', 'ongoing'], ['reporter', 'done']]);
  });

  it('pressed twice is recorded once, whatever others recorded after it', () => {
    const ongoing: Step = { act: follow({ state: 'ongoing' }), who: staff() };
    const kept = after({ act: give() }, ongoing, { act: follow({ seen: 2 }), who: staff(2) });
    const again = decided(kept, ongoing);
    expect(again).toEqual({ ok: true, value: kept });
  });

  it('is not recorded over what somebody else recorded since the card was drawn', () => {
    const kept = after({ act: give() }, { act: follow({ state: 'ongoing' }), who: staff(2) });
    expect(decided(kept, { act: follow(), who: staff() })).toMatchObject({ ok: false, error: { kind: 'changed-since', by: { person: personId(2) } } });
    expect(why({ act: follow({ seen: 2 }), who: staff() }, kept)).toBe('done');
  });

  it.each([['the unit', 'ongoing', 'closed', staff(3)], ['the secretariat', 'ongoing', 'done', secretariat()], ['the secretariat', 'done', 'closed', secretariat()]] as const)('once 対応済み: %s says %s again: %s', (_, state, outcome, who) => {
    const kept = after({ act: give() }, { act: follow(), who: staff() });
    expect(why({ act: follow({ seen: 2, state, text: '改めて対応する。' }), who }, kept)).toBe(outcome);
  });

  it('is not recorded of what was taken back', () => { expect(why({ act: follow({ seen: 2 }), who: staff() }, after({ act: give() }, { act: withdraw() }))).toBe('withdrawn'); });

  it(`is recorded ${MOST_FOLLOWS} times at most`, () => {
    const full = after({ act: give() }, ...Array.from({ length: MOST_FOLLOWS }, (_, n) => ({ act: follow({ seen: n + 1, state: 'ongoing' as const, text: `${n}回目` }), who: staff() })));
    expect(why({ act: follow({ seen: MOST_FOLLOWS + 1 }), who: staff() }, full)).toBe('too-many');
  });
});

describe('取り消す', () => {
  it('is of the secretariat, once, keeps what was recorded, and shows it nowhere', () => {
    const given = after({ act: give() });
    expect(why({ act: withdraw(), who: staff() }, given)).toBe('not-allowed');
    const kept = after({ act: give() }, { act: withdraw() }, { act: withdraw() });
    expect(standingDirections(kept)).toEqual([]);
    expect(directionsIn(kept).map(({ text, acts }) => [text, acts])).toEqual([[TEXT, 2]]);
  });
  it('waits where something was recorded upon it in the meantime', () => {
    expect(why({ act: withdraw() }, after({ act: give() }, { act: follow(), who: staff() }))).toBe('changed-since');
  });
});

describe('whatever is said by whom, in whatever order,', () => {
  const act: fc.Arbitrary<Directing> = fc.oneof(
    fc.record({ kind: fc.constant('give' as const), base: fc.nat(6), section: fc.constantFrom(sectionId('soumu'), sectionId('eisei')), initiative: fc.constantFrom('', 'soumu-01', 'eisei-01'), text: fc.constantFrom('', TEXT, '次回に報告する。'), sure: fc.boolean() }),
    fc.record({ kind: fc.constant('follow' as const), no: fc.integer({ min: 1, max: 3 }), seen: fc.nat(4), state: fc.constantFrom('' as const, 'ongoing' as const, 'done' as const), text: fc.constantFrom('', '済ませた。'), sure: fc.boolean() }),
    fc.record({ kind: fc.constant('withdraw' as const), no: fc.integer({ min: 1, max: 3 }), seen: fc.nat(4) }),
  );
  const steps = fc.array(fc.record({ act, who: fc.constantFrom(secretariat(), secretariat(91), staff(), staff(2), outsider) }), { maxLength: 20 });
  it('nothing that was recorded is ever lost or changed, and each press adds one act at most', () => {
    fc.assert(fc.property(steps, (said) => {
      let kept = conduct();
      for (const step of said) {
        const result = decided(kept, step);
        const before = kept.directions ?? [];
        kept = result.ok ? result.value : kept;
        expect((kept.directions ?? []).slice(0, before.length)).toEqual(before);
        expect((kept.directions ?? []).length - before.length).toBeLessThanOrEqual(1);
      }
      expect(directionsIn(kept).map(({ no }) => no)).toEqual(directionsIn(kept).map((_, n) => n + 1));
    }));
  });
  /** No card is drawn from more than there is. */
  const drawnFrom = (kept: RoundConduct, said: Directing): Directing => {
    const acts = kept.directions ?? [];
    return said.kind === 'give' ? { ...said, base: Math.min(said.base, acts.length) } : { ...said, seen: Math.min(said.seen, acts.filter(({ no }) => no === said.no).length) };
  };
  it('the same press once more adds nothing', () => {
    fc.assert(fc.property(steps, fc.record({ act, who: fc.constantFrom(secretariat(), staff()) }), (said, press) => {
      const kept = said.reduce((before, step) => { const result = decided(before, step); return result.ok ? result.value : before; }, conduct());
      const step = { ...press, act: drawnFrom(kept, press.act) };
      const once = decided(kept, step);
      if (once.ok) expect(decided(once.value, step)).toEqual(once);
    }));
  });
});

describe('the meetings', () => {
  const ward = officeOfYears({ rounds: [...Object.values(YEARS), midRound({ id: roundId('FY2026-trial'), trial: true, meetingOn: day('2026-11-18') })] });
  it.each([['2026-10-26 16:59', 'FY2026-q1'], ['2026-10-27 23:59', undefined], ['2026-10-28 00:00', 'FY2026-mid'], ['2027-01-25 16:59', 'FY2026-mid'], ['2027-01-25 17:00', undefined], ['2027-01-27 00:00', 'FY2026-q3']])('at %s it is that of %s which gives 指示・意見', (at, round) => {
    expect(roundToDirect(ward, tokyo(at))?.id).toBe(round);
  });
  it('of two years are looked back to, and trials have none', () => {
    expect(meetingsHeld(ward, tokyo('2027-04-01 10:00'))).toHaveLength(MEETINGS_KEPT);
    expect(meetingsHeld(ward, tokyo('2026-12-01 10:00')).map(({ id }) => id)).not.toContain('FY2026-trial');
    expect(meetingsBefore(ward, YEARS.midb).at(-1)?.id).toBe('FY2026-q1');
    expect(meetingsBefore(ward, { ...YEARS.midb, trial: true })).toEqual([]);
  });
  it('give what stands of one unit, the newest meeting first', () => {
    const one = after({ act: give() }, { act: give({ base: 1, section: sectionId('eisei'), initiative: '' }) });
    const past = [{ round: YEARS.q1b, conduct: one }, { round: YEARS.midb, conduct: after({ act: give() }, { act: follow(), who: staff() }) }];
    expect(directionsOf(past, sectionId('soumu')).map(({ round, direction: { state } }) => [round.id, state])).toEqual([['FY2026-mid', 'done'], ['FY2026-q1', 'ongoing']]);
    expect(openOf(directionsOf(past, sectionId('soumu')))).toHaveLength(1);
  });
  it.each(['FY2026-mid.1', 'FY2026-mid.40'])('name one by %s', (key) => {
    const parsed = parseDirectionKey(key);
    expect(parsed.ok && directionKey(parsed.value)).toBe(key);
  });
  it.each(['FY2026-mid', 'FY2026-mid.0', 'FY2026-mid.', '.1', 'FY2026-mid.1.1', 'FY2026-mid.-1', 'constructor.1'])('and none by %s', (key) => { expect(parseDirectionKey(key).ok).toBe(false); });
});

describe('前回の指示・意見 in the next summary', () => {
  const acts = (...steps: readonly Step[]) => after(...steps).directions ?? [];
  const JULY = '2026-07-29 15:00';
  const q1 = { office: officeOfYears(), round: YEARS.q1b };
  const july = (text: string, base: number, at = JULY): Step => ({ act: give({ text, base }), at, given: q1 });
  const heard = (previous: PastRound, asOf = '2026-10-26 17:00') => summarise(facts(), previous, tokyo(asOf), 1).directed;
  const past = (directions: PastRound['directions'], before?: PastRound): PastRound => ({ round: YEARS.q1b, reports: [], directions: directions ?? [], ...(before && { before }) });

  it('says how many there were and what came of them', () => {
    expect(heard(past(acts(july('一', 0), july('二', 1), { act: follow(), who: staff(), at: '2026-09-01 10:00', given: q1 })))).toEqual({ given: 2, done: 1, earlier: 0 });
  });
  it('says nothing where there are none, or all were taken back', () => {
    expect(heard(past([]))).toBeUndefined();
    expect(heard(past(acts(july('一', 0), { act: withdraw(), at: '2026-08-03 10:00', given: q1 })))).toBeUndefined();
    expect(summarise(facts({ office: office() }), undefined, tokyo('2026-10-26 17:00'), 1)).not.toHaveProperty('directed');
  });
  it.each([['2026-10-26 16:59', 1], ['2026-10-26 17:00', 0]])('counts what was done by %s: %i, and stays so for ever', (at, done) => {
    expect(heard(past(acts(july('一', 0), { act: follow(), who: staff(), at, given: q1 })))).toEqual({ given: 1, done, earlier: 0 });
  });
  it('says which older ones are still 対応中', () => {
    const april = after({ act: give(), at: '2026-10-28 10:00' }).directions ?? [];
    const older = april.map((each) => ({ ...each, at: tokyo('2026-04-22 10:00') }));
    expect(heard(past(acts(july('一', 0)), { round: YEARS.end, reports: [], directions: older }))).toEqual({ given: 1, done: 0, earlier: 1 });
    expect(heard(past([], { round: YEARS.end, reports: [], directions: older }))).toEqual({ given: 0, done: 0, earlier: 1 });
    expect(heard(past([], { round: YEARS.end, reports: [], before: { round: YEARS.q3, reports: [], directions: older } }))).toEqual({ given: 0, done: 0, earlier: 1 });
  });
});
