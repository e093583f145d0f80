import type { Answer } from '../../ports.ts';
import { askedOf } from '../../domain/units.ts';
import { readTurn, type AnsweringNeeds, type Press, type Unit } from './turn.ts';

/** 「本文を見る」 of one page, for clients that cannot unfold it on the form: the office's own words are no secret. `undefined` if there is no such office, round or section. */
export async function officialText(needs: AnsweringNeeds, press: Press, unit: Unit & { readonly page: number }): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const { facts: { office, round }, section, words } = turn;
  const pages = needs.present.pages({ office, round, initiatives: askedOf(office, round, section.id), values: {}, before: {}, dialog: turn.where.dialog === true });
  return { kind: 'post', content: needs.draw(needs.present.officialText(words, { office, round, section, initiatives: pages[unit.page - 1] ?? pages.at(-1) ?? [] })) };
}
