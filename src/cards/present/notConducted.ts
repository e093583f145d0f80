import type { UnitNotConducted } from '../../domain/decideConduct.ts';
import type { Office } from '../../domain/office.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

/** Why the round was not run as it was pressed, and what to do. `no-day`: none was chosen. What somebody else decided of 照会 stands on its own card. */
export type NotDone = UnitNotConducted | { readonly kind: 'no-day' | 'busy' };

export function notConducted(words: Words, office: Office, why: NotDone): string {
  const { conducting: { refused: text } } = words;
  const say = sayingOf(words, office);
  switch (why.kind) {
    case 'round-closed': return text.roundClosed(say.moment(why.freezeAt));
    case 'not-later': return text.notLater(say.moment(why.dueAt));
    case 'beyond-freeze': return text.beyondFreeze(say.moment(why.freezeAt));
    case 'reason-too-long': return text.reasonTooLong(why.most);
    case 'sensitive': return [text.sensitive, ...why.found.map((what) => words.answering.form.findings[what](text.reasonName))].join(words.lang === 'ja' ? '' : ' ');
    default: return { 'no-unit': text.noUnit, 'closed-day': text.closedDay, 'reason-missing': text.reasonMissing, 'asked-already': text.askedAlready, 'no-day': text.noDay, busy: text.busy }[why.kind];
  }
}
