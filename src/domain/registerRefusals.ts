import { dayOf } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import type { InitiativeId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { RoundPlan } from './round.ts';
import type { SensitiveKind } from './report.ts';
import { draftOf } from './reportState.ts';
import { sensitiveIn } from './sensitive.ts';
import { scheduleIn } from './schedule.ts';

/** What is typed and chosen of an initiative, and of a unit. */
export const INITIATIVE_FIELDS = ['title', 'text', 'category', 'goals', 'ongoing', 'owner', 'confirmed'] as const;
export type InitiativeField = (typeof INITIATIVE_FIELDS)[number];
export const UNIT_FIELDS = ['name', 'channels'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];
export type RegisterField = InitiativeField | UnitField;

/** The same as an office folder may have, in characters. */
export const MOST: Readonly<Record<'title' | 'text' | 'category' | 'name' | 'channels', number>> = { title: 40, text: 1000, category: 20, name: 40, channels: 40 };
export const MOST_CHANNELS = 10;

/** What may be left empty by hand, and must not be. */
export type Needed = 'title' | 'text' | 'category' | 'goals' | 'name';

export type FoundIn = { readonly field: keyof typeof MOST; readonly what: SensitiveKind };

/** Why the register was not changed as it was wished. */
export type RegisterRefusal =
  /** Nothing was chosen, or it is not there any more. */
  | { readonly kind: 'no-unit' | 'no-initiative' }
  | { readonly kind: 'empty'; readonly field: Needed }
  | { readonly kind: 'too-long'; readonly field: keyof typeof MOST; readonly most: number }
  | { readonly kind: 'too-many-channels'; readonly most: number }
  | { readonly kind: 'bad-day'; readonly what: 'first' | 'last' }
  | { readonly kind: 'before-it-begins'; readonly from: LocalDate }
  /** The unit has another of that 略称; a unit, or a channel of one, is called so. */
  | { readonly kind: 'title-taken' | 'name-taken'; readonly name: string }
  /** Somebody else changed these fields after the card was drawn, to something else than what was typed. */
  | { readonly kind: 'changed-since'; readonly fields: readonly RegisterField[] }
  | { readonly kind: 'unchanged' }
  /** 個人情報らしいもの in what was typed, pointed out once; `sure` says that it is meant so. */
  | { readonly kind: 'sensitive'; readonly found: readonly FoundIn[] }
  /** It is written of in a round that is still open: it has to stay until then. */
  | { readonly kind: 'written-moved'; readonly round: RoundPlan; readonly until: LocalDate }
  | { readonly kind: 'written-ended'; readonly what: 'initiative' | 'unit'; readonly round: RoundPlan; readonly until: LocalDate }
  /** 事務局の所属: everybody is told to ask there. */
  | { readonly kind: 'secretariat-unit' };

/** Of what was typed into these fields, unless it was said to be meant so. */
export function whyNotKept<Field extends keyof typeof MOST>(typed: Readonly<Record<Field, string>>, fields: readonly Field[], sure = false): RegisterRefusal | undefined {
  const found = sure ? [] : fields.flatMap((field) => sensitiveIn(typed[field]).map((what) => ({ field, what })));
  return found.length === 0 ? undefined : { kind: 'sensitive', found };
}

/** A round before its 資料確定, with those of whom something is written in it, be it a draft. */
export type OpenWriting = {
  readonly round: RoundPlan;
  /** 資料確定. */
  readonly freezeOn: LocalDate;
  readonly sections: ReadonlySet<SectionId>;
  readonly initiatives: ReadonlySet<InitiativeId>;
};

/** What is written in a round; `undefined` once it is confirmed. */
export function openWriting(facts: RoundFacts, now: Instant): OpenWriting | undefined {
  const { freezeAt } = scheduleIn(facts);
  if (freezeAt <= now) return undefined;
  const written = facts.reports.map((report) => ({ section: report.section, initiatives: Object.keys(draftOf(report)) as InitiativeId[] })).filter(({ initiatives }) => initiatives.length > 0);
  return {
    round: facts.round, freezeOn: dayOf(facts.office.zone, freezeAt),
    sections: new Set(written.map(({ section }) => section)), initiatives: new Set(written.flatMap(({ initiatives }) => initiatives)),
  };
}
