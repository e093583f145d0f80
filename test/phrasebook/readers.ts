/** 読む方: a family of cards by what their names begin with, what the office calls it, and who reads it where. The longest beginning counts. */
export type Family = { readonly begins: readonly string[]; readonly name: string; readonly who: string; readonly where: string };

const PLACE = '所属の投稿先（チャネル又はチャット）';
const OWN = '御本人の個人チャット又は画面';
const ASKED = '尋ねた場所。ほかの方が読む場所で見せられない内容は、個人チャット';
const STAFF = '所属の担当者';
const SECRETARIAT = '事務局の職員';
const HEAD = '所属長';

const family = (name: string, who: string, where: string, ...begins: readonly string[]): Family => ({ begins, name, who, where });

/** In the order of a round. */
export const FAMILIES: readonly Family[] = [
  family('初めての御案内', '個人チャットを開いた方', '個人チャット', 'greeting'),
  family('事前のお知らせ', STAFF, PLACE, 'announcement'),
  family('照会', STAFF, PLACE, 'ask'),
  family('照会の前の確認', SECRETARIAT, '個人チャット', 'ask-preview', 'ask-released', 'ask-held', 'ask-release'),
  family('期限前のお知らせ', STAFF, PLACE, 'remind'),
  family('期限後のお願い', STAFF, PLACE, 'late'),
  family('期限後の所属長へのお知らせ', HEAD, '個人チャット', 'late-head'),
  family('再依頼', STAFF, PLACE, 'again'),
  family('期限変更のお知らせ', STAFF, PLACE, 'moved'),
  family('回答の画面', STAFF, OWN, 'form'),
  family('入力が重なったとき', STAFF, OWN, 'conflict'),
  family('下書きの保存', STAFF, OWN, 'draft-saved'),
  family('受付', STAFF, OWN, 'accepted'),
  family('印刷用の表示', STAFF, OWN, 'print-out'),
  family('提出予定日', '所属の担当者と所属長', OWN, 'promise', 'promised'),
  family('職員としての登録', STAFF, OWN, 'declared'),
  family('訂正', '所属の担当者と所属長', OWN, 'correction-form', 'corrected'),
  family('所属長への確認のお願い', HEAD, '個人チャット', 'confirm'),
  family('所属長への確認のお願い（個人チャットがないとき）', HEAD, PLACE, 'confirm-here'),
  family('確認の画面', '所属長と事務局', OWN, 'checking'),
  family('確認の結果', '所属長と事務局', OWN, 'checked'),
  family('字句修正', '所属長と事務局', OWN, 'reword'),
  family('字句修正の内容', STAFF, OWN, 'rewords'),
  family('修正のお願い', STAFF, PLACE, 'sent-back'),
  family('修正のお願い（提出した方）', STAFF, '個人チャット', 'sent-back-to'),
  family('所属の状況', '所属の担当者、所属長、事務局', ASKED, 'status-unit'),
  family('所属の回答と取組の本文', '所属の担当者、所属長、事務局', OWN, 'unit-answers', 'official-text'),
  family('これまでの報告', '所属の担当者、所属長、事務局', OWN, 'history'),
  family('提出状況の一覧', '事務局と会議', '事務局の個人チャット、会議のチャネル', 'board'),
  family('提出状況の一覧からの操作', SECRETARIAT, '個人チャット', 'unit-panel', 'conduct', 'trial', 'announced', 'accepted-all', 'accepted-none'),
  family('回を作る・日程を変える', SECRETARIAT, '個人チャット、事務局の投稿先', 'plan'),
  family('取組・所属を直す', SECRETARIAT, '個人チャット、事務局の投稿先', 'register'),
  family('略称を直す', '所属の担当者、所属長、事務局', OWN, 'register-title', 'register-changed-own'),
  family('未提出の一覧', SECRETARIAT, '個人チャット', 'missing'),
  family('事務局確認', SECRETARIAT, '個人チャット', 'check'),
  family('送付前の取りまとめ', SECRETARIAT, '個人チャット', 'preview'),
  family('差替えの送付', SECRETARIAT, '個人チャット', 'replacement'),
  family('取りまとめ', '区長と会議の出席者', '会議のチャネル', 'summary', 'not-yet'),
  family('取りまとめ（事務局）', SECRETARIAT, '個人チャット', 'summary-secretariat'),
  family('取りまとめ未送付のお知らせ', SECRETARIAT, '個人チャット', 'summary-missed'),
  family('報告後のお知らせ', STAFF, PLACE, 'reported'),
  family('指示・意見のお知らせ', STAFF, PLACE, 'directed-later'),
  family('指示・意見の記録', SECRETARIAT, OWN, 'directions'),
  family('指示・意見と対応の状況', '所属の担当者、所属長、事務局', OWN, 'direction'),
  family('一時停止と再開', SECRETARIAT, '個人チャット', 'paused', 'resumed'),
  family('再依頼の結果', SECRETARIAT, '個人チャット', 'reminded'),
  family('再依頼の受付（個人チャットを開けないとき）', SECRETARIAT, '尋ねた場所', 'reminded-unnamed'),
  family('送付状況', SECRETARIAT, '個人チャット', 'delivery'),
  family('事務局あてのお知らせ', SECRETARIAT, '個人チャット', 'notice'),
  family('事務局あてのお知らせの件数', SECRETARIAT, '事務局の投稿先', 'secretariat-waiting'),
  family('運用開始の準備', SECRETARIAT, '個人チャット', 'readiness', 'test-card'),
  family('投稿先', SECRETARIAT, ASKED, 'places', 'choose-office'),
  family('担当', '所属の担当者、所属長、事務局', ASKED, 'people'),
  family('担当の引継ぎ', SECRETARIAT, '個人チャット', 'handover'),
  family('次年度の回のお知らせ', SECRETARIAT, '個人チャット', 'next-year'),
  family('予定', '全ての方', ASKED, 'rounds', 'no-round'),
  family('所属を選ぶ', '二つ以上の職のある方', ASKED, 'which-unit'),
  family('使い方', '全ての方', ASKED, 'help'),
  family('お答えできない言葉', '全ての方', ASKED, 'unknown'),
  family('できなかったとき', '押した方、尋ねた方', ASKED, 'problem', 'kept'),
];

/** The family of a card, by its name; `undefined` if nobody has said who reads it. */
export function familyOf(card: string): Family | undefined {
  const ranked = FAMILIES.flatMap((each) => each.begins.filter((begin) => card === begin || card.startsWith(`${begin}-`)).map((begin) => ({ each, begin })));
  return ranked.toSorted((a, b) => b.begin.length - a.begin.length)[0]?.each;
}
