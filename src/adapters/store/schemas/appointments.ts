import { z } from 'zod';
import type { Appointments, PostAct } from '../../../domain/appointments.ts';
import { instant, localDate, objectOf, officeId, personId, sectionId } from './atoms.ts';
import { post } from './office.ts';

const decided = { at: instant, by: personId.optional() };
const names = z.array(z.string());

const act: z.ZodType<PostAct> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('appointed'), post, ...decided }),
  z.strictObject({ kind: z.literal('ended'), post, names, lastDay: localDate, ...decided }),
  z.strictObject({ kind: z.literal('first-deputy'), section: sectionId, names, ...decided }),
]);

export const appointmentsSchema = objectOf<Appointments>({ office: officeId, acts: z.array(act) });
