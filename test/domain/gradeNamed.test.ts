import { describe, expect, it } from '@jest/globals';
import { gradeNamed } from '../../src/domain/gradeNamed.ts';
import { scale } from '../fixtures/office.ts';

describe('a grade of last year', () => {
  it.each([
    ['3', 'g3'], ['３', 'g3'], ['g3', 'g3'], ['n', 'gn'], ['目標をほぼ達成', 'g3'], ['目標をほぼ達成（3）', 'g3'], ['目標をほぼ達成 3', 'g3'], [' 評価対象外（Ｎ） ', 'gn'], ['4', undefined], ['B', undefined], ['', undefined],
  ])('written as %s is %s of the present scale', (written, id) => { expect(gradeNamed(scale.grade, written)?.id).toBe(id); });
});
