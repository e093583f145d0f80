import { describe, expect, it } from '@jest/globals';
import { againOf, askableAgain } from '../../src/domain/askAgain.ts';
import { boardOf } from '../../src/domain/deriveBoard.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { pause, pauseActsOf, resume } from '../../src/domain/pauses.ts';
import { noConduct, noLife } from '../../src/flows/facts.ts';
import { actor as reporter } from '../fixtures/facts.ts';
import { midRound, office, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';
import { channelAddress, place, places } from '../fixtures/places.ts';

const by = { ...reporter, as: 'secretariat' as const };
const other = { ...by, person: personId(91), name: '企画　次郎' };
const ward = office();
const soumu = sectionId('soumu');
const asked = (unit: string, at: string): RoundFacts['entries'][number] => ({
  message: { key: `saiwai:FY2026-mid:ask:${unit}`, office: ward.id, round: roundId('FY2026-mid'), kind: 'ask', recipient: { to: 'section', section: sectionId(unit) }, section: sectionId(unit), due: tokyo('2026-10-20 17:00') },
  delivery: { state: 'delivered', at: tokyo(at), attempts: 1, posted: { address: channelAddress('c'), conversation: 'c', activityId: '1' } },
});
const facts = (given: Partial<RoundFacts> = {}): RoundFacts => ({
  office: ward, round: midRound(), life: { office: ward.id, liveSince: tokyo('2026-10-06 09:00'), pauses: [] }, conduct: noConduct(ward.id, roundId('FY2026-mid')), people: [], reports: [],
  places: places({ sections: { [soumu]: place(), [sectionId('eisei')]: place({ address: channelAddress('ch-eisei') }) } }),
  entries: [asked('soumu', '2026-10-06 10:00'), asked('eisei', '2026-10-06 10:00')], ...given,
});
const askable = (of: RoundFacts, at: string) => {
  const { asked: again, tooSoon } = askableAgain(boardOf(of, tokyo(at)), of, tokyo(at));
  return { again: again.map(({ id }) => id), tooSoon: tooSoon.map(({ id }) => id) };
};

describe('再依頼', () => {
  it.each([['10:59', { again: [], tooSoon: ['soumu', 'eisei'] }], ['11:00', { again: ['soumu', 'eisei'], tooSoon: [] }]])(
    'may go out an hour after the last message: at %s', (at, expected) => { expect(askable(facts(), `2026-10-06 ${at}`)).toEqual(expected); },
  );
  it('counts the last press as a message', () => {
    const pressed = facts({ conduct: { ...noConduct(ward.id, roundId('FY2026-mid')), again: { [soumu]: { times: 1, at: tokyo('2026-10-08 10:00') } } } });
    expect(askable(pressed, '2026-10-08 10:59')).toEqual({ again: ['eisei'], tooSoon: ['soumu'] });
  });
  it('goes to nobody who was never asked, is exempt, is paused, or has no place', () => {
    expect(askable(facts({ entries: [asked('soumu', '2026-10-06 10:00')] }), '2026-10-08 10:00').again).toEqual(['soumu']);
    expect(askable(facts({ conduct: { ...noConduct(ward.id, roundId('FY2026-mid')), exempt: { [soumu]: { reason: '組織改正', at: tokyo('2026-10-07 09:00') } } } }), '2026-10-08 10:00').again).toEqual(['eisei']);
    expect(askable(facts({ life: pause(facts().life, soumu, tokyo('2026-10-07 09:00'), by) }), '2026-10-08 10:00').again).toEqual(['eisei']);
    expect(askable(facts({ places: places({ sections: { [soumu]: place() } }) }), '2026-10-08 10:00').again).toEqual(['soumu']);
  });
  it('is queued once a press, under a key that counts the presses', () => {
    const pressed = facts({ conduct: { ...noConduct(ward.id, roundId('FY2026-mid')), again: { [soumu]: { times: 2, at: tokyo('2026-10-08 10:00') } } } });
    const [message, ...others] = againOf(pressed);
    expect([message?.key, others]).toEqual(['saiwai:FY2026-mid:again:2:soumu', []]);
    expect(againOf({ ...pressed, entries: [{ message: message!, delivery: { state: 'queued', notBefore: tokyo('2026-10-08 10:00'), attempts: 0 } }] })).toEqual([]);
  });
});

describe('一時停止 and 再開', () => {
  const [morning, noon, evening] = [tokyo('2026-10-07 09:00'), tokyo('2026-10-07 12:00'), tokyo('2026-10-07 17:00')];
  it('twice is once', () => {
    const paused = pause(noLife(ward.id), undefined, morning, by);
    expect(pause(paused, undefined, noon, by)).toEqual(paused);
    const resumed = resume(paused, undefined, noon, by);
    expect(resumed.pauses).toEqual([{ from: morning, to: noon, by, endedBy: by }]);
    expect(resume(resumed, undefined, evening, by)).toEqual(resumed);
    expect(pause(resumed, undefined, evening, by).pauses).toHaveLength(2);
  });
  it('of one unit leaves the office and the other units as they are', () => {
    const both = pause(pause(noLife(ward.id), undefined, morning, by), soumu, noon, by);
    expect(resume(both, soumu, evening, other).pauses).toEqual([{ from: morning, by }, { from: noon, section: soumu, to: evening, by, endedBy: other }]);
  });
  it('can be told afterwards: what was done when and by whom, by itself or with the whole office', () => {
    const { pauses } = resume(pause(pause(noLife(ward.id), undefined, morning, by), soumu, noon, by), soumu, evening, other);
    expect(pauseActsOf(pauses, soumu, morning)).toEqual([{ kind: 'pause-all', at: morning, by }, { kind: 'pause', at: noon, by }, { kind: 'resume', at: evening, by: other }]);
    expect(pauseActsOf(pauses, sectionId('eisei'), morning)).toEqual([{ kind: 'pause-all', at: morning, by }]);
  });
  it.each([['2026-10-07 17:00', 3], ['2026-10-07 17:01', 1]])('concerns no round that began after it was over: of one that is asked at %s', (since, count) => {
    const { pauses } = resume(pause(pause(noLife(ward.id), undefined, morning, by), soumu, noon, by), soumu, evening, other);
    expect(pauseActsOf(pauses, soumu, tokyo(since))).toHaveLength(count);
  });
});
