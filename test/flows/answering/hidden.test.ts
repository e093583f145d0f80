import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pendingId, roundPartition } from '../../../src/domain/documentIds.ts';
import type { Form } from '../../../src/domain/form.ts';
import type { Typed } from '../../../src/domain/report.ts';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { alone, at, channel, desk, form, shown, shownOn, type Desk } from '../../fixtures/desk.ts';
import { initiativeId, midRound, office, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { chatAddress, declared, person, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, suzuki, tanaka, typed } from '../../fixtures/reports.ts';

const save = { do: 'form.save' } as const;
const submit = { do: 'form.submit' } as const;
const choose = (use: 'typed' | 'saved' | 'edit') => ({ do: 'conflict.choose', use }) as const;
const second = initiativeId('soumu-02');
const here = at(channel);
const people = [1, 2, 3].map((n) => person(n, { declared: declared('soumu') }));
/** 総務課 answers in a channel that the whole team reads, and nobody's own chat can be had. */
const openPlace = { people, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } }, reachable: false } as const;
const sentBack = report(change(1, tanaka, complete, { kind: 'submit' }), change(2, suzuki, {}, { kind: 'send-back', comments: { [second]: '件数を追記してください。' } }));
const opened = async (d: Desk, n: number) => {
  await d.press(n, here, { do: 'form.open' });
  const last = shownOn(d.sent.at(-1)!.content);
  if (last.shows !== 'form') throw new Error(`no form but ${JSON.stringify(last)}`);
  const { base, hidden = false, values, hides } = last.facts;
  return { base, hidden, values, hides };
};
const mended = typed({ 2: onTrack('掲示を3回更新した。') });
/** What a client sends that does not leave out what is empty. */
const blank = typed({ 1: { mark: '', done: '', issue: '', next: '', discuss: '' }, 3: { mark: '', done: '' } });

