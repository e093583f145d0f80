import { secretariatPeople } from './addressee.ts';
import { isAskOut } from './askRelease.ts';
import { dayOf, endOfDay, momentAt, openDaysAfter, openDaysBefore } from './calendar.ts';
import { FIRST_EDITION, lastMade } from './edition.ts';
import type { Instant, WallTime } from './instant.ts';
import { roundKey, type Message, type MessageKey } from './message.ts';
import { waits, type Occasion, type View } from './occasion.ts';
import type { Office } from './office.ts';
import type { RoundPlan } from './round.ts';

/** 「取りまとめを送付できませんでした」 is told for so many 開庁日. */
export const MISSED_IS_NEWS = 5;

/** 送付前の午後: at this hour of the 開庁日 before the ask. */
const ASK_PREVIEW_AT = '13:00' as WallTime;

/** What the secretariat and the meeting are told in a round. */
export const officeOccasions = (view: View): readonly Occasion[] => [
  ...askPreview(view),
  ...toSecretariat(view, 'check', { from: view.schedule.checkAt, until: view.schedule.freezeAt }),
  ...toSecretariat(view, 'preview', { from: view.schedule.freezeAt, until: view.schedule.summaryAt }),
  summary(view),
  ...replaced(view),
  ...summaryMissed(view),
];

const of = ({ facts: { office, round } }: View) => ({ office: office.id, round: round.id });

/** Each to every person of the secretariat. */
function toSecretariat(view: View, kind: 'ask-preview' | 'check' | 'preview' | 'summary-missed', when: Pick<Occasion, 'from' | 'until'>): readonly Occasion[] {
  const { facts: { office, people, round }, now } = view;
  const day = dayOf(office.zone, when.from);
  return secretariatPeople(office, people, dayOf(office.zone, now)).map(({ id: person }) => ({
    message: { key: roundKey(office.id, round.id, kind, day, person), ...of(view), kind, recipient: { to: 'person', person } } satisfies Message,
    over: 'too-late', ...when,
  }));
}

/** The afternoon before the first send of a round; not once anybody was asked, as when the meeting was moved later. */
function askPreview(view: View): readonly Occasion[] {
  const { facts, schedule: { askAt } } = view;
  const { calendar, zone } = facts.office;
  const from = momentAt(zone, openDaysBefore(calendar, dayOf(zone, askAt), 1), ASK_PREVIEW_AT);
  return isAskOut(facts.entries) ? [] : toSecretariat(view, 'ask-preview', { from, until: askAt });
}

export const summaryKey = ({ facts: { office, round }, schedule }: View): MessageKey =>
  roundKey(office.id, round.id, 'summary', dayOf(office.zone, schedule.summaryAt));

/** Of 第1版 the summary's own; each 【差替え】 has its number beside it. */
export const editionKey = (view: View, edition: number): MessageKey => (edition === FIRST_EDITION ? summaryKey(view) : `${summaryKey(view)}:${edition}`);

/** The end of the office's last hours on the day of the meeting; a summary after it would come to nobody. */
export function meetingDayEnds({ hours, zone }: Office, { meetingOn }: RoundPlan): Instant {
  const last = hours.map(({ to }) => to).sort().at(-1);
  return last === undefined ? endOfDay(zone, meetingOn) : momentAt(zone, meetingOn, last);
}

/** 送付を止める holds it, whatever the setting; unpressed it goes out at its hour. */
function summary(view: View): Occasion {
  const { facts: { office, round, conduct }, schedule: { summaryAt } } = view;
  const held = conduct.release?.state === 'held';
  return {
    message: { key: summaryKey(view), ...of(view), kind: 'summary', recipient: { to: 'management' } },
    from: summaryAt, until: meetingDayEnds(office, round), over: 'too-late', ...(held && { bar: waits('not-released') }),
  };
}

/** 【差替え】: from its press, as the summary; those that were made before it have arrived. */
const replaced = (view: View): readonly Occasion[] =>
  (view.facts.conduct.editions ?? []).map(({ at }, index) => {
    const edition = FIRST_EDITION + index + 1;
    return {
      message: { key: editionKey(view, edition), ...of(view), kind: 'summary', recipient: { to: 'management' }, edition } satisfies Message,
      from: at, until: meetingDayEnds(view.facts.office, view.facts.round), over: 'too-late',
    };
  });

/** Not when the secretariat itself held it. */
function summaryMissed(view: View): readonly Occasion[] {
  const { facts: { office, round, conduct } } = view;
  const entry = view.entries.get(editionKey(view, lastMade(conduct)));
  if (entry?.delivery.state === 'delivered' || conduct.release?.state === 'held') return [];
  const from = meetingDayEnds(office, round);
  const until = momentAt(office.zone, openDaysAfter(office.calendar, round.meetingOn, MISSED_IS_NEWS), round.times.reported.at);
  return toSecretariat(view, 'summary-missed', { from, until });
}

