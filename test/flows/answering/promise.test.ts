import { describe, expect, it } from '@jest/globals';
import { err } from '../../../src/domain/result.ts';
import { conduct, exempt } from '../../fixtures/facts.ts';
import { alone, at, channel, chat, desk, shown, thrown, withShelf, type Desk } from '../../fixtures/desk.ts';
import { day, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, complete, report, tanaka } from '../../fixtures/reports.ts';

const open = { do: 'promise.open' } as const;
const give = (chosen: string) => ({ do: 'promise.save', day: chosen }) as const;
const people = [person(1, { declared: declared('soumu') }), person(2)];
const submitted = report(change(1, tanaka, complete, { kind: 'submit' }));
const facts = async (d: Desk, of: Parameters<Desk['press']>[2], where = alone(1)) => shown(await d.press(1, where, of)).facts;

describe('「提出予定日を知らせる」', () => {
  it.each([['in one’s own chat', alone(1)], ['in the group chat', at(chat)], ['in a dialog', at(channel, { dialog: true })]])('gives the days %s, where it was pressed', async (_, where) => {
    const d = await desk({ people });
    const answer = await d.press(1, where, open);
    expect([answer.kind, shown(answer)]).toMatchObject(['post', { shows: 'promise', facts: { status: { section: { name: '総務課' } }, problem: undefined } }]);
    expect(d.sent).toEqual([]);
  });
  it('shows nothing of the draft', async () => {
    const d = await desk({ people, reports: [report(change(1, tanaka, complete))] });
    expect(JSON.stringify(await d.press(1, at(chat), open))).not.toContain('接遇研修');
  });
  it.each([
    ['what is submitted', { reports: [submitted] }, 'answered-already'], ['an exempt unit', { conduct: conduct(exempt('soumu')) }, 'exempt'], ['a round that has not asked yet', { now: '2026-10-06 09:59' }, 'no-round'],
    ['a round whose papers are closed', { now: '2026-10-26 17:00' }, 'closed'],
  ])('is not offered for %s, and says why', async (_, given, kind) => {
    const d = await desk({ people, ...given });
    expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'problem', facts: { refusal: { kind } } });
    expect(shown(await d.press(1, alone(1), give('2026-10-26')))).toMatchObject({ shows: 'problem', facts: { refusal: { kind } } });
    expect((await d.report())?.changes.some((each) => each.kind === 'promise') ?? false).toBe(false);
  });
  it('is for the unit’s own people: whoever is not is asked to say so first, in the section’s channel', async () => {
    const d = await desk({ people, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    for (const press of [open, give('2026-10-23')]) expect(shown(await d.press(2, at(channel), press))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'not-of-section', mayDeclare: true } } });
    expect(await d.report()).toBeUndefined();
  });
});

describe('この日を知らせる', () => {
  it('is stored with who said it, and the card says so in its place', async () => {
    const d = await desk({ people });
    const answer = await d.press(1, at(chat), give('2026-10-23'));
    expect(answer.kind).toBe('replace');
    expect(shown(answer)).toMatchObject({ shows: 'promised', facts: { planned: '2026-10-23', status: { planned: '2026-10-23' } } });
    expect((await d.report())?.changes).toEqual([{ seq: 1, at: tokyo('2026-10-19 16:42'), by: { person: personId(1), name: '職員1', as: 'reporter' }, kind: 'promise', fields: {}, planned: day('2026-10-23') }]);
  });
  it('is open to the head', async () => {
    const d = await desk({ people, office: { posts: [{ role: 'head', person: personId(1), section: sectionId('soumu') }] } });
    await d.press(1, alone(1), give('2026-10-23'));
    expect((await d.report())?.changes[0]?.by.as).toBe('head');
  });
  it('a new day replaces the old, and the same once more is stored once', async () => {
    const d = await desk({ people });
    for (const chosen of ['2026-10-21', '2026-10-23', '2026-10-23']) await d.press(1, alone(1), give(chosen));
    expect((await d.report())?.changes.map(({ planned }) => planned)).toEqual(['2026-10-21', '2026-10-23']);
    expect(await facts(d, open)).toMatchObject({ status: { planned: '2026-10-23' } });
  });
  it('can be taken back, once', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), give('2026-10-23'));
    for (const _ of [1, 2]) expect(await facts(d, { ...give(''), withdraw: true })).toMatchObject({ planned: undefined, status: {} });
    expect((await d.report())?.changes.map(({ planned }) => planned)).toEqual(['2026-10-23', undefined]);
  });
  it('without a day asks for one', async () => {
    const d = await desk({ people });
    expect(await facts(d, give(''))).toMatchObject({ problem: 'missing' });
    expect(await d.report()).toBeUndefined();
  });
  it.each(['2026-10-18', '2026-10-24', '2026-10-27', '2027-01-04', 'tomorrow'])('%s was not offered: nothing is stored, and the days are offered again', async (chosen) => {
    const d = await desk({ people });
    expect(await facts(d, give(chosen))).toMatchObject({ problem: { kind: 'not-plannable', until: tokyo('2026-10-26 17:00') } });
    expect(await d.report()).toBeUndefined();
  });
  it.each([['2026-10-19 00:00', '2026-10-19', true], ['2026-10-20 00:00', '2026-10-19', false]])('at %s, for %s: %s', async (now, chosen, taken) => {
    const d = await desk({ people, now });
    await d.press(1, alone(1), give(chosen));
    expect((await d.report()) !== undefined).toBe(taken);
  });
  it('does not touch what was written, and what is written does not touch it', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), { do: 'form.save' }, complete);
    await d.press(1, alone(1), give('2026-10-23'));
    await d.press(1, alone(1), { do: 'form.submit', base: 1 }, complete);
    expect((await d.report())?.changes.map(({ kind }) => kind)).toEqual(['save', 'promise', 'submit']);
  });
  it.each([['busy', withShelf('reports', () => ({ put: async () => err({ kind: 'conflict' as const }) }))], ['not-stored', withShelf('reports', () => ({ put: thrown }))]])('%s: it says so and offers the days again, the chosen one among them', async (kind, through) => {
    const d = await desk({ people, through });
    expect(await facts(d, give('2026-10-23'))).toMatchObject({ problem: { kind }, chosen: '2026-10-23' });
  });
});
