import type { Instant } from '../src/domain/instant.ts';
import type { Log } from '../src/ports.ts';
import { perform, type ActNeeds } from './acts.ts';
import { newAgenda, type Agenda, type AgendaNeeds } from './agenda.ts';
import { buttonThat, kindOn, unitOn } from './cardReading.ts';
import { chanceOf } from './chance.ts';
import { clientOf } from './client.ts';
import { happen, installIn, type HappensNeeds } from './happens.ts';
import { townAfter } from './happenings.ts';
import { townHolding } from './holders.ts';
import type { Hands } from './hands.ts';
import { startHolding, type HoldingKind } from './holding.ts';
import { troubleOf, type Turning } from './hardships.ts';
import { newRace, type Race } from './race.ts';
import { startService, type Bent, type Running } from './service.ts';
import { startSimulatedTeams, type Arrival, type SimulatedTeams } from './simulatedTeams.ts';
import type { Act } from './staff.ts';
import type { Wire } from './timeline.ts';
import { ownChat, townOf } from './town.ts';
import { newPen } from './typing.ts';
import { newWitness, type Witness } from './witness.ts';

export type WorldNeeds = AgendaNeeds & {
  readonly paths: readonly string[];
  /** An empty folder for the store. */
  readonly scratch: string;
  /** A channel with troubles. */
  readonly hardships: boolean;
  /** Of the sends of the round, one in so many has a trouble. */
  readonly troubled?: number;
  /** Which way the service shows a form. */
  readonly form?: 'dialog' | 'message';
  /** So many processes of the service, on one store. */
  readonly instances?: number;
  readonly store?: HoldingKind;
  readonly hands: Hands;
  readonly bent?: Bent;
  readonly log?: Log;
};

/** 世界: the offices' people, their Teams, and the service among them. */
export type World = {
  readonly witness: Witness;
  readonly agenda: Agenda;
  readonly race: Race;
  readonly arrivals: readonly Arrival[];
  readonly refusals: () => number;
  /** The bot is put wherever it belongs, and each office's secretariat says whose it is. */
  install(): Promise<void>;
  /** Each process of the service that is up looks at the clock; gives when it wants to look again. */
  looks(): readonly (() => Promise<Instant | undefined>)[];
  /** @returns false if nobody was there. */
  act(act: Act): Promise<boolean>;
  idle(): Promise<void>;
  turn(what: Turning): Promise<void>;
  close(): Promise<void>;
};

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openWorld(needs: WorldNeeds): Promise<World> {
  const { hands, settings, seed } = needs;
  const town = townOf(settings.map(({ folder }) => folder));
  let today = town;
  const teams = await startSimulatedTeams({ town, wall: hands.wall, ...(needs.hardships ? { trouble: troubleOf(seed, needs.troubled) } : {}) });
  const witness = newWitness(teams.arrivals);
  const race = newRace({ turn: ({ unasked }) => { teams.answering(!unasked); }, over: () => { teams.answering(false); }, arrivals: teams.arrivals });
  const holding = await startHolding(needs.store ?? 'sqlite', needs.scratch);
  let services: readonly Running[] = await start();
  let presses = 0;
  const idle = async (): Promise<void> => { await Promise.all(services.map((service) => service.idle())); };
  const client = clientOf(town, teams, { url: () => services[(presses += 1) % services.length]?.url, idle, race });
  const together: ActNeeds['together'] = (all, name) => race.run(all.map((go) => ({ unasked: false, go })), chanceOf(seed, `together:${name}`), idle);
  const askOf = askIn(teams);
  const acts: Omit<ActNeeds, 'town'> = { folders: settings.map(({ folder }) => folder), wall: hands.wall, client, witness, pen: newPen(), seed, together, askOf, reaches: reachesIn(teams), previewOf: previewIn(teams) };
  const dayIn = (office: string): string => settings.find(({ folder }) => folder.id === office)?.calendar.dayOf(hands.wall.now()) ?? '';
  const happens = (): HappensNeeds => ({ town: today, wall: hands.wall, client, teams, witness, askOf });

  async function start(): Promise<readonly Running[]> {
    const started: Running[] = [];
    for (let instance = 1; instance <= (needs.instances ?? 1); instance += 1) started.push(await startOne(instance));
    return started;
  }

  function startOne(instance: number): Promise<Running> {
    return startService({ folders: needs.paths, holding, instance, hands, race, log: needs.log ?? SILENT, form: needs.form ?? 'message', ...(needs.bent === undefined ? {} : { bent: needs.bent }) });
  }

  const stop = async (): Promise<void> => { for (const service of services) await service.stop(); };

  return {
    witness, race, idle,
    agenda: newAgenda({ ...needs, calm: !needs.hardships }),
    arrivals: teams.arrivals,
    refusals: () => teams.refusals(),
    install: () => installAll(happens()),
    looks: () => services.map((service) => () => service.look()),
    act: (act) => perform({ ...acts, town: townHolding(today, witness.moved, dayIn) }, act),
    turn: async (what) => {
      if (what.kind === 'set-back') {
        hands.setBack(what.seconds);
        return;
      }
      if (what.kind === 'happening') {
        await happen(happens(), what.what);
        today = townAfter(today, what.what);
        return;
      }
      const at = hands.wall.now();
      await stop();
      services = what.kind === 'down' ? [] : await start();
      witness.events.push({ event: { at, kind: what.kind === 'down' ? 'outage' : 'restart' } });
      if (what.kind === 'down') witness.down.push({ from: at, to: what.until });
    },
    close: async () => {
      await stop();
      await holding.close();
      await teams.close();
      race.close();
    },
  };
}

