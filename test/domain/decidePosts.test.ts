import { describe, expect, it } from '@jest/globals';
import { withAppointments } from '../../src/domain/appointments.ts';
import { appoint, deputiesOf, end, endable, makeFirst, mayDecide, nameOfPost, rolesGivenBy, type Appointing, type Decider, type Ending } from '../../src/domain/decidePosts.ts';
import { holds, type Post } from '../../src/domain/office.ts';
import { postOf, record } from '../fixtures/appointments.ts';
import { day, office as wardOffice, personId, sectionId, tokyo } from '../fixtures/office.ts';

const [soumu, eisei] = [sectionId('soumu'), sectionId('eisei')];
const secretariat: Post = { role: 'secretariat', person: personId(90) };
const today = day('2026-10-15');
const by = (n: number): Decider => ({ person: personId(n), names: [personId(n)], at: tokyo('2026-10-15 10:00'), today });
const [HEAD, DEPUTY, STAFF, SECRETARIAT] = [1, 2, 3, 90] as const;
const posts: readonly Post[] = [secretariat, postOf('head', HEAD), postOf('deputy', DEPUTY)];
const office = wardOffice({ posts });
const wish = (given: Partial<Appointing> = {}): Appointing => ({ section: soumu, role: 'reporter', person: personId(5), names: [personId(5)], from: '', to: '', ...given });
const given = (decider: Decider, of: Partial<Appointing> = {}, at = office) => appoint(at, decider, wish(of));

describe('who decides on the posts of a unit', () => {
  it.each([
    ['the secretariat, of any unit', SECRETARIAT, soumu, true], ['and of itself', SECRETARIAT, undefined, true],
    ['its head', HEAD, soumu, true], ['not of another unit', HEAD, eisei, false], ['nor of the secretariat', HEAD, undefined, false],
    ['not a deputy', DEPUTY, soumu, false], ['nor anybody else', STAFF, soumu, false],
  ])('%s', (_, who, section, may) => { expect(mayDecide(office, by(who), { section })).toBe(may); });

  it('a head no more on the day after the last in the post', () => {
    const until = (to: string) => mayDecide(wardOffice({ posts: [postOf('head', HEAD, { to })] }), by(HEAD), { section: soumu });
    expect([until('2026-10-15'), until('2026-10-14')]).toEqual([true, false]);
  });

  it('the head gives deputies and reporters; heads are named by the secretariat', () => {
    expect(rolesGivenBy(office, by(HEAD), { section: soumu })).toEqual(['deputy', 'reporter']);
    expect(rolesGivenBy(office, by(SECRETARIAT), { section: soumu })).toEqual(['head', 'deputy', 'reporter']);
    expect(given(by(HEAD), { role: 'head' })).toEqual({ ok: false, error: { kind: 'head-by-secretariat' } });
    expect(given(by(SECRETARIAT), { role: 'head' }).ok).toBe(true);
  });
});

describe('登録する', () => {
  it('is from today, and open, unless something else is said; with who decided and when', () => {
    expect(given(by(HEAD))).toEqual({ ok: true, value: { kind: 'appointed', post: postOf('reporter', 5, { from: '2026-10-15' }), at: tokyo('2026-10-15 10:00'), by: personId(HEAD) } });
  });

  it('gives the right that it names', () => {
    const act = given(by(SECRETARIAT), { section: undefined, role: '' });
    expect(act.ok && holds(withAppointments(office, record(act.value)), [personId(5)], 'secretariat', today)).toBe(true);
  });

  it.each([
    ['nobody was chosen', { person: undefined }, { kind: 'choose', what: 'person' }],
    ['no post was chosen', { role: '' }, { kind: 'choose', what: 'role' }],
    ['the first day is no day', { from: '2026-02-30' }, { kind: 'bad-day', what: 'from' }],
    ['the last day is no day', { to: '明日' }, { kind: 'bad-day', what: 'to' }],
    ['it ends before it begins', { from: '2026-10-15', to: '2026-10-14' }, { kind: 'ends-before-it-begins' }],
    ['it ends before today, on which it would begin', { to: '2026-10-14' }, { kind: 'ends-before-it-begins' }],
    ['a name is entered ahead of a transfer', { from: '2026-10-16' }, { kind: 'not-ahead' }],
    ['the unit is none of the office', { section: sectionId('nowhere') }, { kind: 'not-yours' }],
  ] as const)('is refused where %s', (_, of, error) => {
    expect(given(by(SECRETARIAT), of)).toEqual({ ok: false, error });
  });

  it.each([
    ['a day as long as this', { from: '2026-10-15', to: '2026-10-15' }], ['a deputy ahead', { role: 'deputy', from: '2026-10-16', to: '2026-10-30' }], ['from a day that has passed', { from: '2026-10-01' }],
  ])('may be for %s', (_, of) => { expect(given(by(HEAD), of).ok).toBe(true); });

  it('is refused to whoever may not decide, whatever is wished', () => {
    expect(given(by(DEPUTY), { person: undefined })).toEqual({ ok: false, error: { kind: 'not-yours' } });
  });

  it.each([
    ['overlaps in a day', '2026-10-31', false], ['begins after it', '2026-10-30', true],
  ])('of what somebody holds already is refused where it %s', (_, heldUntil, may) => {
    const held = postOf('deputy', 5, { to: heldUntil });
    const at = wardOffice({ posts: [...posts, held] });
    const act = given(by(HEAD), { role: 'deputy', from: '2026-10-31' }, at);
    expect(act).toEqual(may ? expect.objectContaining({ ok: true }) : { ok: false, error: { kind: 'holds-already', post: held, again: false } });
    expect(given(by(HEAD), { role: 'reporter' }, at).ok).toBe(true);
  });

  it('knows a press that was delivered twice', () => {
    const act = given(by(HEAD));
    const after = act.ok ? withAppointments(office, record(act.value)) : office;
    expect(given(by(HEAD), {}, after)).toMatchObject({ ok: false, error: { kind: 'holds-already', again: true } });
  });
});

