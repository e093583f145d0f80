import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForm, submit } from '../../rehearse/answering.ts';
import { calendarOf, datesOf, type Dates } from '../../rehearse/calendar.ts';
import { buttonThat, kindOn } from '../../rehearse/cardReading.ts';
import { chanceOf } from '../../rehearse/chance.ts';
import { clientOf, type Client, type Standing } from '../../rehearse/client.ts';
import { readFolder } from '../../rehearse/folder.ts';
import { handsAt, type Hands } from '../../rehearse/hands.ts';
import { newRace } from '../../rehearse/race.ts';
import { startHolding } from '../../rehearse/holding.ts';
import { startService, type Running } from '../../rehearse/service.ts';
import { startSimulatedTeams, type Arrival, type SimulatedTeams } from '../../rehearse/simulatedTeams.ts';
import { ownChat, staffOf, townOf, type Person, type Spot, type Town } from '../../rehearse/town.ts';
import { newPen } from '../../rehearse/typing.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { smallOffice } from './smallOffice.ts';

jest.setTimeout(300_000); // weeks go by in each

let town: Town;
let hands: Hands;
let dates: Dates;
let teams: SimulatedTeams;
let service: Running;
let client: Client;
/** What happens while the service is not there to hear of it. */
let unheard: Client;
let secretary: Person;

const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;
const spot = (name: string): Spot => town.spots.find((each) => each.name === name)!;
const staff = (unit: string): readonly Person[] => staffOf(town, { office: secretary.office, unit });

async function until(end: Instant): Promise<void> {
  for (let next = await service.look(); next !== undefined && next < end; next = await service.look()) hands.moveTo(next > hands.wall.now() ? next : later(hands.wall.now(), 10 / 3600));
  hands.moveTo(end);
  await service.look();
}

const posts = (kind: string, name: string): readonly Arrival[] => teams.arrivals.filter(({ how, kept, card, spot: at }) => how === 'post' && kept && card !== undefined && kindOn(card) === kind && at.name === name);
const askOf = (name: string): Standing => {
  const { spot: at, conversation, activity, card } = posts('ask', name).at(-1)!;
  return { spot: at, conversation, activity, card: card! };
};

beforeEach(async () => {
  const path = smallOffice({ posts: [] });
  const folder = readFolder(path);
  const calendar = calendarOf(folder);
  town = townOf([folder]);
  dates = datesOf(calendar, folder.rounds[0]!);
  hands = handsAt(calendar.at('2026-10-01', '09:00'));
  teams = await startSimulatedTeams({ town, wall: hands.wall });
  const race = newRace({ turn: () => undefined, over: () => undefined, arrivals: teams.arrivals });
  const log = { info: () => undefined, warn: () => undefined, error: (what: string, facts: unknown) => { throw new Error(`${what} ${JSON.stringify(facts)}`); } };
  service = await startService({ folders: [path], holding: await startHolding('sqlite', mkdtempSync(join(tmpdir(), 'torimatome-town-'))), instance: 1, hands, race, log });
  client = clientOf(town, teams, { url: () => service.url, idle: () => service.idle(), race });
  unheard = clientOf(town, teams, { url: () => undefined, idle: async () => undefined, race });
  secretary = town.people.find(({ role }) => role === 'secretariat')!;
  for (const each of [town.spots[0]!, ...town.spots.filter(({ kind }) => kind === 'groupChat')]) await client.install(each, secretary);
  await client.install(ownChat(secretary), secretary);
});
afterEach(async () => {
  await service.stop();
  await teams.close();
});

describe('an older client', () => {
  it('answers from the ask to the receipt', async () => {
    await until(later(dates.askAt, 1));
    const old = staff('kikikanri').find(({ oldClient }) => oldClient)!;
    const opened = await openForm({ client }, old, askOf('危機管理担当'));
    if (!('form' in opened)) throw new Error(`no form, but ${opened.as}`);
    expect(opened.form.spot.kind).toBe('personal');
    const ended = await submit({ client, chance: chanceOf(1, 'old'), pen: newPen(), now: () => hands.wall.now() }, old, opened, 'submit');
    expect(ended.as).toBe('accepted');
    expect(kindOn(teams.messages.cardOf(opened.form.activity)!)).toBe('accepted');
  });
});

