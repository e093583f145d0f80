import { describe, expect, it } from '@jest/globals';
import type { Values } from '../../src/domain/report.ts';
import { summarise } from '../../src/domain/summarise.ts';
import type { PastRound } from '../../src/domain/summary.ts';
import { asked, change, conduct, delivered, exempt, facts, message, report, submission } from '../fixtures/facts.ts';
import { day, initiative, midRound, office, roundId, section, sectionId, tokyo } from '../fixtures/office.ts';

const freeze = tokyo('2026-10-26 17:00');
type Said = Readonly<Record<string, Values>>;
const said = (of: string, values: Said, at = '2026-10-15 16:40') => report(of, change(at, values));
const q1 = midRound({ id: roundId('FY2026-q1'), kind: 'progress', asOf: day('2026-06-30'), meetingOn: day('2026-07-29') });
const lastTime = (values: Said, at = '2026-07-15 10:00'): PastRound => ({ round: q1, reports: [report('soumu', change(at, values))] });
const now = (values: Said, previous?: PastRound, given: Parameters<typeof facts>[0] = {}) => summarise(facts({ reports: [said('soumu', values)], ...given }), previous, freeze, 1);
const mark = (id: string, discuss?: string): Values => ({ mark: id, ...(discuss !== undefined && { discuss }) });

describe('提出', () => {
  const reports = [submission('soumu', '2026-10-26 16:59', ['soumu-01', 'soumu-02', 'soumu-03']), submission('eisei', '2026-10-26 17:00', ['eisei-01', 'eisei-02'])];

  it('counts what was submitted before 資料確定, and names who is missing', () => {
    expect(summarise(facts({ reports }), undefined, freeze, 1)).toMatchObject({
      submitted: 1, of: 2, initiativesAnswered: 3, initiatives: 5, missing: [section('eisei', '衛生課')], asOf: freeze, edition: 1,
    });
  });

  it('is as of its moment: before, nothing; a minute later, all', () => {
    const asOf = (wall: string) => summarise(facts({ reports }), undefined, tokyo(wall), 1).submitted;
    expect([asOf('2026-10-26 16:59'), asOf('2026-10-26 17:01')]).toEqual([0, 2]);
  });

  it('does not count a draft, nor what was corrected after that moment', () => {
    const corrected = report('soumu', change('2026-10-15 16:40', { 'soumu-01': mark('on-track') }), change('2026-10-26 17:00', { 'soumu-01': mark('delayed') }));
    const draft = report('eisei', change('2026-10-15 16:40', { 'eisei-01': mark('on-track') }, 'save'));
    expect(summarise(facts({ reports: [corrected, draft] }), undefined, freeze, 1)).toMatchObject({ submitted: 1, initiativesAnswered: 1, attention: [], missing: [{ id: 'eisei' }] });
  });

  it('leaves exempt units out, if they were so by then', () => {
    const exemptSince = (wall: string) => summarise(facts({ conduct: conduct(exempt('eisei', tokyo(wall))) }), undefined, freeze, 1).of;
    expect([exemptSince('2026-10-26 16:59'), exemptSince('2026-10-26 17:00')]).toEqual([1, 2]);
  });

  it('lists the missing in the order of the register', () => {
    const grown = office({ sections: [section('kumin', '区民課'), ...office().sections], initiatives: [...office().initiatives, initiative('kumin-01', 'kumin')] });
    expect(summarise(facts({ office: grown, reports }), undefined, freeze, 1).missing.map(({ name }) => name)).toEqual(['区民課', '衛生課']);
  });
});

