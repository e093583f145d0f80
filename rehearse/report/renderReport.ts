import { fiscalYearLabel } from '../../src/domain/fiscalYear.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Result } from '../oracle.ts';
import type { Event, Timeline } from '../timeline.ts';
import { boardTable } from './boards.ts';
import { cardFigures, oneOfEachKind, summariesSeen } from './cards.ts';
import { drawingScripts } from './drawInPage.ts';
import { countTable, figureTable, promiseTable } from './figures.ts';
import { html, page, type Html } from './html.ts';
import { markOf, SIGNS, SLIGHT, WEIGHTY } from './marks.ts';
import { actTable, meetingTable } from './meetings.ts';
import { meetingWords } from './meetingWords.ts';
import { panelsOf, type Panel } from './panels.ts';
import { labelOf, stepWords } from './planWords.ts';
import { REPORT_STYLE } from './reportStyle.ts';
import { reportWords, type ReportWords } from './reportWords.ts';
import { POSTS, timelineSvg } from './timelineSvg.ts';
import { kept, PROMISES } from './verdict.ts';

/** 予行の報告: one page to open and look at, with all that it needs in it. `office` says what was planned; all that happened is the timeline's. */
export async function renderReport(timeline: Timeline, result: Result, office: Office): Promise<string> {
  const { language } = office;
  const [words, meetings] = [reportWords(language), meetingWords(language)];
  const title = words.title(timeline.office.name, fiscalYearLabel(timeline.fiscalYear, language));
  const body = html`<header>
<h1>${title}</h1>
<p class="subtle">${words.about(timeline.office.units.length, timeline.rounds.length, timeline.seed, timeline.events.length)}</p>
${heading(words, result)}
</header>
<main>
${promiseTable(office, words, result)}
<h2 class="sheet">${words.timeline}</h2>
<p class="subtle screen">${words.scroll}</p>
${legend(office, words)}
${panelsOf(timeline, office, words.office).map((panel) => panelBlock(office, words, panel))}
<h2 class="sheet">${words.boards}</h2>
<p class="subtle">${words.boardCaption}</p>
${boardTable(timeline, office, words)}
<h2 class="sheet">${meetings.title}</h2>
${meetingTable(timeline, office, words, result)}
<h2 class="sheet">${words.figures}</h2>
<div class="pair">
<div>${figureTable(words, result)}</div>
<div><h3>${words.sent}</h3>
${countTable(timeline, words)}</div>
<div><h3>${meetings.done}</h3>
${actTable(office, result)}</div>
</div>
<h2 class="sheet">${words.summaries}</h2>
${cardFigures(office, words, summariesSeen(timeline))}
<h2 class="sheet">${words.cards}</h2>
${cardFigures(office, words, oneOfEachKind(timeline))}
</main>
${await drawingScripts()}`;
  return page({ language, title, style: REPORT_STYLE, body });
}

function heading(words: ReportWords, result: Result): Html {
  const count = kept(result).length;
  return html`<p class="${count === PROMISES.length ? 'verdict' : 'verdict broken'}">${words.verdict(count, PROMISES.length)}</p>`;
}

const legend = (office: Office, words: ReportWords): Html => html`${signList(words.legend, WEIGHTY.map((mark) => [SIGNS[mark], words.marks[mark]]))}
<p class="subtle">${words.slight}</p>
${signList(words.slight, SLIGHT.map((mark) => [SIGNS[mark], words.marks[mark]]))}
<p class="subtle"><span class="swatch"></span> ${words.down}</p>
<p class="subtle">${words.columns}</p>
${signList(words.columns, POSTS.map((step) => [stepWords(office.language, step).sign, labelOf(office, step)]))}`;

const signList = (label: string, signs: readonly (readonly [sign: string, meaning: string])[]): Html => html`<ul class="legend" aria-label="${label}">
${signs.map(([sign, meaning]) => html`<li><b>${sign}</b> ${meaning}</li>
`)}</ul>`;

const panelBlock = (office: Office, words: ReportWords, panel: Panel): Html => html`<section class="panel"><h3>${panel.round.name}</h3>
<div class="scroll">${timelineSvg(office, words, panel)}</div>
${panel.outside.length === 0 ? undefined : html`<p class="subtle">${words.outside(counted(words, panel.outside))}</p>`}
</section>
`;

const counted = (words: ReportWords, events: readonly Event[]): string =>
  [...Map.groupBy(events, (event) => markOf(event, undefined))].map(([mark, same]) => `${words.marks[mark]} ${same.length}`).join('、');
