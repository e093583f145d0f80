import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Row = { readonly id: string; readonly name: string; readonly initiatives: number };

const UNITS: readonly Row[] = [
  { id: 'soumu', name: '総務課', initiatives: 2 }, { id: 'kikikanri', name: '危機管理担当', initiatives: 1 }, { id: 'eisei', name: '衛生課', initiatives: 2 }, { id: 'kikaku', name: '企画課', initiatives: 1 },
  { id: 'kumin', name: '区民課', initiatives: 1 }, { id: 'hiyoshi', name: '日吉出張所', initiatives: 1 },
];

/** Three of them, and the secretariat's. */
export const FEW_UNITS = UNITS.slice(0, 4);

/** An office of a few units with one round, and whatever else `office.json` is to say. */
export function smallOffice(given: Readonly<Record<string, unknown>> = {}, units: readonly Row[] = UNITS): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'torimatome-office-')), 'office');
  mkdirSync(folder);
  const example = JSON.parse(readFileSync('examples/saiwai/office.json', 'utf8')) as Record<string, unknown>;
  const rounds = [{ id: 'mid', fiscalYear: 2026, kind: 'midyear', name: '中間報告', asOf: '2026-09-30', meetingOn: '2026-10-28' }];
  writeFileSync(join(folder, 'office.json'), JSON.stringify({ ...example, places: {}, ongoingCategories: [], rounds, ...given }));
  const rows = units.flatMap(({ id, name, initiatives }) => Array.from({ length: initiatives }, (_, n) => `${id},${name},${id}-${String(n + 1).padStart(2, '0')},取組${n + 1},行うこと${n + 1}。,1,計画,yes`));
  writeFileSync(join(folder, 'register.csv'), `section_code,section_name,initiative_code,title,description,goals,category,confirmed\n${rows.join('\n')}\n`);
  return folder;
}

export const manyUnits = (units: number, initiatives: number): readonly Row[] =>
  Array.from({ length: units }, (_, n) => ({ id: n === 0 ? 'kikaku' : `unit-${n}`, name: n === 0 ? '企画課' : `第${n}課室`, initiatives }));
