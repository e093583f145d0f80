import { EN } from '../../src/adapters/office/faultWords.en.ts';
import { JA } from '../../src/adapters/office/faultWords.ja.ts';
import { dayWords, momentWords } from '../../src/cards/wording/dates.ts';
import type { Office } from '../../src/domain/office.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import type { YearWarning } from '../../src/domain/yearWarnings.ts';
import { NEAR_DAYS, type Milestone, type NearClosed, type Step } from './yearPlan.ts';

type Language = Office['language'];
/** `sign` is two columns wide in a terminal and stands in the calendar; `label` in the legend and the lists. */
type StepWords = { readonly sign: string; readonly label: string };

const JA_STEPS: Readonly<Record<Step, StepWords>> = {
  ask: { sign: '照', label: '照会' },
  remind: { sign: '知', label: 'お知らせ' },
  due: { sign: '期', label: '提出期限' },
  late: { sign: '後', label: '期限後のお願い' },
  head: { sign: '長', label: '所属長へのお知らせ' },
  check: { sign: '認', label: '事務局の確認' },
  freeze: { sign: '定', label: '資料確定' },
  summary: { sign: '送', label: '取りまとめの送付' },
  meeting: { sign: '会', label: '会議' },
  reported: { sign: '報', label: '報告のお知らせ' },
};
const EN_STEPS: Readonly<Record<Step, StepWords>> = {
  ask: { sign: 'As', label: 'Ask' },
  remind: { sign: 'Re', label: 'Reminder' },
  due: { sign: 'Du', label: 'Due' },
  late: { sign: 'La', label: 'After the due date' },
  head: { sign: 'He', label: 'Notice to the head' },
  check: { sign: 'Ch', label: 'Check by the secretariat' },
  freeze: { sign: 'Fi', label: 'Final' },
  summary: { sign: 'Su', label: 'Summary goes out' },
  meeting: { sign: 'Me', label: 'Meeting' },
  reported: { sign: 'Rp', label: '“Reported to the meeting”' },
};

const JA_WORDS = {
  title: (office: string, year: string) => `${office}　${year}の年間予定`,
  counts: ({ sections, initiatives, unitWord }: Pick<Office, 'sections' | 'initiatives' | 'unitWord'>, rounds: number) =>
    `${rounds}回の報告　${sections.length}${unitWord}　取組${initiatives.length}件`,
  jump: (warnings: number, remarks: number) => `注意${warnings}件、参考${remarks}件があります。`,
  calendar: 'カレンダー',
  rounds: '回ごとの予定',
  warnings: '注意と参考',
  warning: '注意',
  remark: '参考',
  none: '注意はありません。',
  noRounds: 'この年度の回はありません。',
  month: (month: number) => `${month}月`,
  weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  closed: '休',
  closedLegend: '閉庁日（土日のほか）',
  ifMissing: '未提出のとき',
  trial: '【試行】',
  asOf: (day: string, forecast: boolean) => `${day}現在${forecast ? 'の見込み' : ''}`,
  legend: '凡例',
};
type Words = typeof JA_WORDS;

const EN_WORDS: Words = {
  title: (office, year) => `${office}: calendar of ${year}`,
  counts: ({ sections, initiatives, unitWord }, rounds) => `${rounds} rounds, ${sections.length} × ${unitWord}, ${initiatives.length} initiatives`,
  jump: (warnings, remarks) => `Warnings: ${warnings}; remarks: ${remarks}.`,
  calendar: 'Calendar',
  rounds: 'Round by round',
  warnings: 'Warnings and remarks',
  warning: 'Warning',
  remark: 'Remark',
  none: 'No warnings.',
  noRounds: 'There is no round in this year.',
  month: (month) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
  weekdays: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
  closed: '--',
  closedLegend: 'Closed on a weekday',
  ifMissing: 'if not submitted',
  trial: ' (trial)',
  asOf: (day, forecast) => `${forecast ? 'expected ' : ''}as of ${day}`,
  legend: 'Signs',
};

export const planWords = (language: Language): Words => (language === 'ja' ? JA_WORDS : EN_WORDS);

export const stepWords = (language: Language, step: Step): StepWords => (language === 'ja' ? JA_STEPS : EN_STEPS)[step];

/** 「会議」 under the office's own name for it. */
export const labelOf = ({ language, meeting }: Office, step: Step): string => (step === 'meeting' ? meeting.name : stepWords(language, step).label);

/** These go only to units that have not submitted. */
export const ifMissing = (step: Step): boolean => step === 'remind' || step === 'late' || step === 'head';

export const bracketed = (language: Language, text: string): string => (language === 'ja' ? `（${text}）` : ` (${text})`);

export const whenOf = ({ language, zone }: Office, { on, at }: Milestone): string => (at === undefined ? dayWords(language, on) : momentWords(language, zone, at));

export const roundTitle = ({ language }: Office, { name, trial }: RoundPlan): string => name + (trial ? planWords(language).trial : '');

/** The sentences of `npm run office -- check`, with the day in words. */
export function warningInWords({ language, zone }: Office, warning: YearWarning): string {
  const sentence = language === 'ja' ? JA : EN;
  const found = 'at' in warning ? momentWords(language, zone, warning.at) : dayWords(language, 'on' in warning ? warning.on : warning.after);
  return sentence[warning.kind]({ kind: warning.kind, file: '', found, expected: 'step' in warning ? warning.step : '' });
}

export function remarkInWords(office: Office, { step, on, closed }: NearClosed): string {
  const { language } = office;
  const [label, day, days] = [labelOf(office, step), dayWords(language, on), closed.map((each) => dayWords(language, each))];
  return language === 'ja'
    ? `${label}（${day}）の前後${NEAR_DAYS}開庁日に、閉庁日（${days.join('、')}）があります。`
    : `${label} (${day}): closed days within ${NEAR_DAYS} open days of it: ${days.join(', ')}.`;
}
