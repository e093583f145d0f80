import { hourWords } from '../../src/cards/wording/dates.ts';
import { isOpenDay } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Event } from '../timeline.ts';
import { cutTo } from './columns.ts';
import { html, type Html } from './html.ts';
import { markOf, signsOf } from './marks.ts';
import type { Panel, Row } from './panels.ts';
import { labelOf, planWords, stepWords } from './planWords.ts';
import type { ReportWords } from './reportWords.ts';
import { weekdayOf, type Step } from './yearPlan.ts';

const NAMES = 170;
const NAME_COLUMNS = 24;
const DAYS = 960;
const LEAST_DAY = 26;
const ROW = 24;
const HEAD = 60;
const TITLE_LINES = 30;
/** Steps that stand above the days. */
export const POSTS: readonly Step[] = ['ask', 'due', 'freeze', 'summary', 'meeting'];

/** 年間の経過 of one round: a row for each unit, a column for each day. */
export function timelineSvg(office: Office, words: ReportWords, panel: Panel): Html {
  const wide = Math.max(LEAST_DAY, Math.round(DAYS / panel.days.length));
  const [width, height] = [NAMES + wide * panel.days.length, HEAD + ROW * panel.rows.length];
  return html`<svg class="timeline" viewBox="0 0 ${width} ${height + 1}" width="${width}" height="${height + 1}" role="img" aria-label="${panel.round.name}">
<defs><pattern id="${downOf(panel)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
${panel.days.map((day, at) => column(office, words, panel, day, { x: NAMES + wide * at, wide, height }))}
${panel.rows.map((row, at) => rowLine(row, HEAD + ROW * at, width))}
${panel.rows.map((row, at) => rowSigns(office, words, panel, { row, y: HEAD + ROW * at, wide }))}
</svg>`;
}

function column(office: Office, words: ReportWords, panel: Panel, day: LocalDate, { x, wide, height }: { readonly x: number; readonly wide: number; readonly height: number }): Html {
  const { days, milestones, down } = panel;
  const { language } = office;
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const middle = x + wide / 2;
  const posts = milestones.filter(({ on, step }) => on === day && POSTS.includes(step));
  const due = posts.some(({ step }) => step === 'due');
  return html`${isOpenDay(office.calendar, day) ? undefined : html`<rect class="closed" x="${x}" y="18" width="${wide}" height="${height - 18}"/>`}
${down.has(day) ? html`<rect class="down" fill="url(#${downOf(panel)})" x="${x}" y="${HEAD}" width="${wide}" height="${height - HEAD}"><title>${words.down}</title></rect>` : undefined}
${date === 1 || day === days[0] ? html`<text class="month" x="${x + 2}" y="12">${planWords(language).month(month)}</text>` : undefined}
${posts.slice(0, 1).map(({ step }) => html`<text class="post" x="${middle}" y="${day === days[0] || date === 1 ? 26 : 14}">${stepWords(language, step).sign}<title>${labelOf(office, step)}</title></text>`)}
<text class="date" x="${middle}" y="40">${date}</text><text class="weekday" x="${middle}" y="54">${planWords(language).weekdays[weekdayOf(day)]}</text>
${due ? html`<line class="due" x1="${x + wide}" x2="${x + wide}" y1="18" y2="${height}"/>` : undefined}
`;
}

/** A page has several timelines, each with its own hatching. */
const downOf = ({ round }: Panel): string => `down-${round.id}`;

const rowLine = ({ name }: Row, y: number, width: number): Html =>
  html`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}"/><text class="name" x="0" y="${y + 17}">${cutTo(NAME_COLUMNS, name)}<title>${name}</title></text>
`;

function rowSigns(office: Office, words: ReportWords, { days, due }: Panel, { row, y, wide }: { readonly row: Row; readonly y: number; readonly wide: number }): Html {
  const cells = days.flatMap((day, at) => {
    const events = row.events.get(day);
    if (events === undefined) return [];
    return [html`<text class="signs" x="${NAMES + wide * (at + 0.5)}" y="${y + 17}">${signsOf(events, due)}<title>${told(office, words, events, due)}</title></text>
`];
  });
  return html`${cells}`;
}

/** Each event of the day, with its hour. */
function told({ zone }: Office, words: ReportWords, events: readonly Event[], due: Panel['due']): string {
  const lines = events.map((event) => [hourWords(zone, event.at), words.marks[markOf(event, due)], event.who, event.kind === 'answer' ? undefined : event.text].filter((part) => part !== undefined && part !== '').join(' '));
  return lines.length > TITLE_LINES ? [...lines.slice(0, TITLE_LINES), `… ${lines.length}`].join('\n') : lines.join('\n');
}
