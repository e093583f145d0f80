import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pendingId, roundPartition } from '../../../src/domain/documentIds.ts';
import type { Typed } from '../../../src/domain/report.ts';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { err } from '../../../src/domain/result.ts';
import { alone, at, channel, chat, desk, form, shown, thrown, withShelf, type Desk } from '../../fixtures/desk.ts';
import { initiativeId, midRound, office, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { complete, onTrack, typed } from '../../fixtures/reports.ts';

const save = { do: 'form.save' } as const;
const submit = { do: 'form.submit' } as const;
const choose = (use: 'typed' | 'saved' | 'edit') => ({ do: 'conflict.choose', use }) as const;
const people = [1, 2, 3].map((n) => person(n, { declared: declared('soumu') }));
const waiting = async (d: Desk, n = 1) => (await d.store.pendings.get(roundPartition(office().id, midRound().id), pendingId(sectionId('soumu'), personId(n))))?.doc;

const theirs = typed({ 1: onTrack('佐藤の文') });
const own = typed({ 1: onTrack('田中の文'), 2: { done: '掲示' } });
/** 2 saved while 1 was typing into a form drawn from nothing; 1 has just pressed. */
const meeting = async (act: typeof save | typeof submit = save, words: Typed = own, given: Parameters<typeof desk>[0] = {}) => {
  const d = await desk({ people, ...given });
  await d.press(2, alone(2), save, theirs);
  return { d, answer: await d.press(1, alone(1), act, words) };
};

describe('入力中に、ほかの人が保存した', () => {
  it('the second person’s text is stored, and both texts are shown; the report is not touched', async () => {
    const { d, answer } = await meeting();
    expect(answer.kind).toBe('replace');
    expect(shown(answer)).toMatchObject({ shows: 'conflict', facts: { conflicts: [{ initiative: 'soumu-01', field: 'done', saved: '佐藤の文', typed: '田中の文', savedBy: { name: '職員2' } }], initiatives: [{ id: 'soumu-01' }] } });
    expect(await waiting(d)).toMatchObject({ base: 0, seen: 1, typed: typed({ 1: { done: '田中の文' }, 2: { done: '掲示' } }) });
    expect((await d.report())?.seq).toBe(1);
  });
  it('before it is stored nothing is shown', async () => {
    const { answer } = await meeting(save, own, { through: withShelf('pendings', () => ({ put: thrown })) });
    expect(form(answer)).toMatchObject({ notice: { kind: 'not-stored' }, values: own, base: 0 });
  });
  it('delivered twice at once, it is stored once', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, theirs);
    const answers = await Promise.all([1, 2].map(() => d.press(1, alone(1), save, own)));
    expect(answers[0]).toEqual(answers[1]);
    expect(await waiting(d)).toEqual(expect.not.objectContaining({ earlier: expect.anything() }));
  });
  it('kept from being stored by another delivery of the same press, it is tried again', async () => {
    let tries = 0;
    const { d, answer } = await meeting(save, own, { through: withShelf('pendings', (shelf) => ({ put: async (doc, expected) => ((tries += 1) === 1 ? err({ kind: 'conflict' as const }) : shelf.put(doc, expected)) })) });
    expect(shown(answer).shows).toBe('conflict');
    expect(await waiting(d)).toBeDefined();
  });
  it('the same press again shows the same', async () => {
    const { d, answer } = await meeting();
    expect(await d.press(1, alone(1), save, own)).toEqual(answer);
    expect((await waiting(d))?.earlier).toBeUndefined();
  });
  it('in a channel the colleague’s text is not shown', async () => {
    const d = await desk({ people, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    await d.press(2, alone(2), save, theirs);
    const answer = await d.press(1, at(channel), save, own);
    expect(shown(answer).shows).toBe('conflict');
    expect(JSON.stringify(answer)).not.toContain('佐藤の文');
  });
});

describe('the choice', () => {
  it('「入力中の内容にする」 stores all that was typed', async () => {
    const { d } = await meeting();
    const answer = await d.press(1, alone(1), choose('typed'));
    expect(answer.kind).toBe('replace');
    expect(shown(answer).shows).toBe('draftSaved');
    expect(draftOf(await d.report())).toEqual(own);
    expect(await waiting(d)).toBeUndefined();
  });
  it('「保存済みの内容にする」 stores the rest of it, and keeps the unused text in the history', async () => {
    const { d } = await meeting();
    expect(shown(await d.press(1, alone(1), choose('saved'))).shows).toBe('draftSaved');
    expect(draftOf(await d.report())).toEqual({ ...theirs, ...typed({ 2: { done: '掲示' } }) });
    expect((await d.report())?.changes.at(-1)).toMatchObject({ by: { name: '職員1' }, unused: typed({ 1: { done: '田中の文' } }) });
    expect(await waiting(d)).toBeUndefined();
  });
  it('「保存済みの内容にする」 with nothing else typed still keeps the unused text in the history', async () => {
    const { d } = await meeting(save, typed({ 1: onTrack('田中の文') }));
    await d.press(1, alone(1), choose('saved'));
    expect((await d.report())?.changes.at(-1)).toMatchObject({ seq: 2, fields: {}, unused: typed({ 1: { done: '田中の文' } }) });
  });
  it.each([save, submit])('「保存済みの内容にする」 keeps it also after another page was saved or submitted meanwhile', async (act) => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, complete);
    await d.press(1, alone(1), act, typed({ 1: onTrack('田中の文') }));
    await d.press(1, alone(1), { ...act, base: 1 }, typed({ 3: onTrack('公開') }));
    await d.press(1, alone(1), choose('saved'));
    expect((await d.report())?.changes.at(-1)).toMatchObject({ seq: 3, fields: {}, unused: typed({ 1: { done: '田中の文' } }) });
    expect(await waiting(d)).toBeUndefined();
  });
  it('「両方を並べて直す」 gives a form with both, and the text waits until that is saved', async () => {
    const { d } = await meeting();
    const edit = form(await d.press(1, alone(1), choose('edit')));
    expect(edit).toMatchObject({ base: 1, values: typed({ 1: onTrack('佐藤の文\n田中の文'), 2: { done: '掲示' } }), initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }] });
    expect(await waiting(d)).toBeDefined();
    const both = typed({ 1: onTrack('佐藤と田中の文'), 2: { done: '掲示' } });
    expect(shown(await d.press(1, alone(1), { ...save, base: edit.base }, both)).shows).toBe('draftSaved');
    expect(draftOf(await d.report())).toEqual(both);
    expect((await d.report())?.changes.at(-1)?.unused).toEqual(typed({ 1: { done: '田中の文' } }));
    expect(await waiting(d)).toBeUndefined();
  });
  it('of a submission submits', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, theirs);
    await d.press(1, alone(1), submit, complete);
    expect(shown(await d.press(1, alone(1), choose('typed'))).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(complete);
  });
  it('of a submission that was delivered twice submits', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, theirs);
    const first = await d.press(1, alone(1), submit, complete);
    expect(await d.press(1, alone(1), submit, complete)).toEqual(first);
    expect(shown(await d.press(1, alone(1), choose('typed'))).shows).toBe('accepted');
  });
  it('is still to be made where an older form is submitted with the saved text in it', async () => {
    const { d } = await meeting();
    expect(shown(await d.press(1, alone(1), submit, { ...complete, ...theirs })).shows).toBe('conflict');
    expect(submittedOf(await d.report())).toBeUndefined();
    expect(shown(await d.press(1, alone(1), choose('saved'))).shows).toBe('accepted');
  });
  it('of a submission that meets a second conflict while the first waits submits with the last choice', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, typed({ 1: onTrack('佐藤の一'), 2: onTrack('佐藤の二'), 3: onTrack('佐藤の三') }));
    await d.press(1, alone(1), save, typed({ 1: onTrack('田中の一') }));
    await d.press(1, alone(1), submit, typed({ 2: onTrack('田中の二') }));
    expect(shown(await d.press(1, alone(1), choose('typed'))).shows).toBe('accepted');
  });
  it('of a submission that lacks something gives the form, with the choice in it', async () => {
    const { d } = await meeting(submit);
    const back = form(await d.press(1, alone(1), choose('typed')));
    expect(back).toMatchObject({ base: 1, values: own });
    expect(back.problems.length).toBeGreaterThan(0);
    expect(shown(await d.press(1, alone(1), { ...submit, base: back.base }, complete)).shows).toBe('accepted');
    expect(await waiting(d)).toBeUndefined();
    expect((await d.report())?.changes.at(-1)?.unused).toEqual(typed({ 1: { done: '田中の文' }, 2: { done: '掲示' } }));
  });
  it.each(['typed', 'saved'] as const)('%s, pressed twice, is stored once and answered alike', async (use) => {
    const { d } = await meeting();
    const first = await d.press(1, alone(1), choose(use));
    expect(await d.press(1, alone(1), choose(use))).toEqual(first);
    expect((await d.report())?.changes).toHaveLength(2);
  });
  it.each(['typed', 'saved'] as const)('%s: the press that began it, delivered again after it, brings nothing up again', async (use) => {
    const { d } = await meeting();
    const first = await d.press(1, alone(1), choose(use));
    expect(await d.press(1, alone(1), save, own)).toEqual(first);
    expect(await waiting(d)).toBeUndefined();
  });
  it('of a submission, pressed twice, is one submission', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), save, theirs);
    await d.press(1, alone(1), submit, complete);
    const first = await d.press(1, alone(1), choose('typed'));
    expect(await d.press(1, alone(1), choose('typed'))).toEqual(first);
    expect((await d.report())?.changes).toHaveLength(2);
  });
  it('arriving again while the first is just being stored, is answered alike', async () => {
    let between: (() => Promise<void>) | undefined; // what another instance does between the reading of this one and its writing
    const { d } = await meeting(save, own, {
      through: (store) => ({
        ...store,
        several: async (...of) => {
          const found = await store.several(...of);
          const meanwhile = between;
          between = undefined;
          await meanwhile?.();
          return found;
        },
      }),
    });
    let first: unknown;
    between = async () => { first = await d.press(1, alone(1), choose('typed')); };
    expect(await d.press(1, alone(1), choose('typed'))).toEqual(first);
    expect((await d.report())?.seq).toBe(2);
  });
  it('made while a third person writes the same field is asked once more, with what is new', async () => {
    const { d } = await meeting();
    await d.press(3, alone(3), { ...save, base: 1 }, typed({ 1: onTrack('鈴木の文') }));
    expect(shown(await d.press(1, alone(1), choose('typed')))).toMatchObject({ shows: 'conflict', facts: { conflicts: [{ saved: '鈴木の文', typed: '田中の文', savedBy: { name: '職員3' } }] } });
    expect(shown(await d.press(1, alone(1), choose('typed'))).shows).toBe('draftSaved');
    expect(draftOf(await d.report())).toEqual(own);
  });
  it('is this person’s: another’s press finds nothing that waits', async () => {
    const { d } = await meeting();
    await d.press(2, alone(2), choose('typed'));
    expect(draftOf(await d.report())).toEqual(theirs);
    expect(await waiting(d)).toBeDefined();
  });
  it.each(['edit', 'typed', 'saved'] as const)('%s, by somebody whose post has ended meanwhile, shows and stores nothing', async (use) => {
    const post = { role: 'reporter', section: sectionId('soumu'), person: personId(1), to: '2026-10-19' as never } as const;
    const { d } = await meeting(save, own, { people: [person(1), people[1]!], office: { posts: [post] } });
    d.clock = tokyo('2026-10-20 00:00');
    const answer = await d.press(1, alone(1), choose(use));
    expect(JSON.stringify(answer)).toContain('not-of-section');
    expect(JSON.stringify(answer)).not.toContain('佐藤の文');
    expect((await d.report())?.seq).toBe(1);
  });
  it.each(['typed', 'saved'] as const)('%s, by a colleague of whom nothing waits and who wrote nothing, is told so, and acknowledges nothing', async (use) => {
    const { d } = await meeting();
    const where = at(chat, { card: 'of-the-first' });
    expect(await d.press(3, where, choose(use))).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-your-form', section: 'soumu' } } } } });
    expect(await (await desk({ people })).press(3, where, choose(use))).toMatchObject({ kind: 'post' });
    expect(draftOf(await d.report())).toEqual(theirs);
  });
  it.each(['edit', 'typed', 'saved'] as const)('%s, on a card that was given to somebody else, leaves that card and both texts as they are', async (use) => {
    const d = await desk({ people, reachable: false });
    await d.press(1, at(chat), { do: 'form.open' });
    await d.press(2, alone(2), save, theirs);
    await d.press(1, at(chat, { card: 'posted-1' }), save, own);
    await d.press(3, alone(3), save, typed({ 3: { done: '鈴木の文' } }));
    await d.press(2, alone(2), { ...save, base: 0 }, typed({ 3: { done: '佐藤の文' } }));
    expect([await waiting(d, 1), await waiting(d, 2)]).toEqual([expect.anything(), expect.anything()]);
    expect(await d.press(2, at(chat, { card: 'posted-1' }), choose(use))).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-your-form' } } } } });
    expect([await waiting(d, 1), await waiting(d, 2)]).toEqual([expect.anything(), expect.anything()]);
  });
  it('「両方を並べて直す」 with nothing that waits gives the form', async () => {
    const d = await desk({ people });
    expect(form(await d.press(1, alone(1), choose('edit')))).toMatchObject({ values: {}, base: 0 });
  });
  it('of which the store fails leaves the text waiting', async () => {
    let fails = false;
    const { d } = await meeting(save, own, { through: withShelf('reports', (shelf) => ({ put: (...given) => (fails ? thrown() : shelf.put(...given)) })) });
    fails = true;
    expect(form(await d.press(1, alone(1), choose('typed')))).toMatchObject({ notice: { kind: 'not-stored' }, values: own, base: 1 });
    fails = false;
    expect(await waiting(d)).toBeDefined();
    expect(shown(await d.press(1, alone(1), choose('typed'))).shows).toBe('draftSaved');
  });
  it('that is stored, but still waits because that could not be taken away, is not stored twice', async () => {
    let fails = true;
    const { d } = await meeting(save, own, { through: withShelf('pendings', (shelf) => ({ remove: (...given) => (fails ? thrown() : shelf.remove(...given)) })) });
    expect(shown(await d.press(1, alone(1), choose('saved'))).shows).toBe('draftSaved');
    fails = false;
    await d.press(1, alone(1), choose('saved'));
    expect((await d.report())?.changes).toHaveLength(2);
    expect(await waiting(d)).toBeUndefined();
  });
});

