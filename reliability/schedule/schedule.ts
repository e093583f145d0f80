import { chanceOf } from '../../rehearse/chance.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from '../part.ts';
import { drawFolder } from './folders.ts';
import { drawWatch } from './looks.ts';
import { judge } from './oracle.ts';
import { plannedRuns, type Rules } from './planned.ts';
import { tickedRuns, type BentService } from './ticked.ts';
import { plusDays } from './wallCalendar.ts';
import { ZONES, type ZoneYears } from './zones.ts';

/** A year of an office in a zone, by the domain's rules alone; or some weeks of one through the real look at the clock. */
type Piece = { readonly name: string; readonly of: ZoneYears; readonly year: number; readonly how: 'planned' | 'ticked'; readonly from: string; readonly days: number };

/** So many days of each zone have to be looked at in full. */
export const DAYS_OF_EACH_ZONE = 1_000;
const [YEAR, WEEKS, SHORT, SHORT_TICKED] = [365, 60, 45, 30];
/** Through the real look at the clock go so many zones in full, and in the short form. */
const TICKED = { full: 12, ci: 3 };

export type Bent = { readonly rules?: Rules; readonly service?: BentService };

/** 予定どおりの送付: targets counted by an oracle of its own, each met by one run. */
export const schedule: Part = { name: 'schedule', measures: ['scheduleDays', 'zones', 'scheduleSeeds', 'unmatched', 'extra'], run: (options) => run(options) };

type Seen = { readonly zone: string; readonly how: Piece['how']; readonly days: number; readonly targets: number; readonly unmatched: number; readonly extra: number; readonly breaches: readonly string[] };

export async function run(options: Options, bent: Bent = {}): Promise<PartResult> {
  const pieces = piecesOf(options.ci);
  const wanted = new Set(chosen(pieces.map(({ name }) => name), options));
  const seen: Seen[] = [];
  for (const [n, piece] of pieces.filter(({ name }) => wanted.has(name)).entries()) {
    options.progress(n / wanted.size);
    seen.push(await options.once(piece.name, () => look(piece, options, bent)));
  }
  const sum = (count: (each: Seen) => number): number => seen.reduce((total, each) => total + count(each), 0);
  return {
    figures: {
      scheduleDays: sum(({ days }) => days), zones: new Set(seen.map(({ zone }) => zone)).size, scheduleSeeds: seen.length,
      unmatched: sum(({ unmatched }) => unmatched), extra: sum(({ extra }) => extra),
    },
    breaches: [...seen.flatMap(({ breaches }) => breaches), ...(options.only === undefined ? tooFew(seen, options.ci) : [])],
  };
}

/** A zone that was hardly looked at, or a run in which nothing fell due, proves nothing. */
function tooFew(seen: readonly Seen[], ci: boolean): readonly string[] {
  const least = ci ? SHORT / 2 : DAYS_OF_EACH_ZONE;
  const short = ZONES.flatMap(({ zone }) => {
    const days = seen.filter((each) => each.zone === zone && each.how === 'planned').reduce((total, each) => total + each.days, 0);
    return days < least ? [`${zone}: only ${days} days were looked at, fewer than ${least}`] : [];
  });
  const targets = seen.reduce((total, each) => total + each.targets, 0);
  return targets < seen.length ? [...short, `only ${targets} messages fell due in ${seen.length} runs`] : short;
}

function piecesOf(ci: boolean): readonly Piece[] {
  const years = ZONES.flatMap((of) => (ci ? of.years.slice(0, 1) : of.years).map((year): Piece => ({ name: `${of.zone} ${year}`, of, year, how: 'planned', ...spanOf(year, ci ? SHORT : YEAR, ci) })));
  const weeks = ZONES.toReversed().slice(0, ci ? TICKED.ci : TICKED.full).map((of): Piece => {
    const [year = 2026] = of.years;
    return { name: `${of.zone} ${year}, ticked`, of, year, how: 'ticked', ...spanOf(year, ci ? SHORT_TICKED : WEEKS, true) };
  });
  return [...years, ...weeks];
}

/** The whole year; or those weeks of it in which the clocks of the north go back and those of the south forward. */
const spanOf = (year: number, days: number, autumn: boolean): Pick<Piece, 'from' | 'days'> => ({ from: autumn ? plusDays(`${year}-10-20`, -Math.floor(days / 2)) : `${year}-04-01`, days });

/** More sentences of one run would tell nothing new. */
const MOST_SENTENCES = 3;

async function look({ name, of, year, how, from, days }: Piece, options: Options, bent: Bent): Promise<Seen> {
  const chance = chanceOf(options.seed, name);
  const { office, setting } = await drawFolder(chance, of, year);
  const watch = drawWatch(chance, setting, from, days);
  const runs = how === 'planned' ? plannedRuns(office, setting, watch.looks, bent.rules) : await tickedRuns(office, setting, watch.looks, bent.service);
  const { targets, unmatched, extra } = judge(setting, watch.looks, runs);
  const sentences = [...unmatched.map((run) => `not said when it was due: ${run}`), ...extra.map((run) => `said though it was not due, or again: ${run}`)];
  return {
    zone: of.zone, how, days: watch.days, targets, unmatched: unmatched.length, extra: extra.length,
    breaches: sentences.slice(0, MOST_SENTENCES).map((sentence) => `${name}: ${sentence}; ${toRepeat('schedule', options, name)}`),
  };
}
