import type { Instant } from '../../src/domain/instant.ts';
import type { Moved } from '../witness.ts';
import type { Case } from './case.ts';

type Held = { readonly person: string; readonly lastDay?: string };

/** 職の順: who holds a role in a unit at that moment, by the list of posts and by what was decided since; the first first. */
export function holdersAt({ folder, witness, calendar }: Case, unit: string, role: string, at: Instant): readonly string[] {
  const listed = folder.posts.filter((post) => post.role === role && post.section === unit).map(({ person }): Held => ({ person }));
  const today = calendar.dayOf(at);
  return witness.moved.filter((each) => each.unit === unit && each.at < at && each.post?.role === role).reduce(after, listed)
    .flatMap(({ person, lastDay }) => (lastDay === undefined || today <= lastDay ? [person] : []));
}

function after(held: readonly Held[], { what, post, day }: Moved): readonly Held[] {
  const id = post?.holder.id ?? '';
  switch (what) {
    case 'appoint': return [...held, { person: id }];
    case 'make-first': return [...held.filter(({ person }) => person === id), ...held.filter(({ person }) => person !== id)];
    case 'end-post': return held.map((each) => (each.person === id && each.lastDay === undefined && day !== undefined ? { ...each, lastDay: day } : each));
    default: return held;
  }
}
