/** 計数: what the parts count, how the counts of several parts come together, and what they have to be. */

type Bar = {
  /** Counts of several parts are added; of a span or a spread the largest stands. */
  readonly joined: 'added' | 'largest';
  /** Fewer points than this prove nothing: in full, and in the short form. */
  readonly atLeast?: { readonly full: number; readonly ci: number };
  /** More than this is a breach. */
  readonly atMost?: number;
};

export const FIGURES = {
  /** Processes that were killed at a checkpoint, or ran to the end after one that was. Of these and others, how many on Cosmos. */
  crashRuns: { joined: 'added', atLeast: { full: 1_000, ci: 100 } },
  crashRunsOnCosmos: { joined: 'added', atLeast: { full: 1_000, ci: 4 } },
  /** Checkpoints at which an instance stood still while the others went on. */
  pausePoints: { joined: 'added', atLeast: { full: 100, ci: 10 } },
  pausePointsOnCosmos: { joined: 'added', atLeast: { full: 50, ci: 2 } },
  /** Acknowledged answers after which the process was killed at once. */
  ackRuns: { joined: 'added', atLeast: { full: 1_000, ci: 40 } },
  ackRunsOnCosmos: { joined: 'added', atLeast: { full: 100, ci: 5 } },
  /** Orders in which the same submission came four times. */
  interleavings: { joined: 'added', atLeast: { full: 10_000, ci: 500 } },
  scheduleDays: { joined: 'added', atLeast: { full: 1_000, ci: 100 } },
  zones: { joined: 'largest', atLeast: { full: 20, ci: 20 } },
  scheduleSeeds: { joined: 'added', atLeast: { full: 50, ci: 3 } },
  /** Cards that were sent against a strict connector. */
  pacedCards: { joined: 'added', atLeast: { full: 500, ci: 100 } },
  /** Instances that died holding a claim. */
  takeovers: { joined: 'added', atLeast: { full: 100, ci: 10 } },
  takeoversOnCosmos: { joined: 'added', atLeast: { full: 30, ci: 1 } },
  /** Messages that were due and never stood, answers that were acknowledged and are not stored. */
  lost: { joined: 'added', atMost: 0 },
  /** What is still queued or being sent when nothing is left to wait for. */
  stuck: { joined: 'added', atMost: 0 },
  /** A second message with no doubt before it. */
  duplicates: { joined: 'added', atMost: 0 },
  /** Second messages after an attempt of which nobody could know what became of it. */
  twins: { joined: 'added' },
  /** Doubtful cards that showed themselves by being pressed. */
  adopted: { joined: 'added' },
  /** Revisions that say the same twice, and documents of one matter that are two. */
  dataDuplicates: { joined: 'added', atMost: 0 },
  /** Entries whose activity id is not that of a message of theirs that stands. */
  wrongIds: { joined: 'added', atMost: 0 },
  /** 「受け付けました」 for what was not stored, and a person who was told nothing. */
  falseAcks: { joined: 'added', atMost: 0 },
  /** Due moments without a run, and runs without a due moment. */
  unmatched: { joined: 'added', atMost: 0 },
  extra: { joined: 'added', atMost: 0 },
  paceBreaches: { joined: 'added', atMost: 0 },
  /** From the death of an instance to the next attempt at what it had claimed, of 99 in 100. */
  takeoverP99Seconds: { joined: 'largest', atMost: 30 },
} as const satisfies Readonly<Record<string, Bar>>;

export type FigureName = keyof typeof FIGURES;
export type Figures = Readonly<Partial<Record<FigureName, number>>>;

const NAMES = Object.keys(FIGURES) as FigureName[];
const barOf = (name: FigureName): Bar => FIGURES[name];

/** The figures of several parts, in the order of the table. */
export function together(parts: readonly Figures[]): Figures {
  const joined = NAMES.flatMap((name) => {
    const given = parts.flatMap(({ [name]: count }) => (count === undefined ? [] : [count]));
    if (given.length === 0) return [];
    return [[name, barOf(name).joined === 'largest' ? Math.max(...given) : given.reduce((sum, count) => sum + count, 0)]];
  });
  return Object.fromEntries(joined) as Figures;
}

/** What keeps the figures from passing, as sentences. @param measured by the parts that ran; what none of them counts is not missed. @param form `piece`: a single piece is repeated, of which no minimum is asked */
export function missedBars(figures: Figures, measured: readonly FigureName[], form: 'full' | 'ci' | 'piece'): readonly string[] {
  return NAMES.filter((name) => measured.includes(name)).flatMap((name) => {
    const { [name]: count } = figures;
    const { atLeast, atMost } = barOf(name);
    const least = form === 'piece' ? undefined : atLeast?.[form];
    if (count === undefined || Number.isNaN(count)) return [`${name} was not counted`];
    if (least !== undefined && count < least) return [`${name} ${count}: fewer than ${least}, which prove nothing`];
    return atMost !== undefined && count > atMost ? [`${name} ${count}: more than ${atMost}`] : [];
  });
}
