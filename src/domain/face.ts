import { knownMembers } from './addressee.ts';
import { isAskOut } from './askRelease.ts';
import { dayOf } from './calendar.ts';
import type { Release } from './decideRelease.ts';
import { reportOf } from './deriveBoard.ts';
import { FIRST_EDITION, lastArrived } from './edition.ts';
import type { RoundFacts } from './facts.ts';
import { fingerprint } from './fingerprint.ts';
import { whyUnreached } from './headsFor.ts';
import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Message, MessageKind } from './message.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import type { OutboxEntry } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import { standingPlan } from './planned.ts';
import { progressOf } from './progress.ts';
import { rewordsOf } from './rewords.ts';
import { effectiveDue, scheduleIn } from './schedule.ts';
import { isOpen } from './undelivered.ts';
import { sectionOf } from './office.ts';
import { askedOf, unitsAt } from './units.ts';

/**
 * 表の顔: what the posted card of that message shows now, as a short text; if it differs from the one that was shown, the card is stale.
 * A draft does not change it. Empty for cards that are not kept up to date.
 */
export function faceOf(message: Message, facts: RoundFacts, now: Instant): string {
  if (message.kind === 'summary') return summaryFace(message, facts);
  if (message.kind === 'ask-preview') return askFace(facts, now);
  if (message.kind === 'preview') return previewFace(facts, now);
  if (message.section === undefined || !KEPT_UP_TO_DATE.has(message.kind) || isOfAnother(message, facts, now)) return '';
  return `${unitFace(facts, message.section, now)}${message.kind === 'confirm-here' ? headFace(facts, message.section, now) : ''}`;
}

/** 照会の写し, or what was said to a head, in the chat of somebody who is not of the unit any more: what becomes of it is not theirs to see. */
const isOfAnother = ({ kind, section, recipient }: Message, { office, people }: RoundFacts, now: Instant): boolean =>
  (kind === 'ask-copy' || kind === 'late-head') && section !== undefined && recipient.to === 'person' && !knownMembers(office, people, section, dayOf(office.zone, now)).some(({ id }) => id === recipient.person);

/** Whether there is anybody whom it asks. */
const headFace = (facts: RoundFacts, section: SectionId, now: Instant): string =>
  whyUnreached(facts, section, dayOf(facts.office.zone, now)) === 'no-head' ? ' headless' : '';

/** 古い表: it stands in Teams, shows what is no longer so, and there is something to show in its place. */
export function isStale({ message, delivery, shown }: OutboxEntry, facts: RoundFacts, now: Instant): boolean {
  if (delivery.state !== 'delivered' || delivery.posted === undefined) return false;
  const face = faceOf(message, facts, now);
  return face !== '' && face !== shown && (message.section === undefined || unitsAt(facts.office, facts.round, scheduleIn(facts), now).some(({ id }) => id === message.section));
}

/** Those with 「回答する」, and those that ask for a decision or a revision. */
export const KEPT_UP_TO_DATE: ReadonlySet<MessageKind> = new Set(['ask', 'ask-copy', 'remind', 'late', 'late-head', 'again', 'moved', 'confirm', 'confirm-here', 'sent-back', 'sent-back-to']);

/** 第N版, and the later one that has arrived in its place. */
function summaryFace({ edition = FIRST_EDITION }: Message, facts: RoundFacts): string {
  const by = replacedBy(edition, facts);
  return `edition ${edition}${edition === FIRST_EDITION && isUnreleased(facts) ? ' unreleased' : ''}${by === undefined ? '' : ` replaced by ${by}`}`;
}

/** The edition that stands in the place of that one. */
export function replacedBy(edition: number, facts: Pick<RoundFacts, 'entries'>): number | undefined {
  const last = lastArrived(facts);
  return last === undefined || last <= edition ? undefined : last;
}

/** What was pressed, when it goes out and to whom there is no way; once it is out, or can go out no more, only that. */
function askFace(facts: RoundFacts, now: Instant): string {
  const { office, round, conduct, entries, places } = facts;
  const schedule = scheduleIn(facts);
  if (isAskOut(entries)) return 'out';
  if (schedule.freezeAt <= now) return 'closed';
  const without = unitsAt(office, round, schedule, now).filter(({ id }) => conduct.exempt[id] !== undefined || !isOpen(places.sections[id])).map(({ id }) => id);
  return `${pressed(conduct.ask)} at ${schedule.askAt} without ${without.join(',')}`;
}

/** 送付前の取りまとめ: what was pressed and when it goes out; nothing any more once the day of the meeting is over. */
function previewFace(facts: RoundFacts, now: Instant): string {
  const { office, round, conduct } = facts;
  return meetingDayEnds(office, round) <= now ? '' : `goes out at ${scheduleIn(facts).summaryAt} ${pressed(conduct.release)}`;
}

/** The moment says by whom as well. */
const pressed = (release: Release | undefined): string => (release === undefined ? 'open' : `${release.state} ${release.at}`);

function unitFace(facts: RoundFacts, section: SectionId, now: Instant): string {
  const report = reportOf(facts, section);
  const { state, act } = progressOf(report);
  const standing = facts.conduct.exempt[section] !== undefined ? 'exempt' : act === undefined ? 'open' : `${state} ${act.at}`;
  const planned = standingPlan(facts, report, now);
  const closed = scheduleIn(facts).freezeAt <= now ? ' closed' : '';
  const paused = standing === 'open' && closed === '' && pausedAt(facts.life.pauses, now, section) ? ' paused' : '';
  const rewords = act === undefined ? 0 : rewordsOf(report).length;
  return `${standing}${planned === undefined ? '' : ` planned ${planned}`}${rewords === 0 ? '' : ` reworded ${rewords}`} due ${effectiveDue(facts, section)}${paused}${closed} of ${named(facts, section)}`;
}

/** What the unit and its initiatives are called, and how many are asked for: these stand on its cards. */
const named = ({ office, round }: RoundFacts, section: SectionId): string =>
  fingerprint(sectionOf(office, section)?.name ?? section, ...askedOf(office, round, section).flatMap(({ title, officialText }) => [title, officialText]));

/** （事務局確認前）: the secretariat was to press 区部長会議へ送付 and has not. */
export const isUnreleased = ({ office, conduct }: Pick<RoundFacts, 'office' | 'conduct'>): boolean =>
  office.release === 'confirm' && conduct.release?.state !== 'released';
