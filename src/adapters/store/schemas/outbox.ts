import { z } from 'zod';
import { MESSAGE_KINDS, type Message, type Recipient } from '../../../domain/message.ts';
import type { Delivery, OutboxEntry, SkipReason } from '../../../domain/outbox.ts';
import { count, instant, objectOf, officeId, oneOf, personId, roundId, sectionId, whole } from './atoms.ts';
import { posted } from './place.ts';

const recipient: z.ZodType<Recipient> = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('section'), section: sectionId }),
  z.strictObject({ to: z.literal('management') }),
  z.strictObject({ to: z.literal('person'), person: personId }),
  z.strictObject({ to: z.literal('secretariat-place') }),
]);

const message = objectOf<Message>({
  key: z.string(),
  office: officeId,
  round: roundId.optional(),
  kind: z.enum(MESSAGE_KINDS),
  recipient,
  section: sectionId.optional(),
  daysLeft: whole.optional(),
  due: instant.optional(),
  seq: whole.optional(),
  about: z.string().optional(),
  edition: count.optional(),
});

const skipReason = oneOf<SkipReason>({
  answered: true, exempt: true, planned: true, paused: true, superseded: true, 'too-late': true, 'not-asked': true, 'asked-today': true,
  'due-moved': true, 'not-released': true, 'unit-ended': true,
});

const tries = { attempts: count, doubts: count.optional() };
const delivery: z.ZodType<Delivery> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('queued'), notBefore: instant, ...tries }),
  z.strictObject({ state: z.literal('sending'), claim: z.string(), until: instant, ...tries }),
  z.strictObject({ state: z.literal('delivered'), at: instant, posted: posted.optional(), seenBy: personId.optional(), ...tries }),
  z.strictObject({ state: z.literal('failed'), at: instant, why: z.string(), placeLost: z.boolean().optional(), ...tries }),
  z.strictObject({ state: z.literal('uncertain'), at: instant, why: z.string(), retryAt: instant.optional(), ...tries }),
  z.strictObject({ state: z.literal('skipped'), at: instant, why: skipReason }),
]);

const refusedEdit = z.strictObject({ at: instant, why: z.string(), gone: z.boolean() });

export const outboxSchema = objectOf<OutboxEntry>({ message, delivery, shown: z.string().optional(), refusedEdit: refusedEdit.optional() });
