import { withinDialog } from '../cards/dialog.ts';
import { parsePayload } from '../cards/payload.ts';
import { presentKept } from '../cards/present/kept.ts';
import type { Press } from '../cards/buttons.ts';
import { writtenIn } from '../cards/written.ts';
import { wordsFor } from '../cards/wording/words.ts';
import type { Office } from '../domain/office.ts';
import type { Answer, Inbound } from '../ports.ts';
import { broken, type DeskNeeds } from './desk.ts';

type Pressed = Extract<Inbound, { readonly kind: 'pressed' }>;

export const isInDialog = (inbound: Inbound): inbound is Pressed => inbound.kind === 'pressed' && inbound.by === 'dialog';

/** 画面での答え: every card with buttons that a dialog takes; and never nothing, for whoever pressed looks at an empty window. */
export function shownInDialog(answer: Answer): Answer {
  switch (answer.kind) {
    case 'words': return answer;
    case 'nothing': return answer.aside === undefined ? broken(undefined) : answer;
    default: return { ...answer, content: { ...answer.content, card: withinDialog(answer.content.card) } };
  }
}

/** Something broke on our side. The answer takes the place of the form, so it carries all that was typed, to be sent once more by one press. */
export function keptInDialog({ draw }: Pick<DeskNeeds, 'draw'>, office: Office | undefined, { data }: Pressed): Answer {
  const texts = parsePayload(data).ok ? writtenIn(data) : [];
  if (texts.length === 0) return broken(office);
  return { kind: 'replace', content: draw(presentKept(wordsFor(office?.language ?? 'ja'), { office, texts, data: data as Press })) };
}
