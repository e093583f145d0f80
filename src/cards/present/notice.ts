import type { Office } from '../../domain/office.ts';
import { sectionOf } from '../../domain/office.ts';
import type { Message } from '../../domain/message.ts';
import type { OutboxEntry } from '../../domain/outbox.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly entry: OutboxEntry; readonly round: RoundPlan | undefined };

/** 事務局あてのお知らせ: what could not be delivered, and what to do. `entry`: the message that failed or is uncertain. */
export function presentNotice(words: Words, facts: Facts): CardView {
  const { office, round } = facts;
  const { message, delivery } = facts.entry;
  const { notice, messages, ofRound } = words.running;
  const uncertain = delivery.state === 'uncertain';
  const kind = messages[message.kind];
  const what = round === undefined ? kind : ofRound(sayingOf(words, office).round(round), kind);
  const to = recipientWords(words, office, message);
  const again = sendAgain(words, facts);
  return letter(words, {
    title: uncertain ? notice.uncertain(to, what) : notice.failed(to, what),
    lines: [
      strong(uncertain ? notice.look : message.recipient.to === 'person' ? notice.addPersonal : notice.addBot),
      ...(again !== undefined ? [plain(notice.sendAgain)] : uncertain ? [plain(notice.tell)] : []),
      ...('why' in delivery ? [subtle(notice.why(delivery.why))] : []),
    ],
    buttons: [...(again === undefined ? [] : [again]), says(words.everywhere.buttons.places, office, 'bind')],
  });
}

function recipientWords({ running: { notice } }: Words, office: Office, { recipient, section }: Message): string {
  switch (recipient.to) {
    case 'section': return sectionOf(office, recipient.section)?.name ?? recipient.section;
    case 'management': return notice.toManagement(office.meeting.name);
    case 'person': return (section === undefined ? undefined : sectionOf(office, section)?.name) ?? notice.toPerson;
    case 'secretariat-place': return notice.toSecretariat;
  }
}

/** Only a summary of which nobody knows whether it arrived is sent again by hand. */
function sendAgain({ running: { notice } }: Words, { office, round, entry: { message, delivery } }: Facts): Button | undefined {
  if (message.kind !== 'summary' || delivery.state !== 'uncertain' || round === undefined) return undefined;
  return { title: notice.again, data: { do: 'summary.release', v: 1, office: office.id, round: round.id, state: 'again' } };
}

/** In the secretariat's place: that so many notices wait, without names. */
export const presentSecretariatWaiting = (words: Words, { office, count }: { readonly office: Office; readonly count: number }): CardView =>
  letter(words, { title: words.running.waiting.title(count), lines: [plain(words.running.waiting.next)], after: [subtle(sayingOf(words, office).contact)] });
