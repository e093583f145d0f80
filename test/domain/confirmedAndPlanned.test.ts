import { describe, expect, it } from '@jest/globals';
import { askableAgain } from '../../src/domain/askAgain.ts';
import { boardOf, statusIn } from '../../src/domain/deriveBoard.ts';
import { faceOf } from '../../src/domain/face.ts';
import { planRound } from '../../src/domain/plan.ts';
import type { Change, Report } from '../../src/domain/report.ts';
import type { Post } from '../../src/domain/office.ts';
import { stillWanted } from '../../src/domain/stillWanted.ts';
import { summarise } from '../../src/domain/summarise.ts';
import { waitsFor } from '../../src/domain/waitsFor.ts';
import { asked, change, colleague, delivered, facts, message, queued, report } from '../fixtures/facts.ts';
import { day, initiativeId, office, personId, sectionId, tokyo } from '../fixtures/office.ts';

const head: Post = { role: 'head', section: sectionId('soumu'), person: personId(3) };
const withHead = office({ headConfirmation: 'when-registered', posts: [head] });
const ALL = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].map((id) => [id, { mark: 'on-track', done: '2回実施した。' }]));
const act = (kind: Change['kind'], at: string, more: Partial<Change> = {}): Omit<Change, 'seq'> => ({ ...change(at, {}, kind), by: { person: personId(3), name: '鈴木', as: 'head' }, ...more });
const submit = change('2026-10-19 16:42', ALL);
const confirm = act('confirm', '2026-10-20 09:00');
const sendBack = act('send-back', '2026-10-20 09:00', { comments: { [initiativeId('soumu-02')]: '件数を' } });
const promise = (planned: string | undefined, at = '2026-10-19 10:00'): Omit<Change, 'seq'> => ({ ...change(at, {}, 'promise'), ...(planned !== undefined && { planned: day(planned) }) });
const soumu = (...changes: readonly Omit<Change, 'seq'>[]): Report => report('soumu', ...changes);
const world = (held: Report, given: Parameters<typeof facts>[0] = {}) => facts({ office: withHead, reports: [held], entries: [asked('soumu'), asked('eisei')], people: [colleague(3)], ...given });
const statusAt = (wall: string, held: Report, given: Parameters<typeof facts>[0] = {}) => statusIn(world(held, given), sectionId('soumu'), tokyo(wall));

const askedHere = queued({ ...message('confirm-here', { of: 'soumu' }), key: 'saiwai:FY2026-mid:confirm-here:0:soumu' }, '2026-10-19 16:42');

describe('a head who cannot be asked is not spoken of before it was tried', () => {
  const entryFor = (key: string) => [{ ...askedHere, message: { ...askedHere.message, key: `saiwai:FY2026-mid:${key}` } }];
  it.each<readonly [string, string, Parameters<typeof facts>[0], string | undefined]>([
    ['just after 提出, before the look at the clock', '2026-10-20 10:00', {}, undefined],
    ['once its place was asked in their stead', '2026-10-20 10:00', { entries: entryFor('confirm-here:0:soumu') }, 'unseen'],
    ['once a head was, in vain', '2026-10-20 10:00', { entries: entryFor(`confirm:0:soumu:${personId(3)}`) }, 'unseen'],
    ['where another unit’s was', '2026-10-20 10:00', { entries: entryFor('confirm-here:0:eisei') }, undefined],
    ['where what was decided since begins anew', '2026-10-20 10:00', { entries: entryFor('confirm-here:1:soumu') }, undefined],
    ['in the minute before the office opens, when nothing is tried', '2026-10-20 08:29', {}, 'unseen'],
    ['when it opens', '2026-10-20 08:30', {}, undefined],
    ['while nothing is sent', '2026-10-20 10:00', { life: { ...facts().life, pauses: [{ from: tokyo('2026-10-20 09:00') }] } }, 'unseen'],
    ['without a place that could be asked', '2026-10-20 10:00', { places: { ...facts().places, sections: {} } }, 'unseen'],
    ['where nobody is registered, at once', '2026-10-20 10:00', { office: office({ headConfirmation: 'required', posts: [] }) }, 'no-head'],
    ['whom we can write to', '2026-10-20 08:29', { people: [colleague(3)] }, undefined],
  ])('%s, at %s', (_, wall, given, why) => { expect(statusAt(wall, soumu(submit), { people: [], ...given })?.headUnreached).toBe(why); });
});