describe('伏せた画面: a form in a channel that others read', () => {
  it('shows nothing that is stored, says that it does not, and knows from which version it was drawn', async () => {
    const d = await desk({ ...openPlace, reports: [sentBack] });
    expect(await opened(d, 2)).toEqual({ base: 2, hidden: true, values: {}, hides: true });
    expect((await opened(await desk(openPlace), 2)).hides).toBeUndefined();
  });
  it.each([['without', {}], ['with', blank]])('after a 差戻し a colleague mends what was sent back, and the rest stays as it was: %s the empty boxes', async (_, rest) => {
    const d = await desk({ ...openPlace, reports: [sentBack] });
    const { base, hidden } = await opened(d, 2);
    expect(shown(await d.press(2, here, { ...submit, base, hidden }, { ...rest, ...mended })).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual({ ...complete, ...mended });
  });
  it('with nothing filled in changes nothing', async () => {
    const d = await desk({ ...openPlace, reports: [sentBack] });
    const { base, hidden } = await opened(d, 2);
    await d.press(2, here, { ...save, base, hidden }, blank);
    expect((await d.report())?.seq).toBe(2);
  });
  it('meets a conflict where somebody saved that field after it was drawn, and 「両方を並べて直す」 ends it', async () => {
    const d = await desk({ ...openPlace, reports: [sentBack] });
    const { base, hidden } = await opened(d, 2);
    await d.press(3, alone(3), { ...save, base: 2 }, { ...complete, ...typed({ 2: onTrack('鈴木の文') }) });
    expect(shown(await d.press(2, here, { ...save, base, hidden }, mended))).toMatchObject({ shows: 'conflict', facts: { conflicts: [{ typed: '掲示を3回更新した。', saved: '…' }] } });
    const edit = form(await d.press(2, here, choose('edit')));
    expect(edit).toMatchObject({ base: 3, hidden: true, values: typed({ 2: { done: '掲示を3回更新した。' } }) });
    expect(JSON.stringify(edit.values)).not.toContain('鈴木の文');
    expect(shown(await d.press(2, here, { ...save, base: edit.base, hidden: true }, edit.values)).shows).toBe('draftSaved');
    expect(draftOf(await d.report())[second]).toEqual(onTrack('掲示を3回更新した。'));
  });
  it('a choice that lacks something comes back with the choice alone, and nothing of a colleague’s', async () => {
    const d = await desk({ ...openPlace, reports: [report(change(1, tanaka, typed({ 1: onTrack('佐藤の文'), 2: { done: '別の文' } })))] });
    const { base, hidden } = await opened(d, 2);
    await d.press(3, alone(3), { ...save, base: 1 }, typed({ 1: onTrack('佐藤の文'), 2: { done: '鈴木の文', issue: '鈴木の課題' } }));
    await d.press(2, here, { ...submit, base, hidden }, typed({ 2: { done: '二人目の文' } }));
    const back = form(await d.press(2, here, choose('typed')));
    expect(back).toMatchObject({ hidden: true, base: 2, values: typed({ 2: { done: '二人目の文' } }) });
    expect(JSON.stringify(back.values)).not.toMatch(/鈴木|佐藤/);
  });
  it('empties nothing either where another page lacks something, or when it is printed', async () => {
    const stored = typed({ 1: onTrack('佐藤の一'), 2: onTrack('佐藤の二') });
    for (const act of [submit, { do: 'form.print', page: 1 }] as const) {
      const d = await desk({ ...openPlace, reports: [report(change(1, tanaka, stored))], perPage: 2 });
      const { base, hidden } = await opened(d, 2);
      await d.press(2, here, { ...act, base, hidden }, { ...typed({ 1: { mark: '', done: '' }, 2: { mark: '', done: '二人目の二' } }) });
      expect(draftOf(await d.report())).toEqual({ ...stored, ...typed({ 2: onTrack('二人目の二') }) });
    }
  });
  it('stays such a form when it comes back, when a page is turned, and when last time’s text is copied into it', async () => {
    const d = await desk({ ...openPlace, reports: [sentBack], perPage: 2 });
    const { base, hidden } = await opened(d, 2);
    expect(form(await d.press(2, here, { ...submit, base, hidden }, typed({ 2: { mark: 'late' } })))).toMatchObject({ base: 2, hidden: true });
    expect(form(await d.press(2, here, { do: 'form.copy', base, hidden, initiative: second, field: 'issue' }, mended))).toMatchObject({ base: 2, hidden: true });
    expect(form(await d.press(2, here, { do: 'form.page', to: 2, base, hidden }, mended))).toMatchObject({ base: 3, hidden: true, values: {} });
  });
});

describe('a form in the group chat of a section, where nobody’s own chat can be had', () => {
  const chat = chatAddress('chat-soumu');
  const inChat = { people, places: { sections: { [sectionId('soumu')]: place({ address: chat }) } }, reachable: false, reports: [sentBack] } as const;
  it('shows the draft that a colleague goes on with, and that something is to be mended, but not what was said of it', async () => {
    const d = await desk(inChat);
    await d.press(2, at(chat), { do: 'form.open' });
    const given = shownOn(d.sent.at(-1)!.content);
    expect(given).toMatchObject({ shows: 'form', facts: { values: complete, status: { state: 'sent-back', sentBack: 1 } } });
    expect(JSON.stringify(given)).not.toContain('件数を追記');
  });
  it('nor when it comes back to its writer', async () => {
    const d = await desk(inChat);
    await d.press(2, at(chat), { do: 'form.open' });
    const back = await d.press(2, at(chat), { ...submit, base: 2 }, typed({ 2: { mark: 'late' } }));
    expect(form(back).values).toMatchObject(typed({ 2: { mark: 'late' } }));
    expect(JSON.stringify(form(back).sentBack ?? {})).not.toContain('件数を追記');
  });
});

type Step = { readonly who: 1 | 2; readonly act: 'open' | 'type' | 'save' | 'submit' | 'typed' | 'saved' | 'edit'; readonly field: 'done' | 'issue'; readonly initiative: 1 | 2 };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    who: fc.constantFrom<Step['who']>(1, 2), initiative: fc.constantFrom<Step['initiative']>(1, 2), field: fc.constantFrom<Step['field']>('done', 'issue'),
    act: fc.constantFrom<Step['act']>('type', 'type', 'open', 'save', 'save', 'submit', 'typed', 'saved', 'edit'),
  }),
  { maxLength: 25 },
);
const empty = typed({ 1: { mark: '', done: '', issue: '' }, 2: { mark: '', done: '', issue: '' } });

