import { wordsOn } from '../cardReading.ts';
import type { Breach, Case } from './case.ts';
import type { Wire } from '../timeline.ts';
import type { Spot } from '../town.ts';
import { penned } from '../typing.ts';

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
const unitOf = ({ unit, person, kind }: Spot): string | undefined => (kind === 'personal' ? person?.unit : unit);

/** Every card names the secretariat's unit, as where to ask; a unit's name may be part of its own. */
function foreignNames({ folder, witness }: Case, { at, spot, card, text = '' }: Sight): readonly Breach[] {
  if (spot.meeting === true || isSecretariat(spot)) return [];
  const held = new Set(witness.held.filter(({ person }) => person.id === spot.person?.id).map(({ unit }) => unit));
  const own = folder.units.find(({ id }) => id === unitOf(spot))?.name ?? '';
  const words = [...wordsOn(card), text].join('\n');
  const named = folder.units.filter(({ id, name }) => id !== folder.secretariat.section && !held.has(id) && name !== own && !own.includes(name) && words.replaceAll(own, '').includes(name));
  return named.length === 0 ? [] : [{ promise: 'leak', at, sentence: `${spot.name} was shown the name of ${named.map(({ name }) => name).join('、')}` }];
}

function foreignTexts({ witness, dates }: Case, { at, spot, card, text = '' }: Sight): readonly Breach[] {
  const shown = new Set([...wordsOn(card), text].flatMap(penned));
  if (shown.size === 0) return [];
  return witness.written.flatMap(({ unit, round, typed }): readonly Breach[] => {
    if (!Object.values(typed).flatMap(penned).some((each) => shown.has(each))) return [];
    if (unit === unitOf(spot) || isSecretariat(spot)) return [];
    const received = witness.acknowledged.some((each) => each.as === 'accepted' && each.unit === unit && each.round === round && each.at < at);
    if (spot.meeting === true && received && at >= (dates.get(round)?.freezeAt ?? '')) return [];
    return [{ promise: 'leak', at, sentence: `${spot.name} was shown what ${unit} wrote for ${round}` }];
  });
}
