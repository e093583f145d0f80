import type { SeenKind, Wire } from './timeline.ts';

/** What a person sees of a card and can do with it; nothing here knows how the service draws one. */
export type Button = { readonly title: string; readonly data: Wire };
export type Input = { readonly id: string; readonly type: string; readonly value: string; readonly choices: readonly Choice[] };
export type Choice = { readonly title: string; readonly value: string };

const isObject = (given: unknown): given is Wire => typeof given === 'object' && given !== null && !Array.isArray(given);
const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

/** A card that has come is read again and again, and never changes. */
const read = new WeakMap<Wire, readonly Wire[]>();

/** Every element of a card, in reading order; what only stands in for an older client is left out. */
export function elements(card: Wire): readonly Wire[] {
  const known = read.get(card) ?? [...within(card)];
  read.set(card, known);
  return known;
}

function* within(given: unknown): Generator<Wire> {
  if (Array.isArray(given)) {
    for (const each of given) yield* within(each);
  } else if (isObject(given)) {
    yield given;
    for (const [key, value] of Object.entries(given)) if (key !== 'fallback' && key !== 'data' && key !== 'refresh') yield* within(value);
  }
}

/** All its words, with what stands in its inputs. */
export const wordsOn = (card: Wire): readonly string[] =>
  [textOf(card['fallbackText']), ...elements(card).flatMap(({ type, text, label, value, title }) => (type === 'AdaptiveCard' ? [] : [text, label, value, title].map(textOf)))]
    .filter((text) => text !== '');

export const buttonsOn = (card: Wire): readonly Button[] =>
  elements(card).flatMap(({ type, title, data }) => (type === 'Action.Execute' || type === 'Action.Submit' ? [{ title: textOf(title), data: isObject(data) ? data : {} }] : []));

export const inputsOn = (card: Wire): readonly Input[] =>
  elements(card).flatMap(({ type, id, value, choices }) =>
    textOf(type).startsWith('Input.') ? [{ id: textOf(id), type: textOf(type), value: textOf(value), choices: choicesOf(choices) }] : []);

const choicesOf = (given: unknown): readonly Choice[] =>
  (Array.isArray(given) ? given.filter(isObject) : []).map(({ title, value }) => ({ title: textOf(title), value: textOf(value) }));

/** The button that does that; the first of several. */
export const buttonThat = (card: Wire, does: string): Button | undefined => buttonsOn(card).find(({ data }) => data['do'] === does);

/** Whose and of which round, as its buttons say. */
export function unitOn(card: Wire): { readonly section?: string; readonly round?: string } {
  const named = (key: string): string => buttonsOn(card).map(({ data }) => textOf(data[key])).find((id) => id !== '') ?? '';
  const [section, round] = [named('section'), named('round')];
  return { ...(section === '' ? {} : { section }), ...(round === '' ? {} : { round }) };
}

/** By which words each kind is known at a look, in both languages. The first that fits. */
const SIGNS: readonly (readonly [SeenKind, RegExp])[] = [
  ['moved', /提出期限が変わりました|due date of .* has changed/],
  ['remind', /^【お知らせ】.*提出期限|^Reminder:/],
  ['late-head', /の提出状況について（お知らせ）|^About the .* of your unit/],
  ['late', /の提出について（お願い）$|^About your /],
  ['again', /^【再依頼】|^Request, sent again:/],
  ['ask-preview', /照会の送付前確認$|: check before the request is sent$/],
  ['confirm-here', /報告の確認をお願いします。$|の報告の確認について$|^To the head of .*: please confirm the report|: confirmation of the report$/],
  ['confirm', /の報告1件が確認待ちです|の報告は、本日.*が確認期限です|の確認について$|^One report of .* waits for you|^Notice: the report of .* is to be confirmed|: confirmation of the /],
  ['sent-back-to', /^差戻し　|^Sent back: /],
  ['sent-back', /に、修正の依頼があります（|の修正について$|^Changes are asked for in |: changes to the /],
  ['check', /事務局確認$|^Check by the secretariat:/],
  ['preview', /^【送付前】|^Before sending:/],
  ['summary-missed', /取りまとめを、送付できませんでした|^The summary .* could not be sent/],
  ['summary', /の取りまとめ　提出|^Summary of the /],
  ['reported', /に報告しました。|^It was reported to/],
  ['readiness', /^運用開始の準備|^Before going live/],
  ['handover', /年度の担当を確かめてください。$|^Please check the posts for /],
  ['next-year', /年度の回がまだありません。$| has no rounds yet\.$/],
  ['announcement', /の進捗報告について（お知らせ）|what is going to happen$/],
  ['notice', /届きませんでした|を送れません。$|を送れないまま、資料確定を過ぎました。$|was not sent before the papers were closed|届いていないものがあります|could not be delivered|can(?:not)? be sent[ .]|It is not known whether|確かめられませんでした|have not been delivered|事務局あてのお知らせ|^Notices for the secretariat/],
  ['directed', /の指示・意見があります（\d+件）$|^There (?:is an instruction|are \d+ instructions) from .*[^.]$/],
  ['ask', /について（照会）|^Request for the |: request for the /],
  ['accepted', /を受け付けました。|has been received/],
  ['board', /提出状況$|未提出の一覧|: status$|: not submitted$/],
];

/** How it stands with what a card asks for, as the card says: still asked, and when it will come; sent back; submitted, and how far it has come; final, or closed without an answer. */
export const ASK_STATES = ['asked', 'planned', 'sent-back', 'waits', 'unchecked', 'confirmed', 'accepted', 'submitted', 'after-meeting', 'final', 'closed', 'exempt', 'paused'] as const;
export type AskState = (typeof ASK_STATES)[number];

const STATES: readonly (readonly [AskState, RegExp])[] = [
  ['closed', /^！ 受付は、.*に終了しました|^！ Answers were taken until/],
  ['final', /^◆ 確定|^◆ Final/],
  ['exempt', /^－ 対象外|^－ Exempt/],
  ['paused', /^－ 一時停止中|^－ Paused/],
  ['sent-back', /^[△▽] 修正の依頼|^[△▽] Changes are asked for/],
  ['after-meeting', /^■ .*会議後の提出|^■ .*after the meeting/],
  ['waits', /^■ 提出済み.*所属長の確認待ちです|^■ Submitted.*It waits for the head/],
  ['unchecked', /^■ 提出済み.*所属長確認なし|^■ Submitted.*Without a head/],
  ['confirmed', /^■ 提出済み.*所属長の確認が済み|^■ Submitted.*Confirmed by the head/],
  ['accepted', /^■ 提出済み.*の確認が済みました|^■ Submitted.*Checked by /],
  ['submitted', /^■ 提出済み|^■ Submitted/],
  ['planned', /^□ 未提出.*提出予定|^提出予定　|^□ Not submitted, expected|^Expected /],
  ['asked', /^□ 未提出|^！ 提出期限を過ぎています|^□ Not submitted|^！ The due date has passed/],
];

/** As it says itself; `undefined` if it says nothing of it. */
export const stateOn = (card: Wire): AskState | undefined => STATES.find(([, sign]) => wordsOn(card).some((words) => sign.test(words)))?.[0];

/** What kind of card it is, as a person would say who looks at it. */
export function kindOn(card: Wire): SeenKind {
  if (inputsOn(card).length > 0 && buttonThat(card, 'form.save') !== undefined) return 'form'; // the first of several pages has nothing to submit
  const heads = [textOf(card['fallbackText']), wordsOn(card)[1] ?? ''];
  return SIGNS.find(([, sign]) => heads.some((head) => sign.test(head)))?.[0] ?? 'other';
}
