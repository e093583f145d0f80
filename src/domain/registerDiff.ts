import { plusDays } from './calendar.ts';
import type { LocalDate } from './instant.ts';
import type { InitiativeId, RoundId, SectionId } from './ids.ts';
import type { Initiative, Office, Section, Validity } from './office.ts';
import { inOneOrder } from './saysTheSame.ts';

/** What was changed: the field's own name in the office's data, and its two values as they are compared. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** 差異: one thing that an import adds, changes, ends (from its last day on nobody is asked about it; its history stays) or removes. */
export type Difference =
  | { readonly kind: 'added' | 'removed'; readonly what: Thing; readonly id: string; readonly name: string }
  | { readonly kind: 'ended'; readonly what: 'section' | 'initiative'; readonly id: string; readonly name: string; readonly lastDay: LocalDate }
  | { readonly kind: 'changed'; readonly what: Thing; readonly id: string; readonly name: string; readonly fields: readonly FieldChange[] };
export type Thing = 'section' | 'initiative' | 'round' | 'post' | 'setting';

/** What has answers and so may be ended but not removed; of `rounds` those in which anything was sent or answered. */
export type Answered = {
  readonly sections: ReadonlySet<SectionId>;
  readonly initiatives: ReadonlySet<InitiativeId>;
  readonly rounds: ReadonlySet<RoundId>;
};

/**
 * 取込み: what the store will hold. All is as it was read, except that what has answers and is no longer in the folder stays:
 * initiatives, and their sections, end on the day before `today`; rounds stay as they are.
 */
export function merge(stored: Office | undefined, read: Office, today: LocalDate, answered: Answered): Office {
  if (stored === undefined) return read;
  const yesterday = plusDays(today, -1);
  const initiatives = missingFrom(read.initiatives, stored.initiatives).filter(({ id }) => answered.initiatives.has(id));
  const owners = new Set(initiatives.map(({ section }) => section));
  const sections = missingFrom(read.sections, stored.sections).filter(({ id }) => answered.sections.has(id) || owners.has(id));
  const rounds = missingFrom(read.rounds, stored.rounds).filter(({ id }) => answered.rounds.has(id));
  return {
    ...read,
    initiatives: [...read.initiatives, ...initiatives.map((initiative) => endedBy(initiative, yesterday))],
    sections: [...read.sections, ...sections.map((section) => endedBy(section, yesterday))],
    rounds: [...read.rounds, ...rounds],
  };
}

/** 追加・変更・廃止: from what is stored to what will be. Nothing stored yet: all is added. */
export function differences(stored: Office | undefined, next: Office): readonly Difference[] {
  const before = stored ?? { ...next, sections: [], initiatives: [], rounds: [], posts: [] };
  return [
    ...settings(before, next),
    ...listed('section', before.sections, next.sections, named),
    ...listed('initiative', before.initiatives, next.initiatives, (initiative) => ({ id: initiative.id, name: initiative.title })),
    ...listed('round', before.rounds, next.rounds, named),
    ...listed('post', before.posts, next.posts, postNamed),
    ...order(before, next),
  ];
}

const named = ({ id, name }: Section | Office['rounds'][number]) => ({ id, name });

/** A post is known by all that it says; one that says something else is another. */
const postNamed = (post: Office['posts'][number]) => ({
  id: text([post.role, post.role === 'secretariat' ? '' : post.section, post.person, post.from, post.to]), name: post.person,
});

const missingFrom = <T extends { readonly id: string }>(read: readonly T[], stored: readonly T[]): readonly T[] => {
  const present = new Set(read.map(({ id }) => id));
  return stored.filter(({ id }) => !present.has(id));
};

const endedBy = <T extends Validity>(thing: T, lastDay: LocalDate): T => (thing.to !== undefined && thing.to <= lastDay ? thing : { ...thing, to: lastDay });

function listed<T extends object>(what: Thing, stored: readonly T[], next: readonly T[], name: (thing: T) => { readonly id: string; readonly name: string }): readonly Difference[] {
  const before = new Map(stored.map((thing) => [name(thing).id, thing]));
  const after = new Set(next.map((thing) => name(thing).id));
  return [
    ...next.flatMap((thing) => {
      const old = before.get(name(thing).id);
      return old === undefined ? [{ kind: 'added' as const, what, ...name(thing) }] : changed(what, name(thing), old, thing);
    }),
    ...stored.filter((thing) => !after.has(name(thing).id)).map((thing) => ({ kind: 'removed' as const, what, ...name(thing) })),
  ];
}

function changed(what: Thing, name: { readonly id: string; readonly name: string }, before: object, after: object): readonly Difference[] {
  const fields = fieldChanges(before, after);
  const [only] = fields;
  if (only === undefined) return [];
  if ((what === 'section' || what === 'initiative') && fields.length === 1 && only.field === 'to' && only.after !== '') {
    return [{ kind: 'ended', what, ...name, lastDay: only.after as LocalDate }];
  }
  return [{ kind: 'changed', what, ...name, fields }];
}

function fieldChanges(before: object, after: object): readonly FieldChange[] {
  const [old, now] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: text(old.get(field)), after: text(now.get(field)) }))
    .filter((change) => change.before !== change.after);
}

/** Values are compared as text. */
const text = (value: unknown): string => (typeof value === 'string' ? value : (inOneOrder(value) ?? ''));

const LISTS: ReadonlySet<string> = new Set(['sections', 'initiatives', 'rounds', 'posts'] satisfies (keyof Office)[]);

function settings(stored: Office, next: Office): readonly Difference[] {
  const without = (office: Office) => Object.fromEntries(Object.entries(office).filter(([key]) => !LISTS.has(key)));
  return fieldChanges(without(stored), without(next)).map((change) => ({ kind: 'changed', what: 'setting', id: change.field, name: change.field, fields: [change] }));
}

/** The register's order is the order everywhere, so that a new one is a difference too. */
function order(stored: Office, next: Office): readonly Difference[] {
  return (['sections', 'initiatives'] as const).flatMap((list): readonly Difference[] => {
    const [before, after] = [ids(stored[list], next[list]), ids(next[list], stored[list])];
    return before === after ? [] : [{ kind: 'changed', what: 'setting', id: `${list}-order`, name: `${list}-order`, fields: [{ field: `${list}-order`, before, after }] }];
  });
}

/** The ids of `list` that `other` has too. */
const ids = (list: readonly (Section | Initiative)[], other: readonly (Section | Initiative)[]): string => {
  const shared = new Set<string>(other.map(({ id }) => id));
  return list.filter(({ id }) => shared.has(id)).map(({ id }) => id).join(' ');
};
