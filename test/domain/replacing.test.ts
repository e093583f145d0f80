import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastMade, readingOf, type Reading } from '../../src/domain/edition.ts';
import { faceOf, isStale } from '../../src/domain/face.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { officeOccasions } from '../../src/domain/officeOccasions.ts';
import { viewOf } from '../../src/domain/occasion.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import { planRound } from '../../src/domain/plan.ts';
import { awaitedOf, decideReplacing, replacementOf, whenSent } from '../../src/domain/replacing.ts';
import { isSubmission, progressOf } from '../../src/domain/progress.ts';
import type { Actor, Change, Report } from '../../src/domain/report.ts';
import type { Edition } from '../../src/domain/round.ts';
import { sinceMeeting } from '../../src/domain/sinceMeeting.ts';
import { summarise } from '../../src/domain/summarise.ts';
import { actor, change, conduct, delivered, exempt, facts, message, paused, queued, report, skipped } from '../fixtures/facts.ts';
import { office, personId, tokyo } from '../fixtures/office.ts';

type Act = Omit<Change, 'seq'>;
const secretariat: Actor = { person: personId(90), name: '企画 太郎', as: 'secretariat' };
const submit = (at = '2026-10-15 10:00', mark = 'on-track', id = 'soumu-01'): Act => change(at, { [id]: { mark } });
const correct = (at: string, mark = 'delayed', id = 'soumu-01'): Act => change(at, { [id]: { mark } }, 'correct');

const first = message('summary', { date: '2026-10-27' });
const second = { ...first, key: `${first.key}:2`, edition: 2 };
const arrived = delivered(first, '2026-10-27 10:00');
const made = (...at: readonly string[]): { readonly editions: readonly Edition[] } => ({ editions: at.map((each) => ({ at: tokyo(each), by: secretariat })) });

type Given = { readonly soumu?: readonly Act[]; readonly eisei?: readonly Act[]; readonly entries?: readonly OutboxEntry[]; readonly editions?: readonly string[] } & Partial<RoundFacts>;
function at({ soumu = [submit()], eisei = [], entries = [arrived], editions = [], ...given }: Given = {}): RoundFacts {
  return facts({ reports: [report('soumu', ...soumu), report('eisei', ...eisei)], entries, conduct: conduct(made(...editions)), ...given });
}
const NOW = '2026-10-27 11:00';
const why = (given: RoundFacts, now = NOW): string => { const found = replacementOf(given, tokyo(now)); return found.ok ? found.value.changed.map(({ section, initiatives }) => `${section.name}${initiatives.length}`).join(' ') : found.error.kind; };
const press = (given: RoundFacts, { edition = 2, seen = '2026-10-27 10:30', now = NOW, by = secretariat } = {}) => decideReplacing(given, { edition, asOf: tokyo(seen), by }, tokyo(now));

