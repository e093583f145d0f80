import { describe, expect, it } from '@jest/globals';
import { presentForm } from '../../../src/cards/present/form.ts';
import { wordsFor } from '../../../src/cards/wording/words.ts';
import { draftOf } from '../../../src/domain/reportState.ts';
import { alone, at, chat, desk, form, shown, shownOn } from '../../fixtures/desk.ts';
import { tokyo } from '../../fixtures/office.ts';
import { declared, person } from '../../fixtures/places.ts';
import { complete, onTrack, typed } from '../../fixtures/reports.ts';

const people = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
const open = { do: 'form.open' } as const;
const save = { do: 'form.save' } as const;
const writers = (opened: ReturnType<typeof form>) => presentForm(wordsFor('ja'), opened).items.map(({ writer }) => writer);

describe('a draft is the section’s, not a person’s', () => {
  it('a colleague who opens the form finds it, and who saved what last, initiative by initiative', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), save, typed({ 1: onTrack('研修'), 2: { done: '掲示' } }));
    d.clock = tokyo('2026-10-20 09:05');
    await d.press(2, alone(2), { ...save, base: 1 }, typed({ 1: onTrack('研修'), 2: { done: '掲示を12か所' } }));
    const opened = form(await d.press(1, alone(1), open));
    expect(opened.values).toEqual(typed({ 1: onTrack('研修'), 2: { done: '掲示を12か所' } }));
    expect(writers(opened)).toEqual(['最後の保存　職員1さん　10月19日（月）16:42', '最後の保存　職員2さん　10月20日（火）9:05', '']);
  });
  it('a colleague goes on with it and submits it', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), save, typed({ 1: onTrack('研修を2回') }));
    const opened = form(await d.press(2, alone(2), open));
    expect(shown(await d.press(2, alone(2), { do: 'form.submit', base: opened.base }, { ...complete, ...opened.values })).shows).toBe('accepted');
    expect(draftOf(await d.report())).toEqual({ ...complete, ...typed({ 1: onTrack('研修を2回') }) });
  });
  it('begun at the desk it is there on the phone, wherever 「回答する」 is pressed', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), save, typed({ 1: onTrack('研修を2回') }));
    await d.press(1, at(chat), open);
    expect(shownOn(d.sent[0]!.content)).toMatchObject({ shows: 'form', facts: { values: typed({ 1: onTrack('研修を2回') }), base: 1 } });
  });
  it('it is there after a restart, and a form that was drawn before it still saves', async () => {
    const before = await desk({ people });
    const drawn = form(await before.press(1, alone(1), open));
    await before.press(2, alone(2), save, typed({ 2: { done: '掲示' } }));
    const after = await desk({ people, through: () => before.store });
    expect(form(await after.press(1, alone(1), open)).values).toEqual(typed({ 2: { done: '掲示' } }));
    expect(shown(await after.press(1, alone(1), { ...save, base: drawn.base }, typed({ 1: { done: '研修' } }))).shows).toBe('draftSaved');
    expect(draftOf(await before.report())).toEqual(typed({ 1: { done: '研修' }, 2: { done: '掲示' } }));
  });
});

describe('a form that comes back', () => {
  it('comes back whole, though clients leave out what is empty', async () => {
    const d = await desk({ people });
    const back = form(await d.press(1, alone(1), { do: 'form.submit' }, typed({ 2: { mark: 'delayed', done: '掲示' } })));
    expect(back.initiatives.map(({ id }) => id)).toEqual(['soumu-01', 'soumu-02', 'soumu-03']);
    expect(back.problems.map(({ initiative }) => initiative)).toEqual(['soumu-01', 'soumu-02', 'soumu-02', 'soumu-03']);
    expect(back.values).toEqual(typed({ 2: { mark: 'delayed', done: '掲示' } }));
  });
});

describe('several forms of one person in a thread', () => {
  const inThread = async () => {
    const d = await desk({ people, reachable: false });
    await d.press(1, at(chat), open);
    for (const [hour, n] of [['16:50', 1], ['17:00', 2]] as const) {
      d.clock = tokyo(`2026-10-19 ${hour}`);
      await d.press(n, at(chat), open);
    }
    return d;
  };
  it.each([['posted-1', 1], ['posted-2', 1], ['posted-3', 2]])('%s is its person’s, the earlier one too', async (card, n) => {
    const d = await inThread();
    expect(shown(await d.press(3 - n, at(chat, { card }), save, typed({ 1: { done: 'あ' } })))).toMatchObject({ facts: { refusal: { kind: 'not-your-form' } } });
    expect(await d.report()).toBeUndefined();
    expect(shown(await d.press(n, at(chat, { card }), save, typed({ 1: { done: 'あ' } }))).shows).toBe('draftSaved');
  });
  it('two that two instances gave at the same moment are both theirs', async () => {
    const d = await desk({ people, reachable: false });
    let between: (() => Promise<unknown>) | undefined = () => d.press(1, at(chat), open);
    const other = await desk({ people, reachable: false, through: () => ({
      ...d.store, several: async (...asked) => {
        const found = await d.store.several(...asked);
        const meanwhile = between;
        between = undefined;
        await meanwhile?.();
        return found;
      },
    }) });
    await other.press(1, { ...at(chat), thread: 'another-thread' }, open);
    const forms = await d.store.forms.list('saiwai:FY2026-mid');
    expect(forms.map(({ doc }) => [doc.posted.conversation, doc.earlier?.map(({ conversation }) => conversation)])).toEqual([['another-thread', [`${chat.conversation};messageid=ask-1`]]]);
  });
  it('are remembered up to twenty', async () => {
    const d = await desk({ people, reachable: false });
    for (let n = 0; n < 25; n += 1) {
      d.clock = tokyo(`2026-10-19 17:${String(n).padStart(2, '0')}`);
      await d.press(1, at(chat), open);
    }
    const [stored] = await d.store.forms.list('saiwai:FY2026-mid');
    expect([stored?.doc.posted.activityId, stored?.doc.earlier?.length, stored?.doc.earlier?.[0]?.activityId]).toEqual(['posted-25', 19, 'posted-24']);
  });
});