describe('a second text before the first is chosen upon', () => {
  it('takes the first along', async () => {
    const { d } = await meeting();
    await d.press(1, alone(1), save, typed({ 1: onTrack('田中の別の文') }));
    expect(await waiting(d)).toMatchObject({ typed: typed({ 1: { done: '田中の別の文' } }), earlier: typed({ 1: { done: '田中の文' }, 2: { done: '掲示' } }) });
    await d.press(1, alone(1), choose('typed'));
    expect((await d.report())?.changes.at(-1)?.unused).toEqual(typed({ 1: { done: '田中の文' }, 2: { done: '掲示' } }));
  });
  it('an answer on another page leaves it waiting', async () => {
    const { d } = await meeting();
    await d.press(1, alone(1), { ...save, base: 1 }, typed({ 3: { done: '公開' } }));
    expect(await waiting(d)).toBeDefined();
    expect((await d.report())?.changes.at(-1)?.unused).toBeUndefined();
  });
});

describe('more than one card can show', () => {
  const all = typed({ 1: onTrack('田中の一'), 2: onTrack('田中の二'), 3: onTrack('田中の三') });
  const saved = typed({ 1: onTrack('佐藤の一'), 2: onTrack('佐藤の二'), 3: onTrack('佐藤の三') });
  /** Three fields in conflict, of which a card shows one. */
  const three = async (act: typeof save | typeof submit = save, given: Parameters<typeof desk>[0] = {}) => {
    const d = await desk({ people, atOnce: 1, ...given });
    await d.press(2, alone(2), save, saved);
    return { d, answer: await d.press(1, alone(1), act, all) };
  };
  const fields = (answer: Awaited<ReturnType<Desk['press']>>) => {
    const card = shown(answer);
    return card.shows === 'conflict' ? [card.facts.conflicts.map(({ initiative }) => initiative), card.facts.waiting] : card.shows;
  };

  it('is chosen upon in parts, and the rest follows each choice', async () => {
    const { d, answer } = await three();
    expect(fields(answer)).toEqual([['soumu-01'], 3]);
    expect(fields(await d.press(1, alone(1), { ...choose('typed'), waiting: 3 }))).toEqual([['soumu-02'], 2]);
    expect(fields(await d.press(1, alone(1), { ...choose('saved'), waiting: 2 }))).toEqual([['soumu-03'], 1]);
    expect(fields(await d.press(1, alone(1), { ...choose('typed'), waiting: 1 }))).toBe('draftSaved');
    expect(draftOf(await d.report())).toEqual({ ...saved, ...typed({ 1: onTrack('田中の一'), 3: onTrack('田中の三') }) });
    expect((await d.report())?.changes.map(({ unused }) => unused).filter((each) => each !== undefined)).toEqual([typed({ 2: { done: '田中の二' } })]);
    expect(await waiting(d)).toBeUndefined();
  });
  it('of a submission is submitted with the last choice, not before', async () => {
    const { d } = await three(submit);
    for (const left of [3, 2]) {
      await d.press(1, alone(1), { ...choose('typed'), waiting: left });
      expect(submittedOf(await d.report())).toBeUndefined();
    }
    expect(shown(await d.press(1, alone(1), { ...choose('typed'), waiting: 1 })).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(all);
  });
  it.each(['typed', 'saved'] as const)('%s, delivered twice, chooses upon nothing that was not shown', async (use) => {
    const { d } = await three();
    const first = await d.press(1, alone(1), { ...choose(use), waiting: 3 });
    expect(await d.press(1, alone(1), { ...choose(use), waiting: 3 })).toEqual(first);
    expect(Object.keys((await waiting(d))?.typed ?? {})).toEqual(['soumu-02', 'soumu-03']);
  });
  it('is put right in parts too: 「両方を並べて直す」 has what was shown, with both texts, and the rest goes on waiting', async () => {
    const { d } = await three();
    const edit = form(await d.press(1, alone(1), { ...choose('edit'), waiting: 3 }));
    expect([edit.initiatives.map(({ id }) => id), edit.values['soumu-01' as never]]).toEqual([['soumu-01'], onTrack('佐藤の一\n田中の一')]);
    await d.press(1, alone(1), { ...save, base: edit.base }, typed({ 1: onTrack('二人の一') }));
    expect(draftOf(await d.report())).toEqual({ ...saved, ...typed({ 1: onTrack('二人の一') }) });
    expect((await d.report())?.changes.at(-1)?.unused).toEqual(typed({ 1: { done: '田中の一' } }));
    expect(fields(await d.press(1, alone(1), { do: 'form.open' }))).toEqual([['soumu-02'], 2]);
  });
  it.each([save, submit])('put right in part is not submitted from there while the rest waits: that is shown, and the last choice submits', async (act) => {
    const { d } = await three(act);
    const edit = form(await d.press(1, alone(1), { ...choose('edit'), waiting: 3 }));
    const part = [{ ...submit, base: edit.base }, typed({ 1: onTrack('二人の一') })] as const;
    const rest = await d.press(1, alone(1), ...part);
    expect(shown(rest)).toMatchObject({ shows: 'conflict', facts: { waiting: 2, submits: true, conflicts: [{ initiative: 'soumu-02' }] } });
    expect([draftOf(await d.report())[initiativeId('soumu-01')], submittedOf(await d.report())]).toEqual([onTrack('二人の一'), undefined]);
    expect(await d.press(1, alone(1), ...part)).toEqual(rest);
    await d.press(1, alone(1), { ...choose('typed'), waiting: 2 });
    expect(shown(await d.press(1, alone(1), { ...choose('saved'), waiting: 1 })).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(typed({ 1: onTrack('二人の一'), 2: onTrack('田中の二'), 3: onTrack('佐藤の三') }));
    expect(await waiting(d)).toBeUndefined();
  });
  it('chosen upon while a third person writes the same field is asked once more, and the rest of it still', async () => {
    const { d } = await three();
    await d.press(3, alone(3), { ...save, base: 1 }, typed({ 1: onTrack('鈴木の一') }));
    const again = await d.press(1, alone(1), { ...choose('typed'), waiting: 3 });
    expect(shown(again)).toMatchObject({ shows: 'conflict', facts: { waiting: 3, conflicts: [{ saved: '鈴木の一', typed: '田中の一' }] } });
    for (const left of [3, 2, 1]) await d.press(1, alone(1), { ...choose('typed'), waiting: left });
    expect(draftOf(await d.report())).toEqual(all);
  });
  it('of which the rest could not be put away is asked about again, and stored once', async () => {
    let fails = false;
    const { d } = await three(save, { through: withShelf('pendings', (shelf) => ({ put: (...given) => (fails ? thrown() : shelf.put(...given)) })) });
    fails = true;
    await d.press(1, alone(1), { ...choose('saved'), waiting: 3 });
    fails = false;
    const seq = (await d.report())?.seq;
    expect(fields(await d.press(1, alone(1), { ...choose('saved'), waiting: 2 }))).toEqual([['soumu-01'], 3]);
    await d.press(1, alone(1), { ...choose('saved'), waiting: 3 });
    expect((await d.report())?.seq).toBe(seq);
  });
});

type Step = { readonly who: 1 | 2; readonly act: 'type' | 'save' | 'submit' | 'again' | 'typed' | 'saved' | 'edit'; readonly field: 'done' | 'issue'; readonly initiative: 1 | 2 };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    who: fc.constantFrom<Step['who']>(1, 2), initiative: fc.constantFrom<Step['initiative']>(1, 2), field: fc.constantFrom<Step['field']>('done', 'issue'),
    act: fc.constantFrom<Step['act']>('type', 'type', 'type', 'save', 'save', 'submit', 'again', 'typed', 'saved', 'edit'),
  }),
  { maxLength: 25 },
);

