import { describe, expect, it } from '@jest/globals';
import { planOffice, untold, type OfficeFacts } from '../../src/domain/planOffice.ts';
import type { Place } from '../../src/domain/place.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Message } from '../../src/domain/message.ts';
import { allPlaces, asked, colleague, conduct, delivered, entry, exempt, facts, message, paused, posted, submission } from '../fixtures/facts.ts';
import { initiative, office, personId, section, sectionId, tokyo } from '../fixtures/office.ts';
import { place, places, team } from '../fixtures/places.ts';

const posts = [{ role: 'secretariat', person: personId(90) }, { role: 'secretariat', person: personId(91) }] as const;
const { liveSince: _, ...notLive } = facts().life;
const both = office({ posts });
/** The office, and its one round with these entries; `round`: what else is known of it. */
const officeFacts = ({ sent = [], round = {}, ...given }: Given = {}): OfficeFacts => {
  const whole = { office: both, life: facts().life, places: allPlaces(), people: [colleague(90), colleague(91), colleague(1)], entries: [], ...given };
  const { entries: _, ...known } = whole;
  return { ...whole, rounds: [facts({ ...known, entries: sent, ...round })] };
};
type Given = Partial<Omit<OfficeFacts, 'rounds'>> & { readonly sent?: readonly OutboxEntry[]; readonly round?: Partial<RoundFacts> };
const at = (wall: string, given: Given) => {
  const plan = planOffice(tokyo(wall), officeFacts(given));
  const short = ({ key }: Message) => key.replace('00000000-0000-4000-8000-0000000000', 'person-').replace('saiwai:office:notice:FY2026-mid:', '');
  return { ...plan, queue: plan.queue.map(short), skip: plan.skip.map((each) => short(each.message)) };
};

