import { directionIn } from '../../cards/payload.ts';
import { withLeft } from '../../cards/present/left.ts';
import type { Directing } from '../../domain/decideDirection.ts';
import { directionsIn, type Direction, type DirectionKey } from '../../domain/direction.ts';
import { roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { sectionOf } from '../../domain/office.ts';
import { mayReadReports } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { decideHere } from './decideHere.ts';
import type { DirectionPress } from './press.ts';
import { chosenInitiative, formView, listView, oneView, shownAlone } from './show.ts';

type OfRound = Extract<DirectionPress, { readonly do: 'direction.list' | 'direction.form' | 'direction.give' }>;
type OfOne = Exclude<DirectionPress, OfRound>;

/** 指示・意見: recorded by the secretariat alone; read, and answered with what was done, by the section's own too. */
export async function directionsPressed(needs: DeskNeeds, visit: Visit, pressed: DirectionPress, data: unknown): Promise<Answer> {
  const text = directionIn(data);
  if ('direction' in pressed) return ofOne(needs, visit, pressed, text);
  if (!visit.standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const facts = await loadRoundOf(needs.store, visit.facts, pressed.round);
  return facts === undefined ? refuse(needs, visit, { kind: 'old-card' }) : ofRound(needs, visit, facts, { pressed, text });
}

async function ofRound(needs: DeskNeeds, visit: Visit, facts: RoundFacts, { pressed, text }: { readonly pressed: OfRound; readonly text: string }): Promise<Answer> {
  switch (pressed.do) {
    case 'direction.list': return shownAlone(needs, visit, listView(visit, facts));
    case 'direction.form': return shownAlone(needs, visit, formView(visit, facts, pressed.section));
    case 'direction.give': return give(needs, visit, facts, { pressed, text });
  }
}

type Giving = { readonly pressed: Extract<DirectionPress, { readonly do: 'direction.give' }>; readonly text: string };

/** What was not recorded comes back in the form, with the reason and what was typed. */
async function give(needs: DeskNeeds, visit: Visit, before: RoundFacts, { pressed, text }: Giving): Promise<Answer> {
  const { section, base, initiative, sure = false } = pressed;
  const { done } = visit.words.directing;
  const { facts, why } = await decideHere(needs, visit, before, { act: { kind: 'give', base, section, initiative: chosenInitiative(initiative), text, sure }, section });
  if (why !== undefined) return shownAlone(needs, visit, withLeft(visit.words, formView(visit, facts, section, { initiative, text, notice: why }), visit.written));
  const name = sectionOf(facts.office, section)?.name ?? section;
  return shownAlone(needs, visit, listView(visit, facts, { done: [done.given(name), done.givenTold(name)] }));
}

type Found = { readonly facts: RoundFacts; readonly direction: Direction };

/** As it is known; read anew, if nothing is known of it yet. */
async function find({ store }: DeskNeeds, visit: Visit, { round, no }: DirectionKey): Promise<Found | undefined> {
  const found = async (): Promise<Found | undefined> => {
    const facts = await loadRoundOf(store, visit.facts, round);
    const direction = facts === undefined ? undefined : directionsIn(facts.conduct).find((each) => each.no === no);
    return facts === undefined || direction === undefined ? undefined : { facts, direction };
  };
  const known = await found();
  if (known !== undefined || !visit.facts.office.rounds.some(({ id }) => id === round)) return known;
  await store.latest(roundPartition(visit.facts.office.id, round));
  return found();
}

/** Who may not read what that section reports learns nothing of it, not even that it is there. */
async function ofOne(needs: DeskNeeds, visit: Visit, pressed: OfOne, text: string): Promise<Answer> {
  const found = await find(needs, visit, pressed.direction);
  if (found === undefined || mayReadReports(visit.standing, visit.where.address.kind, found.direction.section).may === 'no') return refuse(needs, visit, { kind: 'old-card' });
  const { facts, direction } = found;
  switch (pressed.do) {
    case 'direction.open': return shownAlone(needs, visit, oneView(visit, facts, direction), direction.section);
    case 'direction.follow': return act(needs, visit, found, { kind: 'follow', no: direction.no, seen: pressed.seen, state: pressed.state, text, sure: pressed.sure === true });
    case 'direction.withdraw': return pressed.sure === true
      ? act(needs, visit, found, { kind: 'withdraw', no: direction.no, seen: pressed.seen })
      : shownAlone(needs, visit, withLeft(visit.words, oneView(visit, facts, direction, { withdraws: visit.standing.secretariat }), visit.written), direction.section);
  }
}

async function act(needs: DeskNeeds, visit: Visit, { facts: before, direction: { no, section } }: Found, what: Exclude<Directing, { readonly kind: 'give' }>): Promise<Answer> {
  const { facts, why } = await decideHere(needs, visit, before, { act: what, section });
  const direction = directionsIn(facts.conduct).find((each) => each.no === no);
  if (direction === undefined) return refuse(needs, visit, { kind: 'old-card' });
  const typed = what.kind === 'follow' ? { state: what.state, text: what.text } : {};
  if (why !== undefined) return shownAlone(needs, visit, withLeft(visit.words, oneView(visit, facts, direction, { ...typed, notice: why }), visit.written), section);
  if (what.kind === 'withdraw') return shownAlone(needs, visit, listView(visit, facts, { done: [visit.words.directing.done.withdrawn] }));
  return shownAlone(needs, visit, oneView(visit, facts, direction, { done: true }), section);
}
