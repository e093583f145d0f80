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
    submitted: '提出済みの内容を直す場合は、「訂正を申し出る」を押してください。',
    missing: 'まだ提出していない場合は、「会議後の提出として送る」を押してください。会議資料には入りませんが、記録として残ります。',
  },
  exempt: { title: (section: string) => `${section}は、今回の報告の対象外です。`, next: '回答は不要です。対象に当たる場合は、問合せ先へ御連絡ください。' },
  notYourForm: {
    title: 'この画面は、ほかの方の回答の画面です。',
    next: (section: string) => `${section}の方は、「回答する」を押すと、御自分の画面が開きます。下書きは引き継がれます。`,
  },
  'too-large': { title: '保存できませんでした。', next: '修正の記録が多く、これ以上保存できません。問合せ先へ御連絡ください。入力した内容は画面に残っています。' },
  'no-round': { title: '現在、受付中の報告はありません。', next: '次の時期は、「予定を見る」で確かめられます。' },
  'old-card': { title: 'この画面は古くなっています。', next: {
    report: '「回答する」を押すと、今の画面が開きます。',
    status: '「状況を見る」を押すと、今の状況が開きます。',
    summary: '「取りまとめを見る」を押すと、今の取りまとめが開きます。',
    help: 'ここでできることは、「使い方を見る」で確かめられます。',
  } },
  'not-allowed': { title: 'この操作は、ここではできません。', next: 'ここでできることは、「使い方を見る」で確かめられます。所属の名前を付けて送った場合は、名前を確かめてください。所属の状況は、その所属のチャネルで見られます。' },
  'not-set-up': { title: '所属と取組が登録されていません。', next: '事務局で登録が済むと使えるようになります。' },
  busy: { title: '同時に保存が重なりました。', next: '入力した内容は画面に残っています。少し待って、もう一度押してください。' },
  'source-missing': { title: 'どのように聞き取ったかを入力してください。', next: '例　電話で聞き取り。入力した内容は画面に残っています。入力してから、もう一度提出してください。' },
  'no-chat': { title: 'この内容は、御自分の個人チャットに表示します。', next: '個人チャットを開けませんでした。Teamsの「アプリ」から「取りまとめ」を開き、個人チャットで「状況」と送ってください。その後、もう一度お試しください。' },
  'not-stored': { title: '保存できませんでした。', next: '入力した内容は画面に残っています。少し待って、もう一度押してください。続く場合は、問合せ先へ御連絡ください。' },
  /** In a dialog, in the place of a form that cannot be drawn any more. */
  left: '入力した内容は、保存されていません。必要な場合は、次の文を写してください。',
  /** Of an initiative that has gone to another unit, or was taken out of the register, since the form was drawn. */
  strayed: '次の文の取組は、この所属の取組ではなくなりました。次の文は、保存されていません。必要な場合は、写してください。',
  /** The same, where it can be sent once more. */
  kept: { title: '保存できませんでした。', next: '入力した内容は、この画面に残っています。少し待って、「もう一度送る」を押してください。続く場合は、事務局へ御連絡ください。入力した文は、次のとおりです。', button: 'もう一度送る' },
};
