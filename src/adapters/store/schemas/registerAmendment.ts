import { z } from 'zod';
import type { InitiativeSet, RegisterAmendment, SectionSet } from '../../../domain/amendRegister.ts';
import { initiativeId, instant, localDate, objectOf, personId, sectionId, whole } from './atoms.ts';
import { initiative, section } from './office.ts';

const decided = { at: instant, by: personId };

const initiativeSet = objectOf<InitiativeSet>({
  title: z.string().optional(), officialText: z.string().optional(), category: z.string().optional(), goals: z.array(whole).optional(),
  ongoing: z.boolean().optional(), section: sectionId.optional(), confirmed: z.boolean().optional(),
});
const sectionSet = objectOf<SectionSet>({ name: z.string().optional(), channels: z.array(z.string()).optional() });

/** 取組・所属の変更, as they lie in the record. */
export const registerAmendment: z.ZodType<RegisterAmendment> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('initiative-changed'), initiative: initiativeId, set: initiativeSet, ...decided }),
  z.strictObject({ kind: z.literal('initiative-added'), initiative, ...decided }),
  z.strictObject({ kind: z.literal('initiative-ended'), initiative: initiativeId, lastDay: localDate, ...decided }),
  z.strictObject({ kind: z.literal('initiative-resumed'), initiative: initiativeId, ...decided }),
  z.strictObject({ kind: z.literal('section-changed'), section: sectionId, set: sectionSet, ...decided }),
  z.strictObject({ kind: z.literal('section-added'), section, ...decided }),
  z.strictObject({ kind: z.literal('section-ended'), section: sectionId, lastDay: localDate, ...decided }),
  z.strictObject({ kind: z.literal('section-resumed'), section: sectionId, ...decided }),
]);
