import type { Crowded } from '../../cards/present/crowded.ts';
import { presentPaused } from '../../cards/present/receipts.ts';
import { sameName } from '../../domain/bindPlaces.ts';
import { crowdingOf } from '../../domain/crowded.ts';
import { LIFE_ID, officePartition } from '../../domain/documentIds.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionOf, sectionsOn } from '../../domain/office.ts';
import { pause as paused, resume as resumed } from '../../domain/pauses.ts';
import type { Life } from '../../domain/place.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import type { Actor } from '../../domain/report.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { openRounds, post, refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, noLife } from '../facts.ts';

/** 一時停止・再開 of the whole office, or of the unit that is named. Nothing is sent while it lasts, and nobody becomes overdue. */
export async function pause(needs: DeskNeeds, visit: Visit, state: 'paused' | 'resumed', argument: string): Promise<Answer> {
  if (argument === '') return setPaused(needs, visit, state, undefined);
  const named = sectionsOn(visit.facts.office, visit.today).find(({ id, name }) => sameName(name, argument) || id === argument);
  return named === undefined ? refuse(needs, visit, { kind: 'not-allowed' }) : setPaused(needs, visit, state, named.id);
}

export async function setPaused(needs: DeskNeeds, visit: Visit, state: 'paused' | 'resumed', id: SectionId | undefined): Promise<Answer> {
  const { facts: { office }, standing, words } = visit;
  const section = id === undefined ? undefined : sectionOf(office, id);
  if (!standing.secretariat || (id !== undefined && section === undefined)) return refuse(needs, visit, { kind: 'not-allowed' });
  const written = await writePause(needs, visit, state, id);
  if (written === undefined) return refuse(needs, visit, { kind: 'busy' });
  const crowded = state === 'paused' ? [] : await crowdedBy(needs, { ...visit, facts: { ...visit.facts, life: written } }, id);
  return post(needs, presentPaused(words, { office, section, state, crowded }));
}

/** Of every round that is being taken, what the pause left too close together. */
async function crowdedBy({ store }: DeskNeeds, visit: Visit, section: SectionId | undefined): Promise<readonly Crowded[]> {
  const { facts, now } = visit;
  const rounds = await Promise.all(openRounds(visit).map(({ round }) => loadRoundOf(store, facts, round.id)));
  return rounds.flatMap((read) => {
    const crowding = read === undefined ? [] : crowdingOf(read, now, section);
    return read === undefined || crowding.length === 0 ? [] : [{ round: read.round, schedule: scheduleIn(read), crowding }];
  });
}

/** The office's life after it; `undefined` if others wrote each time. */
export async function writePause({ store, log }: DeskNeeds, { facts: { office }, caller: { person, name }, now }: Visit, state: 'paused' | 'resumed', id: SectionId | undefined): Promise<Life | undefined> {
  const decide = state === 'paused' ? paused : resumed;
  const by: Actor = { person, name, as: 'secretariat' };
  const written = await change(store.lives, officePartition(office.id), LIFE_ID, (stored = noLife(office.id)) => decide(stored, id, now, by));
  if (!written.ok) return undefined;
  log.info(state, { office: office.id, section: id });
  return written.value;
}
