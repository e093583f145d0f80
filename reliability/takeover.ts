import { chanceOf } from '../rehearse/chance.ts';
import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { takeOver } from './process/takeover.ts';

/** Where a process holds a claim. */
const HOLDING = ['after store.outbox.put sending', 'before gateway.post', 'after gateway.post', 'before store.outbox.put delivered'];
/** Three messages go out at the hour of the ask. */
const TIMES = [1, 2, 3];
/** How the looks of the other fall to the death is chance. */
const ROUNDS: { readonly [Kind in StoreKind]: { readonly full: number; readonly ci: number } } = { sqlite: { full: 10, ci: 1 }, cosmos: { full: 3, ci: 1 } };

/** 引継ぎの速さ: how long what a dead instance held lies there. */
export const takeover: Part = { name: 'takeover', measures: ['takeovers', 'takeoversOnCosmos', 'takeoverP99Seconds'], run };

async function run(options: Options): Promise<PartResult> {
  const pieces = STORES.flatMap((store) => Array.from({ length: ROUNDS[store][options.ci ? 'ci' : 'full'] }, (_, round) => pointsOf(store, options).map((at) => ({ store, at, name: `${store}, dies ${at.of}, ${at.n}, ${round + 1}.` }))).flat());
  const wanted = pieces.filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  const all = await inLanes(2, wanted, async ({ store, at, name }) => {
    const result = await options.once(name, () => takeOver({ store, at, chance: chanceOf(options.seed, name) }));
    options.progress((done += 1) / wanted.length);
    return { ...result, store, where: toRepeat('takeover', options, name) };
  });
  const held = all.filter(({ claims }) => claims > 0);
  const seconds = held.map((each) => each.seconds).toSorted((a, b) => a - b);
  return {
    figures: { takeovers: held.length, takeoversOnCosmos: held.filter(({ store }) => store === 'cosmos').length, takeoverP99Seconds: seconds[Math.ceil(seconds.length * 0.99) - 1] ?? NaN },
    breaches: [
      ...all.flatMap(({ faults, where }) => faults.map((fault) => `${fault}; ${where}`)),
      ...all.filter((each) => each.seconds > MOST_SECONDS).map((each) => `what the dead held was taken up after ${each.seconds} s; ${each.where}`),
    ],
  };
}

const POINTS = HOLDING.flatMap((of) => TIMES.map((n) => ({ n, of })));
/** In the short form Cosmos has one. */
const pointsOf = (store: StoreKind, { ci }: Options): typeof POINTS => (ci && store === 'cosmos' ? POINTS.slice(0, 1) : POINTS);

/** One in a hundred may take longer than the promise; none longer than this. */
const MOST_SECONDS = 60;
