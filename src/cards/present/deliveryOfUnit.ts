import type { Fate, Sent, UnitDelivery } from '../../domain/deliveryOfUnit.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import { unreachable } from '../../domain/result.ts';
import { says } from '../buttons.ts';
import type { CardView, DeliveryGroup } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { againButtons, againLines, deliveryCard, isNameAlone, nextOf, troubleRow, type SentAgain } from './delivery.ts';
import { attention, strong, subtle } from './lines.ts';
import { recipientWords } from './recipient.ts';
import { sayingOf, type Saying } from './saying.ts';

type Facts = {
  readonly office: Office;
  readonly people: readonly Person[];
  readonly section: Section;
  readonly now: Instant;
  readonly rounds: readonly UnitDelivery[];
  readonly again: SentAgain | undefined;
};

/** 所属の送付状況: every message that was to be sent to it, and what to do about those that did not arrive. */
export function presentDeliveryOfUnit(words: Words, facts: Facts): CardView {
  const { office, section, rounds, now, again } = facts;
  const text = words.delivery;
  const say = sayingOf(words, office);
  const troubles = rounds.flatMap((round) => round.troubles);
  return deliveryCard(words, {
    title: text.titleOfUnit(section.name),
    summary: text.titleOfUnit(section.name),
    lines: [...againLines(words, office, again, now), ...(troubles.length === 0 ? [strong(text.fine)] : []), subtle(words.meeting.board.now(say.moment(now)))],
    groups: [
      ...troubles.map((trouble): DeliveryGroup => ({
        heading: (trouble.cause === 'in-doubt' ? strong : attention)(text.causes[trouble.cause].title), next: nextOf(words, trouble.cause, [trouble]),
        rows: isNameAlone(trouble.cause) ? [] : [troubleRow(words, facts, trouble)], more: '',
      })),
      ...rounds.map(({ round, sent }): DeliveryGroup => ({
        heading: strong(words.everywhere.begun(say.round(round))), next: '', rows: sent.map((each) => sentRow(words, facts, each)), more: sent.length === 0 ? text.nothing : '',
      })),
    ],
    buttons: [
      ...rounds.flatMap((each) => againButtons(words, { office, round: each.round, troubles: each.troubles, now, named: rounds.length > 1, section: section.id })),
      { title: text.lookAgain, data: { do: 'delivery.look', v: 1, office: office.id, section: section.id } },
      says(text.all, office, 'delivery'),
    ],
    after: [subtle(say.contact)],
  });
}

function sentRow(words: Words, facts: Facts, { message, fate, attempts, old }: Sent): DeliveryGroup['rows'][number] {
  const { delivery: text, running, everywhere } = words;
  const kind = running.messages[message.kind];
  const name = message.recipient.to === 'section' ? everywhere.begun(kind) : text.kindTo(kind, recipientWords(words, facts, { to: message.recipient, ...(message.section !== undefined && { section: message.section }) }));
  const notes = [fateWords(words, sayingOf(words, facts.office), fate), ...(attempts > 1 ? [text.tried(attempts)] : []), ...(old === true ? [text.old] : [])];
  return { name, note: everywhere.apart(notes), look: 'plain' };
}

function fateWords({ delivery: { states: text, reasons } }: Words, say: Saying, fate: Fate): string {
  switch (fate.state) {
    case 'delivered':
    case 'failed':
    case 'waiting': return text[fate.state](say.moment(fate.at));
    case 'uncertain': return fate.retryAt === undefined ? text.uncertain(say.moment(fate.at)) : text.retried(say.moment(fate.at), say.hour(fate.retryAt));
    case 'held': return fate.by === 'place' ? text.heldForPlace : text.heldForPause;
    case 'sending': return text.sending;
    case 'dropped': return text.dropped(reasons[fate.why]);
    default: return unreachable(fate);
  }
}
