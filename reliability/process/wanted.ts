import type { Recipient } from '../../src/domain/message.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { SectionId } from '../../src/domain/ids.ts';
import { chatOf, HANAKO, HEAD, MEETING, spotOf } from './world.ts';

/** `early`: within the hours after the ask. */
type Wanted = { readonly key: string; readonly spot: string; readonly early: boolean };

const toUnit = (step: string, unit: string, early: boolean): Wanted => ({ key: `saiwai:FY2026-mid:${step}:${unit}`, spot: spotOf(unit as SectionId), early });

/** 出るべきもの: what must have been said by the end of the round, counted by hand from the calendar of October 2026; nothing here asks the service. */
export const WANTED: readonly Wanted[] = [
  ...['soumu', 'eisei', 'kikaku'].flatMap((unit) => ['announcement', 'ask'].map((step) => toUnit(step, unit, true))),
  { key: `saiwai:FY2026-mid:ask-preview:2026-10-05:${HANAKO}`, spot: chatOf(HANAKO), early: false },
  ...['soumu', 'eisei', 'kikaku'].map((unit) => toUnit('reported:2026-10-29', unit, false)),
  ...['eisei', 'kikaku'].flatMap((unit) => ['remind-2:2026-10-16', 'remind-0:2026-10-20', 'late-1:2026-10-21'].map((step) => toUnit(step, unit, false))),
  { key: `saiwai:FY2026-mid:late-head-2:2026-10-22:eisei:${HEAD}`, spot: chatOf(HEAD), early: false },
  { key: `saiwai:FY2026-mid:check:2026-10-23:${HANAKO}`, spot: chatOf(HANAKO), early: false },
  { key: `saiwai:FY2026-mid:preview:2026-10-26:${HANAKO}`, spot: chatOf(HANAKO), early: false },
  { key: 'saiwai:FY2026-mid:summary:2026-10-27', spot: MEETING, early: false },
];

/** Where a message belongs. */
export function spotFor({ message: { recipient } }: OutboxEntry): string {
  return spotOfRecipient(recipient);
}

function spotOfRecipient(recipient: Recipient): string {
  switch (recipient.to) {
    case 'section': return spotOf(recipient.section);
    case 'person': return chatOf(recipient.person);
    default: return MEETING;
  }
}

/** By which words a card of each kind is known at a look; two of one kind in one place differ in their step. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  announcement: /の進捗報告について（お知らせ）$/,
  'ask-preview': /照会の送付前確認$/,
  ask: /について（照会）$/,
  'remind-2': /^【お知らせ】.*の提出期限は、/,
  'remind-0': /^【お知らせ】.*本日.*提出期限/,
  'late-1': /の提出について（お願い）$/,
  'late-head-2': /の提出状況について（お知らせ）$/,
  check: /事務局確認$/,
  preview: /^【送付前】/,
  'summary-missed': /送付できませんでした/,
  summary: /（.*現在）$/,
  reported: /に報告しました。$/,
};

/** Which card it is, as the one who got it would say; `undefined` for one that no sign fits, as a form or a notice. */
export const stepOn = (head: string): string | undefined => Object.entries(SIGNS).find(([, sign]) => sign.test(head))?.[0];

/** The step in the key of an entry: `remind-2` of `saiwai:FY2026-mid:remind-2:2026-10-16:soumu`. */
export const stepOf = ({ message: { key } }: OutboxEntry): string => key.split(':')[2] ?? '';
