import { err, ok, type Result } from './result.ts';
import { parseRoundId, type BadId, type InitiativeId, type RoundId, type SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Actor } from './report.ts';

/** 対応の状況. Silence is 対応中. */
export const HANDLINGS = ['ongoing', 'done'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** One act upon the 指示・意見 of a round's meeting, append-only: recorded, followed by what came of it, taken back. `no`: 1, 2, 3 … within the round. */
export type DirectionAct = { readonly no: number; readonly at: Instant; readonly by: Actor } & (
  | { readonly kind: 'give'; readonly section: SectionId; readonly initiative?: InitiativeId; readonly text: string }
  | { readonly kind: 'follow'; readonly state: Handling; readonly text: string }
  | { readonly kind: 'withdraw' }
);

export type Given = Extract<DirectionAct, { readonly kind: 'give' }>;
export type Followed = Extract<DirectionAct, { readonly kind: 'follow' }>;

/** 指示・意見, on one unit and, if so, one initiative of it. `acts`: how many there are upon it, its version. */
export type Direction = Omit<Given, 'kind'> & { readonly state: Handling; readonly follows: readonly Followed[]; readonly withdrawn: boolean; readonly acts: number };

/** What a round keeps of them. */
type Kept = { readonly directions?: readonly DirectionAct[] };

/** All of a round's, in the order in which they were recorded; those that were taken back too. `before`: as they stood at that moment. */
export function directionsIn({ directions = [] }: Kept, before?: Instant): readonly Direction[] {
  const acts = before === undefined ? directions : directions.filter(({ at }) => at < before);
  return acts.flatMap((act) => (act.kind === 'give' ? [directionOf(act, acts.filter(({ no }) => no === act.no))] : []));
}

function directionOf({ kind: _, ...given }: Given, upon: readonly DirectionAct[]): Direction {
  const follows = upon.filter((act) => act.kind === 'follow');
  return { ...given, follows, state: follows.at(-1)?.state ?? 'ongoing', withdrawn: upon.some(({ kind }) => kind === 'withdraw'), acts: upon.length };
}

/** Those that stand: a mistaken one that was taken back is kept and shown nowhere. */
export const standingDirections = (kept: Kept, before?: Instant): readonly Direction[] => directionsIn(kept, before).filter(({ withdrawn }) => !withdrawn);

/** Which one, over all rounds of an office: `FY2026-mid.3`. */
export type DirectionKey = { readonly round: RoundId; readonly no: number };
export const directionKey = ({ round, no }: DirectionKey): string => `${round}.${no}`;

export function parseDirectionKey(given: string): Result<DirectionKey, BadId> {
  const [, rawRound = '', rawNo = ''] = /^([^.]+)\.([1-9]\d{0,3})$/.exec(given) ?? [];
  const round = parseRoundId(rawRound);
  return round.ok ? ok({ round: round.value, no: Number(rawNo) }) : err({ kind: 'bad-id', of: 'direction', given });
}
