import type { SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { mishapOf, type Mishap } from '../../domain/mishap.ts';
import type { Office } from '../../domain/office.ts';
import type { OutboxEntry } from '../../domain/outbox.ts';
import type { Person, Place } from '../../domain/place.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { seePeople } from './people.ts';
import { nameOf, recipientWords } from './recipient.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly people: readonly Person[]; readonly entry: OutboxEntry; readonly round: RoundPlan | undefined; readonly now: Instant };

/** 事務局あてのお知らせ: what went wrong with a message, and what to do. `undefined` if nothing did, or it is on its way again. */
export function presentNotice(words: Words, facts: Facts): CardView | undefined {
  const { office, entry } = facts;
  const mishap = mishapOf(entry);
  if (mishap === undefined) return undefined;
  const { notice } = words.running;
  const again = sendAgain(words, facts);
  const code = codeOf(entry);
  return letter(words, {
    title: mishapWords(words, facts, mishap),
    lines: [
      strong(nextStep(words, entry, mishap)),
      ...(mishap === 'in-doubt' ? [plain(again === undefined ? notice.askThere : notice.sendAgain)] : []),
      ...(code === undefined ? [] : [subtle(notice.why(code))]),
    ],
    buttons: [
      ...(again === undefined ? [] : mishap === 'in-doubt' ? [arrived(words, facts, again), again] : [again]), says(words.delivery.see, office, 'delivery'),
      ...(isOfItsPlace(entry, mishap) ? [says(words.everywhere.buttons.places, office, 'bind')] : []),
    ],
  });
}

/** 「総務課：中間報告の照会が届きませんでした。」; `undefined` if nothing went wrong. */
export function failureWords(words: Words, facts: Omit<Facts, 'now'>): string | undefined {
  const mishap = mishapOf(facts.entry);
  return mishap === undefined ? undefined : mishapWords(words, facts, mishap);
}

function mishapWords(words: Words, { office, people, entry: { message, delivery }, round }: Omit<Facts, 'now'>, mishap: Mishap): string {
  const { notice, messages, ofRound } = words.running;
  const kind = messages[message.kind];
  const what = round === undefined ? kind : ofRound(sayingOf(words, office).round(round), kind);
  const to = recipientWords(words, { office, people }, { to: message.recipient, ...(message.section !== undefined && { section: message.section }) });
  switch (mishap) {
    case 'place-lost':
    case 'refused': return notice.failed(to, what);
    case 'in-doubt': return notice.uncertain(to, what);
    case 'not-asked': return (delivery.state === 'uncertain' ? notice.uncertain : notice.notAsked)(to, what);
    case 'not-redrawn': return notice.notRedrawn(to, what);
  }
}

function nextStep({ running: { notice }, delivery: { causes } }: Words, { message: { recipient } }: OutboxEntry, mishap: Mishap): string {
  switch (mishap) {
    case 'place-lost': return recipient.to === 'person' ? notice.addPersonal : notice.addBot;
    case 'refused': return notice.refused;
    case 'in-doubt': return notice.look;
    case 'not-asked':
    case 'not-redrawn': return causes[mishap].next;
  }
}

/** What Teams answered, for who runs the service. */
function codeOf({ delivery, refusedEdit }: OutboxEntry): string | undefined {
  if (refusedEdit !== undefined) return refusedEdit.why;
  return delivery.state === 'failed' || (delivery.state === 'uncertain' && delivery.why !== 'too-late') ? delivery.why : undefined;
}

/** Whether another place would help. */
const isOfItsPlace = ({ message: { recipient } }: OutboxEntry, mishap: Mishap): boolean => recipient.to !== 'person' && mishap !== 'not-asked' && mishap !== 'not-redrawn';

/** What was refused, and a summary of which nobody knows whether it arrived, is sent again by hand. */
function sendAgain({ running: { notice } }: Words, { office, round, entry, now }: Facts): Button | undefined {
  const { message: { kind, section } } = entry;
  const mishap = mishapOf(entry);
  if (round === undefined || !(mishap === 'refused' || (kind === 'summary' && mishap === 'in-doubt'))) return undefined;
  const of = { v: 1, office: office.id, round: round.id } as const;
  return { title: notice.again, data: kind === 'summary' ? { do: 'summary.release', ...of, state: 'again' } : { do: 'delivery.again', ...of, asOf: now, ...(section !== undefined && { section }) } };
}

/** What is sent again after a doubt is the summary; whoever has looked may find it there. */
const arrived = ({ running: { notice } }: Words, { office, round }: Facts, again: Button): Button =>
  round === undefined ? again : { title: notice.arrived, data: { do: 'summary.release', v: 1, office: office.id, round: round.id, state: 'arrived' } };

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

type NoHead = Omit<NoWay, 'place' | 'section'> & { readonly section: SectionId };

/** 所属長 is to be told that the unit is late, and there is no chat to do it in. */
export const presentNoHead = (words: Words, facts: NoHead): CardView =>
  letter(words, {
    title: noHeadWords(words, facts), lines: [strong(words.delivery.causes['no-head'].next)], buttons: [says(words.delivery.see, facts.office, 'delivery')],
  });

export const noHeadWords = (words: Words, { office, round, section }: NoHead): string =>
  words.delivery.notices.noHead(nameOf(office, section), sayingOf(words, office).round(round));

export type NobodyConfirms = NoHead & { readonly why: 'no-head' | 'unseen' };

/** A report waits for its head, and nobody hears of it. */
export const presentNobodyConfirms = (words: Words, facts: NobodyConfirms): CardView =>
  letter(words, {
    title: nobodyConfirmsWords(words, facts), lines: [strong(words.delivery.notices.nobodyConfirms[facts.why].next)],
    buttons: [seePeople(words, facts.office), says(words.delivery.see, facts.office, 'delivery')],
  });

export const nobodyConfirmsWords = (words: Words, { office, round, section, why }: NobodyConfirms): string =>
  words.delivery.notices.nobodyConfirms[why].title(nameOf(office, section), sayingOf(words, office).round(round));

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
