import type { Payload } from '../../cards/payload.ts';

/** What is pressed on 事務局の一覧 and on what opens from it. */
export type BoardPress = Extract<Payload, { readonly do: `board.${string}` }>;
export const isOfBoard = (payload: Payload): payload is BoardPress => payload.do.startsWith('board.');

/** What changes one unit. */
export type UnitPress = Extract<BoardPress, { readonly do: 'board.extend' | 'board.exempt' | 'board.include' | 'board.remind' | 'board.pause' }>;
const UNIT_PRESSES: ReadonlySet<BoardPress['do']> = new Set<UnitPress['do']>(['board.extend', 'board.exempt', 'board.include', 'board.remind', 'board.pause']);
export const isOfUnit = (pressed: BoardPress): pressed is UnitPress => UNIT_PRESSES.has(pressed.do);
