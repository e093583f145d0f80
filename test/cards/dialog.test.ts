import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { opensDialog, withinDialog } from '../../src/cards/dialog.ts';
import { drawer } from '../../src/cards/draw.ts';
import { Payload, parsePayload } from '../../src/cards/payload.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { formPages } from '../../src/cards/present/formPages.ts';
import type { CardView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { initiative } from '../fixtures/office.ts';

type Json = Readonly<Record<string, unknown>>;
const templates = loadTemplates();
const plain = drawer(templates);
const forDialogs = drawer(templates, { dialogs: true });

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Every action that a client draws, whatever stands in for it elsewhere. */
function actionsOn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(actionsOn);
  if (!isObject(value)) return [];
  const own = String(value['type']).startsWith('Action.') ? [value] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === 'fallback' || key === 'data' ? [] : actionsOn(inner)))];
}
const pressable = (value: unknown): readonly Json[] => actionsOn(value).filter(({ type }) => type !== 'Action.ToggleVisibility');
const dataOf = (action: Json): Json => (isObject(action['data']) ? action['data'] : {});
const opens = (action: Json): boolean => opensDialog(dataOf(action)['do']);
const VIEWS: readonly (readonly [string, CardView])[] = [...Object.entries(cardSamples('ja')), ...Object.entries(cardSamples('en')).map(([name, view]) => [`${name}, in English`, view] as const)];

describe('a card for clients with dialogs', () => {
  it.each(VIEWS)('%s asks for a dialog by those buttons alone that open a form', (_, view) => {
    for (const action of pressable(forDialogs(view).card)) {
      expect(action['type']).toBe(opens(action) ? 'Action.Submit' : 'Action.Execute');
      expect(dataOf(action)['msteams']).toEqual(opens(action) ? { type: 'task/fetch' } : undefined);
    }
  });

  it.each(VIEWS)('%s sends the same data, so that an older client is understood too', (_, view) => {
    const sent = (card: unknown) => pressable(card).map((action) => parsePayload(dataOf(action)));
    expect(sent(forDialogs(view).card)).toEqual(sent(plain(view).card));
    for (const read of sent(forDialogs(view).card)) expect(read.ok).toBe(true);
  });

  it('is otherwise the same', () => {
    const [, view] = VIEWS.find(([, { card }]) => card === 'form') ?? VIEWS[0]!;
    expect(forDialogs(view)).toEqual(plain(view));
  });
});

describe('a card in a dialog', () => {
  it.each(VIEWS)('%s has Action.Submit alone, which asks for no dialog', (_, view) => {
    const card = withinDialog(forDialogs(view).card);
    expect(JSON.stringify(card)).not.toMatch(/Action\.Execute|task\/fetch/);
    expect(pressable(card).map((action) => [action['title'], parsePayload(dataOf(action))])).toEqual(pressable(plain(view).card).map((action) => [action['title'], parsePayload(dataOf(action))]));
  });

  it.each(VIEWS)('%s shows what it shows elsewhere', (_, view) => {
    const without = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(without);
      if (!isObject(value)) return value;
      return String(value['type']).startsWith('Action.') ? 'an action' : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner)]));
    };
    expect(without(withinDialog(plain(view).card))).toEqual(without(plain(view).card));
  });

  it('is never refreshed', () => {
    expect(withinDialog({ type: 'AdaptiveCard', refresh: { userIds: [] } })).toEqual({ type: 'AdaptiveCard' });
  });
});

describe('a refresh', () => {
  const [, view] = VIEWS.find(([, { card }]) => card === 'ask') ?? VIEWS[0]!;
  const refresh = { data: { do: 'card.refresh', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', key: 'k' }, userIds: ['29:1'] } as const;

  it('is asked for by an Action.Execute, for the people that are named', () => {
    const { card } = drawer(templates, { refreshes: true })({ ...view, refresh });
    expect(card['refresh']).toEqual({ action: { type: 'Action.Execute', verb: 'card.refresh', data: refresh.data }, userIds: ['29:1'] });
    expect(parsePayload(refresh.data).ok).toBe(true);
  });

  it('is asked for by no card that needs none, and by none where nobody would understand', () => {
    expect(drawer(templates, { refreshes: true })(view).card).not.toHaveProperty('refresh');
    expect(plain({ ...view, refresh }).card).toEqual(plain(view).card);
  });
});

it('opens a dialog for what opens a form, and for nothing else that can be pressed', () => {
  const all = Payload.options.map(({ shape }) => shape.do.value);
  expect(all.filter(opensDialog)).toEqual(expect.arrayContaining(['form.open', 'promise.open', 'check.open', 'correct.open']));
  for (const name of ['form.page', 'form.save', 'form.submit', 'form.unchanged', 'declare', 'command', 'card.refresh', 'history.open'] as const) expect(opensDialog(name)).toBe(false);
});

describe('the pages of a form in a dialog', () => {
  const f = cardFacts('ja');
  const many = Array.from({ length: 12 }, (_, n) => initiative(`soumu-${String(n + 1).padStart(2, '0')}`, 'soumu', { officialText: '研修や訓練を行い、応対の手引を年度内に改める。'.repeat(4) }));
  const office = { ...f.office, initiatives: many };
  const long = (n: number): string => '会議の資料を整え、関係する課と調整しました。'.repeat(40).slice(0, n);

  it.each([[0], [100], [300], [600]])('with %i characters in every field are answered in 25 KB, or have one initiative', (length) => {
    const text = { done: long(length), issue: long(length), next: long(length), discuss: long(length) };
    const values = Object.fromEntries(many.map(({ id }) => [id, text]));
    const before = Object.fromEntries(many.map(({ id }) => [id, { roundName: '第1回', values: text }]));
    const facts = { ...f.form({}), office, values, before, initiatives: many };
    const pages = formPages({ ...facts, dialog: true });
    expect(pages.flat()).toEqual(many);
    for (const [n, initiatives] of pages.entries()) {
      const problems = initiatives.map(({ id }) => ({ kind: 'missing', initiative: id, field: 'mark' }) as const);
      const { card } = forDialogs(presentForm(wordsFor('ja'), { ...facts, initiatives, page: n + 1, pages: pages.length, problems }));
      const bytes = Buffer.byteLength(JSON.stringify(withinDialog(card)));
      expect({ n, fits: bytes < 25_000 || initiatives.length === 1 }).toEqual({ n, fits: true });
    }
    expect(pages.length).toBeGreaterThanOrEqual(formPages(facts).length);
  });
});
