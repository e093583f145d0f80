import { describe, expect, it } from '@jest/globals';
import { planOffice, type OfficeFacts } from '../../src/domain/planOffice.ts';
import type { Place } from '../../src/domain/place.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import { allPlaces, asked, colleague, entry, facts, message, paused, posted } from '../fixtures/facts.ts';
import { office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { place, places, team } from '../fixtures/places.ts';

const posts = [{ role: 'secretariat', person: personId(90) }, { role: 'secretariat', person: personId(91) }] as const;
const { liveSince: _, ...notLive } = facts().life;
const officeFacts = (given: Partial<OfficeFacts> = {}): OfficeFacts => ({
  office: office({ posts }), life: facts().life, places: allPlaces(), people: [colleague(90), colleague(91), colleague(1)], entries: [], sent: [], ...given,
});
const at = (wall: string, given: Partial<OfficeFacts>) => {
  const plan = planOffice(tokyo(wall), officeFacts(given));
  return { ...plan, queue: plan.queue.map(({ key }) => key.replace('00000000-0000-4000-8000-0000000000', 'person-')) };
};

const failedAt = (wall: string, what = message('ask', { of: 'soumu' })): OutboxEntry => entry(what, { state: 'failed', at: tokyo(wall), why: '403', attempts: 1 });
const failed = failedAt('2026-10-06 10:00');
const ofPerson = (n: number) => `saiwai:office:notice:saiwai:FY2026-mid:ask:soumu:person-${n}`;

describe('運用開始の準備', () => {
  const installed = { life: notLive, places: places({ teams: [team()] }) };

  it('goes once to each of the secretariat before 運用開始, at any hour', () => {
    expect(at('2026-09-01 22:00', installed).queue).toEqual(['saiwai:office:readiness:person-90', 'saiwai:office:readiness:person-91']);
    const first = planOffice(tokyo('2026-09-01 22:00'), officeFacts(installed)).queue[0]!;
    expect(first).toEqual({ key: `saiwai:office:readiness:${personId(90)}`, office: 'saiwai', kind: 'readiness', recipient: { to: 'person', person: personId(90) } });
    expect(at('2026-09-01 22:01', { ...installed, entries: [entry(first, { state: 'delivered', at: tokyo('2026-09-01 22:00'), posted: posted(), attempts: 1 })] }).queue).toEqual(['saiwai:office:readiness:person-91']);
  });

  it.each([
    ['a team', places({ teams: [team()] }), 2],
    ['a place of a section', places({ sections: { [sectionId('soumu')]: place() } }), 2],
    ['the place of the meeting', places({ management: place() }), 2],
    ['nothing', places(), 0],
  ])('comes when there is %s', (_, given, count) => {
    expect(at('2026-09-01 09:00', { life: notLive, places: given }).queue).toHaveLength(count);
  });

  it('does not come after 運用開始, nor to who has no chat with us', () => {
    expect(at('2026-09-01 09:00', { ...installed, life: facts().life }).queue).toEqual([]);
    const { personal: _, ...silent } = colleague(91);
    expect(at('2026-09-01 09:00', { ...installed, people: [colleague(90), silent] }).queue).toEqual(['saiwai:office:readiness:person-90']);
  });
});

describe('事務局あてのお知らせ', () => {
  it('tells each of the secretariat once what could not be delivered, and to whom', () => {
    expect(at('2026-10-06 10:01', { sent: [failed, asked('eisei')] })).toEqual({ queue: [ofPerson(90), ofPerson(91)], skip: [], next: undefined });
    const [notice] = planOffice(tokyo('2026-10-06 10:01'), officeFacts({ sent: [failed] })).queue;
    expect(notice).toMatchObject({ kind: 'notice', about: 'saiwai:FY2026-mid:ask:soumu', section: 'soumu', recipient: { to: 'person', person: personId(90) } });
    expect(at('2026-10-06 10:02', { sent: [failed], entries: [entry(notice!, { state: 'queued', notBefore: tokyo('2026-10-06 10:01'), attempts: 0 })] }).queue).toEqual([ofPerson(91)]);
  });

  it('does not go to the one who could not be reached', () => {
    const toHer = failedAt('2026-10-23 10:00', { ...message('check'), recipient: { to: 'person', person: personId(90) } });
    expect(at('2026-10-23 10:01', { sent: [toHer] }).queue).toEqual(['saiwai:office:notice:saiwai:FY2026-mid:check:person-91']);
  });

  it('goes to the place of the secretariat, else to that of its unit, when nobody can be reached in person', () => {
    const nobody = { sent: [failed], people: [colleague(1)] };
    const ofUnit = (given: Place) => ({ ...nobody, places: { ...allPlaces(), sections: { [sectionId('kikaku')]: given } } });
    expect(at('2026-10-06 10:01', { ...nobody, places: places() }).queue).toEqual([]);
    expect(at('2026-10-06 10:01', ofUnit(place({ suspended: { since: tokyo('2026-10-06 09:00'), why: '403' } }))).queue).toEqual([]);
    expect(planOffice(tokyo('2026-10-06 10:01'), officeFacts(ofUnit(place()))).queue).toMatchObject([{ key: 'saiwai:office:notice:saiwai:FY2026-mid:ask:soumu:place', recipient: { to: 'section', section: 'kikaku' } }]);
    expect(at('2026-10-06 10:01', { ...nobody, places: { ...allPlaces(), secretariat: place() } }).queue).toEqual(['saiwai:office:notice:saiwai:FY2026-mid:ask:soumu:place']);
  });

  it.each<[string, OutboxEntry, number]>([
    ['an uncertain summary counts', entry(message('summary', { date: '2026-10-27' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 1 }), 2],
    ['an uncertain ask does not', entry(message('ask', { of: 'soumu' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 1 }), 0],
    ['an ask of which two attempts were uncertain counts', entry(message('ask', { of: 'soumu' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 2, doubts: 2 }), 2],
    ['an ask of which one was, and that is not sent again since it was answered, does not', entry(message('ask', { of: 'soumu' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: 'answered', attempts: 1, doubts: 1 }), 0],
    ['an uncertain お知らせ does not, however often', entry(message('remind-2', { of: 'soumu' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 2, doubts: 2 }), 0],
    ['a skipped お知らせ does not', entry(message('remind-2', { of: 'soumu' }), { state: 'skipped', at: tokyo('2026-10-06 10:00'), why: 'answered' }), 0],
  ])('%s', (_, given, count) => {
    expect(at('2026-10-06 10:01', { sent: [given] }).queue).toHaveLength(count);
  });

  it.each([['2026-10-14 09:59', 2], ['2026-10-14 10:00', 0]])('is news for five 開庁日: %s', (wall, count) => {
    expect(at(wall, { sent: [failed] }).queue).toHaveLength(count);
  });

  it('waits for office hours, and says until when', () => {
    expect(at('2026-10-06 12:00', { sent: [failed] })).toEqual({ queue: [], skip: [], next: tokyo('2026-10-06 13:00') });
    expect(at('2026-10-06 12:00', {})).toEqual({ queue: [], skip: [], next: undefined });
  });

  it('waits for the end of a pause of the office', () => {
    expect(at('2026-10-06 10:01', { sent: [failed], life: { ...facts().life, pauses: [paused('2026-10-06 10:00')] } }).queue).toEqual([]);
    expect(at('2026-10-06 10:01', { sent: [failed], life: { ...facts().life, pauses: [paused('2026-10-06 10:00', undefined, 'soumu')] } }).queue).toHaveLength(2);
  });
});
