import { dayOf, momentAt, openDaysAfter } from './calendar.ts';
import type { SectionId } from './ids.ts';
import { roundKey } from './message.ts';
import type { Occasion, View } from './occasion.ts';

/** 「区部長会議に報告しました。」 is news for so many 開庁日. */
export const REPORTED_IS_NEWS = 5;

/** When that line is said to a unit, and under which key. */
export function reportedWhen({ facts: { office, round }, schedule: { reportedAt } }: View, section: SectionId): Pick<Occasion, 'from' | 'until'> & { readonly key: string } {
  const { calendar, id, zone } = office;
  const day = dayOf(zone, reportedAt);
  return { key: roundKey(id, round.id, 'reported', day, section), from: reportedAt, until: momentAt(zone, openDaysAfter(calendar, day, REPORTED_IS_NEWS), round.times.reported.at) };
}
