import type { Payload } from '../../cards/payload.ts';
import type { PlanTyped } from '../../cards/present/planForms.ts';

/** What is pressed on the cards of 回を作る・日程を変える, with what was chosen and typed beside it. */
export type RoundsPress = Extract<Payload, { readonly do: `rounds.${string}` }>;
export const isOfRoundsCards = (payload: Payload): payload is RoundsPress => payload.do.startsWith('rounds.');

export type WithTyped = Exclude<RoundsPress, { readonly do: 'rounds.see' }>;

export const typedOf = ({ kind, name = '', trial, meetingOn, asOf }: WithTyped): PlanTyped => ({ kind, name, trial, meetingOn, asOf });

/** Names what was shown, so that a press decides upon nothing else. */
export const seenOf = (...shown: readonly string[]): string => shown.join('/');
