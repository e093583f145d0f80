import type { Instant } from '../../src/domain/instant.ts';
import { kindOn } from '../cardReading.ts';
import type { Person } from '../town.ts';
import { blockAt } from './absences.ts';
import type { Breach, Case } from './case.ts';
import { afterMinutesOpen } from './uptime.ts';

const MOST_MINUTES = 60;

/** 照会の送付前確認, 事務局確認, 送付前: each of the secretariat gets them while they are of use; who blocked the bot, once it is let in again. */
export function breachesOfPreparing(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name, meetingOn, times: { check } }): readonly Breach[] => {
    const when = given.dates.get(id);
    if (when === undefined) return [];
    const checkAt = given.calendar.at(given.calendar.openDay(meetingOn, -check.days), check.at);
    const previewAt = given.calendar.at(given.calendar.openDay(given.calendar.dayOf(when.askAt), -1), '13:00');
    const asking = isLiveBy(given, previewAt) ? [{ kind: 'ask-preview', from: previewAt, until: when.askAt } as const] : [];
    const due = [...asking, { kind: 'check', from: checkAt, until: when.freezeAt }, { kind: 'preview', from: when.freezeAt, until: when.summaryAt }] as const;
    return secretaries(given).flatMap((person) => due.filter((each) => isMissed(given, person, each)).map(({ kind, from }) => ({ promise: 'not-told', at: from, sentence: `${person.name} got no ${kind} of ${name}` })));
  });
}

/** Those who have a chat with the bot. */
const secretaries = ({ witness: { arrivals } }: Case): readonly Person[] =>
  [...new Map(arrivals.flatMap(({ spot: { person } }) => (person?.role === 'secretariat' ? [[person.id, person] as const] : []))).values()];

/** The units were announced to by then: nothing is said before 運用開始. */
const isLiveBy = ({ posts }: Case, at: Instant): boolean => posts.some((post) => post.kind === 'announcement' && post.at <= at);

type Due = { readonly kind: 'ask-preview' | 'check' | 'preview'; readonly from: Instant; readonly until: Instant };

/** What the line broke is no fault of the service; a refusal by whoever blocks it is made good. */
function isMissed(given: Case, { id }: Person, { kind, from, until }: Due): boolean {
  const reached = blockAt(given, id, from)?.to ?? from;
  if (reached >= until || afterMinutesOpen(given, reached, MOST_MINUTES) > until) return false;
  const tries = given.witness.arrivals.filter(({ how, spot, at, card }) => how === 'post' && spot.person?.id === id && from <= at && at < until && card !== undefined && kindOn(card) === kind);
  return !tries.some(({ kept, ambiguous, refused }) => kept || ambiguous || refused === undefined);
}
