import { describe, expect, it } from '@jest/globals';
import { planRound } from '../../src/domain/plan.ts';
import { stillWanted } from '../../src/domain/stillWanted.ts';
import type { Change, Report } from '../../src/domain/report.ts';
import type { Post } from '../../src/domain/office.ts';
import { asked, change, colleague, conduct, delivered, exempt, facts, message, report } from '../fixtures/facts.ts';
import { day, initiativeId, office, personId, sectionId, tokyo } from '../fixtures/office.ts';

const post = (role: 'head' | 'deputy', n: number, given: Partial<Post> = {}): Post => ({ role, section: sectionId('soumu'), person: personId(n), ...given });
const ALL = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].map((id) => [id, { mark: 'on-track', done: '2回実施した。' }]));
const submit = (at = '2026-10-19 16:42'): Omit<Change, 'seq'> => change(at, ALL);
const by = (n: number, as: 'head' | 'secretariat', kind: Change['kind'], at: string, more: Partial<Change> = {}): Omit<Change, 'seq'> =>
  ({ ...change(at, {}, kind), by: { person: personId(n), name: '鈴木', as }, ...more });
const sendBack = (at: string): Omit<Change, 'seq'> => by(3, 'head', 'send-back', at, { comments: { [initiativeId('soumu-02')]: '件数を追記してください。' } });

type Given = { readonly posts?: readonly Post[]; readonly people?: readonly ReturnType<typeof colleague>[]; readonly headConfirmation?: 'off' | 'required' | 'when-registered' };
const world = (held: Report | undefined, { posts = [post('head', 3)], people = [colleague(1), colleague(3)], headConfirmation = 'when-registered' }: Given = {}, more: Parameters<typeof facts>[0] = {}) =>
  facts({
    office: office({ headConfirmation, posts }), people, reports: held === undefined ? [] : [held], ...more,
    entries: [asked('soumu'), asked('eisei'), ...(more.entries ?? [])],
  });
const ofChecking = /^saiwai:FY2026-mid:(confirm|sent-back)/;
const said = (wall: string, given: ReturnType<typeof world>): readonly string[] =>
  planRound(tokyo(wall), given).queue.filter(({ key }) => ofChecking.test(key)).map(({ key, kind, recipient }) => `${key.replace('saiwai:FY2026-mid:', '')} (${kind}, ${recipient.to})`.replaceAll(/0{8}-0000-4000-8000-0{10}/g, 'p'));

