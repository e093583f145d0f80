import { presentAnnouncement } from '../cards/present/announcement.ts';
import { presentAsk } from '../cards/present/ask.ts';
import type { Asked } from '../cards/present/asked.ts';
import { presentConfirm, presentConfirmHere, presentSentBack, presentSentBackTo } from '../cards/present/checkMessages.ts';
import { presentCheck } from '../cards/present/board.ts';
import { presentDirectedLater } from '../cards/present/directionNotice.ts';
import { presentNobodyConfirms, presentNoHead, presentNotice, presentNoWay, presentSecretariatWaiting, presentSeveral } from '../cards/present/notice.ts';
import { presentNextYear } from '../cards/present/planning.ts';
import { presentReadiness } from '../cards/present/readiness.ts';
import { presentAgain, presentLate, presentLateHead, presentMoved, presentRemind } from '../cards/present/reminders.ts';
import { presentReported, presentSummary, presentSummaryMissed } from '../cards/present/summary.ts';
import { unitData } from '../cards/buttons.ts';
import type { Draw } from '../cards/draw.ts';
import type { CardView } from '../cards/views.ts';
import { wordsFor, type Words } from '../cards/wording/words.ts';
import { headsToMention, knownMembers, toMention } from '../domain/addressee.ts';
import { isCopy } from '../domain/askCopy.ts';
import type { UnitStatus } from '../domain/board.ts';
import { dayOf } from '../domain/calendar.ts';
import { boardOf, reportOf, statusIn } from '../domain/deriveBoard.ts';
import { batchesFor } from '../domain/directedLater.ts';
import { directionsOf, openOf } from '../domain/directedRounds.ts';
import { roundPartition } from '../domain/documentIds.ts';
import { FIRST_EDITION, lastMade } from '../domain/edition.ts';
import { KEPT_UP_TO_DATE, replacedBy } from '../domain/face.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { noHeadKey, unreachedHeads } from '../domain/headsUnreached.ts';
import type { Instant } from '../domain/instant.ts';
import type { Message } from '../domain/message.ts';
import { viewOf as messagesAt } from '../domain/occasion.ts';
import { headToldAt } from '../domain/occasions.ts';
import { nextYearMessages, yearWithoutRounds } from '../domain/nextYear.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import { progressOf } from '../domain/progress.ts';
import { scheduleIn } from '../domain/schedule.ts';
import { askedOf } from '../domain/units.ts';
import { isOpen, noPlaceKey, severalKey } from '../domain/undelivered.ts';
import type { Content } from '../ports.ts';
import { askPreviewView } from './board/askRelease.ts';
import { openBefore } from './directions/past.ts';
import { editionOf } from './edition.ts';
import type { OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';
import { nextSends } from './nextSends.ts';
import { aboutNobodyConfirms, stillUnconfirmed } from './nobodyConfirms.ts';
import { summaryPreviewView } from './summaryPreview.ts';

type Needs = { readonly store: MirroredStore; readonly draw: Draw };

/** Kinds whose cards call somebody by name: those that ask a unit to do something. */
const CALLING = new Set<Message['kind']>(['ask', 'remind', 'late', 'again', 'sent-back', 'confirm-here', 'directed']);

/** A message of a round as it looks at this moment; `undefined` if there is nothing left to say. `sent`: the attempt that posts it, or has posted it. */
export async function drawOfRound({ store, draw }: Needs, message: Message, facts: RoundFacts, now: Instant, sent?: number): Promise<Content | undefined> {
  const view = await viewOfRound(store, message, facts, now, sent);
  if (view === undefined) return undefined;
  const called = message.section === undefined || !CALLING.has(message.kind) ? [] : calledBy(message.kind)(facts.office, facts.people, message.section, dayOf(facts.office.zone, now));
  return { ...draw(view), mentions: called.map(({ teamsId, name }) => ({ teamsId, name })) };
}

/** Who of a section is called by name: its 担当者; its head, where the head is to confirm. */
const calledBy = (kind: Message['kind']): typeof toMention => (kind === 'confirm-here' ? headsToMention : toMention);

/** 照会, and the 写し of it, which is posted by no attempt at the outbox. */
const ASKING = new Set<Message['kind']>(['ask', 'ask-copy']);
const attemptOf = (message: Message, sent: number | undefined): number | undefined => (isCopy(message) ? undefined : sent);

/** The most people for whom Teams refreshes one card by itself. */
const MOST_REFRESHED = 60;

/** The same before it is drawn; the section's own people see it as of the moment at which they look. */
export async function viewOfRound(store: MirroredStore, message: Message, facts: RoundFacts, now: Instant, sent: number | undefined): Promise<CardView | undefined> {
  const view = await viewOf(store, message, facts, now, sent);
  const { section, kind, key } = message;
  if (view === undefined || section === undefined || !KEPT_UP_TO_DATE.has(kind)) return view;
  const { office, round, people } = facts;
  const members = knownMembers(office, people, section, dayOf(office.zone, now));
  const data = { do: 'card.refresh', ...unitData({ office, round, section: { id: section } }), key } as const;
  return { ...view, refresh: { data, userIds: members.slice(0, MOST_REFRESHED).map(({ teamsId }) => teamsId) } };
}

async function viewOf(store: MirroredStore, message: Message, facts: RoundFacts, now: Instant, sent: number | undefined): Promise<CardView | undefined> {
  const { office, round } = facts;
  const words = wordsFor(office.language);
  const schedule = scheduleIn(facts);
  switch (message.kind) {
    case 'ask-preview': return askPreviewView(facts, now);
    case 'check': return presentCheck(words, { office, board: boardOf(facts, now) });
    case 'summary': return summaryView(store, message, facts, now);
    case 'preview': return summaryPreviewView(store, facts, now);
    case 'summary-missed': return presentSummaryMissed(words, { office, round, schedule, edition: lastMade(facts.conduct) });
    case 'reported': return presentReported(words, { office, round, schedule, section: message.section, directed: directedIn(facts, message) });
    default: {
      const status = message.section === undefined ? undefined : statusIn(facts, message.section, now);
      if (status === undefined) return undefined;
      return ASKING.has(message.kind) ? asking(store, facts, status, now, attemptOf(message, sent)) : unitView(words, message, facts, status, now);
    }
  }
}

/** One 版, and whether another stands in its place. */
async function summaryView(store: MirroredStore, { edition = FIRST_EDITION }: Message, facts: RoundFacts, now: Instant): Promise<CardView> {
  const { office } = facts;
  return presentSummary(wordsFor(office.language), { office, ...(await editionOf(store, facts, now, edition)), replacedBy: replacedBy(edition, facts) });
}

/** 指示・意見 of its meeting that were recorded for the unit by now. */
const directedIn = (facts: RoundFacts, { section }: Message): number => (section === undefined ? 0 : openOf(directionsOf([facts], section)).length);

/** 照会: how many 指示・意見 of earlier meetings are 対応中 is known from what was read of those rounds. */
async function asking(store: MirroredStore, facts: RoundFacts, status: UnitStatus, now: Instant, sent: number | undefined): Promise<CardView> {
  const { office, round, people } = facts;
  const directed = (await openBefore(store, facts, status.section.id)).length;
  const reporter = toMention(office, people, status.section.id, dayOf(office.zone, now)).length > 0;
  return presentAsk(wordsFor(office.language), { office, round, schedule: scheduleIn(facts), status, now, sent, reporter, directed });
}

function unitView(words: Words, message: Message, facts: RoundFacts, status: UnitStatus, now: Instant): CardView | undefined {
  const { office, round } = facts;
  const unit = { office, round, schedule: scheduleIn(facts), status, now };
  switch (message.kind) {
    case 'announcement': return presentAnnouncement(words, { ...unit, section: status.section });
    case 'remind': return presentRemind(words, { ...unit, daysLeft: message.daysLeft ?? 0 });
    case 'late': return presentLate(words, { ...unit, headToldAt: headToldAt(facts, status.section.id) });
    case 'late-head': return presentLateHead(words, unit);
    case 'again': return presentAgain(words, unit);
    case 'moved': return presentMoved(words, unit);
    case 'directed': return directedView(words, message, facts, status, now);
    default: return checkView(words, message, facts, unit);
  }
}

/** Nothing, once the unit has read it all. */
function directedView(words: Words, { key }: Message, facts: RoundFacts, { section }: UnitStatus, now: Instant): CardView | undefined {
  const batch = batchesFor(messagesAt(facts, now), section.id).find((each) => each.key === key);
  return batch && presentDirectedLater(words, { office: facts.office, section, count: batch.count });
}

/** 確認のお願い and 差戻し, as they stand now. */
function checkView(words: Words, { kind, daysLeft }: Message, facts: RoundFacts, unit: Asked): CardView | undefined {
  const { section: { id } } = unit.status;
  const report = reportOf(facts, id);
  const progress = progressOf(report);
  switch (kind) {
    case 'confirm': return presentConfirm(words, { ...unit, seen: report?.seq ?? 0, today: daysLeft === 0 });
    case 'confirm-here': return presentConfirmHere(words, unit);
    case 'sent-back': return presentSentBack(words, { ...unit, progress });
    case 'sent-back-to': return presentSentBackTo(words, { ...unit, progress, initiatives: askedOf(unit.office, unit.round, id) });
    default: return undefined;
  }
}

/** What belongs to no round: 運用開始の準備, and what could not be delivered. `undefined` for what has been settled since. */
export function drawOfOffice({ store, draw }: Needs, message: Message, facts: OfficeFacts, about: OutboxEntry | undefined, waiting: number, now: Instant): Content | undefined {
  const words = wordsFor(facts.office.language);
  if (message.kind === 'readiness') return draw(presentReadiness(words, { ...facts, next: nextSends(facts, now) }));
  if (message.kind === 'next-year') return nextYear(draw, words, message, facts, now);
  if (message.kind !== 'notice') return undefined;
  if (message.recipient.to !== 'person') return waiting === 0 ? undefined : draw(presentSecretariatWaiting(words, { office: facts.office, count: waiting }));
  const unconfirmed = aboutNobodyConfirms(facts, message);
  if (unconfirmed !== undefined) {
    const still = stillUnconfirmed(facts, unconfirmed, store.known(roundPartition(facts.office.id, unconfirmed.round.id)), now);
    return still === undefined ? undefined : draw(presentNobodyConfirms(words, still));
  }
  const view = about === undefined ? withoutEntry(words, message, facts, now) : noticeOf(words, facts, about, now);
  return view === undefined ? undefined : draw(view);
}

/** Nothing, once there is a round, or in another week: that one has its own. */
function nextYear(draw: Draw, words: Words, { key }: Message, facts: OfficeFacts, now: Instant): Content | undefined {
  const { office } = facts;
  const fiscalYear = yearWithoutRounds(office, dayOf(office.zone, now));
  return fiscalYear === undefined || !nextYearMessages(facts, now).some((message) => message.key === key) ? undefined : draw(presentNextYear(words, { office, fiscalYear }));
}

/** One that was sent again, or is on its way, is no news any more. */
const noticeOf = (words: Words, { office, people }: OfficeFacts, about: OutboxEntry, now: Instant): CardView | undefined =>
  presentNotice(words, { office, people, entry: about, round: office.rounds.find(({ id }) => id === about.message.round), now });

/** No message failed: there was no place for one, or it stands for several. */
function withoutEntry(words: Words, { about, section }: Message, { office, places, people }: OfficeFacts, now: Instant): CardView | undefined {
  const several = office.rounds.find(({ id }) => about === severalKey(office, id));
  if (several !== undefined) return presentSeveral(words, { office, round: several });
  const headless = section === undefined ? undefined : office.rounds.find(({ id }) => about === noHeadKey(office, id, section));
  if (section !== undefined && headless !== undefined)
    return unreachedHeads(office, people, section, dayOf(office.zone, now)).length === 0 ? undefined : presentNoHead(words, { office, round: headless, section });
  const round = office.rounds.find(({ id }) => about === noPlaceKey(office, id, section));
  const place = section === undefined ? places.management : places.sections[section];
  return round === undefined || isOpen(place) ? undefined : presentNoWay(words, { office, round, section, place });
}
