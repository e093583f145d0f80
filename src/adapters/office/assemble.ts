import type { LocalDate, WallTime } from '../../domain/instant.ts';
import { parseRoundId } from '../../domain/ids.ts';
import type { Office, OfficeCalendar, OfficeHours, Post } from '../../domain/office.ts';
import type { Offset, RoundPlan, RoundTimes } from '../../domain/round.ts';
import { DEFAULT_TIMES } from '../../domain/roundTimes.ts';
import { gradePreset, progressPreset } from '../../domain/scalePresets.ts';
import type { Holidays } from './holidays.ts';
import type { Draft } from './readOfficeJson.ts';
import type { Register } from './readRegister.ts';
import type { OfficeShape, PostShape, RoundShape } from './shape.ts';

const hour = (from: string, to: string): OfficeHours => ({ from: from as WallTime, to: to as WallTime });
const DEFAULT_HOURS: readonly OfficeHours[] = [hour('08:30', '12:00'), hour('13:00', '17:15')];

/** The office as it is stored: what was left out is what PRODUCT says by default. */
export function officeOf(shape: OfficeShape, { sections, initiatives }: Register, holidays: Holidays): Office {
  const { goals, secretariat, meeting, scale, language, places, unitWord, hours, rounds, posts, ...rest } = shape;
  const { id, name, policy, zone, headConfirmation, answering, release } = rest;
  return {
    id, name, policy, zone, language, headConfirmation, answering, release,
    unitWord: unitWord ?? (language === 'ja' ? '所属' : 'section'),
    goals: goals.map(({ number, mark, short }) => ({ number, mark: mark ?? circled(number), short })),
    secretariat: { section: secretariat.section, contact: secretariat.contact, extension: secretariat.extension },
    meeting: { name: meeting.name, ...(meeting.channels === undefined ? {} : { channels: meeting.channels }) },
    scale: {
      progress: typeof scale.progress === 'string' ? progressPreset(scale.progress, language) : scale.progress.map(present),
      grade: typeof scale.grade === 'string' ? gradePreset(scale.grade, language) : scale.grade.map(present),
    },
    calendar: calendarOf(shape, holidays),
    hours: hours ?? DEFAULT_HOURS,
    posts: [...secretariat.people.map((person): Post => ({ role: 'secretariat', person })), ...posts.flatMap(postOf)],
    sections: sections.map(({ value }) => {
      const channels = places[value.id];
      return channels === undefined ? value : { ...value, channels };
    }),
    initiatives: initiatives.map(({ value }) => value),
    rounds: rounds.flatMap((round) => planOf(round) ?? []),
  };
}

/** Of whatever could be read; a calendar without holidays where their file could not. */
export function calendarOf({ zone = 'UTC', closedDays = [], yearEnd }: Partial<Pick<Draft, 'zone' | 'closedDays' | 'yearEnd'>>, { days, knownUntil }: Holidays): OfficeCalendar {
  return {
    zone,
    closedDays: [...new Set<LocalDate>([...days, ...closedDays])].toSorted(),
    ...(typeof yearEnd === 'object' ? { yearEnd } : {}),
    ...(knownUntil === undefined ? {} : { knownUntil }),
  };
}

/** `undefined` only for an id that the form would have refused. */
export function planOf({ id, fiscalYear, times, ...rest }: RoundShape): RoundPlan | undefined {
  const round = parseRoundId(`FY${fiscalYear}-${id}`);
  return round.ok ? { id: round.value, fiscalYear, ...rest, times: timesOf(times) } : undefined;
}

function timesOf(given: RoundShape['times']): RoundTimes {
  const step = (key: Exclude<keyof RoundTimes, 'reminders'>): Offset => ({ days: given[key]?.days ?? DEFAULT_TIMES[key].days, at: given[key]?.at ?? DEFAULT_TIMES[key].at });
  return {
    ask: step('ask'), due: step('due'), headDue: step('headDue'), check: step('check'), freeze: step('freeze'), summary: step('summary'),
    reminders: given.reminders ?? DEFAULT_TIMES.reminders,
    lateSection: step('lateSection'), lateHead: step('lateHead'), reported: step('reported'),
  };
}

function postOf({ role, section, ...rest }: PostShape): readonly Post[] {
  const post = present(rest);
  if (role === 'secretariat') return [{ role, ...post }];
  return section === undefined ? [] : [{ role, section, ...post }];
}

/** Without the keys that were left out. */
const present = <T extends object>(thing: T): T => Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T;

/** ① to ⑳ */
const circled = (number: number): string => String.fromCodePoint(0x2460 + number - 1);
