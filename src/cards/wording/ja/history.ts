import type { ActKind } from '../../../domain/historyActs.ts';
import type { Actor } from '../../../domain/report.ts';

/** 履歴・引継ぎ: what a section reported before. */
export const history = {
  see: 'これまでの報告を見る',
  title: (section: string) => `${section}のこれまでの報告`,
  lead: '取組ごとの進捗と達成度です。実施した内容などを見るには、取組を選び、「内容を見る」を押してください。',
  none: 'これまでの報告は、まだありません。',
  noneNext: '報告の時期は、「予定を見る」で確かめられます。',
  notYet: '報告なし',
  page: (page: number, pages: number) => `${page}／${pages}ページ`,
  round: (year: string, round: string) => `${year} ${round}`,
  asOf: (round: string, day: string) => `${round}（${day}現在）`,
  lastYear: (year: string) => `前年度（${year}）`,
  earlierYear: (year: string) => year,
  initiative: (section: string, heading: string) => `${section}　${heading}`,
  ended: (heading: string, day: string) => `${heading}（${day}まで）`,
  states: { missing: '□ 提出なし', exempt: '－ 対象外', 'sent-back': '◇ 修正中（未提出）' },
  label: '取組',
  look: '内容を見る',
  list: '一覧に戻る',
  nextInitiative: '次の取組',
  previousInitiative: '前の取組',
  older: '前の時期',
  newer: '後の時期',
  nextPage: '次のページ',
  previousPage: '前のページ',
  record: '記録',
  /** 職, and the name where it may be read. */
  who: (section: string, as: Actor['as'], name: string | undefined) => `${as === 'secretariat' ? '' : `${section} `}${POSTS[as]}${name === undefined ? '' : `（${name}さん）`}`,
  written: (who: string, at: string) => `記入　${at}　${who}`,
  acts: {
    submit: '提出', confirm: '所属長の確認', 'send-back': '修正の依頼', accept: '事務局の確認', reword: '字句の修正', correct: '訂正',
  } satisfies Record<ActKind, string>,
  afterMeeting: '会議後の提出',
  onBehalf: '代理入力',
  act: (what: string, at: string, who: string) => `${what}　${at}　${who}`,
  said: (line: string, text: string) => `${line}　「${text}」`,
  moreActs: (count: number) => `ほか${count}件`,
  which: 'どの所属の報告を見ますか。',
  several: (said: string, count: number) => `『${said}』に当てはまる取組は、${count}件です。`,
  moreFound: (count: number) => `ほかに${count}件あります。見つからない場合は、もう少し長い言葉で送ってください。`,
  notFound: {
    title: (said: string) => `『${said}』に当てはまる取組は、見つかりませんでした。`,
    own: '見られるのは、御自分の所属の報告です。後ろに取組の番号か名前の一部を付けて、送ってください（例　履歴 取組2）。',
    all: '後ろに所属の名前、取組のコード又は名前の一部を付けて、送ってください（例　履歴 総務課 取組2）。',
  },
  notOwn: {
    title: 'これまでの報告は、その所属の方と事務局の方が見られます。',
    declare: (section: string) => `${section}の方は、次のボタンを押してください（どなたが押したかは記録に残ります）。登録の後、「これまでの報告を見る」を押してください。`,
    declareButton: (section: string) => `${section}の職員として登録する`,
    others: 'ほかの所属の方は、御自分の所属のチャネルで「履歴」と送ってください。',
    elsewhere: '御自分の所属のチャネルで「履歴」と送ってください。見られない場合は、登録が必要です。問合せ先へ御連絡ください。',
  },
  unreachable: { title: '個人チャットにお送りできませんでした。', next: 'これまでの報告は、個人チャットで見られます。Teamsで「取りまとめ」を開き、「履歴」と送ってください。' },
  help: '前年度と、これまでの報告を見ます。後ろに取組の番号や名前を付けると、その取組だけを見ます。',
  helpAll: '前年度と、これまでの報告を見ます。後ろに所属や取組の名前を付けてください。',
};

const POSTS = { reporter: '担当者', head: '所属長', deputy: '所属長代理', secretariat: '事務局' } satisfies Record<Actor['as'], string>;
