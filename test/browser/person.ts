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
  /** How many cards of the open chat have these words now. */
  counts(words: string): Promise<number>;
  presses(button: string, onCardWith?: string): Promise<void>;
  /** Into the box with this label, the `nth` of its card counted from 0; what stands there goes. */
  types(label: string, text: string, nth?: number): Promise<void>;
  /** As an input method does, behind what stands there: sounds first, then text. */
  composes(label: string, text: string, nth?: number): Promise<void>;
  chooses(label: string, option: string, nth?: number): Promise<void>;
  /** What stands in the boxes with this label. */
  reads(label: string): Promise<readonly string[]>;
};

export const PERSONAL = 'Personal Chat';

/** @param picture where the screen after that step is kept. */
export function sitting(seat: SeatPage, picture: (step: string) => string): Person {
  const { page } = seat;
  const cards = page.locator('.ac-adaptiveCard');
  const starting = (label: string) => new RegExp(`^${label.replaceAll(/\s/g, '\\s')}`); // names of boxes have plain blanks
  const boxes = (label: string): Locator => page.getByRole('textbox', { name: starting(label) });
  const withBox = (label: string): Locator => cards.filter({ has: boxes(label) }).last();
  const choice = (label: string): Locator => page.getByRole('combobox', { name: starting(label) }).or(page.getByRole('radiogroup', { name: starting(label) }));
  const keep = (step: string) => seat.shot(picture(step.replaceAll(/[\s/:「」（）。、]/g, '').slice(0, 24)));
  return {
    seat,
    goesTo: (chat) => seat.chat(chat),
    says: (text, mention) => seat.say(text, mention),
    sees: async (words, onCardWith = '') => {
      const card = cards.filter({ hasText: words }).filter({ hasText: onCardWith }).last();
      await card.waitFor().catch(async (missing: unknown) => {
        await keep(`not-seen-${words}`);
        throw missing;
      });
      await card.scrollIntoViewIfNeeded();
      await keep(words);
      return (await card.innerText()).replaceAll(/\n+/g, '\n');
    },
    counts: async (words) => cards.filter({ hasText: words }).count(),
    presses: async (button, onCardWith) => {
      const card = onCardWith === undefined ? cards.filter({ has: page.getByRole('button', { name: button, exact: true }) }).last() : seat.card(onCardWith);
      await seat.press(card, button);
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
      await seat.choose(cards.filter({ has: choice(label) }).last(), starting(label), starting(option), nth);
    },
    reads: (label) => valuesOf(withBox(label).getByRole('textbox', { name: starting(label) })),
  };
}
