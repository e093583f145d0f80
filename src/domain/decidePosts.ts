import { isOneOf, isSamePost, unitOf, type PostAct } from './appointments.ts';
import type { PersonId, SectionId } from './ids.ts';
import { parseLocalDate, type Instant, type LocalDate } from './instant.ts';
import { holds, sectionOf, validOn, type Office, type Post } from './office.ts';
import { err, ok, type Result } from './result.ts';

/** Why a decision on a post was not taken. */
export type PostRefusal =
  /** Neither 事務局 nor the unit's own head. */
  | { readonly kind: 'not-yours' }
  /** 所属長 is named by 事務局 alone. */
  | { readonly kind: 'head-by-secretariat' }
  | { readonly kind: 'choose'; readonly what: 'person' | 'role' | 'post' }
  | { readonly kind: 'bad-day'; readonly what: 'from' | 'to' | 'last-day' }
  | { readonly kind: 'ends-before-it-begins' }
  /** No name is entered ahead of a transfer; a deputy may be named for a day to come. */
  | { readonly kind: 'not-ahead' }
  /** `again`: it is the very one that was to be given, as after a press that was delivered twice. */
  | { readonly kind: 'holds-already'; readonly post: Post; readonly again: boolean }
  /** It was ended or changed since the card was drawn. */
  | { readonly kind: 'no-longer' }
  /** Nobody would be left who may do this. */
  | { readonly kind: 'last-of-secretariat' };

/** Who decides, by all names under which they may stand in a list of posts. */
export type Decider = { readonly person: PersonId; readonly names: readonly string[]; readonly at: Instant; readonly today: LocalDate };

/** `section` is absent for 事務局. */
export type OfUnit = { readonly section: SectionId | undefined };

/** 任免 of a unit: by 事務局 everywhere, by its head in the unit; the posts of 事務局 by itself. */
export const mayDecide = (office: Office, { names, today }: Pick<Decider, 'names' | 'today'>, { section }: OfUnit): boolean =>
  holds(office, names, 'secretariat', today) || (section !== undefined && holds(office, names, 'head', today, section));

/** 所属長 is given by 事務局; everything else by whoever may decide at all. */
export const rolesGivenBy = (office: Office, { names, today }: Pick<Decider, 'names' | 'today'>, { section }: OfUnit): readonly Post['role'][] => {
  if (section === undefined) return ['secretariat'];
  return holds(office, names, 'secretariat', today) ? ['head', 'deputy', 'reporter'] : ['deputy', 'reporter'];
};

/** As it was typed. `names`: those of the chosen person; none while nobody was chosen. */
export type Appointing = OfUnit & { readonly role: string; readonly person: PersonId | undefined; readonly names: readonly string[]; readonly from: string; readonly to: string };

/** 登録する. Without a first day, from today. */
export function appoint(office: Office, decider: Decider, wish: Appointing): Result<PostAct, PostRefusal> {
  const { section, person } = wish;
  if (!mayDecide(office, decider, wish) || (section !== undefined && sectionOf(office, section) === undefined)) return err({ kind: 'not-yours' });
  const span = spanOf(wish, decider);
  const role = roleOf(office, decider, wish);
  if (!role.ok) return role;
  if (person === undefined) return err({ kind: 'choose', what: 'person' });
  if (!span.ok) return span;
  if (role.value !== 'deputy' && decider.today < span.value.from) return err({ kind: 'not-ahead' });
  return newly(office, decider, postOf(role.value, section, person, span.value), wish);
}

function newly(office: Office, decider: Decider, post: Post, wish: Pick<Appointing, 'names'>): Result<PostAct, PostRefusal> {
  const held = office.posts.find((each) => isSamePost(each, post) && isOneOf(wish.names, each.person) && overlap(each, post));
  if (held !== undefined) return err({ kind: 'holds-already', post: held, again: held.from === post.from && held.to === post.to });
  return ok({ kind: 'appointed', post, at: decider.at, by: decider.person });
}

function roleOf(office: Office, decider: Decider, { role, ...unit }: Appointing): Result<Post['role'], PostRefusal> {
  const given = rolesGivenBy(office, decider, unit);
  const known = given.find((each) => each === role) ?? (given.length === 1 ? given[0] : undefined);
  if (known !== undefined) return ok(known);
  return err(role === 'head' ? { kind: 'head-by-secretariat' } : { kind: 'choose', what: 'role' });
}

