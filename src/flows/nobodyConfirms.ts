import type { NobodyConfirms } from '../cards/present/notice.ts';
import { dayOf } from '../domain/calendar.ts';
import { whyUnreached } from '../domain/headsFor.ts';
import { nobodyConfirmsKey, unitsNobodyConfirms } from '../domain/headsUnreached.ts';
import type { SectionId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Message } from '../domain/message.ts';
import type { RoundPlan } from '../domain/round.ts';
import type { Documents } from '../ports.ts';
import { roundIn, type OfficeFacts } from './facts.ts';

/** What a notice is about, if it is that a report waits for a head and nobody hears of it. */
export function aboutNobodyConfirms({ office }: OfficeFacts, { about, section }: Message): { readonly round: RoundPlan; readonly section: SectionId } | undefined {
  const round = section === undefined ? undefined : office.rounds.find(({ id }) => about === nobodyConfirmsKey(office, id, section));
  return section === undefined || round === undefined ? undefined : { round, section };
}

/** As it stands in the documents of its round; `undefined` once it was confirmed, or somebody can be asked. */
export function stillUnconfirmed(facts: OfficeFacts, { round, section }: { readonly round: RoundPlan; readonly section: SectionId }, documents: Documents | undefined, now: Instant): NobodyConfirms | undefined {
  const read = documents === undefined ? undefined : roundIn(facts, round.id, documents);
  if (read === undefined || !unitsNobodyConfirms(read, now).includes(section)) return undefined;
  const why = whyUnreached(read, section, dayOf(facts.office.zone, now));
  return why === 'no-head' || why === 'unseen' ? { office: facts.office, round, section, why } : undefined;
}