describe('差替え can be sent', () => {
  it.each([
    ['2026-10-26 16:59', 'nothing-changed'], ['2026-10-26 17:00', '総務課1'], ['2026-10-27 10:59', '総務課1'], ['2026-10-27 11:00', 'nothing-changed'],
  ])('of a 訂正 made at %s, at 11:00 after the summary: %s', (made, expected) => {
    // What stands there before 資料確定 is in 第1版 already.
    expect(why(at({ soumu: [submit(), correct(made)] }))).toBe(expected);
  });
  it.each([['2026-10-28 17:14', '総務課1'], ['2026-10-28 17:15', 'over'], ['2026-10-29 09:00', 'over']])('until the day of the meeting is over: at %s %s', (now, expected) => {
    expect(why(at({ soumu: [submit(), correct('2026-10-27 10:30')] }), now)).toBe(expected);
  });
  it.each<[string, readonly OutboxEntry[]]>([['is not decided upon', []], ['waits', [queued(first, '2026-10-27 10:00')]], ['was held', [skipped(first, 'not-released', '2026-10-28 17:15')]]])('not while 第1版 %s', (_, entries) => {
    expect(why(at({ soumu: [submit(), correct('2026-10-27 09:00')], entries }))).toBe('not-sent');
  });
  it('not of what was changed and changed back', () => {
    expect(why(at({ soumu: [submit(), correct('2026-10-27 10:10'), correct('2026-10-27 10:20', 'on-track')] }))).toBe('nothing-changed');
  });
  it('not of 会議後の提出, nor of what is corrected in it', () => {
    expect(why(at({ soumu: [submit('2026-10-27 09:00'), correct('2026-10-27 09:30')], eisei: [submit('2026-10-15 10:00', 'on-track', 'eisei-01'), change('2026-10-22 10:00', {}, 'send-back'), submit('2026-10-27 09:00', 'delayed', 'eisei-01')] }))).toBe('nothing-changed');
  });
  it('not of drafts, nor of a unit that is exempt', () => {
    expect(why(at({ soumu: [submit(), change('2026-10-27 09:00', { 'soumu-01': { mark: 'delayed' } }, 'save')] }))).toBe('nothing-changed');
    expect(why(at({ soumu: [submit(), correct('2026-10-27 09:00')], conduct: conduct(exempt('soumu')) }))).toBe('nothing-changed');
  });
  it('names the units in the order of the register, each with how many of its initiatives', () => {
    const eisei = [submit('2026-10-15 10:00', 'on-track', 'eisei-01'), correct('2026-10-27 09:00', 'delayed', 'eisei-01')];
    expect(why(at({ soumu: [submit(), submit('2026-10-16 10:00', 'on-track', 'soumu-02'), correct('2026-10-27 09:10'), correct('2026-10-27 09:20', 'delayed', 'soumu-02')], eisei }))).toBe('総務課2 衛生課1');
  });
});

describe('a press', () => {
  const changed = { soumu: [submit(), correct('2026-10-27 10:10')] };
  const editions = (result: ReturnType<typeof press>) => (result.ok ? (result.value.editions ?? []).map(({ at: moment }) => moment) : result.error.kind);

  it('makes 第2版 as of its moment', () => { expect(editions(press(at(changed)))).toEqual([tokyo(NOW)]); });
  it('once more, or of two people at once, makes one edition', () => {
    const after = at({ ...changed, editions: [NOW] });
    expect(editions(press(after, { now: '2026-10-27 11:01', by: actor }))).toEqual([tokyo(NOW)]);
    expect(editions(press({ ...after, entries: [arrived, delivered(second, '2026-10-27 11:00')] }, { now: '2026-10-27 11:05' }))).toEqual([tokyo(NOW)]);
  });
  it('upon a preview that something came after makes none', () => {
    expect(editions(press(at({ soumu: [...changed.soumu, correct('2026-10-27 10:30', 'mostly')] })))).toBe('out-of-date');
    expect(editions(press(at(changed), { edition: 3 }))).toBe('out-of-date');
    expect(editions(press(at({ ...changed, editions: ['2026-10-27 10:20'] }), { edition: 2, seen: '2026-10-27 10:05' }))).toBe('out-of-date');
  });
  it('makes none while 第2版 is on its way, and 第3版 once it is there and something changed since', () => {
    const third = { soumu: [...changed.soumu, correct('2026-10-27 13:00', 'mostly')], editions: [NOW] };
    const pressed = { edition: 3, seen: '2026-10-27 13:30', now: '2026-10-27 14:00' };
    expect(editions(press(at({ ...third, entries: [arrived, queued(second, NOW)] }), pressed))).toBe('under-way');
    expect(editions(press(at({ ...third, entries: [arrived, delivered(second, NOW)] }), pressed))).toEqual([tokyo(NOW), tokyo('2026-10-27 14:00')]);
  });
  it('at the moment at which the day of the meeting ends makes none', () => {
    expect(editions(press(at(changed), { now: '2026-10-28 17:15' }))).toBe('over');
  });
});

