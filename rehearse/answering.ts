import type { Instant } from '../src/domain/instant.ts';
import { buttonsOn, buttonThat, inputsOn, kindOn, wordsOn, type Button } from './cardReading.ts';
import type { Chance } from './chance.ts';
import type { Client, Outcome, Standing } from './client.ts';
import type { Wire } from './timeline.ts';
import type { Person } from './town.ts';
import { fillIn, penned, type Pen, type Typed } from './typing.ts';

/** 回答という行い, step by step as a person does it: open, fill in page by page, press, read what came back. */
export type Answering = { readonly client: Client; readonly chance: Chance; readonly pen: Pen; readonly now: () => Instant };

/** What was on a page; `untouched`: those inputs of it that say what they said when it was drawn, so that what a colleague wrote there meanwhile stands. */
export type PageTyped = { readonly typed: Typed; readonly untouched?: readonly string[] };
/** 「次へ」: the next page was shown, so this one is saved, whatever becomes of the rest. */
export type Turned = PageTyped & { readonly at: Instant };

/**
 * What the person knows afterwards of the page on which they ended, and of those that they turned before. `parts`: of what they chose in
 * parts, those after which more was asked: each is saved then, or with the last.
 */
export type Ended = PageTyped & { readonly as: 'accepted' | 'draft' | 'refused' | 'unreachable'; readonly turned?: readonly Turned[]; readonly parts?: readonly PageTyped[]; readonly last?: Wire };

/** A form before them. */
export type Open = { readonly form: Standing };

/** 「回答する」 on a card; in a channel one first says that one is of that unit. */
export async function openForm({ client }: Pick<Answering, 'client'>, person: Person, ask: Standing): Promise<Open | Ended> {
  const button = buttonThat(ask.card, 'form.open');
  if (button === undefined) return { as: 'refused', typed: {} };
  const outcome = await client.press(person, ask, button);
  const form = formIn(outcome, person, ask);
  if (form !== undefined) return { form };
  const offer = cardsIn(outcome, ask).find(({ card }) => buttonThat(card, 'declare') !== undefined);
  const declare = offer && buttonThat(offer.card, 'declare');
  if (offer === undefined || declare === undefined) return endedBy(outcome, ask, {});
  const declared = await client.press(person, offer, declare);
  const given = formIn(declared, person, offer);
  if (given !== undefined) return { form: given };
  const again = await client.press(person, ask, button);
  const opened = formIn(again, person, ask);
  return opened === undefined ? endedBy(again, ask, {}) : { form: opened };
}

/** Fills in every page and presses 提出, or 下書き保存 on the first. `besides`: what is asked that is no part of the report. */
export async function submit(needs: Answering, person: Person, { form }: Open, how: 'submit' | 'draft', besides: Typed = {}): Promise<Ended> {
  let standing = form;
  const turned: Turned[] = [];
  while (turned.length < MOST_PAGES) {
    const page = filled(needs, standing.card, how);
    const button = buttonFor(standing.card, how);
    if (button === undefined) return { as: 'refused', typed: {}, turned };
    const outcome = await needs.client.press(person, standing, button, { ...page.typed, ...besides });
    const next = turnedTo(outcome, button);
    if (next === undefined) return { ...(await settle(needs, person, standing, outcome, typedOn([...turned, page]), besides)), ...page, turned };
    turned.push({ ...page, at: needs.now() });
    standing = { ...standing, card: next };
  }
  return { as: 'refused', typed: {}, turned };
}

const MOST_PAGES = 12;

/** 目を通す: every page of a form, turned without a word written. */
export async function leafed({ client }: Pick<Answering, 'client'>, person: Person, { form }: Open): Promise<readonly Wire[]> {
  const pages = [form.card];
  for (let card: Wire | undefined = form.card; card !== undefined && pages.length < MOST_PAGES;) {
    const onwards = onwardsOn(card);
    const standing: Typed = Object.fromEntries(inputsOn(card).map(({ id, value }) => [id, value]));
    card = onwards && turnedTo(await client.press(person, { ...form, card }, onwards, standing), onwards);
    if (card !== undefined) pages.push(card);
  }
  return pages;
}

function filled({ chance, pen }: Answering, card: Wire, how: 'submit' | 'draft'): Required<PageTyped> {
  const typed = fillIn(card, chance, pen, how === 'draft' ? 'some' : 'all');
  return { typed, untouched: inputsOn(card).filter(({ id, value }) => typed[id] === value).map(({ id }) => id) };
}

