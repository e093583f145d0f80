import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chance } from '../../rehearse/chance.ts';
import { readFolder } from '../../rehearse/folder.ts';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import type { Office } from '../../src/domain/office.ts';
import { plusDays, wallCalendarOf, type WallCalendar } from './wallCalendar.ts';
import type { Setting } from './targets.ts';
import type { ZoneYears } from './zones.ts';

/** An office as the service read it, and as the oracle did; both from the same folder. */
export type Drawn = { readonly office: Office; readonly setting: Setting };

export const UNITS = ['aoi', 'beni'] as const;
const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** One unit has a head, the other has none. */
const HEADS: Readonly<Record<string, string>> = { aoi: person(11) };
const SECRETARIAT = [person(90), person(91)];

const EXAMPLE = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'saiwai', 'office.json'), 'utf8')) as Record<string, unknown>;
const REGISTER = ['section_code,section_name,initiative_code,title,description,goals,category,confirmed', ...UNITS.map((unit) => `${unit},${unit}課,${unit}-01,略称,本文,1,環境整備,yes`)].join('\n');

const TRIES = 30;

/** 役所のフォルダー drawn by chance: hours, closed days and a year of rounds. @throws if none of many is sound */
export async function drawFolder(chance: Chance, { zone, byNight }: Pick<ZoneYears, 'zone' | 'byNight'>, fiscalYear: number): Promise<Drawn> {
  const path = mkdtempSync(join(tmpdir(), 'torimatome-schedule-'));
  try {
    writeFileSync(join(path, 'register.csv'), REGISTER);
    let fault: unknown;
    for (let tried = 0; tried < TRIES; tried += 1) {
      writeFileSync(join(path, 'office.json'), JSON.stringify(officeJson(chance, zone, byNight === true, fiscalYear)));
      const read = await readOfficeFolder(path);
      if (read.ok) return { office: read.value.office, setting: settingOf(chance, path, fiscalYear) };
      fault = read.error[0];
    }
    throw new Error(`no sound folder: ${JSON.stringify(fault)}`);
  } finally {
    rmSync(path, { recursive: true });
  }
}

/** In use since the first days of the year, or only later in it. */
function settingOf(chance: Chance, path: string, fiscalYear: number): Setting {
  const folder = readFolder(path);
  const calendar = wallCalendarOf(folder);
  const liveOn = calendar.openDay(plusDays(`${fiscalYear}-04-01`, chance.oneIn(4) ? chance.below(90) : chance.below(5)), 1);
  return { folder, calendar, heads: HEADS, secretariat: SECRETARIAT, liveSince: calendar.at(liveOn, chance.pick(['09:00', '10:17', '16:55'])) };
}

const BY_DAY = [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '17:15' }];
const ALL_DAY = [{ from: '09:00', to: '17:30' }];
/** Open across whatever the clocks do at night. */
const BY_NIGHT = [{ from: '00:00', to: '11:45' }, { from: '12:30', to: '23:45' }];

function officeJson(chance: Chance, zone: string, byNight: boolean, fiscalYear: number): Record<string, unknown> {
  const hours = byNight ? BY_NIGHT : chance.pick([BY_DAY, BY_DAY, ALL_DAY]);
  const closedDays = [...new Set(Array.from({ length: 12 }, () => plusDays(`${fiscalYear}-04-01`, chance.below(365))))].toSorted();
  const yearEnd = chance.oneIn(4) ? 'none' as const : { from: '12-29', to: '01-03' };
  const calendar = wallCalendarOf({ zone, closed: new Set(closedDays), yearEnd, hours });
  return {
    ...EXAMPLE, zone, hours, closedDays, yearEnd, holidays: 'none', places: {}, secretariat: { section: UNITS[0], contact: '企画課', extension: '内線1', people: SECRETARIAT },
    headConfirmation: 'off', // a head is asked when a unit submits, and by no date of the plan
    ongoingCategories: [], posts: Object.entries(HEADS).map(([section, head]) => ({ role: 'head', section, person: head })), rounds: roundsOf(chance, calendar, byNight, fiscalYear),
  };
}

