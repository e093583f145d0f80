import type { Instant } from '../../src/domain/instant.ts';
import type { Event } from '../timeline.ts';

/** What the timeline tells apart, the weightiest first: where a day has no room for all, the first are drawn. */
export const WEIGHTY = [
  'ask', 'answered', 'answered-late', 'draft', 'refused', 'remind', 'late', 'late-head', 'again', 'moved', 'summary', 'summary-missed', 'check', 'preview', 'reported', 'announcement',
  'confirm', 'confirm-here', 'sent-back', 'sent-back-to', 'ask-preview', 'readiness', 'notice', 'handover', 'next-year', 'directed', 'not-kept', 'outage', 'restart', 'installed', 'said',
] as const;
/** Steps on the way to the above; drawn only on days that have nothing weightier. */
export const SLIGHT = ['form', 'accepted', 'board', 'other', 'pressed', 'replaced', 'edit'] as const;
export const MARKS = [...WEIGHTY, ...SLIGHT];
export type Mark = (typeof MARKS)[number];

/** One character each, and no two alike: the timeline is read without colour. */
export const SIGNS: Readonly<Record<Mark, string>> = {
  ask: '○', remind: '・', late: '▲', 'late-head': '△', again: '◎', moved: '→', answered: '■', 'answered-late': '◧', draft: '□', refused: '⊗', summary: '★', 'summary-missed': '✕', check: '✓',
  preview: '☆', reported: '◆', announcement: '◇', readiness: '▽', notice: '！', handover: '▷', 'next-year': '▻', directed: '※', confirm: '◐', 'confirm-here': '◑', 'sent-back': '◁', 'sent-back-to': '◀', 'ask-preview': '☷', 'not-kept': '⊘', outage: '↓', restart: '↑', installed: '▼', said: '？', form: '▤', accepted: '●', board: '▦',
  other: '＊', pressed: '＋', replaced: '＝', edit: '～',
};

/** @param due the due moment of the round that it belongs to, if to any. */
export function markOf(event: Event, due: Instant | undefined): Mark {
  if (event.kind === 'post') return ofPost(event);
  return event.kind === 'answer' ? ofAnswer(event, due) : event.kind;
}

/** A card that somebody called for is no message, whatever it looks like. */
function ofPost({ message = 'other', ok, unasked }: Event): Mark {
  if (ok === false) return 'not-kept';
  return unasked === false && !SLIGHT.some((mark) => mark === message) ? 'other' : message;
}

function ofAnswer({ at, ok, text }: Event, due: Instant | undefined): Mark {
  if (ok === false) return text === 'draft' ? 'draft' : 'refused';
  return due !== undefined && due <= at ? 'answered-late' : 'answered';
}

/** What a day has room for. */
const SIGNS_A_DAY = 2;

/** The day's signs: each once, the weightiest first, and `…` in place of those for which there is no room. */
export function signsOf(events: readonly Event[], due: Instant | undefined): string {
  const seen = new Set(events.map((event) => markOf(event, due)));
  const weighty = WEIGHTY.filter((mark) => seen.has(mark)).map((mark) => SIGNS[mark]);
  if (weighty.length === 0) return SLIGHT.filter((mark) => seen.has(mark)).map((mark) => SIGNS[mark]).slice(0, 1).join('');
  return weighty.length > SIGNS_A_DAY ? `${weighty.slice(0, SIGNS_A_DAY - 1).join('')}…` : weighty.join('');
}
