import type { Office } from '../../domain/office.ts';
import type { PlanWarning } from '../../domain/planPreview.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import type { Group, Line, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention } from './lines.ts';
import { sayingOf } from './saying.ts';

/** A round's plan and the moments that follow from it. */
export type Dated = { readonly round: RoundPlan; readonly schedule: Schedule };

/** 日程: every step in its words; beside each, where there is one to be compared with, what it is now, or was once it is `decided`. */
export function planDates(words: Words, office: Office, after: Dated, before?: Dated, decided = false): Group {
  const { planning: text } = words;
  const then = before === undefined ? undefined : steps(words, office, before);
  return {
    heading: text.dates.heading(sayingOf(words, office).year(after.round)),
    rows: steps(words, office, after).map(([name, at], n): Row => {
      const was = then?.[n]?.[1];
      return { name, state: at, note: was === undefined ? '' : was === at ? text.same : (decided ? text.before : text.now)(was), look: was !== undefined && was !== at ? 'strong' : 'plain' };
    }),
  };
}

function steps(words: Words, office: Office, { round, schedule }: Dated): readonly (readonly [name: string, at: string])[] {
  const { planning: { dates: text } } = words;
  const { day, moment } = sayingOf(words, office);
  return [
    [text.asOf, day(round.asOf)], [text.ask, moment(schedule.askAt)], [text.due, moment(schedule.dueAt)], [text.headDue, moment(schedule.headDueAt)], [text.check, moment(schedule.checkAt)],
    [text.freeze, moment(schedule.freezeAt)], [text.summary(office.meeting.name), moment(schedule.summaryAt)], [text.meeting(office.meeting.name), day(round.meetingOn)],
  ];
}

export const planWarnings = (words: Words, office: Office, warnings: readonly PlanWarning[]): readonly Line[] => warnings.map((warning) => attention(inWords(words, office, warning)));

function inWords(words: Words, office: Office, warning: PlanWarning): string {
  const { planning: { warnings: text } } = words;
  const say = sayingOf(words, office);
  switch (warning.kind) {
    case 'month-edge': return text.monthEdge(text.steps[warning.step], say.day(warning.on));
    case 'year-end': return text.yearEnd(text.steps[warning.step], say.day(warning.on));
    case 'outside-hours': return text.outsideHours(text.steps[warning.step], say.moment(warning.at));
    case 'holidays-unknown': return text.holidaysUnknown(say.fullDay(warning.after));
    case 'overlap': return text.overlap(say.round(warning.with));
    case 'ask-soon': return text.askSoon;
    case 'due-stays': return text.dueStays(warning.units, office.unitWord, say.moment(warning.until));
    case 'summary-first': return text.summaryFirst(say.moment(warning.freezeAt), office.meeting.name);
  }
}