describe('進捗', () => {
  const counts = (values: Said) => now(values).counts.map(({ count }) => count);

  it('counts each mark of the scale, in its order', () => {
    expect(now({ 'soumu-01': mark('on-track'), 'soumu-02': mark('delayed'), 'soumu-03': mark('on-track') }).counts).toEqual([
      { mark: 'not-started', count: 0 }, { mark: 'on-track', count: 2 }, { mark: 'mostly', count: 0 }, { mark: 'delayed', count: 1 }, { mark: 'done', count: 0 }, { mark: 'changed', count: 0 },
    ]);
  });

  it('counts 変わりなし apart, as an answer', () => {
    const light = now({ 'soumu-01': { unchanged: 'yes' }, 'soumu-02': { unchanged: 'yes', mark: 'delayed' }, 'soumu-03': mark('on-track') });
    expect(light).toMatchObject({ unchanged: 2, initiativesAnswered: 3, attention: [] });
    expect(light.counts.map(({ count }) => count)).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('counts 「うちの取組ではありません」 nowhere', () => {
    expect(now({ 'soumu-01': { ...mark('delayed', '協議したい'), notOurs: 'yes' } })).toMatchObject({ initiatives: 4, initiativesAnswered: 0, attention: [], counts: expect.arrayContaining([{ mark: 'delayed', count: 0 }]) as never });
  });

  it('counts no initiative of another day than the 基準日, and none that was left empty', () => {
    expect(counts({ 'soumu-01': mark(''), 'soumu-99': mark('on-track') })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is 達成度 at the end of the year', () => {
    const yearend = midRound({ kind: 'yearend' });
    const summary = now({ 'soumu-01': mark('g5'), 'soumu-02': mark('g1') }, lastTime({ 'soumu-01': mark('on-track') }), { round: yearend });
    expect(summary.counts).toEqual([{ mark: 'g1', count: 1 }, { mark: 'g3', count: 0 }, { mark: 'g5', count: 1 }, { mark: 'gn', count: 0 }]);
    expect(summary).toMatchObject({ compared: 0, transitions: [], attention: [{ mark: 'g5', previous: undefined }] });
  });
});

describe('前回との比較', () => {
  it('has none in the first round of the year', () => {
    expect(now({ 'soumu-01': mark('on-track') })).toMatchObject({ compared: 0, transitions: [] });
  });

  it('compares only what was answered in both, and names only changes, in the order of the scale', () => {
    const summary = now(
      { 'soumu-01': mark('delayed'), 'soumu-02': mark('on-track'), 'soumu-03': mark('on-track') },
      lastTime({ 'soumu-01': mark('on-track'), 'soumu-02': mark('mostly'), 'eisei-01': mark('on-track') }),
    );
    expect(summary).toMatchObject({ compared: 2, transitions: [{ from: 'on-track', to: 'delayed', count: 1 }, { from: 'mostly', to: 'on-track', count: 1 }] });
  });

  it('counts what did not change among the compared', () => {
    const same = { 'soumu-01': mark('on-track'), 'soumu-02': mark('mostly'), 'soumu-03': mark('mostly') };
    expect(now({ ...same, 'soumu-03': mark('delayed'), 'soumu-02': mark('delayed') }, lastTime(same))).toMatchObject({ compared: 3, transitions: [{ from: 'mostly', to: 'delayed', count: 2 }] });
  });

  it.each([['2026-07-27 16:59', 1], ['2026-07-27 17:00', 0]])('compares with what the meeting read: submitted at %s, %i', (wall, compared) => {
    expect(now({ 'soumu-01': mark('on-track') }, lastTime({ 'soumu-01': mark('mostly') }, wall)).compared).toBe(compared);
  });

  it('does not compare what a unit disowned, or left empty', () => {
    const previous = lastTime({ 'soumu-01': { ...mark('on-track'), notOurs: 'yes' }, 'soumu-02': { done: '実施した。' } });
    expect(now({ 'soumu-01': mark('delayed'), 'soumu-02': mark('delayed') }, previous)).toMatchObject({ compared: 0, transitions: [], attention: [{ previous: undefined }, { previous: undefined }] });
  });

  it('変わりなし is compared and no change; a mark that was 変わりなし is the one before it', () => {
    const first = midRound({ id: roundId('FY2026-q0'), kind: 'progress', asOf: day('2026-04-30'), meetingOn: day('2026-05-27') });
    const before: PastRound = { round: first, reports: [report('soumu', change('2026-05-15 10:00', { 'soumu-01': mark('on-track'), 'soumu-03': mark('on-track') }))] };
    const light: PastRound = { ...lastTime({ 'soumu-01': { unchanged: 'yes' }, 'soumu-02': { unchanged: 'yes' }, 'soumu-03': { unchanged: 'yes' } }), before };
    const summary = now({ 'soumu-01': mark('delayed'), 'soumu-02': mark('delayed'), 'soumu-03': { unchanged: 'yes' } }, light);
    expect(summary).toMatchObject({ compared: 3, transitions: [{ from: 'on-track', to: 'delayed', count: 1 }] });
    expect(summary.attention.map(({ previous }) => previous)).toEqual(['on-track', undefined]);
    expect(now({ 'soumu-01': mark('delayed') }, lastTime({ 'soumu-01': { unchanged: 'yes' } }))).toMatchObject({ compared: 1, transitions: [] });
  });
});

describe('協議・確認をお願いしたいこと', () => {
  const lines = (values: Said, previous?: PastRound) => now(values, previous).attention.map(({ initiative: { id } }) => id);

  it('are the marks that call for it, and what a unit wants to discuss', () => {
    const summary = now({ 'soumu-01': mark('delayed'), 'soumu-02': mark('on-track', '増員の要否'), 'soumu-03': mark('on-track') });
    expect(summary.attention).toEqual([
      { section: section('soumu', '総務課'), initiative: office().initiatives[0], mark: 'delayed', previous: undefined, discuss: '' },
      { section: section('soumu', '総務課'), initiative: office().initiatives[1], mark: 'on-track', previous: undefined, discuss: '増員の要否' },
    ]);
  });

  it('begin with what became worse, then the marks, then the rest, each in the order of the register', () => {
    const values = { 'soumu-01': mark('on-track', '協議したい'), 'soumu-02': mark('changed'), 'soumu-03': mark('delayed') };
    expect(lines(values)).toEqual(['soumu-02', 'soumu-03', 'soumu-01']);
    expect(lines(values, lastTime({ 'soumu-01': mark('on-track'), 'soumu-02': mark('on-track'), 'soumu-03': mark('on-track') }))).toEqual(['soumu-03', 'soumu-02', 'soumu-01']);
    expect(lines(values, lastTime({ 'soumu-01': mark('done'), 'soumu-02': mark('on-track'), 'soumu-03': mark('not-started') }))).toEqual(['soumu-01', 'soumu-02', 'soumu-03']);
  });

  it('do not call worse what has no rank, or stayed the same', () => {
    expect(lines({ 'soumu-01': mark('changed'), 'soumu-02': mark('delayed') }, lastTime({ 'soumu-01': mark('on-track'), 'soumu-02': mark('delayed') }))).toEqual(['soumu-01', 'soumu-02']);
    expect(lines({ 'soumu-01': mark('changed'), 'soumu-02': mark('delayed') }, lastTime({ 'soumu-01': mark('on-track'), 'soumu-02': mark('changed') }))).toEqual(['soumu-01', 'soumu-02']);
  });

  it.each([[5, 5, 0], [6, 5, 1], [0, 0, 0]])('are five at most: of %i, %i and %i more', (given, shown, more) => {
    const ids = Array.from({ length: 7 }, (_, i) => `soumu-${i}`);
    const many = office({ initiatives: ids.map((id) => initiative(id, 'soumu')) });
    const values = Object.fromEntries(ids.map((id, i) => [id, mark(i < given ? 'delayed' : 'on-track')]));
    const summary = now(values, undefined, { office: many });
    expect([summary.attention.length, summary.more]).toEqual([shown, more]);
  });
});

describe('版', () => {
  it('is reproducible: what comes after its moment changes nothing', () => {
    const reports = [said('soumu', { 'soumu-01': mark('delayed') })];
    const first = summarise(facts({ reports, entries: [asked('soumu')] }), undefined, freeze, 2);
    const later = facts({
      reports: [report('soumu', ...[change('2026-10-15 16:40', { 'soumu-01': mark('delayed') }), change('2026-10-27 09:00', { 'soumu-01': mark('on-track') })]), said('eisei', { 'eisei-01': mark('on-track') }, '2026-10-27 09:00')],
      entries: [asked('soumu'), delivered(message('summary', { date: '2026-10-27' }), '2026-10-27 10:00')],
      conduct: conduct(exempt('eisei', tokyo('2026-10-27 09:00'))), people: [],
    });
    expect(summarise(later, undefined, freeze, 2)).toEqual(first);
  });

  it('is of the units of its moment', () => {
    const ending = office({ sections: [section('soumu', '総務課', { to: day('2026-10-26') }), section('eisei', '衛生課', { to: day('2026-10-25') })] });
    expect(summarise(facts({ office: ending }), undefined, freeze, 1).missing.map(({ id }) => id)).toEqual([sectionId('soumu')]);
  });
});
