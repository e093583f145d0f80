import type { Draw } from '../cards/draw.ts';
import { addressOf } from '../domain/addressee.ts';
import { suspend } from '../domain/bindPlaces.ts';
import { afterSend, claim, lapsed, withdraw } from '../domain/delivery.ts';
import { officePartition, PLACES_ID } from '../domain/documentIds.ts';
import { withinHours } from '../domain/hours.ts';
import type { Instant } from '../domain/instant.ts';
import type { Message } from '../domain/message.ts';
import type { OutboxEntry, Posted, SendProblem, SkipReason } from '../domain/outbox.ts';
import type { Address } from '../domain/place.ts';
import type { Result } from '../domain/result.ts';
import type { Content, Gateway, Log, Stored, WallClock } from '../ports.ts';
import { change } from './change.ts';
import { noPlaces, type OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';
import { forgetChat } from './remember.ts';

export type SendNeeds = {
  readonly store: MirroredStore;
  readonly wall: WallClock;
  readonly gateway: Gateway;
  readonly draw: Draw;
  readonly log: Log;
  /** Marks a claim as ours; never twice the same. */
  readonly nonce: () => string;
  readonly leaseSeconds: number;
  readonly uncertainGraceSeconds: number;
  /** Once it is aborted, no further entry is taken up: the service is about to stop. */
  readonly ending?: AbortSignal;
};

/** One entry of the outbox; `read` looks at its matter as it is now, and draws it. */
export type Letter = { readonly stored: Stored<OutboxEntry>; readonly read: () => Promise<Looked> };

export type Looked =
  | { readonly kind: 'say'; readonly message: Message; readonly content: Content; readonly shown: string }
  | { readonly kind: 'unwanted'; readonly why: SkipReason }
  /** Somebody else has it, or has settled it. */
  | { readonly kind: 'taken' };

/** entry → is it due, reachable, within hours, wanted → claim → one request → what became of it. */
export async function sendOne(needs: SendNeeds, letter: Letter, facts: OfficeFacts, thread: string | undefined): Promise<void> {
  const { wall, nonce, leaseSeconds } = needs;
  const { doc: entry, version } = letter.stored;
  const dead = lapsed(entry, wall.now(), needs);
  if (dead !== undefined) return note(needs, dead, version);
  const mine = claim(entry, wall.now(), { claim: nonce(), leaseSeconds });
  const to = addressOf(facts.places, facts.people, entry.message.recipient);
  if (mine === undefined || to === undefined || !mayGoAt(facts, entry, wall.now())) return;
  const looked = await letter.read();
  if (looked.kind === 'taken') return;
  if (looked.kind === 'unwanted') return note(needs, withdraw(entry, looked.why, wall.now()), version);
  const claimed: OutboxEntry = { ...mine, message: looked.message };
  const taken = await needs.store.outbox.put(claimed, { version });
  if (taken.ok) await attempt(needs, facts, { ...claimed, shown: looked.shown }, taken.value, { to, content: looked.content, thread }); // else another instance has it
}

type Envelope = { readonly to: Address; readonly content: Content; readonly thread: string | undefined };

async function attempt(needs: SendNeeds, facts: OfficeFacts, claimed: OutboxEntry, version: string, { to, content, thread }: Envelope): Promise<void> {
  if (lapsed(claimed, needs.wall.now(), needs) !== undefined) return; // the process stood still: whoever looks next takes it up
  const sent = await inThreadOrAnew(needs, { to, content, thread });
  if (!sent.ok) {
    const { kind, why } = sent.error;
    needs.log.warn('not delivered', { key: claimed.message.key, problem: kind, why });
    // First: a failure that stands beside an open place would be told to nobody. Where we die between the two, the next look comes to the same.
    if (sent.error.kind === 'refused' && sent.error.placeLost) await surely(() => closePlace(needs, facts, to, why));
  }
  await surely(() => note(needs, afterSend(claimed, sent, needs.wall.now(), needs), version));
}

/** Where somebody deleted what a thread began with, Teams knows the thread no more, and nothing has arrived: it is said in one of its own. */
async function inThreadOrAnew({ gateway }: SendNeeds, { to, content, thread }: Envelope): Promise<Result<Posted, SendProblem>> {
  const sent = await gateway.post(to, content, thread);
  const isGone = thread !== undefined && !sent.ok && sent.error.kind === 'refused' && sent.error.status === 404 && !sent.error.placeLost;
  return isGone ? gateway.post(to, content) : sent;
}

/** New messages go out within office hours; the readiness card answers an installation, whenever that is. */
const mayGoAt = ({ office }: OfficeFacts, { message }: OutboxEntry, now: Instant): boolean => message.kind === 'readiness' || withinHours(office, now);

/** What Teams said is known to nobody else: a store that stumbles once must not make it a doubt, and an ask a twin. */
async function surely(write: () => Promise<void>, triesLeft = 2): Promise<void> {
  try {
    await write();
  } catch (fault) {
    if (triesLeft === 0) throw fault;
    await surely(write, triesLeft - 1);
  }
}

async function note({ store, log }: SendNeeds, entry: OutboxEntry, version: string): Promise<void> {
  const written = await store.outbox.put(entry, { version });
  log.info(entry.delivery.state, { key: entry.message.key, recorded: written.ok });
}

async function closePlace({ store, wall }: SendNeeds, facts: OfficeFacts, { kind, conversation }: Address, why: string): Promise<void> {
  const { office } = facts;
  if (kind === 'personal') return forgetChat(store, facts, conversation);
  await change(store.places, officePartition(office.id), PLACES_ID, (stored = noPlaces(office.id)) => suspend(stored, conversation, why, wall.now()));
}
