import { formId, roundPartition } from '../../domain/documentIds.ts';
import { millisOf } from '../../domain/instant.ts';
import type { Posted } from '../../domain/outbox.ts';
import type { FormDoc } from '../../ports.ts';
import { change } from '../change.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

/** Teams may deliver one press several times within these seconds. */
const SAME_PRESS_SECONDS = 10;

/** Whether this person was given this form a moment ago, and has said nothing since: the same press once more. */
export function wasJustGiven({ form, report, caller, now }: Turn): boolean {
  const answered = report?.doc.changes.some(({ at, by }) => by.person === caller.person && form !== undefined && form.doc.at <= at) === true;
  return form !== undefined && !answered && Math.abs(millisOf(now) - millisOf(form.doc.at)) < SAME_PRESS_SECONDS * 1000;
}

/** Of a person's forms in one round so many are remembered; whoever opens more has long forgotten the first. */
const MOST_FORMS = 20;

/** Whose form it is that now stands there. Those given before it stay theirs, also one that another instance gave meanwhile. */
export async function rememberForm({ store }: Pick<AnsweringNeeds, 'store'>, turn: Turn, posted: Posted): Promise<void> {
  const { facts: { office, round }, section, caller, now, form } = turn;
  const after = (before: FormDoc | undefined): FormDoc => {
    const earlier = before === undefined ? [] : [before.posted, ...(before.earlier ?? [])].slice(0, MOST_FORMS - 1);
    return { office: office.id, round: round.id, section: section.id, person: caller.person, posted, ...(earlier.length === 0 ? {} : { earlier }), at: now };
  };
  const written = await store.forms.put(after(form?.doc), form === undefined ? 'absent' : { version: form.version });
  if (!written.ok) await change(store.forms, roundPartition(office.id, round.id), formId(section.id, caller.person), after);
}
