import { buttonThat, unitOn } from '../cardReading.ts';
import { movesOf, stationAt } from '../stations.ts';
import type { Breach, Case, Seen } from './case.ts';
import { afterMinutesUp } from './uptime.ts';

/** 二人の所属長: what one decided the other does not decide again, and their message says soon that it is decided. */
export const breachesOfDeciding = (given: Case): readonly Breach[] => [...twice(given), ...untold(given)];

const CONFIRMED: readonly string[] = ['confirm', 'confirm-by-deputy'];
const DECIDED: readonly string[] = [...CONFIRMED, 'send-back-by-head'];

function twice({ witness, rounds, folder }: Case): readonly Breach[] {
  return rounds.flatMap(({ id }) => folder.units.flatMap((unit) => movesOf(witness, unit.id, id)
    .filter(({ what, at }) => CONFIRMED.includes(what) && ['confirmed', 'accepted'].includes(stationAt(witness, unit.id, id, at).state))
    .map(({ at, person }): Breach => ({ promise: 'decided-twice', at, sentence: `${person.name} was told that they confirmed the report of ${unit.name} for ${id}, which was confirmed before` }))));
}

const MOST_MINUTES = 5;

/** Upon a message that asks for it, unless something else waits by then. Where Teams refused the change, it was tried. */
function untold(given: Case): readonly Breach[] {
  return given.posts.filter(({ kind, spot, unasked, ambiguous }) => kind === 'confirm' && spot.kind === 'personal' && unasked && !ambiguous).flatMap((post): readonly Breach[] => {
    const [unit, round] = [unitOf(post), post.round ?? ''];
    const looks = given.witness.arrivals.filter(({ activity, card }) => activity === post.activity && card !== undefined);
    const moves = movesOf(given.witness, unit, round).filter(({ at }) => at >= post.at);
    return moves.filter(({ what }) => DECIDED.includes(what)).flatMap(({ at, person }): readonly Breach[] => {
      const until = afterMinutesUp(given, at, MOST_MINUTES);
      const [look] = looks.filter((each) => each.kept && each.at <= until).slice(-1);
      const again = moves.some((each) => each.at >= at && each.at <= until && each.what.startsWith('submit'));
      const tried = looks.some((each) => each.at >= at && each.at <= until && (!each.kept || each.ambiguous));
      if (again || tried || look?.card === undefined || buttonThat(look.card, 'confirm') === undefined) return [];
      return [{ promise: 'stale', at, sentence: `the message to ${post.spot.name} still asks for what ${person.name} has decided of ${unit} for ${round}` }];
    });
  });
}

const unitOf = ({ card }: Seen): string => unitOn(card).section ?? '';
