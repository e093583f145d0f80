import type { UnitState, UnitStatus } from './board.ts';

/** 待ち: for whom a unit's report waits. `ask` 照会前; `nobody` once it is checked, final or exempt. */
export const WAITING = ['ask', 'unit', 'head', 'secretariat', 'nobody'] as const;
export type Waiting = (typeof WAITING)[number];

/** As far as the state alone tells; what is submitted waits for head or secretariat. */
const BY_STATE: Readonly<Record<UnitState, Waiting | 'checking'>> = {
  'not-asked': 'ask', asked: 'unit', draft: 'unit', 'sent-back': 'unit', submitted: 'checking', confirmed: 'checking', accepted: 'nobody', finalised: 'nobody', exempt: 'nobody',
};

/** 会議後の提出 is checked by nobody any more. */
export function waitsFor({ state, head, afterFreeze }: Pick<UnitStatus, 'state' | 'head' | 'afterFreeze'>): Waiting {
  const waiting = BY_STATE[state];
  if (waiting !== 'checking') return waiting;
  return afterFreeze ? 'nobody' : head === 'waits' ? 'head' : 'secretariat';
}
