import { millisOf } from '../../domain/instant.ts';
import type { Posted } from '../../domain/outbox.ts';
import type { FormDoc } from '../../ports.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

/** Teams may deliver one press several times within these seconds. */
const SAME_PRESS_SECONDS = 10;

/** Whether this person was given this form a moment ago, and has said nothing since: the same press once more. */
export function wasJustGiven({ form, report, caller, now }: Turn): boolean {
  const answered = report?.doc.changes.some(({ at, by }) => by.person === caller.person && form !== undefined && form.doc.at <= at) === true;
  return form !== undefined && !answered && Math.abs(millisOf(now) - millisOf(form.doc.at)) < SAME_PRESS_SECONDS * 1000;
}

/** Whose form it is that now stands there. The last one counts; one that another instance gave meanwhile is as good. */
export async function rememberForm({ store }: Pick<AnsweringNeeds, 'store'>, turn: Turn, posted: Posted): Promise<void> {
  const { facts: { office, round }, section, caller, now, form } = turn;
  const doc: FormDoc = { office: office.id, round: round.id, section: section.id, person: caller.person, posted, at: now };
  await store.forms.put(doc, form === undefined ? 'absent' : { version: form.version });
}
