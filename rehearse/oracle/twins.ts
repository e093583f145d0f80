import { isGone } from './absences.ts';
import type { Breach, Case } from './case.ts';
import { newerThan, pointsOnwards } from './stale.ts';
import { afterMinutesUp } from './uptime.ts';

/** 二通目: where two asks stand, the older, once somebody has pressed on it, sends on to the newer. */
export function breachesOfTwins(given: Case): readonly Breach[] {
  return given.posts.filter(({ kind, unasked }) => kind === 'ask' && unasked).flatMap((older): readonly Breach[] => {
    const newer = newerThan(given, older);
    const known = given.witness.pressed.find(({ activity, at }) => activity === older.activity && newer !== undefined && newer.at < at);
    if (newer === undefined || known === undefined || newer.ambiguous || isGone(given, older)) return []; // a newer one in doubt may be unknown to the service
    const looks = given.witness.arrivals.filter(({ activity, kept }) => activity === older.activity && kept);
    const inTime = looks.some((look) => look.at <= afterMinutesUp(given, known.at, 5) && pointsOnwards(look));
    const last = looks.at(-1);
    if (inTime && last !== undefined && pointsOnwards(last)) return [];
    return [{ promise: 'twin-stands', at: known.at, sentence: `${older.spot.name} has two asks for ${older.round ?? ''}; the older (${older.at}) was pressed at ${known.at} and does not send on to the newer (${newer.at})` }];
  });
}
