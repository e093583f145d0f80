import { declaredFor, holderName, spanWords, unitName } from '../../cards/present/holders.ts';
import { sayingOf } from '../../cards/present/saying.ts';
import type { PostAct } from '../../domain/appointments.ts';
import { appoint, end, makeFirst, mayDecide, type Appointing, type Decider } from '../../domain/decidePosts.ts';
import { officePartition, personDocId } from '../../domain/documentIds.ts';
import { parsePersonId } from '../../domain/ids.ts';
import type { Office, Post } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import { err, ok } from '../../domain/result.ts';
import { namesOf } from '../../domain/standing.ts';
import { undeclare } from '../../domain/undeclare.ts';
import { change } from '../change.ts';
import { deciderOf } from '../commands/people.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { officeIn, type OfficeFacts } from '../facts.ts';
import { candidateNamed } from './candidates.ts';
import { decided } from './decided.ts';
import type { PeoplePress, Settled } from './press.ts';
import { madeReachable } from './reachable.ts';

/** 登録する: from then on they are known to us, and are written to alone where Teams lets us. */
export async function appointed(needs: DeskNeeds, visit: Visit, pressed: PeoplePress): Promise<Settled> {
  const chosen = await candidateNamed(needs, visit, pressed.section, pressed.person);
  const { section, role, from, to } = pressed;
  let post: Post | undefined;
  const written = await decided(needs, visit, (facts) => {
    const names = chosen === undefined ? [] : [chosen.person, ...(chosen.upn === undefined ? [] : [chosen.upn])];
    const wish: Appointing = { section, role, from, to, person: chosen?.person, names };
    const act = appoint(facts.office, asOf(visit, facts), wish);
    if (act.ok && act.value.kind === 'appointed') post = act.value.post;
    if (act.ok || act.error.kind !== 'holds-already' || !act.error.again) return act;
    post = act.error.post;
    return ok(undefined);
  });
  if (!written.ok) return refusedBy(written.error);
  if (chosen === undefined || post === undefined) return { kind: 'busy' };
  const facts = await madeReachable(needs, visit, written.value, chosen);
  return { kind: 'done', visit: { ...visit, facts }, done: [givenWords(visit, facts.office, post, chosen.name)] };
}

function givenWords({ words }: Visit, office: Office, post: Post, name: string): string {
  const { done, roles } = words.people;
  const span = spanWords(words, office, post);
  return post.role === 'secretariat' ? done.appointedSecretariat(name, span) : done.appointed(unitName(words, office, post.section), roles[post.role], name, span);
}

/** 終える. Who has also said that they answer for the unit still may: whoever ends the post is told. */
export async function ended(needs: DeskNeeds, visit: Visit, { section, post, day }: PeoplePress): Promise<Settled> {
  let act: Extract<PostAct, { readonly kind: 'ended' }> | undefined;
  const written = await decided(needs, visit, (facts) => {
    const decision = end(facts.office, asOf(visit, facts), (person) => allNames(facts, person), { section, post, lastDay: day });
    if (decision.ok && decision.value.kind === 'ended') act = decision.value;
    return act !== undefined && decision.ok && act.post.to === act.lastDay ? ok(undefined) : decision;
  });
  if (!written.ok) return refusedBy(written.error);
  return act === undefined ? { kind: 'busy' } : { kind: 'done', visit: { ...visit, facts: written.value }, done: endedWords(visit, written.value, act) };
}

function endedWords({ words, today }: Visit, facts: OfficeFacts, { post, lastDay, names }: Extract<PostAct, { readonly kind: 'ended' }>): readonly string[] {
  const { office, people } = facts;
  const { done, roles } = words.people;
  const name = holderName(words, people, post.person);
  const role = roles[post.role];
  const day = sayingOf(words, office).fullDay(lastDay);
  const line = post.from !== undefined && lastDay < post.from ? done.cancelled(name, role) : (lastDay < today ? done.over : done.ended)(name, role, day);
  if (post.role === 'secretariat') return [line];
  const stillDeclared = declaredFor({ office, people, today }, post.section).some(({ id }) => names.includes(id));
  return stillDeclared ? [line, done.alsoDeclared(unitName(words, office, post.section))] : [line];
}

/** 取り消す: the word that somebody answers for the unit. It goes from their own document, so that nothing can know of it any more. */
export async function undone(needs: DeskNeeds, visit: Visit, { section, person }: PeoplePress): Promise<Settled> {
  const { facts: { office }, now, words, standing } = visit;
  const facts = officeIn(await needs.store.latest(officePartition(office.id)));
  const id = parsePersonId(person);
  if (facts === undefined || section === undefined) return { kind: 'busy' };
  if (!mayDecide(facts.office, asOf(visit, facts), { section })) return { kind: 'refused', why: { kind: 'not-yours' } };
  const known = facts.people.find((each) => id.ok && each.id === id.value);
  if (known === undefined) return { kind: 'refused', why: { kind: 'choose', what: 'person' } };
  const written = await change(needs.store.people, officePartition(office.id), personDocId(known.id), (stored = known): Person => undeclare(stored, section, { at: now, by: standing.person }));
  if (!written.ok) return { kind: 'busy' };
  needs.log.info('undeclared', { office: office.id, section, by: standing.person });
  const people = [...facts.people.filter((each) => each.id !== known.id), written.value];
  return { kind: 'done', visit: { ...visit, facts: { ...facts, people } }, done: [words.people.done.undone(known.name, unitName(words, office, section))] };
}

/** 代理の1番目にする. */
export async function madeFirst(needs: DeskNeeds, visit: Visit, { section, person }: PeoplePress): Promise<Settled> {
  const written = await decided(needs, visit, (facts) =>
    section === undefined ? err({ kind: 'not-yours' }) : makeFirst(facts.office, asOf(visit, facts), { section, person, names: allNames(facts, person) }));
  if (!written.ok) return refusedBy(written.error);
  return { kind: 'done', visit: { ...visit, facts: written.value }, done: [visit.words.people.done.first(holderName(visit.words, written.value.people, person))] };
}

const asOf = (visit: Visit, facts: OfficeFacts): Decider => deciderOf({ ...visit, facts });

/** All names under which a person may stand in a list of posts: whoever imports later may use another one. */
function allNames({ people }: OfficeFacts, person: string): readonly string[] {
  const known = people.find((each) => namesOf(each.id, each).some((name) => name.toLowerCase() === person.toLowerCase()));
  return known === undefined ? [person] : namesOf(known.id, known);
}

type Unwritten = Extract<Awaited<ReturnType<typeof decided>>, { readonly ok: false }>['error'];
const refusedBy = (why: Unwritten): Settled => (why.kind === 'busy' ? why : { kind: 'refused', why });