describe('what a client may send one day', () => {
  it.each(['task/unknown', 'composeExtension/query', 'signin/verifyState'])('%s is refused by the service, and breaks nothing', async (name) => {
    const sent = { type: 'invoke', name, channelId: 'msteams', serviceUrl: teams.url, id: '1', from: { id: secretary.teamsId, aadObjectId: secretary.id }, recipient: { id: '28:torimatome' }, conversation: { id: ownChat(secretary).id, conversationType: 'personal', tenantId: town.tenant }, channelData: { tenant: { id: town.tenant } }, value: { data: {}, context: { theme: 'default' } } };
    const response = await fetch(service.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) });
    expect(response.status).toBe(400);
  });

  it('a look at any card that was posted asks for nothing that goes on and on', async () => {
    await until(later(dates.summaryAt, 1));
    const cards = teams.arrivals.flatMap(({ spot: at, conversation, activity, card }) => (card === undefined ? [] : [{ spot: at, conversation, activity, card }]));
    expect(cards.length).toBeGreaterThan(10);
    for (const card of cards) expect(await client.look(secretary, card)).not.toHaveProperty('fault');
  });
});

describe('a year in which the town changes', () => {
  it('asks in a channel that was renamed, once', async () => {
    await client.rename(spot('総務課'), '総務企画課', secretary);
    await until(later(dates.askAt, 24));
    expect(posts('ask', '総務企画課')).toHaveLength(1);
  });

  it.each([['heard of', () => client], ['unheard of', () => unheard]])('asks in the channel that was made in the stead of one whose deletion was %s', async (_, by) => {
    await by().remove(spot('危機管理担当'), secretary);
    await until(later(dates.askAt, 1));
    expect(posts('ask', '危機管理担当')).toHaveLength(0);
    await client.make({ ...spot('危機管理担当'), id: '19:anew@thread.tacv2' }, secretary);
    await until(later(dates.askAt, 2));
    expect(posts('ask', '危機管理担当').map(({ spot: at }) => at.id)).toEqual(['19:anew@thread.tacv2']);
  });

  it.each([['heard of', () => client], ['unheard of', () => unheard]])('asks in a chat once the bot is back whose removal was %s', async (_, by) => {
    await by().uninstall(spot('衛生課'), secretary);
    await until(later(dates.askAt, 2));
    expect(posts('ask', '衛生課')).toHaveLength(0);
    await client.install(spot('衛生課'), secretary);
    await until(later(dates.askAt, 3));
    expect(posts('ask', '衛生課')).toHaveLength(1);
  });

  it('tells the secretariat of an ask that could not be delivered', async () => {
    await unheard.uninstall(spot('衛生課'), secretary);
    await until(later(dates.askAt, 2));
    expect(posts('notice', secretary.name)).toHaveLength(1);
  });

  it('says the お知らせ though somebody deleted the ask', async () => {
    await until(later(dates.askAt, 1));
    teams.messages.remove(askOf('総務課').activity);
    await until(later(dates.dueAt, -1));
    expect(posts('remind', '総務課')).toHaveLength(2);
  });

  it('gives the form in the thread to somebody who blocks the bot, without a draft, and alone again when they do no more', async () => {
    await until(later(dates.askAt, 1));
    const [person] = staff('eisei');
    const ask = askOf('衛生課');
    teams.whereabouts.block(person!);
    const opened = await openForm({ client }, person!, ask);
    expect('form' in opened && opened.form.spot.name).toBe('衛生課');
    teams.whereabouts.unblock(person!);
    hands.moveTo(later(hands.wall.now(), 1));
    const again = await client.press(person!, ask, buttonThat(ask.card, 'form.open')!);
    expect(again.seen.filter(({ kept, card }) => kept && card !== undefined && kindOn(card) === 'form').map(({ spot: at }) => at.kind)).toEqual(['personal']);
  });
});