/** Hours that are skipped, or come twice, where clocks are changed on open days: after midnight, at two, before midnight. */
const IN_THE_CHANGE = ['00:30', '02:30', '23:30'];

type Offset = { readonly days: number; readonly at: string };
type Steps = Readonly<Record<'ask' | 'due' | 'headDue' | 'check' | 'freeze' | 'summary', Offset>>;

/** A round every few weeks, some of them overlapping; where clocks change on open days, a step falls on such a day. */
function roundsOf(chance: Chance, calendar: WallCalendar, byNight: boolean, fiscalYear: number): readonly unknown[] {
  const [first, last] = [plusDays(`${fiscalYear}-04-01`, 35), `${fiscalYear + 1}-03-16`];
  const changes = calendar.changes(`${fiscalYear}-04-20`, `${fiscalYear + 1}-03-28`).filter((day) => calendar.isOpen(day));
  const meetings: { readonly on: string; readonly steps: Steps }[] = [];
  for (let day = first; day < last; day = plusDays(day, 35 + chance.below(40))) {
    const steps = stepsOf(chance, byNight);
    meetings.push({ on: calendar.openDay(day, 1), steps });
  }
  for (const change of changes) for (const at of IN_THE_CHANGE) {
    const steps = stepsOf(chance, byNight);
    const step = chance.pick(Object.keys(steps) as (keyof Steps)[]);
    meetings.push({ on: calendar.openDay(change, steps[step].days), steps: { ...steps, [step]: { ...steps[step], at } } });
  }
  const once = meetings.filter(({ on }, n) => meetings.findIndex((other) => other.on === on) === n).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return once.map(({ on, steps }, n) => roundOf(chance, byNight, fiscalYear, { on, steps, n }));
}

function roundOf(chance: Chance, byNight: boolean, fiscalYear: number, { on, steps, n }: { readonly on: string; readonly steps: Steps; readonly n: number }): unknown {
  const hour = (): string => hourOf(chance, byNight);
  const [asOf, start] = [plusDays(on, -(25 + chance.below(30))), `${fiscalYear}-04-01`];
  const reminders = [0, 1, 2, 3, 5].filter(() => chance.oneIn(2)).map((days) => ({ days, at: hour() }));
  return {
    id: `r${n + 1}`, name: `第${String(n + 1).padStart(2, '0')}回報告`, fiscalYear, kind: n === 0 ? 'progress' : chance.pick(['progress', 'midyear', 'light']),
    asOf: asOf < start ? start : asOf, meetingOn: on, forecast: chance.oneIn(4),
    times: {
      ...steps, reminders, lateSection: { days: chance.below(3), at: hour() }, lateHead: { days: 1 + chance.below(2), at: hour() }, reported: { days: chance.below(3), at: hour() },
    },
  };
}

function stepsOf(chance: Chance, byNight: boolean): Steps {
  const gaps = Array.from({ length: 4 }, () => 1 + chance.below(2));
  const [summary = 1, freeze = 1, check = 1, headDue = 1] = gaps;
  const days = { summary: summary - 1, freeze: summary + freeze - 1, check: summary + freeze + check - 1, headDue: summary + freeze + check + headDue - 1 };
  const due = days.headDue + 1 + chance.below(2);
  const at = (of: number): Offset => ({ days: of, at: hourOf(chance, byNight) });
  return { ask: at(due + 4 + chance.below(8)), due: at(due), headDue: at(days.headDue), check: at(days.check), freeze: at(days.freeze), summary: at(days.summary) };
}

const USUAL = ['08:30', '09:00', '10:00', '10:00', '11:45', '12:00', '12:30', '13:00', '16:00', '17:00', '17:00', '17:15', '07:00', '20:00'];
/** Around the hours at which clocks are changed. */
const NIGHTLY = ['00:00', '00:15', '00:30', '00:59', '01:00', '01:30', '02:00', '02:15', '02:45', '03:00', '22:30', '23:00', '23:15', '23:30', '23:44'];

const hourOf = (chance: Chance, byNight: boolean): string => chance.pick(byNight && !chance.oneIn(3) ? NIGHTLY : USUAL);
