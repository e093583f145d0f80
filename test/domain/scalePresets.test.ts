import { describe, expect, it } from '@jest/globals';
import { parseMarkId } from '../../src/domain/ids.ts';
import { DEFAULT_TIMES, outOfOrder } from '../../src/domain/roundTimes.ts';
import { GRADE_PRESETS, gradePreset, progressPreset } from '../../src/domain/scalePresets.ts';
import { scale, times } from '../fixtures/office.ts';

const progress = progressPreset('standard', 'ja');

describe('進捗, the standard marks', () => {
  it('are six, words first, with a symbol that prints in black and white', () => {
    expect(progress.map(({ id, symbol, label }) => `${id} ${symbol} ${label}`)).toEqual([
      'not-started − 未着手', 'on-track ○ 順調', 'mostly △ おおむね順調', 'delayed ▲ 遅れ', 'done 済 完了', 'changed 変 変更・中止',
    ]);
  });

  it('require, rank and single out what the shared fixture does', () => {
    const bones = (marks: typeof progress) => marks.map(({ label: _, definition: __, ...rest }) => rest);
    expect(bones(progress)).toEqual(bones(scale.progress));
  });

  it('ask for the reason and the next step of a delay, and for the reason of a change', () => {
    expect(progress.filter(({ attention }) => attention).map(({ id, requires }) => [id, requires])).toEqual([['delayed', ['issue', 'next']], ['changed', ['issue']]]);
  });

  it('do not offer 未着手 and 完了 for what is done all year round', () => {
    expect(progress.filter(({ notForOngoing }) => notForOngoing).map(({ id }) => id)).toEqual(['not-started', 'done']);
  });
});

describe.each(['ja', 'en'] as const)('all presets in %s', (language) => {
  it.each([['standard', progressPreset('standard', language)], ...GRADE_PRESETS.map((preset) => [preset, gradePreset(preset, language)] as const)])('%s: lawful ids, each once, and a definition on one line', (_, marks) => {
    expect(marks.every(({ id }) => parseMarkId(id).ok)).toBe(true);
    expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
    for (const { label, definition, symbol } of marks) {
      expect(marks.filter((other) => other.symbol === symbol)).toHaveLength(1);
      expect([label.length > 0, definition.length > 0 && definition.length <= 80, Array.from(symbol).length]).toEqual([true, true, 1]);
      expect(language === 'en' && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(label + definition + symbol)).toBe(false);
    }
  });

  it.each(GRADE_PRESETS)('%s: better is smaller, and 評価対象外 is last and not compared', (preset) => {
    const ranks = gradePreset(preset, language).map(({ rank }) => rank);
    expect(ranks.slice(0, -1)).toEqual(ranks.slice(0, -1).toSorted());
    expect(ranks.at(-1)).toBeUndefined();
  });
});

describe('達成度, the city’s five steps', () => {
  const grades = gradePreset('kawasaki5', 'ja');
  it('ask once more for 1 and for 5, since 1 is best', () => {
    expect(grades.filter(({ askAgain }) => askAgain).map(({ symbol }) => symbol)).toEqual(['1', '5']);
  });
  it('are the city’s own words', () => {
    expect(grades.map(({ symbol, label }) => `${symbol} ${label}`)).toEqual(['1 目標を大きく上回って達成', '2 目標を上回って達成', '3 目標をほぼ達成', '4 目標を下回った', '5 目標を大きく下回った', 'N 評価対象外']);
  });
});

describe('the usual times of a round', () => {
  it('are in order, and those of the shared fixture', () => {
    expect(outOfOrder(DEFAULT_TIMES)).toBeUndefined();
    expect(DEFAULT_TIMES).toEqual(times);
  });

  it.each([
    ['ask', 'due', { ...times, ask: times.due }], ['due', 'freeze', { ...times, due: times.freeze, headDue: times.freeze, check: times.freeze }],
    ['due', 'headDue', { ...times, headDue: { ...times.due, days: 7 } }], ['check', 'freeze', { ...times, check: { ...times.freeze, days: 1 } }],
  ])('are out of order with %s not before %s', (one, other, given) => {
    expect(outOfOrder(given)).toEqual([one, other]);
  });

  it('may let the head, the secretariat and 資料確定 share a moment', () => {
    expect(outOfOrder({ ...times, headDue: times.due, check: times.freeze, summary: times.freeze })).toBeUndefined();
  });
});
