import { chanceOf, type Chance } from '../../rehearse/chance.ts';
import type { Figures } from '../figures.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from '../part.ts';
import { fourSubmissions, fourTimes } from './fourTimes.ts';
import { everyOrder, orderOf, type Choose } from './race.ts';
import { reminded } from './reminded.ts';
import type { Draw, Found, Scene } from './scene.ts';
import { openTable, type Table, type TableKind } from './tables.ts';
import { twoPeople } from './twoPeople.ts';
import { openWorld, type Bent } from './world.ts';

/** What is played, how often in full and in the short form; `every`: at most so often, for there should be fewer. `four times` alone is what `interleavings` counts. */
type Plan = { readonly kind: string; readonly draw: Draw; readonly table: TableKind; readonly full: number; readonly ci: number; readonly every?: true };

const PLANS: readonly Plan[] = [
  { kind: 'four times, every order', draw: fourSubmissions, table: 'memory', full: 20_000, ci: 150, every: true },
  { kind: 'four times, memory', draw: fourTimes, table: 'memory', full: 3_000, ci: 400 },
  { kind: 'four times, sqlite', draw: fourTimes, table: 'sqlite', full: 500, ci: 40 },
  { kind: 'two people, memory', draw: twoPeople, table: 'memory', full: 1_500, ci: 120 },
  { kind: 'two people, sqlite', draw: twoPeople, table: 'sqlite', full: 250, ci: 20 },
  { kind: 'reminded, memory', draw: reminded, table: 'memory', full: 1_000, ci: 60 },
  { kind: 'reminded, sqlite', draw: reminded, table: 'sqlite', full: 150, ci: 15 },
];

/** So many in one piece. */
const PIECE = 500;
type Piece = { readonly name: string; readonly plan: Plan; readonly count: number };

/** 二度押し・再送・行き違い: whatever is let on in whatever order, call by call, comes to the same. */
export const interleavings: Part = { name: 'interleavings', measures: ['interleavings', 'lost', 'dataDuplicates', 'duplicates'], run: (options) => run(options) };

export async function run(options: Options, bent: Bent = {}): Promise<PartResult> {
  const pieces = piecesOf(options.ci);
  const wanted = new Set(chosen(pieces.map(({ name }) => name), options));
  const results: PartResult[] = [];
  for (const [n, piece] of pieces.filter(({ name }) => wanted.has(name)).entries()) {
    options.progress(n / wanted.size);
    results.push(await options.once(piece.name, () => play(piece, options, bent)));
  }
  const sum = (name: keyof Figures): number => results.reduce((total, { figures }) => total + (figures[name] ?? 0), 0);
  return {
    figures: { interleavings: sum('interleavings'), lost: sum('lost'), dataDuplicates: sum('dataDuplicates'), duplicates: sum('duplicates') },
    breaches: results.flatMap(({ breaches }) => breaches),
  };
}

function piecesOf(ci: boolean): readonly Piece[] {
  return PLANS.flatMap((plan) => {
    const all = ci ? plan.ci : plan.full;
    if (plan.every === true) return [{ name: plan.kind, plan, count: all }];
    return Array.from({ length: Math.ceil(all / PIECE) }, (_, n) => ({ name: `${plan.kind}, ${n + 1}`, plan, count: Math.min(PIECE, all - n * PIECE) }));
  });
}

/** More sentences of one piece would tell nothing new. */
const MOST_SENTENCES = 5;

async function play(piece: Piece, options: Options, bent: Bent): Promise<PartResult> {
  const table = openTable(piece.plan.table);
  const found: (Found & { readonly where: string })[] = [];
  const orders = new Set<string>();
  const incomplete: string[] = [];
  const one = async (scene: Scene, where: string, choose: Choose, waits?: (call: string) => boolean): Promise<void> => {
    const { order, breaches } = await playScene(table, scene, choose, bent, waits);
    orders.add(`${scene.name}: ${order}`);
    found.push(...breaches.map((breach) => ({ ...breach, where: `${scene.name}, ${where}` })));
  };
  try {
    if (piece.plan.every === true && !(await inEveryOrder(piece, options, one))) incomplete.push(`there are more than ${piece.count} orders, and not all were played; ${toRepeat('interleavings', options, piece.name)}`);
    else if (piece.plan.every !== true) for (let n = 0; n < piece.count; n += 1) {
      const chance = chanceOf(options.seed, `${piece.name}: ${n}`);
      await one(piece.plan.draw(chance), `order ${n}`, (of) => chance.below(of));
    }
  } finally {
    table.close();
  }
  const counted = (figure: Found['figure']): number => found.filter((each) => each.figure === figure).length;
  return {
    figures: { ...(piece.plan.kind.startsWith('four times') && { interleavings: orders.size }), lost: counted('lost'), dataDuplicates: counted('dataDuplicates'), duplicates: counted('duplicates') },
    breaches: [...found.slice(0, MOST_SENTENCES).map(({ where, sentence }) => `${where}: ${sentence}; ${toRepeat('interleavings', options, piece.name)}`), ...incomplete],
  };
}

type One = (scene: Scene, where: string, choose: Choose, waits?: (call: string) => boolean) => Promise<void>;

/** In full every order of the calls that read and write the report itself; in the short form some of them by chance. @returns false if some were left out in full */
async function inEveryOrder({ plan, count, name }: Piece, { ci, seed }: Options, one: One): Promise<boolean> {
  const scene = (): Scene => plan.draw(chanceOf(1, name)); // always the same
  let n = 0;
  if (!ci) return everyOrder(count, async (choose) => one(scene(), `order ${n++}`, choose, touchesReport));
  const chance: Chance = chanceOf(seed, name);
  for (; n < count; n += 1) await one(scene(), `order ${n}`, (of) => chance.below(of), touchesReport);
  return true;
}

/** With `several` a store reads it together with what lies beside it. */
const touchesReport = (call: string): boolean => ['reports.get', 'reports.put', 'several'].includes(call);

/** One scene in one order, from an empty table. */
export async function playScene(table: Table, scene: Scene, choose: Choose, bent: Bent = {}, waits?: (call: string) => boolean): Promise<{ readonly order: string; readonly breaches: readonly Found[] }> {
  const world = await openWorld(table, scene.given, waits, bent);
  const ran = await world.race.run(scene.walks.map(({ name, instance, go }) => ({ name, go: () => go(world, instance) })), choose);
  return { order: orderOf(ran), breaches: await scene.judge(world, ran) };
}