/** When the secretariat is told that the next year has no round. */
const IN_MARCH = tokyo('2027-03-01 10:00');
const failedAt = (wall: string, what = message('ask', { of: 'soumu' })): OutboxEntry => entry(what, { state: 'failed', at: tokyo(wall), why: '400', attempts: 1 });
const failed = failedAt('2026-10-06 10:00');
const SINCE = '2026-10-06T01:00:00.000Z';
const ofPerson = (n: number) => `saiwai:FY2026-mid:ask:soumu:${SINCE}:person-${n}`;
const lostAt = (wall: string, what: Message): OutboxEntry => entry(what, { state: 'failed', at: tokyo(wall), why: '403', attempts: 1, placeLost: true });
const lost = (wall: string, of = 'soumu') => ({ ...allPlaces(), sections: { ...allPlaces().sections, [sectionId(of)]: place({ suspended: { since: tokyo(wall), why: '403' } }) } });

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
    expect(at('2026-10-06 10:01', { sent: [failed, asked('eisei')] })).toEqual({ queue: [ofPerson(90), ofPerson(91)], skip: [], next: IN_MARCH });
    const [notice] = planOffice(tokyo('2026-10-06 10:01'), officeFacts({ sent: [failed] })).queue;
    expect(notice).toMatchObject({ kind: 'notice', about: 'saiwai:FY2026-mid:ask:soumu', section: 'soumu', recipient: { to: 'person', person: personId(90) } });
    expect(at('2026-10-06 10:02', { sent: [failed], entries: [entry(notice!, { state: 'queued', notBefore: tokyo('2026-10-06 10:01'), attempts: 0 })] }).queue).toEqual([ofPerson(91)]);
  });

  it('tells again of what was sent again by hand and failed again', () => {
    const [notice] = planOffice(tokyo('2026-10-06 10:01'), officeFacts({ sent: [failed] })).queue;
    expect(at('2026-10-06 11:01', { sent: [failedAt('2026-10-06 11:00')], entries: [delivered(notice!, '2026-10-06 10:02')] }).queue).toHaveLength(2);
  });

  it('does not go to the one who could not be reached', () => {
    const toHer = failedAt('2026-10-23 10:00', { ...message('check'), recipient: { to: 'person', person: personId(90) } });
    expect(at('2026-10-23 10:01', { sent: [toHer] }).queue).toEqual(['saiwai:FY2026-mid:check:2026-10-23T01:00:00.000Z:person-91']);
  });

  it('goes to the place of the secretariat, else to that of its unit, when nobody can be reached in person', () => {
    const nobody = { sent: [failed], people: [colleague(1)] };
    const ofUnit = (given: Place) => ({ ...nobody, places: { ...allPlaces(), sections: { ...allPlaces().sections, [sectionId('kikaku')]: given } } });
    expect(at('2026-10-06 10:01', { ...nobody, places: places() }).queue).toEqual([]);
    expect(at('2026-10-06 10:01', ofUnit(place({ suspended: { since: tokyo('2026-10-06 09:00'), why: '403' } }))).queue).toEqual([]);
    expect(at('2026-10-06 10:01', ofUnit(place())).queue).toEqual([`saiwai:FY2026-mid:ask:soumu:${SINCE}:place`]);
    expect(at('2026-10-06 10:01', { ...nobody, places: { ...allPlaces(), secretariat: place() } }).queue).toEqual([`saiwai:FY2026-mid:ask:soumu:${SINCE}:place`]);
  });

  const doubted = (what: Message, more: object = {}): OutboxEntry => entry(what, { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 1, ...more });
  it.each<[string, OutboxEntry, Partial<RoundFacts>, number]>([
    ['an uncertain summary counts', doubted(message('summary', { date: '2026-10-27' })), {}, 2],
    ['an uncertain ask that is sent once more does not', doubted(message('ask', { of: 'soumu' }), { doubts: 1, retryAt: tokyo('2026-10-06 10:10') }), {}, 0],
    ['one that was given up after its first doubt does not', doubted(message('ask', { of: 'soumu' }), { doubts: 1 }), {}, 0],
    ['one that was sent twice and never answered counts', doubted(message('ask', { of: 'soumu' }), { attempts: 2, doubts: 2 }), {}, 2],
    ['unless the unit has answered', doubted(message('ask', { of: 'soumu' }), { attempts: 2, doubts: 2 }), { reports: [submission('soumu', '2026-10-06 10:01', ['soumu-01'])] }, 0],
    ['or is exempt', doubted(message('ask', { of: 'soumu' }), { attempts: 2, doubts: 2 }), { conduct: conduct(exempt('soumu')) }, 0],
    ['an uncertain お知らせ does not: the next one says it', doubted(message('remind-2', { of: 'soumu' }), { doubts: 2 }), {}, 0],
    ['a skipped お知らせ does not', entry(message('remind-2', { of: 'soumu' }), { state: 'skipped', at: tokyo('2026-10-06 10:00'), why: 'answered' }), {}, 0],
  ])('%s', (_, given, round, count) => {
    expect(at('2026-10-06 10:01', { sent: [given], round }).queue).toHaveLength(count);
  });

  it.each([['2026-10-14 09:59', 2], ['2026-10-14 10:00', 0]])('is news for five 開庁日: %s', (wall, count) => {
    expect(at(wall, { sent: [failed] }).queue).toHaveLength(count);
  });

  it('waits for office hours, and says until when', () => {
    expect(at('2026-10-06 12:00', { sent: [failed] })).toEqual({ queue: [], skip: [], next: tokyo('2026-10-06 13:00') });
    expect(at('2026-10-06 12:00', {})).toEqual({ queue: [], skip: [], next: IN_MARCH });
  });

  it('waits for the end of a pause of the office', () => {
    expect(at('2026-10-06 10:01', { sent: [failed], life: { ...facts().life, pauses: [paused('2026-10-06 10:00')] } }).queue).toEqual([]);
    expect(at('2026-10-06 10:01', { sent: [failed], life: { ...facts().life, pauses: [paused('2026-10-06 10:00', undefined, 'soumu')] } }).queue).toHaveLength(2);
  });
});

