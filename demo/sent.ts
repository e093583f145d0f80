import { isCopy } from '../src/domain/askCopy.ts';
import { officePartition, roundPartition } from '../src/domain/documentIds.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Message, MessageKind } from '../src/domain/message.ts';
import { sectionOf, type Office } from '../src/domain/office.ts';
import type { Store } from '../src/ports.ts';

const KINDS: Readonly<Record<MessageKind, string>> = {
  announcement: '開始のお知らせ', ask: '照会', 'ask-copy': '照会の写し', remind: '提出期限のお知らせ', late: '提出期限を過ぎたお知らせ', 'late-head': '所属長へのお知らせ', again: '再依頼',
  confirm: '所属長への確認のお願い', 'confirm-here': '所属長への確認のお願い', 'sent-back': '修正のお願い', 'sent-back-to': '修正のお願い（提出した方）',
  'ask-preview': '照会の送付前確認', moved: '期限変更のお知らせ', check: '事務局の確認', preview: '送付前の取りまとめ', summary: '取りまとめ', 'summary-missed': '取りまとめ未送付のお知らせ',
  reported: '区部長会議に報告した旨のお知らせ', directed: '指示・意見があるお知らせ', readiness: '運用開始の準備', notice: '事務局あてのお知らせ', handover: '担当の引継ぎ', 'next-year': '次年度の回のお知らせ',
};

const MOST_NAMED = 5;

/** What was delivered at or after a moment, one line a kind: 「提出期限のお知らせ → 区民課、衛生課」. */
export async function sentSince(store: Store, office: Office, since: Instant): Promise<readonly string[]> {
  const partitions = [...office.rounds.map(({ id }) => roundPartition(office.id, id)), officePartition(office.id)];
  const entries = (await Promise.all(partitions.map((partition) => store.outbox.list(partition)))).flat().map(({ doc }) => doc);
  const sent = entries.flatMap(({ message, delivery }) => (delivery.state === 'delivered' && since <= delivery.at && !isCopy(message) ? [message] : []));
  return [...Map.groupBy(sent, ({ kind }) => kind)].map(([kind, messages]) => `${KINDS[kind]} → ${namesIn(office, messages)}`);
}

function namesIn(office: Office, messages: readonly Message[]): string {
  const names = [...new Set(messages.map((message) => nameOf(office, message)))];
  return names.length > MOST_NAMED ? `${names.length}か所` : names.join('、');
}

function nameOf(office: Office, { recipient }: Message): string {
  switch (recipient.to) {
    case 'section': return sectionOf(office, recipient.section)?.name ?? recipient.section;
    case 'management': return office.meeting.name;
    case 'person':
    case 'secretariat-place': return 'あなた（事務局）';
  }
}
