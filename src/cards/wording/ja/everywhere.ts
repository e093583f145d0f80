/** Words that stand on many cards. */
export const everywhere = {
  /** 【試行】 before a trial's name. */
  roundName: (name: string, trial: boolean) => (trial ? `【試行】${name}` : name),
  contact: (contact: string, extension: string) => `問合せ先　${contact}（${/^\d/.test(extension) ? `内線${extension}` : extension}）`,
  asker: (contact: string, extension: string) => `依頼元・問合せ先　${contact}（${/^\d/.test(extension) ? `内線${extension}` : extension}）`,
  unit: (name: string, initiatives: number) => `${name}　取組${initiatives}件`,
  due: (due: string) => `提出期限　${due}`,
  dueExtended: (due: string) => `提出期限　${due}（延長後）`,
  /** A mark, words first: 「順調 ○」; whatever could be read as a word in brackets, 「目標をほぼ達成（3）」「完了（済）」. */
  mark: (label: string, symbol: string) => (/^[0-9A-Za-z\p{sc=Han}]+$/u.test(symbol) ? `${label}（${symbol}）` : `${label} ${symbol}`),
  listed: (names: readonly string[]) => names.join('、'),
  /** What is said of one thing, side by side: 「照会　10月6日（火）10:00　2回送信」. */
  apart: (parts: readonly string[]) => parts.join('　'),
  /** A name, and what there is to say of it. */
  named: (name: string, what: string) => `${name}　${what}`,
  /** Words that elsewhere stand inside a sentence, at the beginning of a line. */
  begun: (line: string) => line,
  quoted: (names: readonly string[]) => names.map((name) => `「${name}」`).join(''),
  person: (name: string) => `${name}さん`,
  state: {
    'not-asked': '・ 未依頼', asked: '□ 未提出', draft: '◇ 下書き（未提出）', 'sent-back': '▽ 修正の依頼あり', submitted: '■ 提出済み', confirmed: '■ 所属長確認済み', accepted: '■ 事務局確認済み', finalised: '◆ 確定', exempt: '－ 対象外',
    overdue: '！ 未提出（期限超過）', paused: '－ 一時停止中', waits: '■ 提出済み（所属長確認待ち）', unchecked: '■ 提出済み（所属長確認なし）',
  },
  /** In a drop-down in which nothing is chosen yet. */
  choose: '選んでください',
  /** 職, where a name may not stand. */
  post: { reporter: '担当者', head: '所属長', deputy: '所属長代理', secretariat: '事務局' },
  late: '期限後',
  onBehalf: '代理入力',
  afterFreeze: '会議後の提出',
  buttons: {
    answer: '回答する', look: '内容を見る', lookAndMend: '内容を見る・直す', goOn: '続きを入力する', help: '使い方', seeHelp: '使い方を見る', status: '状況を見る',
    board: '所属別に見る', missing: '未提出を見る', places: '投稿先を見る', summary: '取りまとめを見る', rounds: '予定を見る', ownUnit: '自分の所属を開く',
  },
};
