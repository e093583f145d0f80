import type { Payload } from '../../cards/payload.ts';
import { withCopied } from '../../domain/copiedText.ts';
import type { Typed } from '../../domain/report.ts';
import type { Answer } from '../../ports.ts';
import { refused, replaceBy } from './answers.ts';
import { notTheirs } from './fillIn.ts';
import { formCard } from './formCard.ts';
import { beforeOf } from './past.ts';
import { readTurn, type AnsweringNeeds, type Press } from './turn.ts';

export type Copying = Extract<Payload, { readonly do: 'form.copy' }>;

/**
 * 「前回の文を写す」: the form as it was, with last time's text in that box. Nothing is stored by it; what else was typed comes back with it.
 * `undefined` if there is no such office, round or section.
 */
export async function copyBefore(needs: AnsweringNeeds, press: Press, { initiative, field, base, hidden = false, page, source = '', ...unit }: Copying, typed: Typed): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  if (turn.owner !== undefined && turn.owner !== turn.caller.person) return refused(needs, turn, { kind: 'not-your-form', section: turn.section.id });
  if (turn.right.may !== 'yes') return notTheirs(needs, turn, { typed, base, hidden, page, source });
  const earlier = (await beforeOf(needs, turn))[initiative]?.values[field] ?? '';
  return replaceBy(await formCard(needs, turn, { page }, { typed: withCopied(typed, initiative, field, earlier), base, hidden, source }));
}
