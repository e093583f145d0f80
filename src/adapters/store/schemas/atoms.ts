import { z } from 'zod';
import {
  parseInitiativeId, parseMarkId, parseOfficeId, parsePersonId, parseRoundId, parseSectionId,
  type InitiativeId, type MarkId, type OfficeId, type PersonId, type RoundId, type SectionId,
} from '../../../domain/ids.ts';
import { parseInstant, parseLocalDate, parseWallTime, type Instant, type LocalDate, type WallTime } from '../../../domain/instant.ts';
import type { Result } from '../../../domain/result.ts';

/** A text that the domain's own parser takes, and as that parser gives it. */
const checked = <T extends string>(parse: (given: string) => Result<T, unknown>): z.ZodType<T, string> =>
  z.string().transform((given, ctx) => {
    const parsed = parse(given);
    if (parsed.ok) return parsed.value;
    ctx.addIssue({ code: 'custom', message: 'refused by its parser' });
    return z.NEVER;
  });

export const officeId = checked<OfficeId>(parseOfficeId);
export const sectionId = checked<SectionId>(parseSectionId);
export const initiativeId = checked<InitiativeId>(parseInitiativeId);
export const markId = checked<MarkId>(parseMarkId);
export const roundId = checked<RoundId>(parseRoundId);
export const personId = checked<PersonId>(parsePersonId);
export const instant = checked<Instant>(parseInstant);
export const localDate = checked<LocalDate>(parseLocalDate);
export const wallTime = checked<WallTime>(parseWallTime);

export const whole = z.number().int();
/** How many, or which: never below zero. */
export const count = whole.min(0);

/** An object of exactly these fields; the compiler sees to it that no field of `T` is left out, optional ones included. */
export const objectOf = <T>(shape: { readonly [Field in keyof T]-?: z.ZodType<T[Field]> }): z.ZodType<T> => z.strictObject(shape) as unknown as z.ZodType<T>;

/** Every member of a union of names; the compiler sees to it that none is left out. */
export const oneOf = <Name extends string>(names: Readonly<Record<Name, true>>): z.ZodType<Name> => z.enum(Object.keys(names) as Name[]);

/** A day span's fields. */
export const validity = { from: localDate.optional(), to: localDate.optional() };
