import { momentWords } from '../../src/cards/wording/dates.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Result } from '../oracle.ts';
import type { Timeline } from '../timeline.ts';
import { html, type Html } from './html.ts';
import { MARKS, markOf, SIGNS, type Mark } from './marks.ts';
import type { ReportWords } from './reportWords.ts';
import { breachesOf, FIGURES, PROMISES } from './verdict.ts';

const MOST_BREACHES = 100;

/** 守られた約束、守られなかった約束: one line each, and below them what was seen. */
export const promiseTable = (office: Office, words: ReportWords, result: Result): Html => html`<div class="scroll"><table class="grid">
<thead><tr><th scope="col">${words.promise}</th><th scope="col">${words.outcome}</th></tr></thead>
<tbody>
${PROMISES.map((promise) => {
  const broken = breachesOf(result, promise).length;
  return html`<tr><th scope="row">${words.promises[promise]}</th><td>${broken === 0 ? words.kept : html`<b>${words.broken(broken)}</b>`}</td></tr>
`;
})}</tbody></table></div>
${result.breaches.length === 0 ? undefined : breachList(office, words, result)}`;

const breachList = ({ language, zone }: Office, words: ReportWords, { breaches }: Result): Html => html`<h3>${words.seen(breaches.length)}</h3>
<ul>${breaches.slice(0, MOST_BREACHES).map(({ at, promise, sentence }) => html`<li>${momentWords(language, zone, at)}　<b>${promise}</b>　${sentence}</li>
`)}</ul>
${breaches.length > MOST_BREACHES ? html`<p>${words.more(breaches.length - MOST_BREACHES)}</p>` : undefined}`;

export const figureTable = (words: ReportWords, result: Result): Html => html`<div class="scroll"><table class="grid">
<tbody>${FIGURES.map((figure) => html`<tr><th scope="row">${words.figure[figure]} <code class="subtle">${figure}</code></th><td class="number">${result[figure]}</td></tr>
`)}</tbody></table></div>`;

/** How many of each mark, by round; what never happened has no line. An answer is an answer here: whether in time is told by the board. */
export function countTable({ rounds, events }: Timeline, words: ReportWords): Html {
  const columns = [...rounds, undefined];
  const counts = (mark: Mark) => columns.map((round) => events.filter((event) => event.round === round?.id && markOf(event, undefined) === mark).length);
  const rows = MARKS.map((mark) => ({ mark, counts: counts(mark) })).filter((row) => row.counts.some((count) => count > 0));
  return html`<div class="scroll"><table class="grid">
<thead><tr><th scope="col">${words.kind}</th>${columns.map((round) => html`<th scope="col">${round?.name ?? words.elsewhere}</th>`)}<th scope="col">${words.total}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${SIGNS[row.mark]} ${words.marks[row.mark]}</th>${[...row.counts, row.counts.reduce((a, b) => a + b, 0)].map((count) => html`<td class="number">${count}</td>`)}</tr>
`)}</tbody></table></div>`;
}
