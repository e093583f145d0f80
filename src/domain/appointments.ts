import type { OfficeId, PersonId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Office, Post } from './office.ts';

/** Who decided, and when; without `by`, the settings of the service did. */
type Decided = { readonly at: Instant; readonly by?: PersonId };

/** 任免: one decision on a post that did not come with the office folder. `names`: all by which the person may stand in a list of posts. */
export type PostAct =
  | ({ readonly kind: 'appointed'; readonly post: Post } & Decided)
  /** Ends what they hold of that post, whoever gave it, with `lastDay`; a post that would only begin after it never begins. */
  | ({ readonly kind: 'ended'; readonly post: Post; readonly names: readonly string[]; readonly lastDay: LocalDate } & Decided)
  /** 代理の順: becomes the first of the section's deputies. */
  | ({ readonly kind: 'first-deputy'; readonly section: SectionId; readonly names: readonly string[] } & Decided);

/** 任免の記録 of an office, oldest first; nothing is ever taken out of it. One document (`appointments`). */
export type Appointments = { readonly office: OfficeId; readonly acts: readonly PostAct[] };

/** One office as it was read stays the same object for as long as neither of the two changes: what is counted from it is counted once. */
const laid = new WeakMap<Office, WeakMap<Appointments, Office>>();

/**
 * The office as its folder and the decisions since make it together. What was decided lies over what the folder says: an import can
 * neither take away a post that was given here nor bring back one that was ended here, unless it gives it anew from a later day.
 */
export function withAppointments(office: Office, appointments: Appointments | undefined): Office {
  if (appointments === undefined || appointments.acts.length === 0) return office;
  const over = laid.get(office) ?? new WeakMap<Appointments, Office>();
  const together = over.get(appointments) ?? { ...office, posts: postsAfter(office.posts, appointments.acts) };
  laid.set(office, over.set(appointments, together));
  return together;
}

function postsAfter(folder: readonly Post[], acts: readonly PostAct[]): readonly Post[] {
  const ofFolder = acts.reduce((posts, act) => (act.kind === 'ended' ? endedBy(posts, act) : posts), folder);
  return acts.reduce<readonly Post[]>((posts, act) => (act.kind === 'first-deputy' ? firstBy(posts, act) : posts), [...ofFolder, ...givenBy(acts)]);
}

/** The posts that these decisions give, whatever any folder says. */
const givenBy = (acts: readonly PostAct[]): readonly Post[] =>
  acts.reduce<readonly Post[]>((posts, act) => {
    if (act.kind === 'appointed') return [...posts, act.post];
    return act.kind === 'ended' ? endedBy(posts, act) : posts;
  }, []);

type Ended = Extract<PostAct, { readonly kind: 'ended' }>;

const endedBy = (posts: readonly Post[], act: Ended): readonly Post[] => posts.flatMap((post) => (concerns(act, post) ? ended(post, act.lastDay) : [post]));

const concerns = ({ post: of, names, lastDay }: Ended, post: Post): boolean =>
  isSamePost(of, post) && isOneOf(names, post.person) && (post.from === undefined || post.from <= lastDay || post.from === of.from);

function ended(post: Post, lastDay: LocalDate): readonly Post[] {
  if (post.from !== undefined && lastDay < post.from) return [];
  return [post.to !== undefined && post.to <= lastDay ? post : { ...post, to: lastDay }];
}

function firstBy(posts: readonly Post[], { section, names }: Extract<PostAct, { readonly kind: 'first-deputy' }>): readonly Post[] {
  const isTheirs = (post: Post): boolean => post.role === 'deputy' && post.section === section && isOneOf(names, post.person);
  return [...posts.filter(isTheirs), ...posts.filter((post) => !isTheirs(post))];
}

/** The same post of the same unit, whoever holds it. */
export const isSamePost = (a: Post, b: Post): boolean => a.role === b.role && unitOf(a) === unitOf(b);

/** The unit of a post; `undefined` for 事務局. */
export const unitOf = (post: Post): SectionId | undefined => (post.role === 'secretariat' ? undefined : post.section);

export const isOneOf = (names: readonly string[], name: string): boolean => names.some((each) => each.toLowerCase() === name.toLowerCase());
