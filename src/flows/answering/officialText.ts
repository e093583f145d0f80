import type { Answer } from '../../ports.ts';
import { askedOf } from '../../domain/units.ts';
import { readTurn, type AnsweringNeeds, type Press, type Unit } from './turn.ts';

/** 「本文を見る」, for clients that cannot unfold it on the form: the office's own words are no secret. `undefined` if there is no such office, round or section. */
export async function officialText(needs: AnsweringNeeds, press: Press, unit: Unit): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const { facts: { office, round }, section, words } = turn;
  return { kind: 'post', content: needs.draw(needs.present.officialText(words, { office, section, initiatives: askedOf(office, round, section.id) })) };
}
