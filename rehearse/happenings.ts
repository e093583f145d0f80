import type { Instant } from '../src/domain/instant.ts';
import type { Setting } from './agenda.ts';
import { datesOf } from './calendar.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { FolderRound } from './folder.ts';
import { staffOf, type Person, type Spot, type Town } from './town.ts';

/** 町の出来事: what people do to teams, chats and messages, and of which the service hears as much as Teams says of it. */
export type Happening = { readonly at: Instant; readonly office: string } & (
  | { readonly kind: 'rename'; readonly spot: Spot; readonly name: string }
  /** `make`: a channel of that name, and perhaps not the first; `install`: the bot is put back. */
  | { readonly kind: 'remove' | 'make' | 'uninstall' | 'install'; readonly spot: Spot }
  /** Somebody deletes the ask. */
  | { readonly kind: 'delete-ask'; readonly unit: string; readonly round: string }
  | { readonly kind: 'block' | 'unblock'; readonly person: Person }
  | { readonly kind: 'transfer'; readonly person: Person; readonly unit: string }
);

const HOUR = 3_600_000;
const later = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;

type Telling = { readonly setting: Setting; readonly town: Town; readonly channels: Spot[]; readonly chats: Spot[]; readonly happenings: Happening[] };

/** Each to another unit, drawn by the seed, and none to the secretariat's; where there are too few units, less happens. */
export function happeningsOf(setting: Setting, town: Town, seed: number): readonly Happening[] {
  const chance = chanceOf(seed, `happenings:${setting.folder.id}`);
  const own = town.spots.filter(({ office, unit }) => office === setting.folder.id && unit !== undefined && unit !== setting.folder.secretariat.section);
  const of = (kind: Spot['kind']): Spot[] => shuffled(own.filter((spot) => spot.kind === kind), chance);
  const telling: Telling = { setting, town, channels: of('channel'), chats: of('groupChat'), happenings: [] };
  const [first, second = first, third = setting.rounds.at(-1)] = setting.rounds;
  if (first === undefined || second === undefined || third === undefined) return [];
  madeAnew(telling, first);
  uninstalled(telling, first);
  if (second !== first) goneUnheard(telling, second);
  askDeleted(telling, second);
  renamed(telling, first);
  blockedByReporter(telling, second);
  transferred(telling);
  blockedBySecretary(telling, third);
  return telling.happenings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A day before the ask a channel is deleted; an hour after it there is one of the same name again. */
function madeAnew({ setting, channels, happenings }: Telling, round: FolderRound): void {
  const { askAt } = datesOf(setting.calendar, round);
  const spot = channels.pop();
  if (spot === undefined) return;
  const of = { office: spot.office };
  happenings.push({ ...of, at: later(askAt, -24 * HOUR), kind: 'remove', spot }, { ...of, at: later(askAt, HOUR), kind: 'make', spot: anew(spot) });
}

/** While the service is away a channel is deleted, of which it never hears; the afternoon before the due date there is one of the same name again. */
function goneUnheard({ setting: { calendar }, channels, happenings }: Telling, round: FolderRound): void {
  const { askAt, dueAt } = datesOf(calendar, round);
  const spot = channels.pop();
  if (spot === undefined) return;
  const of = { office: spot.office };
  const before = calendar.at(calendar.openDay(calendar.dayOf(dueAt), -1), '15:00');
  happenings.push({ ...of, at: later(askAt, 72 * HOUR), kind: 'remove', spot }, { ...of, at: before, kind: 'make', spot: anew(spot) });
}

const anew = (spot: Spot): Spot => ({ ...spot, id: spot.id.replace('19:', '19:anew-') });

/** Two days after the ask the bot is taken out of a chat, and put back the day before the answers are due: the first お知らせ comes in between. */
function uninstalled({ setting: { calendar }, chats, happenings }: Telling, round: FolderRound): void {
  const { askAt, dueAt } = datesOf(calendar, round);
  const spot = chats.pop();
  if (spot === undefined) return;
  const of = { office: spot.office, spot };
  happenings.push({ ...of, at: later(askAt, 48 * HOUR), kind: 'uninstall' }, { ...of, at: calendar.at(calendar.openDay(calendar.dayOf(dueAt), -1), '11:00'), kind: 'install' });
}

function askDeleted({ setting: { calendar }, channels, happenings }: Telling, round: FolderRound): void {
  const spot = channels.pop();
  if (spot?.unit === undefined) return;
  happenings.push({ at: later(datesOf(calendar, round).askAt, 23 * HOUR), office: spot.office, kind: 'delete-ask', unit: spot.unit, round: round.id });
}

function renamed({ setting: { calendar, folder }, channels, happenings }: Telling, round: FolderRound): void {
  const spot = channels.pop();
  if (spot === undefined) return;
  const day = calendar.openDay(calendar.dayOf(datesOf(calendar, round).askAt), -5);
  const name = folder.language === 'ja' ? `${spot.name}の連絡` : `${spot.name} (all staff)`;
  happenings.push({ at: calendar.at(day, '11:00'), office: spot.office, kind: 'rename', spot, name });
}

/** From before the ask until a week after it. */
function blockedByReporter({ setting: { calendar }, town, channels, chats, happenings }: Telling, round: FolderRound): void {
  const person = reporterIn(town, chats.pop() ?? channels.pop());
  if (person === undefined) return;
  const { askAt } = datesOf(calendar, round);
  const of = { office: person.office, person };
  happenings.push({ ...of, at: later(askAt, -20 * HOUR), kind: 'block' }, { ...of, at: later(askAt, 9 * 24 * HOUR), kind: 'unblock' });
}

/** From the afternoon before the check until that after it; what came meanwhile is still of use then. */
function blockedBySecretary({ setting: { calendar, folder }, town, happenings }: Telling, { meetingOn, times }: FolderRound): void {
  const person = town.people.find(({ office, role }) => office === folder.id && role === 'secretariat');
  if (person === undefined) return;
  const on = (days: number): Instant => calendar.at(calendar.openDay(meetingOn, -times.check.days + days), '15:30');
  const of = { office: person.office, person };
  happenings.push({ ...of, at: on(-1), kind: 'block' }, { ...of, at: on(1), kind: 'unblock' });
}

/** 10月1日付の異動. */
function transferred({ setting: { calendar, folder, rounds }, town, channels, chats, happenings }: Telling): void {
  const [person, to] = [leavingFrom(town, channels.pop()), (channels.pop() ?? chats.pop())?.unit];
  const year = rounds[0]?.fiscalYear;
  if (person === undefined || to === undefined || year === undefined) return;
  happenings.push({ at: calendar.at(calendar.openDay(`${year}-09-30`, 1), '08:30'), office: folder.id, kind: 'transfer', person, unit: to });
}

/** Somebody of the unit there, to whom the bot may write alone. */
const reporterIn = (town: Town, spot: Spot | undefined): Person | undefined => staffIn(town, spot).find(({ alone }) => !alone);

/** Not the one whose going leaves the unit without anybody to whom the bot may write alone, and show what was answered. */
const leavingFrom = (town: Town, spot: Spot | undefined): Person | undefined => staffIn(town, spot).find(({ alone }) => alone) ?? staffIn(town, spot)[0];

const staffIn = (town: Town, spot: Spot | undefined): readonly Person[] => (spot?.unit === undefined ? [] : staffOf(town, { office: spot.office, unit: spot.unit }));

function shuffled<T>(of: readonly T[], chance: Chance): T[] {
  return of.map((each) => ({ each, key: chance.next() })).toSorted((a, b) => a.key - b.key).map(({ each }) => each);
}

/** The town as it is afterwards. */
export function townAfter(town: Town, what: Happening): Town {
  switch (what.kind) {
    case 'rename': return { ...town, spots: town.spots.map((spot) => (spot.id === what.spot.id ? { ...spot, name: what.name } : spot)) };
    case 'remove': return { ...town, spots: town.spots.filter(({ id }) => id !== what.spot.id) };
    case 'make': return { ...town, spots: [...town.spots, what.spot] };
    case 'transfer': return { ...town, people: town.people.map((person) => (person.id === what.person.id ? { ...person, unit: what.unit } : person)) };
    default: return town;
  }
}