/** One person: the form before them, with what it was drawn from and what its inputs hold; the press sent last; and all forms that came back. */
type Hand = { base: number; inputs: Typed; asked: boolean; last: (() => Promise<unknown>) | undefined; readonly cameBack: Typed[] };
const empty = typed({ 1: {}, 2: {} });
const hand = (): Hand => ({ base: 0, inputs: empty, asked: false, last: undefined, cameBack: [] });

function look(at: Hand, answer: Awaited<ReturnType<Desk['press']>>): boolean {
  const card = shown(answer);
  at.asked = card.shows === 'conflict';
  if (card.shows !== 'form') return false;
  at.cameBack.push(card.facts.values);
  at.base = card.facts.base;
  at.inputs = { ...empty, ...card.facts.values };
  return true;
}

/** A receipt takes the form away, and the person opens it again; what waits for a choice is shown instead. */
async function send(d: Desk, at: Hand, { who, act }: Step): Promise<void> {
  const [pressed, words] = act === 'save' || act === 'submit' ? ([{ do: `form.${act}`, base: at.base }, at.inputs] as const) : ([choose(act as 'typed'), {}] as const);
  at.last = () => d.press(who, alone(who), pressed, words);
  if (!look(at, await d.press(who, alone(who), pressed, words))) look(at, await d.press(who, alone(who), { do: 'form.open' }));
}

