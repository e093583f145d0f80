import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const offset = z.object({ days: z.number(), at: z.string() });
type Offset = z.infer<typeof offset>;

/** What a round is counted by where the folder says nothing, as the documentation has it. */
const TIMES = {
  ask: { days: 15, at: '10:00' }, due: { days: 6, at: '17:00' }, headDue: { days: 4, at: '17:00' }, check: { days: 3, at: '10:00' }, freeze: { days: 2, at: '17:00' },
  summary: { days: 1, at: '10:00' }, reminders: [{ days: 2, at: '10:00' }, { days: 0, at: '10:00' }], lateSection: { days: 1, at: '10:00' }, lateHead: { days: 2, at: '10:00' },
  reported: { days: 1, at: '10:00' },
};
const some = offset.partial().optional();
const Times = z.object({
  ask: some, due: some, headDue: some, check: some, freeze: some, summary: some, lateSection: some, lateHead: some, reported: some, reminders: z.array(offset).optional(),
}).default({});
const HOURS = [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '17:15' }];

const span = z.object({ from: z.string(), to: z.string() });
const Shape = z.object({
  id: z.string(), name: z.string(), zone: z.string(), language: z.enum(['ja', 'en']).default('ja'),
  secretariat: z.object({ section: z.string(), people: z.array(z.string()).default([]) }),
  meeting: z.object({ name: z.string() }),
  holidays: z.string().default('jp'), closedDays: z.array(z.string()).default([]), yearEnd: z.union([z.literal('none'), span]).default({ from: '12-29', to: '01-03' }), hours: z.array(span).default(HOURS),
  headConfirmation: z.enum(['off', 'when-registered', 'required']).default('when-registered'),
  release: z.enum(['confirm', 'automatic']).default('confirm'),
  posts: z.array(z.object({ role: z.string(), section: z.string().optional(), person: z.string() })).default([]),
  rounds: z.array(z.object({
    id: z.string(), fiscalYear: z.number(), kind: z.string(), name: z.string(), asOf: z.string(), meetingOn: z.string(), trial: z.boolean().default(false), forecast: z.boolean().default(false), times: Times,
  })),
});

export type FolderUnit = { readonly id: string; readonly name: string; readonly initiatives: readonly string[] };
export type FolderRound = {
  readonly id: string; readonly fiscalYear: number; readonly kind: string; readonly name: string; readonly asOf: string; readonly meetingOn: string; readonly forecast: boolean; readonly trial: boolean;
  readonly times: Readonly<Record<'ask' | 'due' | 'headDue' | 'check' | 'freeze' | 'summary' | 'lateSection' | 'lateHead' | 'reported', Offset>> & { readonly reminders: readonly Offset[] };
};

/** 役所のフォルダー, read by the rehearsal itself: what the service makes of it may be wrong. */
export type Folder = Pick<z.infer<typeof Shape>, 'id' | 'name' | 'zone' | 'language' | 'secretariat' | 'meeting' | 'hours' | 'posts' | 'yearEnd' | 'headConfirmation'> & {
  readonly units: readonly FolderUnit[];
  readonly rounds: readonly FolderRound[];
  /** 祝日 and the office's own closed days. */
  readonly closed: ReadonlySet<string>;
};

/** @throws if it cannot be read. */
export function readFolder(folder: string): Folder {
  const shape = Shape.parse(JSON.parse(readFileSync(join(folder, 'office.json'), 'utf8')));
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(registerText(join(folder, 'register.csv')), { columns: true, bom: true }));
  const ids = [...new Set(rows.map((row) => row['section_code'] ?? ''))];
  return {
    ...shape,
    units: ids.map((id) => {
      const own = rows.filter((row) => row['section_code'] === id);
      return { id, name: own[0]?.['section_name'] ?? '', initiatives: own.map((row) => row['initiative_code'] ?? '') };
    }),
    rounds: shape.rounds.map(({ times, ...round }) => ({ ...round, id: `FY${round.fiscalYear}-${round.id}`, times: timesOf(times) })),
    closed: new Set([...shape.closedDays, ...holidaysIn(shape.holidays, folder)]),
  };
}

function timesOf(given: z.infer<typeof Times>): FolderRound['times'] {
  const { reminders = TIMES.reminders, ...steps } = given;
  const one = (step: keyof typeof steps): Offset => ({ days: steps[step]?.days ?? TIMES[step].days, at: steps[step]?.at ?? TIMES[step].at });
  return {
    ask: one('ask'), due: one('due'), headDue: one('headDue'), check: one('check'), freeze: one('freeze'), summary: one('summary'),
    lateSection: one('lateSection'), lateHead: one('lateHead'), reported: one('reported'), reminders,
  };
}

function registerText(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

const Listed = z.object({ holidays: z.record(z.string(), z.unknown()) });

function holidaysIn(holidays: string, folder: string): readonly string[] {
  if (holidays === 'none') return [];
  if (holidays !== 'jp') return existsSync(join(folder, holidays)) ? readFileSync(join(folder, holidays), 'utf8').match(/\d{4}-\d{2}-\d{2}/g) ?? [] : [];
  return Object.keys(Listed.parse(createRequire(import.meta.url)('@holiday-jp/holiday_jp')).holidays);
}
