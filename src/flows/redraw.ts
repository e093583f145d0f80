import { faceOf, isStale } from '../domain/face.ts';
import type { RoundFacts } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import type { Message } from '../domain/message.ts';
import type { Delivery, OutboxEntry, Posted, SendProblem } from '../domain/outbox.ts';
import { scheduleIn } from '../domain/schedule.ts';
import { drawOfRound } from './drawMessage.ts';
import type { Letter, SendNeeds } from './sendOne.ts';

/**
 * A card that stands in Teams and shows what is no longer so is drawn anew, at any hour: an edit disturbs nobody. A card that is gone,
 * or that Teams will not have changed, is left alone until it should show something else; but an open ask that is gone is posted again.
 */
export async function redraw(needs: SendNeeds, { stored: { doc: entry, version } }: Letter, facts: RoundFacts): Promise<void> {
  const { store, wall, gateway, log } = needs;
  const { message, delivery } = entry;
  const now = wall.now();
  if (!isStanding(delivery) || !isStale(entry, facts, now)) return;
  const face = faceOf(message, facts, now);
  const content = await drawOfRound(needs, message, facts, now, delivery.attempts);
  if (content === undefined) return;
  const edited = await gateway.edit(delivery.posted, { card: content.card, summary: content.summary }); // without mentions: an edit calls nobody again
  if (edited.ok) return settle(needs, { message, delivery, shown: face }, version, 'redrawn');
  log.warn('not redrawn', { key: message.key, problem: edited.error.kind, why: edited.error.why });
  if (isNewDoubt(edited.error, entry)) return settle({ store, log }, { message, delivery, shown: IN_DOUBT }, version, 'perhaps redrawn');
  if (edited.error.kind !== 'refused' || edited.error.status === 401) return; // the next look tries again
  const gone = edited.error.status === 404;
  const isMissed = gone && isOpenAsk(message, facts, now);
  if (!isMissed) return settle({ store, log }, { message, delivery, shown: face, refusedEdit: { at: now, why: edited.error.why, gone } }, version, 'left as it was');
  return settle({ store, log }, { message, delivery: { state: 'queued', notBefore: now, attempts: delivery.attempts } }, version, 'queued anew');
}

type Standing = Extract<Delivery, { readonly state: 'delivered' }> & { readonly posted: Posted };
const isStanding = (delivery: Delivery): delivery is Standing => delivery.state === 'delivered' && delivery.posted !== undefined;

/** No face: what it shows is not known, so that it is drawn once more whatever it is to show then. */
const IN_DOUBT = 'in doubt';

const isNewDoubt = ({ kind }: SendProblem, { shown }: OutboxEntry): boolean => kind === 'uncertain' && shown !== IN_DOUBT;

const isOpenAsk = ({ kind }: Message, facts: RoundFacts, now: Instant): boolean => kind === 'ask' && now < scheduleIn(facts).freezeAt;

async function settle({ store, log }: Pick<SendNeeds, 'store' | 'log'>, entry: OutboxEntry, version: string, what: string): Promise<void> {
  await store.outbox.put(entry, { version });
  log.info(what, { key: entry.message.key });
}
