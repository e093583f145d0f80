import { leafed, openForm } from './answering.ts';
import type { Client, Standing } from './client.ts';
import type { Hands } from './hands.ts';
import { staffOf, type Person, type Town } from './town.ts';
import type { Wire } from './timeline.ts';
import type { Witness } from './witness.ts';

type Needs = { readonly client: Client; readonly witness: Witness; readonly wall: Hands['wall']; readonly town: Town };

/** 受け付けた回答を見る: somebody of the unit opens what was answered and reads it to its last page. @returns whether anybody was there. */
export async function seeAnswers({ client, witness, wall, town }: Needs, { office, unit, round }: { readonly office: string; readonly unit: string; readonly round: string }, person: Person, ask: Standing): Promise<boolean> {
  const looker = staffOf(town, { office, unit }).find(({ alone }) => !alone) ?? person;
  const before = witness.arrivals.length;
  const opened = await openForm({ client }, looker, ask);
  if ('as' in opened && opened.as === 'unreachable') return false;
  const posted = witness.arrivals.slice(before).flatMap(({ how, kept, unasked, card, spot }) => (how === 'post' && kept && !unasked && card !== undefined && spot.person?.id === looker.id ? [card] : []));
  const card = 'form' in opened ? bound(await leafed({ client }, looker, opened)) : posted.length > 1 ? bound(posted) : opened.last;
  witness.looked.push({ at: wall.now(), unit, round, person: looker, card });
  return true;
}

/** Pages that came one after the other, read as one. */
const bound = (pages: readonly Wire[]): Wire => ({ ...pages[0], body: pages });
