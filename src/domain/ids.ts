import { err, ok, type Result } from './result.ts';

declare const brand: unique symbol;
/** `T` that has been checked once and carries the proof in its type; no runtime cost. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** 役所: one office of the service, e.g. `saiwai`. Keys join ids with `:`; Cosmos forbids `/ \ ? #` in an id, so ids have none of these. */
export type OfficeId = Branded<string, 'OfficeId'>;
/** 所属コード: a section of an office, e.g. `hogo1-2`. */
export type SectionId = Branded<string, 'SectionId'>;
/** 取組コード, e.g. `soumu-01`. */
export type InitiativeId = Branded<string, 'InitiativeId'>;
/** 回: fiscal year and round, e.g. `FY2026-mid`. */
export type RoundId = Branded<string, 'RoundId'>;
/** Microsoft Entra object id of a person: a GUID, lower case. */
export type PersonId = Branded<string, 'PersonId'>;
/** One mark of the office's scale (進捗) or one step of its grade (達成度), e.g. `on-track`. */
export type MarkId = Branded<string, 'MarkId'>;

export type BadId = { readonly kind: 'bad-id'; readonly of: string; readonly given: string };

const parser =
  <Name extends string>(of: Name, shape: RegExp, clean = (given: string) => given) =>
  (given: string): Result<Branded<string, Name>, BadId> =>
    shape.test(clean(given)) ? ok(clean(given) as Branded<string, Name>) : err({ kind: 'bad-id', of, given });

/** `constructor` is the one such word that every object has already: as a key it would reach into the language. */
const slug = /^(?!constructor$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

export const parseOfficeId = parser('OfficeId', slug);
export const parseSectionId = parser('SectionId', slug);
export const parseInitiativeId = parser('InitiativeId', slug);
export const parseMarkId = parser('MarkId', slug);
export const parseRoundId = parser('RoundId', /^FY[0-9]{4}-[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/);
export const parsePersonId = parser('PersonId', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, (given) => given.toLowerCase());
