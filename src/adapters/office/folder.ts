import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '../../domain/office.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { calendarOf, officeOf, planOf } from './assemble.ts';
import { flaw } from './cells.ts';
import { decode } from './decode.ts';
import type { Fault } from './fault.ts';
import { japaneseHolidays, readHolidayFile, yearsInUse, type Holidays } from './holidays.ts';
import { closureFaults, referenceFaults, settingFaults } from './officeFaults.ts';
import { OFFICE_FILE, readOfficeJson, type Draft, type OfficeJson } from './readOfficeJson.ts';
import { readRegister, type Register } from './readRegister.ts';
import { readRows, REGISTER_FILE } from './registerCsv.ts';
import { roundFaults, type Numbered } from './roundFaults.ts';
import { warningsOf } from './warnings.ts';

const MOST_BYTES = 1_000_000;

/** 役所のフォルダ: the office, and what its secretariat should know of its plan; or every fault of the folder at once. */
export async function readOfficeFolder(dir: string): Promise<Result<{ readonly office: Office; readonly warnings: readonly Fault[] }, readonly Fault[]>> {
  const isFolder = await stat(dir).then((found) => found.isDirectory(), () => false);
  if (!isFolder) return err([{ ...flaw('missing-directory', ''), file: dir }]);
  const json = await officeJsonOf(dir);
  const register = await registerOf(dir, json.draft);
  const holidays = await holidaysOf(dir, json.draft);
  const faults = [...json.faults, ...register.faults, ...holidays.faults, ...meaningFaults(json, register, holidays.holidays)];
  if (faults.length > 0 || json.whole === undefined) return err(faults);
  const office = officeOf(json.whole, register, holidays.holidays);
  return ok({ office, warnings: warningsOf(office, register, json) });
}

/** Without the file there is nothing to read, but the rest of the folder is looked at all the same. */
async function officeJsonOf(dir: string): Promise<OfficeJson> {
  const text = await readText(dir, OFFICE_FILE);
  return text.ok ? readOfficeJson(text.value) : { draft: { rounds: [], posts: [] }, faults: [text.error], at: (_, what) => ({ file: OFFICE_FILE, ...what }) };
}

async function registerOf(dir: string, draft: Draft): Promise<Register> {
  const text = await readText(dir, REGISTER_FILE);
  const { rows, faults } = text.ok ? readRows(text.value) : { rows: [], faults: [text.error] };
  const register = readRegister(rows, draft);
  return { ...register, faults: [...faults, ...register.faults] };
}

/** What is wrong although each value by itself is not. */
function meaningFaults({ draft, at }: OfficeJson, register: Register, holidays: Holidays): readonly Fault[] {
  const calendar = calendarOf(draft, holidays);
  const closures = closureFaults(draft, [...calendar.closedDays], at);
  const rounds = closures.length > 0 ? [] : roundFaults(numbered(draft), calendar, at);
  return [...settingFaults(draft, at), ...closures, ...referenceFaults(draft, register, at), ...rounds];
}

const numbered = ({ rounds }: Draft): readonly Numbered[] =>
  rounds.flatMap((round, at) => {
    const plan = round === undefined ? undefined : planOf(round);
    return plan === undefined ? [] : [{ at, plan }];
  });

async function holidaysOf(dir: string, { holidays: setting, rounds }: Draft): Promise<{ readonly holidays: Holidays; readonly faults: readonly Fault[] }> {
  const years = yearsInUse(rounds.flatMap((round) => round ?? []));
  if (setting === undefined || setting === 'none' || years === undefined) return { holidays: { days: [] }, faults: [] };
  if (setting === 'jp') return { holidays: japaneseHolidays(years), faults: [] };
  const text = await readText(dir, setting);
  return text.ok ? readHolidayFile(setting, text.value, years) : { holidays: { days: [] }, faults: [text.error] };
}

async function readText(dir: string, file: string): Promise<Result<string, Fault>> {
  const path = join(dir, file);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return err({ ...flaw('missing-file', ''), file });
  if (found.size > MOST_BYTES) return err({ ...flaw('too-large', String(found.size), String(MOST_BYTES)), file });
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return err({ ...flaw('unreadable-file', ''), file });
  const text = decode(bytes);
  if (!text.ok) return err({ ...flaw('bad-encoding', ''), file });
  return text.value.trim() === '' ? err({ ...flaw('empty-file', ''), file }) : text;
}
