import { describe, expect, it } from '@jest/globals';
import { headToldAt } from '../../src/domain/occasions.ts';
import { planRound } from '../../src/domain/plan.ts';
import { allPlaces, asked, colleague, conduct, delivered, entry, exempt, extended, facts, message, paused, queued, released, report, change, submission } from '../fixtures/facts.ts';
import { day, hour, midRound, office, personId, roundId, section, sectionId, initiative, times, tokyo } from '../fixtures/office.ts';
import { lookAt } from '../fixtures/runRound.ts';

const at = (wall: string, given: Parameters<typeof facts>[0] = {}) => lookAt(tokyo(wall), facts(given));
/** What was said and what was given up, and nothing else. */
const outcome = (wall: string, given: Parameters<typeof facts>[0] = {}) => {
  const { queue, skip } = at(wall, given);
  return { queue, skip };
};
const both = [asked('soumu'), asked('eisei')];
const announced = [
  ...['soumu', 'eisei'].map((of) => delivered(message('announcement', { of }), '2026-09-01 09:00')),
  delivered({ ...message('ask-preview', { date: '2026-10-05' }), key: `saiwai:FY2026-mid:ask-preview:2026-10-05:${personId(90)}` }, '2026-10-05 13:00'),
];
const reminded = (step: string, date: string) => ['soumu', 'eisei'].map((of) => delivered(message(step, { of, date }), `${date} 10:00`));
const allReminded = [...both, ...announced, ...reminded('remind-2', '2026-10-16'), ...reminded('remind-0', '2026-10-20'), ...reminded('late-1', '2026-10-21')];
const live = (liveSince: string) => ({ life: { ...facts().life, liveSince: tokyo(liveSince) } });
const pauses = (...held: readonly ReturnType<typeof paused>[]) => ({ life: { ...facts().life, pauses: held } });
const soumu03 = submission('soumu', '2026-10-15 16:40', ['soumu-01', 'soumu-02', 'soumu-03']);

describe('照会', () => {
  it.each([['2026-10-06 09:59', []], ['2026-10-06 10:00', ['ask:soumu', 'ask:eisei']]])('at %s', (wall, queue) => {
    expect(at(wall, { entries: announced }).queue).toEqual(queue);
  });

  it('carries the due date of its unit, and belongs to it', () => {
    const plan = planRound(tokyo('2026-10-06 10:00'), facts({ entries: announced, conduct: conduct(extended('eisei', '2026-10-22')) }));
    expect(plan.queue).toEqual([message('ask', { of: 'soumu', due: '2026-10-20 17:00' }), message('ask', { of: 'eisei', due: '2026-10-22 17:00' })]);
  });

  it('does not go to a unit without a place, and follows when it is bound', () => {
    const { [sectionId('eisei')]: _, ...sections } = allPlaces().sections;
    const without = { entries: announced, places: { ...allPlaces(), sections } };
    expect(outcome('2026-10-06 10:00', without)).toEqual({ queue: ['ask:soumu'], skip: {} });
    expect(at('2026-10-09 15:00', { entries: [...announced, asked('soumu')] }).queue).toEqual(['ask:eisei']);
  });

  it('does not go to a place that is closed to us', () => {
    const place = { ...allPlaces().sections[sectionId('eisei')]!, suspended: { since: tokyo('2026-10-01 09:00'), why: '403' } };
    const places = { ...allPlaces(), sections: { ...allPlaces().sections, [sectionId('eisei')]: place } };
    expect(at('2026-10-06 10:00', { entries: announced, places }).queue).toEqual(['ask:soumu']);
  });

  it.each([['2026-10-26 16:59', { queue: ['ask:eisei'], skip: {} }], ['2026-10-26 17:00', { queue: [], skip: { 'ask:eisei': 'too-late' } }]])(
    'is made up for until 資料確定: %s', (wall, expected) => {
      const entries = allReminded.filter(({ message: { key } }) => key !== 'saiwai:FY2026-mid:ask:eisei');
      expect(outcome(wall, { entries, people: [] })).toEqual(expected);
    },
  );

  it('is given up for a unit that had already answered by another way', () => {
    expect(outcome('2026-10-16 09:00', { entries: announced, reports: [soumu03] })).toEqual({ queue: ['ask:eisei'], skip: { 'ask:soumu': 'answered' } });
  });

  it('waits for an exempt unit, and goes out if that is taken back', () => {
    const given = { entries: [...announced, asked('soumu')] };
    expect(outcome('2026-10-06 10:00', { ...given, conduct: conduct(exempt('eisei')) })).toEqual({ queue: [], skip: {} });
    expect(at('2026-10-07 10:00', given).queue).toEqual(['ask:eisei']);
    expect(at('2026-10-26 17:00', { ...given, conduct: conduct(exempt('eisei')) }).skip).toMatchObject({ 'ask:eisei': 'exempt' });
  });

  it('goes to a unit that was added in the middle of the round', () => {
    const grown = office({ sections: [...office().sections, section('kumin', '区民課')], initiatives: [...office().initiatives, initiative('kumin-01', 'kumin')] });
    const places = { ...allPlaces(), sections: { ...allPlaces().sections, [sectionId('kumin')]: allPlaces().sections[sectionId('soumu')]! } };
    expect(at('2026-10-14 10:00', { office: grown, places, entries: [...announced, ...both] }).queue).toEqual(['ask:kumin']);
  });

  it.each([['2026-10-13 23:59', []], ['2026-10-14 10:00', ['ask:kumin']], ['2026-10-21 10:00', []]])('goes to a unit only while it exists: %s', (wall, queue) => {
    const kumin = section('kumin', '区民課', { from: day('2026-10-14'), to: day('2026-10-20') });
    const places = { ...allPlaces(), sections: { [sectionId('kumin')]: allPlaces().sections[sectionId('soumu')]! } };
    expect(at(wall, { office: office({ sections: [kumin], initiatives: [initiative('kumin-01', 'kumin')] }), places }).queue).toEqual(queue);
  });

  it('does not go to a section that has nothing to report on', () => {
    expect(at('2026-10-06 10:00', { entries: announced, office: office({ initiatives: [initiative('soumu-01', 'soumu')] }) }).queue).toEqual(['ask:soumu']);
  });

  it('asks for the initiatives of the 基準日, though they have ended since', () => {
    const ended = office({ initiatives: [initiative('soumu-01', 'soumu', { to: day('2026-09-30') }), initiative('eisei-01', 'eisei', { from: day('2026-10-01') })] });
    expect(at('2026-10-06 10:00', { entries: announced, office: ended }).queue).toEqual(['ask:soumu']);
  });
});

