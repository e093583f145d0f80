/** 提出予定日を知らせる. */
export const promise = {
  button: '提出予定日を知らせる',
  change: '提出予定日を変える',
  planned: (day: string) => `提出予定　${day}`,
  state: (day: string) => `□ 未提出　提出予定 ${day}`,
  choose: {
    title: (round: string, section: string) => `${round}　${section}の提出予定日`,
    how: (secretariat: string) => `提出できる見込みの日を選び、「この日を知らせる」を押してください。${secretariat}にも伝わります。その日まで、お知らせは送りません。`,
    until: (freeze: string) => `資料確定（${freeze}）までの開庁日から選べます。`,
    now: (day: string) => `今の提出予定日　${day}`,
    label: '提出予定日',
    save: 'この日を知らせる',
    withdraw: '提出予定日を取り消す',
    missing: '！ 日を選んでから、「この日を知らせる」を押してください。',
  },
  taken: {
    title: (day: string) => `提出予定日を${day}と承りました。`,
    told: (secretariat: string) => `${secretariat}にも伝えました。当日までお知らせは送りません。`,
  },
  withdrawn: {
    title: '提出予定日を取り消しました。',
    next: (due: string) => `提出期限は、${due}です。お知らせは、これまでどおり届きます。`,
  },
};
