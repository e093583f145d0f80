import { describe, expect, it } from '@jest/globals';
import { deliveryOfUnit } from '../../src/domain/deliveryOfUnit.ts';
import { deliveryReport } from '../../src/domain/deliveryReport.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { mishapOf } from '../../src/domain/mishap.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import type { Person } from '../../src/domain/place.ts';
import { troublesOf } from '../../src/domain/troubles.ts';
import { mattersOf } from '../../src/domain/undelivered.ts';
import { asked, change, colleague, conduct, delivered, entry, exempt, extended, facts, message, paused, report, skipped, submission } from '../fixtures/facts.ts';
import { office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { person } from '../fixtures/places.ts';

const ask = message('ask', { of: 'soumu', due: '2026-10-20 17:00' });
const failed = (placeLost: boolean): Delivery => ({ state: 'failed', at: tokyo('2026-10-06 10:00'), why: '403', attempts: 1, placeLost });
const uncertain = (why: string, doubts = 1): Delivery => ({ state: 'uncertain', at: tokyo('2026-10-26 17:00'), why, attempts: doubts, doubts });
const old = (of: OutboxEntry, gone = false): OutboxEntry => ({ ...of, shown: 'x', refusedEdit: { at: tokyo('2026-10-19 16:42'), why: gone ? '404' : '413', gone } });
const names = (wall: string, given: Partial<RoundFacts>) => mattersOf(facts(given), tokyo(wall)).map(({ name }) => name);
const causes = (wall: string, given: Partial<RoundFacts>) => troublesOf(facts(given), tokyo(wall)).map(({ cause, section }) => `${cause} ${section ?? ''}`.trim());

describe('what went wrong with a message', () => {
  it.each<[string, OutboxEntry, string | undefined]>([
    ['refused, since its place is closed', entry(ask, failed(true)), 'place-lost'],
    ['refused for a fault of ours', entry(ask, failed(false)), 'refused'],
    ['perhaps arrived', entry(ask, uncertain('504')), 'in-doubt'],
    ['perhaps arrived, and could not be repeated in time', entry(ask, uncertain('too-late')), 'not-asked'],
    ['never sent, an ask', skipped(ask, 'too-late', '2026-10-26 17:00'), 'not-asked'],
    ['never sent, since it was answered', skipped(ask, 'answered', '2026-10-26 17:00'), undefined],
    ['never sent, an お知らせ: the next one says it', skipped(message('remind-2', { of: 'soumu' }), 'too-late', '2026-10-20 17:00'), undefined],
    ['stands there as it was', old(asked('soumu')), 'not-redrawn'],
    ['was deleted by somebody', old(asked('soumu'), true), undefined],
    ['is on its way', entry(ask, { state: 'queued', notBefore: tokyo('2026-10-06 10:00'), attempts: 0 }), undefined],
    ['has arrived', asked('soumu'), undefined],
  ])('%s', (_, given, mishap) => { expect(mishapOf(given)).toBe(mishap); });
});

describe('an ask that could not go out before 資料確定', () => {
  const late = skipped(ask, 'too-late', '2026-10-26 17:00');

  it.each<[string, OutboxEntry, Partial<RoundFacts>, number]>([
    ['held back by Teams, or by an outage', late, {}, 1],
    ['perhaps arrived, and could not be repeated', entry(ask, uncertain('too-late')), {}, 1],
    ['its unit has answered all the same', late, { reports: [submission('soumu', '2026-10-20 10:00', ['soumu-01'])] }, 0],
    ['its unit is exempt', late, { conduct: conduct(exempt('soumu')) }, 0],
  ])('is told of once, and stands in 送付状況: %s', (_, given, round, count) => {
    expect(names('2026-10-27 09:00', { entries: [given], ...round })).toHaveLength(count);
    expect(causes('2026-10-27 09:00', { entries: [given], ...round })).toEqual(count === 0 ? [] : ['not-asked soumu']);
  });

  it('is no news after five 開庁日, and gone from 送付状況 once the meeting was told of', () => {
    expect([names('2026-11-02 16:59', { entries: [late] }).length, names('2026-11-02 17:00', { entries: [late] }).length]).toEqual([1, 0]);
    expect([causes('2026-10-29 09:59', { entries: [late] }).length, causes('2026-10-29 10:00', { entries: [late] }).length]).toEqual([1, 0]);
  });
});

describe('a card that Teams would not have changed', () => {
  const reminded = delivered(message('remind-2', { of: 'soumu', date: '2026-10-16' }), '2026-10-16 10:00');

  it('is told of once for all cards of its place, and each place by itself', () => {
    expect(names('2026-10-19 17:00', { entries: [old(asked('soumu')), old(reminded), old(asked('eisei'))] })).toEqual(['not-redrawn:soumu', 'not-redrawn:eisei']);
    expect(troublesOf(facts({ entries: [old(asked('soumu')), old(reminded)] }), tokyo('2026-10-19 17:00'))).toMatchObject([{ cause: 'not-redrawn', section: 'soumu', kinds: ['ask', 'remind'], attempts: 0, why: '413' }]);
  });

  it('is no alarm if somebody deleted it, but a line in 送付状況', () => {
    const deleted = { entries: [old(asked('soumu'), true), asked('eisei')] };
    expect([names('2026-10-19 17:00', deleted), causes('2026-10-19 17:00', deleted)]).toEqual([[], []]);
    expect(deliveryReport(facts(deleted), tokyo('2026-10-19 17:00')).kinds).toMatchObject([{ kind: 'ask', old: 1 }]);
    const ofUnit = (id: string) => deliveryOfUnit(facts(deleted), sectionId(id), tokyo('2026-10-19 17:00')).sent.map((sent) => sent.old);
    expect([ofUnit('soumu'), ofUnit('eisei')]).toEqual([[true], [undefined]]);
  });

  it('is no news after five 開庁日', () => {
    expect([names('2026-10-26 16:41', { entries: [old(asked('soumu'))] }).length, names('2026-10-26 16:42', { entries: [old(asked('soumu'))] }).length]).toEqual([1, 0]);
  });
});

describe('所属長 without a chat with us', () => {
  const head = (n: number, given: object = {}) => ({ role: 'head', section: sectionId('soumu'), person: personId(n), ...given }) as const;
  const led = office({ posts: [{ role: 'secretariat', person: personId(90) }, head(5)] });
  const { personal: _, ...silent } = colleague(5);
  const given = (more: Partial<RoundFacts> = {}): Partial<RoundFacts> => ({ office: led, entries: [asked('soumu'), asked('eisei')], people: [colleague(90)], ...more });
  const told = (wall: string, more: Partial<RoundFacts> = {}) => names(wall, given(more));
  const DUE = '2026-10-22 10:00';

  it.each<[string, string, Partial<RoundFacts>, number]>([
    ['from the moment on at which they are to be told', DUE, {}, 1],
    ['not before', '2026-10-22 09:59', {}, 0],
    ['not after 資料確定', '2026-10-26 17:00', {}, 0],
    ['whether Teams has shown them to us', DUE, { people: [silent] }, 1],
    ['not one who has a chat', DUE, { people: [colleague(5)] }, 0],
    ['a head, where only the deputy has one', DUE, { office: office({ posts: [head(5), head(6, { role: 'deputy' })] }), people: [colleague(6)] }, 1],
    ['not of a unit without a head', DUE, { office: office() }, 0],
    ['not one whose post has ended', DUE, { office: office({ posts: [head(5, { to: '2026-10-21' })] }) }, 0],
    ['not of a unit that has answered', DUE, { reports: [submission('soumu', '2026-10-22 09:00', ['soumu-01', 'soumu-02', 'soumu-03'])] }, 0],
    ['not of one that is exempt', DUE, { conduct: conduct(exempt('soumu')) }, 0],
    ['not of one with more time', DUE, { conduct: conduct(extended('soumu', '2026-10-22')) }, 0],
    ['not of one that was never asked', DUE, { entries: [] }, 0],
    ['not of one that is paused', DUE, { life: { ...facts().life, pauses: [paused('2026-10-22 09:00', undefined, 'soumu')] } }, 0],
    ['not of one that was paused since', '2026-10-22 10:45', { life: { ...facts().life, pauses: [paused('2026-10-22 10:30', undefined, 'soumu')] } }, 0],
    ['not of what went by before 運用開始', DUE, { life: { ...facts().life, liveSince: tokyo('2026-10-22 10:01') } }, 0],
  ])('is told of, once for a unit: %s', (_, wall, more, count) => {
    expect(told(wall, more).filter((name) => name === 'no-head:soumu')).toHaveLength(count);
    expect(causes(wall, given(more)).filter((cause) => cause === 'no-head soumu')).toHaveLength(count);
  });

  it('is not told of a second time where the chat was closed under the message', () => {
    const lost = entry({ ...message('late-head-2', { of: 'soumu', date: '2026-10-22' }), recipient: { to: 'person', person: personId(5) } }, failed(true));
    const without: readonly Person[] = [person(5)];
    expect(causes('2026-10-22 10:01', given({ entries: [asked('soumu'), lost], people: without }))).toEqual(['person-lost soumu']);
  });
});

describe('a report that waits for its head', () => {
  const head = (n: number, given: object = {}) => ({ role: 'head', section: sectionId('soumu'), person: personId(n), ...given }) as const;
  const secretariat = { role: 'secretariat', person: personId(90) } as const;
  const led = (...posts: readonly ReturnType<typeof head>[]) => ({ office: office({ headConfirmation: 'when-registered', posts: [secretariat, ...posts] }) });
  const unled = { office: office({ headConfirmation: 'required', posts: [secretariat] }) };
  const ALL = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].map((id) => [id, { mark: 'on-track', done: '2回実施した。' }]));
  const submit = change('2026-10-19 16:42', ALL);
  const confirm = { ...change('2026-10-19 16:50', {}, 'confirm'), by: { person: personId(5), name: '鈴木', as: 'head' } } as const;
  const { personal: _, ...silent } = colleague(5);
  const given = (more: Partial<RoundFacts>): Partial<RoundFacts> => ({ reports: [report('soumu', submit)], entries: [asked('soumu'), asked('eisei')], people: [colleague(90)], ...more });
  const NOW = '2026-10-19 17:00';

  it.each<[string, string, Partial<RoundFacts>, number]>([
    ['where the office waits for a head, and none is registered', NOW, unled, 1],
    ['where Teams has shown us none of them', NOW, led(head(5)), 1],
    ['not where a card in its place calls them', NOW, { ...led(head(5)), people: [silent] }, 0],
    ['not where they have a chat', NOW, { ...led(head(5)), people: [colleague(5)] }, 0],
    ['not where the post has ended and the office does without', NOW, led(head(5, { to: '2026-10-18' })), 0],
    ['not of an office that does without', NOW, { office: office({ headConfirmation: 'off' }) }, 0],
    ['not of one that was confirmed', NOW, { ...unled, reports: [report('soumu', submit, confirm)] }, 0],
    ['not of a draft', NOW, { ...unled, reports: [report('soumu', { ...submit, kind: 'save' })] }, 0],
    ['not of one that has said nothing', NOW, { ...unled, reports: [] }, 0],
    ['until 資料確定', '2026-10-26 16:59', unled, 1],
    ['not after it', '2026-10-26 17:00', unled, 0],
    ['not of a unit that is exempt', NOW, { ...unled, conduct: conduct(exempt('soumu')) }, 0],
    ['not of one that is paused', NOW, { ...unled, life: { ...facts().life, pauses: [paused('2026-10-19 16:50', undefined, 'soumu')] } }, 0],
    ['not before 運用開始', NOW, { ...unled, life: { ...facts().life, liveSince: tokyo('2026-10-19 17:01') } }, 0],
  ])('of which nobody hears is told of, once for a unit: %s', (_, wall, more, count) => {
    expect(names(wall, given(more)).filter((name) => name === 'nobody-confirms:soumu')).toHaveLength(count);
    expect(causes(wall, given(more)).filter((cause) => cause === 'nobody-confirms soumu')).toHaveLength(count);
  });
});
