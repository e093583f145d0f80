import { fiscalYearLabel } from '../../domain/fiscalYear.ts';
import type { Office } from '../../domain/office.ts';
import type { NotPlanned } from '../../domain/planRefusals.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

/** Why the plan was not changed, and what to do. `outdated`: what was shown when the button was drawn is no longer so. */
export type NotPlannedHere = NotPlanned | { readonly kind: 'outdated' | 'busy' };

export const notPlanned = (words: Words, office: Office, why: NotPlannedHere): string => ('round' in why ? besideRound(words, office, why) : byItself(words, office, why));

type BesideRound = Extract<NotPlannedHere, { readonly round: unknown }>;

function besideRound(words: Words, office: Office, { kind, round }: BesideRound): string {
  const { planning: { refused: text } } = words;
  return { 'name-taken': text.nameTaken, 'second-yearend': text.secondYearend, 'same-meeting': text.sameMeeting, 'light-first': text.lightFirst }[kind](sayingOf(words, office).round(round));
}

function byItself(words: Words, office: Office, why: Exclude<NotPlannedHere, BesideRound>): string {
  const { planning: { refused: text }, conducting } = words;
  const say = sayingOf(words, office);
  switch (why.kind) {
    case 'sensitive': return text.sensitive;
    case 'name-too-long': return text.nameTooLong(why.most);
    case 'no-day': return text.noDay[why.what];
    case 'past': return text.past(say.day(why.day));
    case 'closed-day': return text.closedDay(say.day(why.day));
    case 'too-soon': return why.first === undefined ? text.tooSoonFar : text.tooSoon(say.day(why.first));
    case 'other-year': return text.otherYear[why.what](fiscalYearLabel(why.fiscalYear, words.lang));
    default: return {
      'no-round': text.noRound, 'no-kind': text.noKind, 'no-name': text.noName, over: text.over, released: text.released(office.meeting.name), 'as-of-after-meeting': text.asOfAfterMeeting,
      'as-of-asked': text.asOfAsked, 'ask-after-due': text.askAfterDue, unchanged: text.unchanged, begun: text.begun, 'restored-already': text.restoredAlready, 'dates-over': text.datesOver, outdated: text.outdated, busy: conducting.refused.busy,
    }[why.kind];
  }
}
