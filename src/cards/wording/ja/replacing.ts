/** 【差替え】第N版: what the meeting is sent in the place of what it has. */
export const replacing = {
  title: (title: string) => `【差替え】${title}`,
  changed: (before: number, count: number, names: string) => `第${before}版から変わった取組　${count}件（${names}）`,
  replacedBy: (edition: number, button: string) => `－ 第${edition}版に差し替えました。「${button}」を押すと、第${edition}版を見られます。`,
  latest: '最新の取りまとめを見る',
  see: (edition: number) => `第${edition}版を見る`,
  look: '差替えを確かめる',
  /** On the secretariat's board and beside its summary. */
  waits: (last: number, count: number, names: string, look: string) => `第${last}版の後に変わった取組　${count}件（${names}）。「${look}」を押すと、内容を確かめて差替えを送付できます。`,
  underWay: (edition: number, meeting: string, when: string) => `第${edition}版を、${when}${meeting}へ送付します。`,
  inDoubt: (edition: number, meeting: string, button: string) => `？ 第${edition}版が${meeting}に届いたか、確かめられませんでした。チャネル又はチャットを開いて確かめ、「${button}」で、届いているか、もう一度送るかを選んでください。`,
  undelivered: (edition: number, meeting: string, button: string) => `！ 第${edition}版は、${meeting}に届きませんでした。「${button}」で、次に行うことを確かめてください。`,
  preview: {
    title: (round: string, edition: number) => `【送付前】${round}の取りまとめ　第${edition}版`,
    mark: (button: string, when: string) => `内容を確かめ、「${button}」を押してください。押すと、${when}送付します。押すまで、送付しません。`,
    send: (meeting: string) => `差替えを${meeting}へ送付`,
  },
  done: {
    title: (edition: number, meeting: string, when: string) => `■ 第${edition}版を、${when}${meeting}へ送付します。`,
    next: (edition: number) => `届いた後に、前の取りまとめの表示は「第${edition}版に差し替えました。」に変わります。`,
  },
  refused: {
    notSent: (meeting: string) => `！ 取りまとめは、まだ${meeting}に届いていません。届いた後に、差替えを送付できます。`,
    over: (meeting: string) => `！ ${meeting}の当日の執務時間が終わったため、差替えは送付できません。訂正は、次回の会議で報告します。`,
    underWay: (edition: number, look: string) => `！ 第${edition}版が、まだ届いていません。届いた後に、次の差替えを送付できます。届くと、一覧に「${look}」を表示します。`,
    afterwards: (edition: number) => `！ 次の差替えは、第${edition}版が届いた後に送付できます。まだ送付していません。`,
    nothingChanged: (edition: number) => `！ 第${edition}版から変わったところはありません。差替えの送付は不要です。`,
    outOfDate: (send: string) => `！ 画面を開いた後に、内容が変わりました。まだ送付していません。次の内容を確かめて、もう一度「${send}」を押してください。`,
    busy: (send: string) => `！ 混み合っているため、まだ送付していません。少し待って、もう一度「${send}」を押してください。`,
  },
};
