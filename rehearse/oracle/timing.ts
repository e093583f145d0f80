import { unitOn } from '../cardReading.ts';
import { datesOfUnit } from './unitDates.ts';
import type { Breach, Case, Seen } from './case.ts';

/** 勤務時間, and that each thing comes when it is due: no earlier, and no later than the service could. */
export const breachesOfTiming = (given: Case): readonly Breach[] => [...outsideHours(given), ...early(given), ...outOfSeason(given), ...nextYearOutOfSeason(given)];

const outsideHours = ({ calendar, witness }: Case): readonly Breach[] =>
  witness.arrivals
    .filter(({ unasked, how, at }) => unasked && how === 'post' && !calendar.withinHours(at))
    .map(({ at, spot }) => ({ promise: 'outside-hours', at, sentence: `a new message to ${spot.name} was begun at ${calendar.dayOf(at)} ${calendar.wallOf(at)}, outside office hours` }));

/** An ask before its moment; a お知らせ after the due date, a late message before it; a summary before its hour. */
function early(given: Case): readonly Breach[] {
  return given.posts.flatMap((post): readonly Breach[] => {
    const round = given.rounds.find(({ id }) => id === post.round);
    const when = round && datesOfUnit(given, round, post.spot.unit ?? unitOn(post.card).section ?? '');
    if (when === undefined || !post.unasked) return [];
    const bounds: Partial<Record<Seen['kind'], readonly [from: string, until: string]>> = {
      ask: [when.askAt, when.freezeAt], remind: [when.askAt, when.dueAt], late: [when.dueAt, when.freezeAt], 'late-head': [when.dueAt, when.freezeAt], summary: [when.summaryAt, NEVER],
      preview: [when.freezeAt, NEVER], reported: [when.reportedAt, NEVER],
    };
    const [from, until] = bounds[post.kind] ?? ['', NEVER];
    if (from <= post.at && post.at < until) return [];
    return [{ promise: 'late', at: post.at, sentence: `${post.spot.name} got a ${post.kind} at ${post.at}; it belongs between ${from} and ${until}` }];
  });
}

/** 担当の引継ぎ belongs to the first 開庁日 of April, and to the five after it for whoever could not be reached. */
function outOfSeason({ posts, calendar }: Case): readonly Breach[] {
  return posts.filter(({ kind, unasked }) => kind === 'handover' && unasked).flatMap(({ at, spot }): readonly Breach[] => {
    const day = calendar.dayOf(at);
    const [first, last] = [calendar.openDay(`${day.slice(0, 4)}-03-31`, 1), calendar.openDay(`${day.slice(0, 4)}-03-31`, 6)];
    return first <= day && day <= last ? [] : [{ promise: 'late', at, sentence: `${spot.name} was told on ${day} of posts without a holder; that belongs between ${first} and ${last}` }];
  });
}

/** That the next year has no round is told in March, on or after the first 開庁日 of the week or of the month, while its folder has none. */
function nextYearOutOfSeason({ posts, calendar, folder }: Case): readonly Breach[] {
  return posts.filter(({ kind, unasked }) => kind === 'next-year' && unasked).flatMap(({ at, spot }): readonly Breach[] => {
    const day = calendar.dayOf(at);
    const year = Number(day.slice(0, 4));
    const inSeason = day.slice(5, 7) === '03' && calendar.wallOf(at) >= '10:00' && !folder.rounds.some(({ fiscalYear, trial }) => fiscalYear === year && !trial);
    return inSeason ? [] : [{ promise: 'late', at, sentence: `${spot.name} was told at ${day} ${calendar.wallOf(at)} that the next year has no round` }];
  });
}

const NEVER = '9999';
