import type { PersonId } from './ids.ts';
import type { Change, Field, Report, Typed } from './report.ts';
import { asOfSeq, entriesOf, valueOf } from './reportState.ts';

/**
 * 二度押し・再送: the act by which this same person has already said all this since the form was drawn, if there is one. What others
 * have written after it does not matter: a press that arrives again must neither undo that nor submit it.
 */
export function alreadyDone(report: Report | undefined, said: { readonly intent: 'save' | 'submit'; readonly base: number }, touched: Typed, by: PersonId): Change | undefined {
  const sameAct = (change: Change) => change.seq > said.base && change.by.person === by && (change.kind === 'submit' || (said.intent === 'save' && change.kind === 'save'));
  return report?.changes.find((change) => sameAct(change) && holdsAll(report, change, touched));
}

/** Whether every field stood so after that act, or was left unused by it. */
function holdsAll(report: Report, change: Change, touched: Typed): boolean {
  const then = asOfSeq(report, change.seq);
  return entriesOf(touched).every(([initiative, values]) =>
    Object.entries(values).every(([field, text]) => [valueOf(then, initiative, field as Field), change.unused?.[initiative]?.[field as Field]].includes(text)),
  );
}
