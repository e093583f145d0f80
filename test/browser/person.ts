import type { Locator } from 'playwright-core';
import { composed } from '../fixtures/effort.ts';
import { valuesOf, type SeatPage } from '../fixtures/playground.ts';

/** One person before their screen, as somebody would tell it. Where no card is named, it is the newest one that has what is sought. */
export type Person = {
  readonly seat: SeatPage;
  goesTo(chat: string): Promise<void>;
  says(text: string, mention?: boolean): Promise<void>;
  /** Waits until the open chat has a card with these words, and gives all that stands on it. `onCardWith`: it has those, too. */
  sees(words: string, onCardWith?: string): Promise<string>;
  /** Waits until so many cards of the open chat have these words. */
  seesSome(count: number, words: string): Promise<void>;
  /** How many cards of the open chat have these words now. */
  counts(words: string): Promise<number>;
  presses(button: string, onCardWith?: string): Promise<void>;
  /** Into the box with this label, the `nth` of its card counted from 0; what stands there goes. */
  types(label: string, text: string, nth?: number): Promise<void>;
  /** As an input method does, behind what stands there: sounds first, then text. */
  composes(label: string, text: string, nth?: number): Promise<void>;
  chooses(label: string, option: string, nth?: number): Promise<void>;
  /** From the calendar of the box with this label, which opens with the month that stands in it. `day`: as the client calls it, `30, October, 2026`. */
  picks(label: string, day: string): Promise<void>;
  /** What stands in the boxes with this label. */
  reads(label: string): Promise<readonly string[]>;
  /** The texts, boxes and buttons of the open chat that stick out of their card to the right. */
  overhangs(): Promise<readonly string[]>;
};

export const PERSONAL = 'Personal Chat';

/** As much of an element as is looked at in the page. */
type Drawn = { readonly innerText: string; getBoundingClientRect(): { readonly right: number }; querySelectorAll(of: string): Iterable<Drawn> };

/** @param picture where the screen after that step is kept. */
export function sitting(seat: SeatPage, picture: (step: string) => string): Person {
  const { page } = seat;
  const cards = page.locator('.ac-adaptiveCard');
  /** 「進捗」 finds that of every initiative, 「取組2　進捗」 the one. */
  const starting = (label: string) => new RegExp(`^(取組\\d+\\s)?${label.replaceAll(/\s/g, '\\s')}`); // names of boxes have plain blanks
  const boxes = (label: string): Locator => page.getByRole('textbox', { name: starting(label) });
  const withBox = (label: string): Locator => cards.filter({ has: boxes(label) }).last();
  const choice = (label: string): Locator => page.getByRole('combobox', { name: starting(label) }).or(page.getByRole('radiogroup', { name: starting(label) }));
  const keep = (step: string) => seat.shot(picture(step.replaceAll(/[\s/:「」（）。、]/g, '').slice(0, 24)));
  /** The screen on which something was missing is kept, too. */
  const showing = (step: string) => async (missing: unknown): Promise<never> => {
    await keep(step);
    throw missing;
  };
  return {
    seat,
    goesTo: (chat) => seat.chat(chat),
    says: (text, mention) => seat.say(text, mention),
    sees: async (words, onCardWith = '') => {
      const card = cards.filter({ hasText: words }).filter({ hasText: onCardWith }).last();
      await card.waitFor().catch(showing(`not-seen-${words}`));
      await card.scrollIntoViewIfNeeded();
      await keep(words);
      return (await card.innerText()).replaceAll(/\n+/g, '\n');
    },
    seesSome: (count, words) => cards.filter({ hasText: words }).nth(count - 1).waitFor(),
    counts: async (words) => cards.filter({ hasText: words }).count(),
    presses: async (button, onCardWith) => {
      const card = onCardWith === undefined ? cards.filter({ has: page.getByRole('button', { name: button, exact: true }) }).last() : seat.card(onCardWith);
      await seat.press(card, button).catch(showing(`not-pressed-${button}`));
    },
    types: async (label, text, nth) => {
      await seat.rest();
      await seat.fill(withBox(label), starting(label), text, nth);
    },
    composes: async (label, text, nth = 0) => {
      await seat.rest();
      await withBox(label).getByRole('textbox', { name: starting(label) }).nth(nth).click();
      await page.keyboard.press('ControlOrMeta+End');
      await composed(seat, text);
    },
    chooses: async (label, option, nth) => {
      await seat.rest();
      await seat.choose(cards.filter({ has: choice(label) }).last(), starting(label), starting(option), nth).catch(showing(`not-chosen-${option}`));
    },
    picks: async (label, day) => {
      await seat.rest();
      await page.getByRole('combobox', { name: starting(label) }).last().click();
      await page.getByRole('dialog').getByRole('button', { name: day, exact: true }).click().catch(showing(`not-picked-${day}`));
    },
    overhangs: () => cards.evaluateAll((all) => (all as unknown as readonly Drawn[]).flatMap((card) => {
      const { right } = card.getBoundingClientRect();
      return [...card.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right + 1).map((part) => part.innerText);
    })),
    reads: (label) => valuesOf(withBox(label).getByRole('textbox', { name: starting(label) })),
  };
}
