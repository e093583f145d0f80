import { describe, expect, it } from '@jest/globals';
import { asOfNow, stillWanted } from '../../src/domain/stillWanted.ts';
import { takenUpAgain } from '../../src/domain/takenUpAgain.ts';
import type { Message } from '../../src/domain/message.ts';
import { allPlaces, asked, colleague, conduct, delivered, entry, exempt, extended, facts, message, paused, queued, released, skipped, submission } from '../fixtures/facts.ts';
import { day, midRound, office, personId, section, sectionId, tokyo } from '../fixtures/office.ts';

const given = { entries: [asked('soumu')] };
const wanted = (what: Message, wall: string, more: Parameters<typeof facts>[0] = {}) => stillWanted(what, facts({ ...given, ...more }), tokyo(wall));
const answered = { reports: [submission('soumu', '2026-10-15 16:40', ['soumu-01'])] };
const pauses = (...held: readonly ReturnType<typeof paused>[]) => ({ life: { ...facts().life, pauses: held } });

const ask = message('ask', { of: 'soumu', due: '2026-10-20 17:00' });
const remind = message('remind-2', { of: 'soumu', date: '2026-10-16' });
const moved = message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' });
const again = message('again', { of: 'soumu' });
const summary = message('summary', { date: '2026-10-27' });
const missed: Message = { ...message('summary-missed'), key: `saiwai:FY2026-mid:summary-missed:2026-10-28:${personId(90)}`, recipient: { to: 'person', person: personId(90) } };
const check: Message = { ...message('check'), key: `saiwai:FY2026-mid:check:2026-10-23:${personId(90)}`, recipient: { to: 'person', person: personId(90) } };

describe('the last look before sending', () => {
  it.each<[string, Message, string, Parameters<typeof facts>[0], ReturnType<typeof wanted>]>([
    ['an ask is wanted until 資料確定', ask, '2026-10-26 16:59', {}, undefined],
    ['an ask is too late at 資料確定', ask, '2026-10-26 17:00', {}, 'too-late'],
    ['an ask is not sent to who has answered', ask, '2026-10-16 10:00', answered, 'answered'],
    ['an ask is not sent to an exempt unit', ask, '2026-10-16 10:00', { conduct: conduct(exempt('soumu')) }, 'exempt'],
    ['an ask is not sent to a unit that has ended', ask, '2026-10-16 10:00', { office: office({ sections: [section('soumu', '総務課', { to: day('2026-10-15') }), section('eisei', '衛生課')] }) }, 'unit-ended'],
    ['an お知らせ is wanted until the next', remind, '2026-10-20 09:59', {}, undefined],
    ['an お知らせ gives way to the next', remind, '2026-10-20 10:00', {}, 'superseded'],
    ['an お知らせ does not go to who has answered a second ago', remind, '2026-10-16 10:00', answered, 'answered'],
    ['an お知らせ of a date that has moved is dropped', remind, '2026-10-16 10:00', { conduct: conduct(extended('soumu', '2026-10-22')) }, 'due-moved'],
    ['an お知らせ of another unit is still sent', remind, '2026-10-16 10:00', { conduct: conduct(extended('eisei', '2026-10-22')) }, undefined],
    ['nothing is sent in a pause', remind, '2026-10-16 10:00', pauses(paused('2026-10-16 09:00')), 'paused'],
    ['nor in a pause of its unit', remind, '2026-10-16 10:00', pauses(paused('2026-10-16 09:00', undefined, 'soumu')), 'paused'],
    ['a pause of another unit does not matter', remind, '2026-10-16 10:00', pauses(paused('2026-10-16 09:00', undefined, 'eisei')), undefined],
    ['a moved date is told', moved, '2026-10-16 10:00', { conduct: conduct(extended('soumu', '2026-10-22')) }, undefined],
    ['a moved date that moved on is dropped', moved, '2026-10-16 10:00', { conduct: conduct(extended('soumu', '2026-10-23')) }, 'due-moved'],
    ['a moved date that was taken back is dropped', moved, '2026-10-16 10:00', {}, 'superseded'],
    ['a summary is wanted on the day of the meeting', summary, '2026-10-28 17:14', {}, undefined],
    ['a summary is too late after it', summary, '2026-10-28 17:15', {}, 'too-late'],
    ['a summary that was held is not sent', summary, '2026-10-27 10:00', { conduct: conduct(released('held')) }, 'not-released'],
    ['a summary of another date is dropped', summary, '2026-10-27 10:00', { round: midRound({ meetingOn: day('2026-11-04') }) }, 'due-moved'],
    ['送付できませんでした is dropped when it did go out', missed, '2026-10-29 08:30', { entries: [delivered(summary, '2026-10-28 17:00')] }, 'superseded'],
    ['送付できませんでした is told', missed, '2026-10-29 08:30', {}, undefined],
    ['a check list goes to who is of the secretariat', check, '2026-10-23 10:00', {}, undefined],
    ['a check list does not go to who is not any more', check, '2026-10-23 10:00', { office: office({ posts: [] }) }, 'superseded'],
    ['再依頼 is wanted until 資料確定', again, '2026-10-26 16:59', {}, undefined],
    ['再依頼 is too late at 資料確定', again, '2026-10-26 17:00', {}, 'too-late'],
    ['再依頼 does not go to who has answered', again, '2026-10-16 10:00', answered, 'answered'],
    ['再依頼 does not go to an exempt unit', again, '2026-10-16 10:00', { conduct: conduct(exempt('soumu')) }, 'exempt'],
    ['再依頼 does not go to a paused unit', again, '2026-10-16 10:00', pauses(paused('2026-10-16 09:00')), 'paused'],
  ])('%s', (_, what, wall, more, why) => {
    expect(wanted(what, wall, more)).toBe(why);
  });

  it('a check list to another person is not taken for one of another date', () => {
    const posts = [{ role: 'secretariat', person: personId(91) }] as const;
    expect(wanted(check, '2026-10-23 10:00', { office: office({ posts }), people: [colleague(90), colleague(91)] })).toBe('superseded');
    expect(wanted(check, '2026-10-23 10:00', { round: midRound({ meetingOn: day('2026-11-04') }) })).toBe('due-moved');
  });

  it('a readiness card is wanted until 運用開始, a notice always', () => {
    const { round: _, ...readiness } = message('readiness');
    const { liveSince: __, ...notLive } = facts().life;
    expect([wanted(readiness, '2026-09-01 09:00'), wanted(readiness, '2026-09-01 09:00', { life: notLive })]).toEqual(['superseded', undefined]);
    expect(wanted({ ...readiness, kind: 'notice' }, '2026-09-01 09:00')).toBeUndefined();
  });
});

