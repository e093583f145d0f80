import { describe, expect, it } from '@jest/globals';
import type { Setting } from '../../rehearse/agenda.ts';
import { calendarOf } from '../../rehearse/calendar.ts';
import { readFolder } from '../../rehearse/folder.ts';
import { happeningsOf, townAfter, type Happening } from '../../rehearse/happenings.ts';
import { staffOf, townOf } from '../../rehearse/town.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

function settingOf(path: string): Setting {
  const folder = readFolder(path);
  return { folder, calendar: calendarOf(folder), rounds: folder.rounds };
}
const townIn = ({ folder }: Setting) => townOf([folder]);
const yearOf = (setting: Setting, seed = 1) => happeningsOf(setting, townIn(setting), seed);
const kinds = (happenings: readonly Happening[]): readonly string[] => happenings.map(({ kind }) => kind);
const unitOf = (what: Happening): string | undefined => ('spot' in what ? what.spot.unit : what.kind === 'delete-ask' ? what.unit : what.person.unit);

const ward = settingOf('examples/saiwai');
const small = settingOf(smallOffice({}, FEW_UNITS));

describe('what happens in a town in a year', () => {
  it('is all of it where there are units enough, in order', () => {
    expect(kinds(yearOf(ward))).toEqual(['rename', 'remove', 'make', 'uninstall', 'install', 'transfer', 'block', 'delete-ask', 'remove', 'unblock', 'make', 'block', 'unblock']);
    expect(yearOf(ward).map(({ at }) => at)).toEqual(yearOf(ward).map(({ at }) => at).toSorted());
  });

  it('is less where there are few, and never the same unit twice, nor the secretariat’s', () => {
    expect(kinds(yearOf(small))).toEqual(['remove', 'make', 'delete-ask', 'uninstall', 'install', 'block', 'unblock']);
    for (const setting of [ward, small]) {
      const units = yearOf(setting).filter(({ kind }) => !['make', 'install', 'unblock'].includes(kind)).map(unitOf);
      expect(new Set(units).size).toBe(units.length);
      expect(units).not.toContain(setting.folder.secretariat.section);
    }
  });

  it('is the same for the same seed, and with others it is others’', () => {
    expect(yearOf(ward, 7)).toEqual(yearOf(ward, 7));
    expect(new Set(Array.from({ length: 8 }, (_, seed) => JSON.stringify(yearOf(ward, seed).map(unitOf)))).size).toBeGreaterThan(4);
  });

  it.each(Array.from({ length: 8 }, (_, seed) => [seed]))('leaves each unit somebody to whom the bot may write alone (%i)', (seed) => {
    const after = yearOf(ward, seed).reduce(townAfter, townIn(ward));
    for (const { id } of ward.folder.units) expect(staffOf(after, { office: ward.folder.id, unit: id }).some(({ alone }) => !alone)).toBe(true);
  });
});

describe('the town afterwards', () => {
  const after = yearOf(ward).reduce(townAfter, townIn(ward));
  it('has a place for each unit, of which two are other channels than before and one has another name', () => {
    const places = (town: typeof after) => town.spots.filter(({ unit }) => unit !== undefined);
    expect(new Set(places(after).map(({ unit }) => unit)).size).toBe(ward.folder.units.length);
    expect(places(after).filter(({ id }) => !places(townIn(ward)).some((spot) => spot.id === id))).toHaveLength(2);
    expect(places(after).filter(({ name }) => !places(townIn(ward)).some((spot) => spot.name === name)).map(({ name }) => name)).toEqual([expect.stringMatching(/の連絡$/)]);
  });

  it('has as many people as before, one of them in another unit', () => {
    const moved = after.people.filter((person) => townIn(ward).people.find(({ id }) => id === person.id)?.unit !== person.unit);
    expect([after.people.length, moved.length]).toEqual([townIn(ward).people.length, 1]);
  });
});