describe('a place that is lost', () => {
  const all = [lostAt('2026-10-21 10:00', message('late-1', { of: 'soumu', date: '2026-10-21' })), lostAt('2026-10-21 10:00', message('again', { of: 'soumu' })), lostAt('2026-10-06 10:00', message('ask', { of: 'soumu' }))];
  const name = (wall: string) => `lost:soumu:${tokyo(wall)}`;

  it('is told of once, however many messages failed there', () => {
    expect(at('2026-10-21 10:01', { sent: all, places: lost('2026-10-21 10:00') }).queue).toEqual([`${name('2026-10-21 10:00')}:person-90`, `${name('2026-10-21 10:00')}:person-91`]);
  });

  it('is told of again when it came back and was lost again', () => {
    const told = planOffice(tokyo('2026-10-06 10:01'), officeFacts({ sent: all.slice(2), places: lost('2026-10-06 10:00') })).queue.map((notice) => delivered(notice, '2026-10-06 10:02'));
    expect(told).toHaveLength(2);
    expect(at('2026-10-21 10:01', { sent: all, places: lost('2026-10-06 10:00'), entries: told }).queue).toEqual([]);
    expect(at('2026-10-21 10:01', { sent: all, places: lost('2026-10-21 10:00'), entries: told }).queue).toHaveLength(2);
  });

  it('is no news once it is open again', () => {
    expect(at('2026-10-21 10:01', { sent: all }).queue).toEqual([]);
  });

  it('is told of by a round that has nothing to send there yet, but should have', () => {
    expect(at('2026-10-06 10:01', { places: lost('2026-07-21 10:00') }).queue).toEqual([`${name('2026-07-21 10:00')}:person-90`, `${name('2026-07-21 10:00')}:person-91`]);
    const meeting = { ...allPlaces(), management: place({ suspended: { since: tokyo('2026-07-28 10:00'), why: '404' } }) };
    expect(at('2026-10-23 10:00', { places: meeting }).queue).toHaveLength(2);
  });

  it('is told of to each person by each failure of theirs, for nobody knows when a chat came back', () => {
    const toHead = (wall: string) => lostAt(wall, { ...message('late-head-2', { of: 'soumu', date: wall.slice(0, 10) }), recipient: { to: 'person', person: personId(5) } });
    expect(at('2026-10-22 10:01', { sent: [toHead('2026-10-22 10:00')], people: [colleague(90)] }).queue).toHaveLength(1);
  });
});

describe('投稿先なし', () => {
  const { soumu: _soumu, ...others } = allPlaces().sections as Record<string, ReturnType<typeof place>>;
  const without = { ...allPlaces(), sections: others };
  const told = (wall: string, given: Given) => at(wall, { people: [colleague(90)], places: without, ...given }).queue;

  it.each<[string, string, Given, readonly string[]]>([
    ['is told of when the unit should be asked', '2026-10-06 10:00', {}, ['no-place:soumu:person-90']],
    ['not before', '2026-10-06 09:59', {}, []],
    ['not after 資料確定', '2026-10-26 17:00', {}, []],
    ['not before 運用開始', '2026-10-06 10:00', { life: notLive, entries: [entry({ key: `saiwai:office:readiness:${personId(90)}`, office: both.id, kind: 'readiness', recipient: { to: 'person', person: personId(90) } }, { state: 'sending', claim: 'x', until: tokyo('2026-10-06 10:00'), attempts: 1 })] }, []],
    ['not of a unit that is exempt', '2026-10-06 10:00', { round: { conduct: conduct(exempt('soumu')) } }, []],
    ['not of one that has answered', '2026-10-06 10:00', { round: { reports: [submission('soumu', '2026-10-06 09:00', ['soumu-01'])] } }, []],
    ['once more if the place went away after the ask', '2026-10-15 10:00', { sent: [asked('soumu')] }, ['place-gone:soumu:person-90']],
    ['not if it was lost first, for that was told', '2026-10-15 10:00', { sent: [lostAt('2026-10-06 10:00', message('ask', { of: 'soumu' }))] }, []],
  ])('%s', (_, wall, given, expected) => { expect(told(wall, given)).toEqual(expected); });

  it('names the unit, and what it is about', () => {
    expect(planOffice(tokyo('2026-10-06 10:00'), officeFacts({ places: without })).queue[0]).toMatchObject({ kind: 'notice', section: 'soumu', about: 'saiwai:FY2026-mid:no-place:soumu' });
  });

  it.each([['2026-10-23 09:59', 0], ['2026-10-23 10:00', 1], ['2026-10-28 17:14', 1], ['2026-10-29 10:00', 0]])('of the meeting is told of from the check on, while it can still be read: %s', (wall, count) => {
    const { management: _, ...noMeeting } = allPlaces();
    expect(told(wall, { places: noMeeting, sent: [asked('soumu'), asked('eisei')] })).toHaveLength(count);
  });
});

