import type { Fault, FaultKind } from './fault.ts';

type Say = (fault: Fault) => string;

/** What each key of `office.json` and column of `register.csv` should hold is in the operations guide; here only what to do about a fault. */
export const JA: Readonly<Record<FaultKind, Say>> = {
  'missing-directory': () => 'フォルダがありません。office.jsonとregister.csvの入ったフォルダを指定してください。',
  'missing-file': () => 'ファイルがありません。フォルダに入れてください。',
  'unreadable-file': () => 'ファイルを読み取れません。ほかのアプリで開いている場合は閉じ、読取りの権限を確かめてください。',
  'empty-file': () => 'ファイルに内容がありません。',
  'bad-encoding': () => '文字コードを読み取れません。「CSV UTF-8」又はShift_JISで保存してください。',
  'too-large': ({ expected }) => `ファイルが大きすぎます。${Number(expected) / 1_000_000}MBまでにしてください。`,
  'json-syntax': (fault) => `${fault.found === '' ? 'ここまでの' : `「${fault.found}」の辺りの`}書き方がJSONの決まりに合いません。${syntaxHelp(fault)}`,
  'duplicate-key': () => '同じ項目が2回あります。どちらか一つにしてください。',
  'unknown-key': ({ found, expected, hint }) => `「${found}」という項目はありません。${hint === undefined ? `使える項目は ${expected} です。` : `「${hint}」ではありませんか。`}`,
  'missing-value': () => '入力がありません。この項目は省略できません。',
  'wrong-type': ({ found, expected }) => `「${found}」は使えません。${TYPES[expected] ?? expected}を入力してください。`,
  'not-one-of': ({ found, expected, hint }) => `「${found}」は使えません。${listed(expected)}を入力してください。${hint === undefined ? '' : `「${hint}」ではありませんか。`}`,
  'out-of-range': ({ found, expected }) => `「${found}」は使えません。${limit(expected)}の整数を入力してください。`,
  'too-few': ({ expected }) => `${expected}件以上必要です。`,
  'too-many': ({ expected }) => `多すぎます。${expected}件までにしてください。`,

  'csv-quote': () => '引用符（"）の組合せが合いません。セルの始めと終わりの「"」を確かめてください。',
  'wrong-cell-count': ({ found, expected }) => `セルが${found}個あります。見出しと同じ${expected}個にしてください。文章に「,」がある場合は、セル全体を「"」で囲んでください。`,
  'missing-column': ({ column = '' }) => `見出しの行に「${column}」がありません。1行目に見出しを入れ、「,」で区切ったCSVで保存してください。`,
  'unknown-column': ({ found, hint = '' }) => `「${found}」という見出しは使えません。「${hint}」ではありませんか。不要な列は削除してください。`,
  'duplicate-column': ({ found }) => `「${found}」という見出しが2つあります。どちらかを削除してください。`,
  'no-rows': () => '見出しの下に取組がありません。2行目から入力してください。',
  'missing-cell': () => '入力がありません。この列は空欄にできません。',

  'bad-code': ({ found }) => `「${found}」はコードに使えません。半角の英小文字、数字、-（ハイフン）で、英数字で始めて終わる短いものにしてください。`,
  'bad-date': ({ found }) => `「${found}」は日付として読めません。2026-04-01のように、実在する日を入力してください。`,
  'bad-time': ({ found }) => `「${found}」は時刻として読めません。09:00のように24時間で入力してください。`,
  'bad-month-day': ({ found }) => `「${found}」は月日として読めません。12-29のように入力してください。`,
  'bad-zone': ({ found }) => `「${found}」という時間帯はありません。Asia/Tokyoのように入力してください。`,
  'bad-person': ({ found }) => `「${found}」は利用者を表していません。Entra IDのオブジェクトID、又はユーザー名（name@example.jp）を入力してください。`,
  'bad-yes-no': ({ found }) => `「${found}」は使えません。yes又はnoを入力してください。`,
  'bad-fiscal-year': ({ found }) => `「${found}」は年度として読めません。2025又は令和7年度のように入力してください。`,
  'bad-file-name': ({ found }) => `「${found}」は使えません。jp、none、又はこのフォルダにあるCSVファイルの名前を入力してください。`,
  'empty-text': () => '入力がありません。この項目は空にできません。',
  'too-long': ({ found, expected }) => `${found}文字あります。${expected}文字までにしてください。`,
  'control-character': ({ found }) => `目に見えない文字（${found}）が入っています。消して入力し直してください。`,

  'unknown-goal': ({ found, expected }) => `「${found}」は目標の番号にありません。${range(expected)}のどれかを;で区切って入力してください。`,
  'unknown-section': ({ found }) => `「${found}」という所属はregister.csvにありません。section_code列にあるコードを入力してください。`,
  'unknown-category': ({ found, expected }) => `「${found}」という分類の取組はありません。${listed(expected)}を入力してください。`,
  'duplicate-code': ({ found, expected }) => `「${found}」は${expected}行目にもあります。取組のコードは、ほかと違うものにしてください。`,
  'duplicate-name': ({ found, expected }) => `「${found}」は、${expected === 'meeting' ? '会議' : `所属「${expected}」`}の名前と同じです。投稿先を名前で探すため、違う名前にしてください。`,
  'section-name-differs': ({ found, expected, hint = '' }) => `「${found}」は、${expected}行目の「${hint}」と違います。同じsection_codeには同じ名前を入力してください。`,
  'year-not-past': ({ found, expected }) => `「${found}」年度は、報告を行う${expected}年度より前ではありません。結果が出ている年度を入力してください。`,
  'duplicate-goal': ({ found }) => `目標の番号「${found}」が2回あります。番号は一つずつにしてください。`,
  'duplicate-mark': ({ found }) => `区分のid「${found}」が2回あります。idは一つずつにしてください。`,
  'duplicate-round': ({ found }) => `「${found}」という回が既にあります。年度の中で違うidにしてください。`,
  'span-reversed': ({ found, expected }) => `「${found}」は、始まりの「${expected}」より後になっていません。`,
  'hours-overlap': ({ found }) => `「${found}」は、ほかの時間帯と重なっています。`,
  'year-end-too-long': ({ expected }) => `年末年始の閉庁が長すぎます。${expected}日までにしてください。`,
  'too-many-closed-days': ({ found, expected }) => `${found}年の閉庁日が多すぎます。祝日と合わせて${expected}日までにしてください。土日は入力しなくても閉庁日になります。`,
  'holidays-year-missing': ({ found }) => `${found}年の祝日がありません。内閣府が公表する「国民の祝日」から、${found}年の分を追加してください。`,

  'same-meeting': ({ found, expected }) => `会議の日「${found}」が「${expected}」と同じです。回ごとに違う日にしてください。`,
  'meeting-closed': ({ found }) => `会議の日「${found}」は閉庁日です。開庁日にしてください。`,
  'as-of-after-meeting': ({ found, expected }) => `基準日「${found}」が会議の日「${expected}」より後です。見込みで報告する回は「"forecast": true」にしてください。`,
  'as-of-outside-year': ({ found, expected }) => `基準日「${found}」は${expected}年度（${expected}-04-01から${Number(expected) + 1}-03-31まで）の日ではありません。`,
  'light-first': () => '年度の最初の回は「light」（変わりがあった取組だけを聞く回）にできません。progress又はmidyearにしてください。',
  'steps-out-of-order': ({ found, expected }) => `「${expected}」が「${found}」より後になります。会議から遡る日数（days）は、ask、due、headDue、check、freeze、summaryの順に小さくしてください。`,
  'same-reminder': ({ found, expected }) => `提出期限の${found === '0' ? '日' : `${found}開庁日前`}のお知らせが、「${expected}」にもあります。お知らせは一日に一つです。どちらかのdaysを変えるか、削除してください。`,
  'ask-after-due': ({ found, expected }) => `基準日「${found}」の翌開庁日より前には照会しないため、会議の日「${expected}」では照会の前に提出期限が来ます。会議を後にするか、見込みで報告する回（"forecast": true）にしてください。`,

  'section-empty': ({ found }) => `「${found}」には取組がないため、照会は送られません。`,
  'grade-unknown': ({ found }) => `「${found}」は、今の達成度の区分にありません。書かれたとおりに表示します。今の区分である場合は、その番号又は言葉を入力してください。`,
  'month-edge': ({ found, expected }) => `${STEPS[expected] ?? expected}（${found}）が、月の初め又は終わりの2開庁日に当たります。窓口の忙しい時期を避けるには、会議の日を変えてください。`,
  'year-end': ({ found, expected }) => `${STEPS[expected] ?? expected}（${found}）が、年末年始（12月24日から1月7日まで）に当たります。`,
  'outside-hours': ({ found, expected }) => `${STEPS[expected] ?? expected}（${found}）が勤務時間の外です。次に開庁する時刻まで待って送られます。`,
  'holidays-unknown': ({ found }) => `${found}より後の祝日は、見込みで数えています。内閣府の「国民の祝日」と照らし合わせ、足りない日はclosedDaysに追加してください。`,
};

