/** 確認・差戻し・訂正などができなかったとき: why, and then what to do. */
export const deciding = {
  notYours: {
    title: 'この操作は、登録された職の方が行います。',
    head: (section: string) => `${section}の所属長（代理を含みます。）の方が行います。所属長の登録を直す場合は、問合せ先へ御連絡ください。`,
    secretariat: '事務局の方が行います。御用の場合は、問合せ先へ御連絡ください。',
    either: (section: string) => `${section}の所属長又は事務局の方が行います。所属長の登録を直す場合は、問合せ先へ御連絡ください。`,
  },
  nothingSubmitted: { title: (section: string) => `${section}の報告は、まだ提出されていません。`, next: '提出されると、確認をお願いするお知らせが届きます。今、行っていただくことはありません。' },
  alreadyDecided: {
    confirmed: (section: string, who: string, at: string) => `${section}の報告は、${who}が確認済みにしました（${at}）。`,
    'sent-back': (section: string, who: string, at: string) => `${section}の報告は、${who}が差し戻しました（${at}）。`,
    accepted: (section: string, _who: string, at: string) => `${section}の報告は、事務局が確認済みにしました（${at}）。`,
    next: '今の内容は、「内容を見る」で見られます。',
    nextSentBack: '再提出されると、改めて確認をお願いします。今、行っていただくことはありません。',
  },
  changedSince: { title: (section: string, at: string) => `${section}の報告は、その後に内容が変わりました（${at}）。`, next: '「内容を見る」で今の内容を確かめてから、もう一度お願いします。' },
  headFirst: { title: (section: string) => `${section}の報告は、所属長の確認待ちです。`, next: '所属長の確認が済むと、事務局で確認済みにできます。直しが必要な場合は、差し戻せます。' },
  frozen: { title: (at: string) => `資料は、${at}に確定しました。`, next: '確定した後に直す場合は、「内容を見る」から訂正を申し出てください。' },
  notFrozen: { title: 'まだ訂正の時期ではありません。', next: (at: string) => `資料確定（${at}）までは、「内容を見る」から直せます。` },
  commentMissing: { title: '修正が必要な点を入力してください。', next: '差し戻す取組の欄に入力してから、もう一度「差し戻す」を押してください。' },
  reasonMissing: { title: '訂正の理由を入力してください。', next: '例　件数の数え誤りのため。入力した内容は画面に残っています。理由を入力してから、もう一度押してください。' },
  textMissing: { title: '必要な欄が空いています。', next: '空にした欄に入力してから、もう一度押してください。' },
  tooLong: { title: (most: number) => `${most}字を超えています。`, next: (most: number) => `${most}字以内に直してから、もう一度押してください。入力した内容は画面に残っています。` },
  beingMended: { title: (section: string, at: string) => `${section}の方が、同じ欄を直しています（${at}下書き）。`, next: '提出を待つか、直してほしい点を書いて差し戻してください。' },
  nothingChanged: { title: '変わったところがありません。', next: '内容を直してから、もう一度押してください。直さない場合は、この画面を閉じて構いません。' },
  notPlannable: { title: 'その日は選べません。', next: (at: string) => `資料確定（${at}）までの開庁日から選んでください。` },
  answeredAlready: { title: (section: string) => `${section}の報告は、提出されています。`, next: '提出予定日を知らせる必要はありません。今、行っていただくことはありません。' },
};
