import { describe, expect, it } from '@jest/globals';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { err } from '../../../src/domain/result.ts';
import { conduct, exempt } from '../../fixtures/facts.ts';
import { alone, at, channel, chat, desk, form, shown, shownOn, thrown, withShelf } from '../../fixtures/desk.ts';
import { initiative, midRound, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, onTrack, report, sato, typed } from '../../fixtures/reports.ts';

const press = { do: 'form.unchanged' } as const;
const light = { rounds: [midRound({ kind: 'light' })] };
const people = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
const all = typed({ 1: { unchanged: 'yes' }, 2: { unchanged: 'yes' }, 3: { unchanged: 'yes' } });

describe('「全て変わりなし」', () => {
  it('submits every initiative as unchanged, and says so beside the posted card', async () => {
    const d = await desk({ office: light });
    const answer = await d.press(1, at(chat), press);
    expect(answer.kind).toBe('post');
    expect(shown(answer)).toMatchObject({ shows: 'accepted', facts: { initiatives: 3, at: tokyo('2026-10-19 16:42'), unchanged: true } });
    expect(submittedOf(await d.report())?.values).toEqual(all);
  });
  it('pressed twice, by one or by two, is stored once and answered alike', async () => {
    const d = await desk({ office: light });
    const first = await d.press(1, at(chat), press);
    d.clock = tokyo('2026-10-19 16:50');
    expect(await d.press(1, at(chat), press)).toEqual(first);
    expect(await d.press(2, at(chat), press)).toEqual(first);
    expect((await d.report())?.changes).toHaveLength(1);
  });
  it('takes the rest where a colleague has ticked some already', async () => {
    const d = await desk({ office: light, reports: [report(change(1, sato, typed({ 2: { unchanged: 'yes' } })))] });
    expect(shown(await d.press(1, at(chat), press)).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(all);
  });
  it('leaves it said that an initiative is not the section’s own', async () => {
    const office = { ...light, initiatives: [initiative('soumu-01', 'soumu', { confirmed: false })] };
    const d = await desk({ office, reports: [report(change(1, sato, typed({ 1: { notOurs: 'yes' } })))] });
    expect(shown(await d.press(1, at(chat), press)).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(typed({ 1: { notOurs: 'yes', unchanged: 'yes' } }));
  });
  it('where a colleague has written that something did change, submits nothing and shows the form', async () => {
    const drafted = report(change(1, sato, typed({ 2: onTrack('掲示を改めた。') })));
    const d = await desk({ office: light, reports: [drafted], people });
    expect(form(await d.press(1, alone(1), press)).values).toEqual(draftOf(drafted));
    await d.press(1, at(chat), press);
    expect(shownOn(d.sent[0]!.content).shows).toBe('form');
    expect(await d.report()).toEqual(drafted);
  });
  it('delivered again after a colleague corrected it, undoes nothing', async () => {
    const d = await desk({ office: light, people });
    const first = await d.press(1, at(chat), press);
    await d.press(2, alone(2), { do: 'form.submit', base: 1 }, typed({ 1: onTrack('研修'), 2: { unchanged: 'yes' }, 3: { unchanged: 'yes' } }));
    const corrected = await d.report();
    expect(await d.press(1, at(chat), press)).toEqual(first);
    expect(await d.report()).toEqual(corrected);
  });
  it('can be taken back: the receipt says so, and what did change is written in the form that it opens', async () => {
    const d = await desk({ office: light, people });
    await d.press(1, at(chat), press);
    const opened = form(await d.press(1, alone(1), { do: 'form.open' }));
    expect(opened).toMatchObject({ base: 1, values: all });
    const changed = { ...all, ...typed({ 2: onTrack('掲示を12か所改めた。') }) };
    expect(shown(await d.press(1, alone(1), { do: 'form.submit', base: 1 }, changed))).toMatchObject({ shows: 'accepted', facts: { unchanged: false } });
    expect(submittedOf(await d.report())?.values).toEqual(changed);
  });
  it('is no answer to a round that does not ask it', async () => {
    const d = await desk();
    expect(shown(await d.press(1, at(chat), press))).toMatchObject({ facts: { refusal: { kind: 'old-card' } } });
    expect(await d.report()).toBeUndefined();
  });
  it('in a channel asks first whether the person is of the section', async () => {
    const d = await desk({ office: light, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    expect(await d.press(1, at(channel), press)).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-of-section', mayDeclare: true } } } } });
    expect(await d.report()).toBeUndefined();
  });
  it.each([
    ['at 資料確定 it is kept', { now: '2026-10-26 17:00' }, { kind: 'closed', kept: true }],
    ['of an exempt unit', { conduct: conduct(exempt('soumu')) }, { kind: 'exempt' }],
    ['where others are always first', { through: withShelf('reports', () => ({ put: async () => err({ kind: 'conflict' as const }) })) }, { kind: 'busy' }],
    ['where the store fails', { through: withShelf('reports', () => ({ put: thrown })) }, { kind: 'not-stored' }],
  ])('%s: a refusal beside the posted card', async (_, given, refusal) => {
    const d = await desk({ office: light, ...given });
    expect(await d.press(1, at(chat), press)).toMatchObject({ kind: 'post', content: { card: { facts: { refusal } } } });
    expect(submittedOf(await d.report())).toBeUndefined();
  });
  it('of a round that is not there', async () => {
    const d = await desk({ office: light });
    expect(shown(await d.press(1, at(chat), { ...press, round: 'FY2025-end' }))).toMatchObject({ facts: { refusal: { kind: 'old-card' } } });
  });
});
