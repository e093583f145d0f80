import type { Amendment, Amendments } from '../domain/amendments.ts';
import { officePartition } from '../domain/documentIds.ts';
import type { OfficeId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DeskNeeds, Visit } from './desk.ts';
import { officeIn, type OfficeFacts } from './facts.ts';

const TRIES = 8;

/**
 * 変更を決める: upon the office as it is at this moment, and added to the record; again if somebody else decided in between. The office as it is
 * then. @param decide gives no act where it is done already.
 */
export async function amended<Why>(
  { store, log }: Pick<DeskNeeds, 'store' | 'log'>, { facts: { office: { id } }, standing }: Pick<Visit, 'facts' | 'standing'>,
  decide: (facts: OfficeFacts, amendments: Amendments | undefined) => Promise<Result<Amendment | undefined, Why>>,
): Promise<Result<OfficeFacts, Why | { readonly kind: 'busy' }>> {
  const partition = officePartition(id);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const documents = await store.latest(partition);
    const facts = officeIn(documents);
    if (facts === undefined) break;
    const [stored] = documents.amendments;
    const act = await decide(facts, stored?.doc);
    if (!act.ok) return act;
    if (act.value === undefined) return ok(facts);
    const written = await store.amendments.put(withAct(id, stored?.doc, act.value), stored === undefined ? 'absent' : { version: stored.version });
    if (!written.ok) continue;
    log.info(act.value.kind, { office: id, by: standing.person });
    return ok(officeIn(await store.fresh(partition)) ?? facts);
  }
  return err({ kind: 'busy' });
}

const withAct = (office: OfficeId, stored: Amendments | undefined, act: Amendment): Amendments => ({ office, acts: [...(stored?.acts ?? []), act] });
