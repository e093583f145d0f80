import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { soughtIn, type Sought } from '../../src/domain/historySought.ts';
import { day, initiative, office as officeOf, section, sectionId } from '../fixtures/office.ts';

const TODAY = day('2026-11-20');
const office = officeOf({
  sections: [section('soumu', '総務課'), section('hogo1-2', '保護1課・保護2課'), section('eisei', '衛生課')],
  initiatives: [
    initiative('soumu-00', 'soumu', { title: '終わった取組', officialText: '終わった。', to: day('2026-03-31') }),
    initiative('soumu-01', 'soumu', { title: '初期応対力の向上', officialText: '用件を正しくつかむ。' }), initiative('soumu-02', 'soumu', { title: 'ＳＮＳによる 発信', officialText: '窓口の混雑を知らせる。' }),
    initiative('soumu-03', 'soumu', { title: '窓口の案内', officialText: '表示を見直す。' }), initiative('hogo1-2-01', 'hogo1-2', { title: '訪問の記録', officialText: '訪問を記録する。' }),
    initiative('eisei-01', 'eisei', { title: '食品衛生の窓口', officialText: '相談を受ける。' }),
  ],
});
const OWN = [sectionId('soumu')];
const ALL = ['soumu', 'hogo1-2', 'eisei'].map(sectionId);

const named = (sought: Sought): string => {
  switch (sought.kind) {
    case 'section': return sought.section.id;
    case 'initiative': return sought.initiative.id;
    case 'several': return sought.initiatives.map(({ id }) => id).join(' ');
    case 'none': return '';
  }
};
const mine = (said: string): string => named(soughtIn(office, OWN, sectionId('soumu'), said, TODAY));
const all = (said: string): string => named(soughtIn(office, ALL, undefined, said, TODAY));

describe('what is said after 履歴', () => {
  it.each([
    ['取組2', 'soumu-02'], ['取組 2', 'soumu-02'], ['取組２', 'soumu-02'], ['2', 'soumu-02'], ['no.2', 'soumu-02'], ['initiative 2', 'soumu-02'],
    ['取組4', 'soumu-00'], ['取組5', ''], ['取組0', ''], ['soumu-03', 'soumu-03'], ['SOUMU-03', 'soumu-03'], ['初期応対', 'soumu-01'], ['sns', 'soumu-02'], ['snsによる発信', 'soumu-02'],
    ['用件', 'soumu-01'], ['窓口', 'soumu-02 soumu-03'], ['総務課', 'soumu'], ['総 務課', 'soumu'], ['soumu', 'soumu'], ['総務課 取組3', 'soumu-03'], ['総務課 3', 'soumu-03'], ['soumu 窓口の案内', 'soumu-03'],
    ['図書館', ''], ['総務課 図書館', ''],
  ])('%s, of one’s own section, is %s', (said, expected) => { expect(mine(said)).toBe(expected); });

  it.each([
    ['衛生課', 'eisei'], ['衛生課 1', 'eisei-01'], ['保護1課・保護2課', 'hogo1-2'], ['保護1課・保護2課 取組1', 'hogo1-2-01'], ['hogo1-2-01', 'hogo1-2-01'], ['窓口', 'soumu-02 soumu-03 eisei-01'], ['食品', 'eisei-01'], ['取組1', ''], ['総務課 食品', ''],
  ])('%s, of all sections, is %s', (said, expected) => { expect(all(said)).toBe(expected); });

  it.each(['衛生課', 'eisei', 'eisei-01', '食品', '衛生課 1', '相談を受ける'])('finds nothing that may not be read: %s is as if it did not exist', (said) => {
    expect(soughtIn(office, OWN, sectionId('soumu'), said, TODAY)).toEqual(soughtIn(office, OWN, sectionId('soumu'), '図書館', TODAY));
  });
  it('finds nothing outside what may be read, and never fails, whatever is said', () => {
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('取組', '1', '窓口', '衛生課', 'eisei-01', '総務課', 'の').chain((word) => fc.constantFrom(word, `${word} 1`, `${word}課`)));
    fc.assert(fc.property(words, (said) => { expect(mine(said)).not.toMatch(/eisei|hogo/); }));
  });
});
