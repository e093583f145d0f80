import type { Draw } from '../cards/draw.ts';
import { withLeft } from '../cards/present/left.ts';
import type { InitiativeId, RoundId, SectionId } from '../domain/ids.ts';
import { askedOf } from '../domain/units.ts';
import type { Visit } from './desk.ts';

type Unit = { readonly round: RoundId; readonly section: SectionId };

/**
 * よその取組の文: what was written of an initiative that is not the unit's, or not any more, is taken by no press; so every card that
 * answers this one holds it, to be copied. `texts` by initiative.
 */
export function drawingStrays(draw: Draw, { facts: { office }, words }: Visit, { round: id, section }: Unit, texts: Readonly<Record<InitiativeId, readonly string[]>>): Draw {
  const round = office.rounds.find((each) => each.id === id);
  const asked = round === undefined ? [] : askedOf(office, round, section);
  const strays = (Object.entries(texts) as [InitiativeId, readonly string[]][]).flatMap(([initiative, written]) => (asked.some((each) => each.id === initiative) ? [] : written));
  return asked.length === 0 || strays.length === 0 ? draw : (view) => draw(withLeft(words, view, strays, words.problems.strayed));
}
