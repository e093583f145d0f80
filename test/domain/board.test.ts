import { describe, expect, it } from '@jest/globals';
import type { UnitStatus } from '../../src/domain/board.ts';
import { boardOf } from '../../src/domain/deriveBoard.ts';
import { actor, allPlaces, asked, change, conduct, delivered, entry, exempt, extended, facts, message, paused, report, submission } from '../fixtures/facts.ts';
import { day, initiative, midRound, office, section, sectionId, tokyo } from '../fixtures/office.ts';

const boardAt = (wall: string, given: Parameters<typeof facts>[0] = {}) => boardOf(facts({ entries: [asked('soumu'), asked('eisei')], ...given }), tokyo(wall));
const soumuAt = (wall: string, given: Parameters<typeof facts>[0] = {}): UnitStatus => boardAt(wall, given).units[0]!;
const three = ['soumu-01', 'soumu-02', 'soumu-03'];
const saved = report('soumu', change('2026-10-15 16:40', { 'soumu-01': { mark: 'on-track' }, 'soumu-02': { done: '実施した。' } }, 'save'));
const inTime = submission('soumu', '2026-10-15 16:40', three);

describe('the state of a unit', () => {
  it.each<[string, string, Parameters<typeof facts>[0], UnitStatus['state']]>([
    ['not asked', '2026-10-05 10:00', { entries: [] }, 'not-asked'],
    ['asked', '2026-10-06 10:00', {}, 'asked'],
    ['asked, as far as we know', '2026-10-06 10:00', { entries: [entry(message('ask', { of: 'soumu' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 1 })] }, 'asked'],
    ['about to be asked', '2026-10-06 10:00', { entries: [entry(message('ask', { of: 'soumu' }), { state: 'queued', notBefore: tokyo('2026-10-06 10:00'), attempts: 0 })] }, 'not-asked'],
    ['with a draft', '2026-10-16 10:00', { reports: [saved] }, 'draft'],
    ['with a draft before it was asked', '2026-10-05 10:00', { reports: [saved], entries: [] }, 'draft'],
    ['submitted', '2026-10-26 16:59', { reports: [inTime] }, 'submitted'],
    ['確定 at 資料確定', '2026-10-26 17:00', { reports: [inTime] }, 'finalised'],
    ['submitted at 資料確定, so after it', '2026-10-26 17:00', { reports: [submission('soumu', '2026-10-26 17:00', three)] }, 'submitted'],
    ['submitted a minute before 資料確定', '2026-10-26 17:00', { reports: [submission('soumu', '2026-10-26 16:59', three)] }, 'finalised'],
    ['exempt, whatever it did', '2026-10-26 17:00', { reports: [inTime], conduct: conduct(exempt('soumu')) }, 'exempt'],
  ])('%s', (_, wall, given, state) => {
    expect(soumuAt(wall, given).state).toBe(state);
  });

  it.each<[string, string, Parameters<typeof facts>[0], boolean]>([
    ['not a minute before the due moment', '2026-10-20 16:59', {}, false],
    ['at the due moment', '2026-10-20 17:00', {}, true],
    ['not before its own extension', '2026-10-22 16:59', { conduct: conduct(extended('soumu', '2026-10-22')) }, false],
    ['with nothing but a draft', '2026-10-20 17:00', { reports: [saved] }, true],
    ['not once it has submitted', '2026-10-20 17:00', { reports: [submission('soumu', '2026-10-20 17:00', three)] }, false],
    ['not in a pause', '2026-10-20 17:00', { life: { ...facts().life, pauses: [paused('2026-10-20 09:00')] } }, false],
    ['in a pause of another unit', '2026-10-20 17:00', { life: { ...facts().life, pauses: [paused('2026-10-20 09:00', undefined, 'eisei')] } }, true],
    ['not when it is exempt', '2026-10-20 17:00', { conduct: conduct(exempt('soumu')) }, false],
    ['not when nobody asked it', '2026-10-20 17:00', { entries: [] }, false],
  ])('期限超過: %s', (_, wall, given, overdue) => {
    expect(soumuAt(wall, given).overdue).toBe(overdue);
  });

  it.each([['2026-10-20 16:59', false, false], ['2026-10-20 17:00', true, false], ['2026-10-26 16:59', true, false], ['2026-10-26 17:00', true, true]])(
    'first submitted at %s is 期限後 %s and 会議後の提出 %s', (wall, late, afterFreeze) => {
      expect(soumuAt('2026-10-27 09:00', { reports: [submission('soumu', wall, three)] })).toMatchObject({ late, afterFreeze });
    },
  );

  it('stays in time when it is only corrected later, and shows the last submission', () => {
    const corrected = report('soumu', change('2026-10-20 16:59', { 'soumu-01': { mark: 'on-track' } }), change('2026-10-21 09:00', { 'soumu-01': { mark: 'mostly' } }));
    expect(soumuAt('2026-10-22 09:00', { reports: [corrected] })).toMatchObject({ late: false, submittedAt: tokyo('2026-10-21 09:00'), submittedBy: actor });
  });

  it('shows when it was asked, when it is due, what is asked of it, and nothing that has not been', () => {
    expect(soumuAt('2026-10-16 10:00')).toEqual({
      section: section('soumu', '総務課'), state: 'asked', dueAt: tokyo('2026-10-20 17:00'), overdue: false, late: false, afterFreeze: false,
      initiatives: 3, drafted: 0, place: 'bound', paused: false, head: 'off', sentBack: 0, askedAt: tokyo('2026-10-06 10:00'),
    });
  });

  it('counts the drafts that are not submitted', () => {
    const ahead = report('soumu', change('2026-10-15 16:40', Object.fromEntries(three.map((id) => [id, { mark: 'on-track', done: '実施した。' }]))), change('2026-10-16 09:00', { 'soumu-02': { mark: 'delayed' }, 'soumu-03': { mark: 'on-track', issue: '' } }, 'save'));
    expect([soumuAt('2026-10-16 10:00').drafted, soumuAt('2026-10-16 10:00', { reports: [saved] }).drafted, soumuAt('2026-10-16 10:00', { reports: [inTime] }).drafted, soumuAt('2026-10-16 10:00', { reports: [ahead] }).drafted]).toEqual([0, 2, 0, 1]);
  });

  it('says whether there is a way to it', () => {
    const { [sectionId('soumu')]: bound, ...others } = allPlaces().sections;
    const suspended = { ...bound!, suspended: { since: tokyo('2026-10-06 10:00'), why: '403' } };
    expect(soumuAt('2026-10-16 10:00', { places: { ...allPlaces(), sections: others } }).place).toBe('none');
    expect(soumuAt('2026-10-16 10:00', { places: { ...allPlaces(), sections: { ...others, [sectionId('soumu')]: suspended } } }).place).toBe('suspended');
  });
});

describe('一覧', () => {
  it('counts who has submitted, without the exempt', () => {
    const both = { reports: [inTime, submission('eisei', '2026-10-16 10:00', ['eisei-01', 'eisei-02'])] };
    expect(boardAt('2026-10-16 10:00', { reports: [inTime] })).toMatchObject({ submitted: 1, of: 2, initiativesAnswered: 3, initiatives: 5 });
    expect(boardAt('2026-10-16 10:00', { ...both, conduct: conduct(exempt('soumu')) })).toMatchObject({ submitted: 1, of: 1, initiativesAnswered: 2, initiatives: 2 });
  });

  it('counts neither drafts, nor what was left empty, nor 「うちの取組ではありません」; 変わりなし is an answer', () => {
    const mixed = report('soumu', change('2026-10-15 16:40', { 'soumu-01': { unchanged: 'yes' }, 'soumu-02': { notOurs: 'yes' } }), change('2026-10-15 16:41', { 'soumu-03': { mark: 'on-track' } }, 'save'));
    expect(boardAt('2026-10-16 10:00', { reports: [mixed, saved] })).toMatchObject({ submitted: 1, initiativesAnswered: 1, initiatives: 4 });
  });

  it('has the units in force, in the order of the register, and those of the day of 資料確定 after it', () => {
    const grown = office({
      sections: [section('kumin', '区民課', { from: day('2026-10-14') }), ...office().sections, section('empty', '空')],
      initiatives: [...office().initiatives, initiative('kumin-01', 'kumin')],
    });
    const names = (wall: string) => boardAt(wall, { office: grown }).units.map(({ section: { name } }) => name);
    expect(names('2026-09-01 09:00')).toEqual(['総務課', '衛生課']);
    expect(names('2026-10-14 00:00')).toEqual(['区民課', '総務課', '衛生課']);
    expect(names('2027-10-14 00:00')).toEqual(['区民課', '総務課', '衛生課']);
    const shrunk = office({ sections: [section('soumu', '総務課', { to: day('2026-10-26') }), section('eisei', '衛生課', { to: day('2026-10-25') })] });
    expect(boardAt('2026-12-01 09:00', { office: shrunk }).units.map(({ section: { name } }) => name)).toEqual(['総務課']);
  });

  it('stands in its schedule, with 資料確定 as it stands', () => {
    const forward = boardAt('2026-10-08 09:00', { round: midRound({ meetingOn: day('2026-10-21') }) });
    expect([forward.schedule.freezeAt, forward.now]).toEqual([tokyo('2026-10-20 17:00'), tokyo('2026-10-08 09:00')]);
  });

  it('takes a moved date for the date of its unit alone', () => {
    const moved = delivered(message('moved', { of: 'eisei', date: '2026-10-22', due: '2026-10-22 17:00' }), '2026-10-15 09:00');
    expect(boardAt('2026-10-16 10:00', { entries: [asked('soumu'), asked('eisei'), moved] }).units.map(({ dueAt }) => dueAt)).toEqual([tokyo('2026-10-20 17:00'), tokyo('2026-10-22 17:00')]);
  });
});
