import { join } from 'node:path';
import type { Instant } from '../src/domain/instant.ts';
import type { Log } from '../src/ports.ts';
import { isPreview, perform, type ActNeeds } from './acts.ts';
import { calendarOf, datesOf, type Calendar } from './calendar.ts';
import { kindOn, unitOn } from './cardReading.ts';
import { chanceOf } from './chance.ts';
import { clientOf } from './client.ts';
import type { Folder, FolderRound } from './folder.ts';
import { handsAt, type Hands } from './hands.ts';
import { startService, type Bent, type Running } from './service.ts';
import { startSimulatedTeams, type Arrival, type SimulatedTeams, type Trouble } from './simulatedTeams.ts';
import { actsAfterAsk, temperamentOf, type Act, type Temperament } from './staff.ts';
import type { Event, Wire } from './timeline.ts';
import { townOf, type Town } from './town.ts';
import { newPen } from './typing.ts';
import { eventOf, newWitness, type Witness } from './witness.ts';

export type YearNeeds = {
  readonly folder: Folder;
  readonly path: string;
  /** An empty folder for the store. */
  readonly scratch: string;
  readonly fiscalYear: number;
  readonly seed: number;
  /** Of the year's rounds, the first so many. */
  readonly rounds?: number;
  readonly bent?: Bent;
  /** By unit, in the register's order; else each is drawn by the seed. */
  readonly temperaments?: readonly Temperament[];
  /** Restarts, an outage of a week, a clock set back, a channel with troubles. */
  readonly hardships: boolean;
  readonly log?: Log;
  readonly progress?: (done: number) => void;
};

export type Lived = { readonly witness: Witness; readonly events: readonly Event[]; readonly rounds: readonly FolderRound[]; readonly calendar: Calendar; readonly town: Town };

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TICK_SECONDS = 10;
const DAY = 86_400_000;
const later = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;

/** 一年: from the first open day of April until a week after the last round is over. */
export async function liveYear(needs: YearNeeds): Promise<Lived> {
  const { folder, fiscalYear } = needs;
  const calendar = calendarOf(folder);
  const rounds = folder.rounds.filter((round) => round.fiscalYear === fiscalYear).toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1)).slice(0, needs.rounds);
  const town = townOf(folder);
  const start = calendar.at(calendar.openDay(`${fiscalYear}-03-31`, 1), '09:00');
  const hands = handsAt(start);
  const world = await openWorld(needs, { calendar, rounds, town, hands });
  try {
    await world.run(start, later(datesOf(calendar, rounds.at(-1) ?? nothing()).reportedAt, 7 * DAY));
  } finally {
    await world.close();
  }
  const events = [...world.witness.arrivals.map(eventOf), ...world.witness.events].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { witness: world.witness, events, rounds, calendar, town };
}

function nothing(): never {
  throw new Error('no round falls in that fiscal year');
}

type Setting = { readonly calendar: Calendar; readonly rounds: readonly FolderRound[]; readonly town: Town; readonly hands: Hands };
type World = { readonly witness: Witness; run(from: Instant, until: Instant): Promise<void>; close(): Promise<void> };

