import { dayOf } from '../../domain/calendar.ts';
import { fiscalYearLabel } from '../../domain/fiscalYear.ts';
import type { MarkId } from '../../domain/ids.ts';
import type { Instant, LocalDate } from '../../domain/instant.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Mark } from '../../domain/scale.ts';
import { dayWords, fullDayWords, hourWords, momentWords } from '../wording/dates.ts';
import type { Words } from '../wording/words.ts';

/** How an office says its days, its people and its rounds. */
export type Saying = {
  /** 「10月20日（火）17:00」 */
  readonly moment: (at: Instant) => string;
  /** 「17:00」 */
  readonly hour: (at: Instant) => string;
  /** 「10月20日（火）」 */
  readonly day: (day: LocalDate) => string;
  readonly dayAt: (at: Instant) => string;
  /** 「令和8年10月28日（水）」 */
  readonly fullDay: (day: LocalDate) => string;
  /** 「令和8年度」 */
  readonly year: (round: Pick<RoundPlan, 'fiscalYear'>) => string;
  /** 「中間報告」, with 【試行】 in front of a trial. */
  readonly round: (round: Pick<RoundPlan, 'name' | 'trial'>) => string;
  /** 「順調 ○」 */
  readonly mark: (mark: Pick<Mark, 'label' | 'symbol'>) => string;
  /** The same by id, out of both scales; a mark that is no longer in them by its id. */
  readonly markId: (id: MarkId) => string;
  /** 問合せ先. */
  readonly contact: string;
  /** 依頼元・問合せ先. */
  readonly asker: string;
  /** The name of the secretariat's section. */
  readonly secretariat: string;
};

export function sayingOf(words: Words, office: Office): Saying {
  const { lang, everywhere } = words;
  const { zone, scale, secretariat } = office;
  const mark: Saying['mark'] = ({ label, symbol }) => everywhere.mark(label, symbol);
  return {
    mark,
    markId: (id) => {
      const known = [...scale.progress, ...scale.grade].find((each) => each.id === id);
      return known === undefined ? words.meeting.unknownMark(id) : mark(known);
    },
    moment: (at) => momentWords(lang, zone, at),
    hour: (at) => hourWords(zone, at),
    day: (day) => dayWords(lang, day),
    dayAt: (at) => dayWords(lang, dayOf(zone, at)),
    fullDay: (day) => fullDayWords(lang, day),
    year: ({ fiscalYear }) => fiscalYearLabel(fiscalYear, lang),
    round: ({ name, trial }) => everywhere.roundName(name, trial),
    contact: everywhere.contact(secretariat.contact, secretariat.extension),
    asker: everywhere.asker(secretariat.contact, secretariat.extension),
    secretariat: sectionOf(office, secretariat.section)?.name ?? secretariat.contact,
  };
}
