import { sentPrivately, type Sent } from '../../cards/present/receipts.ts';
import type { Address } from '../../domain/place.ts';
import type { Answer, Content } from '../../ports.ts';
import { personalOf } from '../privately.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

/** Cards for the eyes of whoever pressed: in their own chat, whichever place they pressed in; a dialog has room for one. `undefined` if that cannot be reached. */
export async function showAlone(needs: AnsweringNeeds, turn: Turn, cards: readonly Content[], what: Sent): Promise<Answer | undefined> {
  const { address, dialog = false } = turn.where;
  const last = cards.at(-1);
  if (last === undefined) return undefined;
  if (dialog ? cards.length === 1 : address.kind === 'personal') return (await allPosted(needs, address, cards.slice(0, -1))) ? { kind: 'post', content: last } : undefined;
  const own = await personalOf(needs, turn);
  return own !== undefined && (await allPosted(needs, own, cards)) ? { kind: 'words', text: sentPrivately(turn.words, what) } : undefined;
}

async function allPosted({ gateway }: AnsweringNeeds, address: Address, cards: readonly Content[]): Promise<boolean> {
  for (const card of cards) if (!(await gateway.post(address, card)).ok) return false;
  return true;
}
