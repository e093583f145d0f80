import type { Instant } from '../../src/domain/instant.ts';
import type { Breach, Case, Seen } from './case.ts';
import { stationAt } from '../stations.ts';
import { plannedAt } from './unitDates.ts';
import { afterMinutesOpen } from './uptime.ts';

const HOUR = 3_600_000;
const CHASING: readonly Seen['kind'][] = ['ask', 'remind', 'late', 'again', 'moved'];

/** 再依頼: by the secretariat's word alone, to all that are missing then, and to nobody who was written to within the hour. Who has answered: `standing.ts`. */
export const breachesOfAskingAgain = (given: Case): readonly Breach[] => [...unbidden(given), ...tooSoon(given), ...forgotten(given)];

const sayings = ({ witness }: Case): readonly Instant[] => witness.said.filter(({ text, person }) => text === '再依頼' && person.role === 'secretariat').map(({ at }) => at);

const agains = ({ posts }: Case): readonly Seen[] => posts.filter(({ kind, unasked }) => kind === 'again' && unasked);

/** Each saying brings a unit one message at most. */
function unbidden(given: Case): readonly Breach[] {
  return agains(given).flatMap((post): readonly Breach[] => {
    const before = agains(given).filter(({ spot, round, at }) => spot.id === post.spot.id && round === post.round && at < post.at).length;
    const said = sayings(given).filter((at) => at <= post.at).length;
    return before < said ? [] : [{ promise: 'asked-twice', at: post.at, sentence: `${post.spot.name} was asked again though the secretariat had asked for it ${said} times` }];
  });
}

function tooSoon(given: Case): readonly Breach[] {
  return agains(given).flatMap((post): readonly Breach[] => {
    const last = given.posts.findLast(({ kind, spot, round, at, unasked }) => unasked && CHASING.includes(kind) && spot.id === post.spot.id && round === post.round && at < post.at);
    if (last === undefined || Date.parse(post.at) - Date.parse(last.at) >= HOUR) return [];
    return [{ promise: 'asked-again-too-soon', at: post.at, sentence: `${post.spot.name} got a ${last.kind} at ${last.at} and was asked again at ${post.at}, within the hour` }];
  });
}

function forgotten(given: Case): readonly Breach[] {
  return sayings(given).flatMap((said) => {
    const [open] = [...given.dates].filter(([, { askAt, freezeAt }]) => askAt <= said && said < freezeAt).map(([round, { freezeAt }]) => ({ round, freezeAt }));
    const until = afterMinutesOpen(given, said, 30);
    if (open === undefined || open.freezeAt <= until) return [];
    return given.folder.units.filter(({ id }) => isMissing(given, id, open.round, said, until)).map(({ name }): Breach => ({
      promise: 'not-reminded', at: said, sentence: `${name} had not answered ${open.round} when the secretariat said 再依頼, and was not asked again by ${until}`,
    }));
  });
}

/** Asked, not answered, not written to within the hour before, and not written to since. What Teams refused was an attempt. */
function isMissing(given: Case, unit: string, round: string, said: Instant, until: Instant): boolean {
  const { posts, witness } = given;
  const asked = posts.some((post) => post.kind === 'ask' && post.spot.unit === unit && post.round === round && post.at <= said);
  const answered = witness.acknowledged.some((each) => each.as === 'accepted' && each.unit === unit && each.round === round && each.at <= until);
  const recent = witness.arrivals.some(({ how, spot, at, unasked }) => how === 'post' && unasked && spot.unit === unit && Date.parse(said) - HOUR < Date.parse(at) && at <= until);
  const { exempt, paused } = stationAt(witness, unit, round, said);
  return asked && !answered && !recent && !exempt && !paused && plannedAt(given, unit, round, said) === undefined;
}
