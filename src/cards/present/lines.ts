import type { AskView, Choice, DropDown, LetterView, Line, ListView, Look, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';

const line = (look: Look) => (text: string): Line => ({ text, look });
export const plain = line('plain');
export const strong = line('strong');
export const subtle = line('subtle');
export const attention = line('attention');

/** Rows that say more than fits beside a name on a phone. */
export const stacked = (rows: readonly Row[]): readonly Row[] => rows.map((row) => ({ ...row, stacked: true }));

/** The label of a box that wants attention: on a long card it stands far below the sentence that says so. */
export const flagged = (label: string): string => `！ ${label}`;

type Given<View> = Partial<View> & { readonly title: string };

/** A card of sentences; the notification says its title unless told otherwise. */
export const letter = (words: Words, given: Given<LetterView>): LetterView => ({
  card: 'letter', lang: words.lang, summary: given.title, lines: [], choices: [], after: [], buttons: [], ...given,
});

/** A card of rows. */
export const list = (words: Words, { choices = [], ...given }: Omit<Given<ListView>, 'choices'> & { readonly choices?: readonly Choice[] }): ListView => ({
  card: 'list', lang: words.lang, summary: given.title, lines: [], groups: [], after: [], buttons: [], ...given, choices: choices.map((choice) => dropDown(words, choice)),
});

/** 選んでください stands in it while nothing is chosen. */
export const dropDown = ({ everywhere }: Words, choice: Choice): DropDown => ({ ...choice, placeholder: choice.value === '' ? everywhere.choose : '' });

export const ask = (words: Words, given: Given<AskView> & Pick<AskView, 'state'>): AskView => ({
  card: 'ask', lang: words.lang, summary: given.title, lines: [], after: [], buttons: [], ...given,
});

/** `text` in at most `most` characters, as people count them; what is cut ends in …. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= most ? characters.join('') : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}