describe('職を終える', () => {
  const reporter = postOf('reporter', 5, { from: '2026-10-01' });
  const at = wardOffice({ posts: [...posts, reporter] });
  const over = (decider: Decider, of: Partial<Ending> = {}, of_ = at) => end(of_, decider, (person) => [person, 'upn@example.lg.jp'], { section: soumu, post: nameOfPost(reporter), lastDay: '', ...of });

  it('is with the end of today unless another day is said, under all names of the person', () => {
    expect(over(by(HEAD))).toEqual({
      ok: true, value: { kind: 'ended', post: reporter, names: [personId(5), 'upn@example.lg.jp'], lastDay: '2026-10-15', at: tokyo('2026-10-15 10:00'), by: personId(HEAD) },
    });
    expect(over(by(HEAD), { lastDay: '2027-03-31' })).toMatchObject({ ok: true, value: { lastDay: '2027-03-31' } });
  });

  it.each([
    ['nothing was chosen', {}, { post: '' }, { kind: 'choose', what: 'post' }],
    ['it is there no longer', {}, { post: 'reporter|somebody|' }, { kind: 'no-longer' }],
    ['the day is none', {}, { lastDay: '10/15' }, { kind: 'bad-day', what: 'last-day' }],
    ['it is the head’s own post', {}, { post: nameOfPost(postOf('head', HEAD)) }, { kind: 'no-longer' }],
    ['it is another unit’s', {}, { section: eisei }, { kind: 'not-yours' }],
  ] as const)('is refused to a head where %s', (_, __, of, error) => { expect(over(by(HEAD), of)).toEqual({ ok: false, error }); });

  it('offers what is not over yet, and what the decider may end', () => {
    const some = wardOffice({ posts: [...posts, postOf('reporter', 6, { to: '2026-10-14' }), postOf('reporter', 7, { to: '2026-10-15' }), postOf('deputy', 8, { from: '2026-11-01' })] });
    const names = (who: number) => endable(some, by(who), { section: soumu }).map(({ person }) => Number(person.slice(-2)));
    expect(names(SECRETARIAT)).toEqual([1, 2, 7, 8]);
    expect(names(HEAD)).toEqual([2, 7, 8]);
  });

  it('leaves somebody in the secretariat', () => {
    const last = { section: undefined, post: nameOfPost(secretariat) };
    const withOther = (other: Post) => over(by(SECRETARIAT), last, wardOffice({ posts: [secretariat, other] }));
    expect(over(by(SECRETARIAT), last)).toEqual({ ok: false, error: { kind: 'last-of-secretariat' } });
    expect(withOther({ role: 'secretariat', person: personId(91), to: day('2027-03-31') }).ok).toBe(false);
    expect(withOther({ role: 'secretariat', person: personId(91) }).ok).toBe(true);
    expect(withOther({ role: 'secretariat', person: 'UPN@example.lg.jp' }).ok).toBe(false); // the same person
  });
});

describe('代理の1番目にする', () => {
  const at = wardOffice({ posts: [...posts, postOf('deputy', 5)] });
  it('makes them the first of the deputies', () => {
    const act = makeFirst(at, by(HEAD), { section: soumu, person: personId(5), names: [personId(5)] });
    expect(act.ok && deputiesOf(withAppointments(at, record(act.value)), soumu, today).map(({ person }) => person)).toEqual([personId(5), personId(DEPUTY)]);
  });
  it.each([
    [HEAD, '', { kind: 'choose', what: 'person' }], [HEAD, personId(7), { kind: 'no-longer' }], [STAFF, personId(5), { kind: 'not-yours' }],
  ])('by %s of %s is refused', (who, person, error) => { expect(makeFirst(at, by(who), { section: soumu, person, names: [person] })).toEqual({ ok: false, error }); });
});
