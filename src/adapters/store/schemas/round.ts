import { z } from 'zod';
import { ROUND_KINDS, type Edition, type Offset, type Pause, type RoundConduct, type RoundPlan, type RoundTimes, type UnitAct } from '../../../domain/round.ts';
import { count, instant, localDate, objectOf, officeId, roundId, sectionId, wallTime, whole } from './atoms.ts';
import { directionAct } from './direction.ts';
import { actor } from './report.ts';

export const offset = objectOf<Offset>({ days: whole, at: wallTime });

const times = objectOf<RoundTimes>({
  ask: offset,
  due: offset,
  headDue: offset,
  check: offset,
  freeze: offset,
  summary: offset,
  reminders: z.array(offset),
  lateSection: offset,
  lateHead: offset,
  reported: offset,
});

/** A round as it stands in its office's register. */
export const roundPlan = objectOf<RoundPlan>({
  id: roundId,
  fiscalYear: whole,
  kind: z.enum(ROUND_KINDS),
  name: z.string(),
  trial: z.boolean(),
  asOf: localDate,
  forecast: z.boolean(),
  meetingOn: localDate,
  times,
});

export const pause = objectOf<Pause>({ from: instant, to: instant.optional(), section: sectionId.optional(), by: actor.optional(), endedBy: actor.optional() });

const act = { section: sectionId, at: instant, by: actor.optional() };
const unitAct: z.ZodType<UnitAct> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extend'), to: localDate, ...act }),
  z.strictObject({ kind: z.literal('exempt'), reason: z.string(), ...act }),
  z.strictObject({ kind: z.literal('include'), ...act }),
]);

export const conductSchema = objectOf<RoundConduct>({
  office: officeId,
  round: roundId,
  extended: z.record(sectionId, localDate),
  exempt: z.record(sectionId, z.strictObject({ reason: z.string(), at: instant })),
  release: z.strictObject({ state: z.enum(['released', 'held']), at: instant, by: z.string() }).optional(),
  ask: z.strictObject({ state: z.enum(['released', 'held']), at: instant, by: z.string() }).optional(),
  announce: z.record(sectionId, instant).optional(),
  again: z.record(sectionId, z.strictObject({ times: count, at: instant })),
  directions: z.array(directionAct).optional(),
  editions: z.array(objectOf<Edition>({ at: instant, by: actor })).optional(),
  acts: z.array(unitAct).optional(),
});
