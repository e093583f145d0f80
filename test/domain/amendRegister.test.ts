import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amendedRegister, registerAt, type RegisterAmendment } from '../../src/domain/amendRegister.ts';
import { withAmendments } from '../../src/domain/amendments.ts';
import { amended, movedTo } from '../fixtures/amendments.ts';
import { initiative, office, section, sectionId, tokyo } from '../fixtures/office.ts';
import { added, changed, over, resumed, unitAdded, unitChanged, unitOver, unitResumed } from '../fixtures/registerActs.ts';

const folder = office();
const after = (...acts: readonly RegisterAmendment[]) => amendedRegister(folder, acts);
const titled = (id: string, ...acts: readonly RegisterAmendment[]) => after(...acts).initiatives.find((each) => each.id === id);
const unit = (id: string, ...acts: readonly RegisterAmendment[]) => after(...acts).sections.find((each) => each.id === id);

describe('a register with what was decided in chat', () => {
  it('is as the folder has it while nothing was', () => { expect(after()).toEqual({ sections: folder.sections, initiatives: folder.initiatives }); });

  it('has only what was changed otherwise', () => {
    expect(titled('soumu-02', changed('soumu-02', { title: '苦情の共有', goals: [2] }))).toEqual({ ...initiative('soumu-02', 'soumu'), title: '苦情の共有', goals: [2] });
    expect(unit('soumu', unitChanged('soumu', { channels: ['総務'] }))).toEqual(section('soumu', '総務課', { channels: ['総務'] }));
  });

  it('takes the last word on each field', () => {
    expect(titled('soumu-02', changed('soumu-02', { title: '一', category: '窓口' }), changed('soumu-02', { title: '二' }))).toMatchObject({ title: '二', category: '窓口' });
  });

  it('has what was added last, in the order in which it was', () => {
    const [one, two] = [initiative('added-001', 'soumu'), initiative('added-002', 'eisei')];
    expect(after(added(one), added(two)).initiatives.slice(-2)).toEqual([one, two]);
    expect(after(unitAdded(section('unit-001', '新しい課'))).sections.at(-1)).toEqual(section('unit-001', '新しい課'));
  });

  it('keeps an added initiative where a later folder has taken it up, as it was decided', () => {
    const mine = initiative('soumu-02', 'soumu', { title: '加えた取組' });
    expect(after(added(mine)).initiatives.map(({ id }) => id)).toEqual(folder.initiatives.map(({ id }) => id));
    expect(titled('soumu-02', added(mine))).toEqual(mine);
  });

  it('ends what was ended, and has no end where that was undone', () => {
    expect(titled('soumu-02', over('soumu-02', '2026-10-31'))).toEqual({ ...initiative('soumu-02', 'soumu'), to: '2026-10-31' });
    expect(titled('soumu-02', over('soumu-02', '2026-10-31'), resumed('soumu-02'))).toEqual(initiative('soumu-02', 'soumu'));
    expect(unit('eisei', unitOver('eisei', '2026-10-31'))?.to).toBe('2026-10-31');
    expect(unit('eisei', unitOver('eisei', '2026-10-31'), unitResumed('eisei'))).toEqual(section('eisei', '衛生課'));
  });

  it('changes nothing for an act on what is not there', () => {
    expect(after(changed('nobody-01', { title: '一' }), over('nobody-01', '2026-10-31'), resumed('nobody-01'), unitChanged('nobody', { name: '課' }), unitOver('nobody', '2026-10-31'))).toEqual(after());
  });

  it('leads over the folder, beside what was decided of its rounds', () => {
    const both = withAmendments(folder, amended(movedTo('FY2026-mid', '2026-11-06'), changed('soumu-02', { title: '二' })));
    expect([both.rounds[0]?.meetingOn, both.initiatives[1]?.title]).toEqual(['2026-11-06', '二']);
  });
});

describe('whatever is decided of a register', () => {
  const ids = ['soumu-01', 'soumu-02', 'eisei-01', 'added-001', 'added-002', 'nobody-01'];
  const units = ['soumu', 'eisei', 'unit-001', 'nobody'];
  const [day, id, of] = [fc.constantFrom('2026-09-30', '2026-10-31', '2027-03-31'), fc.constantFrom(...ids), fc.constantFrom(...units)];
  const act: fc.Arbitrary<RegisterAmendment> = fc.oneof(
    fc.tuple(id, fc.string({ minLength: 1, maxLength: 5 })).map(([which, title]) => changed(which, { title })), fc.tuple(id, of).map(([which, owner]) => changed(which, { section: sectionId(owner) })),
    fc.tuple(id, of).map(([which, owner]) => added(initiative(which, owner))), fc.tuple(id, day).map(([which, last]) => over(which, last)), id.map((which) => resumed(which)),
    fc.tuple(of, day).map(([which, last]) => unitOver(which, last)), of.map((which) => unitResumed(which)), of.map((which) => unitAdded(section(which, which))),
  );

  it('no initiative and no unit disappears, none is there twice, and the folder’s order stays', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const { initiatives, sections } = amendedRegister(folder, acts);
      for (const [list, before] of [[initiatives, folder.initiatives], [sections, folder.sections]] as const) {
        expect(list.slice(0, before.length).map((each) => each.id)).toEqual(before.map((each) => each.id));
        expect(new Set(list.map((each) => each.id)).size).toBe(list.length);
      }
    }));
  });

  it('comes to the same at once and one after the other', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      expect(acts.reduce((register, each) => amendedRegister(register, [each]), amendedRegister(folder, []))).toEqual(amendedRegister(folder, acts));
    }));
  });
});

describe('a register as it was', () => {
  const acts = [changed('soumu-02', { title: '一' }, '2026-10-08 10:00'), changed('soumu-02', { title: '二' }, '2026-10-27 10:00')];
  const now = { ...folder, ...amendedRegister(folder, acts) };
  const at = (wall: string) => registerAt(now, { folder, acts }, tokyo(wall));

  it.each([
    ['2026-10-08 10:00', 'soumu-02の略称'], ['2026-10-08 10:01', '一'], ['2026-10-27 10:00', '一'], ['2026-10-27 10:01', '二'],
  ])('at %s calls it %s', (wall, title) => { expect(at(wall).initiatives[1]?.title).toBe(title); });

  it('is the office itself where nothing came after, and the same object at every look', () => {
    expect(at('2026-10-28 10:00')).toBe(now);
    expect(at('2026-10-27 09:00')).toBe(at('2026-10-27 09:30'));
  });
});
