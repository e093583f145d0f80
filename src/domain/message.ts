import type { Instant, LocalDate } from './instant.ts';
import type { OfficeId, PersonId, RoundId, SectionId } from './ids.ts';

/** Names one message for good; the same key is decided once and never again, e.g. `saiwai:FY2026-mid:remind-2:2026-10-16:soumu`. */
export type MessageKey = string;

export type Recipient =
  | { readonly to: 'section'; readonly section: SectionId }
  | { readonly to: 'management' }
  /** One person of the secretariat, or a head, in their personal chat. */
  | { readonly to: 'person'; readonly person: PersonId }
  /** The secretariat's own place: says only that so many notices wait, without names. */
  | { readonly to: 'secretariat-place' };

/** What to say. What it looks like is drawn when it is sent. */
export const MESSAGE_KINDS = [
  'announcement', // これから始まります
  'ask-preview', // 照会の送付前確認, to the secretariat
  'ask', // 照会
  'ask-copy', // 照会の写し: the ask once more, where somebody asked for it by 「回答」; no clock decides on it
  'remind', // お知らせ: before the due date and on the day
  'late', // 期限後, to the section
  'late-head', // 期限後, to the head
  'confirm', // 所属長の確認: to the head
  'confirm-here', // the same as a mention in the section's place, where no head can be written to; without content
  'sent-back', // 修正の依頼があります, to the section's place; without content
  'sent-back-to', // 差戻し with its comments, to who submitted
  'again', // 再依頼, by hand
  'moved', // 期限が変わりました
  'check', // 事務局確認: what is in, what is not
  'preview', // 送付前の取りまとめ
  'summary', // 取りまとめ
  'summary-missed', // 取りまとめを送付できませんでした, to the secretariat
  'reported', // 区部長会議に報告しました
  'directed', // 指示・意見があります, to the section's place, of what was recorded after that; without content
  'readiness', // 運用開始の準備
  'notice', // 事務局あてのお知らせ: something could not be delivered, and what to do
  'handover', // 担当の引継ぎ: on the first 開庁日 of April, which posts have no holder
  'next-year', // 次年度の回がまだない: each week of March, as long as it is so
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type Message = {
  readonly key: MessageKey;
  readonly office: OfficeId;
  /** Absent for what belongs to no round: readiness, notices. */
  readonly round?: RoundId;
  readonly kind: MessageKind;
  readonly recipient: Recipient;
  /** The section that it is about. */
  readonly section?: SectionId;
  /** For `remind`: 開庁日 left; 0 for `confirm` on the day. */
  readonly daysLeft?: number;
  /** The due moment that it tells, for `ask` and `moved`. */
  readonly due?: Instant;
  /** For `confirm` and `sent-back`: the version of the report that it is about. */
  readonly seq?: number;
  /** For `notice`: the key of the message that could not be delivered. */
  readonly about?: MessageKey;
  /** For a `summary` that is a 【差替え】: 2, 3 … */
  readonly edition?: number;
};

const join = (...parts: readonly (string | number | undefined)[]): MessageKey => parts.filter((part) => part !== undefined).join(':');

/** Key of a step of a round: the date is part of it wherever the step is tied to one, so a moved date makes a new key. */
export const roundKey = (
  office: OfficeId, round: RoundId, step: string, date: LocalDate | number | undefined, ...targets: readonly (SectionId | PersonId)[]
): MessageKey => join(office, round, step, date, ...targets);

/** Key of something of the office that belongs to no round. */
export const officeKey = (office: OfficeId, step: string, ...rest: readonly string[]): MessageKey => join(office, 'office', step, ...rest);
