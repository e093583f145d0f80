import { describe, expect, it } from '@jest/globals';
import { faceOf, isStale } from '../../src/domain/face.ts';
import { planRound } from '../../src/domain/plan.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { stillWanted } from '../../src/domain/stillWanted.ts';
import { takenUpAgain } from '../../src/domain/takenUpAgain.ts';
import { allPlaces, asked, conduct, delivered, facts, message, skipped } from '../fixtures/facts.ts';
import { day, midRound, office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { lookAt } from '../fixtures/runRound.ts';

const announced = ['soumu', 'eisei'].map((of) => delivered(message('announcement', { of }), '2026-09-01 09:00'));
const ask = (state: 'released' | 'held', wall = '2026-10-05 14:00') => ({ conduct: conduct({ ask: { state, at: tokyo(wall), by: 'x' } }) });
const at = (wall: string, given: Partial<RoundFacts> = {}) => lookAt(tokyo(wall), facts({ entries: announced, ...given }));
const KEY = 'ask-preview:2026-10-05:person-90';
const previewed = delivered(message('ask-preview', { date: '2026-10-05' }), '2026-10-05 13:00');

describe('照会の送付前確認', () => {
  it.each([['2026-10-05 12:59', []], ['2026-10-05 13:00', [KEY]], ['2026-10-05 17:15', []], ['2026-10-06 09:59', [KEY]], ['2026-10-06 10:00', ['ask:soumu', 'ask:eisei']]])(
    'goes to each of the secretariat from 13:00 of the 開庁日 before the ask, until the ask, within office hours: %s', (wall, queue) => { expect(at(wall).queue).toEqual(queue); },
  );
  it('comes on the last 開庁日, whatever lies between', () => {
    const round = midRound({ meetingOn: day('2026-11-04') }); // ask on 10/13; 10/12 is a holiday
    expect(lookAt(tokyo('2026-10-09 13:00'), facts({ round, office: office({ rounds: [round] }), entries: announced })).queue).toEqual(['ask-preview:2026-10-09:person-90']);
  });
  it('is what the clock waits for next, and then the ask', () => {
    expect(at('2026-10-05 12:00').next).toBe(tokyo('2026-10-05 13:00'));
    const told = { ...previewed, message: { ...previewed.message, key: `saiwai:FY2026-mid:ask-preview:2026-10-05:${personId(90)}` } };
    expect(at('2026-10-05 13:00', { entries: [...announced, told] })).toEqual({ queue: [], skip: {}, next: tokyo('2026-10-06 10:00') });
  });
  it('does not come again once anybody was asked, though the meeting is moved later', () => {
    const round = midRound({ meetingOn: day('2026-11-11') }); // ask on 10/20
    const moved = { round, office: office({ rounds: [round] }) };
    expect(lookAt(tokyo('2026-10-19 13:00'), facts({ ...moved, entries: announced })).queue).toContain('ask-preview:2026-10-19:person-90');
    expect(lookAt(tokyo('2026-10-19 13:00'), facts({ ...moved, entries: [...announced, asked('soumu')] })).queue).not.toContain('ask-preview:2026-10-19:person-90');
  });
});

describe('送付を止める', () => {
  it.each([[undefined, ['ask:soumu', 'ask:eisei']], ['released', ['ask:soumu', 'ask:eisei']], ['held', []]] as const)('pressed %s: unpressed, the ask goes out by itself', (state, queue) => {
    expect(at('2026-10-06 10:00', state === undefined ? {} : ask(state)).queue).toEqual(queue);
  });
  it('holds the announcement as well', () => {
    expect(at('2026-10-05 11:00', { entries: [], ...ask('held') }).queue).toEqual([]);
    expect(at('2026-10-05 11:00', { entries: [] }).queue).toEqual(['announcement:soumu', 'announcement:eisei']);
  });
  it('keeps back what is queued already, and 送付する sends it', () => {
    const key = message('ask', { of: 'soumu', due: '2026-10-20 17:00' });
    expect(stillWanted(key, facts({ entries: announced, ...ask('held') }), tokyo('2026-10-06 10:00'))).toBe('not-released');
    const entries = [...announced, skipped(key, 'not-released', '2026-10-06 10:00')];
    expect(takenUpAgain(tokyo('2026-10-06 11:00'), facts({ entries, ...ask('held') }))).toEqual([]);
    expect(takenUpAgain(tokyo('2026-10-06 11:00'), facts({ entries, ...ask('released') })).map(({ message: of }) => of.key)).toEqual([key.key]);
  });
  it('until 資料確定 leaves the ask unsent, and nobody is reminded of what they were not asked', () => {
    expect(at('2026-10-21 10:00', ask('held')).queue).toEqual([]);
    expect(at('2026-10-26 17:00', ask('held')).skip).toMatchObject({ 'ask:soumu': 'not-released', 'late-1:2026-10-21:soumu': 'not-asked' });
  });
});

describe('the face of the preview', () => {
  const of = message('ask-preview', { date: '2026-10-05' });
  const face = (given: Partial<RoundFacts> = {}, wall = '2026-10-05 14:00') => faceOf(of, facts(given), tokyo(wall));
  it('is another one when it is held, released, held again, moved, out, or a unit gets or loses its place', () => {
    const { [sectionId('eisei')]: _, ...sections } = allPlaces().sections;
    const round = midRound({ meetingOn: day('2026-10-30') });
    const faces = [
      face(), face(ask('held')), face(ask('released')), face(ask('held', '2026-10-05 14:30')), face({ round, office: office({ rounds: [round] }) }), face({ entries: [asked('soumu')] }), face({ places: { ...allPlaces(), sections } }), face({}, '2026-10-26 17:00'),
    ];
    expect(new Set(faces).size).toBe(faces.length);
  });
  it('stays the same once it is out, so that the card is left alone', () => {
    const out = { entries: [asked('soumu')] };
    expect(face({ ...out, ...ask('released') }, '2026-11-30 10:00')).toBe(face(out));
    expect(isStale({ ...previewed, shown: face() }, facts(out), tokyo('2026-10-06 10:01'))).toBe(true);
    expect(isStale({ ...previewed, shown: face(out) }, facts(out), tokyo('2026-11-30 10:00'))).toBe(false);
  });
});

describe('事前のお知らせ by a press', () => {
  const live = { life: { ...facts().life, liveSince: tokyo('2026-10-20 09:00') } }; // within another round: it does not announce itself
  const next = midRound({ id: 'FY2026-q3' as RoundFacts['round']['id'], meetingOn: day('2027-01-27'), asOf: day('2026-12-31') });
  const world = (given: Partial<RoundFacts> = {}) => facts({ ...live, round: next, office: office({ rounds: [midRound(), next] }), entries: [], ...given });
  it('goes to the units that it was pressed for, once', () => {
    const pressed = { conduct: { ...conduct({ announce: { [sectionId('eisei')]: tokyo('2026-11-10 10:00') } }), round: next.id } };
    expect(planRound(tokyo('2026-11-10 10:00'), world()).queue).toEqual([]);
    const [only, ...others] = planRound(tokyo('2026-11-10 10:00'), world(pressed)).queue;
    expect([only?.key, others]).toEqual(['saiwai:FY2026-q3:announcement:eisei', []]);
    expect(planRound(tokyo('2026-11-10 10:00'), world({ ...pressed, entries: [delivered(only!, '2026-11-10 10:00')] })).queue).toEqual([]);
  });
});
