import type { Person, Town } from './town.ts';
import type { Moved } from './witness.ts';

/** The town with those who stand in for a head since, until their last day is over. */
export function townHolding(town: Town, moved: readonly Moved[], dayIn: (office: string) => string): Town {
  if (!moved.some(({ what }) => what === 'appoint')) return town;
  return { ...town, people: town.people.map((person): Person => (isDeputy(moved, person, dayIn(person.office)) ? { ...person, role: 'head', deputy: true } : person)) };
}

function isDeputy(moved: readonly Moved[], { id }: Person, today: string): boolean {
  const appointed = moved.findLastIndex(({ what, post }) => what === 'appoint' && post?.role === 'deputy' && post.holder.id === id);
  const ended = moved.slice(appointed + 1).find(({ what, post }) => what === 'end-post' && post?.holder.id === id)?.day;
  return appointed >= 0 && (ended === undefined || today <= ended);
}
