import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../src/adapters/office/fault.ts';
import { faultInWords } from '../../../src/adapters/office/faultInWords.ts';
import { readOfficeFolder } from '../../../src/adapters/office/folder.ts';
import { yearInWords } from '../../../src/adapters/office/yearInWords.ts';
import { dayOf, wallOf } from '../../../src/domain/calendar.ts';
import type { Office } from '../../../src/domain/office.ts';
import { scheduleOf } from '../../../src/domain/schedule.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

async function example(name: string): Promise<{ readonly office: Office; readonly warnings: readonly Fault[] }> {
  const read = await readOfficeFolder(join(EXAMPLES, name));
  if (!read.ok) throw new Error(read.error.map((fault) => faultInWords(fault, 'ja')).join('\n'));
  return read.value;
}

describe.each(readdirSync(EXAMPLES))('the example %s', (name) => {
  it('is read without a fault, and with no warning but that holidays to come are not published yet', async () => {
    const { warnings } = await example(name);
    expect(warnings.filter(({ kind }) => kind !== 'holidays-unknown')).toEqual([]);
  });

  it('has a year of four rounds that ends with the grade, and lightens none before people know it', async () => {
    const { office } = await example(name);
    expect(office.rounds.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2026, 2026, 2026]);
    expect(office.rounds.map(({ kind }) => kind)).toEqual(['progress', 'midyear', 'light', 'yearend']);
  });

  it('gives no unit a name that reads as a part of another\'s, so that a name on a card is that unit\'s alone', async () => {
    const { office } = await example(name);
    const names = [...office.sections.map((section) => section.name), office.meeting.name];
    expect(names.flatMap((one, at) => names.filter((other, before) => before !== at && other.includes(one)))).toEqual([]);
  });

  it('asks every unit, and about nothing twice under the same title', async () => {
    const { office } = await example(name);
    expect(office.sections.filter(({ id }) => !office.initiatives.some(({ section }) => section === id))).toEqual([]);
    expect(new Set(office.initiatives.map(({ title }) => title)).size).toBe(office.initiatives.length);
  });
});

describe('the large office', () => {
  it('has 60 units and 400 initiatives, some of them with an owner to confirm', async () => {
    const { office } = await example('large');
    expect([office.sections.length, office.initiatives.length, office.initiatives.filter(({ confirmed }) => !confirmed).length]).toEqual([60, 400, 36]);
  });
});

describe('the office in New York', () => {
  it('keeps no holidays but its own closed days', async () => {
    const { office } = await example('newyork');
    const own = (JSON.parse(readFileSync(join(EXAMPLES, 'newyork/office.json'), 'utf8')) as { readonly closedDays: readonly string[] }).closedDays;
    expect([office.calendar.closedDays, office.calendar.yearEnd, office.calendar.knownUntil]).toEqual([own, undefined, undefined]);
  });

  it.each([
    ['FY2026-autumn', '2026-11-01', '2026-10-22T14:00:00.000Z', '2026-11-04T22:00:00.000Z', 'ends'],
    ['FY2026-final', '2027-03-14', '2027-03-04T15:00:00.000Z', '2027-03-17T21:00:00.000Z', 'begins'],
  ])('in the round %s asks at 10:00 and has 17:00 for its due time, though on %s summer time changes between them', async (id, change, askAt, dueAt) => {
    const { office } = await example('newyork');
    const schedule = scheduleOf(office, office.rounds.find((round) => round.id === id)!);
    expect([schedule.askAt, schedule.dueAt]).toEqual([askAt, dueAt]);
    expect([wallOf(office.zone, schedule.askAt), wallOf(office.zone, schedule.dueAt)]).toEqual(['10:00', '17:00']);
    expect(dayOf(office.zone, schedule.askAt) < change && change < dayOf(office.zone, schedule.dueAt)).toBe(true);
  });

  it('is English throughout: its folder, the scale that it takes from us, and what is said of its year', async () => {
    const { office } = await example('newyork');
    const files = ['office.json', 'register.csv'].map((file) => readFileSync(join(EXAMPLES, 'newyork', file), 'utf8'));
    const said = [...files, JSON.stringify(office), ...yearInWords(office)];
    expect(said.map((text) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u.exec(text)?.[0])).toEqual(said.map(() => undefined));
  });
});