/** Teams and chats first, then the secretariats' own. */
async function installAll(needs: HappensNeeds): Promise<void> {
  const { town, client } = needs;
  for (const { office, id } of town.teams) {
    for (const spot of town.spots.filter((each) => each.office === office && (each.id === id || each.kind === 'groupChat'))) await installIn(needs, spot);
    for (const person of town.people.filter((each) => each.office === office && !each.alone && (each.role === 'secretariat' || each.role === 'head'))) await client.install(ownChat(person), person);
  }
}

const standing = ({ spot, conversation, activity, card }: Arrival) => ({ spot, conversation, activity, card: card ?? {} });

/** The last look of the newest that stands. */
const askIn = ({ arrivals, whereabouts, messages }: SimulatedTeams): ActNeeds['askOf'] => ({ office, unit, round }) => {
  const newest = (is: (card: Wire) => boolean): Arrival | undefined => arrivals.findLast(({ how, kept, spot, card, activity }) =>
    how === 'post' && kept && spot.office === office && spot.unit === unit && card !== undefined && is(card) && unitOn(card).round === round && whereabouts.spotOf(spot.id) !== undefined && messages.stands(spot, activity));
  const post = newest((card) => kindOn(card) === 'ask') ?? newest((card) => buttonThat(card, 'form.open') !== undefined);
  const last = post && arrivals.findLast(({ activity, kept, card }) => activity === post.activity && kept && card !== undefined);
  return last && standing(last);
};

/** It stands, and the bot is let in where it stands. */
const reachesIn = ({ whereabouts, messages }: SimulatedTeams): ActNeeds['reaches'] => ({ spot, activity }) => {
  const now = whereabouts.spotOf(spot.id);
  return now !== undefined && whereabouts.closed(now) === undefined && messages.stands(now, activity);
};

const previewIn = ({ arrivals }: SimulatedTeams): ActNeeds['previewOf'] => ({ office, round }) => {
  const last = arrivals.findLast(({ kept, card, spot }) => kept && spot.office === office && spot.person !== undefined && card !== undefined && kindOn(card) === 'preview' && unitOn(card).round === round);
  return last?.spot.person === undefined ? undefined : { ...standing(last), to: last.spot.person };
};
