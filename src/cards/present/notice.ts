import type { SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { OutboxEntry } from '../../domain/outbox.ts';
import type { Person, Place } from '../../domain/place.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { nameOf, recipientWords } from './recipient.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly people: readonly Person[]; readonly entry: OutboxEntry; readonly round: RoundPlan | undefined; readonly now: Instant };

/** 事務局あてのお知らせ: what could not be delivered, and what to do. `entry`: the message that failed or is uncertain. */
export function presentNotice(words: Words, facts: Facts): CardView {
  const { office, entry: { message, delivery } } = facts;
  const { notice } = words.running;
  const uncertain = delivery.state === 'uncertain';
  const again = sendAgain(words, facts);
  return letter(words, {
    title: failureWords(words, facts),
    lines: [
      strong(nextStep(words, facts)),
      ...(uncertain ? [plain(again === undefined ? notice.askThere : notice.sendAgain)] : []),
      ...('why' in delivery ? [subtle(notice.why(delivery.why))] : []),
    ],
    buttons: [
      ...(again === undefined ? [] : [again]), says(words.delivery.see, office, 'delivery'),
      ...(message.recipient.to === 'person' ? [] : [says(words.everywhere.buttons.places, office, 'bind')]),
    ],
  });
}

/** 「総務課：中間報告の照会が届きませんでした。」 */
export function failureWords(words: Words, { office, people, entry: { message, delivery }, round }: Omit<Facts, 'now'>): string {
  const { notice, messages, ofRound } = words.running;
  const kind = messages[message.kind];
  const what = round === undefined ? kind : ofRound(sayingOf(words, office).round(round), kind);
  const to = recipientWords(words, { office, people }, { to: message.recipient, ...(message.section !== undefined && { section: message.section }) });
  return delivery.state === 'uncertain' ? notice.uncertain(to, what) : notice.failed(to, what);
}

const isRefused = ({ delivery }: OutboxEntry): boolean => delivery.state === 'failed' && delivery.placeLost !== true;

function nextStep({ running: { notice } }: Words, { entry }: Facts): string {
  if (entry.delivery.state === 'uncertain') return notice.look;
  if (isRefused(entry)) return notice.refused;
  return entry.message.recipient.to === 'person' ? notice.addPersonal : notice.addBot;
}

/** What was refused, and a summary of which nobody knows whether it arrived, is sent again by hand. */
function sendAgain({ running: { notice } }: Words, { office, round, entry, now }: Facts): Button | undefined {
  const { message: { kind, section }, delivery } = entry;
  if (round === undefined || !(isRefused(entry) || (kind === 'summary' && delivery.state === 'uncertain'))) return undefined;
  const of = { v: 1, office: office.id, round: round.id } as const;
  return { title: notice.again, data: kind === 'summary' ? { do: 'summary.release', ...of, state: 'again' } : { do: 'delivery.again', ...of, asOf: now, ...(section !== undefined && { section }) } };
}

type NoWay = { readonly office: Office; readonly round: RoundPlan; readonly section: SectionId | undefined; readonly place: Place | undefined };

/** There is nowhere to send to, so that nothing was tried. `place`: closed to us; none at all if absent. */
export function presentNoWay(words: Words, facts: NoWay): CardView {
  const { office, place } = facts;
  return letter(words, {
    title: noWayWords(words, facts),
    lines: [strong(words.delivery.causes[place === undefined ? 'no-place' : 'place-lost'].next)],
    buttons: [says(words.everywhere.buttons.places, office, 'bind'), says(words.delivery.see, office, 'delivery')],
  });
}

export function noWayWords(words: Words, { office, round, section, place }: NoWay): string {
  const { notices } = words.delivery;
  const name = sayingOf(words, office).round(round);
  if (section === undefined) return (place === undefined ? notices.noMeeting : notices.closedMeeting)(office.meeting.name, name);
  return (place === undefined ? notices.noPlace : notices.closed)(nameOf(office, section), name);
}

/** Many at once: the list is in 送付状況. */
export const presentSeveral = (words: Words, { office, round }: { readonly office: Office; readonly round: RoundPlan }): CardView =>
  letter(words, {
    title: words.delivery.notices.several(sayingOf(words, office).round(round)),
    lines: [plain(words.delivery.notices.severalNext)],
    buttons: [says(words.delivery.see, office, 'delivery')],
  });

/** In the secretariat's place: that so many notices wait, without names. */
export const presentSecretariatWaiting = (words: Words, { office, count }: { readonly office: Office; readonly count: number }): CardView =>
  letter(words, {
    title: words.running.waiting.title(count), lines: [plain(words.running.waiting.next)], buttons: [says(words.delivery.see, office, 'delivery')], after: [subtle(sayingOf(words, office).contact)],
  });
