import type { HeadUnreached } from '../../../domain/board.ts';
import type { MarkId } from '../../../domain/ids.ts';

/** 取りまとめ and 提出状況: what the meeting and the secretariat read. */
export const meeting = {
  submitted: (submitted: number, of: number, unitWord: string, confirmed?: number) =>
    `提出　${submitted}／${of}${unitWord}${confirmed === undefined ? '' : `（うち所属長確認済み ${confirmed}）`}`,
  answered: (answered: number, initiatives: number) => `取組　${answered}／${initiatives}件`,
  summary: {
    title: (year: string, policy: string, round: string, asOf: string) => `${year} ${policy}　${round}（${asOf}現在）`,
    edition: (meeting: string, day: string, edition: number, asOf: string) => `${meeting}　${day}　第${edition}版（${asOf}現在）`,
    notification: (round: string, submitted: string) => `${round}の取りまとめ　${submitted}`,
    unchecked: '（事務局確認前）',
    count: (label: string, count: number) => `${label}${count}`,
    unchanged: (count: number) => `変わりなし${count}`,
    counts: (counts: readonly string[]) => counts.join('　'),
    compared: (compared: number, changed: number, transitions: string) =>
      changed === 0 ? `前回と比較できる${compared}件に変化はありません。` : `前回と比較できる${compared}件のうち変化${changed}件（${transitions}）`,
    transition: (from: string, to: string, count: number) => `${from}→${to}${count}`,
    transitions: (all: readonly string[]) => all.join('、'),
    attention: '協議・確認をお願いしたいこと',
    attentionLine: (number: number, section: string, text: string, mark: string) => `${number}　${section}　${text}　${mark}`,
    attentionPrevious: (mark: string, previous: string) => `${mark}（前回 ${previous}）`,
    discuss: (text: string) => `　協議　${text}`,
    noMark: '進捗の記入なし',
    more: (count: number) => `ほか${count}件`,
    missing: '未提出',
    missingPlanned: (name: string, day: string) => `${name}（${day}提出予定）`,
    waiting: '所属長確認中',
    moreUnits: (names: string, left: number, unitWord: string) => `${names}　ほか${left}${unitWord}`,
    noAnswers: (of: number, unitWord: string, due: string) => `提出はまだありません（0／${of}${unitWord}）。提出期限は${due}です。`,
    allIn: '全て提出されています。',
    /** 訂正 and 会議後の提出 of earlier rounds, since the last meeting. */
    afterwards: {
      heading: '前回の会議の後の訂正・提出',
      line: (round: string, parts: readonly string[]) => [round, ...parts].join('　'),
      total: (parts: readonly string[]) => parts.join('　'),
      corrections: (count: number) => `訂正${count}件`,
      late: (count: number, unitWord: string) => `会議後の提出${count}${unitWord}`,
      by: (names: string) => `（${names}）`,
    },
  },
  preview: {
    title: (round: string) => `【送付前】${round}の取りまとめ`,
    confirm: (meeting: string, at: string) => `${at}に、${meeting}へ送付します。内容を確かめ、「${meeting}へ送付」を押してください。押さない場合は、「（事務局確認前）」と付けて送付します。`,
    automatic: (meeting: string, at: string) => `${at}に、${meeting}へ自動で送付します。内容を確かめ、送付しない場合は、「送付を止める」を押してください。`,
    released: (meeting: string, at: string) => `■ 確認済み　${at}に、${meeting}へ送付します。`,
    held: (meeting: string) => `－ 送付を止めています。「${meeting}へ送付」を押すまで、送付しません。`,
    release: (meeting: string) => `${meeting}へ送付`,
    hold: '送付を止める',
  },
  missed: {
    title: (round: string) => `${round}の取りまとめを、送付できませんでした。`,
    replacement: (round: string, edition: number) => `${round}の取りまとめの差替え（第${edition}版）を、送付できませんでした。`,
    why: (meeting: string, day: string) => `${meeting}（${day}）の当日の執務時間が終わったため、自動では送付しません。`,
    next: (meeting: string) => `「取りまとめを見る」で内容を確かめ、必要に応じて、事務局から${meeting}へお知らせください。`,
  },
  reported: (day: string, meeting: string) => `${day}の${meeting}に報告しました。`,
  reportedNext: (round: string) => `${round}は、これで終了です。次回の時期は、「予定を見る」で確かめられます。`,
  notYet: { title: (round: string) => `${round}は、取りまとめ中です。`, next: (day: string) => `${day}に送付します。` },
  board: {
    title: (round: string) => `${round}　提出状況`,
    now: (at: string) => `${at}現在`,
    units: (unitWord: string) => `${unitWord}別`,
    drafted: (drafted: number, initiatives: number) => `下書き${drafted}／${initiatives}件`,
    planned: (day: string) => `${day}提出予定`,
    noPlace: '投稿先なし',
    suspended: 'お知らせが届きません',
    ownDue: (due: string) => `提出期限 ${due}`,
    pause: '一時停止する',
    resume: '再開する',
  },
  check: {
    title: (round: string) => `${round}　事務局確認`,
    missing: (count: number, unitWord: string) => `未提出 ${count}${unitWord}`,
    submitted: (count: number, unitWord: string) => `提出済み ${count}${unitWord}`,
    allIn: '■ 全て提出されています。',
    freeze: (at: string) => `資料確定は${at}です。その後の提出は、会議資料に入りません。`,
  },
  missing: {
    title: (round: string) => `${round}　未提出の一覧`,
    none: '■ 未提出はありません。',
    left: (days: number) => `提出期限まで、あと${days}開庁日`,
    today: '本日が提出期限です。',
    passed: '提出期限を過ぎています。',
    remind: '再依頼を送る',
  },
  unit: {
    title: (round: string, section: string) => `${round}　${section}の提出状況`,
    answers: (round: string, section: string) => `${round}　${section}の回答`,
    submittedAt: (at: string) => `${at}提出`,
    empty: '（記入なし）',
    notOurs: 'うちの取組ではありません',
    official: (section: string) => `${section}の取組`,
    nextDue: (due: string) => `提出期限は${due}です。`,
    freeze: (at: string) => `資料確定　${at}`,
    /** 投稿先なし, or one that nothing reaches: what somebody can do about it. */
    placeNext: {
      none: '投稿先は、事務局の方が、所属のチャネル又はチャットで「@取りまとめ 投稿先」と送ると、登録できます。',
      suspended: '投稿先のチーム又はチャットに「取りまとめ」を追加し、そこで「@取りまとめ 使い方」と送ると、再び届くようになります。',
    },
    /** 所属長の確認待ち, and nobody can be asked: what somebody can do about it. */
    headNext: {
      'no-head': '所属長の登録は、事務局が「担当」で行います。登録が済むと、所属長に確認をお願いします。',
      unseen: '所属長の方が、Teamsで「取りまとめ」を開き、「使い方」と送ると、確認をお願いできるようになります。所属長の方へお伝えください。',
      'no-chat': '',
    } satisfies Record<HeadUnreached, string>,
  },
  /** A mark that the scale no longer has. */
  unknownMark: (mark: MarkId) => `（${mark}）`,
};
