import type { Wire } from '../timeline.ts';
import { isObject, within } from './said.ts';

/** What a client makes of the HTTP answer to an invoke. */
export type Understood = {
  readonly card?: Wire;
  readonly toast?: string;
  /** A dialog stands open, with this card in it. */
  readonly dialog?: Wire;
  /** The client shows "something went wrong". */
  readonly fault?: string;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** To an Action.Execute: the whole envelope on HTTP 200, or the client knows nothing to show. */
export function executeAnswer(status: number, text: string): Understood {
  if (status !== 200) return { fault: `an Action.Execute got HTTP ${status}` };
  const answer = json(text);
  if (!isObject(answer)) return { fault: 'an Action.Execute got no envelope' };
  const { statusCode, type, value } = answer;
  if (statusCode !== 200) return { fault: `an Action.Execute got ${String(statusCode)}` };
  if (type === 'application/vnd.microsoft.card.adaptive' && isObject(value)) return { card: value };
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { toast: value };
  return { fault: 'an Action.Execute got an envelope of no known kind' };
}

/** To `task/fetch` and `task/submit`: nothing closes the dialog, a message closes it with words, `continue` shows the next card. */
export function taskAnswer(status: number, text: string): Understood {
  if (status !== 200) return { fault: `a dialog got HTTP ${status}` };
  if (text.trim() === '') return {};
  const answer = json(text);
  const value = within(answer, 'task', 'value');
  switch (within(answer, 'task', 'type')) {
    case 'continue': {
      const card = within(value, 'card', 'content');
      return isObject(card) ? { dialog: card } : { fault: 'a dialog got no card' };
    }
    case 'message': return typeof value === 'string' ? { toast: value } : { fault: 'a dialog got a message without words' };
    case undefined: return {};
    default: return { fault: 'a dialog got an answer of no known kind' };
  }
}
