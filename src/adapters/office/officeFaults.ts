import { sameName } from '../../domain/bindPlaces.ts';
import { plusDays } from '../../domain/calendar.ts';
import type { LocalDate } from '../../domain/instant.ts';
import { flaw, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';
import type { Draft } from './readOfficeJson.ts';
import type { Register } from './readRegister.ts';
import { inRegister } from './registerCsv.ts';

type Place = (path: readonly PropertyKey[], flaw: Flaw) => Fault;

/** The longest New Year closure that is believed, and the most other closed days in a year, 祝日 included. */
const MOST_YEAR_END_DAYS = 31;
const MOST_CLOSED_DAYS = 120;

/** What `office.json` says against itself. */
export const settingFaults = (draft: Draft, place: Place): readonly Fault[] => [
  ...repeats(draft.goals ?? [], ({ number }) => number).map((at) => place(['goals', at, 'number'], flaw('duplicate-goal', draft.goals?.[at]?.number))),
  ...(['progress', 'grade'] as const).flatMap((which) => {
    const marks = draft.scale?.[which];
    return typeof marks === 'object' ? repeats(marks, ({ id }) => id).map((at) => place(['scale', which, at, 'id'], flaw('duplicate-mark', marks[at]?.id))) : [];
  }),
  ...hoursFaults(draft.hours ?? [], place),
  ...draft.posts.flatMap((post, at) => (post?.from !== undefined && post.to !== undefined && post.to < post.from ? [place(['posts', at, 'to'], flaw('span-reversed', post.to, post.from))] : [])),
];

/** What `office.json` and the register say against each other. Without any section that could be read, nothing. */
export function referenceFaults(draft: Draft, register: Register, place: Place): readonly Fault[] {
  const codes = register.sections.map(({ value }) => value.id);
  if (codes.length === 0) return [];
  const known = (path: readonly PropertyKey[], code: string | undefined): readonly Fault[] =>
    code === undefined || codes.some((each) => each === code) ? [] : [place(path, flaw('unknown-section', code, codes.join(', ')))];
  return [
    ...known(['secretariat', 'section'], draft.secretariat?.section),
    ...draft.posts.flatMap((post, at) => known(['posts', at, 'section'], post?.section)),
    ...Object.keys(draft.places ?? {}).flatMap((code) => known(['places', code], code)),
    ...(draft.ongoingCategories ?? []).flatMap((category, at) => unknownCategory(category, ['ongoingCategories', at], register, place)),
    ...nameFaults(draft, register, place),
  ];
}

function unknownCategory(category: string, path: readonly PropertyKey[], { initiatives }: Register, place: Place): readonly Fault[] {
  const categories = new Set(initiatives.map(({ value }) => value.category));
  return categories.size === 0 || categories.has(category) ? [] : [place(path, flaw('unknown-category', category, [...categories].join(', ')))];
}

/** Channels are found by name: no two of all the names by which a place is known may read the same. */
function nameFaults(draft: Draft, { sections }: Register, place: Place): readonly Fault[] {
  type Named = { readonly name: string; readonly of: string; readonly fault: (what: Flaw) => Fault };
  const names: readonly Named[] = [
    ...sections.map(({ row, value }) => ({ name: value.name, of: value.id, fault: (what: Flaw) => inRegister(row, 'section_name', what) })),
    ...Object.entries(draft.places ?? {}).flatMap(([code, channels]) => channels.map((name, at) => ({ name, of: code, fault: (what: Flaw) => place(['places', code, at], what) }))),
    ...(draft.meeting === undefined ? [] : [{ name: draft.meeting.name, of: 'meeting', fault: (what: Flaw) => place(['meeting', 'name'], what) }]),
    ...(draft.meeting?.channels ?? []).map((name, at) => ({ name, of: 'meeting', fault: (what: Flaw) => place(['meeting', 'channels', at], what) })),
  ];
  return names.flatMap(({ name, of, fault }, at) => {
    const other = names.slice(0, at).find((before) => before.of !== of && sameName(before.name, name));
    return other === undefined ? [] : [fault(flaw('duplicate-name', name, other.of))];
  });
}

function hoursFaults(hours: NonNullable<Draft['hours']>, place: Place): readonly Fault[] {
  return hours.flatMap(({ from, to }, at) => {
    if (to <= from) return [place(['hours', at, 'to'], flaw('span-reversed', to, from))];
    return hours.some((other, before) => before < at && other.from < to && from < other.to) ? [place(['hours', at], flaw('hours-overlap', `${from}–${to}`))] : [];
  });
}

/** An office that is hardly ever open could not be planned: its rounds are not looked at then. */
export function closureFaults({ yearEnd }: Draft, closedDays: readonly LocalDate[], place: Place): readonly Fault[] {
  const years = closedDays.map((day) => day.slice(0, 'YYYY'.length));
  const crowded = [...new Set(years)].filter((year) => years.filter((other) => other === year).length > MOST_CLOSED_DAYS);
  return [
    ...(typeof yearEnd === 'object' && isLong(yearEnd) ? [place(['yearEnd'], flaw('year-end-too-long', '', String(MOST_YEAR_END_DAYS)))] : []),
    ...crowded.map((year) => place(['closedDays'], flaw('too-many-closed-days', year, String(MOST_CLOSED_DAYS)))),
  ];
}

function isLong({ from, to }: { readonly from: string; readonly to: string }): boolean {
  let day = `2000-${from}` as LocalDate;
  for (let days = 1; days <= MOST_YEAR_END_DAYS; days += 1) {
    if (day.endsWith(`-${to}`)) return false;
    day = plusDays(day, 1);
  }
  return true;
}

/** The places in the list of those that were there before. */
const repeats = <T>(list: readonly T[], key: (item: T) => unknown): readonly number[] =>
  list.flatMap((item, at) => (list.findIndex((other) => key(other) === key(item)) < at ? [at] : []));
