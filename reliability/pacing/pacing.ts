import { chanceOf, type Chance } from '../../rehearse/chance.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from '../part.ts';
import { startFleet, type Fleet, type PaceOf } from './fleet.ts';
import { paceBreaches, strictConnector } from './strictConnector.ts';
import { virtualTime } from './virtualTime.ts';
import { LAYOUTS, openWards, START, type Layout, type Unit, type Wards } from './wards.ts';

/** What comes in the way: nothing; a connector that is busy for a while; instances that begin anew, all at once and one by one. */
const TROUBLES = ['none', 'busy', 'restarts'] as const;
type Trouble = (typeof TROUBLES)[number];

type Piece = { readonly name: string; readonly instances: number; readonly rate: number; readonly layout: Layout; readonly trouble: Trouble; readonly offices: number; readonly unitsEach: number };

/** 送付の間隔: whatever comes in the way, all instances together stay within what Teams allows. */
export const pacing: Part = { name: 'pacing', measures: ['pacedCards', 'paceBreaches'], run: (options) => run(options) };

export async function run(options: Options, paceOf?: PaceOf): Promise<PartResult> {
  const pieces = piecesOf(options.ci);
  const wanted = new Set(chosen(pieces.map(({ name }) => name), options));
  const results: Played[] = [];
  for (const [n, piece] of pieces.filter(({ name }) => wanted.has(name)).entries()) {
    options.progress(n / wanted.size);
    results.push(await options.once(piece.name, () => play(piece, options, paceOf)));
  }
  return {
    figures: { pacedCards: results.reduce((sum, { cards }) => sum + cards, 0), paceBreaches: results.reduce((sum, { tooMuch }) => sum + tooMuch, 0) },
    breaches: results.flatMap(({ breaches }) => breaches),
  };
}

/** The default pace with one, two and five instances; and as much as the settings let anybody ask for. */
function piecesOf(ci: boolean): readonly Piece[] {
  const sizes = ci ? { own: { offices: 4, unitsEach: 15 }, shared: { offices: 2, unitsEach: 30 } } : { own: { offices: 20, unitsEach: 25 }, shared: { offices: 5, unitsEach: 100 } };
  const all = [1, 2, 5].flatMap((instances) => LAYOUTS.flatMap((layout) => TROUBLES.map((trouble): Piece => ({
    name: `${instances} instances, ${layout} chats, ${trouble}`, instances, rate: 5, layout, trouble, ...sizes[layout],
  }))));
  const fastest = [1, 5].map((instances): Piece => ({ name: `${instances} instances at 45 a second`, instances, rate: 45 / instances, layout: 'own', trouble: 'none', ...sizes.own }));
  return ci ? [...all.filter(({ instances, layout, trouble }) => instances === 5 || (instances === 2 && layout === 'own' && trouble === 'busy')), ...fastest.slice(1)] : [...all, ...fastest];
}

/** Longer than this nothing takes; what has not come then does not come. */
const LONGEST_MILLIS = 1_500_000;
const MOST_SENTENCES = 3;

type Played = { readonly cards: number; readonly tooMuch: number; readonly breaches: readonly string[] };

async function play(piece: Piece, options: Options, paceOf: PaceOf | undefined): Promise<Played> {
  const { name, instances, rate, layout, trouble, offices, unitsEach } = piece;
  const chance = chanceOf(options.seed, name);
  const wards = await openWards(offices, unitsEach, layout);
  const time = virtualTime(START);
  const strict = strictConnector(time, chance, trouble === 'busy' ? busyFor(chance) : () => undefined);
  const fleet = startFleet({ wards, time, strict, instances, sendsPerSecond: rate, ...(paceOf && { paceOf }) });
  meanwhile(fleet, piece, wards, chance, (millis) => time.elapsedOf(() => true).sleep(millis));
  const posted = (): number => strict.arrivals.filter(({ method, kept }) => method === 'POST' && kept).length;
  const all = offices * unitsEach;
  await time.run(LONGEST_MILLIS, () => posted() >= all);
  const tooMuch = paceBreaches(strict.arrivals, layout === 'own' && trouble === 'busy');
  const missing = posted() < all ? [`only ${posted()} of ${all} cards came within ${LONGEST_MILLIS / 1000} s`] : [];
  return { cards: posted(), tooMuch: tooMuch.length, breaches: [...tooMuch.slice(0, MOST_SENTENCES), ...missing].map((sentence) => `${name}: ${sentence}; ${toRepeat('pacing', options, name)}`) };
}

/** For ten seconds everything is refused, each with a wait of its own; and later now and then. */
const busyFor = (chance: Chance) => (at: number): number | undefined => {
  const refuses = (8_000 <= at && at < 18_000) || (at < 90_000 && chance.oneIn(8));
  return refuses ? chance.pick([1, 5, 20, 20, 30]) : undefined;
};

/** Some units answer while the others are being asked; and instances begin anew. */
function meanwhile(fleet: Fleet, { instances, trouble }: Piece, wards: Wards, chance: Chance, sleep: (millis: number) => Promise<void>): void {
  const answer = async (unit: Unit, instance: number): Promise<void> => {
    while (!(await wards.asked(unit))) await sleep(2_000 + chance.below(20_000));
    await fleet.submit(instance, unit);
  };
  for (const unit of wards.units.filter(() => chance.oneIn(10))) void answer(unit, chance.below(instances));
  if (trouble !== 'restarts') return;
  for (const when of [12_000, 12_400, 30_000]) void sleep(when).then(() => { for (let n = 0; n < instances; n += 1) fleet.restart(n); });
  for (let n = 0; n < 6; n += 1) void sleep(15_000 + chance.below(40_000)).then(() => { fleet.restart(chance.below(instances)); });
}
