import { plainDayWords } from '../../src/cards/wording/dates.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Meeting, MeetingState } from '../oracle/accounted.ts';
import type { Result } from '../oracle.ts';
import type { Timeline } from '../timeline.ts';
import { TRANSITIONS } from '../witness.ts';
import { html, type Html } from './html.ts';
import { meetingWords } from './meetingWords.ts';
import type { ReportWords } from './reportWords.ts';
import { breachesOf } from './verdict.ts';

/** 提出 as the meeting counts it. */
const IN: readonly MeetingState[] = ['accepted', 'confirmed', 'unchecked', 'waits'];

/** 会議での各所属の状態: a row for each unit, a column for each meeting; and how many were in. */
export function meetingTable({ office: { units }, rounds }: Timeline, office: Office, words: ReportWords, result: Result): Html {
  const text = meetingWords(office.language);
  const columns = rounds.flatMap(({ id, name, meetingOn }) => result.meetings.filter(({ round }) => round === id).map((meeting) => ({ name, meetingOn, meeting })));
  const said = (state: MeetingState | undefined): Html => (state === undefined ? html`` : IN.includes(state) ? html`${inWords(office, state)}` : html`<b>${inWords(office, state)}</b>`);
  return html`<p class="subtle">${breachesOf(result, 'summary').length === 0 ? text.caption : text.captionBroken}</p>
<div class="scroll"><table class="grid">
<thead><tr><th scope="col">${words.unit}</th>${columns.map(({ name, meetingOn }) => html`<th scope="col">${name}<br><span class="subtle">${plainDayWords(office.language, meetingOn as LocalDate)}</span></th>`)}</tr></thead>
<tbody>
${units.map(({ id, name }) => html`<tr><th scope="row">${name}</th>${columns.map(({ meeting }) => html`<td>${said(meeting.states[id])}</td>`)}</tr>
`)}</tbody>
<tfoot><tr><th scope="row">${words.total}</th>${columns.map(({ meeting }) => html`<td><b>${words.of(...countsIn(meeting))}</b></td>`)}</tr></tfoot>
</table></div>`;
}

/** Where the office does without its heads, nothing is said of them. */
function inWords({ language, headConfirmation }: Office, state: MeetingState): string {
  const text = meetingWords(language);
  return headConfirmation === 'off' && state === 'unchecked' ? text.submitted : text.states[state];
}

/** Of those that were asked. */
function countsIn({ states }: Meeting): readonly [submitted: number, of: number] {
  const asked = Object.values(states).filter((state) => state !== 'exempt');
  return [asked.filter((state) => IN.includes(state)).length, asked.length];
}

/** 行われた操作: what was acknowledged, and how often. */
export function actTable({ language }: Office, { transitions }: Result): Html {
  const text = meetingWords(language);
  return html`<div class="scroll"><table class="grid">
<thead><tr><th scope="col">${text.act}</th><th scope="col">${text.times}</th></tr></thead>
<tbody>${TRANSITIONS.map((each) => html`<tr><th scope="row">${text.acts[each]} <code class="subtle">${each}</code></th><td class="number">${transitions[each]}</td></tr>
`)}</tbody></table></div>`;
}
