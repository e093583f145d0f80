import type { Office } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Life, Person, Places } from './place.ts';
import type { Report } from './report.ts';
import type { RoundConduct, RoundPlan } from './round.ts';

/** 回の事実: all that is known of one round of one office, read once and decided upon. */
export type RoundFacts = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly life: Life;
  readonly conduct: RoundConduct;
  readonly places: Places;
  readonly people: readonly Person[];
  readonly reports: readonly Report[];
  /** The outbox of this round, in whatever state. */
  readonly entries: readonly OutboxEntry[];
};
