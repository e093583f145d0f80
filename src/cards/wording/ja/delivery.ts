import type { SkipReason } from '../../../domain/outbox.ts';
import type { Trouble } from '../../../domain/troubles.ts';

/** 送付状況: what the secretariat reads of what was sent where, and of what did not arrive. */
export const delivery = {
  title: (round: string) => `送付状況　${round}`,
  titleOfAll: '送付状況',
  titleOfUnit: (section: string) => `${section}への送付状況`,
  counts: (delivered: number, failed: number) => `送付済み ${delivered}件　届かなかったもの ${failed}件`,
  countsOf: (round: string, counts: string) => `${round}　${counts}`,
  waiting: (waiting: number, at: string) => `送付待ち ${waiting}件（${at}から送ります）`,
  waitingOn: (waiting: number) => `送付待ち ${waiting}件`,
  waitingNow: (waiting: number) => `送付待ち ${waiting}件（順に送っています）`,
  paused: '－ 一時停止中　再開するまで、所属にも会議にも何も送りません。',
  unreached: '！ 事務局へのお知らせを送る先がありません。事務局の方は、Teamsで「取りまとめ」を開き、「使い方」と送ってください。',
  nothing: 'まだ、何も送っていません。',
  fine: '■ 対応が必要なものはありません。',
  fineNow: '■ 届かなかったものは、時期を過ぎたか、送り直しが要らなくなったものです。今、対応が必要なものはありません。',
  causes: {
    'no-place': {
      title: '！ 投稿先が登録されていません',
      next: 'そのチャネル又はチャットで「@取りまとめ 投稿先」と送り、登録してください。登録すると、期限内の照会と取りまとめを送ります。',
    },
    'place-lost': {
      title: '！ 投稿先に届きませんでした',
      next: 'チーム又はチャットに「取りまとめ」を追加してください。追加した後、その場所で「@取りまとめ 使い方」と送ると、再び届くようになります。照会と取りまとめは、期限内であれば改めて送ります。',
    },
    'person-lost': {
      title: '！ 個人チャットに届きませんでした',
      next: '御本人に、Teamsで「取りまとめ」を開き、「使い方」と送るよう、お伝えください。',
    },
    refused: {
      title: '！ Teamsに受け付けられませんでした',
      next: '「もう一度送る」を押してください。続く場合は、下の番号をシステム担当へ知らせ、送り先には口頭などでお伝えください。',
    },
    'in-doubt': {
      title: '？ 届いたか、確かめられませんでした',
      next: 'チャネル又はチャットを開いて確かめてください。',
    },
    'no-head': {
      title: '！ 所属長にお知らせできません',
      next: '期限を過ぎたことを、所属長に口頭などでお伝えください。次からお知らせするには、所属長に、Teamsで「取りまとめ」を開き、「使い方」と送るよう、お伝えください。',
    },
    'nobody-confirms': {
      title: '！ 所属長の確認をお願いできません',
      next: '「担当」と送り、所属長を登録してください。登録が済んでいる場合は、所属長に、Teamsで「取りまとめ」を開き、「使い方」と送るよう、お伝えください。',
    },
    'not-asked': {
      title: '！ 照会を送れないまま、資料確定を過ぎました',
      next: '会議の前に、所属へ直接、状況をお確かめください。',
    },
    'not-redrawn': {
      title: '！ 投稿した内容を更新できませんでした',
      next: '投稿先には、古い内容が残っています。そこで「@取りまとめ 状況」と送ると、今の内容を表示します。下の番号を、システム担当へ知らせてください。',
    },
  } satisfies Record<Trouble['cause'], { title: string; next: string }>,
  counted: (title: string, count: number) => `${title}（${count}件）`,
  headingOf: (heading: string, round: string) => `${heading}　${round}`,
  sentences: '',
  /** For those that are in doubt. */
  ifNoAsk: '照会が届いていない場合は、そこで「@取りまとめ 回答」と送ると、照会を表示します。',
  ifNoSummary: '取りまとめが届いている場合は「取りまとめは届いている」を、届いていない場合は「取りまとめをもう一度送る」を押してください。',
  since: (at: string) => `${at}から`,
  tried: (attempts: number) => `送付${attempts}回`,
  old: '投稿の後の変更は、表示されていません（投稿の削除など）',
  code: (why: string) => `番号 ${why}`,
  more: (names: string) => `ほか　${names}`,
  moreStill: (names: string, left: number) => `${names}　ほか${left}件`,
  kinds: '種類別',
  outcomes: {
    delivered: (count: number) => `送付済み ${count}`, old: (count: number) => `うち更新できないもの ${count}`, waiting: (count: number) => `送付待ち ${count}`, failed: (count: number) => `届かなかった ${count}`,
    uncertain: (count: number) => `届いたか分からない ${count}`, dropped: (count: number, why: string) => `見送り ${count}（${why}）`,
  },
  reason: (why: string, count: number) => `${why}${count}`,
  span: (first: string, last: string) => `${first}〜${last}`,
  reasons: {
    answered: '提出済み', exempt: '対象外', planned: '提出予定日あり', paused: '一時停止', superseded: '不要になった', 'too-late': '時期を過ぎた', 'not-asked': '照会の前',
    'asked-today': '照会と同じ日', 'due-moved': '期限の変更', 'not-released': '送付を止めた', 'unit-ended': '所属の廃止',
  } satisfies Record<SkipReason, string>,
  states: {
    delivered: (at: string) => `■ 送付済み　${at}`,
    waiting: (at: string) => `□ 送付待ち　${at}から送ります`,
    heldForPlace: '□ 送付待ち　届くようになると送ります',
    heldForPause: '□ 送付待ち　再開すると送ります',
    sending: '□ 送付中',
    failed: (at: string) => `！ 届きませんでした　${at}`,
    uncertain: (at: string) => `？ 届いたか分かりません　${at}`,
    retried: (at: string, retry: string) => `？ 届いたか分かりません　${at}（${retry}に一度だけ送り直します）`,
    dropped: (why: string) => `－ 見送り　${why}`,
  },
  toPerson: (section: string, name: string) => `${section}（${name}）`,
  secretariat: '事務局',
  /** What was sent by hand, since 「もう一度送る」 was pressed. */
  again: {
    button: (count: number) => `${count}件をもう一度送る`,
    buttonOf: (round: string) => `もう一度送る：${round}`,
    summaryButton: '取りまとめをもう一度送る',
    arrived: '取りまとめは届いている',
    now: (count: number) => `${count}件を、今から送り直します。`,
    later: (count: number, at: string) => `${count}件を、${at}に送り直します。`,
    none: '送り直すものは、もうありません。今の状況は、次のとおりです。',
  },
  kindTo: (kind: string, to: string) => `${kind}　${to}`,
  lookAgain: 'もう一度見る',
  all: '全体の送付状況を見る',
  see: '送付状況を見る',
  unitsToo: '「送付状況」の後ろに所属の名前を付けて送ると、その所属に送ったものを全て見られます。',
  /** 事務局あてのお知らせ, told one by one or as several. */
  notices: {
    heading: (count: number) => `事務局あてのお知らせ（${count}件）`,
    next: '今も対応が必要なものは、この下に、行うことと併せて示します。下にないものは、解決したか、時期を過ぎています。',
    noPlace: (unit: string, round: string) => `${unit}：投稿先が登録されていないため、${round}の照会やお知らせを送れません。`,
    noMeeting: (meeting: string, round: string) => `${meeting}：投稿先が登録されていないため、${round}の取りまとめを送れません。`,
    closed: (unit: string, round: string) => `${unit}：投稿先に届かないため、${round}の照会やお知らせを送れません。`,
    closedMeeting: (meeting: string, round: string) => `${meeting}：投稿先に届かないため、${round}の取りまとめを送れません。`,
    noHead: (unit: string, round: string) => `${unit}：所属長の個人チャットがないため、${round}が提出期限を過ぎたことを、所属長にお知らせできません。`,
    nobodyConfirms: {
      'no-head': {
        title: (unit: string, round: string) => `${unit}：所属長が登録されていないため、${round}が所属長の確認待ちのままになっています。`,
        next: '「担当を見る」を押し、所属長を登録してください。登録が済むと、所属長に確認をお願いします。',
      },
      unseen: {
        title: (unit: string, round: string) => `${unit}：所属長がTeamsで見つからないため、${round}の確認をお願いできません。`,
        next: '所属長に、Teamsで「取りまとめ」を開き、「使い方」と送るよう、お伝えください。所属長が代わっている場合は、「担当を見る」を押し、登録を直してください。',
      },
    },
    several: (round: string) => `${round}に、届いていないものがあります。`,
    severalNext: '「送付状況を見る」を押し、それぞれの対応を確かめてください。',
  },
};