describe('運用開始', () => {
  it('nothing is due without it, or before it', () => {
    const { liveSince: _, ...notLive } = facts().life;
    expect(at('2026-10-06 10:00', { life: notLive })).toEqual({ queue: [], skip: {}, next: undefined });
    expect(at('2026-10-06 10:00', live('2026-10-07 09:00'))).toEqual({ queue: [], skip: {}, next: tokyo('2026-10-07 09:00') });
  });

  it('asks at once in a round that is open, and leaves silently what went by before', () => {
    expect(outcome('2026-10-19 09:00', live('2026-10-19 09:00'))).toEqual({ queue: ['ask:soumu', 'ask:eisei'], skip: {} });
  });

  it.each([['2026-10-26 16:59', ['ask:soumu', 'ask:eisei']], ['2026-10-26 17:00', ['preview:2026-10-26:person-90']]])(
    'at %s makes nothing of a round whose 資料確定 has been', (wall, queue) => {
      expect(outcome(wall, live(wall))).toEqual({ queue, skip: {} });
    },
  );

  it('takes an お知らせ of that very moment', () => {
    const given = { entries: both };
    expect(at('2026-10-16 10:00', { ...given, ...live('2026-10-16 10:00') }).queue).toEqual(['remind-2:2026-10-16:soumu', 'remind-2:2026-10-16:eisei']);
    expect(at('2026-10-16 10:01', { ...given, ...live('2026-10-16 10:01') }).queue).toEqual([]);
  });

  it('is announced to each unit once, by the first round to come', () => {
    const next = midRound({ id: roundId('FY2026-q3'), meetingOn: day('2027-01-27'), asOf: day('2026-12-31') });
    const both = office({ rounds: [midRound(), next] });
    expect(at('2026-09-01 09:00', { office: both }).queue).toEqual(['announcement:soumu', 'announcement:eisei']);
    expect(planRound(tokyo('2026-09-01 09:00'), facts({ office: both, round: next })).queue).toEqual([]);
    expect(planRound(tokyo('2026-10-29 09:00'), facts({ office: both, round: next, ...live('2026-10-29 09:00') })).queue).toHaveLength(2);
  });

  it('in an open round is not announced: the ask says it', () => {
    const next = midRound({ id: roundId('FY2026-q3'), meetingOn: day('2027-01-27'), asOf: day('2026-12-31') });
    const given = { office: office({ rounds: [midRound(), next] }), round: next };
    expect(planRound(tokyo('2026-10-20 09:00'), facts({ ...given, ...live('2026-10-20 09:00') })).queue).toEqual([]);
    expect(planRound(tokyo('2026-10-26 17:00'), facts({ ...given, ...live('2026-10-26 17:00') })).queue).toHaveLength(2);
  });

  it.each([['2026-10-06 09:59', { queue: ['announcement:eisei'], skip: {} }], ['2026-10-06 10:00', { queue: ['ask:soumu', 'ask:eisei'], skip: { 'announcement:eisei': 'superseded' } }]])(
    'is announced until the ask: %s', (wall, expected) => {
      expect(outcome(wall, { entries: announced.filter(({ message: { key } }) => !key.endsWith('announcement:eisei')) })).toEqual(expected);
    },
  );

  it('is not announced in a round that was begun, though the meeting was moved away since: who was not asked yet is asked', () => {
    const moved = midRound({ meetingOn: day('2026-11-11') });
    expect(outcome('2026-10-09 10:00', { round: moved, office: office({ rounds: [moved] }), entries: [asked('soumu', '2026-10-06 10:00', '2026-11-04 17:00')] })).toEqual({ queue: ['ask:eisei'], skip: { 'announcement:eisei': 'superseded' } });
  });

  it.each([['2026-10-06 09:59', 2], ['2026-10-06 10:00', 0]])('pressed at %s is announced to %i units', (wall, count) => {
    expect(at(wall, live(wall)).queue.filter((key) => key.startsWith('announcement'))).toHaveLength(count);
  });
});

