import { roundPartition } from '../../domain/documentIds.ts';
import { roundsOfYear } from '../../domain/fiscalYear.ts';
import type { Before } from '../../domain/form.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { beforeIn, type Past } from '../../domain/saidBefore.ts';
import type { Documents } from '../../ports.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

type Needs = Pick<AnsweringNeeds, 'store'>;
type Asked = Pick<Turn, 'facts' | 'section'>;

/** What the unit said earlier in the year, in order. If it cannot be read the form comes without it: the form matters more. */
export const pastOf = ({ store }: Needs, turn: Asked): Promise<readonly Past[]> => pastIn(turn, (partition) => store.fresh(partition));

/** 前回: what was submitted then, as far as it is known; the store is asked only where nothing is. */
export async function beforeOf({ store }: Needs, turn: Asked): Promise<Readonly<Record<InitiativeId, Before>>> {
  return beforeIn(await pastIn(turn, async (partition) => store.known(partition) ?? store.fresh(partition)), turn.facts.round.kind);
}

async function pastIn({ facts: { office, round }, section }: Asked, read: (partition: string) => Promise<Pick<Documents, 'reports'>>): Promise<readonly Past[]> {
  const rounds = roundsOfYear(office, round.fiscalYear).filter((other) => !other.trial && other.meetingOn < round.meetingOn);
  const reportIn = async (each: RoundPlan): Promise<Past['report']> =>
    (await read(roundPartition(office.id, each.id)).catch(() => undefined))?.reports.find(({ doc }) => doc.section === section.id)?.doc;
  return Promise.all(rounds.map(async (each) => ({ round: each, report: await reportIn(each) })));
}
