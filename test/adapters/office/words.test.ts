import { describe, expect, it } from '@jest/globals';
import { differenceInWords, goingOnInWords, laidOverInWords } from '../../../src/adapters/office/differenceInWords.ts';
import { shown } from '../../../src/adapters/office/fault.ts';
import { yearInWords } from '../../../src/adapters/office/yearInWords.ts';
import { differences } from '../../../src/domain/registerDiff.ts';
import { day, initiative, midRound, office, roundId, section } from '../../fixtures/office.ts';

const next = office({
  sections: [section('soumu', '総務課', { to: day('2026-10-05') }), section('zeimu', '税務課')],
  initiatives: [initiative('soumu-01', 'soumu', { title: '応対力', ongoing: true }), ...office().initiatives.slice(1, 3)],
  rounds: [midRound({ meetingOn: day('2026-10-29') })], release: 'automatic', posts: [], calendar: { zone: 'Asia/Tokyo', closedDays: [] },
});
const words = (language: 'ja' | 'en') => differences(office(), next).map((difference) => differenceInWords(difference, language));

describe('the differences in words', () => {
  it('in Japanese', () => {
    expect(words('ja')).toEqual([
      '変更　設定「開庁日」', '変更　設定「取りまとめの送付」　confirm → automatic', '廃止　所属「総務課」（soumu）　10月5日（月）まで。これまでの報告は残ります。', '追加　所属「税務課」（zeimu）',
      '削除　所属「衛生課」（eisei）', '変更　取組「応対力」（soumu-01）　略称：初期応対力の向上 → 応対力',
      '削除　取組「eisei-01の略称」（eisei-01）', '削除　取組「eisei-02の略称」（eisei-02）', '変更　回「中間報告」（FY2026-mid）　会議の日：2026-10-28 → 2026-10-29', '削除　担当「00000000-0000-4000-8000-000000000090」',
    ]);
  });

  it('in English', () => {
    expect(words('en').slice(1, 6)).toEqual([
      'Changed setting “release” confirm → automatic', 'Ended section “総務課” (soumu) until Mon 5 Oct; its reports stay.', 'Added section “税務課” (zeimu)', 'Removed section “衛生課” (eisei)',
      'Changed initiative “応対力” (soumu-01) title: 初期応対力の向上 → 応対力',
    ]);
  });

  it('name a text that is too long to be compared, without it', () => {
    const longer = office({ initiatives: [initiative('soumu-01', 'soumu', { title: '初期応対力の向上', ongoing: true, officialText: 'あ'.repeat(61) }), ...office().initiatives.slice(1)] });
    const [difference] = differences(office(), longer);
    expect(differenceInWords(difference!, 'ja')).toBe('変更　取組「初期応対力の向上」（soumu-01）　本文');
  });

  it('name what last year came to, without the text', () => {
    const lastYear = { fiscalYear: 2025, grade: '3', result: 'あ' };
    const told = office({ initiatives: [{ ...office().initiatives[0]!, lastYear }, ...office().initiatives.slice(1)] });
    const inWords = (from: ReturnType<typeof office>, to: ReturnType<typeof office>) => differences(from, to).map((difference) => differenceInWords(difference, 'ja'));
    expect(inWords(office(), told)).toEqual(['変更　取組「初期応対力の向上」（soumu-01）　前年度の結果']);
    expect(inWords(told, office())).toEqual(['変更　取組「初期応対力の向上」（soumu-01）　前年度の結果']);
  });

  it('say that something was empty before', () => {
    const [difference] = differences(office(), office({ sections: [section('soumu', '総務課', { channels: ['総務'] }), section('eisei', '衛生課')] }));
    expect(differenceInWords(difference!, 'ja')).toBe('変更　所属「総務課」（soumu）　チャネル名：（なし） → ["総務"]');
  });
});

describe('the year in words', () => {
  it('in Japanese', () => {
    expect(yearInWords(office())).toEqual([
      '幸区役所　2所属　取組5件（うち担当を確認中 1件）', '令和8年度',
      '  中間報告（9月30日（水）現在）　照会 10月6日（火）10:00　提出期限 10月20日（火）17:00　資料確定 10月26日（月）17:00　送付 10月27日（火）10:00　区部長会議 10月28日（水）',
    ]);
  });

  it('in English, with a trial and a forecast', () => {
    expect(yearInWords(office({ language: 'en', rounds: [midRound({ trial: true, forecast: true })] })).slice(1)).toEqual([
      'FY2026',
      '  中間報告 (trial), expected as of Wed 30 Sep: ask Tue 6 Oct, 10:00; due Tue 20 Oct, 17:00; final Mon 26 Oct, 17:00; summary Tue 27 Oct, 10:00; 区部長会議 Wed 28 Oct',
    ]);
  });
});

describe('a value as it is shown', () => {
  it.each([
    ['', ''], [undefined, ''], [5, '5'], [{ a: 1 }, '{"a":1}'], ['あ\nい', 'あ い'], ['a\u0000b\u202E', 'aU+0000bU+202E'], ['あ'.repeat(40), 'あ'.repeat(40)], ['あ'.repeat(41), `${'あ'.repeat(39)}…`],
    ['𠮷'.repeat(41), `${'𠮷'.repeat(39)}…`],
  ])('%j is %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });
});

describe('a round that the folder lacks and that goes on', () => {
  it.each([
    ['ja', '継続　回「中間報告」（FY2026-mid）　照会などを送ったか、Teamsで日程を変えた回のため、登録に残り、予定どおり送ります。日程を変えるときは、Teamsの「回を作る・日程を変える」で変えてください。'],
    ['en', 'Kept round “中間報告” (FY2026-mid) something was sent in it, or its dates were changed in Teams, so it stays and goes on as planned. To change its dates, use “Make a round or change dates” in Teams.'],
  ] as const)('is named, with what to do, in %s', (language, sentence) => {
    expect(goingOnInWords(midRound(), language)).toBe(sentence);
  });
});

describe('what was decided in Teams, beside a folder', () => {
  const before = office();
  const after = office({ rounds: [midRound({ meetingOn: day('2026-11-04') }), midRound({ id: roundId('FY2026-progress-1216'), name: '臨時の報告' })] });
  it.each([
    ['ja', ['次のとおり、Teamsで変えた内容は、取込みの後も優先します。変えるときは、Teamsで変えてください。', '　変更　回「中間報告」（FY2026-mid）　会議の日：2026-10-28 → 2026-11-04', '　追加　回「臨時の報告」（FY2026-progress-1216）']],
    ['en', ['What was changed in Teams goes on leading after the import, as follows. To change it, change it in Teams.', '　Changed round “中間報告” (FY2026-mid) day of the meeting: 2026-10-28 → 2026-11-04', '　Added round “臨時の報告” (FY2026-progress-1216)']],
  ] as const)('is said line by line, in %s', (language, lines) => { expect(laidOverInWords(differences(before, after), language)).toEqual(lines); });
  it('is not spoken of where there is nothing', () => { expect(laidOverInWords([], 'ja')).toEqual([]); });
});
