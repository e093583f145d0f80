import { wordsOn } from '../cardReading.ts';
import { isGone } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
import { editionOn } from './summaries.ts';

/** What is said only once: to a place, about a round, and for what comes on a day also on that day. */
function nameOf({ calendar }: Case, { kind, spot, round, at, card }: Seen): string | undefined {
  const [title = '', , more = ''] = wordsOn(card);
  const about = [kind, spot.id, round ?? title];
  if (kind === 'summary') return [...about, editionOn(card)].join(' ');
  if (ONCE_A_ROUND.includes(kind)) return about.join(' ');
  if (kind === 'again') return [...about, calendar.dayOf(at), calendar.wallOf(at).slice(0, 2)].join(' '); // twice within the hour is for `askedAgain.ts`
  return ONCE_A_DAY.includes(kind) ? [...about, calendar.dayOf(at), more].join(' ') : undefined;
}

const ONCE_A_ROUND: readonly Seen['kind'][] = ['ask', 'announcement', 'reported', 'late', 'preview', 'check', 'handover'];
const ONCE_A_DAY: readonly Seen['kind'][] = ['ask-preview', 'remind', 'late-head', 'moved', 'next-year'];

export type Repeats = { readonly duplicates: number; readonly twins: number; readonly breaches: readonly Breach[] };

/** Second messages: a twin where Teams had left open whether the first arrived, else a duplicate; none where somebody had deleted the first. */
export function repeats(given: Case): Repeats {
  const firsts = new Map<string, Seen>();
  const breaches: Breach[] = [];
  let twins = 0;
  for (const post of given.posts.filter(({ unasked }) => unasked)) {
    const name = nameOf(given, post);
    if (name === undefined) continue;
    const first = firsts.get(name);
    firsts.set(name, post);
    if (first === undefined || isGone(given, first, post.at)) continue;
    if (first.ambiguous) twins += 1;
    else breaches.push({ promise: 'asked-twice', at: post.at, sentence: `${post.spot.name} got the same ${post.kind} twice: ${first.at} and ${post.at}` });
  }
  return { duplicates: breaches.length, twins, breaches };
}
