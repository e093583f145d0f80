import type { PostRefusal } from '../../domain/decidePosts.ts';
import type { Office } from '../../domain/office.ts';
import type { Words } from '../wording/words.ts';
import { spanWords } from './holders.ts';

/** Why a decision on a post was not taken, and what to do next. */
export function refusalWords(words: Words, office: Office, refusal: PostRefusal): string {
  const { people: text } = words;
  switch (refusal.kind) {
    case 'choose': return text.chooseWhat[refusal.what];
    case 'bad-day': return text.badDay[refusal.what];
    case 'holds-already': return text.holdsAlready(text.roles[refusal.post.role], spanWords(words, office, refusal.post));
    default: return text.refusals[refusal.kind];
  }
}
