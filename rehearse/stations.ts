import type { Moved, Transition, Witness } from './witness.ts';

/** 進み: where a unit's report stands in a round, counted by the rehearsal itself from what people were told that they did. */
export type Station = {
  readonly state: 'none' | 'submitted' | 'confirmed' | 'accepted' | 'sent-back';
  /** By its head, or submitted by its head. */
  readonly confirmed: boolean;
  /** Initiatives that were sent back and not submitted since. */
  readonly takenBack: readonly string[];
  readonly exempt: boolean;
  readonly paused: boolean;
  /** 提出予定日, as it was said last. */
  readonly planned?: string | undefined;
  /** 期限延長: the new day. */
  readonly extendedTo?: string;
  /** How often head or secretariat decided. */
  readonly decisions: number;
};

const NOTHING: Station = { state: 'none', confirmed: false, takenBack: [], exempt: false, paused: false, decisions: 0 };

const STEPS: Readonly<Partial<Record<Transition, (station: Station, moved: Moved) => Partial<Station>>>> = {
  submit: () => ({ state: 'submitted', confirmed: false, takenBack: [] }),
  'submit-again': () => ({ state: 'submitted', confirmed: false, takenBack: [] }),
  'submit-unchanged': () => ({ state: 'submitted', confirmed: false, takenBack: [] }),
  'submit-on-behalf': () => ({ state: 'submitted', confirmed: false, takenBack: [] }),
  'submit-after-meeting': () => ({ state: 'submitted', confirmed: false, takenBack: [] }),
  'submit-by-head': () => ({ state: 'confirmed', confirmed: true, takenBack: [] }),
  confirm: ({ decisions }) => ({ state: 'confirmed', confirmed: true, decisions: decisions + 1 }),
  'confirm-by-deputy': ({ decisions }) => ({ state: 'confirmed', confirmed: true, decisions: decisions + 1 }),
  accept: ({ decisions }) => ({ state: 'accepted', decisions: decisions + 1 }),
  'accept-all': ({ decisions }) => ({ state: 'accepted', decisions: decisions + 1 }),
  'send-back-by-head': sentBack,
  'send-back-by-secretariat': sentBack,
  promise: (_, { day }) => (day === undefined ? {} : { planned: day }),
  'promise-again': (_, { day }) => (day === undefined ? {} : { planned: day }),
  'promise-back': () => ({ planned: undefined }),
  extend: (_, { day }) => (day === undefined ? {} : { extendedTo: day }),
  exempt: () => ({ exempt: true }),
  include: () => ({ exempt: false }),
  pause: () => ({ paused: true }),
  resume: () => ({ paused: false }),
};

function sentBack({ decisions, takenBack }: Station, { initiatives = [] }: Moved): Partial<Station> {
  return { state: 'sent-back', confirmed: false, takenBack: [...new Set([...takenBack, ...initiatives])], decisions: decisions + 1 };
}

/** What was done with the report of a unit in a round, in order. */
export const movesOf = ({ moved }: Pick<Witness, 'moved'>, unit: string, round: string): readonly Moved[] => moved.filter((each) => each.unit === unit && each.round === round);

/** What was done in one office: two may have units of the same name. */
export const movedIn = ({ moved }: Pick<Witness, 'moved'>, office: string): Pick<Witness, 'moved'> => ({ moved: moved.filter(({ person }) => person.office === office) });

/** @param before half-open. */
export const stationAt = (witness: Pick<Witness, 'moved'>, unit: string, round: string, before: string): Station =>
  movesOf(witness, unit, round).filter(({ at }) => at < before).reduce<Station>((station, moved) => ({ ...station, ...STEPS[moved.what]?.(station, moved) }), NOTHING);

/** 提出: all of it stands as submitted. */
export const isIn = ({ state, exempt }: Station): boolean => !exempt && state !== 'none' && state !== 'sent-back';