describe('the state of a unit with a head', () => {
  it.each([
    [[submit], 'submitted', 'waits', 0], [[submit, confirm], 'confirmed', 'confirmed', 0], [[submit, sendBack], 'sent-back', 'waits', 1],
    [[submit, confirm, act('accept', '2026-10-20 10:00')], 'accepted', 'confirmed', 0], [[submit, confirm, change('2026-10-20 11:00', {})], 'submitted', 'waits', 0],
  ] as const)('%#', (changes, state, checked, sentBack) => { expect(statusAt('2026-10-21 10:00', soumu(...changes))).toMatchObject({ state, head: checked, sentBack }); });

  it.each([['2026-10-26 16:59', 'submitted'], ['2026-10-26 17:00', 'finalised']])('what waits for the head is final with 資料確定 all the same: %s', (wall, state) => {
    expect(statusAt(wall, soumu(submit))).toMatchObject({ state, head: 'waits' });
  });
  it('what was sent back and not submitted again is not in the papers', () => {
    expect(statusAt('2026-10-27 10:00', soumu(submit, sendBack))).toMatchObject({ state: 'sent-back', afterFreeze: false });
    expect(statusAt('2026-10-27 11:00', soumu(submit, sendBack, change('2026-10-27 10:00', ALL)))).toMatchObject({ state: 'submitted', afterFreeze: true });
  });
  it.each([
    ['2026-10-26 16:59', '2026-10-26 16:59', 'waits', 'head'], ['2026-10-26 16:59', '2026-10-26 17:00', 'waits', 'nobody'], ['2026-10-26 17:00', '2026-10-26 17:00', 'none', 'nobody'],
  ])('what came at %s waits, at %s, for its head: %s, for %s', (at, wall, checked, waiting) => {
    for (const headConfirmation of ['when-registered', 'required'] as const) {
      const status = statusAt(wall, soumu(change(at, ALL)), { office: office({ headConfirmation, posts: [head] }), people: [], entries: [askedHere] })!;
      expect([status.head, waitsFor(status), status.headUnreached]).toEqual([checked, waiting, wall < '2026-10-26 17:00' ? 'unseen' : undefined]);
    }
  });
  it('what the head sent in after 資料確定 is confirmed, and where nobody confirms nothing is said of it', () => {
    const byHead = soumu({ ...change('2026-10-27 10:00', ALL), by: { person: personId(3), name: '鈴木', as: 'head' } });
    expect(statusAt('2026-10-27 11:00', byHead)).toMatchObject({ state: 'confirmed', afterFreeze: true, head: 'confirmed' });
    expect(statusAt('2026-10-27 11:00', soumu(change('2026-10-27 10:00', ALL)), { office: office({ headConfirmation: 'off' }) })).toMatchObject({ afterFreeze: true, head: 'off' });
  });
  it.each([['when-registered', 'none'], ['required', 'waits'], ['off', 'off']] as const)('with nobody registered as head, and headConfirmation %s', (headConfirmation, checked) => {
    expect(statusAt('2026-10-21 10:00', soumu(submit), { office: office({ headConfirmation }) })).toMatchObject({ state: 'submitted', head: checked });
  });
  it.each([['2026-10-20', 'waits'], ['2026-10-19', 'none']])('a head in post until %s, on the 20th', (to, checked) => {
    expect(statusAt('2026-10-20 23:59', soumu(submit), { office: office({ headConfirmation: 'when-registered', posts: [{ ...head, to: day(to) }] }) })?.head).toBe(checked);
  });
  it('提出 counts what waits for the head, and 所属長確認済み apart; where nobody is head, nothing is said of it', () => {
    const now = tokyo('2026-10-21 10:00');
    expect([[submit], [submit, confirm], [submit, sendBack]].map((changes) => boardOf(world(soumu(...changes)), now)).map(({ submitted, confirmed }) => [submitted, confirmed])).toEqual([[1, 0], [1, 1], [0, 0]]);
    expect(boardOf(world(soumu(submit), { office: office({ headConfirmation: 'when-registered' }) }), now).confirmed).toBeUndefined();
  });
  it('its card shows another face with each act, and none with a draft', () => {
    const face = (...changes: readonly Omit<Change, 'seq'>[]) => faceOf(message('ask', { of: 'soumu' }), world(soumu(...changes)), tokyo('2026-10-21 10:00'));
    const faces = [face(), face(promise('2026-10-23')), face(submit), face(submit, confirm), face(submit, sendBack), face(submit, confirm, act('accept', '2026-10-20 10:00'))];
    expect(new Set(faces).size).toBe(faces.length);
    expect(face(submit, change('2026-10-20 10:00', ALL, 'save'))).toBe(face(submit));
  });
});

