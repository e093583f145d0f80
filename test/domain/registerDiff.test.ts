import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences, merge, type Answered } from '../../src/domain/registerDiff.ts';
import type { Office } from '../../src/domain/office.ts';
import { day, initiative, initiativeId, midRound, office, roundId, section, sectionId } from '../fixtures/office.ts';

const TODAY = day('2026-10-06');
const answered = (given: { sections?: string[]; initiatives?: string[]; rounds?: string[] } = {}): Answered => ({
  sections: new Set((given.sections ?? []).map(sectionId)), initiatives: new Set((given.initiatives ?? []).map(initiativeId)), rounds: new Set((given.rounds ?? []).map(roundId)),
});
const without = (given: Office, id: string): Office => ({
  ...given, sections: given.sections.filter((each) => each.id !== id), initiatives: given.initiatives.filter((each) => each.id !== id && each.section !== id),
});
const told = (stored: Office | undefined, next: Office) => differences(stored, next).map(({ kind, what, id }) => `${kind} ${what} ${id}`);

describe('取込み: what is kept', () => {
  it('takes a first office as it is', () => {
    expect(merge(undefined, office(), TODAY, answered())).toEqual(office());
  });

  it('removes an initiative that has vanished and was never answered', () => {
    expect(merge(office(), without(office(), 'soumu-02'), TODAY, answered({ initiatives: ['soumu-01'] })).initiatives.map(({ id }) => id)).not.toContain('soumu-02');
  });

  it('ends one that was answered on the day before, and never deletes it', () => {
    const next = merge(office(), without(office(), 'soumu-02'), TODAY, answered({ initiatives: ['soumu-02'] }));
    expect(next.initiatives.at(-1)).toEqual({ ...initiative('soumu-02', 'soumu'), to: '2026-10-05' });
  });

  it('leaves an earlier end as it was, and shortens a later one', () => {
    const ending = (to: string) => office({ initiatives: [initiative('soumu-01', 'soumu'), initiative('soumu-02', 'soumu', { to: day(to) })] });
    const after = (to: string) => merge(ending(to), without(ending(to), 'soumu-02'), TODAY, answered({ initiatives: ['soumu-02'] })).initiatives.at(-1)?.to;
    expect(['2026-09-30', '2026-10-05', '2026-10-06', '2027-03-31'].map(after)).toEqual(['2026-09-30', '2026-10-05', '2026-10-05', '2026-10-05']);
  });

  it('ends a section that has vanished if it has reported, with those of its initiatives that were answered', () => {
    const next = merge(office(), without(office(), 'eisei'), TODAY, answered({ sections: ['eisei'], initiatives: ['eisei-01'] }));
    expect(next.sections.at(-1)).toEqual({ ...section('eisei', '衛生課'), to: '2026-10-05' });
    expect(next.initiatives.filter(({ section: of }) => of === 'eisei').map(({ id }) => id)).toEqual(['eisei-01']);
  });

  it('keeps a section that still owns a kept initiative, though its reports were another’s', () => {
    const next = merge(office(), without(office(), 'eisei'), TODAY, answered({ initiatives: ['eisei-01'] }));
    expect(next.sections.map(({ id }) => id)).toContain('eisei');
  });

  it('keeps a section that has reported although its initiatives have moved to another', () => {
    const moved = office({ sections: [section('soumu', '総務課')], initiatives: office().initiatives.map((each) => ({ ...each, section: sectionId('soumu') })) });
    const once = merge(office(), moved, TODAY, answered({ sections: ['eisei'], initiatives: ['eisei-01', 'eisei-02'] }));
    const twice = merge(once, moved, day('2026-11-01'), answered({ sections: ['eisei'], initiatives: ['eisei-01', 'eisei-02'] }));
    expect(twice.sections.find(({ id }) => id === 'eisei')?.to).toBe('2026-10-05');
  });

  it('removes a section that never reported', () => {
    expect(merge(office(), without(office(), 'eisei'), TODAY, answered()).sections.map(({ id }) => id)).toEqual(['soumu']);
  });

  it('keeps a round with reports when the folder goes on to the next year, and drops one without', () => {
    const next = office({ rounds: [midRound({ id: roundId('FY2027-mid'), fiscalYear: 2027 })] });
    expect(merge(office(), next, TODAY, answered({ rounds: ['FY2026-mid'] })).rounds.map(({ id }) => id)).toEqual(['FY2027-mid', 'FY2026-mid']);
    expect(merge(office(), next, TODAY, answered()).rounds.map(({ id }) => id)).toEqual(['FY2027-mid']);
  });

  it('takes up an ended initiative again as the folder has it', () => {
    const ended = merge(office(), without(office(), 'soumu-02'), TODAY, answered({ initiatives: ['soumu-02'] }));
    expect(merge(ended, office(), TODAY, answered({ initiatives: ['soumu-02'] }))).toEqual(office());
  });

  it('never loses what was answered, never leaves an initiative without its section, and settles at once', () => {
    const ids = ['soumu-01', 'soumu-02', 'soumu-03', 'eisei-01', 'eisei-02'];
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), fc.subarray(['soumu', 'eisei']), (dropped, withAnswers, gone) => {
        const read = [...dropped, ...gone].reduce(without, office());
        const has = answered({ initiatives: withAnswers, sections: withAnswers.map((id) => id.slice(0, -3)) });
        const next = merge(office(), read, TODAY, has);
        for (const id of withAnswers) expect(next.initiatives.some((each) => each.id === id)).toBe(true);
        for (const { section: of } of next.initiatives) expect(next.sections.some(({ id }) => id === of)).toBe(true);
        expect(merge(next, read, day('2026-12-01'), has)).toEqual(next);
        expect(differences(next, merge(next, read, TODAY, has))).toEqual([]);
      }),
    );
  });
});

