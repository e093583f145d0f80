import { momentWords } from '../../src/cards/wording/dates.ts';
import type { Office } from '../../src/domain/office.ts';
import { wordsOn } from '../cardReading.ts';
import { SEEN_KINDS, type Event, type Timeline, type Wire } from '../timeline.ts';
import { html, jsonForScript, type Html } from './html.ts';
import { bracketed } from './planWords.ts';
import type { ReportWords } from './reportWords.ts';

/** A card as it was first seen. */
type Seen = { readonly event: Event; readonly card: Wire };

const seenCards = ({ events }: Timeline): readonly Seen[] => events.flatMap((event) => (event.card === undefined ? [] : [{ event, card: event.card }]));

/** 取りまとめ: each that was posted, and each that one became. */
export function summariesSeen(timeline: Timeline): readonly Seen[] {
  const all = seenCards(timeline).filter(({ event: { kind, message } }) => message === 'summary' && (kind === 'post' || kind === 'edit'));
  return [...Map.groupBy(all, ({ card }) => JSON.stringify(card)).values()].flatMap((same) => same.slice(0, 1));
}

/** The first of each other kind, in the order of the kinds. */
export function oneOfEachKind(timeline: Timeline): readonly Seen[] {
  const seen = seenCards(timeline);
  return SEEN_KINDS.filter((kind) => kind !== 'summary').flatMap((kind) => seen.filter(({ event }) => (event.message ?? 'other') === kind).slice(0, 1));
}

export const cardFigures = (office: Office, words: ReportWords, cards: readonly Seen[]): Html =>
  cards.length === 0 ? html`<p>${words.noCards}</p>` : html`<div class="cards">
${cards.map((seen) => figure(office, words, seen))}</div>`;

/** Until it is drawn, or where scripts do not run, its words. */
const figure = ({ language, zone }: Office, words: ReportWords, { event, card }: Seen): Html => html`<figure>
<figcaption><b>${words.marks[event.message ?? 'other']}</b>${event.kind === 'edit' ? bracketed(language, words.edited) : ''}　${event.where ?? ''}<br><span class="subtle">${momentWords(language, zone, event.at)}</span></figcaption>
<div class="card">${wordsOn(card).map((text) => html`<p>${text}</p>`)}<script type="application/json">${jsonForScript(card)}</script></div>
</figure>
`;