const write = (at: Hand, { initiative, field }: Step, word: string): void => {
  const [[id, values] = []] = Object.entries(typed({ [initiative]: at.inputs[initiativeId(`soumu-0${initiative}`)] ?? {} }));
  if (id !== undefined && values !== undefined) at.inputs = { ...at.inputs, [id]: { ...values, [field]: `${values[field] ?? ''}${word}` } };
};

const isSending = ({ act }: Step): boolean => act === 'save' || act === 'submit';

async function take(d: Desk, at: Hand, step: Step): Promise<void> {
  if (step.act === 'again') await at.last?.();
  else if (isSending(step) || (step.act !== 'type' && at.asked)) await send(d, at, step);
}

/** Plays a story; gives every word that was sent in, and everything in which a word may be found again. */
async function play(steps: readonly Step[], atOnce: boolean, onACard: number): Promise<{ readonly d: Desk; readonly said: readonly string[]; readonly kept: string }> {
  const d = await desk({ people, atOnce: onACard });
  const hands = { 1: hand(), 2: hand() };
  const said: string[] = [];
  const flying: Promise<unknown>[] = [];
  for (const [n, step] of steps.entries()) {
    const at = hands[step.who];
    if (step.act === 'type') write(at, step, `［${step.who}人目の文${n}］`);
    if (isSending(step)) said.push(...(JSON.stringify(at.inputs).match(/［.*?］/g) ?? []));
    flying.push(take(d, at, step));
    if (!atOnce) await flying.at(-1);
  }
  await Promise.all(flying);
  const forms = [hands[1], hands[2]].map(({ cameBack, inputs }) => (atOnce ? cameBack : inputs));
  return { d, said, kept: JSON.stringify([await d.report(), await waiting(d, 1), await waiting(d, 2), forms]) };
}

async function losesNothing(steps: readonly Step[], atOnce: boolean, onACard: number): Promise<void> {
  const { d, said, kept } = await play(steps, atOnce, onACard);
  for (const word of said) expect(kept).toContain(word);
  const changes = (await d.report())?.changes ?? [];
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, at) => at + 1));
}

describe.each([['the conflicts that a card shows are all', 8], ['a card shows the conflicts of one initiative', 1]])('two people at the same form, in any order, where %s', (_, onACard) => {
  it('nothing that was sent in is lost: it is in the history, waits for a choice, or is back in its form', async () => {
    await fc.assert(fc.asyncProperty(steps, (given) => losesNothing(given, false, onACard)), { numRuns: 40 });
  }, 60_000);
  it('nor when their presses cross each other', async () => {
    await fc.assert(fc.asyncProperty(steps, (given) => losesNothing(given, true, onACard)), { numRuns: 40 });
  }, 60_000);
});