describe('第2版 goes out', () => {
  const pressed = (moment: string, given: Given = {}): RoundFacts => at({ soumu: [submit(), correct('2026-10-27 10:10')], editions: [moment], ...given });
  const keys = (given: RoundFacts, now: string) => planRound(tokyo(now), given).queue.map(({ key }) => key).filter((key) => key.includes(':summary:'));

  it('by a key of its own, at once', () => { expect(keys(pressed(NOW), NOW)).toEqual(['saiwai:FY2026-mid:summary:2026-10-27:2']); });
  it.each([['2026-10-27 12:10', '2026-10-27 13:00'], ['2026-10-27 18:00', '2026-10-28 08:30']])('pressed at %s at %s', (moment, opens) => {
    expect(keys(pressed(moment), moment)).toEqual([]);
    expect(whenSent(pressed(moment), tokyo(moment))).toEqual({ how: 'at', at: tokyo(opens) });
    expect(keys(pressed(moment), opens)).toHaveLength(1);
  });
  it('not after the day of the meeting', () => {
    const plan = planRound(tokyo('2026-10-28 17:15'), pressed('2026-10-28 17:14'));
    expect(plan.skip.map(({ message: { edition }, why: reason }) => [edition, reason])).toContainEqual([2, 'too-late']);
  });
  it('not during 一時停止, and after it', () => {
    const life = (to?: string) => ({ ...facts().life, pauses: [paused('2026-10-27 10:30', to)] });
    expect([keys(pressed(NOW, { life: life() }), NOW), whenSent(pressed(NOW, { life: life() }), tokyo(NOW)).how]).toEqual([[], 'resumed']);
    expect(keys(pressed(NOW, { life: life('2026-10-27 14:00') }), '2026-10-27 14:00')).toHaveLength(1);
  });
  it('what could not be sent by the end of the meeting is told to the secretariat', () => {
    const told = (entries: readonly OutboxEntry[]) => officeOccasions(viewOf(pressed(NOW, { entries }), tokyo('2026-10-29 09:00'))).filter(({ message: { kind } }) => kind === 'summary-missed').length;
    expect([told([arrived, skipped(second, 'too-late', '2026-10-28 17:15')]), told([arrived, delivered(second, NOW)])]).toEqual([1, 0]);
  });
  it('the secretariat reads that it is on its way, or that it perhaps did not arrive', () => {
    const failed: OutboxEntry = { message: second, delivery: { state: 'failed', at: tokyo(NOW), why: '413', attempts: 1 } };
    const doubted: OutboxEntry = { message: second, delivery: { state: 'uncertain', at: tokyo(NOW), why: '503', attempts: 1, doubts: 1 } };
    const awaited = [[], [arrived, failed], [arrived, doubted]].map((entries) => awaitedOf(pressed(NOW, entries.length === 0 ? {} : { entries }), tokyo(NOW)));
    expect(awaited).toEqual((['under-way', 'undelivered', 'in-doubt'] as const).map((kind) => ({ kind, edition: 2 })));
  });
  it('once it has arrived the older card says so, and only then', () => {
    const waits = pressed(NOW, { entries: [arrived, queued(second, NOW)] });
    const there = pressed(NOW, { entries: [arrived, delivered(second, NOW)] });
    const shown = faceOf(first, waits, tokyo(NOW));
    expect([isStale({ ...arrived, shown }, waits, tokyo(NOW)), isStale({ ...arrived, shown }, there, tokyo(NOW)), faceOf(second, there, tokyo(NOW))]).toEqual([false, true, 'edition 2']);
  });
});

const stood = (given: RoundFacts, { asOf, edition, closedAt }: Reading) => summarise(given, undefined, asOf, edition, closedAt);