describe('お知らせ', () => {
  const given = { entries: [...announced, ...both] };

  it.each([
    ['2026-10-16 09:59', [], {}],
    ['2026-10-16 10:00', ['remind-2:2026-10-16:soumu', 'remind-2:2026-10-16:eisei'], {}],
    ['2026-10-20 09:59', ['remind-2:2026-10-16:soumu', 'remind-2:2026-10-16:eisei'], {}],
    ['2026-10-20 10:00', ['remind-0:2026-10-20:soumu', 'remind-0:2026-10-20:eisei'], { 'remind-2:2026-10-16:soumu': 'superseded', 'remind-2:2026-10-16:eisei': 'superseded' }],
    ['2026-10-20 16:59', ['remind-0:2026-10-20:soumu', 'remind-0:2026-10-20:eisei'], { 'remind-2:2026-10-16:soumu': 'superseded', 'remind-2:2026-10-16:eisei': 'superseded' }],
  ])('each until the next, the last until the due moment: %s', (wall, queue, skip) => {
    expect(outcome(wall, given)).toEqual({ queue, skip });
  });

  it('is given up at the due moment', () => {
    expect(at('2026-10-20 17:00', { entries: [...given.entries, ...reminded('remind-2', '2026-10-16')] })).toMatchObject({
      queue: [], skip: { 'remind-0:2026-10-20:soumu': 'too-late', 'remind-0:2026-10-20:eisei': 'too-late' },
    });
  });

  it('knows how many days are left', () => {
    const daysLeft = (wall: string) => planRound(tokyo(wall), facts(given)).queue.map((each) => each.daysLeft);
    expect([daysLeft('2026-10-16 10:00'), daysLeft('2026-10-20 10:00')]).toEqual([[2, 2], [0, 0]]);
  });

  it('goes only to who has not answered', () => {
    expect(outcome('2026-10-16 10:00', { ...given, reports: [soumu03] })).toEqual({ queue: ['remind-2:2026-10-16:eisei'], skip: { 'remind-2:2026-10-16:soumu': 'answered' } });
  });

  it('goes to who only has a draft', () => {
    expect(at('2026-10-16 10:00', { ...given, reports: [report('soumu', change('2026-10-15 16:40', { 'soumu-01': { mark: 'on-track' } }, 'save'))] }).queue).toHaveLength(2);
  });

  it('does not go to an exempt unit, whose later ones follow if that is taken back', () => {
    expect(outcome('2026-10-16 10:00', { ...given, conduct: conduct(exempt('soumu')) })).toEqual({ queue: ['remind-2:2026-10-16:eisei'], skip: { 'remind-2:2026-10-16:soumu': 'exempt' } });
    expect(at('2026-10-20 10:00', { entries: [...given.entries, ...reminded('remind-2', '2026-10-16')] }).queue).toEqual(['remind-0:2026-10-20:soumu', 'remind-0:2026-10-20:eisei']);
  });

  it.each([
    ['2026-10-15 17:00', 'sent', 'the day before'],
    ['2026-10-16 08:30', 'asked-today', 'the morning of the same day'],
    ['2026-10-19 09:00', 'asked-today', 'a day after it'],
  ])('asked at %s is %s: %s', (askedAt, outcome) => {
    const late = [...announced, asked('soumu', askedAt), asked('eisei')];
    const plan = at('2026-10-19 10:00', { entries: late });
    expect(plan.queue.includes('remind-2:2026-10-16:soumu')).toBe(outcome === 'sent');
    expect(plan.skip['remind-2:2026-10-16:soumu']).toBe(outcome === 'sent' ? undefined : outcome);
  });

  it('waits while the ask is under way, and is given up as the ask was', () => {
    const under = { entries: [...announced, asked('eisei'), queued(message('ask', { of: 'soumu' }), '2026-10-06 10:00')] };
    expect(outcome('2026-10-16 10:00', under)).toEqual({ queue: ['remind-2:2026-10-16:eisei'], skip: {} });
    expect(at('2026-10-20 10:00', under).skip).toMatchObject({ 'remind-2:2026-10-16:soumu': 'not-asked' });
  });

  it('waits for an ask that is posted anew, though a moved date was told since the first', () => {
    const told = delivered(message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' }), '2026-10-15 09:00');
    const anew = { entries: [...announced, queued(message('ask', { of: 'soumu' }), '2026-10-20 09:00'), told], conduct: conduct(extended('soumu', '2026-10-22')) };
    expect(at('2026-10-20 10:00', anew).queue).toEqual(['ask:eisei']);
  });

  it('goes out though nobody knows whether the ask arrived', () => {
    const doubtful = entry(message('ask', { of: 'soumu', due: '2026-10-20 17:00' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 2 });
    expect(at('2026-10-16 10:00', { entries: [...announced, asked('eisei'), doubtful] }).queue).toHaveLength(2);
  });

  it('may be any number of days and hours; one that falls behind the due moment or before the ask is not made', () => {
    const round = midRound({ times: { ...times, reminders: [{ days: 0, at: hour('18:00') }, { days: 12, at: hour('10:00') }, { days: 1, at: hour('13:00') }] } });
    expect(outcome('2026-10-19 13:00', { ...given, round })).toEqual({
      queue: ['remind-1:2026-10-19:soumu', 'remind-1:2026-10-19:eisei'], skip: { 'remind-12:2026-10-01:soumu': 'asked-today', 'remind-12:2026-10-01:eisei': 'asked-today' },
    });
    expect(at('2026-10-20 17:00', { ...given, round }).skip).toMatchObject({ 'remind-1:2026-10-19:soumu': 'too-late' });
    expect(at('2026-10-20 18:00', { ...given, round }).skip).not.toHaveProperty('remind-0:2026-10-20:soumu');
  });

  it('is made once a day, though two hours are given for it', () => {
    const round = midRound({ times: { ...times, reminders: [{ days: 0, at: hour('09:00') }, { days: 0, at: hour('09:00') }] } });
    expect(at('2026-10-20 09:00', { ...given, round }).queue).toEqual(['remind-0:2026-10-20:soumu', 'remind-0:2026-10-20:eisei']);
  });
});

describe('after the due date', () => {
  const head = { role: 'head', section: sectionId('soumu'), person: personId(11) } as const;
  const deputy = { role: 'deputy', section: sectionId('soumu'), person: 'deputy@saiwai.example' } as const;
  const people = [colleague(90), colleague(11), colleague(12, { upn: 'Deputy@saiwai.example' }), colleague(13)];
  const given = { entries: allReminded.filter(({ message: { kind } }) => kind !== 'late'), people, office: office({ posts: [...office().posts, head, deputy] }) };
  const sentLate = { ...given, entries: allReminded };

  it.each([['2026-10-21 09:59', []], ['2026-10-21 10:00', ['late-1:2026-10-21:soumu', 'late-1:2026-10-21:eisei']]])('tells the section on the next day: %s', (wall, queue) => {
    expect(at(wall, given).queue).toEqual(queue);
  });

  it('tells each head and deputy whom we can write to on the day after, in person', () => {
    expect(at('2026-10-22 09:59', sentLate).queue).toEqual([]);
    expect(at('2026-10-22 10:00', sentLate).queue).toEqual(['late-head-2:2026-10-22:soumu:person-11', 'late-head-2:2026-10-22:soumu:person-12']);
    const [first] = planRound(tokyo('2026-10-22 10:00'), facts(sentLate)).queue;
    expect(first).toMatchObject({ kind: 'late-head', recipient: { to: 'person', person: personId(11) }, section: 'soumu' });
  });

  it('tells no head who has no chat with us, has left the post, or whose unit is paused', () => {
    const gone = office({ posts: [...office().posts, { ...head, to: day('2026-10-21') }, deputy] });
    expect(at('2026-10-22 10:00', { ...sentLate, office: gone, people: [colleague(11), { ...colleague(12), upn: 'other' }] }).queue).toEqual([]);
    const { personal: _, ...silent } = colleague(11);
    expect(at('2026-10-22 10:00', { ...sentLate, people: [silent] }).queue).toEqual([]);
    expect(at('2026-10-22 10:00', { ...sentLate, ...pauses(paused('2026-10-22 09:00', undefined, 'soumu')) }).queue).toEqual([]);
  });

  it('does neither to who has answered since', () => {
    expect(at('2026-10-22 10:00', { ...given, reports: [soumu03] })).toMatchObject({
      queue: ['late-1:2026-10-21:eisei'],
      skip: { 'late-1:2026-10-21:soumu': 'answered', 'late-head-2:2026-10-22:soumu:person-11': 'answered', 'late-head-2:2026-10-22:soumu:person-12': 'answered' },
    });
  });

  it.each([['2026-10-26 16:59', { queue: 4, skip: 0 }], ['2026-10-26 17:00', { queue: 0, skip: 4 }]])('is made up for until 資料確定: %s', (wall, { queue, skip }) => {
    const plan = at(wall, given);
    expect([plan.queue.filter((key) => key.startsWith('late')).length, Object.entries(plan.skip).filter(([key, why]) => key.startsWith('late') && why === 'too-late').length]).toEqual([queue, skip]);
  });

  it('is not made at all for a unit that is due at 資料確定', () => {
    const plan = at('2026-10-27 10:00', { ...given, conduct: conduct(extended('soumu', '2026-10-26')) });
    expect([...plan.queue, ...Object.keys(plan.skip)].filter((key) => /^late.*soumu/.test(key))).toEqual([]);
  });
});

describe('期限が変わりました', () => {
  const given = { entries: [...announced, ...both] };
  const told = (wall: string) => delivered(message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' }), wall);

  it('is told to a unit whose due date is no longer the one that it was told, with the new one', () => {
    const plan = planRound(tokyo('2026-10-14 09:00'), facts({ ...given, conduct: conduct(extended('soumu', '2026-10-22')) }));
    expect(plan.queue).toEqual([message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' })]);
  });

  it('is told once', () => {
    expect(at('2026-10-14 09:01', { entries: [...given.entries, told('2026-10-14 09:00')], conduct: conduct(extended('soumu', '2026-10-22')) }).queue).toEqual([]);
  });

  it('is told to every unit when the meeting moves away, whether it has answered or not, except to an exempt one', () => {
    const moved = { ...given, round: midRound({ meetingOn: day('2026-11-04') }), reports: [soumu03] };
    expect(at('2026-10-16 10:00', moved).queue).toEqual(['moved:2026-10-26:soumu', 'moved:2026-10-26:eisei']);
    expect(outcome('2026-10-16 10:00', { ...moved, conduct: conduct(exempt('eisei')) })).toEqual({ queue: ['moved:2026-10-26:soumu'], skip: {} });
  });

  it('is not told when the meeting comes nearer: the announced date stays', () => {
    expect(at('2026-10-08 10:00', { ...given, round: midRound({ meetingOn: day('2026-10-21') }) }).queue).toEqual([]);
  });

  it('is not told to a unit that was not asked yet', () => {
    expect(at('2026-10-05 10:00', { entries: announced, conduct: conduct(extended('soumu', '2026-10-22')) }).queue).toEqual([]);
  });

  it('follows a pause, and then the お知らせ come by the new date', () => {
    const life = pauses(paused('2026-10-14 09:00', '2026-10-16 09:00'));
    expect(at('2026-10-16 09:00', { ...given, ...life }).queue).toEqual(['moved:2026-10-22:soumu', 'moved:2026-10-22:eisei']);
  });

  it.each([['2026-10-22 16:59', { queue: ['moved:2026-10-22:soumu'] }], ['2026-10-22 17:00', { skip: { 'moved:2026-10-22:soumu': 'too-late' } }]])('is told until the new date: %s', (wall, expected) => {
    expect(at(wall, { entries: allReminded, conduct: conduct(extended('soumu', '2026-10-22')) })).toMatchObject(expected);
  });

  it('an お知らせ waits for it, and is dropped if its day is not after it', () => {
    const extension = conduct(extended('soumu', '2026-10-22'));
    const later = { conduct: extension, entries: [...given.entries, ...reminded('remind-2', '2026-10-16')] };
    expect(at('2026-10-20 11:00', later).queue).toEqual(['moved:2026-10-22:soumu', 'remind-0:2026-10-20:eisei']);
    const underWay = [...later.entries, queued(message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' }), '2026-10-20 11:00')];
    expect(outcome('2026-10-20 11:00', { ...later, entries: underWay })).toEqual({ queue: ['remind-0:2026-10-20:eisei'], skip: {} });
    expect(at('2026-10-20 11:01', { ...later, entries: [...later.entries, told('2026-10-20 11:00')] }).skip).toEqual({ 'remind-2:2026-10-20:soumu': 'superseded' });
    expect(at('2026-10-20 11:01', { ...later, entries: [...later.entries, told('2026-10-19 11:00')] }).queue).toContain('remind-2:2026-10-20:soumu');
  });

  it('an お知らせ does not wait for one that could not be delivered', () => {
    const failed = entry(message('moved', { of: 'soumu', date: '2026-10-22' }), { state: 'failed', at: tokyo('2026-10-19 09:00'), why: '400', attempts: 1 });
    expect(at('2026-10-20 11:00', { conduct: conduct(extended('soumu', '2026-10-22')), entries: [...given.entries, ...reminded('remind-2', '2026-10-16'), failed] }).queue).toContain('remind-2:2026-10-20:soumu');
  });
});

describe('一時停止', () => {
  it('holds everything, or everything of one unit', () => {
    expect(outcome('2026-10-06 10:00', { entries: announced, ...pauses(paused('2026-10-05 09:00')) })).toEqual({ queue: [], skip: {} });
    expect(at('2026-10-06 10:00', { entries: announced, ...pauses(paused('2026-10-05 09:00', undefined, 'soumu')) }).queue).toEqual(['ask:eisei']);
  });

  it('lets the ask follow', () => {
    expect(at('2026-10-07 09:00', { entries: announced, ...pauses(paused('2026-10-05 09:00', '2026-10-07 09:00')) }).queue).toEqual(['ask:soumu', 'ask:eisei']);
  });

  it.each([
    ['2026-10-16 09:59', '2026-10-16 10:00', 'sent'], ['2026-10-16 09:59', '2026-10-16 10:01', 'paused'], ['2026-10-16 10:00', '2026-10-16 10:01', 'paused'], ['2026-10-16 10:01', '2026-10-16 10:02', 'sent'],
  ])('from %s to %s drops the お知らせ of 10:00: %s', (from, to, outcome) => {
    const plan = at('2026-10-16 11:00', { entries: [...announced, ...both], ...pauses(paused(from, to, 'soumu')) });
    expect(plan.queue).toEqual(outcome === 'sent' ? ['remind-2:2026-10-16:soumu', 'remind-2:2026-10-16:eisei'] : ['remind-2:2026-10-16:eisei']);
    expect(plan.skip).toEqual(outcome === 'sent' ? {} : { 'remind-2:2026-10-16:soumu': 'paused' });
  });

  it('does not drop the summary, nor what the secretariat needs for it', () => {
    const held = pauses(paused('2026-10-23 09:00', '2026-10-26 09:00'), paused('2026-10-27 09:00', '2026-10-27 11:00'));
    expect(at('2026-10-26 09:00', { entries: allReminded, ...held }).queue).toContain('check:2026-10-23:person-90');
    expect(at('2026-10-27 11:00', { entries: allReminded, ...held }).queue).toContain('summary:2026-10-27');
  });

  it('of a unit does not hold what goes to the meeting and to the secretariat', () => {
    expect(at('2026-10-23 10:00', { entries: allReminded, ...pauses(paused('2026-10-22 09:00', undefined, 'soumu')) }).queue).toEqual(['check:2026-10-23:person-90']);
  });
});

describe('the secretariat and the meeting', () => {
  const given = { entries: allReminded };
  const check = delivered({ ...message('check'), key: 'saiwai:FY2026-mid:check:2026-10-23:00000000-0000-4000-8000-000000000090' }, '2026-10-23 10:00');
  const summary = delivered(message('summary', { date: '2026-10-27' }), '2026-10-27 10:00');
  const after = { ...given, entries: [...allReminded, check] };

  it.each([
    ['2026-10-23 09:59', [], {}],
    ['2026-10-23 10:00', ['check:2026-10-23:person-90'], {}],
    ['2026-10-26 16:59', ['check:2026-10-23:person-90'], {}],
    ['2026-10-26 17:00', ['preview:2026-10-26:person-90'], { 'check:2026-10-23:person-90': 'too-late' }],
    ['2026-10-27 09:59', ['preview:2026-10-26:person-90'], { 'check:2026-10-23:person-90': 'too-late' }],
    ['2026-10-27 10:00', ['summary:2026-10-27'], { 'check:2026-10-23:person-90': 'too-late', 'preview:2026-10-26:person-90': 'too-late' }],
    ['2026-10-28 17:14', ['summary:2026-10-27'], { 'check:2026-10-23:person-90': 'too-late', 'preview:2026-10-26:person-90': 'too-late' }],
  ])('at %s', (wall, queue, skip) => {
    expect(outcome(wall, given)).toEqual({ queue, skip });
  });

  it('each person of the secretariat is told, by post and validity', () => {
    const posts = [{ role: 'secretariat', person: personId(90) }, { role: 'secretariat', person: personId(91), to: day('2026-10-22') }, { role: 'secretariat', person: 'chief@saiwai.example' }] as const;
    const people = [colleague(90), colleague(91), colleague(92, { upn: 'chief@saiwai.example' }), colleague(93)];
    expect(at('2026-10-23 10:00', { ...given, office: office({ posts }), people }).queue).toEqual(['check:2026-10-23:person-90', 'check:2026-10-23:person-92']);
  });

  it('the summary goes out at its hour, pressed or not', () => {
    const unpressed = { ...after, people: [] };
    expect(at('2026-10-27 09:59', unpressed).queue).toEqual([]);
    expect(at('2026-10-27 10:00', unpressed).queue).toEqual(['summary:2026-10-27']);
    expect(at('2026-10-27 10:00', { ...unpressed, conduct: conduct(released('released')) }).queue).toEqual(['summary:2026-10-27']);
    expect(at('2026-10-26 17:30', { ...unpressed, conduct: conduct(released('released')) }).queue).toEqual([]);
  });

  it.each(['confirm', 'automatic'] as const)('a summary that was held waits for 区部長会議へ送付, and is given up after the day of the meeting (%s)', (release) => {
    const held = { ...after, office: office({ release }), people: [], conduct: conduct(released('held')) };
    expect(outcome('2026-10-28 17:14', held)).toEqual({ queue: [], skip: {} });
    expect(outcome('2026-10-28 17:15', held)).toEqual({ queue: [], skip: { 'summary:2026-10-27': 'not-released' } });
    expect(at('2026-10-28 17:14', { ...held, conduct: conduct(released('released')) }).queue).toEqual(['summary:2026-10-27']);
  });

  it('the summary waits for the place of the meeting', () => {
    const { management: _, ...places } = allPlaces();
    expect(outcome('2026-10-28 17:15', { ...after, places, people: [] })).toEqual({ queue: [], skip: {} });
  });

  it.each([
    ['is delivered', summary, []],
    ['is nowhere', undefined, ['summary-missed:2026-10-28:person-90']],
    ['failed', entry(message('summary', { date: '2026-10-27' }), { state: 'failed', at: tokyo('2026-10-27 10:00'), why: '403', attempts: 1 }), ['summary-missed:2026-10-28:person-90']],
    ['is uncertain', entry(message('summary', { date: '2026-10-27' }), { state: 'uncertain', at: tokyo('2026-10-27 10:00'), why: '502', attempts: 1 }), ['summary-missed:2026-10-28:person-90']],
  ])('the secretariat is told when the day of the meeting has ended, if the summary %s', (_, sent, queue) => {
    const entries = [...after.entries, ...(sent === undefined ? [] : [sent])];
    const missed = (wall: string) => at(wall, { entries }).queue.filter((key) => key.startsWith('summary-missed'));
    expect([missed('2026-10-28 17:14'), missed('2026-10-29 08:29'), missed('2026-10-29 08:30'), missed('2026-11-05 09:59'), missed('2026-11-05 10:00')]).toEqual([[], [], queue, queue, []]);
  });

  it('it is not told of a summary that it held itself', () => {
    expect(at('2026-10-29 08:30', { ...after, conduct: conduct(released('held')) }).queue).toEqual([]);
  });

  it('every unit that was asked hears 「区部長会議に報告しました。」 once the summary was sent, and no exempt one', () => {
    const sent = { ...after, entries: [...after.entries, summary] };
    expect(at('2026-10-29 09:59', sent).queue).toEqual([]);
    expect(at('2026-10-29 10:00', sent).queue).toEqual(['reported:2026-10-29:soumu', 'reported:2026-10-29:eisei']);
    expect(at('2026-10-29 10:00', { ...sent, conduct: conduct(exempt('eisei')) })).toMatchObject({ queue: ['reported:2026-10-29:soumu'], skip: { 'reported:2026-10-29:eisei': 'exempt' } });
    const unsent = at('2026-10-29 10:00', after);
    expect([...unsent.queue, ...Object.keys(unsent.skip)].filter((key) => key.startsWith('reported'))).toEqual([]);
  });

  it('a unit that was not asked hears it only if it answered', () => {
    const entries = [...after.entries.filter(({ message: { kind } }) => kind !== 'ask'), summary];
    const heard = (reports: readonly typeof soumu03[]) => at('2026-10-29 10:00', { entries, reports }).queue.filter((key) => key.startsWith('reported'));
    expect([heard([]), heard([soumu03])]).toEqual([[], ['reported:2026-10-29:soumu']]);
  });

  it.each([['2026-11-06 09:59', 2, {}], ['2026-11-06 10:00', 0, { 'reported:2026-10-29:soumu': 'too-late', 'reported:2026-10-29:eisei': 'too-late' }]])('it is news for five 開庁日: %s', (wall, count, skip) => {
    const plan = at(wall, { ...after, entries: [...after.entries, summary], people: [] });
    expect([plan.queue.length, plan.skip]).toEqual([count, skip]);
  });

  it('a summary that was never sent is never reported', () => {
    expect(outcome('2026-11-06 09:59', { ...after, people: [] })).toEqual({ queue: [], skip: { 'summary:2026-10-27': 'too-late' } });
    expect(at('2026-11-06 10:00', { ...after, people: [] }).skip).toMatchObject({ 'reported:2026-10-29:soumu': 'not-released' });
  });
});

describe('hours', () => {
  it.each([
    ['2026-10-16 11:59', 2], ['2026-10-16 12:00', 0], ['2026-10-16 12:59', 0], ['2026-10-16 13:00', 2], ['2026-10-16 17:14', 2], ['2026-10-16 17:15', 0], ['2026-10-17 10:00', 0], ['2026-10-19 08:29', 0], ['2026-10-19 08:30', 2],
  ])('what is late waits for the next opening: %s', (wall, count) => {
    expect(at(wall, { entries: [...announced, ...both] }).queue).toHaveLength(count);
  });

  it('nothing new goes out on a holiday', () => {
    expect(at('2026-10-12 10:00', { entries: announced }).queue).toEqual([]);
  });
});

describe('next', () => {
  const given = { entries: [...announced, ...both], people: [] };
  it.each([
    ['2026-10-15 09:00', '2026-10-16 10:00', 'the next message'],
    ['2026-10-16 12:00', '2026-10-16 13:00', 'the opening, while something waits for it'],
    ['2026-10-17 09:00', '2026-10-19 08:30', 'the opening after a weekend'],
  ])('after %s is %s: %s', (wall, next) => {
    expect(at(wall, given).next).toBe(tokyo(next));
  });

  it('is the end of an occasion, if that comes before the opening', () => {
    const round = midRound({ times: { ...times, due: { days: 6, at: hour('12:30') }, reminders: [{ days: 0, at: hour('12:00') }] } });
    const entries = [...announced, ...['soumu', 'eisei'].map((of) => asked(of, '2026-10-06 10:00', '2026-10-20 12:30'))];
    expect(at('2026-10-20 12:00', { ...given, entries, round }).next).toBe(tokyo('2026-10-20 12:30'));
  });

  it('is not missed when a unit or a post begins or ends', () => {
    const sections = [...office().sections, section('kumin', '区民課', { from: day('2026-10-14') }), section('kouhou', '広報課', { to: day('2026-10-14') })];
    const initiatives = [...office().initiatives, initiative('kumin-01', 'kumin'), initiative('kouhou-01', 'kouhou')];
    const grown = office({ sections, initiatives, posts: [{ role: 'secretariat', person: personId(90), from: day('2026-10-15'), to: day('2026-10-15') }] });
    const after = (wall: string) => at(wall, { ...given, office: grown }).next;
    expect(['2026-10-13 09:00', '2026-10-14 00:00', '2026-10-15 00:00', '2026-10-16 00:00'].map(after)).toEqual(
      ['2026-10-14 00:00', '2026-10-15 00:00', '2026-10-16 00:00', '2026-10-16 10:00'].map(tokyo),
    );
  });

  it('is not the beginning of a post after the round', () => {
    expect(at('2026-12-01 09:00', { office: office({ posts: [{ role: 'secretariat', person: personId(90), from: day('2027-04-01') }] }), people: [] }).next).toBeUndefined();
  });

  it('is the end of a pause that has one, and nothing in a pause without', () => {
    expect(at('2026-10-15 09:00', { ...given, ...pauses(paused('2026-10-14 09:00', '2026-10-15 12:00')) }).next).toBe(tokyo('2026-10-15 12:00'));
    expect(at('2026-10-15 09:00', { ...given, ...pauses(paused('2026-10-14 09:00')) }).next).toBeUndefined();
  });
});

describe('when the head will be told', () => {
  const head = { role: 'head', section: sectionId('soumu'), person: personId(11) } as const;
  const told = (given: Parameters<typeof facts>[0]) => headToldAt(facts({ people: [colleague(11)], office: office({ posts: [head] }), ...given }), sectionId('soumu'));

  it('is two 開庁日 after the due date of the unit', () => {
    expect([told({}), told({ conduct: conduct(extended('soumu', '2026-10-21')) })]).toEqual([tokyo('2026-10-22 10:00'), tokyo('2026-10-23 10:00')]);
  });

  it('is never, if that is after 資料確定, or if there is no head whom we can write to', () => {
    const atFreeze = midRound({ times: { ...times, lateHead: { days: 4, at: hour('17:00') } } });
    expect([told({ conduct: conduct(extended('soumu', '2026-10-26')) }), told({ round: atFreeze }), told({ office: office() })]).toEqual([undefined, undefined, undefined]);
    const { personal: _, ...silent } = colleague(11);
    expect([told({ people: [silent] }), told({ office: office({ posts: [{ ...head, to: day('2026-10-21') }] }) })]).toEqual([undefined, undefined]);
  });
});

it('keys are as people read them in the log', () => {
  const given = facts({ entries: both, office: office({ posts: [...office().posts, { role: 'head', section: sectionId('soumu'), person: personId(11) }] }), people: [colleague(90), colleague(11)] });
  const keys = (wall: string) => planRound(tokyo(wall), given).queue.map(({ key }) => key);
  expect(keys('2026-10-16 10:00')[0]).toBe('saiwai:FY2026-mid:remind-2:2026-10-16:soumu');
  expect(keys('2026-10-22 10:00')[1]).toBe(`saiwai:FY2026-mid:late-head-2:2026-10-22:soumu:${personId(11)}`);
  expect(keys('2026-10-27 10:00').at(-1)).toBe('saiwai:FY2026-mid:summary:2026-10-27');
});
