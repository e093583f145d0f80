/** できませんでした: each says why, and then what to do. */
export const problems = {
  notOfSection: {
    title: (section: string) => `${section}の回答について`,
    why: (name: string | undefined, section: string) => `${name === undefined ? '' : `${name}さんは、`}${section}の職員として登録されていません。`,
    typed: '入力した内容はこの画面に残っていますが、保存されていません。',
    declare: (section: string) => `${section}の方は、次のボタンを押してください（どなたが押したかは記録に残ります）。`,
    declareButton: (section: string) => `${section}の職員として回答します`,
    others: 'ほかの所属の方は、御自分の所属のチャネルで回答をお願いします。',
    ask: '回答する場合は、登録が必要です。問合せ先へ御連絡ください。',
  },
  closed: {
    title: (round: string, at: string) => `${round}の受付は、${at}に終了しました。`,
    kept: '入力した内容は下書きとして保存しています。',
    submitted: '提出済みの内容を直す場合は、問合せ先へ訂正を申し出てください。',
    missing: 'まだ提出していない場合は、問合せ先へ御連絡ください。',
  },
  exempt: { title: (section: string) => `${section}は、今回の報告の対象外です。`, next: '回答は不要です。対象に当たる場合は、問合せ先へ御連絡ください。' },
  notYourForm: {
    title: 'この画面は、ほかの方の回答の画面です。',
    next: (section: string) => `${section}の方は、「回答する」を押すと、御自分の画面が開きます。下書きは引き継がれます。`,
  },
  'too-large': { title: '保存できませんでした。', next: '修正の記録が多く、これ以上保存できません。問合せ先へ御連絡ください。入力した内容は画面に残っています。' },
  'no-round': { title: '現在、受付中の報告はありません。', next: '次の時期は、「予定を見る」で確かめられます。' },
  'old-card': { title: 'この画面は古くなっています。', next: '「回答する」を押すと、今の画面が開きます。' },
  'not-allowed': { title: 'この操作は、ここではできません。', next: '所属の状況と回答は、その所属のチャネルで見られます。全ての所属の一覧は、会議のチャネル又は事務局の方の個人チャットで見られます。所属の名前を付けたときは、名前を確かめてください。ここでできることは、「使い方を見る」で確かめられます。' },
  'not-set-up': { title: '所属と取組が登録されていません。', next: '事務局で登録が済むと使えるようになります。' },
  busy: { title: '同時に保存が重なりました。', next: '入力した内容は画面に残っています。少し待って、もう一度押してください。' },
  'not-stored': { title: '保存できませんでした。', next: '入力した内容は画面に残っています。少し待って、もう一度押してください。続く場合は、問合せ先へ御連絡ください。' },
};
