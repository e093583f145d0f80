import { z } from 'zod';
import type { Amendment, Amendments } from '../../../domain/amendments.ts';
import type { RoundAmendment } from '../../../domain/amendRounds.ts';
import { instant, localDate, objectOf, officeId, personId, roundId } from './atoms.ts';
import { registerAmendment } from './registerAmendment.ts';
import { offset, roundPlan } from './round.ts';

const decided = { at: instant, by: personId };

const roundAmendment: z.ZodType<RoundAmendment> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round-made'), plan: roundPlan, ...decided }),
  z.strictObject({ kind: z.literal('round-moved'), round: roundId, meetingOn: localDate, asOf: localDate, ask: offset.optional(), ...decided }),
  z.strictObject({ kind: z.literal('round-dropped'), round: roundId, ...decided }),
  z.strictObject({ kind: z.literal('round-restored'), plan: roundPlan, ...decided }),
]);

const amendment: z.ZodType<Amendment> = z.union([roundAmendment, registerAmendment]);

export const amendmentsSchema = objectOf<Amendments>({ office: officeId, acts: z.array(amendment) });