type Hand = { readonly base: number; readonly hidden: boolean; readonly inputs: Typed };
type Play = { readonly d: Desk; readonly hands: Record<1 | 2, Hand>; readonly said: string[]; minute: number };

const held = ({ base, hidden = false, values }: Pick<Form, 'base' | 'hidden' | 'values'>): Hand => ({ base, hidden, inputs: { ...empty, ...values } });

/** 「回答する」: a form is given anew only once some time has passed. */
async function renew(play: Play, who: 1 | 2): Promise<void> {
  const { d, hands } = play;
  play.minute += 1;
  d.clock = tokyo(`2026-10-20 ${String(9 + Math.floor(play.minute / 60)).padStart(2, '0')}:${String(play.minute % 60).padStart(2, '0')}`);
  await d.press(who, here, { do: 'form.open' });
  const last = shownOn(d.sent.at(-1)!.content);
  if (last.shows === 'form') hands[who] = held(last.facts);
}

/** A receipt takes the form away, and the person opens it again. */
async function look(play: Play, who: 1 | 2, answer: Awaited<ReturnType<Desk['press']>>): Promise<void> {
  const card = answer.kind === 'post' || answer.kind === 'replace' ? shown(answer) : undefined;
  if (card?.shows === 'form') play.hands[who] = held(card.facts);
  else if (card?.shows !== 'conflict') await renew(play, who);
}

async function step(play: Play, { who, act, initiative, field }: Step, n: number): Promise<void> {
  const { d, hands: { [who]: hand }, said } = play;
  if (act === 'open') return renew(play, who);
  if (act === 'typed' || act === 'saved' || act === 'edit') return look(play, who, await d.press(who, here, choose(act)));
  if (act === 'type') {
    const id = initiativeId(`soumu-0${initiative}`);
    play.hands[who] = { ...hand, inputs: { ...hand.inputs, [id]: { ...hand.inputs[id], [field]: `［${who}人目の文${n}］` } } };
    return;
  }
  said.push(...(JSON.stringify(hand.inputs).match(/［.*?］/g) ?? []));
  await look(play, who, await d.press(who, here, { do: `form.${act}`, base: hand.base, hidden: hand.hidden }, hand.inputs));
}

const drawnNow = held({ base: 0, hidden: true, values: {} });

/** Played to its end: all that was sent in is somewhere, and all that was stored still stands. */
async function losesNothing(given: readonly Step[]): Promise<void> {
  const play: Play = { d: await desk({ ...openPlace, reports: [sentBack] }), hands: { 1: drawnNow, 2: drawnNow }, said: [], minute: 0 };
  for (const who of [1, 2] as const) await renew(play, who);
  for (const [n, each] of given.entries()) await step(play, each, n);
  const { d, hands, said } = play;
  const partition = roundPartition(office().id, midRound().id);
  const waiting = await Promise.all([1, 2].map(async (n) => (await d.store.pendings.get(partition, pendingId(sectionId('soumu'), personId(n))))?.doc));
  const report = (await d.report())!;
  const kept = JSON.stringify([report.changes, waiting, hands]);
  for (const word of said) expect(kept).toContain(word);
  for (const text of report.changes.flatMap(({ fields }) => Object.values(fields).flatMap((values) => Object.values(values)))) expect(text).not.toBe('');
  for (const [id, values] of Object.entries(complete)) expect(Object.keys(draftOf(report)[id as keyof Typed] ?? {})).toEqual(expect.arrayContaining(Object.keys(values)));
}

it('two colleagues at such forms, in any order: nothing that was sent in is lost, and nothing that was stored is emptied', async () => {
  await fc.assert(fc.asyncProperty(steps, losesNothing), { numRuns: 60 });
}, 60_000);
