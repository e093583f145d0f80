import type { PauseAct } from '../../../domain/pauses.ts';
import type { Waiting } from '../../../domain/waitsFor.ts';
import type { ChangeKind } from '../../../domain/report.ts';
import type { UnitAct } from '../../../domain/round.ts';

/** Of the secretariat; without a name where Teams has not shown the person. */
const somebody = (who: string | undefined): string => (who === undefined ? '事務局' : `${who}さん`);

/** 事務局の一覧 and what is done from it: what the secretariat reads when it runs a round. */
export const conducting = {
  /** What is waited for, above the units that it is waited for from. */
  waiting: {
    ask: '照会前', unit: '所属の入力待ち', head: '所属長の確認待ち', secretariat: '事務局の確認待ち', nobody: '確認済み・対象外など',
  } satisfies Record<Waiting, string>,
  counted: (what: string, count: number) => `${what}　${count}`,
  notBegun: (at: string) => `照会は、${at}に送ります。`,
  held: '－ 照会の送付を止めています。「照会を送付する」を押すまで、送付しません。',
  /** Above the rows, where one of them says 「投稿先なし」 or 「お知らせが届きません」. */
  unreached: (unitWord: string) => `お知らせを送れない${unitWord}があります。「その他の操作」の「送付状況を見る」で、行うことを確かめてください。`,
  unitLabel: (unitWord: string) => unitWord,
  buttons: {
    open: (unitWord: string) => `この${unitWord}を開く`, accept: 'まとめて確認済みにする', more: 'その他の操作', back: '一覧へ戻る', hold: '送付を止める', release: '送付する', releaseAsk: '照会を送付する', holdAsk: '照会の送付を止める', preview: '送付前に見る',
    announce: '事前のお知らせを送る', trial: 'この試行を消す', trialSure: '消す', delivery: '送付状況を見る', people: '担当を見る', look: '内容を見る・確認', onBehalf: '代理入力', extend: '期限を延長する', exempt: '対象外にする', include: '対象に戻す',
    remind: '再依頼を送る', pause: '一時停止する', resume: '再開する', next: (round: string) => `${round}を開く`,
  },
  more: {
    title: (round: string) => `${round}　その他の操作`,
    lines: {
      announce: (names: string) => `事前のお知らせをまだ送っていない所属があります　${names}`,
      trial: 'この回は試行です。試行が終わったら、「この試行を消す」で、一覧、予定、履歴などから消せます。',
      paused: '－ 役所全体を一時停止しています。「その他の操作」の「再開する」を押すまで、何も送りません。',
      nothing: '投稿先、担当、送付状況は、下のボタンで見られます。',
    },
  },
  announced: {
    title: (count: number, unitWord: string) => `事前のお知らせを、${count}${unitWord}に送ります。`,
    none: '事前のお知らせを送る所属はありません。',
    to: (names: string) => `送り先　${names}`,
    once: '一度送った所属には、送りません。',
  },
  accepted: {
    title: (count: number, unitWord: string) => `${count}${unitWord}を、事務局で確認済みにしました。`,
    none: '確認済みにした所属はありません。',
    done: '確認済みにした所属',
    not: '確認済みにしていない所属',
    next: (freeze: string) => `確認済みの報告は、${freeze}に、このまま資料に確定します。`,
    /** The first of many, by name. */
    others: (names: string, left: number, unitWord: string) => `${names}　ほか${left}${unitWord}`,
    count: (count: number, unitWord: string) => `${count}${unitWord}`,
    all: (unitWord: string) => `${unitWord}ごとの状態は、「一覧へ戻る」で確かめられます。`,
    why: {
      ask: '照会を、まだ送っていません。', unit: '提出されていません。', head: '所属長の確認待ちです。所属長の確認が済むと、確認済みにできます。',
      'no-head': '所属長が登録されていません。「担当」と送り、所属長を登録すると、所属長に確認をお願いします。', changed: '一覧を開いた後に、内容が変わりました。一覧から開き、「内容を見る・確認」で確かめてください。',
      busy: '混み合っています。少し待って、一覧の「まとめて確認済みにする」を、もう一度押してください。',
      'not-stored': '保存できませんでした。少し待って、一覧の「まとめて確認済みにする」を、もう一度押してください。', other: '今は確認済みにできません。一覧から開いて確かめてください。',
    },
  },
  unit: {
    title: (round: string, section: string) => `${round}　${section}`,
    state: '状態', due: '提出期限', planned: '提出予定日', place: '投稿先', acts: '記録', initiatives: '取組', exemptWhy: '対象外の理由', frozen: '資料確定',
    none: 'なし',
    count: (initiatives: number) => `${initiatives}件`,
    noActs: 'まだ何も入力されていません。',
    suspended: (name: string) => `${name}（お知らせが届きません）`,
    noPlace: '未登録　投稿先を登録すると、照会を送れます。',
    extendedFrom: (due: string) => `延長前　${due}`,
    extendTo: '新しい提出期限',
    reason: '対象外にする理由（記録として残ります）',
    saidBy: (at: string, who: string | undefined) => (who === undefined ? at : `${at}　${who}`),
    until: (day: string) => `${day}まで`,
    reasonHint: '例　改修工事のため、今回の報告を求めない。',
  },
  /** What somebody did with a report, beside their post and the time. */
  act: {
    save: '下書き', submit: '提出', confirm: '所属長の確認', 'send-back': '差戻し', accept: '事務局の確認', reword: '字句修正', correct: '訂正', promise: '提出予定日の連絡',
    extend: '期限延長', exempt: '対象外', include: '対象に戻す', pause: '一時停止', resume: '再開', 'pause-all': '役所全体の一時停止', 'resume-all': '役所全体の再開',
  } satisfies Record<ChangeKind | UnitAct['kind'] | PauseAct['kind'], string>,
  actBy: (act: string, who: string) => `${act}（${who}）`,
  /** When it will be sent. */
  when: { now: 'まもなく', at: (at: string) => `${at}に`, resumed: '再開した後に', placed: '投稿先が登録された後に' },
  done: {
    extended: (due: string) => `■ 提出期限を、${due}に延長しました。`,
    extendedTold: (section: string, when: string) => `${section}には、新しい提出期限を、${when}1回お知らせします。`,
    extendedAsk: '新しい提出期限は、照会でお知らせします。',
    exempted: (section: string) => `■ ${section}を、今回の報告の対象外にしました。`,
    exemptedBeside: (section: string, at: string, who: string | undefined) => `■ ${section}は、${at}に${who === undefined ? '' : `、${who}さんが`}対象外にしています。入力した理由も、記録に加えました。`,
    exemptedAsked: '送った照会の表示は、「対象外　今回、回答は不要です。」に変わります。今後のお知らせは送りません。提出の数には入りません。',
    exemptedNew: '照会もお知らせも送りません。提出の数には入りません。',
    included: (section: string) => `■ ${section}を、今回の報告の対象に戻しました。`,
    includedAsked: '送った照会の表示は、回答できるものに戻ります。',
    includedAsk: (when: string) => `照会を、${when}送ります。`,
    includedHeld: '照会は、「照会を送付する」を押した後に送ります。',
    reminded: (section: string, when: string) => `■ ${section}に、再依頼を${when}送ります。`,
    remindedSoon: (section: string) => `1時間以内に${section}へ送っているため、再依頼は送りません。時間を置いてから、もう一度押してください。`,
    remindedPlanned: (section: string) => `${section}は提出予定日を知らせているため、再依頼は送りません。当日を過ぎると、お知らせを送ります。`,
    remindedNone: (section: string) => `今は、${section}に再依頼を送れません。「状態」を確かめてください。`,
  },
  refused: {
    noUnit: '！ この所属は、今回の報告を求めていません。「一覧へ戻る」を押してください。',
    roundClosed: (at: string) => `！ 資料は、${at}に確定しました。確定した後は変えられません。未提出の所属は、会議後に提出できます。`,
    notLater: (due: string) => `！ 今の提出期限（${due}）より後の、これからの開庁日を選んでください。`,
    beyondFreeze: (freeze: string) => `！ 資料確定（${freeze}）までの日を選んでください。`,
    closedDay: '！ その日は閉庁日です。開庁日を選んでください。',
    noDay: '！ 新しい提出期限が選ばれていません。提出期限は、今のままです。変える場合は、日を選んでから、もう一度「期限を延長する」を押してください。',
    reasonMissing: '！ 対象外にする理由を入力してから、もう一度「対象外にする」を押してください。',
    reasonTooLong: (most: number) => `！ 理由は、${most}字以内で入力してください。入力した内容は画面に残っています。`,
    sensitive: '！ 対象外にする前に、確かめてください。まだ対象外にしていません。理由は記録として残ります。',
    reasonName: '対象外にする理由',
    anyway: 'このまま対象外にする',
    askedAlready: '！ 照会は既に送っているため、止められません。取りやめる場合は、一覧から一つずつ開き、「対象外にする」を押してください。',
    busy: '！ 混み合っています。少し待って、もう一度押してください。',
  },
  preview: {
    title: (round: string) => `${round}　照会の送付前確認`,
    open: (at: string) => `${at}に、次の照会を送付します。内容を確かめ、「送付する」を押してください。押さない場合も、時刻になると送付します。送付しない場合は、「送付を止める」を押してください。`,
    released: (at: string) => `■ 確認済み　${at}に送付します。`,
    soon: '■ 確認済み　まもなく送付します。',
    held: '－ 送付を止めています。「送付する」を押すまで、送付しません。',
    out: '■ 送付しました。',
    closed: '資料確定を過ぎたため、送付しません。',
    to: '送付先',
    toCount: (count: number, unitWord: string) => `${count}${unitWord}`,
    noPlace: '投稿先がないため、送れない所属',
    noPlaceNext: '「投稿先を見る」で登録の仕方を確かめてください。登録されると、送付します。',
    exempt: '対象外の所属',
    card: (section: string) => `送付する内容（${section}の例）`,
    noCard: '送付する内容',
    nobody: '送付できる所属がありません。「投稿先を見る」で登録の仕方を確かめてください。',
    button: (title: string) => `［${title}］`,
  },
  /** 送付する・送付を止める, of 照会 and of 取りまとめ: who pressed it last. */
  pressedBy: (who: string | undefined, at: string, button: string) => `${somebody(who)}が、${at}に「${button}」を押しました。`,
  /** The same, where somebody else decided otherwise before the press: `release` and `hold` are the buttons. */
  decidedSince: {
    held: (who: string | undefined, at: string, release: string) => `！ ${somebody(who)}が、${at}に送付を止めています。送付する場合は、もう一度「${release}」を押してください。`,
    released: (who: string | undefined, at: string, release: string, hold: string) => `！ ${somebody(who)}が、${at}に「${release}」を押しています。送付しない場合は、もう一度「${hold}」を押してください。`,
  },
  askReleased: { title: (round: string) => `${round}の照会を送付します。`, at: (at: string) => `${at}に送付します。投稿先のない所属には、登録された後に送ります。`, now: 'まもなく送付します。投稿先のない所属には、登録された後に送ります。' },
  askHeld: { title: (round: string) => `${round}の照会の送付を止めました。`, next: '一覧の「照会を送付する」を押すまで、照会も事前のお知らせも送りません。' },
  trial: {
    ask: (round: string) => `${round}を消しますか。`,
    what: '一覧、予定、状況、履歴などに表示しなくなり、この回のお知らせも送りません。元に戻せません。',
    kept: '入力された内容は、記録として保存したままにします。',
    gone: (round: string) => `${round}を消しました。`,
    goneNext: 'この回のお知らせは送りません。送った照会のボタンを押した方には、今の画面の開き方を表示します。',
    noTrial: '試行の回だけを消せます。ほかの回を取りやめる場合は、「その他の操作」の「回を作る・日程を変える」を押してください。',
  },
};