/** 「office.json 34行目 rounds[1].meetingOn：」 */
export function placeJa({ kind, file, row, column }: Fault): string {
  const line = row === undefined ? '' : ` ${row}行目`;
  if (column === undefined) return `${file}${line}：`;
  if (kind === 'json-syntax') return `${file}${line} ${column}文字目：`;
  return `${file}${line} ${column}${file.endsWith('.csv') ? '列' : ''}：`;
}

const STEPS: Readonly<Record<string, string>> = { ask: '照会の日', due: '提出期限', summary: '取りまとめの送付' };
const TYPES: Readonly<Record<string, string>> = {
  string: '文字（"…"）', number: '数', int: '整数', boolean: 'true又はfalse', array: '並び（[…]）', object: '組（{…}）', record: '組（{…}）',
};

const syntaxHelp = ({ found, expected }: Fault): string => {
  if (expected !== '') return `ここには${expected.split(' ').map((mark) => `「${mark}」`).join('か')}が必要です。`;
  return found === '' ? '「}」や「]」が足りないか確かめてください。' : '「,」「"」の過不足や、全角の記号がないか確かめてください。';
};
const listed = (list: string): string => (list.includes(', ') ? `${list.split(', ').map((each) => `「${each}」`).join('')}のどれか` : `「${list}」`);
const range = (numbers: string): string => numbers.replace('–', 'から').replaceAll(', ', '、');
const limit = (bound: string): string => (bound.startsWith('≥') ? `${bound.slice(2)}以上` : `${bound.slice(2)}以下`);
