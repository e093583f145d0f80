import { describe, expect, it } from '@jest/globals';
import { inputId, parsePayload } from '../../../src/cards/payload.ts';
import { presentForm } from '../../../src/cards/present/form.ts';
import { wordsFor } from '../../../src/cards/wording/words.ts';
import { alone, at, channel, chat, desk, form, shown, thrown, type Desk } from '../../fixtures/desk.ts';
import { initiativeId, midRound, office, personId, roundId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, onTrack, report, sato, typed } from '../../fixtures/reports.ts';

const q1 = midRound({ id: roundId('FY2026-q1'), name: '第1回', meetingOn: '2026-07-28' as never });
const years = office({ rounds: [midRound(), q1] });
const before = { ...report(change(1, sato, typed({ 1: onTrack('5月に計画を作った。', { issue: '人手' }), 2: onTrack('掲示を改めた。') }), { kind: 'submit' })), round: q1.id };
const people = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
const given = { people, office: years, reports: [before] };
const copy = (n = 1, field = 'done') => ({ do: 'form.copy', initiative: initiativeId(`soumu-0${n}`), field }) as const;

describe('「前回の文を写す」', () => {
  it('puts last time’s text into its box and keeps everything else that was typed on the page', async () => {
    const d = await desk(given);
    const words = typed({ 1: { mark: 'delayed' }, 2: onTrack('案内を12か所改めた。'), 3: { done: '公開' } });
    const answer = await d.press(1, alone(1), copy(), words);
    expect(answer.kind).toBe('replace');
    expect(form(answer).values).toEqual({ ...words, ...typed({ 1: { mark: 'delayed', done: '5月に計画を作った。' } }) });
  });
  it('stores nothing: only a press of the person’s own saves it', async () => {
    const d = await desk(given);
    await d.press(1, alone(1), copy(), typed({ 2: { done: '案内' } }));
    expect(await d.report()).toBeUndefined();
  });
  it('gives back the whole page, though clients leave out what is empty', async () => {
    const d = await desk(given);
    expect(form(await d.press(1, alone(1), copy())).initiatives.map(({ id }) => id)).toEqual(['soumu-01', 'soumu-02', 'soumu-03']);
  });
  it('overwrites nothing: what was typed into that box meanwhile stays in front of it', async () => {
    const d = await desk(given);
    expect(form(await d.press(1, alone(1), copy(), typed({ 1: { done: '7月に研修' } }))).values).toEqual(typed({ 1: { done: '7月に研修\n5月に計画を作った。' } }));
  });
  it('delivered twice gives the same form', async () => {
    const d = await desk(given);
    expect(await d.press(1, alone(1), copy(), typed({ 1: { done: '研修' } }))).toEqual(await d.press(1, alone(1), copy(), typed({ 1: { done: '研修' } })));
  });
  it('of 課題 puts it there', async () => {
    const d = await desk(given);
    expect(form(await d.press(1, alone(1), copy(1, 'issue'))).values).toEqual(typed({ 1: { issue: '人手' } }));
  });
  it('then saved, is in conflict with what a colleague wrote since the form was drawn, as any other text', async () => {
    const d = await desk(given);
    await d.press(2, alone(2), { do: 'form.save' }, typed({ 1: { done: '佐藤の文' } }));
    const copied = form(await d.press(1, alone(1), copy()));
    expect(copied.base).toBe(0);
    expect(shown(await d.press(1, alone(1), { do: 'form.save', base: copied.base }, copied.values)).shows).toBe('conflict');
  });
  it('of a round of which nothing is known leaves the form as it was typed', async () => {
    const d = await desk({ ...given, through: (store) => ({ ...store, changes: (...asked) => (asked[0] === 'saiwai:FY2026-q1' ? thrown() : store.changes(...asked)) }) });
    expect(form(await d.press(1, alone(1), copy(), typed({ 2: { done: '案内' } }))).values).toEqual(typed({ 2: { done: '案内' } }));
  });
  it('of an initiative without an earlier text leaves the form as it was typed', async () => {
    const d = await desk(given);
    expect(form(await d.press(1, alone(1), copy(3), typed({ 2: { done: '案内' } }))).values).toEqual(typed({ 2: { done: '案内' } }));
  });
  it('on the form of somebody else does nothing', async () => {
    const d = await desk({ ...given, reachable: false });
    await d.press(1, at(chat), { do: 'form.open' });
    expect(await d.press(2, at(chat, { card: 'posted-1' }), copy())).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-your-form' } } } } });
  });
  it('by somebody who may not answer shows nothing of the section’s', async () => {
    const d = await desk({ ...given, people: [person(1)], places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    for (const where of [alone(1), at(channel, { card: 'some' })]) {
      const answer = JSON.stringify(await d.press(1, where, copy(), typed({ 2: { done: '案内' } })));
      expect(answer).toContain('not-of-section');
      expect(answer).not.toContain('5月に計画を作った。');
    }
  });
  it.each([['a round', { round: 'FY2025-end' }], ['a section', { section: 'nowhere' }]])('of %s that is not there', async (_, ids) => {
    const d = await desk(given);
    expect(shown(await d.press(1, alone(1), { ...copy(), ...ids }))).toMatchObject({ facts: { refusal: { kind: 'old-card' } } });
  });
});

describe('on the form', () => {
  const opened = async () => form(await (await desk(given)).press(1, alone(1), { do: 'form.open' }));
  it('the press stands beside last time’s text above an empty box, and is one that is understood', async () => {
    const [first, , third] = presentForm(wordsFor('ja'), await opened()).items;
    const [press] = first?.boxes[0]?.copy ?? [];
    expect(press?.title).toBe('前回の文を写す');
    expect(parsePayload(press?.data)).toMatchObject({ ok: true, value: { do: 'form.copy', initiative: 'soumu-01', field: 'done', base: 0, page: 1 } });
    expect(third?.boxes[0]?.copy).toEqual([]);
  });
  it('it is gone once something stands in the box', async () => {
    const drawn = presentForm(wordsFor('ja'), { ...(await opened()), values: typed({ 1: { done: '研修' } }) });
    expect(drawn.items[0]?.boxes[0]).toMatchObject({ id: inputId(initiativeId('soumu-01'), 'done'), earlier: '', copy: [] });
  });
});

describe('a text left as it was copied', () => {
  const rest = typed({ 2: onTrack('案内を12か所改めた。'), 3: onTrack('毎日公開した。') });
  const same = { ...rest, ...typed({ 1: onTrack('5月に計画を作った。') }) };
  const submit = (d: Desk, words = same, sure = false) => d.press(1, alone(1), { do: 'form.submit', ...(sure ? { sure } : {}) }, words);

  it('is asked about before it is submitted, with the form as it was, and 「このまま提出」 submits it', async () => {
    const d = await desk(given);
    expect(form(await submit(d))).toMatchObject({ values: same, sensitive: [{ initiative: 'soumu-01', field: 'done', what: 'same-as-before' }], problems: [] });
    expect(await d.report()).toBeUndefined();
    expect(shown(await submit(d, same, true)).shows).toBe('accepted');
  });
  it('is not asked about with a number put to it', async () => {
    const d = await desk(given);
    expect(shown(await submit(d, { ...rest, ...typed({ 1: onTrack('5月に計画を2つ作った。') }) })).shows).toBe('accepted');
  });
  it('is not asked about where the round before cannot be read: an answer is worth more', async () => {
    const d = await desk({ ...given, through: (store) => ({ ...store, changes: (...asked) => (asked[0] === 'saiwai:FY2026-q1' ? thrown() : store.changes(...asked)) }) });
    expect(shown(await submit(d)).shows).toBe('accepted');
  });
  it('that was only drafted last time is no earlier text', async () => {
    const drafted = { ...before, changes: before.changes.map((each) => ({ ...each, kind: 'save' as const })) };
    const d = await desk({ ...given, reports: [drafted] });
    expect(shown(await submit(d)).shows).toBe('accepted');
  });
  it('after it was submitted is not asked about again', async () => {
    const d = await desk(given);
    await submit(d, same, true);
    d.clock = tokyo('2026-10-19 17:00');
    expect(shown(await d.press(1, alone(1), { do: 'form.submit', base: 1 }, { ...same, ...typed({ 3: onTrack('毎日2回公開した。') }) })).shows).toBe('accepted');
    expect((await d.report())?.changes.map(({ by }) => by.person)).toEqual([personId(1), personId(1)]);
  });
});
