import type { Release } from '../../domain/decideRelease.ts';
import type { Office } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { Words } from '../wording/words.ts';
import { shortened } from './lines.ts';
import { sayingOf } from './saying.ts';

/** 送付の判断, as it is told: whose it was, by name where Teams has shown the person. */
export type Decided = { readonly office: Office; readonly people: readonly Person[]; readonly release: Release };

/** How the two buttons are called. */
export type Pair = { readonly release: string; readonly hold: string };

/** 「企画　花子さんが、10月26日（月）17:05に「送付を止める」を押しました。」 */
export const pressedBy = (words: Words, decided: Decided, { release, hold }: Pair): string => words.conducting.pressedBy(...whoAndWhen(words, decided), decided.release.state === 'held' ? hold : release);

/** Why a press was not taken that would have undone it unseen, and what to do. */
export function decidedSince(words: Words, decided: Decided, { release, hold }: Pair): string {
  const { conducting: { decidedSince: text } } = words;
  const told = whoAndWhen(words, decided);
  return decided.release.state === 'held' ? text.held(...told, release) : text.released(...told, release, hold);
}

/** A card that is read in 30 seconds has room for so much of a name. */
const MOST_NAME = 24;

function whoAndWhen(words: Words, { office, people, release: { by, at } }: Decided): readonly [string | undefined, string] {
  const name = people.find(({ id }) => id === by)?.name ?? '';
  return [name === '' ? undefined : shortened(name, MOST_NAME), sayingOf(words, office).moment(at)];
}
