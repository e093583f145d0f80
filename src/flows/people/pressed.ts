import { presentAppointing, presentEnding, presentOrdering, presentUndoing } from '../../cards/present/peopleForms.ts';
import type { CardView } from '../../cards/views.ts';
import { mayDecide, type PostRefusal } from '../../domain/decidePosts.ts';
import type { Answer } from '../../ports.ts';
import { allPeople, deciderOf, peopleOf } from '../commands/people.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { appointed, ended, madeFirst, undone } from './acts.ts';
import { candidatesAmong, membersFor } from './candidates.ts';
import type { PeoplePress, Settled } from './press.ts';

/** What is pressed on the cards of 担当; they stand in chats of one person alone. */
export async function peoplePressed(needs: DeskNeeds, visit: Visit, pressed: PeoplePress): Promise<Answer> {
  if (!visit.standing.personal) return refuse(needs, visit, { kind: 'not-allowed' });
  switch (pressed.do) {
    case 'people.see': return see(needs, visit, pressed);
    case 'people.form': return formOf(needs, visit, pressed, pressed.form, undefined);
    case 'people.find': return formOf(needs, visit, pressed, 'appoint', undefined);
    case 'people.appoint': return settled(needs, visit, pressed, 'appoint', await appointed(needs, visit, pressed));
    case 'people.end': return settled(needs, visit, pressed, 'end', await ended(needs, visit, pressed));
    case 'people.undo': return settled(needs, visit, pressed, 'undo', await undone(needs, visit, pressed));
    case 'people.order': return settled(needs, visit, pressed, 'order', await madeFirst(needs, visit, pressed));
  }
}

function see(needs: DeskNeeds, visit: Visit, { of, section }: Extract<PeoplePress, { readonly do: 'people.see' }>): Answer {
  const { secretariat, units } = visit.standing;
  if (of === 'unit' && section !== undefined && (secretariat || units.includes(section))) return replace(needs, peopleOf(visit, section));
  if (!secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  return replace(needs, of === 'secretariat' ? peopleOf(visit, undefined) : allPeople(visit));
}

type Form = Extract<PeoplePress, { readonly do: 'people.form' }>['form'];

async function settled(needs: DeskNeeds, visit: Visit, pressed: PeoplePress, form: Form, outcome: Settled): Promise<Answer> {
  switch (outcome.kind) {
    case 'done': return replace(needs, peopleOf(outcome.visit, pressed.section, outcome.done));
    case 'refused': return formOf(needs, visit, pressed, form, outcome.why);
    case 'busy': return refuse(needs, visit, { kind: 'busy' });
  }
}

async function formOf(needs: DeskNeeds, visit: Visit, pressed: PeoplePress, form: Form, refusal: PostRefusal | undefined): Promise<Answer> {
  const { facts: { office }, standing } = visit;
  if (mayDecide(office, deciderOf(visit), { section: pressed.section })) return replace(needs, await drawn(needs, visit, pressed, form, refusal));
  // The right went since the card was drawn: the unit is still shown to whom it is shown.
  if (pressed.section !== undefined && standing.units.includes(pressed.section)) return replace(needs, peopleOf(visit, pressed.section));
  return refuse(needs, visit, { kind: 'not-allowed' });
}

async function drawn(needs: DeskNeeds, visit: Visit, pressed: PeoplePress, form: Form, refusal: PostRefusal | undefined): Promise<CardView> {
  const { facts: { office, people }, words, today } = visit;
  const { section, role, person, from, to, post, day, find } = pressed;
  const facts = { office, people, today, section, decider: deciderOf(visit), filled: { role, person, from, to, post, day, find }, refusal };
  switch (form) {
    case 'appoint': return presentAppointing(words, { ...facts, candidates: candidatesAmong(await membersFor(needs, visit, section), find, visit) });
    case 'end': return presentEnding(words, facts);
    case 'undo': return section === undefined ? peopleOf(visit, section) : presentUndoing(words, { ...facts, section });
    case 'order': return section === undefined ? peopleOf(visit, section) : presentOrdering(words, { ...facts, section });
  }
}
