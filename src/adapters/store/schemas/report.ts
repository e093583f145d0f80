import { z } from 'zod';
import { CHANGE_KINDS, FIELDS, type Actor, type Change, type Pending, type Report, type Typed } from '../../../domain/report.ts';
import { count, initiativeId, instant, localDate, objectOf, officeId, personId, roundId, sectionId, whole } from './atoms.ts';

const typed: z.ZodType<Typed> = z.record(initiativeId, z.partialRecord(z.enum(FIELDS), z.string()));

export const actor = objectOf<Actor>({ person: personId, name: z.string(), as: z.enum(['reporter', 'head', 'deputy', 'secretariat']) });

const change = objectOf<Change>({
  seq: whole.min(1),
  at: instant,
  by: actor,
  kind: z.enum(CHANGE_KINDS),
  fields: typed,
  comments: z.record(initiativeId, z.string()).optional(),
  reason: z.string().optional(),
  planned: localDate.optional(),
  unused: typed.optional(),
});

export const reportSchema = objectOf<Report>({ office: officeId, round: roundId, section: sectionId, seq: count, changes: z.array(change) });

export const pendingSchema = objectOf<Pending>({
  office: officeId,
  round: roundId,
  section: sectionId,
  person: personId,
  base: count,
  seen: count,
  typed,
  intent: z.enum(['save', 'submit']),
  afterMeeting: z.boolean().optional(),
  source: z.string().optional(),
  at: instant,
  earlier: typed.optional(),
});
