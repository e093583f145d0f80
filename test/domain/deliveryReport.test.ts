import { describe, expect, it } from '@jest/globals';
import { deliveryOfUnit, type Fate } from '../../src/domain/deliveryOfUnit.ts';
import { deliveryReport, outcomeOf } from '../../src/domain/deliveryReport.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import { isStill, queuedAnew, refusedInVain } from '../../src/domain/sendAgain.ts';
import { troublesOf } from '../../src/domain/troubles.ts';
import { allPlaces, asked, colleague, conduct, delivered, entry, exempt, facts, message, paused, posted, queued, skipped, submission } from '../fixtures/facts.ts';
import { office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { place } from '../fixtures/places.ts';

const ask = message('ask', { of: 'soumu', due: '2026-10-20 17:00' });
const remind = message('remind-2', { of: 'soumu', date: '2026-10-16' });
const late = message('late-1', { of: 'soumu', date: '2026-10-21' });
const summary = message('summary', { date: '2026-10-27' });
const lateHead: Message = { ...message('late-head-2', { of: 'soumu', date: '2026-10-22' }), recipient: { to: 'person', person: personId(5) } };
const failed = (what: Message, wall: string, given: Partial<Extract<Delivery, { readonly state: 'failed' }>> = {}): OutboxEntry => entry(what, { state: 'failed', at: tokyo(wall), why: '413', attempts: 1, ...given });
const doubt = (what: Message, wall: string, given: object = {}): OutboxEntry => entry(what, { state: 'uncertain', at: tokyo(wall), why: '504', attempts: 1, doubts: 1, ...given });
const lost = { placeLost: true, why: '403 BotNotInConversationRoster' };
const closed = (wall: string) => ({ ...allPlaces(), sections: { ...allPlaces().sections, [sectionId('soumu')]: place({ suspended: { since: tokyo(wall), why: '403' } }) } });
const answered = { reports: [submission('soumu', '2026-10-15 10:00', ['soumu-01'])] };

describe('what became of a message', () => {
  it.each<[Delivery['state'], Delivery, string]>([
    ['queued', { state: 'queued', notBefore: tokyo('2026-10-06 10:00'), attempts: 0 }, 'waiting'], ['sending', { state: 'sending', claim: 'x', until: tokyo('2026-10-06 10:00'), attempts: 1 }, 'waiting'],
    ['delivered', delivered(ask, '2026-10-06 10:00').delivery, 'delivered'], ['failed', failed(ask, '2026-10-06 10:00').delivery, 'failed'],
    ['uncertain', doubt(ask, '2026-10-06 10:00').delivery, 'uncertain'], ['skipped', skipped(ask, 'exempt', '2026-10-06 10:00').delivery, 'dropped'],
  ])('%s', (_, delivery, outcome) => { expect(outcomeOf(delivery)).toBe(outcome); });
});

describe('送付状況', () => {
  const report = (wall: string, given: Partial<RoundFacts> = {}) => deliveryReport(facts(given), tokyo(wall));

  it('counts what went out and what did not, in all and by kind', () => {
    const entries = [asked('soumu', '2026-10-06 10:00'), asked('eisei', '2026-10-06 10:02'), skipped(remind, 'answered', '2026-10-16 10:00'), failed(message('remind-2', { of: 'eisei', date: '2026-10-16' }), '2026-10-16 10:00')];
    const { counts, kinds } = report('2026-10-16 11:00', { entries });
    expect(counts).toEqual({ delivered: 2, waiting: 0, failed: 1, uncertain: 0, dropped: 1 });
    expect(kinds.map(({ kind, sent, dropped }) => ({ kind, sent, dropped }))).toEqual([
      { kind: 'ask', sent: { first: tokyo('2026-10-06 10:00'), last: tokyo('2026-10-06 10:02') }, dropped: {} }, { kind: 'remind', sent: undefined, dropped: { answered: 1 } },
    ]);
  });

  it.each<[string, OutboxEntry, string, string | undefined]>([
    ['now, within office hours', queued(ask, '2026-10-06 10:00'), '2026-10-06 10:01', '2026-10-06 10:01'],
    ['when they begin, outside them', queued(ask, '2026-10-06 11:59'), '2026-10-06 12:00', '2026-10-06 13:00'],
    ['when Teams said to come again', queued(ask, '2026-10-06 10:05'), '2026-10-06 10:01', '2026-10-06 10:05'],
    ['when a doubt is settled', doubt(ask, '2026-10-06 10:00', { retryAt: tokyo('2026-10-06 10:10') }), '2026-10-06 10:01', '2026-10-06 10:10'],
    ['never, if its place is closed', queued({ ...ask, recipient: { to: 'secretariat-place' } }, '2026-10-06 10:00'), '2026-10-06 10:01', undefined],
    ['never, if nothing waits', asked('soumu'), '2026-10-06 10:01', undefined],
  ])('says when what waits goes out: %s', (_, waiting, wall, next) => {
    expect(report(wall, { entries: [waiting] }).nextAt).toBe(next === undefined ? undefined : tokyo(next));
  });

  it('promises nothing while the office is paused, and does for a pause of one unit', () => {
    const life = (of?: string) => ({ life: { ...facts().life, pauses: [paused('2026-10-06 09:00', undefined, of)] }, entries: [queued(ask, '2026-10-06 10:00')] });
    const promised = (of?: string) => { const { paused: held, nextAt } = report('2026-10-06 10:00', life(of)); return [held, nextAt]; };
    expect([promised(), promised('soumu'), promised('eisei')]).toEqual([[true, undefined], [false, undefined], [false, tokyo('2026-10-06 10:00')]]);
  });
});

describe('what somebody has to see to', () => {
  const causes = (wall: string, given: Partial<RoundFacts> = {}) => troublesOf(facts({ entries: [asked('soumu'), asked('eisei')], ...given }), tokyo(wall)).map(({ cause, to, kinds }) => [cause, to.to === 'section' ? to.section : to.to, ...kinds].join(' '));
  const { soumu: _soumu, ...others } = allPlaces().sections as Record<string, ReturnType<typeof place>>;
  const { management: _management, ...noMeeting } = allPlaces();

  it.each<[string, string, Partial<RoundFacts>, readonly string[]]>([
    ['nothing, where all is well', '2026-10-16 10:00', {}, []],
    ['a unit without a place', '2026-10-16 10:00', { places: { ...allPlaces(), sections: others } }, ['no-place soumu']],
    ['not one that has answered', '2026-10-16 10:00', { places: { ...allPlaces(), sections: others }, ...answered }, []],
    ['not one that is exempt', '2026-10-16 10:00', { places: { ...allPlaces(), sections: others }, conduct: conduct(exempt('soumu')) }, []],
    ['not after 資料確定', '2026-10-26 17:00', { places: { ...allPlaces(), sections: others } }, []],
    ['the meeting without a place, while it can still read', '2026-10-28 17:14', { places: noMeeting }, ['no-place management']],
    ['not afterwards', '2026-10-28 17:15', { places: noMeeting }, []],
    ['a place that is closed, with all that failed there', '2026-10-21 11:00', { places: closed('2026-10-21 10:00'), entries: [asked('soumu'), failed(late, '2026-10-21 10:00', lost), failed(remind, '2026-10-16 10:00', lost)] }, ['place-lost soumu late remind']],
    ['even if nothing failed there yet', '2026-10-06 10:00', { places: closed('2026-07-21 10:00'), entries: [] }, ['place-lost soumu']],
    ['even of a unit that has answered', '2026-10-21 11:00', { places: closed('2026-10-21 10:00'), ...answered }, ['place-lost soumu']],
    ['not of one that is exempt', '2026-10-21 11:00', { places: closed('2026-10-21 10:00'), conduct: conduct(exempt('soumu')) }, []],
    ['not once the round is over', '2026-10-29 10:00', { places: closed('2026-10-21 10:00') }, []],
    ['not what failed in a place that is open again', '2026-10-21 11:00', { entries: [asked('soumu'), failed(late, '2026-10-21 10:00', lost)] }, []],
    ['the meeting’s place that is closed', '2026-10-27 11:00', { places: { ...allPlaces(), management: place({ suspended: { since: tokyo('2026-10-27 10:00'), why: '404' } }) }, entries: [failed(summary, '2026-10-27 10:00', lost)] }, ['place-lost management summary']],
    ['a person whose chat is closed', '2026-10-22 11:00', { entries: [asked('soumu'), failed(lateHead, '2026-10-22 10:00', lost)] }, ['person-lost person late-head']],
    ['not one who has come back', '2026-10-22 11:00', { entries: [asked('soumu'), failed(lateHead, '2026-10-22 10:00', lost)], people: [colleague(5)] }, []],
    ['what was refused and is still to be said', '2026-10-16 11:00', { entries: [asked('soumu'), asked('eisei'), failed(remind, '2026-10-16 10:00')] }, ['refused soumu remind']],
    ['not once it has come to nothing', '2026-10-20 11:00', { entries: [asked('soumu'), asked('eisei'), failed(remind, '2026-10-16 10:00')] }, []],
    ['not to a unit that has answered meanwhile', '2026-10-16 11:00', { entries: [asked('soumu'), asked('eisei'), failed(remind, '2026-10-16 10:00')], ...answered }, []],
    ['not while its unit is paused', '2026-10-16 11:00', { entries: [asked('soumu'), failed(remind, '2026-10-16 10:00')], life: { ...facts().life, pauses: [paused('2026-10-16 10:30', undefined, 'soumu')] } }, []],
    ['a summary that was refused', '2026-10-28 17:14', { entries: [failed(summary, '2026-10-27 10:00')] }, ['refused management summary']],
    ['not after its meeting', '2026-10-28 17:15', { entries: [failed(summary, '2026-10-27 10:00')] }, []],
    ['a summary in doubt', '2026-10-27 11:00', { entries: [doubt(summary, '2026-10-27 10:00')] }, ['in-doubt management summary']],
    ['not after its meeting either', '2026-10-28 17:15', { entries: [doubt(summary, '2026-10-27 10:00')] }, []],
    ['an ask that was sent twice and is in doubt', '2026-10-06 11:00', { entries: [doubt(ask, '2026-10-06 10:10', { doubts: 2, attempts: 2 })] }, ['in-doubt soumu ask']],
    ['not one that is sent once more', '2026-10-06 10:05', { entries: [doubt(ask, '2026-10-06 10:00', { retryAt: tokyo('2026-10-06 10:10') })] }, []],
    ['not after 資料確定, either', '2026-10-26 17:00', { entries: [doubt(ask, '2026-10-06 10:10', { doubts: 2, attempts: 2 })] }, []],
  ])('%s', (_, wall, given, expected) => { expect(causes(wall, given)).toEqual(expected); });

  it('says since when, how often it was tried, and what Teams answered', () => {
    const entries = [failed(late, '2026-10-21 10:00', { ...lost, attempts: 3 }), failed(remind, '2026-10-16 10:00', lost)];
    expect(troublesOf(facts({ places: closed('2026-10-21 10:00'), entries }), tokyo('2026-10-21 11:00'))[0]).toEqual({
      cause: 'place-lost', to: { to: 'section', section: 'soumu' }, section: 'soumu', kinds: ['late', 'remind'], attempts: 3, at: tokyo('2026-10-21 10:00'), why: '403',
    });
  });
});

describe('「もう一度送る」', () => {
  const now = tokyo('2026-10-16 11:00');
  const both = [asked('soumu'), asked('eisei'), failed(remind, '2026-10-16 10:00'), failed(message('remind-2', { of: 'eisei', date: '2026-10-16' }), '2026-10-16 10:30')];
  const press = (given: Partial<RoundFacts>, section?: string, asOf = '2026-10-16 11:00') =>
    queuedAnew(facts({ entries: both, ...given }), { section: section === undefined ? undefined : sectionId(section), asOf: tokyo(asOf) }, now).map(({ message: { kind, section: of } }) => `${kind} ${of ?? ''}`);

  it('queues anew all of the round that was refused, or that of one unit', () => {
    expect(press({})).toEqual(['remind soumu', 'remind eisei']);
    expect(press({}, 'eisei')).toEqual(['remind eisei']);
    expect(queuedAnew(facts({ entries: both }), { section: sectionId('soumu'), asOf: now }, now)[0]?.delivery).toEqual({ state: 'queued', notBefore: now, attempts: 1 });
  });

  it.each<[string, Partial<RoundFacts>, readonly string[]]>([
    ['what was answered meanwhile', answered, ['remind eisei']],
    ['what is exempt now', { conduct: conduct(exempt('soumu')) }, ['remind eisei']],
    ['what a pause holds', { life: { ...facts().life, pauses: [paused('2026-10-16 10:30')] } }, []],
    ['what has no place to go to', { places: closed('2026-10-16 10:30') }, ['remind eisei']],
    ['what failed because its place is lost', { entries: [asked('soumu'), failed(remind, '2026-10-16 10:00', lost)] }, []],
    ['what is queued again already', { entries: [asked('soumu'), queued(remind, '2026-10-16 11:00')] }, []],
    ['the summary, which has a press of its own', { entries: [failed(summary, '2026-10-16 10:00')] }, []],
  ])('leaves out %s', (_, given, expected) => { expect(press(given)).toEqual(expected); });

  it('does nothing for what failed after the card was drawn, so that a press that comes again sends once', () => {
    expect(press({}, undefined, '2026-10-16 10:29')).toEqual(['remind soumu']);
    expect([isStill(both[2]!, { asOf: tokyo('2026-10-16 10:00') }), isStill(both[2]!, { asOf: tokyo('2026-10-16 09:59') }), isStill(both[0]!, { asOf: now })]).toEqual([true, false, false]);
  });

  it('is not offered for a reminder whose next has come', () => {
    expect(refusedInVain(facts({ entries: both }), tokyo('2026-10-20 10:00'))).toEqual([]);
  });
});

describe('所属の送付状況', () => {
  const fates = (given: Partial<RoundFacts>, wall = '2026-10-21 12:30') => deliveryOfUnit(facts({ people: [colleague(5)], ...given }), sectionId('soumu'), tokyo(wall)).sent;

  it('lists all that was to be sent to the unit or about it, in the order of time, and nothing of others', () => {
    const entries = [queued(lateHead, '2026-10-22 10:00'), asked('eisei'), skipped(remind, 'asked-today', '2026-10-16 10:00'), asked('soumu')];
    expect(fates({ entries }).map(({ message: { kind } }) => kind)).toEqual(['ask', 'remind', 'late-head']);
  });

  it.each<[string, OutboxEntry, Partial<RoundFacts>, Fate]>([
    ['sent', asked('soumu'), {}, { state: 'delivered', at: tokyo('2026-10-06 10:00') }],
    ['not delivered', failed(late, '2026-10-21 10:00'), {}, { state: 'failed', at: tokyo('2026-10-21 10:00') }],
    ['in doubt', doubt(remind, '2026-10-16 10:00'), {}, { state: 'uncertain', at: tokyo('2026-10-16 10:00') }],
    ['in doubt, to be sent once more', doubt(ask, '2026-10-06 10:00', { retryAt: tokyo('2026-10-06 10:10') }), {}, { state: 'uncertain', at: tokyo('2026-10-06 10:00'), retryAt: tokyo('2026-10-06 10:10') }],
    ['given up', skipped(remind, 'answered', '2026-10-16 10:00'), {}, { state: 'dropped', why: 'answered' }],
    ['under way', entry(late, { state: 'sending', claim: 'x', until: tokyo('2026-10-21 10:01'), attempts: 1 }), {}, { state: 'sending' }],
    ['waiting for office hours', queued(late, '2026-10-21 12:00'), {}, { state: 'waiting', at: tokyo('2026-10-21 13:00') }],
    ['waiting for its place', queued(late, '2026-10-21 12:00'), { places: closed('2026-10-21 10:00') }, { state: 'held', by: 'place' }],
    ['waiting for the end of a pause', queued(late, '2026-10-21 12:00'), { life: { ...facts().life, pauses: [paused('2026-10-21 10:00', undefined, 'soumu')] } }, { state: 'held', by: 'pause' }],
  ])('says of each what became of it: %s', (_, given, more, fate) => { expect(fates({ entries: [given], ...more })[0]?.fate).toEqual(fate); });

  it('tells how often each was tried', () => {
    expect(fates({ entries: [entry(ask, { state: 'delivered', at: tokyo('2026-10-06 10:04'), posted: posted(), attempts: 3 }), skipped(remind, 'answered', '2026-10-16 10:00')] }).map(({ attempts }) => attempts)).toEqual([3, 0]);
  });

  it('has the troubles of that unit alone', () => {
    const none = deliveryOfUnit(facts({ places: { ...allPlaces(), sections: {} }, office: office() }), sectionId('soumu'), tokyo('2026-10-16 10:00'));
    expect(none.troubles.map(({ section }) => section)).toEqual(['soumu']);
  });
});
