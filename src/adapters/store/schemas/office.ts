import { z } from 'zod';
import { HEAD_CONFIRMATION, type Goal, type Initiative, type Office, type OfficeCalendar, type Post, type Section } from '../../../domain/office.ts';
import { TEXT_FIELDS, type Mark } from '../../../domain/scale.ts';
import { initiativeId, localDate, markId, objectOf, officeId, sectionId, validity, wallTime, whole } from './atoms.ts';
import { roundPlan } from './round.ts';

const goal = objectOf<Goal>({ number: whole, mark: z.string(), short: z.string() });

const mark = objectOf<Mark>({
  id: markId,
  label: z.string(),
  symbol: z.string(),
  definition: z.string(),
  requires: z.array(z.enum(TEXT_FIELDS)),
  attention: z.boolean(),
  rank: z.number().optional(),
  notForOngoing: z.boolean().optional(),
  askAgain: z.boolean().optional(),
});

export const post: z.ZodType<Post> = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('secretariat'), person: z.string(), ...validity }),
  z.strictObject({ role: z.enum(['head', 'deputy', 'reporter']), section: sectionId, person: z.string(), ...validity }),
]);

export const section = objectOf<Section>({ id: sectionId, name: z.string(), channels: z.array(z.string()).optional(), ...validity });

export const initiative = objectOf<Initiative>({
  id: initiativeId,
  section: sectionId,
  title: z.string(),
  officialText: z.string(),
  goals: z.array(whole),
  category: z.string(),
  ongoing: z.boolean(),
  confirmed: z.boolean(),
  lastYear: z.strictObject({ fiscalYear: whole, grade: z.string(), result: z.string() }).optional(),
  ...validity,
});

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Closed days are a list where they lie, whatever they are in memory. */
const calendar = objectOf<OfficeCalendar>({
  zone: z.string(),
  closedDays: z.array(localDate),
  yearEnd: z.strictObject({ from: monthAndDay, to: monthAndDay }).optional(),
  knownUntil: localDate.optional(),
});

export const officeSchema = objectOf<Office>({
  id: officeId,
  name: z.string(),
  policy: z.string(),
  zone: z.string(),
  language: z.enum(['ja', 'en']),
  unitWord: z.string(),
  goals: z.array(goal),
  secretariat: z.strictObject({ section: sectionId, contact: z.string(), extension: z.string() }),
  meeting: z.strictObject({ name: z.string(), channels: z.array(z.string()).optional() }),
  scale: z.strictObject({ progress: z.array(mark), grade: z.array(mark) }),
  calendar,
  hours: z.array(z.strictObject({ from: wallTime, to: wallTime })),
  headConfirmation: z.enum(HEAD_CONFIRMATION),
  answering: z.enum(['declared', 'registered']),
  release: z.enum(['confirm', 'automatic']),
  posts: z.array(post),
  sections: z.array(section),
  initiatives: z.array(initiative),
  rounds: z.array(roundPlan),
});
