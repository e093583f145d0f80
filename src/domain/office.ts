import type { LocalDate, WallTime } from './instant.ts';
import type { InitiativeId, OfficeId, PersonId, SectionId } from './ids.ts';
import type { RoundPlan } from './round.ts';
import type { Scale } from './scale.ts';

/** A day span; both ends belong to it; an end left out is open. */
export type Validity = { readonly from?: LocalDate; readonly to?: LocalDate };

/** 政策目標: `mark` is how it is shown (①). Initiatives name it by `number`. */
export type Goal = { readonly number: number; readonly mark: string; readonly short: string };

/** 所属: one reporting unit. `name` is how it is written everywhere; `channels` are further names under which its Teams channel is known. */
export type Section = { readonly id: SectionId; readonly name: string; readonly channels?: readonly string[] } & Validity;

/** 前年度の結果, as the office brings it along: of the year before it had this service. `grade` is as it was written then; `''` for none. */
export type LastYear = { readonly fiscalYear: number; readonly grade: string; readonly result: string };

/** 取組. `officialText` is column 2 of the public sheet; `title` is the short one (略称). */
export type Initiative = {
  readonly id: InitiativeId;
  readonly section: SectionId;
  readonly title: string;
  readonly officialText: string;
  /** Numbers of `Goal`s. A guess until `confirmed`. */
  readonly goals: readonly number[];
  readonly category: string;
  /** Done all year round (courtesy, windows, telephone): 未着手 and 完了 are not offered. */
  readonly ongoing: boolean;
  /** `false`: the owner is uncertain; the section is asked with 「うちの取組ではありません」. */
  readonly confirmed: boolean;
  readonly lastYear?: LastYear;
} & Validity;

/** 職: what a person may do, by office. `person` is an Entra object id or a UPN. `section` is absent for the secretariat. */
export type Post =
  | ({ readonly role: 'secretariat'; readonly person: string } & Validity)
  | ({ readonly role: 'head' | 'deputy' | 'reporter'; readonly section: SectionId; readonly person: string } & Validity);

/** Half-open: a message may begin at `from` and no longer at `to`. */
export type OfficeHours = { readonly from: WallTime; readonly to: WallTime };

export const HEAD_CONFIRMATION = ['required', 'when-registered', 'off'] as const;
export type HeadConfirmation = (typeof HEAD_CONFIRMATION)[number];

/** 役所: everything that an office brings with it. Stored whole, as one document that import alone changes; what chat decided is laid over it. */
export type Office = {
  readonly id: OfficeId;
  readonly name: string;
  /** The office's plan or policy on which it reports, e.g. 区役所サービス向上方針. */
  readonly policy: string;
  /** Any IANA zone. */
  readonly zone: string;
  readonly language: 'ja' | 'en';
  /** What a reporting unit is called; 所属 by default. */
  readonly unitWord: string;
  readonly goals: readonly Goal[];
  /** 事務局. `contact` and `extension` (内線) may not be empty: every message says where to ask. */
  readonly secretariat: { readonly section: SectionId; readonly contact: string; readonly extension: string };
  /** 区部長会議. `channels` are the names under which its Teams channel is known; `name` is always one. */
  readonly meeting: { readonly name: string; readonly channels?: readonly string[] };
  readonly scale: Scale;
  readonly calendar: OfficeCalendar;
  readonly hours: readonly OfficeHours[];
  /** 所属長確認: `when-registered` wherever a unit has a head; `required` waits for one; `off` does without. */
  readonly headConfirmation: HeadConfirmation;
  readonly answering: 'declared' | 'registered';
  /** What an unpressed summary does at its hour: `confirm` posts it marked （事務局確認前）, `automatic` posts it plain. */
  readonly release: 'confirm' | 'automatic';
  readonly posts: readonly Post[];
  /** In the register's order, which is the order everywhere. */
  readonly sections: readonly Section[];
  readonly initiatives: readonly Initiative[];
  readonly rounds: readonly RoundPlan[];
};

/** 開庁日カレンダー. `closedDays` holds 祝日 and the office's own list; Saturdays and Sundays are always closed. */
export type OfficeCalendar = {
  readonly zone: string;
  readonly closedDays: ReadonlySet<LocalDate> | readonly LocalDate[];
  /** Closed every year from `from` to `to`, as `MM-DD`, both included and over New Year: 12-29 to 01-03. */
  readonly yearEnd?: { readonly from: string; readonly to: string };
  /** The last day for which holidays are known; dates after it are counted but the secretariat is warned. */
  readonly knownUntil?: LocalDate;
};

/** Whether something with a validity is in force on that day. */
export const validOn = ({ from, to }: Validity, day: LocalDate): boolean => (from === undefined || from <= day) && (to === undefined || day <= to);

export const sectionOf = (office: Office, id: SectionId): Section | undefined => office.sections.find((section) => section.id === id);

/** The initiatives that a section is asked about on that day, in the register's order. */
export const initiativesOf = (office: Office, section: SectionId, day: LocalDate): readonly Initiative[] =>
  office.initiatives.filter((initiative) => initiative.section === section && validOn(initiative, day));

export const sectionsOn = (office: Office, day: LocalDate): readonly Section[] => office.sections.filter((section) => validOn(section, day));

/** Whether that person holds that post of the office on that day. `names` are the object id and the UPN, in any case. */
export function holds(office: Office, names: readonly (PersonId | string)[], role: Post['role'], day: LocalDate, section?: SectionId): boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return office.posts.some(
    (post) => post.role === role && known.has(post.person.toLowerCase()) && validOn(post, day) && (post.role === 'secretariat' || post.section === section),
  );
}
