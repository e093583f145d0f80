import type { Payload } from '../../cards/payload.ts';

/** What is pressed about 版 of the summary. */
export type EditionPress = Extract<Payload, { readonly do: 'summary.look' | 'summary.replace' | 'summary.edition' }>;
export const isOfEditions = (payload: Payload): payload is EditionPress => payload.do === 'summary.look' || payload.do === 'summary.replace' || payload.do === 'summary.edition';
