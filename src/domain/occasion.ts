import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { Message, MessageKey } from './message.ts';
import type { OutboxEntry, SkipReason } from './outbox.ts';
import type { Schedule } from './round.ts';
import { asItStands, scheduleOf } from './schedule.ts';

/** 機会: a message that belongs to the round as it stands, and when it may be said: from `from`, and no longer at `until`. */
export type Occasion = {
  readonly message: Message;
  readonly from: Instant;
  readonly until: Instant;
  /** Why it is not said any more once `until` has come. */
  readonly over: SkipReason;
  /** What speaks against it as things stand. */
  readonly bar?: Bar;
};

/** `waits`: it may still be said if that changes before `until`. `drops`: it is given up, once its time comes. */
export type Bar = { readonly how: 'waits' | 'drops'; readonly why: SkipReason };

export const waits = (why: SkipReason): Bar => ({ how: 'waits', why });
export const drops = (why: SkipReason): Bar => ({ how: 'drops', why });

/** The facts as one look reads them. */
export type View = {
  readonly facts: RoundFacts;
  readonly now: Instant;
  /** `scheduleOf`, and `scheduleIn`. */
  readonly planned: Schedule;
  readonly schedule: Schedule;
  /** The first round that the units meet since 運用開始, and not yet begun then: it announces itself. */
  readonly announces: boolean;
  readonly entries: ReadonlyMap<MessageKey, OutboxEntry>;
};

export function viewOf(facts: RoundFacts, now: Instant): View {
  const planned = scheduleOf(facts.office, facts.round);
  const entries = new Map(facts.entries.map((entry) => [entry.message.key, entry]));
  const schedule = asItStands(facts, planned);
  return { facts, now, planned, schedule, announces: announcesItself(facts, schedule), entries };
}

function announcesItself({ office, round, life: { liveSince, removedTrials = [] } }: RoundFacts, { askAt }: Schedule): boolean {
  if (liveSince === undefined || askAt <= liveSince) return false;
  const others = [...office.rounds.filter(({ id }) => id !== round.id).map((other) => scheduleOf(office, other)), ...removedTrials];
  return !others.some((other) => liveSince < other.freezeAt && other.askAt < askAt);
}
