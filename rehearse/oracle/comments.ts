import { wordsOn } from '../cardReading.ts';
import type { Spot, UnitOf } from '../town.ts';
import { penned } from '../typing.ts';
import type { Breach, Case } from './case.ts';
import { unitsOf } from './secrecy.ts';

/** 修正が必要な点: for whoever mends it and whoever asked for it, before nobody else's eyes; and what is asked of a head goes to the head alone. */
export function breachesOfComments({ witness, posts }: Case): readonly Breach[] {
  const sights = [
    ...witness.arrivals.filter(({ kept }) => kept).map(({ at, spot, card = {}, text = '' }) => ({ at, spot, words: [...wordsOn(card), text] })),
    ...witness.shown.map(({ at, spot, card }) => ({ at, spot, words: wordsOn(card) })),
  ];
  const read = sights.flatMap(({ at, spot, words }): readonly Breach[] => {
    const texts = new Set(words.flatMap(penned));
    return texts.size === 0 ? [] : witness.comments.filter(({ text, office, unit }) => penned(text).some((each) => texts.has(each)) && !mayRead(witness, spot, { office, unit }))
      .map(({ unit }) => ({ promise: 'leak', at, sentence: `${spot.name} was shown what is to be mended by ${unit}` }));
  });
  return [...read, ...posts.filter(({ kind, spot }) => kind === 'confirm' && spot.kind !== 'personal').map(({ at, spot }): Breach => ({ promise: 'leak', at, sentence: `what is asked of a head came to ${spot.name}, where others read` }))];
}

const mayRead = (witness: Case['witness'], spot: Spot, { office, unit }: UnitOf): boolean =>
  spot.kind === 'personal' && spot.office === office && (unitsOf(witness, spot).includes(unit) || spot.person?.role === 'secretariat');
