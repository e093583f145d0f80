import type { Payload } from '../../cards/payload.ts';

/** What is pressed about 指示・意見. */
export type DirectionPress = Extract<Payload, { readonly do: `direction.${string}` }>;
export const isOfDirections = (payload: Payload): payload is DirectionPress => payload.do.startsWith('direction.');
