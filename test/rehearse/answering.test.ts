import { expect, it } from '@jest/globals';
import { leafed, submit } from '../../rehearse/answering.ts';
import { chanceOf } from '../../rehearse/chance.ts';
import type { Client, Outcome, Standing } from '../../rehearse/client.ts';
import { newPen } from '../../rehearse/typing.ts';
import { at, person, SOUMU } from './smallCase.ts';

type Choosing = { readonly id: string; readonly stands: string; readonly offered: string };

/** A page of a form on which each mark can be chosen in one way only. */
const page = (button: object, ...marks: readonly Choosing[]) => ({
  type: 'AdaptiveCard', fallbackText: '回答',
  body: marks.map(({ id, stands, offered }) => ({ type: 'Input.ChoiceSet', id: `f.${id}.mark`, value: stands, choices: [{ title: offered, value: offered }] })),
  actions: [{ type: 'Action.Execute', title: '押す', data: button }, { type: 'Action.Execute', title: '提出', data: { do: 'form.submit' } }, { type: 'Action.Execute', title: '下書き保存', data: { do: 'form.save' } }],
});
const onwards = { do: 'form.page', page: 1, to: 2 };
const leafing = (...pages: readonly Record<string, unknown>[]) => {
  const [first, ...more] = pages;
  const sent: unknown[] = [];
  const press = (_person: unknown, _on: unknown, _button: unknown, typed: unknown): Promise<Outcome> => {
    sent.push(typed);
    return Promise.resolve({ status: 200, seen: [], ...(more.length > 0 && { card: more.shift()! }) });
  };
  return { sent, read: leafed({ client: { press } as unknown as Client }, person(), { form: { spot: SOUMU, conversation: SOUMU.id, activity: 'a', card: first! } }) };
};
const answered = async (...pages: readonly Record<string, unknown>[]) => {
  const [first, ...more] = pages;
  const press = (): Promise<Outcome> => Promise.resolve({ status: 200, seen: [], ...(more.length > 0 && { card: more.shift()! }) });
  const form: Standing = { spot: SOUMU, conversation: SOUMU.id, activity: 'a', card: first! };
  return submit({ client: { press } as unknown as Client, chance: chanceOf(1, 'page'), pen: newPen(), now: () => at('2026-10-15', '10:31') }, person(), { form }, 'submit');
};

it('whoever turned a page has saved it then, and ends with what was on the last', async () => {
  const ended = await answered(
    page(onwards, { id: 'soumu-01', stands: 'delayed', offered: 'delayed' }, { id: 'soumu-02', stands: '', offered: 'done' }),
    page({ do: 'form.submit' }, { id: 'soumu-03', stands: 'delayed', offered: 'mostly' }, { id: 'soumu-04', stands: 'on-track', offered: 'on-track' }),
  );
  expect(ended.turned).toEqual([{ at: at('2026-10-15', '10:31'), typed: { 'f.soumu-01.mark': 'delayed', 'f.soumu-02.mark': 'done' }, untouched: ['f.soumu-01.mark'] }]);
  expect(ended).toMatchObject({ typed: { 'f.soumu-03.mark': 'mostly', 'f.soumu-04.mark': 'on-track' }, untouched: ['f.soumu-04.mark'] });
});

it('whoever was answered something else than the next page has turned none', async () => {
  expect(await answered(page(onwards, { id: 'soumu-01', stands: '', offered: 'done' }), { type: 'AdaptiveCard', fallbackText: '使う内容を選んでください。', body: [] })).toMatchObject({ turned: [], typed: { 'f.soumu-01.mark': 'done' } });
});

it('whoever reads a form turns all its pages, and leaves on each what stands there', async () => {
  const pages = [page(onwards, { id: 'soumu-01', stands: 'delayed', offered: 'done' }), page({ do: 'form.submit' }, { id: 'soumu-02', stands: 'done', offered: 'done' })];
  const { sent, read } = leafing(...pages);
  expect(await read).toEqual(pages);
  expect(sent).toEqual([{ 'f.soumu-01.mark': 'delayed' }]);
});

it('whoever is asked to choose chooses their own until nothing is asked any more', async () => {
  const texts = { type: 'AdaptiveCard', fallbackText: '回答', actions: page(onwards).actions, body: ['soumu-01', 'soumu-02'].map((id) => ({ type: 'Input.Text', id: `f.${id}.done`, value: '' })) };
  const conflict = (...words: readonly string[]) => ({ type: 'AdaptiveCard', fallbackText: '使う内容を選んでください。', body: words.map((text) => ({ type: 'TextBlock', text })), actions: [{ type: 'Action.Execute', title: '入力中の内容にする', data: { do: 'conflict.choose', use: 'typed' } }] });
  const kept = { type: 'AdaptiveCard', fallbackText: '下書きを保存しました（10:31）。' };
  const [one, two] = ['取組を進めました（控え1号）。', '取組を進めました（控え2号）。'];
  expect(await answered(texts, conflict('保存済みの内容', one), conflict('保存済みの内容', two), kept)).toMatchObject({
    as: 'draft', last: kept, turned: [], parts: [{ typed: { 'f.soumu-01.done': one } }], typed: { 'f.soumu-01.done': one, 'f.soumu-02.done': two },
  });
});