describe('確認のお願い', () => {
  it('goes to each head alone, as soon as the unit has submitted', () => {
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { posts: [post('head', 3), post('head', 5)], people: [colleague(3), colleague(5)] })))
      .toEqual(['confirm:0:soumu:p03 (confirm, person)', 'confirm:0:soumu:p05 (confirm, person)']);
  });
  it('waits for the office hours', () => {
    expect(said('2026-10-19 18:00', world(report('soumu', submit('2026-10-19 17:59'))))).toEqual([]);
  });
  it('does not go out for a draft', () => {
    expect(said('2026-10-19 16:43', world(report('soumu', change('2026-10-19 16:42', ALL, 'save'))))).toEqual([]);
  });
  it.each([['off', []], ['when-registered', ['confirm:0:soumu:p03 (confirm, person)']], ['required', ['confirm:0:soumu:p03 (confirm, person)']]] as const)('in an office with headConfirmation %s', (headConfirmation, expected) => {
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { headConfirmation }))).toEqual(expected);
  });
  it('asks the first deputy whom we can write to, where no head can be written to', () => {
    const posts = [post('head', 3), post('deputy', 4), post('deputy', 5), post('deputy', 6)];
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { posts, people: [colleague(5), colleague(6)] }))).toEqual(['confirm:0:soumu:p05 (confirm, person)']);
  });
  it('is a mention without content in the place of the unit, where nobody of them can be written to', () => {
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { people: [colleague(1)] }))).toEqual(['confirm-here:0:soumu (confirm-here, section)']);
  });
  it('is for nobody who was head or deputy before', () => {
    const posts = [post('head', 5, { to: day('2026-03-31') }), post('deputy', 6, { to: day('2026-03-31') }), post('deputy', 4)];
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { posts, people: [colleague(4), colleague(5), colleague(6)] }))).toEqual(['confirm:0:soumu:p04 (confirm, person)']);
  });
  it.each([['2026-10-18', []], ['2026-10-19', ['confirm:0:soumu:p03 (confirm, person)']]])('is for who is head on that day: until %s', (to, expected) => {
    const posts = [post('head', 3, { to: day(to) }), post('head', 9, { from: day('2027-01-01') })];
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), { posts, people: [colleague(3)] }))).toEqual(expected);
  });
  it('is not repeated when the unit submits anew before it was decided upon', () => {
    const held = report('soumu', submit(), submit('2026-10-19 16:50'));
    expect(said('2026-10-19 16:51', world(held, {}, { entries: [delivered(confirmSent(0), '2026-10-19 16:43')] }))).toEqual([]);
  });
  it.each([['a confirmation', by(3, 'head', 'confirm', '2026-10-19 17:00')], ['差戻し', sendBack('2026-10-19 17:00')]])('comes again when the unit submits anew after %s', (_, decision) => {
    const held = report('soumu', submit(), decision, submit('2026-10-20 09:30'));
    expect(said('2026-10-20 09:31', world(held, {}, { entries: [delivered(confirmSent(0), '2026-10-19 16:43')] }))).toEqual(['confirm:1:soumu:p03 (confirm, person)']);
  });
  it('is not needed when the head submits', () => {
    expect(said('2026-10-19 16:43', world(report('soumu', { ...submit(), by: { person: personId(3), name: '鈴木', as: 'head' } })))).toEqual([]);
  });
  it('is given up once the head has decided', () => {
    const held = report('soumu', submit(), by(3, 'head', 'confirm', '2026-10-19 16:44'));
    expect(stillWanted(confirmSent(0), world(held), tokyo('2026-10-19 16:45'))).toBe('superseded');
  });
  it('ends with 資料確定, and is not for an exempt unit', () => {
    expect(said('2026-10-26 16:59', world(report('soumu', submit())))).toEqual(['confirm:0:soumu:p03 (confirm, person)']);
    expect(said('2026-10-26 17:00', world(report('soumu', submit())))).toEqual([]);
    expect(said('2026-10-19 16:43', world(report('soumu', submit()), {}, { conduct: conduct(exempt('soumu')) }))).toEqual([]);
  });
  it.each([
    ['2026-10-22 09:59', '2026-10-19 16:43', []], ['2026-10-22 10:00', '2026-10-19 16:43', ['confirm-due-0:2026-10-22:soumu:p03 (confirm, person)']],
    ['2026-10-22 10:00', '2026-10-22 09:10', []], ['2026-10-22 17:00', '2026-10-19 16:43', []],
  ])('once more at 10:00 of the last day, at %s after it was asked at %s', (wall, sent, expected) => {
    expect(said(wall, world(report('soumu', submit()), {}, { entries: [delivered(confirmSent(0), sent)] }))).toEqual(expected);
  });
});

const confirmSent = (decisions: number) => ({ ...message('confirm'), key: `saiwai:FY2026-mid:confirm:${decisions}:soumu:${personId(3)}`, section: sectionId('soumu'), recipient: { to: 'person', person: personId(3) } as const });

describe('差戻し', () => {
  const held = report('soumu', submit(), sendBack('2026-10-21 09:40'));
  it('is told in the place, without content, and to who submitted', () => {
    expect(said('2026-10-21 09:41', world(held))).toEqual(['sent-back:2:soumu (sent-back, section)', 'sent-back:2:soumu:p01 (sent-back-to, person)']);
  });
  it('only in the place, where there is no chat with who submitted', () => {
    expect(said('2026-10-21 09:41', world(held, { people: [colleague(3)] }))).toEqual(['sent-back:2:soumu (sent-back, section)']);
  });
  it('is given up once the unit has submitted again', () => {
    expect(said('2026-10-21 11:00', world(report('soumu', submit(), sendBack('2026-10-21 09:40'), submit('2026-10-21 10:59')), { people: [colleague(1)] }))).toEqual(['confirm-here:1:soumu (confirm-here, section)']);
  });
  it('sets off no 再依頼 and no word to the head that the unit is late', () => {
    const given = world(held);
    expect(planRound(tokyo('2026-10-22 10:00'), given).queue.filter(({ kind, section }) => section === sectionId('soumu') && (kind === 'late' || kind === 'late-head'))).toEqual([]);
  });
});
