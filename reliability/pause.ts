import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { pauseAt } from './process/paused.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { tally } from './process/tally.ts';

/** Checkpoints of the first looks: what is planned, claimed, sent and recorded at the hour of the ask. */
const LAST = 130;

/** 立ち止まる過程: stopped at every checkpoint, overtaken by the others after its lease, and going on as if nothing had been. */
export const pause: Part = { name: 'pause', measures: ['pausePoints', 'pausePointsOnCosmos', 'lost', 'stuck', 'duplicates', 'twins', 'dataDuplicates', 'wrongIds'], run };

type Piece = { readonly name: string; readonly store: StoreKind; readonly instances: number; readonly alone: boolean; readonly n: number };

/** Two instances, of which the first is alone until it stops; five, which all begin at once. */
const piecesOf = (ci: boolean): readonly Piece[] => STORES.flatMap((store) => {
  const { two, five } = ci ? SHORT[store] : FULL;
  return [...points(store, 2, true, two), ...points(store, 5, false, five)];
});

const every = (step: number): readonly number[] => Array.from({ length: Math.ceil(LAST / step) }, (_, i) => i * step + 1);

type Stops = { readonly two: readonly number[]; readonly five: readonly number[] };
const FULL: Stops = { two: every(1), five: every(3) };
/** On Cosmos between claim and record alone, of an announcement and of an ask. */
const SHORT: { readonly [Kind in StoreKind]: Stops } = { sqlite: { two: every(9), five: every(31) }, cosmos: { two: [28, 64], five: [] } };

const points = (store: StoreKind, instances: number, alone: boolean, stops: readonly number[]): readonly Piece[] =>
  stops.map((n) => ({ name: `${store}, ${instances} instances, checkpoint ${n}.`, store, instances, alone, n }));

async function run(options: Options): Promise<PartResult> {
  const pieces = piecesOf(options.ci).filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  const paused = await inLanes(2, pieces, async ({ name, n, ...piece }) => {
    const result = await options.once(name, () => pauseAt({ ...piece, at: { n } }));
    options.progress((done += 1) / pieces.length);
    return { ...result, store: piece.store, where: toRepeat('pause', options, name) };
  });
  const met = paused.filter(({ label }) => label !== undefined);
  const { figures, twins, breaches } = tally(paused);
  return {
    figures: { pausePoints: met.length, pausePointsOnCosmos: met.filter(({ store }) => store === 'cosmos').length, ...figures },
    causes: { twins },
    breaches: [...breaches, ...paused.flatMap(({ faults, where }) => faults.map((fault) => `${fault}; ${where}`))],
  };
}
