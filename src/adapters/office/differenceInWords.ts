import type { RoundPlan } from '../../domain/round.ts';
import type { Difference, FieldChange, Thing } from '../../domain/registerDiff.ts';
import { shown } from './fault.ts';
import { dayInWords, GAP } from './yearInWords.ts';

type Language = 'ja' | 'en';

/** 「変更 取組「初期応対力の向上」（soumu-01） 略称：初期応対の向上 → 初期応対力の向上」, with full-width blanks. */
export function differenceInWords(difference: Difference, language: Language): string {
  const words = WORDS[language];
  const head = `${words.kinds[difference.kind]}${words.gap}${words.named(words.things[difference.what], difference.what === 'setting' ? labelOf(difference.name, language) : difference.name, idOf(difference))}`;
  switch (difference.kind) {
    case 'added': case 'removed': return head;
    case 'ended': return `${head}${words.gap}${words.until(dayInWords(difference.lastDay, language))}`;
    case 'changed': return [head, ...wordsOf(difference.fields.map((change) => changeInWords(change, difference.what, language)), words.comma)].join(words.gap);
  }
}

/** A round that is no longer in the folder, of which something was sent, answered or decided in Teams. */
export function goingOnInWords({ id, name }: Pick<RoundPlan, 'id' | 'name'>, language: Language): string {
  const words = WORDS[language];
  return `${words.kept}${words.gap}${words.named(words.things.round, name, id)}${words.gap}${words.goesOn}`;
}

/** What was decided in Teams, and goes on to lead over the folder; none of it is said where there is nothing. */
export const laidOverInWords = (laidOver: readonly Difference[], language: Language): readonly string[] =>
  laidOver.length === 0 ? [] : [WORDS[language].laidOver, ...laidOver.map((difference) => `${GAP}${differenceInWords(difference, language)}`)];

/** What would say nothing to a reader is left out: a setting's key, the making of a post. */
const idOf = ({ what, id }: Difference): string => (what === 'setting' || what === 'post' ? '' : id);

const wordsOf = (parts: readonly string[], comma: string): readonly string[] => {
  const said = parts.filter((part) => part !== '').join(comma);
  return said === '' ? [] : [said];
};

/** Values too long to be compared at a glance, or of several parts, are left out; of a setting its label stands before already. */
function changeInWords({ field, before, after }: FieldChange, what: Thing, language: Language): string {
  const { none, colon } = WORDS[language];
  const label = what === 'setting' ? '' : `${labelOf(field, language)}${colon}`;
  const values = [before, after].map((value) => (value === '' ? none : shown(value)));
  const tooLong = field === 'lastYear' || [before, after].some((value) => Array.from(value).length > 60);
  if (tooLong) return what === 'setting' ? '' : labelOf(field, language);
  return `${label}${values.join(' → ')}`;
}

const WORDS = {
  ja: {
    gap: GAP, comma: '、', colon: '：', none: '（なし）',
    kinds: { added: '追加', changed: '変更', ended: '廃止', removed: '削除' },
    things: { section: '所属', initiative: '取組', round: '回', post: '担当', setting: '設定' },
    named: (thing: string, name: string, id: string) => `${thing}「${name}」${id === '' ? '' : `（${id}）`}`,
    until: (day: string) => `${day}まで。これまでの報告は残ります。`,
    kept: '継続', goesOn: '照会などを送ったか、Teamsで日程を変えた回のため、登録に残り、予定どおり送ります。日程を変えるときは、Teamsの「回を作る・日程を変える」で変えてください。',
    laidOver: '次のとおり、Teamsで変えた内容は、取込みの後も優先します。変えるときは、Teamsで変えてください。',
  },
  en: {
    gap: ' ', comma: ', ', colon: ': ', none: '(none)',
    kinds: { added: 'Added', changed: 'Changed', ended: 'Ended', removed: 'Removed' },
    things: { section: 'section', initiative: 'initiative', round: 'round', post: 'post', setting: 'setting' },
    named: (thing: string, name: string, id: string) => `${thing} “${name}”${id === '' ? '' : ` (${id})`}`,
    until: (day: string) => `until ${day}; its reports stay.`,
    kept: 'Kept', goesOn: 'something was sent in it, or its dates were changed in Teams, so it stays and goes on as planned. To change its dates, use “Make a round or change dates” in Teams.',
    laidOver: 'What was changed in Teams goes on leading after the import, as follows. To change it, change it in Teams.',
  },
} as const satisfies Record<Language, unknown>;

const LABELS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  name: ['名称', 'name'], channels: ['チャネル名', 'channels'], from: ['開始日', 'from'], to: ['終了日', 'to'],
  section: ['所属', 'section'], title: ['略称', 'title'], officialText: ['本文', 'official text'], goals: ['目標', 'goals'], category: ['分類', 'category'],
  ongoing: ['年間を通じて行う', 'ongoing'], confirmed: ['担当の確認', 'confirmed'], lastYear: ['前年度の結果', 'last year’s result'],
  fiscalYear: ['年度', 'fiscal year'], kind: ['種類', 'kind'], trial: ['試行', 'trial'], forecast: ['見込み', 'forecast'], asOf: ['基準日', 'as-of date'],
  meetingOn: ['会議の日', 'day of the meeting'], times: ['日程の数え方', 'times'],
  policy: ['方針の名称', 'policy'], zone: ['時間帯', 'zone'], language: ['言語', 'language'], unitWord: ['所属の呼び方', 'word for a section'], secretariat: ['事務局', 'secretariat'],
  meeting: ['会議', 'meeting'], scale: ['進捗と達成度の区分', 'scale'], calendar: ['開庁日', 'open days'], hours: ['勤務時間', 'hours'],
  headConfirmation: ['所属長確認', 'confirmation by the head'], answering: ['回答できる人', 'who may answer'], release: ['取りまとめの送付', 'release'],
  'sections-order': ['所属の順', 'order of sections'], 'initiatives-order': ['取組の順', 'order of initiatives'],
};
const labelOf = (field: string, language: Language): string => LABELS[field]?.[language === 'ja' ? 0 : 1] ?? field;
