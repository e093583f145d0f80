import type { Instant } from '../src/domain/instant.ts';
import type { Log } from '../src/ports.ts';
import type { Setting } from './agenda.ts';
import { calendarOf, datesOf } from './calendar.ts';
import { chanceOf } from './chance.ts';
import type { Folder } from './folder.ts';
import { handsAt, type Hands } from './hands.ts';
import type { HoldingKind } from './holding.ts';
import { happeningsOf } from './happenings.ts';
import { turningsOf, type Turning } from './hardships.ts';
import type { Bent } from './service.ts';
import type { Arrival } from './simulatedTeams.ts';
import type { Act, Temperament } from './staff.ts';
import type { Walk } from './race.ts';
import type { Event } from './timeline.ts';
import { townOf } from './town.ts';
import { openWorld, type World } from './world.ts';
import { eventOf, partOf, type Witness } from './witness.ts';

export type YearNeeds = {
  /** One service has them all. */
  readonly offices: readonly { readonly path: string; readonly folder: Folder }[];
  /** An empty folder for the store. */
  readonly scratch: string;
  readonly fiscalYear: number;
  readonly seed: number;
  /** Of the year's rounds, the first so many. */
  readonly rounds?: number;
  readonly bent?: Bent;
  /** By unit, in the register's order; else each is drawn by the seed. */
  readonly temperaments?: readonly Temperament[];
  readonly handsOff?: boolean;
  /** Of the sends of the round, one in so many has a trouble; instead of the usual. */
  readonly troubled?: number;
  /** Which way the service shows a form; as a message, if nothing is said. */
  readonly form?: 'dialog' | 'message';
  /** So many processes of the service, on one store. */
  readonly instances?: number;
  readonly store?: HoldingKind;
  /** Restarts, an outage of a week, a clock set back, a channel with troubles. */
  readonly hardships: boolean;
  readonly log?: Log;
  readonly progress?: (done: number) => void;
};

/** What one office lived through, and what it and the others wrote. */
export type Lived = Setting & { readonly witness: Witness; readonly events: readonly Event[] };

const TICK_SECONDS = 10;
const DAY = 86_400_000;
const later = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;

/** 一年: from the first open day of April until a week after the last round is over; an entry for each office. */
export async function liveYear(needs: YearNeeds): Promise<readonly Lived[]> {
  const settings = needs.offices.map(({ folder }) => settingOf(folder, needs));
  const [start, end] = [earliest(settings.map((setting) => startOf(setting, needs.fiscalYear))), settings.map(endOf).toSorted().at(-1)];
  if (start === undefined || end === undefined) throw new Error('no office is to be rehearsed');
  const hands = handsAt(start);
  const world = await openWorld({ ...needs, settings, hands, paths: needs.offices.map(({ path }) => path) });
  try {
    await run(world, needs, hands, settings, end);
  } finally {
    await world.close();
  }
  return settings.map((setting) => {
    const witness = partOf(world.witness, setting.folder.id);
    const events = [...witness.arrivals.map(eventOf), ...witness.events.map(({ event }) => event)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { ...setting, witness, events };
  });
}

function settingOf(folder: Folder, { fiscalYear, rounds: most }: YearNeeds): Setting {
  const rounds = folder.rounds.filter((round) => round.fiscalYear === fiscalYear).toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1)).slice(0, most);
  return { folder, calendar: calendarOf(folder), rounds };
}

const startOf = ({ calendar }: Setting, fiscalYear: number): Instant => calendar.at(calendar.openDay(`${fiscalYear}-03-31`, 1), '09:00');

function endOf({ calendar, rounds }: Setting): Instant {
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('no round falls in that fiscal year');
  return later(datesOf(calendar, last).reportedAt, 7 * DAY);
}

/** Everybody does what is due, the service looks, and both clocks go on to whatever comes next. */
async function run(world: World, needs: YearNeeds, hands: Hands, settings: readonly Setting[], until: Instant): Promise<void> {
  const { wall } = hands;
  const from = wall.now();
  await world.install();
  let turnings: readonly Turning[] = needs.hardships ? [...mishapsOf(settings), ...happeningsIn(settings, needs.seed)].toSorted(sooner) : [];
  let troubled: readonly Instant[] = [];
  for (let now = from; now < until; now = wall.now()) {
    const [seen, refused] = [world.arrivals.length, world.refusals()];
    const next = await lookAndAct(world, needs.seed, hands);
    needs.progress?.((Date.parse(now) - Date.parse(from)) / (Date.parse(until) - Date.parse(from)));
    if (world.refusals() > refused || world.arrivals.slice(seen).some(isTrouble)) troubled = AFTER_TROUBLE.map((seconds) => later(wall.now(), seconds * 1000));
    const wait = earliest([next, world.agenda.next(), turnings[0]?.at, ...troubled.filter((at) => at > wall.now())]);
    if (wait === undefined) break;
    hands.moveTo(wait > wall.now() ? wait : later(wall.now(), TICK_SECONDS * 1000));
    turnings = await turned(world, turnings, wall.now());
  }
}

/** The one service has the first office's. */
const mishapsOf = ([first]: readonly Setting[]): readonly Turning[] => (first === undefined ? [] : turningsOf(first.calendar, first.rounds));

function happeningsIn(settings: readonly Setting[], seed: number): readonly Turning[] {
  const town = townOf(settings.map(({ folder }) => folder));
  return settings.flatMap((setting) => happeningsOf(setting, town, seed)).map((what) => ({ at: what.at, kind: 'happening', what }));
}

const sooner = (a: Turning, b: Turning): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** They have races of their own. */
const RACING: readonly Act['what'][] = ['together', 'press-twice'];

/** Now and then the service looks at the very moment at which somebody presses; several processes of it always look at once. */
async function lookAndAct(world: World, seed: number, { wall }: Hands): Promise<Instant | undefined> {
  const heard = world.arrivals.length;
  const chance = chanceOf(seed, `meeting:${wall.now()}`);
  const looks = (): readonly Walk[] => world.looks().map((go) => ({ unasked: true, go }));
  for (let due = world.agenda.due(wall.now()); due !== undefined; due = world.agenda.due(wall.now())) {
    const act = due;
    const perform = async (): Promise<void> => { if (!(await world.act(act))) world.agenda.putOff(act, wall.now()); };
    if (chance.oneIn(3) && !RACING.includes(act.what)) await world.race.run([...looks(), { unasked: false, go: perform }], chance, () => world.idle());
    else await perform();
  }
  const nexts: (Instant | undefined)[] = [];
  const all = world.looks().map((look) => async (): Promise<void> => { nexts.push(await look()); });
  if (all.length > 1) await world.race.run(all.map((go) => ({ unasked: true, go })), chance, () => world.idle());
  else for (const look of all) await look();
  world.agenda.heard(world.arrivals.slice(heard));
  return earliest(nexts);
}

/** What falls due of it; the rest is for later. */
async function turned(world: World, turnings: readonly Turning[], now: Instant): Promise<readonly Turning[]> {
  const [first, ...rest] = turnings;
  if (first === undefined || first.at > now) return turnings;
  await world.turn(first);
  return rest;
}

const isTrouble = ({ kept, ambiguous }: Arrival): boolean => !kept || ambiguous;
/** The service's own look comes every ten seconds; after a trouble at these it can be of use: seconds. */
const AFTER_TROUBLE = [10, 60, 610, 620];

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined => moments.filter((at) => at !== undefined).toSorted()[0];
