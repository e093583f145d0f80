/** What is sent to a section: 照会, お知らせ, 期限後. */
export const asking = {
  announcement: {
    title: (policy: string) => `${policy}の進捗報告について（お知らせ）`,
    to: (section: string) => `${section} 御担当者様`,
    change: (year: string) => `${year}から、進捗報告をTeamsで受け付けます。Excel様式のメール送付は不要です。`,
    steps: (secretariat: string, meeting: string) => [
      '・報告の時期に、ここへお知らせします。',
      '・「回答する」を押し、取組ごとに進捗を選び、実施した内容を1、2行で入力してください。',
      `・提出後、${secretariat}が取りまとめて${meeting}に報告します。`,
    ],
    first: (month: string) => `最初の報告は${month}の予定です。今、行っていただくことはありません。`,
  },
  ask: {
    title: (year: string, policy: string, round: string) => `${year} ${policy}の${round}について（照会）`,
    summary: (round: string, due: string) => `${round}について（照会）　提出期限　${due}`,
    unit: (name: string, initiatives: number, asOf: string) => `${name}　取組${initiatives}件　${asOf}現在`,
    purpose: {
      progress: (start: string, end: string) => `${start}から${end}までの実施状況を御回答ください。`,
      midyear: (start: string, end: string) => `${start}から${end}までの実施状況を御回答ください。`,
      light: (start: string, end: string) => `${start}から${end}までに、前回から変わりがあった取組を御回答ください。変わりがない場合は、「全て変わりなし」で提出できます。`,
      yearend: (start: string, end: string) => `${start}から${end}までの実施結果と達成度を御回答ください。`,
    },
    /** To the section's own people alone. */
    ownDrafts: (count: number) => `下書き（未提出）が${count}件あります。続きの入力と提出をお願いします。`,
    forecast: 'まだ終わっていないことは、見込みで御記入ください。',
    meeting: (meeting: string, day: string) => `${day}の${meeting}に報告します。`,
    submitted: (at: string, notes: readonly string[]) => `■ 提出済み${notes.length === 0 ? '' : `（${notes.join('、')}）`}　${at}`,
    mendUntil: (freeze: string) => `資料確定（${freeze}）までは修正できます。`,
    overdue: '！ 提出期限を過ぎています。お手数ですが、御提出又は提出予定日の御連絡をお願いします。',
    finalised: (at: string) => `◆ 確定　受付は、${at}に終了しました。`,
    closedMissing: (at: string) => `！ 受付は、${at}に終了しました。まだ提出していない場合は、「会議後の提出として送る」を押してください。`,
    exempt: '－ 対象外　今回、回答は不要です。',
    paused: '－ 一時停止中　回答は、停止中も受け付けます。再開後、提出期限が変わる場合はお知らせします。',
    newer: { title: 'この照会は、新しい照会に替わりました。', next: '同じ内容の新しい照会が、この後に届いています。そちらの「回答する」から御回答ください。入力済みの内容は、そのまま残っています。' },
    allUnchanged: '全て変わりなし',
    register: '担当者として登録',
    nobody: '担当者が登録されていません。登録すると、照会やお知らせが届いたときに通知されます。',
  },
  remind: {
    title: (round: string, due: string) => `【お知らせ】${round}の提出期限は、${due}です。`,
    titleToday: (round: string, hour: string) => `【お知らせ】${round}は、本日${hour}が提出期限です。`,
    none: (section: string, initiatives: number) => `${section}　取組${initiatives}件　まだ回答がありません。`,
    some: (section: string, initiatives: number, drafted: number, left: number) =>
      `${section}　取組${initiatives}件のうち${drafted}件は下書きがあります。残り${left}件です。`,
    all: (section: string, initiatives: number, open: string, submit: string) => `${section}　取組${initiatives}件の下書きがあります。「${open}」から「${submit}」を押すと完了です。`,
    crossed: '行き違いの際は御容赦ください。',
  },
  late: {
    title: (round: string) => `${round}の提出について（お願い）`,
    passed: (due: string) => `提出期限（${due}）を過ぎています。お手数ですが、御提出又は提出予定日の御連絡をお願いします。`,
    headTold: (at: string) => `御連絡がない場合は、${at}に所属長へもお知らせします。`,
  },
  lateHead: {
    title: (round: string) => `${round}の提出状況について（お知らせ）`,
    to: (section: string) => `${section} 所属長 様`,
    body: (section: string, round: string, due: string, initiatives: number, drafted: number) =>
      `${section}の${round}は、提出期限（${due}）を過ぎ、まだ提出されていません（取組${initiatives}件のうち下書き${drafted}件）。`,
    freeze: (at: string) => `資料確定は${at}です。`,
    please: 'お忙しいところ恐れ入りますが、御確認をお願いします。',
    seeStatus: '回答状況を見る',
    answer: '所属長として回答する',
  },
  again: {
    title: (round: string) => `【再依頼】${round}の提出をお願いします。`,
  },
  moved: {
    title: (round: string) => `【お知らせ】${round}の提出期限が変わりました。`,
    due: (due: string) => `新しい提出期限　${due}`,
    kept: '入力済みの内容は、そのまま残っています。',
  },
};