describe('the summary', () => {
  const asOf = (held: Report, wall = '2026-10-26 17:00') => summarise(world(held), undefined, tokyo(wall), 1);
  it('names who waits for the head, and counts the confirmed', () => {
    expect(asOf(soumu(submit))).toMatchObject({ submitted: 1, confirmed: 0, waiting: [{ id: 'soumu' }] });
    expect(asOf(soumu(submit, confirm))).toMatchObject({ submitted: 1, confirmed: 1, waiting: [] });
  });
  it('is as of its moment: a confirmation at 資料確定 itself is too late', () => {
    expect(asOf(soumu(submit, act('confirm', '2026-10-26 17:00')))).toMatchObject({ confirmed: 0 });
  });
  it('leaves out what was sent back, and counts its unit as missing', () => {
    expect(asOf(soumu(submit, sendBack))).toMatchObject({ submitted: 0, initiativesAnswered: 2, missing: [{ id: 'soumu' }, { id: 'eisei' }] });
  });
  it.each([['2026-10-26', { soumu: '2026-10-26' }], ['2026-10-23', {}], [undefined, {}]])('tells 提出予定日 %s if it is still to come', (planned, expected) => {
    expect(asOf(soumu(promise(planned))).planned).toEqual(expected);
  });
  it('does not know a date that was given after its moment', () => {
    expect(asOf(soumu(promise('2026-10-26', '2026-10-26 17:00'))).planned).toEqual({});
  });
});

describe('提出予定日', () => {
  const said = (wall: string, held: Report) =>
    planRound(tokyo(wall), world(held)).queue.filter(({ section }) => section === sectionId('soumu')).map(({ key }) => key.replace('saiwai:FY2026-mid:', '').replace(/:0{8}.*/, ''));
  const late = [delivered(message('remind-2', { of: 'soumu', date: '2026-10-16' }), '2026-10-16 10:00'), delivered(message('remind-0', { of: 'soumu', date: '2026-10-20' }), '2026-10-20 10:00')];

  it.each([
    ['2026-10-16 10:00', ['remind-2:2026-10-16:soumu'], []], ['2026-10-20 10:00', ['remind-0:2026-10-20:soumu'], []],
    ['2026-10-21 10:00', ['late-1:2026-10-21:soumu'], []], ['2026-10-22 10:00', ['late-head-2:2026-10-22:soumu'], []],
  ])('silences the message of %s', (wall, without, silenced) => {
    expect(said(wall, soumu())).toEqual(expect.arrayContaining(without));
    expect(said(wall, soumu(promise('2026-10-23', '2026-10-14 10:00')))).toEqual(silenced);
  });
  it('that is before the due date silences no longer than its own day', () => {
    expect(said('2026-10-16 10:00', soumu(promise('2026-10-16', '2026-10-14 10:00')))).toEqual([]);
    expect(said('2026-10-20 10:00', soumu(promise('2026-10-16', '2026-10-14 10:00')))).toEqual(['remind-0:2026-10-20:soumu']);
  });
  it('that passes without an answer: the unit is asked on the next 開庁日, its head on the one after', () => {
    const held = soumu(promise('2026-10-22', '2026-10-14 10:00'));
    const at = (wall: string) => planRound(tokyo(wall), world(held, { entries: [asked('soumu'), asked('eisei'), ...late] })).queue.filter(({ section }) => section === sectionId('soumu')).map(({ kind }) => kind);
    expect([at('2026-10-22 16:00'), at('2026-10-23 09:59'), at('2026-10-23 10:00'), at('2026-10-26 10:00')]).toEqual([[], [], ['late'], ['late', 'late-head']]);
  });
  it.each([['2026-10-22 23:59', '2026-10-22'], ['2026-10-23 00:00', undefined]])('stands until the end of its day in the office: %s', (wall, planned) => {
    expect(statusAt(wall, soumu(promise('2026-10-22')))?.planned).toBe(planned);
  });
  it('holds a 再依頼 that was asked for by hand', () => {
    const again = message('again-1', { of: 'soumu', kind: 'again' });
    const wanted = (wall: string) => stillWanted(again, world(soumu(promise('2026-10-22'))), tokyo(wall));
    expect([wanted('2026-10-22 10:00'), wanted('2026-10-23 10:00')]).toEqual(['planned', undefined]);
    const askable = (wall: string) => { const given = world(soumu(promise('2026-10-22'))); return askableAgain(boardOf(given, tokyo(wall)), given, tokyo(wall)).asked.map(({ id }) => id); };
    expect([askable('2026-10-22 10:00'), askable('2026-10-23 10:00')]).toEqual([['eisei'], ['soumu', 'eisei']]);
  });
  it('no longer stands once the unit has submitted, or has taken it back', () => {
    expect([soumu(promise('2026-10-22'), submit), soumu(promise('2026-10-22'), promise(undefined, '2026-10-19 11:00'))].map((held) => statusAt('2026-10-21 10:00', held)?.planned)).toEqual([undefined, undefined]);
  });
});
