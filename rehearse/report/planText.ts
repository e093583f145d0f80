import { fiscalYearLabel } from '../../src/domain/fiscalYear.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import { dayWords } from '../../src/cards/wording/dates.ts';
import { columnsOf } from './columns.ts';
import { bracketed, ifMissing, labelOf, planWords, remarkInWords, roundTitle, stepWords, warningInWords, whenOf } from './planWords.ts';
import { isHoliday, onDay, STEPS, weekdayOf, weeksOf, type YearPlan } from './yearPlan.ts';

const MONTHS_ABREAST = 3;
/** Seven cells of two columns, and the blanks between. */
const MONTH_WIDTH = 20;
const WEEKS = 6;
const LEGEND_ABREAST = 4;

/** 年間予定, for a terminal: every cell is two columns wide, be it a number or a sign. */
export function planText(plan: YearPlan): string {
  const { office, fiscalYear, rounds } = plan;
  const words = planWords(office.language);
  const head = [words.title(office.name, fiscalYearLabel(fiscalYear, office.language)), words.counts(office, rounds.length), ''];
  if (rounds.length === 0) return [...head, words.noRounds, ''].join('\n');
  return [...head, ...calendar(plan), ...legend(plan), '', ...rounds.flatMap((round) => roundLines(plan, round)), ...warningLines(plan), ''].join('\n');
}

function calendar(plan: YearPlan): readonly string[] {
  const blocks = plan.months.map((first) => monthLines(plan, first));
  const rows = Array.from({ length: blocks.length / MONTHS_ABREAST }, (_, row) => blocks.slice(row * MONTHS_ABREAST, (row + 1) * MONTHS_ABREAST));
  return rows.flatMap((abreast) => [...Array.from({ length: WEEKS + 2 }, (_, line) => abreast.map((block) => block[line] ?? ' '.repeat(MONTH_WIDTH)).join('    ').trimEnd()), '']);
}

function monthLines(plan: YearPlan, first: LocalDate): readonly string[] {
  const { month, weekdays } = planWords(plan.office.language);
  const name = month(Number(first.slice(5, 7)));
  return [
    name + ' '.repeat(MONTH_WIDTH - columnsOf(name)),
    weekdays.join(' '),
    ...weeksOf(first).map((week) => week.map((day) => (day === undefined ? '  ' : cell(plan, day))).join(' ')),
  ];
}

/** The weightiest sign of the day, or that it is closed, or its number. */
function cell(plan: YearPlan, day: LocalDate): string {
  const { office } = plan;
  const [first] = onDay(plan, day);
  if (first !== undefined) return stepWords(office.language, first.step).sign;
  if (isHoliday(office, day)) return planWords(office.language).closed;
  return weekdayOf(day) % 6 === 0 ? ' .' : String(Number(day.slice('YYYY-MM-'.length))).padStart(2);
}

function legend({ office }: YearPlan): readonly string[] {
  const { closed, closedLegend } = planWords(office.language);
  const signs = [...STEPS.map((step) => `${stepWords(office.language, step).sign} ${labelOf(office, step)}`), `${closed} ${closedLegend}`];
  return Array.from({ length: Math.ceil(signs.length / LEGEND_ABREAST) }, (_, line) => signs.slice(line * LEGEND_ABREAST, (line + 1) * LEGEND_ABREAST).join('  '));
}

function roundLines({ office }: YearPlan, { round, milestones }: YearPlan['rounds'][number]): readonly string[] {
  const { asOf, ifMissing: only } = planWords(office.language);
  const labels = milestones.map(({ step }) => labelOf(office, step) + (ifMissing(step) ? bracketed(office.language, only) : ''));
  const width = Math.max(...labels.map(columnsOf));
  return [
    roundTitle(office, round) + bracketed(office.language, asOf(dayWords(office.language, round.asOf), round.forecast)),
    ...milestones.map((milestone, at) => `  ${(labels[at] ?? '') + ' '.repeat(width - columnsOf(labels[at] ?? ''))}  ${whenOf(office, milestone)}`),
    '',
  ];
}

function warningLines({ office, rounds, warnings, remarks }: YearPlan): readonly string[] {
  const words = planWords(office.language);
  const gap = office.language === 'ja' ? '\u3000' : ': ';
  const nameOf = (id: string): string => rounds.map(({ round }) => round).filter((round) => round.id === id).map((round) => roundTitle(office, round)).join('');
  return [
    ...(warnings.length === 0 ? [words.none] : warnings.map((warning) => [words.warning, nameOf(warning.round), warningInWords(office, warning)].join(gap))),
    ...remarks.map((remark) => [words.remark, nameOf(remark.round), remarkInWords(office, remark)].join(gap)),
  ];
}
