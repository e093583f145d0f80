import { describe, expect, it } from '@jest/globals';
import { faultInWords } from '../../../src/adapters/office/faultInWords.ts';
import { readOfficeFolder } from '../../../src/adapters/office/folder.ts';
import type { Initiative } from '../../../src/domain/office.ts';
import { addColumn, set, withFolder, type Files } from '../../fixtures/folder.ts';

type Read = { readonly initiatives: readonly Initiative[]; readonly faults: readonly string[]; readonly warnings: readonly string[] };

async function read(change: (files: Files) => void, language: 'ja' | 'en' = 'ja'): Promise<Read> {
  return withFolder(change, async (dir) => {
    const result = await readOfficeFolder(dir);
    const words = (faults: readonly Parameters<typeof faultInWords>[0][]) => faults.map((fault) => faultInWords(fault, language));
    return result.ok ? { initiatives: result.value.office.initiatives, faults: [], warnings: words(result.value.warnings) } : { initiatives: [], faults: words(result.error), warnings: [] };
  });
}

/** The three columns with their cells in row 3; a column is left out where there is no cell for it. */
const told = (year: string | undefined, grade?: string, result?: string) => (files: Files): void => {
  for (const [column, value] of [['last_year', year], ['last_year_grade', grade], ['last_year_result', result]] as const) if (value !== undefined) addColumn(files, column, 3, value);
};

describe('前年度の結果 in the register', () => {
  it('is read from its three columns, and is nobody’s where they are empty', async () => {
    const { initiatives } = await read(told('2025', '３', '案内を改めた。'));
    expect(initiatives[1]?.lastYear).toEqual({ fiscalYear: 2025, grade: '３', result: '案内を改めた。' });
    expect(initiatives.filter((initiative) => 'lastYear' in initiative)).toHaveLength(1);
  });
  it('may have no grade, or no result', async () => {
    expect((await read(told('2025', undefined, '案内を改めた。'))).initiatives[1]?.lastYear).toEqual({ fiscalYear: 2025, grade: '', result: '案内を改めた。' });
    expect((await read(told('2025', '3'))).initiatives[1]?.lastYear).toEqual({ fiscalYear: 2025, grade: '3', result: '' });
  });
  it('may have a year and nothing to tell of it: the register is one for all', async () => { expect((await read(told('2025', '', ''))).initiatives[1]).not.toHaveProperty('lastYear'); });
  it('keeps the line breaks of its text', async () => { expect((await read(told('2025', '3', '"一\n二"'))).initiatives[1]?.lastYear?.result).toBe('一\n二'); });

  it.each([['2025', 2025], ['ＦＹ2025', 2025], ['2025年度', 2025], ['令和7年度', 2025], ['令和７', 2025], ['R7', 2025], ['令和元年度', 2019], ['平成30年度', 2018], ['H30', 2018]])('takes %s as fiscal year %i', async (written, year) => {
    expect((await read(told(written, '3'))).initiatives[1]?.lastYear?.fiscalYear).toBe(year);
  });

  it.each([
    ['no year', undefined, '3', '案内を改めた。', 'register.csv 3行目 last_year列：入力がありません。この列は空欄にできません。'],
    ['an empty year', '', undefined, '案内を改めた。', 'register.csv 3行目 last_year列：入力がありません。この列は空欄にできません。'],
    ['no year that can be read', '昨年', '3', '', 'register.csv 3行目 last_year列：「昨年」は年度として読めません。2025又は令和7年度のように入力してください。'],
    ['year nought', '令和0年度', '3', '', 'register.csv 3行目 last_year列：「令和0年度」は年度として読めません。2025又は令和7年度のように入力してください。'],
    ['the year of the rounds', '2026', '3', '', 'register.csv 3行目 last_year列：「2026」年度は、報告を行う2026年度より前ではありません。結果が出ている年度を入力してください。'],
    ['a year to come', '2027', '', '', 'register.csv 3行目 last_year列：「2027」年度は、報告を行う2026年度より前ではありません。結果が出ている年度を入力してください。'],
    ['a grade longer than any', '2025', 'あ'.repeat(41), '', 'register.csv 3行目 last_year_grade列：41文字あります。40文字までにしてください。'],
    ['a text longer than any', '2025', '3', 'あ'.repeat(1001), 'register.csv 3行目 last_year_result列：1001文字あります。1000文字までにしてください。'],
  ])('with %s is a fault with its row and column', async (_, year, grade, result, sentence) => { expect((await read(told(year, grade, result))).faults).toEqual([sentence]); });

  it('is not lost in a row that has no initiative', async () => {
    const { faults } = await read((files) => { files.register = `${(files.register as string).trimEnd()}\nsoumu,総務課,,,,,,\n`; addColumn(files, 'last_year', 44, '2025'); });
    expect(faults).toContain('register.csv 44行目 initiative_code列：入力がありません。この列は空欄にできません。');
  });
  it('of a grade that the scale does not have is a warning, and is kept as it was written', async () => {
    const { initiatives, warnings } = await read(told('2025', 'Ｂ', ''));
    expect(initiatives[1]?.lastYear?.grade).toBe('Ｂ');
    expect(warnings[0]).toBe('register.csv 3行目 last_year_grade列：「Ｂ」は、今の達成度の区分にありません。書かれたとおりに表示します。今の区分である場合は、その番号又は言葉を入力してください。');
    expect((await read(told('2025', '3', ''))).warnings.join('')).not.toContain('last_year_grade');
  });
  it('says its faults in English too', async () => {
    expect((await read(told('last', '3'), 'en')).faults).toEqual(['register.csv, row 3, column last_year: “last” cannot be read as a fiscal year. Give it as 2025 or FY2025.']);
    expect((await read(told('2026', '3'), 'en')).faults[0]).toContain('FY2026 is not before FY2026');
    expect((await read(told('2025', 'B'), 'en')).warnings[0]).toContain('“B” is not a grade of the present scale.');
  });
  it('says nothing of its year where no round could be read', async () => {
    const { faults } = await read((files) => { told('2026', '3')(files); set(files, 'rounds', []); });
    expect(faults.join('')).not.toContain('last_year');
  });
});
