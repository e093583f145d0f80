import { fiscalYearLabel } from '../../src/domain/fiscalYear.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import { dayWords } from '../../src/cards/wording/dates.ts';
import { html, page, type Html } from './html.ts';
import { PLAN_STYLE } from './planStyle.ts';
import { bracketed, ifMissing, labelOf, planWords, remarkInWords, roundTitle, stepWords, warningInWords, whenOf } from './planWords.ts';
import { isHoliday, onDay, STEPS, weekdayOf, weeksOf, type Milestone, type Step, type YearPlan } from './yearPlan.ts';

/** These two are what the year is about; they stand out without colour. */
const STRONG: readonly Step[] = ['due', 'meeting'];

/** 年間予定, to be looked at and printed: the twelve months on one sheet, the rounds in words on the next. */
export function planHtml(plan: YearPlan): string {
  const { office, fiscalYear, rounds, warnings, remarks } = plan;
  const { language } = office;
  const words = planWords(language);
  const title = words.title(office.name, fiscalYearLabel(fiscalYear, language));
  const body = html`<header>
<h1>${title}</h1>
<p>${office.policy}</p>
<p class="subtle">${words.counts(office, rounds.length)}　<a class="screen" href="#warnings">${words.jump(warnings.length, remarks.length)}</a></p>
</header>
${rounds.length === 0 ? html`<p>${words.noRounds}</p>` : whole(plan)}`;
  return page({ language, title, style: PLAN_STYLE, body });
}

function whole(plan: YearPlan): Html {
  const { office, rounds } = plan;
  const words = planWords(office.language);
  return html`<main>
<h2>${words.calendar}</h2>
<div class="months">
${plan.months.map((first) => month(plan, first))}
</div>
${legend(plan)}
<h2 class="sheet">${words.rounds}</h2>
<div class="rounds">
${rounds.map((round) => roundBlock(plan, round))}
</div>
<h2 id="warnings">${words.warnings}</h2>
${warningList(plan)}
</main>`;
}

function month(plan: YearPlan, first: LocalDate): Html {
  const words = planWords(plan.office.language);
  return html`<table class="month"><caption>${words.month(Number(first.slice(5, 7)))}</caption>
<thead><tr>${words.weekdays.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${weeksOf(first).map((week) => html`<tr>${week.map((day) => (day === undefined ? html`<td class="none"></td>` : cell(plan, day)))}</tr>
`)}</tbody></table>
`;
}

function cell(plan: YearPlan, day: LocalDate): Html {
  const { office } = plan;
  const events = onDay(plan, day);
  const holiday = isHoliday(office, day);
  const classes = [...(holiday || weekdayOf(day) % 6 === 0 ? ['closed'] : []), ...(events.length > 0 ? ['event'] : [])].join(' ');
  const off = holiday ? html`<span class="off">${planWords(office.language).closed}</span>` : undefined;
  return html`<td class="${classes}"><span class="date">${Number(day.slice('YYYY-MM-'.length))}</span>${off}${events.length > 0 ? html`<br>` : undefined}${events.map((event) => sign(plan, event))}</td>`;
}

const sign = ({ office }: YearPlan, { round, step }: Milestone): Html =>
  html`<abbr class="${signClass(step)}" title="${roundTitle(office, round)}　${labelOf(office, step)}">${stepWords(office.language, step).sign}</abbr>`;

const signClass = (step: Step): string => (STRONG.includes(step) ? 'sign strong' : 'sign');

function legend({ office }: YearPlan): Html {
  const { closed, closedLegend, legend: title } = planWords(office.language);
  return html`<ul class="legend" aria-label="${title}">
${STEPS.map((step) => html`<li><span class="${signClass(step)}">${stepWords(office.language, step).sign}</span> ${labelOf(office, step)}</li>
`)}<li><b>${closed}</b> ${closedLegend}</li>
</ul>`;
}

function roundBlock({ office }: YearPlan, { round, milestones }: YearPlan['rounds'][number]): Html {
  const { language } = office;
  const words = planWords(language);
  const line = (milestone: Milestone): Html => html`<li><span><span class="${signClass(milestone.step)}">${stepWords(language, milestone.step).sign}</span></span>
<span><span class="what">${labelOf(office, milestone.step)}${ifMissing(milestone.step) ? bracketed(language, words.ifMissing) : ''}</span><span class="when">${whenOf(office, milestone)}</span></span></li>
`;
  return html`<section class="round"><h3>${roundTitle(office, round)}</h3>
<p class="subtle">${words.asOf(dayWords(language, round.asOf), round.forecast)}</p>
<ol>
${milestones.map(line)}</ol></section>
`;
}

function warningList({ office, rounds, warnings, remarks }: YearPlan): Html {
  const words = planWords(office.language);
  const nameOf = (id: string): string => rounds.map(({ round }) => round).filter((round) => round.id === id).map((round) => roundTitle(office, round)).join('');
  const line = (tag: string, round: string, sentence: string): Html => html`<li><span class="tag">${tag}</span><span>${nameOf(round)}　${sentence}</span></li>
`;
  return html`${warnings.length === 0 ? html`<p>${words.none}</p>` : undefined}
<ul class="plain warnings">
${warnings.map((warning) => line(`！ ${words.warning}`, warning.round, warningInWords(office, warning)))}${remarks.map((remark) => line(`・ ${words.remark}`, remark.round, remarkInWords(office, remark)))}</ul>`;
}
