import { unreachable } from '../../domain/result.ts';
import type { Answer, Content } from '../../ports.ts';
import { mentioning } from './envelope.ts';
import type { Failed, Reply } from './reply.ts';

/** One size for all cards of a dialog: a window that changes with every press is hard to read. */
const SIZE = { width: 'medium', height: 'large' } as const;

/**
 * To `task/fetch` and `task/submit`, on HTTP 200 whatever happened: the next card in the dialog, or words that end it. Nothing is posted,
 * and no card of the conversation is changed.
 */
export function answeredInDialog(answer: Answer | Failed): Reply {
  switch (answer.kind) {
    case 'failed': return closing('ServiceError');
    case 'post':
    case 'view':
    case 'replace': return showing(answer.content);
    case 'words': return closing(answer.text);
    case 'nothing': return answer.aside === undefined ? { status: 200 } : closing(answer.aside);
    default: return unreachable(answer);
  }
}

const closing = (value: string): Reply => ({ status: 200, body: { task: { type: 'message', value } } });

const showing = ({ card, summary, mentions = [] }: Content): Reply => ({
  status: 200,
  body: { task: { type: 'continue', value: { title: summary, ...SIZE, card: { contentType: 'application/vnd.microsoft.card.adaptive', content: mentioning(card, mentions) } } } },
});
