import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayAnswer } from '../../src/domain/access.ts';
import { withAppointments, type PostAct } from '../../src/domain/appointments.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { holds, type Post } from '../../src/domain/office.ts';
import { merge } from '../../src/domain/registerDiff.ts';
import { appointed, ended, first, postOf, record } from '../fixtures/appointments.ts';
import { day, office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { channelAddress, places } from '../fixtures/places.ts';

const soumu = sectionId('soumu');
const postsAfter = (folder: readonly Post[], ...acts: readonly PostAct[]): readonly Post[] => withAppointments(office({ posts: folder }), record(...acts)).posts;

describe('an office with what was decided in chat', () => {
  it('is as the folder has it while nothing was', () => {
    const folder = office();
    expect(withAppointments(folder, undefined)).toBe(folder);
    expect(withAppointments(folder, record())).toBe(folder);
  });

  it('has the posts of the folder and those given in chat', () => {
    expect(postsAfter([postOf('head', 1)], appointed(postOf('deputy', 2)))).toEqual([postOf('head', 1), postOf('deputy', 2)]);
  });

  it('is the same object for as long as neither changes, so that nothing is counted twice', () => {
    const [folder, acts] = [office(), record(appointed(postOf('head', 1)))];
    expect(withAppointments(folder, acts)).toBe(withAppointments(folder, acts));
    expect(withAppointments(folder, record(appointed(postOf('head', 1))))).not.toBe(withAppointments(folder, acts));
  });

  it.each([
    ['that is open, at the last day', postOf('head', 1), '2026-10-15', [postOf('head', 1, { to: '2026-10-15' })]],
    ['that would have ended later, earlier', postOf('head', 1, { to: '2027-03-31' }), '2026-10-15', [postOf('head', 1, { to: '2026-10-15' })]],
    ['that ended before, not later', postOf('head', 1, { to: '2026-09-30' }), '2026-10-15', [postOf('head', 1, { to: '2026-09-30' })]],
    ['on the day on which it begins', postOf('head', 1, { from: '2026-10-15' }), '2026-10-15', [postOf('head', 1, { from: '2026-10-15', to: '2026-10-15' })]],
    ['that would begin only on the day after, before it begins', postOf('head', 1, { from: '2026-10-16' }), '2026-10-15', []],
  ])('ends a post %s, whoever gave it', (_, post, lastDay, left) => {
    expect(postsAfter([post], ended(post, lastDay))).toEqual(left);
    expect(postsAfter([], appointed(post), ended(post, lastDay))).toEqual(left);
  });

  it('leaves every other post as it is: another person’s, another unit’s, another role', () => {
    const others = [postOf('head', 2), postOf('head', 1, {}, 'eisei'), postOf('reporter', 1)];
    expect(postsAfter(others, ended(postOf('head', 1), '2026-10-15'))).toEqual(others);
  });

  it('ends a post that the folder gives under another name of the same person', () => {
    const byUpn: Post = { ...postOf('head', 1), person: 'Hanako@example.lg.jp' };
    const [left] = postsAfter([byUpn], ended(postOf('head', 1), '2026-10-15', [personId(1), 'hanako@example.lg.jp']));
    expect(left?.to).toBe('2026-10-15');
  });

  it('can give a post again after it was ended', () => {
    const again = postOf('head', 1, { from: '2026-11-01' });
    expect(postsAfter([], appointed(postOf('head', 1)), ended(postOf('head', 1), '2026-10-15'), appointed(again))).toEqual([postOf('head', 1, { to: '2026-10-15' }), again]);
  });

  it('does not bring back by an import what was ended, unless the folder gives it anew from a later day', () => {
    const end = ended(postOf('head', 1), '2026-10-15');
    for (const from of [undefined, '2026-04-01', '2026-10-15']) {
      expect(postsAfter([postOf('head', 1, from === undefined ? {} : { from })], end).every(({ to }) => to === '2026-10-15')).toBe(true);
    }
    expect(postsAfter([postOf('head', 1, { from: '2026-10-16' })], end)).toEqual([postOf('head', 1, { from: '2026-10-16' })]);
  });
});

describe('代理の順', () => {
  const deputies = (...acts: readonly PostAct[]) => postsAfter([postOf('deputy', 1), postOf('deputy', 9, {}, 'eisei')], appointed(postOf('deputy', 2)), ...acts)
    .filter((post) => post.role === 'deputy' && post.section === soumu).map(({ person }) => Number(person.slice(-2)));
  it('is that in which they were given, the folder’s before', () => { expect(deputies()).toEqual([1, 2]); });
  it('has in front whom it was decided for last', () => {
    expect(deputies(first(2))).toEqual([2, 1]);
    expect(deputies(first(2), first(1))).toEqual([1, 2]);
  });
  it('of one unit leaves that of another', () => { expect(deputies(first(2, 'eisei'))).toEqual([1, 2]); });
});

describe('a right by a post given in chat', () => {
  const held = office({ posts: [] });
  const given = (span: { readonly from?: string; readonly to?: string }) => withAppointments(held, record(appointed(postOf('deputy', 1, span))));
  const may = (span: { readonly from?: string; readonly to?: string }, wall: string) =>
    mayAnswer(given(span), places(), { names: [personId(1)], known: undefined }, soumu, channelAddress('elsewhere'), dayOf('Asia/Tokyo', tokyo(wall))).may;

  it.each([
    ['2026-10-14 23:59', 'no'], ['2026-10-15 00:00', 'yes'], ['2026-10-31 23:59', 'yes'], ['2026-11-01 00:00', 'no'],
  ] as const)('holds from 0:00 of the first day to 24:00 of the last, in Tokyo: %s %s', (wall, right) => {
    expect(may({ from: '2026-10-15', to: '2026-10-31' }, wall)).toBe(right);
  });

  it('is gone in every place after the last day, though the person declared nothing and the folder says nothing', () => {
    const over = withAppointments(office({ posts: [postOf('head', 1)] }), record(ended(postOf('head', 1), '2026-10-15')));
    expect(holds(over, [personId(1)], 'head', day('2026-10-15'), soumu)).toBe(true);
    expect(holds(over, [personId(1)], 'head', day('2026-10-16'), soumu)).toBe(false);
  });
});

describe('whatever was decided, and whatever is imported', () => {
  const days = fc.constantFrom('2026-04-01', '2026-09-30', '2026-10-15', '2026-10-16', '2027-03-31').map(day);
  const span = fc.record({ from: fc.option(days, { nil: undefined }), to: fc.option(days, { nil: undefined }) }).map(({ from, to }) => ({
    ...(from !== undefined && { from }), ...(to !== undefined && (from === undefined || from <= to) && { to }),
  }));
  const somebody = fc.integer({ min: 1, max: 3 }).map(personId);
  const post: fc.Arbitrary<Post> = fc.oneof(
    fc.tuple(somebody, span).map(([person, of]): Post => ({ role: 'secretariat', person, ...of })),
    fc.tuple(fc.constantFrom('head' as const, 'deputy' as const, 'reporter' as const), fc.constantFrom('soumu', 'eisei').map(sectionId), somebody, span).map(([role, section, person, of]): Post => ({ role, section, person, ...of })),
  );
  const act = fc.oneof(post.map(appointed), fc.tuple(post, days).map(([of, lastDay]) => ended(of, lastDay)), fc.integer({ min: 1, max: 3 }).map((n) => first(n)));
  const folders = fc.array(post, { maxLength: 6 });
  const ofChat = (posts: readonly Post[], acts: readonly PostAct[]) => withAppointments(office({ posts }), record(...acts)).posts;
  const key = (posts: readonly Post[]) => posts.map((each) => JSON.stringify(each)).toSorted();

  it('an import never changes what chat gave', () => {
    fc.assert(fc.property(folders, folders, fc.array(act, { maxLength: 8 }), (before, after, acts) => {
      const imported = merge(office({ posts: before }), office({ posts: after }), day('2026-10-15'), { sections: new Set(), initiatives: new Set(), rounds: new Set() });
      const together = withAppointments(imported, record(...acts)).posts;
      const alone = ofChat([], acts);
      for (const given of alone) expect(together).toContainEqual(given);
      expect(key(together)).toEqual(key([...ofChat(after, acts.filter(({ kind }) => kind !== 'appointed')), ...alone]));
    }));
  });

  it('a post that was ended gives no right after its last day, if it was not given since', () => {
    fc.assert(fc.property(folders, fc.array(act, { maxLength: 6 }), post, days, (folder, acts, over, lastDay) => {
      const open: Post = { ...over, from: day('2026-04-01') };
      const posts = ofChat(folder.filter(({ from }) => from === undefined || from <= lastDay), [...acts, ended(open, lastDay)]);
      const after = office({ posts: posts.filter(({ from }) => from === undefined || from <= lastDay) });
      const next = day('2027-04-01');
      expect(holds(after, [over.person], over.role, next, over.role === 'secretariat' ? undefined : over.section)).toBe(false);
    }));
  });
});
