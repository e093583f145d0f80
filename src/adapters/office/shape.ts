import { IANAZone } from 'luxon';
import { z } from 'zod';
import { parseMarkId, parseOfficeId, parsePersonId, parseRoundId, parseSectionId, type BadId } from '../../domain/ids.ts';
import { parseLocalDate } from '../../domain/instant.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { HEAD_CONFIRMATION } from '../../domain/office.ts';
import { ROUND_KINDS } from '../../domain/round.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { GRADE_PRESETS, PROGRESS_PRESETS } from '../../domain/scalePresets.ts';
import { flaw, plain, readCode, readDate, readText, readTime, type Flaw } from './cells.ts';

/** A value that is written as text and read by one of our own readers; the flaw goes along as the issue's `params`. */
const written = <T>(read: (text: string) => Result<T, Flaw>) =>
  z.string().transform((given, ctx): T => {
    const result = read(given);
    if (result.ok) return result.value;
    ctx.addIssue({ code: 'custom', params: result.error });
    return z.NEVER;
  });

/** An object with no other keys; what it knows goes along as the issue's message. */
const form = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined) });

const code = <T>(parse: (text: string) => Result<T, BadId>) => written((given) => readCode(given, parse));
const text = (most: number) => written((given) => readText(given, most));
const accepted = (kind: Flaw['kind'], holds: (given: string) => boolean) =>
  written((given): Result<string, Flaw> => (holds(plain(given)) ? ok(plain(given)) : err(flaw(kind, given))));
const date = written(readDate);
const time = written(readTime);
const section = code(parseSectionId);
const monthDay = accepted('bad-month-day', (given) => parseLocalDate(`2000-${given}`).ok);
const person = accepted('bad-person', (given) => parsePersonId(given).ok || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(given));
const validity = { from: date.optional(), to: date.optional() };

const whole = (least: number, most: number) => z.int().min(least).max(most);
const offset = form({ days: whole(0, 60), at: time });
const someOffset = form({ days: whole(0, 60).optional(), at: time.optional() }).optional();

/** A message is known by its round, its kind and its day: of two お知らせ on one day, only one would be sent. */
function eachOnItsDay(reminders: readonly { readonly days: number }[], ctx: z.RefinementCtx): void {
  for (const [at, { days }] of reminders.entries()) {
    const first = reminders.findIndex((other) => other.days === days);
    if (first < at) ctx.addIssue({ code: 'custom', path: [at, 'days'], params: flaw('same-reminder', days, `reminders[${first}]`) });
  }
}

const mark = form({
  id: code(parseMarkId), label: text(20), symbol: text(4), definition: text(60), requires: z.array(z.enum(TEXT_FIELDS)).default([]), attention: z.boolean().default(false),
  rank: whole(0, 100).optional(), notForOngoing: z.boolean().optional(), askAgain: z.boolean().optional(),
});
const marks = z.array(mark).min(2).max(10);

const round = form({
  id: accepted('bad-code', (given) => parseRoundId(`FY2000-${given}`).ok), fiscalYear: whole(2000, 2100), kind: z.enum(ROUND_KINDS), name: text(20),
  asOf: date, meetingOn: date, forecast: z.boolean().default(false), trial: z.boolean().default(false),
  times: form({
    ask: someOffset, due: someOffset, headDue: someOffset, check: someOffset, freeze: someOffset, summary: someOffset, reminders: z.array(offset).max(5).superRefine(eachOnItsDay).optional(),
    lateSection: someOffset, lateHead: someOffset, reported: someOffset,
  }).default({}),
});
export type RoundShape = z.infer<typeof round>;

/** A secretariat's post has no section; every other has one. */
const post = form({ role: z.enum(['secretariat', 'head', 'deputy', 'reporter']), section: section.optional(), person, ...validity }).superRefine((given, ctx) => {
  if (given.role !== 'secretariat' && given.section === undefined) ctx.addIssue({ code: 'custom', path: ['section'], params: flaw('missing-value', '') });
});
export type PostShape = z.infer<typeof post>;

/** `office.json`, key by key: each can be read without the others, so that one fault hides no other. */
export const OFFICE_KEYS = {
  id: code(parseOfficeId),
  name: text(40),
  policy: text(60),
  zone: accepted('bad-zone', (given) => IANAZone.isValidZone(given)),
  language: z.enum(['ja', 'en']).default('ja'),
  unitWord: text(10).optional(),
  goals: z.array(form({ number: whole(1, 20), mark: text(4).optional(), short: text(40) })).min(1).max(20),
  secretariat: form({ section, contact: text(40), extension: text(40), people: z.array(person).min(1).max(50) }),
  meeting: form({ name: text(40), channels: z.array(text(50)).max(10).optional() }),
  scale: form({
    progress: z.union([z.enum(PROGRESS_PRESETS), marks]).default('standard'), grade: z.union([z.enum(GRADE_PRESETS), marks]).default('kawasaki5'),
  }).default({ progress: 'standard', grade: 'kawasaki5' }),
  holidays: accepted('bad-file-name', (given) => ['jp', 'none'].includes(given) || /^[^/\\:]+\.csv$/iu.test(given)).default('jp'),
  closedDays: z.array(date).default([]),
  yearEnd: z.union([z.literal('none'), form({ from: monthDay, to: monthDay })]).default({ from: '12-29', to: '01-03' }),
  hours: z.array(form({ from: time, to: time })).min(1).max(6).optional(),
  headConfirmation: z.enum(HEAD_CONFIRMATION).default('when-registered'),
  answering: z.enum(['declared', 'registered']).default('declared'),
  release: z.enum(['confirm', 'automatic']).default('confirm'),
  ongoingCategories: z.array(text(20)).default([]),
  posts: z.array(post).default([]),
  places: z.record(z.string(), z.array(text(50)).min(1).max(10)).default({}),
  rounds: z.array(round).min(1).max(60),
} as const;
export const officeShape = form(OFFICE_KEYS);
export type OfficeShape = z.infer<typeof officeShape>;
