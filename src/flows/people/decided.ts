import type { PostAct } from '../../domain/appointments.ts';
import type { PostRefusal } from '../../domain/decidePosts.ts';
import { officePartition } from '../../domain/documentIds.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { officeIn, type OfficeFacts } from '../facts.ts';

const TRIES = 8;

/** 任免: decided upon the office as it is at this moment, and added to the record; again if somebody else decided in between. */
export async function decided(
  { store, log }: Pick<DeskNeeds, 'store' | 'log'>, { facts: { office: { id } }, standing }: Pick<Visit, 'facts' | 'standing'>, decide: (facts: OfficeFacts) => Result<PostAct | undefined, PostRefusal>,
): Promise<Result<OfficeFacts, PostRefusal | { readonly kind: 'busy' }>> {
  const partition = officePartition(id);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const documents = await store.latest(partition);
    const facts = officeIn(documents);
    if (facts === undefined) break;
    const act = decide(facts);
    if (!act.ok) return act;
    if (act.value === undefined) return ok(facts); // the same press, delivered twice
    const [stored] = documents.appointments;
    const acts = [...(stored?.doc.acts ?? []), act.value];
    const written = await store.appointments.put({ office: id, acts }, stored === undefined ? 'absent' : { version: stored.version });
    if (!written.ok) continue;
    log.info(act.value.kind, { office: id, by: standing.person });
    return ok(officeIn(await store.fresh(partition)) ?? facts);
  }
  return err({ kind: 'busy' });
}
