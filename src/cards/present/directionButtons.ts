import { directionKey, type Direction } from '../../domain/direction.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Button } from '../buttons.ts';

/** 指示・意見の一覧, for the secretariat: to be recorded, and opened. */
export const opensDirections = (title: string, { office, round }: { readonly office: Pick<Office, 'id'>; readonly round: Pick<RoundPlan, 'id'> }): Button => ({
  title, data: { do: 'direction.list', v: 1, office: office.id, round: round.id },
});

/** Opens one of them. */
export const opensDirection = (title: string, { id: office }: Pick<Office, 'id'>, round: Pick<RoundPlan, 'id'>, { no }: Pick<Direction, 'no'>): Button => ({
  title, data: { do: 'direction.open', v: 1, office, direction: directionKey({ round: round.id, no }) },
});
