import type { Values } from '../src/domain/report.ts';

const onTrack = (done: string): Values => ({ mark: 'on-track', done });
const mostly = (done: string, issue: string): Values => ({ mark: 'mostly', done, issue });

/** 回答例: what the neighbours report in the demo's 中間報告, by initiative; invented. 総務課's are there to be typed by the visitor. */
export const ANSWERS: Readonly<Record<string, Values>> = {
  'soumu-01': onTrack('接遇研修を7月に2回実施し、職員18人が参加しました。'),
  'soumu-02': mostly('寄せられた苦情9件を幹部の会議で共有し、7件の改善を終えました。', '2件は関係課との調整が続いています。'),
  'soumu-03': onTrack('館内の表示を6月と9月に点検し、古い案内12枚を取り替えました。'),

  'kikikanri-01': onTrack('地域の防災会議に14回出席し、説明の仕方を課内で振り返りました。'),
  'kikikanri-02': onTrack('避難所の運営訓練を5月と9月に実施し、延べ120人が参加しました。'),
  'kikikanri-03': onTrack('消防署、警察署、町内会と合同の点検を3回行い、危険な箇所6か所を共有しました。'),

  'kikaku-01': onTrack('区の広報紙6号分を担当外の職員が読み、言い換えを28か所行いました。'),
  'kikaku-02': onTrack('寄せられた声41件を2開庁日以内に所管へ渡し、うち5件で防止策を話し合いました。'),

  'chiiki-shinko-01': onTrack('聴き取りの手引を6月に改め、窓口の職員11人が研修を受けました。'),
  'chiiki-shinko-02': onTrack('月1回の打合せで他課の事業を紹介し、取次ぎの一覧を9月に更新しました。'),

  'shogai-gakushu-01': onTrack('問合せの記録を共有し、担当者が不在のときの折返しが月15件から6件に減りました。'),
  'shogai-gakushu-02': mostly('講座18件を募集の3週間前までに3つの方法で知らせました。', '2件は講師の都合で知らせるのが遅れました。'),
  'shogai-gakushu-03': onTrack('利用者の意見86件を読み合わせ、貸室の案内を8月に改めました。'),

  'kumin-01': onTrack('法令の勉強会を毎月1回開き、職員24人が延べ6回参加しました。'),
  'kumin-02': mostly('番号表示の見え方を7月に改め、待合のいすを12脚増やしました。', '月曜日の午前は、今も30分を超える日があります。'),
  'kumin-03': onTrack('服務の点検を6月に実施し、混雑の見込みを毎週金曜日に発信しました。'),

  'hoken-nenkin-01': onTrack('新任の職員5人に4月から6月まで週1回の研修を行いました。'),
  'hoken-nenkin-02': onTrack('医療証2,300枚の発送で二人での点検を続け、誤りはありませんでした。'),
  'hoken-nenkin-03': {
    mark: 'delayed', done: '電話応接の手順を4月に配り、名乗りは定着しました。',
    issue: '7月の通知の発送後に電話が集中し、折返しが翌日になることが月40件ほどありました。',
    next: '11月から繁忙期の応援体制を組み、折返しの記録を一つの表にまとめます。',
  },
  'hoken-nenkin-04': onTrack('絵図を使った案内を5種類作り、窓口8か所に置きました。'),

  'hiyoshi-01': onTrack('来庁の目的を聞き取る項目を決め、6月から全員が使っています。'),
  'hiyoshi-02': onTrack('受付と掲示を毎朝点検し、掲示の期限切れをなくしました。'),
  'hiyoshi-03': onTrack('庁舎の点検を毎月行い、照明と手すり3か所を直しました。'),

  'chiiki-care-01': onTrack('相談の席に仕切りを4か所置き、声が届きにくくしました。'),
  'chiiki-care-02': onTrack('課内の打合せを週1回開き、予定と資料を共有フォルダにまとめました。'),

  'chiiki-shien-01': onTrack('書類の持出しの点検を毎月行い、事故はありませんでした。'),
  'chiiki-shien-02': onTrack('健診36回で声と目の両方による確認を行い、人違いはありませんでした。'),
  'chiiki-shien-03': mostly('制度の変更11件のうち9件を会議で確かめました。', '年度途中の変更2件は、知らせるのが1週間遅れました。'),

  'jido-katei-01': onTrack('待合の掲示を毎月入れ替え、絵本を20冊加えました。'),
  'jido-katei-02': { mark: 'not-started' },

  'koreisho-01': onTrack('申請の記入例を7種類作り直し、窓口と電話の説明にそろえて使っています。'),
  'koreisho-02': onTrack('業務の研修に延べ31人が参加し、係の打合せで内容を伝えました。'),
  'koreisho-03': onTrack('受付と相談の席を毎朝整え、待つ方への声かけを当番で行いました。'),
  'koreisho-04': onTrack('発送物を二人以上で点検し、誤送付はありませんでした。'),

  'hogo1-2-01': onTrack('人権の研修を6月に実施し、新任4人を含む27人が参加しました。'),
  'hogo1-2-02': onTrack('eラーニングを9月までに全員が終え、制度の改正を月1回の会議で確かめました。'),

  'eisei-01': onTrack('施設への立入りで使う説明資料を3種類作りました。'),
  'eisei-02': onTrack('取次ぎの一覧を作り、窓口の職員が使っています。'),

  'doro-koen-01': {
    ...onTrack('電話と窓口で受けた要望214件を票に記録し、担当へ渡しました。'),
    discuss: '要望を記録する票を、区役所の各課でそろえることについて御意見を伺いたい。',
  },
  'doro-koen-02': onTrack('巡視を計画どおり48回行い、危ない箇所19か所を当日中に補修しました。'),
  'doro-koen-03': onTrack('毎朝カウンターを拭き、図書の並びを週1回整えました。'),
  'doro-koen-04': onTrack('法規の研修に9人が参加し、所内で2回伝え合いました。'),
};

/** When each unit answers, as days after the day of the ask and the hour; those that are not named here never do. */
export const ANSWERED_AT: Readonly<Record<string, { readonly days: number; readonly at: string }>> = {
  hiyoshi: { days: 1, at: '09:20' }, 'chiiki-care': { days: 1, at: '14:05' }, 'shogai-gakushu': { days: 2, at: '11:30' }, kikikanri: { days: 2, at: '16:10' },
  'chiiki-shinko': { days: 3, at: '10:45' }, koreisho: { days: 7, at: '13:25' }, kikaku: { days: 8, at: '09:50' }, 'hogo1-2': { days: 8, at: '15:40' },
  'chiiki-shien': { days: 9, at: '10:15' }, kumin: { days: 10, at: '11:05' }, 'doro-koen': { days: 10, at: '16:30' }, 'jido-katei': { days: 13, at: '17:00' },
  'hoken-nenkin': { days: 14, at: '15:50' },
};
