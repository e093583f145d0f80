import { commentsIn, typedIn, type Payload } from '../../cards/payload.ts';

/** What head and secretariat press upon what was submitted, and what the section presses to see what became of its words. */
export type CheckPress = Extract<Payload, { readonly do: 'check.open' | 'check.page' | 'confirm' | 'accept' | 'send-back' | 'reword' | 'reword-save' | 'rewords.open' }>;

const PRESSES: ReadonlySet<Payload['do']> = new Set<CheckPress['do']>(['check.open', 'check.page', 'confirm', 'accept', 'send-back', 'reword', 'reword-save', 'rewords.open']);
export const isOfChecking = (payload: Payload): payload is CheckPress => PRESSES.has(payload.do);

/** What came beside the press: what is to be mended, and the texts of a 字句修正. */
export type TypedHere = { readonly comments: ReturnType<typeof commentsIn>; readonly texts: ReturnType<typeof typedIn> };
export const typedHere = (data: unknown): TypedHere => ({ comments: commentsIn(data), texts: typedIn(data) });