describe('an edition', () => {
  const mark = (given: RoundFacts, edition: number) => stood(given, readingOf(given, edition, tokyo('2026-12-01 09:00'))).counts.find(({ mark: id }) => id === 'delayed')?.count;
  const given = at({ soumu: [submit(), correct('2026-10-27 10:10')], editions: [NOW] });

  it('holds what was corrected before its moment, and 第1版 stays as it was', () => { expect([mark(given, 1), mark(given, 2)]).toEqual([0, 1]); });
  it('holds nothing that was corrected at its very moment', () => { expect(mark(at({ soumu: [submit(), correct(NOW)], editions: [NOW] }), 2)).toBe(0); });
  it('holds neither 会議後の提出 nor what was decided after 資料確定', () => {
    const late = at({ soumu: [submit(), change('2026-10-27 09:00', {}, 'send-back')], eisei: [submit('2026-10-27 09:00', 'delayed', 'eisei-01')], editions: [NOW] });
    const { submitted, initiativesAnswered } = stood(late, readingOf(late, 2, tokyo(NOW)));
    expect([submitted, initiativesAnswered]).toEqual([stood(late, readingOf(late, 1, tokyo(NOW))).submitted, 1]);
  });

  const KINDS = ['save', 'submit', 'correct', 'send-back', 'confirm', 'accept', 'reword'] as const;
  const moments = fc.integer({ min: 0, max: 60 * 24 * 9 }).map((minutes) => new Date(Date.parse('2026-10-20T00:00:00Z') + minutes * 60_000).toISOString().replace('.000Z', 'Z') as Instant);
  const acts = fc.array(fc.record({ at: moments, kind: fc.constantFrom(...KINDS), mark: fc.constantFrom('on-track', 'delayed', 'mostly'), id: fc.constantFrom('soumu-01', 'soumu-02') }), { maxLength: 14 });
  const inOrder = (list: readonly { readonly at: Instant; readonly kind: (typeof KINDS)[number]; readonly mark: string; readonly id: string }[]): readonly Act[] =>
    list.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ at: moment, kind, mark: to, id }) => ({ ...change('2026-10-20 09:00', { [id]: { mark: to } }, kind), at: moment }));

  it('is the same for ever, whatever happens after it', () => {
    fc.assert(fc.property(acts, fc.array(moments, { minLength: 1, maxLength: 3 }), (list, pressed) => {
      const moment = pressed.toSorted();
      const all = facts({ reports: [report('soumu', ...inOrder(list))], entries: [arrived], conduct: conduct({ editions: moment.map((each) => ({ at: each, by: secretariat })) }) });
      for (const [index, sent] of moment.entries()) {
        const then: RoundFacts = { ...all, reports: all.reports.map((each): Report => ({ ...each, changes: each.changes.filter(({ at: of }) => of < sent) })), conduct: conduct({ editions: all.conduct.editions!.slice(0, index + 1) }) };
        const edition = index + 2;
        expect(stood(all, readingOf(all, edition, tokyo('2027-03-01 09:00')))).toEqual(stood(then, readingOf(then, edition, sent)));
      }
    }));
  });

  it('holds each 訂正 of what stood at 資料確定, or the next summary lists it: once, and never both', () => {
    const freeze = tokyo('2026-10-26 17:00');
    const afterSent = fc.integer({ min: 0, max: 60 * 30 }).map((minutes) => new Date(Date.parse('2026-10-27T01:00:00Z') + minutes * 60_000).toISOString().replace('.000Z', 'Z') as Instant);
    fc.assert(fc.property(acts, fc.option(afterSent, { nil: undefined }), (list, pressed) => {
      const own = facts({ reports: [report('soumu', ...inOrder(list.filter(({ kind, at: of }) => kind !== 'correct' || freeze <= of)))], conduct: conduct(pressed === undefined ? {} : { editions: [{ at: pressed, by: secretariat }] }) });
      const read = readingOf(own, lastMade(own.conduct), tokyo('2026-12-01 09:00'));
      const listed = sinceMeeting(office(), { round: own.round, reports: own.reports, read }, tokyo('2027-01-25 17:00')).reduce((sum, { corrections }) => sum + corrections, 0);
      const since = isSubmission(progressOf(own.reports[0], freeze)) ? (pressed ?? freeze) : freeze;
      expect(listed).toBe(own.reports[0]!.changes.filter(({ kind, at: of }) => kind === 'correct' && since <= of).length);
    }));
  });
});
