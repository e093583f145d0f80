import { presentAnnounced } from '../../cards/present/boardReceipts.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { unannounced } from '../../domain/unannounced.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { noConduct } from '../facts.ts';
import { othersOf } from './board.ts';

/** 事前のお知らせを送る: to the units that have had none. Written down here; the tick sends it, within office hours. */
export async function announce(needs: DeskNeeds, visit: Visit, facts: RoundFacts): Promise<Answer> {
  const { words, now } = visit;
  const { office, round } = facts;
  const others = await othersOf(needs, visit, round.id);
  let sections = unannounced(facts, others, now);
  if (sections.length > 0) {
    const written = await change(needs.store.conducts, roundPartition(office.id, round.id), CONDUCT_ID, (stored = noConduct(office.id, round.id)) => {
      sections = unannounced({ ...facts, conduct: stored }, others, now); // the same press, delivered twice, counts once
      return { ...stored, announce: { ...stored.announce, ...Object.fromEntries(sections.map(({ id }) => [id, now])) } };
    });
    if (!written.ok) return refuse(needs, visit, { kind: 'busy' }, round);
    needs.log.info('announced by hand', { office: office.id, round: round.id, units: sections.length });
  }
  return replace(needs, presentAnnounced(words, { office, round, sections }));
}
