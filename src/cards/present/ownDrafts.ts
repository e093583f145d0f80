import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { plain } from './lines.ts';

/** The card as the section's own people see it: with how many drafts wait; exactly as everybody sees it, if there are none. */
export const withOwnDrafts = (words: Words, view: CardView, drafts: number): CardView =>
  drafts === 0 || !('lines' in view) ? view : { ...view, lines: [...view.lines, plain(words.asking.ask.ownDrafts(drafts))] };
