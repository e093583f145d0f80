import { wordsOn } from '../cardReading.ts';
import type { Breach, Case } from './case.ts';
import type { Wire } from '../timeline.ts';
import type { Spot } from '../town.ts';
import { penned } from '../typing.ts';
import type { Witness } from '../witness.ts';

/** Something that came before somebody's eyes. */
type Sight = { readonly at: Breach['at']; readonly spot: Spot; readonly card: Wire; readonly text?: string };

/** 見えてはいけないもの: names of other units in a unit's place, and texts before those who may not read them. */
export function breachesOfSecrecy(given: Case): readonly Breach[] {
  const { witness } = given;
  const sights: readonly Sight[] = [
    ...witness.arrivals.filter(({ kept }) => kept).map(({ at, spot, card = {}, text }) => ({ at, spot, card, ...(text === undefined ? {} : { text }) })),
    ...witness.shown.map(({ at, person, spot, card }) => ({ at, spot: spot.kind === 'personal' ? spot : { ...spot, person }, card })),
  ];
  return sights.flatMap((sight) => [...foreignNames(given, sight), ...foreignTexts(given, sight)]);
}

const isSecretariat = ({ person }: Spot): boolean => person?.role === 'secretariat';
/** Whoever was transferred has been of both: what they keep of the old one is not judged. */
export function unitsOf({ happened }: Witness, { unit, person, kind }: Spot): readonly string[] {
  const moved = happened.flatMap((each) => (each.kind === 'transfer' && each.person.id === person?.id ? [each.person.unit ?? '', each.unit] : []));
  return kind === 'personal' ? [person?.unit ?? '', ...moved] : [unit ?? ''];
}

/** Every card names the secretariat's unit, as where to ask; a unit's name may be part of its own. */
function foreignNames({ folder, neighbours, witness }: Case, { at, spot, card, text = '' }: Sight): readonly Breach[] {
  const held = new Set(witness.held.filter(({ person }) => person.id === spot.person?.id).map(({ unit }) => unit));
  const strange = neighbours.filter(({ id, name }) => !held.has(id) && !folder.units.some((unit) => unit.name.includes(name)) && [...wordsOn(card), text].join('\n').includes(name));
  if (strange.length > 0) return [{ promise: 'leak', at, sentence: `${spot.name} was shown the name of ${strange.map(({ name }) => name).join('、')}, of another office` }];
  if (spot.meeting === true || isSecretariat(spot)) return [];
  const own = folder.units.filter(({ id }) => unitsOf(witness, spot).includes(id)).map(({ name }) => name);
  const words = [...wordsOn(card), text].join('\n');
  const named = folder.units.filter(({ id, name }) => id !== folder.secretariat.section && !held.has(id) && !own.some((each) => each.includes(name)) && own.reduce((left, each) => left.replaceAll(each, ''), words).includes(name));
  return named.length === 0 ? [] : [{ promise: 'leak', at, sentence: `${spot.name} was shown the name of ${named.map(({ name }) => name).join('、')}` }];
}

/** Its own unit, the secretariat, and the meeting once it is final. */
const mayRead = (witness: Witness, spot: Spot, unit: string, isFinal: boolean): boolean => unitsOf(witness, spot).includes(unit) || isSecretariat(spot) || (spot.meeting === true && isFinal);

function foreignTexts({ witness, dates }: Case, { at, spot, card, text = '' }: Sight): readonly Breach[] {
  const shown = new Set([...wordsOn(card), text].flatMap(penned));
  if (shown.size === 0) return [];
  return witness.written.flatMap(({ office, unit, round, typed }): readonly Breach[] => {
    if (!Object.values(typed).flatMap(penned).some((each) => shown.has(each))) return [];
    const received = witness.acknowledged.some((each) => each.as === 'accepted' && each.unit === unit && each.round === round && each.at < at);
    const isFinal = received && at >= (dates.get(round)?.freezeAt ?? '');
    if (office === spot.office && mayRead(witness, spot, unit, isFinal)) return [];
    return [{ promise: 'leak', at, sentence: `${spot.name} was shown what ${unit} wrote for ${round}` }];
  });
}
