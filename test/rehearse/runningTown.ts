import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarOf, datesOf, type Dates } from '../../rehearse/calendar.ts';
import { kindOn } from '../../rehearse/cardReading.ts';
import { clientOf, type Client, type Standing } from '../../rehearse/client.ts';
import { readFolder } from '../../rehearse/folder.ts';
import { handsAt } from '../../rehearse/hands.ts';
import { startHolding } from '../../rehearse/holding.ts';
import { newRace } from '../../rehearse/race.ts';
import { startService, type Bent } from '../../rehearse/service.ts';
import { startSimulatedTeams, type SimulatedTeams } from '../../rehearse/simulatedTeams.ts';
import { ownChat, staffOf, townOf, type Person, type Spot, type Town } from '../../rehearse/town.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { smallOffice } from './smallOffice.ts';

export const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;

/** The service over real HTTP, in a small town whose Teams is simulated to the documented contract. */
export type RunningTown = {
  readonly town: Town;
  readonly dates: Dates;
  readonly teams: SimulatedTeams;
  readonly client: Client;
  readonly url: string;
  readonly secretary: Person;
  spot(name: string): Spot;
  staff(unit: string): readonly Person[];
  /** The last ask of a unit, as it was posted. */
  askOf(name: string): Standing;
  until(end: Instant): Promise<void>;
  close(): Promise<void>;
};

export async function runningTown({ form, bent, office = {} }: { readonly form: 'dialog' | 'message'; readonly bent?: Bent; readonly office?: Readonly<Record<string, unknown>> }): Promise<RunningTown> {
  const path = smallOffice({ posts: [], ...office });
  const folder = readFolder(path);
  const calendar = calendarOf(folder);
  const town = townOf([folder]);
  const [round] = folder.rounds;
  if (round === undefined) throw new Error('an office without rounds');
  const hands = handsAt(calendar.at('2026-10-01', '09:00'));
  const teams = await startSimulatedTeams({ town, wall: hands.wall });
  const race = newRace({ turn: () => undefined, over: () => undefined, arrivals: teams.arrivals });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const holding = await startHolding('sqlite', mkdtempSync(join(tmpdir(), 'torimatome-town-')));
  const service = await startService({ folders: [path], holding, instance: 1, hands, race, log, form, ...(bent === undefined ? {} : { bent }) });
  const client = clientOf(town, teams, { url: () => service.url, idle: () => service.idle(), race });
  const secretary = town.people.find(({ role }) => role === 'secretariat');
  if (secretary === undefined) throw new Error('an office without a secretariat');
  for (const each of [...town.spots.slice(0, 1), ...town.spots.filter(({ kind }) => kind === 'groupChat')]) await client.install(each, secretary);
  await client.install(ownChat(secretary), secretary);
  return {
    town, teams, client, secretary, url: service.url, dates: datesOf(calendar, round),
    spot: (name) => {
      const found = town.spots.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no ${name}`);
      return found;
    },
    staff: (unit) => staffOf(town, { office: secretary.office, unit }),
    askOf: (name) => {
      const ask = teams.arrivals.findLast(({ how, kept, card, spot: at }) => how === 'post' && kept && card !== undefined && kindOn(card) === 'ask' && at.name === name);
      if (ask?.card === undefined) throw new Error(`no ask for ${name}`);
      const { spot, conversation, activity, card } = ask;
      return { spot, conversation, activity, card };
    },
    until: async (end) => {
      for (let next = await service.look(); next !== undefined && next < end; next = await service.look()) hands.moveTo(next > hands.wall.now() ? next : later(hands.wall.now(), 10 / 3600));
      hands.moveTo(end);
      await service.look();
    },
    close: async () => {
      await service.stop();
      await teams.close();
    },
  };
}
