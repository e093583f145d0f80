import { holders } from './addressee.ts';
import { dayOf } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import { headCheckOf } from './headCheck.ts';
import { whyUnreached } from './headsFor.ts';
import type { RoundId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import { roundKey, type MessageKey } from './message.ts';
import { viewOf } from './occasion.ts';
import { validOn, type Office, type Post } from './office.ts';
import { pausedAt } from './pauses.ts';
import type { Person } from './place.ts';
import { progressOf } from './progress.ts';
import { scheduleIn, scheduleOf } from './schedule.ts';
import { headsAreDue } from './unitOccasions.ts';
import { unitsAt } from './units.ts';

/** Posts of 所属長 on that day whose holders we cannot write to: Teams has never shown them to us, or they have no chat with us. */
export const unreachedHeads = ({ posts }: Office, people: readonly Person[], section: SectionId, day: LocalDate): readonly Post[] =>
  posts
    .filter((post) => (post.role === 'head' || post.role === 'deputy') && post.section === section && validOn(post, day))
    .filter((post) => !holders(people, [post]).some(({ personal }) => personal !== undefined));

/** What a notice is about where a head was to be told, and no message failed, since there was no chat to send one to. */
export const noHeadKey = (office: Office, round: RoundId, section: SectionId): MessageKey => roundKey(office.id, round, 'no-head', undefined, section);

/** 所属長に知らせられない所属: so late that its heads are to be told now, and one of them would hear of it from nobody. */
export function unitsWithoutHead(facts: RoundFacts, now: Instant): readonly SectionId[] {
  const { office, round, life: { pauses } } = facts;
  const planned = scheduleOf(office, round);
  if (now < planned.dueAt || !office.posts.some(({ role }) => role === 'head' || role === 'deputy')) return [];
  const view = viewOf(facts, now);
  return unitsAt(office, round, view.schedule, now)
    .map(({ id }) => id)
    .filter((id) => headsAreDue(view, id) && !pausedAt(pauses, now, id) && isAnyUntold(facts, id, dayOf(office.zone, now)));
}

/** One whose chat was closed under a message has failed, and is told of as such. */
function isAnyUntold({ office, people, entries }: RoundFacts, section: SectionId, day: LocalDate): boolean {
  const tried = new Set(entries.flatMap(({ message: { kind, section: of, recipient } }) => (kind === 'late-head' && of === section && recipient.to === 'person' ? [recipient.person] : [])));
  return unreachedHeads(office, people, section, day).some((post) => !holders(people, [post]).some(({ id }) => tried.has(id)));
}

/** What a notice is about where a report waits for a head, and nobody hears of it: no head is registered, or Teams has shown us none. */
export const nobodyConfirmsKey = (office: Office, round: RoundId, section: SectionId): MessageKey => roundKey(office.id, round, 'nobody-confirms', undefined, section);

/** 確認する方に伝わらない所属: it has submitted and waits for its head, and not even the card in its place calls anybody. */
export function unitsNobodyConfirms(facts: RoundFacts, now: Instant): readonly SectionId[] {
  const { office, round, reports, conduct, life: { liveSince, pauses } } = facts;
  const schedule = scheduleIn(facts);
  if (liveSince === undefined || now < liveSince || schedule.freezeAt <= now) return [];
  const isUnheard = (section: SectionId): boolean => isWaiting(facts, section, now) && !pausedAt(pauses, now, section) && conduct.exempt[section] === undefined;
  const reported = new Set(reports.map(({ section }) => section));
  return unitsAt(office, round, schedule, now).map(({ id }) => id).filter((id) => reported.has(id) && isUnheard(id));
}

function isWaiting({ office, people, reports }: RoundFacts, section: SectionId, now: Instant): boolean {
  const day = dayOf(office.zone, now);
  const progress = progressOf(reports.find((report) => report.section === section));
  if (progress.state !== 'submitted' || headCheckOf(office, section, day, progress) !== 'waits') return false;
  const why = whyUnreached({ office, people }, section, day);
  return why === 'no-head' || why === 'unseen';
}