describe('the due date that a message tells', () => {
  it('is that of the moment at which an ask is drawn', () => {
    const later = facts({ conduct: conduct(extended('soumu', '2026-10-22')) });
    expect(asOfNow(ask, later)).toEqual({ ...ask, due: tokyo('2026-10-22 17:00') });
    expect(asOfNow(remind, later)).toBe(remind);
  });
});

describe('what was given up and is wanted again', () => {
  const now = tokyo('2026-10-14 10:00');
  const again = (entries: readonly ReturnType<typeof entry>[], more: Parameters<typeof facts>[0] = {}, at = now) =>
    takenUpAgain(at, facts({ people: [], life: { ...facts().life, liveSince: tokyo('2026-10-05 09:00') }, entries, ...more })).map(({ message: { key } }) => key.replace('saiwai:FY2026-mid:', ''));
  const failed = (placeLost: boolean) => entry(ask, { state: 'failed', at: tokyo('2026-10-06 10:00'), why: '404', placeLost, attempts: 1 });

  it('is queued anew', () => {
    expect(takenUpAgain(now, facts({ entries: [skipped(ask, 'exempt', '2026-10-06 10:00')] }))).toEqual([queued(ask, '2026-10-14 10:00')]);
  });

  it.each<[string, ReturnType<typeof entry>, Parameters<typeof facts>[0], readonly string[]]>([
    ['an ask to a unit that is not exempt any more', skipped(ask, 'exempt', '2026-10-06 10:00'), {}, ['ask:soumu']],
    ['not to one that still is', skipped(ask, 'exempt', '2026-10-06 10:00'), { conduct: conduct(exempt('soumu')) }, []],
    ['an ask that a pause held', skipped(ask, 'paused', '2026-10-06 10:00'), {}, ['ask:soumu']],
    ['an ask whose place is back', failed(true), {}, ['ask:soumu']],
    ['not while the place is closed', failed(true), { places: { ...allPlaces(), sections: {} } }, []],
    ['not an ask that was refused as such', failed(false), {}, []],
    ['not an ask that is delivered', asked('soumu'), {}, []],
    ['not an ask that was answered', skipped(ask, 'exempt', '2026-10-06 10:00'), answered, []],
  ])('%s', (_, given, more, expected) => {
    expect(again([given, asked('eisei')], more)).toEqual(expected);
  });

  it('waits for office hours', () => {
    expect(again([skipped(ask, 'paused', '2026-10-06 10:00')], {}, tokyo('2026-10-14 12:00'))).toEqual([]);
  });

  it('does not bring back an お知らせ that a pause dropped', () => {
    expect(again([asked('soumu'), asked('eisei'), skipped(remind, 'paused', '2026-10-16 10:00')], {}, tokyo('2026-10-16 11:00'))).toEqual([]);
  });

  it('brings back a summary that was held and then released, and a moved date that is the date after all', () => {
    expect(again([skipped(summary, 'not-released', '2026-10-27 10:00')], { conduct: conduct(released('released')) }, tokyo('2026-10-28 09:00'))).toEqual(['summary:2026-10-27']);
    const extension = { conduct: conduct(extended('soumu', '2026-10-22')) };
    expect(again([asked('soumu'), asked('eisei'), skipped(moved, 'superseded', '2026-10-13 10:00')], extension)).toEqual(['moved:2026-10-22:soumu']);
  });
});

it('the place of a unit is no matter of the last look: who sends finds it, or waits', () => {
  expect(stillWanted(ask, facts({ places: { ...allPlaces(), sections: { [sectionId('eisei')]: allPlaces().sections[sectionId('eisei')]! } } }), tokyo('2026-10-06 10:00'))).toBeUndefined();
});