async function openWorld(needs: YearNeeds, setting: Setting): Promise<World> {
  const { hands, town, calendar, rounds } = setting;
  const teams = await startSimulatedTeams({ town, wall: hands.wall, ...(needs.hardships ? { trouble: troubleOf(needs.seed) } : {}) });
  const witness = newWitness(teams.arrivals);
  let service: Running | undefined = await start();
  const client = clientOf(town, teams, { url: () => service?.url, idle: async () => { await service?.idle(); } });
  const acts: ActNeeds = { town, wall: hands.wall, client, witness, pen: newPen(), seed: needs.seed, askOf: askIn(teams), previewOf: previewIn(teams) };
  let agenda: readonly Act[] = [];
  let read = 0;

  function start(): Promise<Running> {
    return startService({ folders: [needs.path], file: join(needs.scratch, 'store.sqlite'), hands, log: needs.log ?? SILENT, ...(needs.bent === undefined ? {} : { bent: needs.bent }) });
  }

  /** What has just arrived makes people plan. */
  function plan(): void {
    for (const arrival of teams.arrivals.slice(read)) agenda = [...agenda, ...actsAfter(needs, setting, arrival)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    read = teams.arrivals.length;
  }

  async function act(): Promise<void> {
    while (agenda[0] !== undefined && agenda[0].at <= hands.wall.now()) {
      const [first, ...rest] = agenda;
      agenda = rest;
      const done = await perform(acts, first);
      const again: Act = { ...first, at: calendar.at(calendar.openDay(calendar.dayOf(hands.wall.now()), 1), '10:30') };
      if (!done) agenda = [...agenda, again].toSorted((a, b) => (a.at < b.at ? -1 : 1));
      plan();
    }
  }

  async function change(what: Turning): Promise<void> {
    if (what.kind === 'set-back') {
      hands.setBack(what.seconds);
      return;
    }
    const at = hands.wall.now();
    if (what.kind === 'down') {
      await service?.stop();
      service = undefined;
      witness.down.push({ from: at, to: what.until });
      witness.events.push({ at, kind: 'outage' });
    } else {
      await service?.stop();
      service = await start();
      witness.events.push({ at, kind: 'restart' });
    }
  }

  /** What falls due of it; the rest is for later. */
  async function turn(turnings: readonly Turning[]): Promise<readonly Turning[]> {
    const [first, ...rest] = turnings;
    if (first === undefined || first.at > hands.wall.now()) return turnings;
    await change(first);
    return rest;
  }

  return {
    witness,
    run: async (from, until) => {
      await client.install();
      let turnings = needs.hardships ? turningsOf(calendar, rounds) : [];
      let troubled: readonly Instant[] = [];
      for (let now = from; now < until; now = hands.wall.now()) {
        await act();
        const seen = teams.arrivals.length;
        const next = await service?.look();
        plan();
        needs.progress?.((Date.parse(now) - Date.parse(from)) / (Date.parse(until) - Date.parse(from)));
        if (teams.arrivals.slice(seen).some(isTrouble)) troubled = AFTER_TROUBLE.map((seconds) => later(hands.wall.now(), seconds * 1000));
        const wait = soonest([next, agenda[0]?.at, turnings[0]?.at, ...troubled.filter((at) => at > hands.wall.now())]);
        if (wait === undefined) break;
        hands.moveTo(wait > hands.wall.now() ? wait : later(hands.wall.now(), TICK_SECONDS * 1000));
        turnings = await turn(turnings);
      }
    },
    close: async () => {
      await service?.stop();
      await teams.close();
    },
  };
}

const isTrouble = ({ kept, ambiguous }: Arrival): boolean => !kept || ambiguous;
/** The service's own look comes every ten seconds; after a trouble at these it can be of use: seconds. */
const AFTER_TROUBLE = [10, 60, 610, 620];

const soonest = (moments: readonly (Instant | undefined)[]): Instant | undefined => moments.filter((at) => at !== undefined).toSorted()[0];

const standing = ({ spot, conversation, activity, card }: Arrival) => ({ spot, conversation, activity, card: card ?? {} });

/** The last look of the newest of a kind of card. */
const askIn = ({ arrivals }: SimulatedTeams) => (unit: string, round: string) => {
  const post = arrivals.findLast(({ how, kept, spot, card }) => how === 'post' && kept && spot.unit === unit && card !== undefined && kindOn(card) === 'ask' && unitOn(card).round === round);
  const last = post && arrivals.findLast(({ activity, kept, card }) => activity === post.activity && kept && card !== undefined);
  return last && standing(last);
};

const previewIn = ({ arrivals }: SimulatedTeams) => (round: string) => {
  const last = arrivals.findLast(({ kept, card, spot }) => kept && spot.person !== undefined && card !== undefined && isPreview(card) && unitOn(card).round === round);
  return last?.spot.person === undefined ? undefined : { ...standing(last), to: last.spot.person };
};

function actsAfter(needs: YearNeeds, setting: Setting, arrival: Arrival): readonly Act[] {
  const { how, kept, card } = arrival;
  const round = how === 'post' && kept && card !== undefined ? setting.rounds.find(({ id }) => id === unitOn(card).round) : undefined;
  return round === undefined || card === undefined ? [] : actsAbout(needs, setting, { ...arrival, card }, round);
}

function actsAbout({ folder, seed, temperaments }: YearNeeds, { calendar, rounds }: Setting, { card, spot, at }: Arrival & { readonly card: Wire }, round: FolderRound): readonly Act[] {
  const chance = chanceOf(seed, `${round.id}:${spot.id}`);
  if (isPreview(card)) return chance.oneIn(3) ? [] : [{ at: later(at, 20 * 60_000), what: 'release', unit: '', round: round.id, who: 0 }];
  if (kindOn(card) !== 'ask' || spot.unit === undefined) return [];
  const n = folder.units.findIndex(({ id }) => id === spot.unit);
  return actsAfterAsk({ folder, calendar, round, unit: spot.unit, askedAt: at, chance }, temperaments?.[n] ?? temperamentOf(seed, n, rounds.indexOf(round)));
}

/** 障害: something that happens to the service itself. */
type Turning = { readonly at: Instant } & ({ readonly kind: 'restart' } | { readonly kind: 'down'; readonly until: Instant } | { readonly kind: 'set-back'; readonly seconds: number });

/** A restart an hour after each ask; in the second round a week away from the day after the ask; in the third a clock that goes back. */
function turningsOf(calendar: Calendar, rounds: readonly FolderRound[]): readonly Turning[] {
  return rounds.flatMap((round, n): readonly Turning[] => {
    const { askAt } = datesOf(calendar, round);
    const away = later(askAt, DAY);
    return [
      { at: later(askAt, 3_600_000), kind: 'restart' },
      ...(n === 1 ? [{ at: away, kind: 'down', until: later(away, 7 * DAY) } as const, { at: later(away, 7 * DAY), kind: 'restart' } as const] : []),
      ...(n === 2 ? [{ at: later(askAt, 3 * DAY), kind: 'set-back', seconds: 5_400 } as const] : []),
    ];
  });
}

/** 通信の障害: one send of the round in forty is refused, fails, or breaks off before or after it has arrived. */
function troubleOf(seed: number): (asked: { readonly method: string; readonly unasked: boolean }) => Trouble | undefined {
  const chance = chanceOf(seed, 'trouble');
  return ({ method, unasked }) => {
    if (!unasked || method === 'GET' || !chance.oneIn(40)) return undefined;
    return chance.pick<Trouble>([
      { kind: 'status', status: 429, retryAfter: '3', kept: false }, { kind: 'status', status: 503, kept: false }, { kind: 'status', status: 502, kept: true },
      { kind: 'reset', kept: true }, { kind: 'reset', kept: false },
    ]);
  };
}
