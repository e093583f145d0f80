import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIGURES, missedBars, together, type FigureName } from '../../reliability/figures.ts';
import { judged } from '../../reliability/judged.ts';
import { chosen, toRepeat } from '../../reliability/part.ts';
import { PARTS } from '../../reliability/parts.ts';
import { forgetState, stateIn } from '../../reliability/state.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTRACT: readonly FigureName[] = [
  'crashRuns', 'pausePoints', 'ackRuns', 'interleavings', 'scheduleDays', 'zones', 'lost', 'stuck', 'duplicates', 'twins', 'adopted', 'dataDuplicates', 'paceBreaches', 'takeoverP99Seconds',
];

describe('the figures', () => {
  it('are all counted by some part', () => {
    const measured = new Set(PARTS.flatMap(({ measures }) => measures));
    expect(CONTRACT.filter((figure) => !measured.has(figure))).toEqual([]);
    expect(Object.keys(FIGURES).filter((figure) => !measured.has(figure as FigureName))).toEqual([]);
  });

  it('are added over the parts; of zones and spans the largest stands', () => {
    expect(together([{ lost: 1, zones: 3, takeoverP99Seconds: 12 }, { lost: 2, zones: 20 }])).toEqual({ lost: 3, zones: 20, takeoverP99Seconds: 12 });
  });

  it.each<[string, Parameters<typeof missedBars>, readonly string[]]>([
    ['too few points', [{ crashRuns: 999 }, ['crashRuns'], 'full'], ['crashRuns 999: fewer than 1000, which prove nothing']],
    ['just enough', [{ crashRuns: 1000 }, ['crashRuns'], 'full'], []],
    ['enough for the short form', [{ crashRuns: 100 }, ['crashRuns'], 'ci'], []],
    ['one piece, repeated', [{ crashRuns: 1 }, ['crashRuns'], 'piece'], []],
    ['one lost', [{ lost: 1 }, ['lost'], 'piece'], ['lost 1: more than 0']],
    ['none lost', [{ lost: 0 }, ['lost'], 'full'], []],
    ['thirty seconds', [{ takeoverP99Seconds: 30 }, ['takeoverP99Seconds'], 'full'], []],
    ['more than thirty seconds', [{ takeoverP99Seconds: 30.1 }, ['takeoverP99Seconds'], 'full'], ['takeoverP99Seconds 30.1: more than 30']],
    ['not counted', [{}, ['lost'], 'full'], ['lost was not counted']],
    ['a part that was not asked for', [{}, [], 'full'], []],
  ])('with %s', (_, given, missed) => {
    expect(missedBars(...given)).toEqual(missed);
  });

  it('are told with every breach and by cause', () => {
    const part = { name: 'crash', measures: ['lost', 'twins'] } as const;
    const result = { figures: { lost: 0, twins: 3 }, causes: { twins: { 'a reset': 1, '500': 2 } }, breaches: ['nobody asked 総務課'] };
    expect(judged([[part, result], [part, result]], { seed: 7, ci: false, whole: true })).toEqual({
      lost: 0, twins: 6, causes: { twins: { 'a reset': 2, '500': 4 } }, seed: 7, ci: false, breaches: ['crash: nobody asked 総務課', 'crash: nobody asked 総務課'],
    });
  });

  it('that a part was to count and did not are a breach', () => {
    expect(judged([[{ name: 'crash', measures: ['lost'] }, { figures: {}, breaches: [] }]], { seed: 1, ci: true, whole: true }).breaches).toContain('crash: lost was not counted');
  });
});

describe('a breach', () => {
  it('says how to see it again', () => {
    expect(toRepeat('crash', { seed: 3, ci: true }, 'sqlite, 429')).toBe(`repeat: npm run reliability -- --part crash --seed 3 --ci --only 'sqlite, 429'`);
    expect(chosen(['sqlite, 429', 'sqlite, 429 odd', 'sqlite, ok'], { only: 'sqlite, 429' })).toEqual(['sqlite, 429', 'sqlite, 429 odd']);
    expect(chosen(['a', 'b'], {})).toEqual(['a', 'b']);
  });
});

describe('a run that was interrupted', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'torimatome-state-')); });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('goes on from what was done, as long as the same is asked of the same sources', () => {
    stateIn(folder, ROOT, { seed: '1' }).put('crash: ok', { runs: 3 });
    expect(stateIn(folder, ROOT, { seed: '1' }).get('crash: ok')).toEqual({ runs: 3 });
    expect(stateIn(folder, ROOT, { seed: '1' }).has('crash: 429')).toBe(false);
    expect(stateIn(folder, ROOT, { seed: '2' }).has('crash: ok')).toBe(false);
    forgetState(folder);
    expect(stateIn(folder, ROOT, { seed: '1' }).has('crash: ok')).toBe(false);
  });
});
