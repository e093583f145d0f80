import { describe, expect, it } from '@jest/globals';
import { handoverOf, handoverTime } from '../../src/domain/handover.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Office, Post } from '../../src/domain/office.ts';
import type { Person } from '../../src/domain/place.ts';
import { planOffice, type OfficeFacts } from '../../src/domain/planOffice.ts';
import { postOf } from '../fixtures/appointments.ts';
import { allPlaces, asked, change, colleague, delivered, facts, paused, report, submission } from '../fixtures/facts.ts';
import { day, midRound, office as wardOffice, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { person, places } from '../fixtures/places.ts';

const soumu = sectionId('soumu');
const secretariat: readonly Post[] = [{ role: 'secretariat', person: personId(90) }, { role: 'secretariat', person: personId(91) }];
/** 2027-04-01 is a Thursday, 2028-04-01 a Saturday. */
const APRIL = '2027-04-01 10:00';
const of = (posts: readonly Post[], given: Partial<Office> = {}, people: readonly Person[] = [], rounds: OfficeFacts['rounds'] = []) =>
  (wall: string) => handoverOf({ office: wardOffice({ posts: [...secretariat, ...posts], ...given }), people, rounds }, tokyo(wall));
const told = (wall: string, ...given: Parameters<typeof of>) => of(...given)(wall)?.vacancies.map(({ section, roles, lastDay }) => [section.id, [...roles], lastDay]);
const bothHeads = [postOf('head', 1), postOf('head', 2, {}, 'eisei')];

describe('担当の引継ぎ', () => {
  it('tells nothing where every post has its holder, or where the office names nobody', () => {
    expect(of(bothHeads)(APRIL)).toBeUndefined();
    expect(of([])(APRIL)).toBeUndefined();
  });

  it('tells of posts that ended with the year, and of no person', () => {
    const until = { to: '2027-03-31' };
    expect(told(APRIL, [postOf('head', 1, until), postOf('deputy', 3, until), postOf('head', 2, {}, 'eisei')])).toEqual([['soumu', ['head', 'deputy'], '2027-03-31']]);
    expect(JSON.stringify(of([postOf('head', 1, until), bothHeads[1]!])(APRIL))).not.toContain(personId(1));
  });

  it('does not tell of a post that somebody else holds now', () => {
    expect(told(APRIL, [postOf('head', 1, { to: '2027-03-31' }), postOf('head', 4, { from: '2027-04-01' }), bothHeads[1]!])).toBeUndefined();
  });

  it('tells of units without a head or reporter where others have one', () => {
    expect(told(APRIL, [postOf('head', 1)])).toEqual([['eisei', ['head'], undefined]]);
    expect(told(APRIL, [...bothHeads, postOf('reporter', 3)])).toEqual([['eisei', ['reporter'], undefined]]);
    expect(told(APRIL, [...bothHeads, postOf('deputy', 3)])).toBeUndefined();
  });

  it('counts who registered themselves as 担当者, where that is how the office answers', () => {
    const declared = [person(5, { declared: { [sectionId('eisei')]: { at: tokyo('2026-10-01 09:00'), reporter: true } } })];
    expect(told(APRIL, [...bothHeads, postOf('reporter', 3)], {}, declared)).toBeUndefined();
    expect(told(APRIL, [...bothHeads, postOf('reporter', 3)], { answering: 'registered' }, declared)).toEqual([['eisei', ['reporter'], undefined]]);
  });

  it.each([
    ['asked and not answered', [], 'asked'],
    ['drafted', [report('soumu', change('2027-03-25 10:00', { 'soumu-01': { done: '案' } }, 'save'))], 'draft'],
    ['submitted', [submission('soumu', '2027-03-25 10:00', ['soumu-01'])], undefined],
  ])('names what the unit has still to do in a round that is open: %s', (_, reports, state) => {
    const round = midRound({ asOf: day('2027-02-28'), meetingOn: day('2027-04-14') });
    const office = wardOffice({ posts: [...secretariat, postOf('head', 1, { to: '2027-03-31' })], rounds: [round] });
    const open = facts({ office, round, reports, entries: [asked('soumu')] });
    const found = handoverOf({ office, people: [], rounds: [open] }, tokyo(APRIL))?.vacancies.find(({ section }) => section.id === soumu);
    expect(found?.tasks.map(({ status }) => status.state)).toEqual(state === undefined ? [] : [state]);
    const later = handoverOf({ office, people: [], rounds: [open] }, tokyo('2027-05-06 10:00'))?.vacancies.find(({ section }) => section.id === soumu);
    expect(later?.tasks ?? []).toEqual([]);
  });
});

describe('指示・意見 of a unit without a holder', () => {
  it('are counted as long as they are 対応中', () => {
    const office = wardOffice({ posts: [...secretariat, postOf('head', 1, { to: '2027-03-31' }), bothHeads[1]!] });
    const by = { person: personId(90), name: '企画', as: 'secretariat' } as const;
    const at = tokyo('2026-10-28 15:00');
    const given = (no: number, section = soumu) => ({ kind: 'give', no, at, by, section, text: '検討する。' }) as const;
    const directions = [given(1), given(2), given(3, sectionId('eisei')), given(4), { kind: 'follow', no: 2, at, by, state: 'done', text: '済' }, { kind: 'withdraw', no: 4, at, by }] as const;
    const rounds = [facts({ office, conduct: { ...facts().conduct, directions } })];
    expect(of(office.posts, {}, [], rounds)(APRIL)?.vacancies.map(({ section, directions: count }) => [section.id, count])).toEqual([['soumu', 1]]);
  });
});

describe('the message of it', () => {
  const office = wardOffice({ posts: [...secretariat, postOf('head', 1, { to: '2027-03-31' })] });
  const given = (more: Partial<OfficeFacts> = {}): OfficeFacts => ({ office, life: facts().life, places: allPlaces(), people: [colleague(90), colleague(91)], entries: [], rounds: [], ...more });
  const plan = (wall: string, more: Partial<OfficeFacts> = {}) => planOffice(tokyo(wall), given(more));
  const keys = (wall: string, more: Partial<OfficeFacts> = {}) => plan(wall, more).queue.filter(({ kind }) => kind === 'handover').map(({ key }) => key.replace('00000000-0000-4000-8000-0000000000', ''));
  const BOTH = ['saiwai:office:handover:FY2027:90', 'saiwai:office:handover:FY2027:91'];

  it.each([
    ['2027-03-31 16:00', 0], ['2027-04-01 09:59', 0], ['2027-04-01 10:00', 2], ['2027-04-08 09:59', 2], ['2027-04-08 10:00', 0], ['2027-10-01 10:00', 0],
  ])('goes to each of the secretariat from 10:00 of the first 開庁日 of April, for five of them: at %s to %s', (wall, count) => {
    expect(keys(wall)).toHaveLength(count);
  });

  it('waits for the first 開庁日, and is seen ahead', () => {
    expect(handoverTime(office, 2028).from).toBe(tokyo('2028-04-03 10:00'));
    expect(plan('2027-03-31 16:00').next).toBe(tokyo('2027-04-01 10:00'));
    expect(plan('2027-04-01 12:30').next).toBe(tokyo('2027-04-01 13:00'));
  });

  it('names its year, and is told once', () => {
    expect(keys(APRIL)).toEqual(BOTH);
    const [first] = plan(APRIL).queue as readonly [Message];
    expect(first).toEqual({ key: `saiwai:office:handover:FY2027:${personId(90)}`, office: 'saiwai', kind: 'handover', recipient: { to: 'person', person: personId(90) } });
    expect(keys('2027-04-02 10:00', { entries: [delivered(first, APRIL)] })).toEqual(BOTH.slice(1));
  });

  it('is not sent where there is nothing to tell, before 運用開始, while the office is paused, or to who cannot be reached', () => {
    expect(keys(APRIL, { office: wardOffice({ posts: secretariat }) })).toEqual([]);
    const { liveSince: _, ...notLive } = facts().life;
    expect(keys(APRIL, { life: notLive, places: places() })).toEqual([]);
    expect(keys(APRIL, { life: { ...notLive, liveSince: tokyo('2027-04-01 10:01') } })).toEqual([]);
    expect(keys(APRIL, { life: { ...facts().life, pauses: [paused('2027-03-30 09:00')] } })).toEqual([]);
    const { personal: _chat, ...silent } = colleague(91);
    expect(keys(APRIL, { people: [colleague(90), silent] })).toEqual(BOTH.slice(0, 1));
  });
});
