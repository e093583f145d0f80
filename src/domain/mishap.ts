import { isCopy } from './askCopy.ts';
import type { OutboxEntry } from './outbox.ts';

/**
 * 不首尾, by what became of one message. `place-lost`: there is no way to its recipient any more (403, 404); `refused`: for a fault of ours (400, 401, 413);
 * `in-doubt`: perhaps it arrived; `not-asked`: 資料確定 came before the ask was known to have arrived; `not-redrawn`: it stands in Teams and
 * shows what is no longer so, since Teams would not have it changed.
 */
export type Mishap = 'place-lost' | 'refused' | 'in-doubt' | 'not-asked' | 'not-redrawn';

/** `undefined` for what is on its way, has arrived, or is wanted no more. */
export function mishapOf(entry: OutboxEntry): Mishap | undefined {
  const { delivery } = entry;
  if (cameTooLate(entry)) return 'not-asked';
  switch (delivery.state) {
    case 'failed': return delivery.placeLost === true ? 'place-lost' : 'refused';
    case 'uncertain': return 'in-doubt';
    case 'delivered': return showsWhatIsWrong(entry) ? 'not-redrawn' : undefined;
    case 'queued':
    case 'sending':
    case 'skipped': return undefined;
  }
}

const cameTooLate = ({ message: { kind }, delivery }: OutboxEntry): boolean =>
  kind === 'ask' && (delivery.state === 'uncertain' || delivery.state === 'skipped') && delivery.why === 'too-late';

/** What somebody deleted shows nothing any more; and of a copy there is always the one that was sent. */
const showsWhatIsWrong = ({ message, refusedEdit }: OutboxEntry): boolean => refusedEdit !== undefined && !refusedEdit.gone && !isCopy(message);
