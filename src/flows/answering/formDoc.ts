import { formId, roundPartition } from '../../domain/documentIds.ts';
import { millisOf } from '../../domain/instant.ts';
import type { Posted } from '../../domain/outbox.ts';
import type { FormDoc, Stored } from '../../ports.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

type Needs = Pick<AnsweringNeeds, 'store' | 'log'>;

const placeOf = ({ facts: { office, round }, section, caller }: Turn): readonly [string, string] => [roundPartition(office.id, round.id), formId(section.id, caller.person)];

const given = ({ store }: Needs, turn: Turn): Promise<Stored<FormDoc> | undefined> => store.forms.get(...placeOf(turn));

/** Teams may deliver one press several times within these seconds. */
const SAME_PRESS_SECONDS = 10;

/** Whether this person was given this form a moment ago: the same press once more. */
export async function wasJustGiven(needs: Needs, turn: Turn): Promise<boolean> {
  const form = await given(needs, turn);
  return form !== undefined && Math.abs(millisOf(turn.now) - millisOf(form.doc.at)) < SAME_PRESS_SECONDS * 1000;
}

/** Whose form it is that now stands there. The last one counts; one that another instance gave meanwhile is as good. */
export async function rememberForm(needs: Needs, turn: Turn, posted: Posted): Promise<void> {
  const { facts: { office, round }, section, caller, now } = turn;
  const form = await given(needs, turn);
  const doc: FormDoc = { office: office.id, round: round.id, section: section.id, person: caller.person, posted, at: now };
  await needs.store.forms.put(doc, form === undefined ? 'absent' : { version: form.version });
}

/** The form is submitted and gone. It is nobody's loss if this fails: the answer is stored, and the next form takes its place. */
export async function closeForm(needs: Needs, turn: Turn): Promise<void> {
  try {
    const form = await given(needs, turn);
    if (form !== undefined) await needs.store.forms.remove(...placeOf(turn), form.version);
  } catch {
    needs.log.warn('form not closed', { section: turn.section.id });
  }
}