type Span = { readonly from: LocalDate; readonly to?: LocalDate };

function spanOf({ from: typedFrom, to: typedTo }: Appointing, { today }: Decider): Result<Span, PostRefusal> {
  const from = typedFrom === '' ? ok(today) : parseLocalDate(typedFrom);
  const to = typedTo === '' ? ok(undefined) : parseLocalDate(typedTo);
  if (!from.ok) return err({ kind: 'bad-day', what: 'from' });
  if (!to.ok) return err({ kind: 'bad-day', what: 'to' });
  if (to.value === undefined) return ok({ from: from.value });
  return to.value < from.value ? err({ kind: 'ends-before-it-begins' }) : ok({ from: from.value, to: to.value });
}

const postOf = (role: Post['role'], section: SectionId | undefined, person: string, span: Span): Post =>
  role === 'secretariat' || section === undefined ? { role: 'secretariat', person, ...span } : { role, section, person, ...span };

const overlap = (a: Post, b: Post): boolean => (a.to === undefined || b.from === undefined || b.from <= a.to) && (b.to === undefined || a.from === undefined || a.from <= b.to);

/** `post`: which one, by `nameOfPost`; `lastDay` as it was typed, today if nothing was. */
export type Ending = OfUnit & { readonly post: string; readonly lastDay: string };

/** 終える: the right goes with the end of the last day. Where that is before the first one, it never begins. */
export function end(office: Office, decider: Decider, namesOfHolder: (person: string) => readonly string[], wish: Ending): Result<PostAct, PostRefusal> {
  if (!mayDecide(office, decider, wish)) return err({ kind: 'not-yours' });
  if (wish.post === '') return err({ kind: 'choose', what: 'post' });
  const post = endable(office, decider, wish).find((each) => nameOfPost(each) === wish.post);
  if (post === undefined) return err({ kind: 'no-longer' });
  const lastDay = wish.lastDay === '' ? ok(decider.today) : parseLocalDate(wish.lastDay);
  if (!lastDay.ok) return err({ kind: 'bad-day', what: 'last-day' });
  const act: PostAct = { kind: 'ended', post, names: namesOfHolder(post.person), lastDay: lastDay.value, at: decider.at, by: decider.person };
  return post.role === 'secretariat' && !othersRemain(office, act.names) ? err({ kind: 'last-of-secretariat' }) : ok(act);
}

/** Without a last day of their own: whoever ends in December leaves nobody in January. */
const othersRemain = ({ posts }: Office, names: readonly string[]): boolean => posts.some((post) => post.role === 'secretariat' && post.to === undefined && !isOneOf(names, post.person));

/** 代理の順を先頭にする. `person`: as they stand in the list. */
export function makeFirst(office: Office, decider: Decider, { section, person, names }: { readonly section: SectionId; readonly person: string; readonly names: readonly string[] }): Result<PostAct, PostRefusal> {
  if (!mayDecide(office, decider, { section })) return err({ kind: 'not-yours' });
  if (person === '') return err({ kind: 'choose', what: 'person' });
  const listed = deputiesOf(office, section, decider.today).some((post) => isOneOf(names, post.person));
  return listed ? ok({ kind: 'first-deputy', section, names, at: decider.at, by: decider.person }) : err({ kind: 'no-longer' });
}

/** Those of a unit that are not over yet, in the list's order, which is that of the deputies. */
export const postsOf = ({ posts }: Office, { section }: OfUnit, today: LocalDate): readonly Post[] =>
  posts.filter((post) => unitOf(post) === section && (post.to === undefined || today <= post.to));

/** Those of them that the decider may end. */
export const endable = (office: Office, decider: Decider, unit: OfUnit): readonly Post[] => {
  const roles = rolesGivenBy(office, decider, unit);
  return postsOf(office, unit, decider.today).filter(({ role }) => roles.includes(role));
};

/** 代理, the first first. */
export const deputiesOf = (office: Office, section: SectionId, today: LocalDate): readonly Post[] => postsOf(office, { section }, today).filter(({ role }) => role === 'deputy');

/** Whose posts of a unit are held on a day. */
export const heldOn = (office: Office, section: SectionId, role: Post['role'], day: LocalDate): readonly Post[] =>
  office.posts.filter((post) => post.role === role && unitOf(post) === section && validOn(post, day));

/** Names one post within its unit, on a card. */
export const nameOfPost = ({ role, person, from }: Post): string => [role, person, from ?? ''].join('|');
