import { z } from 'zod';
import { HANDLINGS, type DirectionAct } from '../../../domain/direction.ts';
import { initiativeId, instant, sectionId, whole } from './atoms.ts';
import { actor } from './report.ts';

const done = { no: whole.min(1), at: instant, by: actor };

export const directionAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('give'), ...done, section: sectionId, initiative: initiativeId.optional(), text: z.string() }),
  z.strictObject({ kind: z.literal('follow'), ...done, state: z.enum(HANDLINGS), text: z.string() }),
  z.strictObject({ kind: z.literal('withdraw'), ...done }),
]) as unknown as z.ZodType<DirectionAct>;