describe('many at once', () => {
  const units = ['a', 'b', 'c', 'd'];
  const many = (count: number) => {
    const names = units.slice(0, count);
    const wide = office({ posts, sections: names.map((id) => section(id)), initiatives: names.map((id) => initiative(`${id}-01`, id)) });
    return { office: wide, places: { ...allPlaces(), sections: {} } };
  };

  it.each([[3, 6, 0], [4, 2, 8]])('%i make %i notices to two people', (count, queue, skip) => {
    const plan = at('2026-10-06 10:00', many(count));
    expect([plan.queue.length, plan.skip.length]).toEqual([queue, skip]);
  });

  it('are one notice that points to 送付状況, and are not told one by one later', () => {
    const first = planOffice(tokyo('2026-10-06 10:00'), officeFacts(many(4)));
    expect(first.queue[0]).toMatchObject({ kind: 'notice', about: 'saiwai:FY2026-mid:several' });
    const entries = [...first.queue.map((notice) => delivered(notice, '2026-10-06 10:01')), ...first.skip.map((each) => entry(each.message, { state: 'skipped', at: tokyo('2026-10-06 10:00'), why: each.why }))];
    expect(at('2026-10-06 10:02', { ...many(4), entries })).toMatchObject({ queue: [], skip: [] });
  });

  it('are one line in the secretariat’s place, from two on', () => {
    const place90 = { ...many(2), people: [], places: { ...many(2).places, secretariat: place() } };
    const plan = at('2026-10-06 10:00', place90);
    expect([plan.queue, plan.skip]).toEqual([['several:no-place:a:place'], ['no-place:a:place', 'no-place:b:place']]);
  });
});

describe('what nobody of the secretariat can be told', () => {
  const count = (wall: string, given: Given) => untold(officeFacts(given), tokyo(wall));
  const nobody = { sent: [failed], people: [colleague(1)] };
  const inPlace = { ...nobody, places: { ...allPlaces(), secretariat: place() } };
  const [notice] = planOffice(tokyo('2026-10-06 10:01'), officeFacts(inPlace)).queue;
  const refused = entry(notice!, { state: 'failed', at: tokyo('2026-10-06 10:02'), why: '413', attempts: 1 });

  it.each<[string, Given, number]>([
    ['what has no way to anybody counts', nobody, 1],
    ['outside office hours, too', nobody, 1],
    ['not where somebody has a chat', { sent: [failed] }, 0],
    ['not where there is a place', inPlace, 0],
    ['not what was told there', { ...inPlace, entries: [delivered(notice!, '2026-10-06 10:02')] }, 0],
    ['what Teams would not have in the place counts', { ...inPlace, entries: [refused] }, 1],
    ['until somebody has read it in 送付状況', { ...inPlace, entries: [{ ...refused, shown: 'told' }] }, 0],
    ['not where there is nothing to tell', { ...nobody, sent: [], round: { conduct: conduct({ exempt: { ...exempt('soumu').exempt, ...exempt('eisei').exempt } }) } }, 0],
  ])('%s', (what, given, expected) => { expect(count(what === 'outside office hours, too' ? '2026-10-06 22:00' : '2026-10-06 10:03', given)).toBe(expected); });
});
