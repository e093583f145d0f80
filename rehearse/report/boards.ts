import { momentWords } from '../../src/cards/wording/dates.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Event, Timeline, TimelineRound } from '../timeline.ts';
import { html, type Html } from './html.ts';
import { SIGNS } from './marks.ts';
import { plannedDue } from './panels.ts';
import type { ReportWords } from './reportWords.ts';

/** 一覧 of one unit at the due moment of a round, as the world saw it. */
export type Standing =
  | { readonly kind: 'submitted'; readonly at: Instant }
  | { readonly kind: 'missing'; readonly later?: Instant }
  | { readonly kind: 'not-asked' };

/** The last acknowledged answer before `due` counts; after it the first. */
export function standingAt(events: readonly Event[], due: Instant): Standing {
  const answers = events.filter(({ kind, ok }) => kind === 'answer' && ok !== false).map(({ at }) => at).toSorted();
  const inTime = answers.filter((at) => at < due).at(-1);
  if (inTime !== undefined) return { kind: 'submitted', at: inTime };
  const later = answers[0];
  if (later !== undefined) return { kind: 'missing', later };
  const asked = events.some(({ kind, message, ok }) => kind === 'post' && message === 'ask' && ok !== false);
  return asked ? { kind: 'missing' } : { kind: 'not-asked' };
}

/** A row for each unit, a column for each round. */
export function boardTable(timeline: Timeline, office: Office, words: ReportWords): Html {
  const rounds = timeline.rounds.flatMap((round) => {
    const due = plannedDue(office, round);
    return due === undefined ? [] : [{ round, due }];
  });
  const standings = timeline.office.units.map(({ id, name }) => ({ name, standings: rounds.map(({ round, due }) => standingAt(about(timeline, round, id), due)) }));
  const submitted = rounds.map((_, at) => standings.filter((unit) => unit.standings[at]?.kind === 'submitted').length);
  return html`<div class="scroll"><table class="grid">
<thead><tr><th scope="col">${words.unit}</th>${rounds.map(({ round, due }) => html`<th scope="col">${round.name}<br><span class="subtle">${momentWords(office.language, office.zone, due)}</span></th>`)}</tr></thead>
<tbody>
${standings.map((unit) => html`<tr><th scope="row">${unit.name}</th>${unit.standings.map((standing) => html`<td>${inWords(office, words, standing)}</td>`)}</tr>
`)}</tbody>
<tfoot><tr><th scope="row">${words.total}</th>${submitted.map((count) => html`<td><b>${words.of(count, standings.length)}</b></td>`)}</tr></tfoot>
</table></div>`;
}

const about = ({ events }: Timeline, round: TimelineRound, section: string): readonly Event[] => events.filter((event) => event.round === round.id && event.section === section);

function inWords({ language, zone }: Office, words: ReportWords, standing: Standing): Html {
  switch (standing.kind) {
    case 'submitted': return html`${SIGNS.answered} ${words.onTime}　${momentWords(language, zone, standing.at)}`;
    case 'missing': return html`<b>！ ${words.missing}</b>${standing.later === undefined ? undefined : html`<br><span class="subtle">${words.later(momentWords(language, zone, standing.later))}</span>`}`;
    case 'not-asked': return html`<b>－ ${words.notAsked}</b>`;
  }
}
