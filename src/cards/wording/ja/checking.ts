import type { HeadUnreached } from '../../../domain/board.ts';

/** 確認・差戻し・字句修正: what head and secretariat see, and what the section sees of it. */
export const checking = {
  /** How it stands, on the cards of the section. */
  unit: {
    sentBack: (count: number) => `▽ 修正の依頼があります（${count}件）。`,
    waits: (submitted: string) => `${submitted}　所属長の確認待ちです。`,
    unchecked: (submitted: string) => `${submitted}　所属長確認なし`,
    confirmed: (submitted: string, secretariat: string) => `${submitted}　所属長の確認が済み、${secretariat}に届きました。`,
    accepted: (submitted: string, secretariat: string) => `${submitted}　${secretariat}の確認が済みました。`,
    reworded: (count: number) => `字句の修正がありました（${count}か所）。進捗は変わりません。`,
    seeReworded: '変更を見る',
    mend: '修正する',
  },
  /** On the receipt of a submission. */
  accepted: {
    waits: '所属長の確認待ちです。今、行っていただくことはありません。',
    confirmed: (secretariat: string) => `所属長の確認が済み、${secretariat}に届きました。`,
    none: (secretariat: string) => `${secretariat}に届きました。所属長が登録されていないため、「所属長確認なし」と表示しますが、行っていただくことはありません。`,
  },
  submitToHead: '所属長へ提出',
  submitChangeToHead: '変更を所属長へ提出',
  /** 確認のお願い, to the head. */
  confirm: {
    title: (section: string, day: string) => `${section}の報告1件が確認待ちです（${day}提出）。`,
    titleToday: (section: string, day: string, hour: string) => `【お知らせ】${section}の報告は、本日${hour}が確認期限です（${day}提出）。`,
    report: (round: string, initiatives: number) => `${round}　取組${initiatives}件`,
    due: (at: string) => `確認期限　${at}`,
    next: '内容を確かめ、「確認済みにする」を押してください。修正が必要な場合は、「内容を見る」から差し戻すことができます。',
    settled: (section: string, round: string) => `${section}の${round}の確認について`,
    nothing: '今、行っていただくことはありません。',
  },
  /** The same in the section's place: nothing of the content. */
  confirmHere: {
    title: (section: string) => `${section} 所属長 様　報告の確認をお願いします。`,
    next: '所属長の方は、「内容を見る」を押してください。内容は、所属長の方だけに表示します。',
    settled: (section: string) => `${section}の報告の確認について`,
    headless: (secretariat: string) => `所属長が登録されていないため、まだ確認をお願いできていません。${secretariat}で登録が済むと、所属長に確認をお願いします。今、行っていただくことはありません。`,
  },
  sentBack: {
    title: (section: string, round: string, count: number) => `${section}の${round}に、修正の依頼があります（${count}件）。`,
    until: (at: string) => `${at}までに、修正の上、再提出をお願いします。`,
    where: '修正が必要な点は、「修正する」を押すと、御自分の画面に表示されます。',
    settled: (section: string, round: string) => `${section}の${round}の修正について`,
  },
  sentBackTo: {
    title: (section: string, round: string) => `差戻し　${section}の${round}`,
    by: (who: string, at: string) => `${who}　${at}`,
    others: (count: number, numbers: readonly number[]) => `ほかの${count}件（${numbers.map((number) => `取組${number}`).join('、')}）は、このままで差し支えありません。`,
    mend: '修正して再提出',
  },
  /** On the form of the section. */
  form: {
    head: (count: number, until: string) => `修正の依頼があります（${count}件）。${until}までに、修正の上、再提出をお願いします。`,
    hidden: (count: number, until: string) => `修正の依頼があります（${count}件）。${until}までに、再提出をお願いします。修正が必要な点は、ここには表示できません。「取りまとめ」との個人チャットで「回答」と送り、「修正する」を押してください。`,
    by: (who: string, at: string) => `【差戻し】${who}　${at}`,
    comment: (text: string) => `「${text}」`,
  },
  card: {
    title: (section: string, round: string) => `${section}の${round}の確認`,
    submitted: (at: string, name: string) => `提出　${at}　${name}さん`,
    due: (at: string) => `確認期限　${at}`,
    how: '修正が必要な取組がある場合は、その取組の欄に入力して「差し戻す」を押してください。入力のない取組は、そのままで再提出されます。',
    confirmFirst: (button: string) => `内容を確かめ、よければ「${button}」を押してください。`,
    changedBelow: '今の内容は、次のとおりです。内容を確かめてから、もう一度押してください。',
    decidedBelow: '今の内容は、次のとおりです。このままでよい場合は、行っていただくことはありません。',
    confirmed: (who: string, at: string) => `${who}が確認済みにしました（${at}）。`,
    accepted: (at: string) => `事務局が確認済みにしました（${at}）。`,
    sentBack: (who: string, at: string) => `${who}が差し戻しました（${at}）。再提出されると、改めて確認をお願いします。`,
    waits: '所属長の確認待ちです。所属長の確認が済むと、事務局で確認済みにできます。',
    headless: '所属長が登録されていないため、まだ確認をお願いできていません。「担当」と送り、所属長を登録すると、所属長に確認をお願いします。',
    unchecked: '所属長確認なし（所属長が登録されていません。）',
    finalised: (at: string) => `資料は、${at}に確定しました。内容を見ることができます。`,
    exempt: '今回の報告の対象外です。回答は不要です。',
    changed: (fields: string, since: string) => `【変更】前回の確認（${since}）の後に、${fields}が変わりました。`,
    changedSinceSentBack: (fields: string, since: string) => `【変更】前回の差戻し（${since}）の後に、${fields}が変わりました。`,
    comment: (number: number) => `取組${number}　修正が必要な点（記録として残ります）`,
    commented: '修正が必要な点',
    carried: '差し戻すときの入力です（まだ送られていません）。',
    sent: (text: string) => `修正の依頼　「${text}」`,
    reworded: (count: number) => `字句を直しました（${count}か所）。直す前と後の文は、所属の方にも表示されます。`,
    buttons: {
      confirm: '確認済みにする', accept: '確認済みにする', 'send-back': '差し戻す', reword: '字句を直す', answer: '所属長として回答する', look: '内容を見る', open: '確認の画面を開く', next: '次へ', back: '前へ',
    },
  },
  reword: {
    title: (section: string, round: string) => `${section}の${round}の字句修正`,
    how: '文だけを直せます。進捗の区分は変わりません。直す前と後の文は記録に残り、所属の方にも表示されます。',
    label: (number: number, field: string) => `取組${number}　${field}`,
    save: 'この内容で直す',
    check: '！ 直す前に、確かめてください。まだ直していません。文を改める場合は、改めてから、「この内容で直す」を押してください。',
    anyway: 'このまま直す',
    frozen: '入力した文は、まだ保存されていません。「訂正を申し出る」を押すと、入力した文のまま、訂正の画面が開きます。',
    back: '確認の画面に戻る',
  },
  sendingBack: {
    check: '！ 差し戻す前に、確かめてください。まだ差し戻していません。文を改める場合は、改めてから、もう一度「差し戻す」を押してください。',
    anyway: 'このまま差し戻す',
  },
  rewords: {
    title: (section: string, round: string) => `${section}の${round}の字句修正`,
    count: (count: number) => `字句の修正がありました（${count}か所）。進捗は変わりません。`,
    next: 'このままでよい場合は、行っていただくことはありません。直す場合は、「内容を見る・直す」を押してください。',
    none: '字句の修正はありません。',
    by: (who: string, at: string) => `${who}　${at}`,
    before: (field: string) => `${field}　修正前`,
    after: (field: string) => `${field}　修正後`,
    empty: '（空欄）',
  },
  receipts: {
    confirmed: {
      title: (section: string, round: string) => `${section}の${round}を確認済みにしました。`,
      next: (secretariat: string) => `所属長の確認が済み、${secretariat}に届きました。今、行っていただくことはありません。`,
    },
    accepted: {
      title: (section: string, round: string) => `${section}の${round}を、事務局で確認済みにしました。`,
      next: (freeze: string) => `${freeze}に、このまま資料に確定します。今、行っていただくことはありません。`,
    },
    sentBack: {
      title: (section: string, round: string, count: number) => `${section}の${round}を差し戻しました（${count}件）。`,
      next: '所属へお知らせします。再提出されると、改めて確認をお願いします。',
    },
  },
  board: {
    unreached: {
      'no-chat': '所属長の個人チャットに送れないため、投稿先でお知らせ', unseen: '！ 所属長にお知らせできません', 'no-head': '！ 所属長の登録がありません',
    } satisfies Record<HeadUnreached, string>,
  },
};
