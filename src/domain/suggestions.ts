import { lengthOf } from './marksOffered.ts';
import type { Initiative, Office } from './office.ts';
import type { Sensitive, Typed } from './report.ts';
import { valueOf } from './reportState.ts';
import type { RoundKind } from './round.ts';

const ADVISED: Readonly<Record<RoundKind, number>> = { progress: 150, light: 150, midyear: 150, yearend: 200 };
/** The same said in English takes about twice the letters. */
const LETTERS = { ja: 1, en: 2 } as const;

/** 字数の目安 of what was done, in characters: what the sheet of that round has room for. More is taken, up to `MOST_CHARACTERS`. */
export const advisedCharacters = ({ language }: Pick<Office, 'language'>, kind: RoundKind): number => ADVISED[kind] * LETTERS[language];

/** Advice about a text; never in its way. */
export type Suggestion = Extract<Sensitive, { readonly what: 'same-as-before' | 'long' }>;

/**
 * 書き方の助言 on what is new since the last submission: a text that is word for word that of last time, and one that is much longer than the
 * sheet has room for. A light round asks only for what changed, so its texts are compared with nothing.
 */
export function suggestionsOf(office: Pick<Office, 'language'>, kind: RoundKind, { id: initiative }: Pick<Initiative, 'id'>, now: Typed, submitted: Typed, before: Typed): readonly Suggestion[] {
  const [text, earlier] = [valueOf(now, initiative, 'done'), valueOf(before, initiative, 'done')];
  if (text === '' || text === valueOf(submitted, initiative, 'done')) return [];
  const same = kind !== 'light' && wordForWord(text) === wordForWord(earlier);
  const long = lengthOf(text) > advisedCharacters(office, kind);
  return [...(same ? (['same-as-before'] as const) : []), ...(long ? (['long'] as const) : [])].map((what) => ({ initiative, field: 'done', what }));
}

/** Blanks and the width of letters make no other text. */
const wordForWord = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
