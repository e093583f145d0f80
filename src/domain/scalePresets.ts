import type { MarkId } from './ids.ts';
import type { Mark } from './scale.ts';

type Language = 'ja' | 'en';
/** `symbol` where the common one is a word of one language. */
type Words = { readonly label: string; readonly definition: string; readonly symbol?: string };
type Preset = readonly (Omit<Mark, 'id' | 'label' | 'definition'> & { readonly id: string; readonly ja: Words; readonly en: Words })[];

/** 進捗の標準の区分. */
export const PROGRESS_PRESETS = ['standard'] as const;
export type ProgressPreset = (typeof PROGRESS_PRESETS)[number];

/** 達成度の標準の区分: the city's own five steps, A to D, ◎○△×, or two steps. */
export const GRADE_PRESETS = ['kawasaki5', 'abcd4', 'symbol4', 'binary'] as const;
export type GradePreset = (typeof GRADE_PRESETS)[number];

const words = (label: string, definition: string, symbol?: string): Words => ({ label, definition, ...(symbol === undefined ? {} : { symbol }) });

const PROGRESS: Readonly<Record<ProgressPreset, Preset>> = {
  standard: [
    {
      id: 'not-started', symbol: '−', rank: 4, requires: [], attention: false, notForOngoing: true,
      ja: words('未着手', '予定の時期の前、又はまだ始めていない'), en: words('Not started', 'Before its planned time, or not begun yet'),
    },
    {
      id: 'on-track', symbol: '○', rank: 1, requires: ['done'], attention: false,
      ja: words('順調', '計画した行動を予定どおり行っている'), en: words('On track', 'What was planned is being done as planned'),
    },
    {
      id: 'mostly', symbol: '△', rank: 2, requires: ['done'], attention: false,
      ja: words('おおむね順調', '一部に遅れや不足があるが、年度内に取り戻せる見込み'), en: words('Mostly on track', 'Partly late or short, but expected to recover within the year'),
    },
    {
      id: 'delayed', symbol: '▲', rank: 3, requires: ['issue', 'next'], attention: true,
      ja: words('遅れ', '年度内の達成が難しい見込み'), en: words('Delayed', 'Not expected to be achieved within the year'),
    },
    {
      id: 'done', symbol: '済', rank: 0, requires: ['done'], attention: false, notForOngoing: true,
      ja: words('完了', '年度内に行う内容を終えた'), en: words('Done', 'All that was planned for the year is finished', '●'),
    },
    {
      id: 'changed', symbol: '変', requires: ['issue'], attention: true,
      ja: words('変更・中止', '制度や組織の改正などにより、内容を変えた、又は行わない'), en: words('Changed or stopped', 'Changed or given up, as rules or the organisation changed', '≠'),
    },
  ],
};

const NOT_GRADED: Preset[number] = {
  id: 'gn', symbol: 'N', requires: ['issue'], attention: false,
  ja: words('評価対象外', '制度や組織の改正などにより、比べることができない'), en: words('Not graded', 'Cannot be compared, as rules or the organisation changed'),
};

const GRADES: Readonly<Record<GradePreset, Preset>> = {
  kawasaki5: [
    {
      id: 'g1', symbol: '1', rank: 1, requires: ['done'], attention: false, askAgain: true,
      ja: words('目標を大きく上回って達成', '全ての行動を行い、計画になかった改善も定着した'), en: words('Far above the goal', 'All was done, and an improvement that was not planned has taken root'),
    },
    {
      id: 'g2', symbol: '2', rank: 2, requires: ['done'], attention: false,
      ja: words('目標を上回って達成', '全ての行動を行い、頻度・対象・効果のいずれかが計画を上回った'), en: words('Above the goal', 'All was done, more often, for more people or with more effect than planned'),
    },
    {
      id: 'g3', symbol: '3', rank: 3, requires: ['done'], attention: false,
      ja: words('目標をほぼ達成', '計画した行動をおおむね行った'), en: words('Goal nearly met', 'Nearly all that was planned was done'),
    },
    {
      id: 'g4', symbol: '4', rank: 4, requires: ['issue', 'next'], attention: true,
      ja: words('目標を下回った', '主な行動の一部を行えなかった、又は事故や苦情が残った'), en: words('Below the goal', 'Some main actions were not done, or an accident or complaint remains'),
    },
    {
      id: 'g5', symbol: '5', rank: 5, requires: ['issue', 'next'], attention: true, askAgain: true,
      ja: words('目標を大きく下回った', '計画した行動をほとんど行えなかった'), en: words('Far below the goal', 'Hardly anything that was planned was done'),
    },
    NOT_GRADED,
  ],
  abcd4: [
    { id: 'ga', symbol: 'A', rank: 1, requires: ['done'], attention: false, ja: words('目標を上回った', '計画を上回る成果があった'), en: words('Above the goal', 'More was achieved than planned') },
    { id: 'gb', symbol: 'B', rank: 2, requires: ['done'], attention: false, ja: words('目標を達成', '計画した行動を行った'), en: words('Goal met', 'What was planned was done') },
    { id: 'gc', symbol: 'C', rank: 3, requires: ['issue', 'next'], attention: true, ja: words('一部を達成', '計画した行動の一部を行えなかった'), en: words('Partly met', 'Part of what was planned was not done') },
    { id: 'gd', symbol: 'D', rank: 4, requires: ['issue', 'next'], attention: true, ja: words('未達成', '計画した行動をほとんど行えなかった'), en: words('Not met', 'Hardly anything that was planned was done') },
    NOT_GRADED,
  ],
  symbol4: [
    { id: 'double-circle', symbol: '◎', rank: 1, requires: ['done'], attention: false, ja: words('大変よくできた', '計画を上回る成果があった'), en: words('Very good', 'More was achieved than planned') },
    { id: 'circle', symbol: '○', rank: 2, requires: ['done'], attention: false, ja: words('できた', '計画した行動を行った'), en: words('Good', 'What was planned was done') },
    { id: 'triangle', symbol: '△', rank: 3, requires: ['issue', 'next'], attention: true, ja: words('一部できなかった', '計画した行動の一部を行えなかった'), en: words('Partly', 'Part of what was planned was not done') },
    { id: 'cross', symbol: '×', rank: 4, requires: ['issue', 'next'], attention: true, ja: words('できなかった', '計画した行動をほとんど行えなかった'), en: words('Not done', 'Hardly anything that was planned was done') },
    NOT_GRADED,
  ],
  binary: [
    { id: 'met', symbol: '○', rank: 1, requires: ['done'], attention: false, ja: words('達成', '計画した行動を行った'), en: words('Met', 'What was planned was done') },
    { id: 'not-met', symbol: '×', rank: 2, requires: ['issue', 'next'], attention: true, ja: words('未達成', '計画した行動を行えなかった'), en: words('Not met', 'What was planned was not done') },
    NOT_GRADED,
  ],
};

export const progressPreset = (preset: ProgressPreset, language: Language): readonly Mark[] => inWords(PROGRESS[preset], language);

export const gradePreset = (preset: GradePreset, language: Language): readonly Mark[] => inWords(GRADES[preset], language);

/** The ids above are ours and lawful; a test parses each. */
const inWords = (preset: Preset, language: Language): readonly Mark[] =>
  preset.map(({ id, ja, en, ...rest }) => ({ id: id as MarkId, ...rest, ...(language === 'ja' ? ja : en) }));
