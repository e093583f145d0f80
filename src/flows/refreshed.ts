import type { Payload } from '../cards/payload.ts';
import { withOwnDrafts } from '../cards/present/ownDrafts.ts';
import type { CardView } from '../cards/views.ts';
import { reportOf } from '../domain/deriveBoard.ts';
import type { RoundFacts } from '../domain/facts.ts';
import type { Message } from '../domain/message.ts';
import { scheduleIn } from '../domain/schedule.ts';
import { mayShowUnit } from '../domain/standing.ts';
import { unsentDrafts } from '../domain/unsentDrafts.ts';
import type { Answer, Inbound } from '../ports.ts';
import { askView } from './commands/report.ts';
import { openRound, refuse, type DeskNeeds, type Visit } from './desk.ts';
import { viewOfRound } from './drawMessage.ts';
import { loadRoundOf } from './facts.ts';

type Refresh = Extract<Payload, { readonly do: 'card.refresh' }>;

/**
 * 再読込: the card as it is now, for whoever looks at it; the section's own people are told of their drafts besides. Answered and nothing else:
 * an edit would set off the next refresh. To who may not see that unit nothing is said, unless they asked for it themselves.
 */
export async function refreshed(needs: DeskNeeds, visit: Visit, pressed: Refresh, trigger: Extract<Inbound, { kind: 'pressed' }>['trigger']): Promise<Answer> {
  const { standing, words } = visit;
  const { section } = pressed;
  const facts = mayShowUnit(standing, section) ? await loadRoundOf(needs.store, visit.facts, pressed.round) : undefined;
  const view = facts === undefined ? undefined : await baseView(needs, visit, facts, pressed);
  if (facts === undefined || view === undefined) return trigger === 'automatic' ? { kind: 'nothing' } : refuse(needs, visit, { kind: 'old-card' });
  const isTheirs = standing.units.includes(section) && visit.now < scheduleIn(facts).freezeAt;
  const drafts = isTheirs ? unsentDrafts(reportOf(facts, section)) : 0;
  return { kind: 'view', content: needs.draw(withOwnDrafts(words, view, drafts)) };
}

/** What was sent to one person is shown anew to that person alone. */
const isTo = ({ caller }: Visit, { recipient }: Message): boolean => recipient.to !== 'person' || recipient.person === caller.person;

/** As everybody sees it. One whose message is not known, for its arrival is in doubt or it was asked for by a word, is the ask of the open round. */
async function baseView({ store }: Pick<DeskNeeds, 'store'>, visit: Visit, facts: RoundFacts, { section, key }: Refresh): Promise<CardView | undefined> {
  const entry = facts.entries.find(({ message }) => message.key === key && message.section === section && isTo(visit, message));
  if (entry !== undefined) return viewOfRound(store, entry.message, facts, visit.now, 'attempts' in entry.delivery ? entry.delivery.attempts : undefined);
  const open = openRound(visit);
  return open?.round.id === facts.round.id ? askView({ store }, visit, open, facts, section) : undefined;
}