/** The next page, if 「次へ」 brought one. */
function turnedTo({ card, dialog }: Outcome, { data }: Button): Wire | undefined {
  const next = card ?? dialog?.card;
  return next !== undefined && kindOn(next) === 'form' && data['do'] === 'form.page' ? next : undefined;
}

/** All that was typed, on whichever page. */
export const typedOn = (pages: readonly PageTyped[]): Typed => Object.assign({}, ...pages.map(({ typed }) => typed)) as Typed;

/** Onwards while there are pages; then the button itself. */
function buttonFor(card: Wire, how: 'submit' | 'draft'): Button | undefined {
  if (how === 'draft') return buttonThat(card, 'form.save');
  return onwardsOn(card) ?? buttonThat(card, 'form.submit');
}

const onwardsOn = (card: Wire): Button | undefined => buttonsOn(card).find(({ data }) => data['do'] === 'form.page' && Number(data['to']) > Number(data['page']));

/** 「このまま提出」, or one's own text where two wrote the same: as often as it is asked: of many such texts a card shows some. */
async function settle({ client }: Answering, person: Person, standing: Standing, first: Outcome, typed: Typed, besides: Typed): Promise<Ended> {
  const parts: PageTyped[] = [];
  let outcome = first;
  for (let asked = 0; asked < MOST_PAGES; asked += 1) {
    const card = shownBy(outcome, standing);
    const sure = card && surelyOn(card);
    if (card === undefined || sure === undefined) break;
    const kept = Object.fromEntries(inputsOn(card).filter(({ id }) => typed[id] !== undefined).map(({ id }) => [id, typed[id] ?? '']));
    outcome = await client.press(person, { ...standing, card }, sure, { ...kept, ...besides });
    const next = shownBy(outcome, standing);
    if (next !== undefined && surelyOn(next)?.data['do'] === 'conflict.choose') parts.push({ typed: chosenOn(card, typed) });
  }
  return { ...endedBy(outcome, standing, typed), parts };
}

const shownBy = (outcome: Outcome, standing: Standing): Wire | undefined => outcome.card ?? outcome.dialog?.card ?? cardsIn(outcome, standing).at(-1)?.card;

const surelyOn = (card: Wire): Button | undefined =>
  buttonsOn(card).find(({ data }) => (data['do'] === 'form.submit' && data['sure'] === true) || (data['do'] === 'conflict.choose' && data['use'] === 'typed'));

/** Of what was typed all that is about an initiative whose own texts stand on the card. */
function chosenOn(card: Wire, typed: Typed): Typed {
  const words = wordsOn(card).join('\n');
  const initiativeOf = (input: string): string => input.split('.').slice(0, -1).join('.');
  const shown = new Set(Object.entries(typed).flatMap(([input, text]) => (penned(text).some((each) => words.includes(each)) ? [initiativeOf(input)] : [])));
  return Object.fromEntries(Object.entries(typed).filter(([input]) => shown.has(initiativeOf(input))));
}

/** What the last card says: received, saved, or neither. */
export function endedBy(outcome: Outcome, on: Standing, typed: Typed): Ended {
  if (outcome.status !== 200) return { as: 'unreachable', typed };
  const cards = cardsIn(outcome, on).map(({ card }) => card);
  const said = cards.find((card) => kindOn(card) === 'accepted') ?? cards.find(isDraftSaved) ?? cards.at(-1);
  const as = said === undefined ? 'refused' : kindOn(said) === 'accepted' ? 'accepted' : isDraftSaved(said) ? 'draft' : 'refused';
  return { as, typed, ...(said === undefined ? {} : { last: said }) };
}

const isDraftSaved = (card: Wire): boolean => /^下書きを保存しました|^Draft saved/.test(String(card['fallbackText']));

/** All cards that a press brought before anybody's eyes: in its answer, in a dialog, and posted. */
function cardsIn({ card, dialog, seen }: Outcome, on: Standing): readonly Standing[] {
  const posted = seen.flatMap(({ spot, conversation, activity, card: shown, kept }) => (shown === undefined || !kept ? [] : [{ spot, conversation, activity, card: shown }]));
  return [...(card === undefined ? [] : [{ ...on, card }]), ...(dialog === undefined ? [] : [dialog]), ...posted];
}

/** A form that came alone, or under the ask. */
const formIn = (outcome: Outcome, person: Person, on: Standing): Standing | undefined =>
  cardsIn(outcome, on).find(({ card, spot }) => kindOn(card) === 'form' && (spot.kind !== 'personal' || spot.person?.id === person.id));
