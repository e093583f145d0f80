import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { pauseAt } from './process/paused.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { tally } from './process/tally.ts';

/** Checkpoints of the first looks: what is planned, claimed, sent and recorded at the hour of the ask. */
const LAST = 130;

/** 立ち止まる過程: stopped at every checkpoint, overtaken by the others after its lease, and going on as if nothing had been. */
export const pause: Part = { name: 'pause', measures: ['pausePoints', 'lost', 'stuck', 'duplicates', 'twins', 'dataDuplicates', 'wrongIds'], run };

type Piece = { readonly name: string; readonly store: StoreKind; readonly instances: number; readonly alone: boolean; readonly n: number };

/** Two instances, of which the first is alone until it stops; five, which all begin at once. */
const piecesOf = (ci: boolean): readonly Piece[] => STORES.flatMap((store) => [
  ...points(store, 2, true, ci ? 9 : 1),
  ...points(store, 5, false, ci ? 31 : 3),
]);

const points = (store: StoreKind, instances: number, alone: boolean, step: number): readonly Piece[] =>
  Array.from({ length: Math.ceil(LAST / step) }, (_, i) => ({ name: `${store}, ${instances} instances, checkpoint ${i * step + 1}.`, store, instances, alone, n: i * step + 1 }));

async function run(options: Options): Promise<PartResult> {
  const pieces = piecesOf(options.ci).filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  const paused = await inLanes(2, pieces, async ({ name, n, ...piece }) => {
    const result = await options.once(name, () => pauseAt({ ...piece, at: { n } }));
    options.progress((done += 1) / pieces.length);
    return { ...result, where: toRepeat('pause', options, name) };
  });
  const { figures, twins, breaches } = tally(paused);
  return {
    figures: { pausePoints: paused.filter(({ label }) => label !== undefined).length, ...figures },
    causes: { twins },
    breaches: [...breaches, ...paused.flatMap(({ faults, where }) => faults.map((fault) => `${fault}; ${where}`))],
  };
}