describe('差異', () => {
  it('are none between an office and itself, also after it was stored as JSON with its keys in another order', () => {
    const turned = JSON.parse(JSON.stringify(office()), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value) as Office;
    expect(differences(office(), turned)).toEqual([]);
    expect(differences({ ...office(), calendar: { ...office().calendar, closedDays: new Set(office().calendar.closedDays) } }, office())).toEqual([]);
  });

  it('of a first office are all that it has', () => {
    expect(told(undefined, office())).toEqual([
      'added section soumu', 'added section eisei', 'added initiative soumu-01', 'added initiative soumu-02', 'added initiative soumu-03', 'added initiative eisei-01', 'added initiative eisei-02',
      'added round FY2026-mid', expect.stringMatching(/^added post .*secretariat/u),
    ]);
  });

  it('name what is added and what is removed', () => {
    const next = office({ sections: [section('soumu', '総務課'), section('zeimu', '税務課')], initiatives: office().initiatives.filter(({ id }) => !id.startsWith('eisei')) });
    expect(told(office(), next)).toEqual(['added section zeimu', 'removed section eisei', 'removed initiative eisei-01', 'removed initiative eisei-02']);
  });

  it('name each field that changed, with both values', () => {
    const next = office({ initiatives: office().initiatives.map((each) => (each.id === 'soumu-01' ? { ...each, title: '新しい略称', goals: [1, 2] } : each)) });
    expect(differences(office(), next)).toEqual([{
      kind: 'changed', what: 'initiative', id: 'soumu-01', name: '新しい略称',
      fields: [{ field: 'title', before: '初期応対力の向上', after: '新しい略称' }, { field: 'goals', before: '[1]', after: '[1,2]' }],
    }]);
  });

  it('tell an end apart from other changes, and its taking back too', () => {
    const ended = office({ sections: [section('soumu', '総務課', { to: day('2026-10-05') }), section('eisei', '衛生課')] });
    expect(differences(office(), ended)).toEqual([{ kind: 'ended', what: 'section', id: 'soumu', name: '総務課', lastDay: '2026-10-05' }]);
    expect(differences(ended, office())).toEqual([{ kind: 'changed', what: 'section', id: 'soumu', name: '総務課', fields: [{ field: 'to', before: '2026-10-05', after: '' }] }]);
    const initiatives = office().initiatives.map((each) => (each.id === 'soumu-02' ? { ...each, to: day('2026-10-05') } : each));
    expect(told(office(), office({ initiatives }))).toEqual(['ended initiative soumu-02']);
    const renamedToo = office({ sections: [section('soumu', '総務部', { to: day('2026-10-05') }), section('eisei', '衛生課')] });
    expect(told(office(), renamedToo)).toEqual(['changed section soumu']);
  });

  it('name a moved meeting, a changed setting and a changed post', () => {
    const next = office({ rounds: [midRound({ meetingOn: day('2026-10-29') })], release: 'automatic', posts: [] });
    expect(told(office(), next)).toEqual(['changed setting release', 'changed round FY2026-mid', expect.stringMatching(/^removed post/u)]);
  });

  it('tell apart the posts that one person holds in two sections', () => {
    const head = (of: string) => ({ role: 'head', section: sectionId(of), person: 'a@example.jp' }) as const;
    expect(differences(office({ posts: [head('soumu')] }), office({ posts: [head('soumu'), head('eisei')] }))).toMatchObject([{ kind: 'added', what: 'post', name: 'a@example.jp' }]);
  });

  it('name another order of what both have, and not that of what is new', () => {
    const turned = office({ sections: [...office().sections].reverse() });
    expect(told(office(), turned)).toEqual(['changed setting sections-order']);
    const inserted = office({ sections: [section('zeimu', '税務課'), ...office().sections] });
    expect(told(office(), inserted)).toEqual(['added section zeimu']);
    expect(told(office(), office({ initiatives: [...office().initiatives].reverse() }))).toEqual(['changed setting initiatives-order']);
  });
});
