import type { Office } from '../../src/domain/office.ts';
import type { MeetingState } from '../oracle/accounted.ts';
import type { Transition } from '../witness.ts';

/** Words for how each unit stood at each meeting, and for what was done on the way there. A sign before each state, so that it is read without colour. */
const JA = {
  title: '会議での各所属の状態',
  caption: '資料確定の時の状態です。取りまとめは、このとおりに数え、未提出の所属、提出予定日、所属長の確認待ちを示しました。',
  captionBroken: '資料確定の時の状態です。取りまとめがこのとおりでなかったものは、「見つかったこと」にあります。',
  states: {
    accepted: '■ 事務局確認済み', confirmed: '■ 所属長確認済み', unchecked: '■ 提出済み（所属長確認なし）', waits: '■ 提出済み（所属長確認待ち）', 'sent-back': '▽ 修正の依頼中', planned: '□ 未提出（提出予定あり）',
    missing: '！ 未提出', exempt: '－ 対象外',
  } satisfies Record<MeetingState, string>,
  submitted: '■ 提出済み',
  done: '行われた操作（件）',
  act: '操作',
  times: '件',
  acts: {
    draft: '下書き保存', submit: '提出', 'submit-again': '再提出', 'submit-unchanged': '全て変わりなしで提出', 'submit-by-head': '所属長による提出', 'submit-on-behalf': '代理入力', 'submit-after-meeting': '会議後の提出',
    confirm: '所属長の確認', 'confirm-by-deputy': '代理による確認', 'send-back-by-head': '所属長の差戻し', 'send-back-by-secretariat': '事務局の差戻し', accept: '事務局の確認', 'accept-all': 'まとめて確認',
    'reword-by-head': '所属長の字句修正', 'reword-by-secretariat': '事務局の字句修正', promise: '提出予定日', 'promise-again': '提出予定日の変更', 'promise-back': '提出予定日の取消し', extend: '期限延長', exempt: '対象外', include: '対象に戻す',
    pause: '所属の一時停止', resume: '所属の再開', correct: '訂正', replaced: '取りまとめの差替え', 'decided-already': '先に決まっていた確認', 'hold-ask': '照会の送付を止める', 'let-ask': '止めた照会の送付', 'pause-all': '役所全体の一時停止', 'resume-all': '役所全体の再開',
    appoint: '担当の登録', 'make-first': '代理の順の変更', 'end-post': '職の解除', 'undo-declaration': '申告の取消し', 'turned-away': '取消し後に回答できなかったこと', 'let-in': '登録し直した後の回答', 'look-back': '履歴の閲覧',
    directed: '指示・意見の記録', 'direction-followed': '指示・意見への対応中の記録', 'direction-done': '指示・意見への対応済みの記録', 'direction-withdrawn': '指示・意見の取消し',
  } satisfies Record<Transition, string>,
};
type Words = typeof JA;

const EN: Words = {
  title: 'Each unit at each meeting',
  caption: 'As it stood when the papers were closed. The summary counted so, and named who was missing, expected, or waiting for its head.',
  captionBroken: 'As it stood when the papers were closed. Where the summary said otherwise, it is among what was seen.',
  states: {
    accepted: '■ Confirmed by the secretariat', confirmed: '■ Confirmed by the head', unchecked: '■ Submitted (no head)', waits: '■ Submitted (waits for the head)', 'sent-back': '▽ Changes asked for', planned: '□ Expected',
    missing: '！ Missing', exempt: '－ Exempt',
  },
  submitted: '■ Submitted',
  done: 'What was done (times)',
  act: 'Act',
  times: 'Times',
  acts: {
    draft: 'draft saved', submit: 'submitted', 'submit-again': 'submitted again', 'submit-unchanged': 'submitted as unchanged', 'submit-by-head': 'submitted by the head', 'submit-on-behalf': 'entered on behalf', 'submit-after-meeting': 'submitted after the meeting',
    confirm: 'confirmed by the head', 'confirm-by-deputy': 'confirmed by a deputy', 'send-back-by-head': 'sent back by the head', 'send-back-by-secretariat': 'sent back by the secretariat', accept: 'confirmed by the secretariat', 'accept-all': 'confirmed together',
    'reword-by-head': 'wording edited by the head', 'reword-by-secretariat': 'wording edited by the secretariat', promise: 'date given', 'promise-again': 'date changed', 'promise-back': 'date taken back', extend: 'extended', exempt: 'exempted', include: 'asked after all',
    pause: 'unit paused', resume: 'unit resumed', correct: 'corrected', replaced: 'summary replaced', 'decided-already': 'decided before', 'hold-ask': 'request held', 'let-ask': 'held request sent', 'pause-all': 'office paused', 'resume-all': 'office resumed',
    appoint: 'registered', 'make-first': 'deputies ordered', 'end-post': 'post ended', 'undo-declaration': 'registration undone', 'turned-away': 'not let in after that', 'let-in': 'let in again once registered', 'look-back': 'history read',
    directed: 'instruction recorded', 'direction-followed': 'instruction in progress', 'direction-done': 'instruction done', 'direction-withdrawn': 'instruction taken back',
  },
};

export const meetingWords = (language: Office['language']): Words => (language === 'ja' ? JA : EN);
