import type { FigureName, Figures } from './figures.ts';

/** 部: one promise put to the proof. */
export type Part = {
  /** For `--part`. */
  readonly name: string;
  /** What it counts; a figure named here and not given is a breach. */
  readonly measures: readonly FigureName[];
  run(options: Options): Promise<PartResult>;
};

export type Options = {
  readonly seed: number;
  /** The short form: fewer points, the same kinds of them. */
  readonly ci: boolean;
  /** Of this part, from 0 to 1. */
  readonly progress: (done: number) => void;
  /** One piece of the part, by a name that is the same in every run. A piece that was done before an interruption is not done again; what it gives is kept as JSON. */
  readonly once: <T>(piece: string, work: () => Promise<T>) => Promise<T>;
  /** `--only TEXT`: just the pieces whose name holds it, to repeat a breach. */
  readonly only?: string;
};

export type PartResult = {
  readonly figures: Figures;
  /** How many of a figure came of what: `{ twins: { 'died between send and record': 12 } }`. */
  readonly causes?: Readonly<Partial<Record<FigureName, Readonly<Record<string, number>>>>>;
  /** One sentence each: what was seen, under which seed, and how to see it again. */
  readonly breaches: readonly string[];
};

/** The end of a breach's sentence. */
export const toRepeat = (part: string, { seed, ci }: Pick<Options, 'seed' | 'ci'>, piece: string): string =>
  `repeat: npm run reliability -- --part ${part} --seed ${seed}${ci ? ' --ci' : ''} --only '${piece}'`;

/** The pieces that were asked for. */
export const chosen = <T extends string>(pieces: readonly T[], { only }: Pick<Options, 'only'>): readonly T[] =>
  only === undefined ? pieces : pieces.filter((piece) => piece.includes(only));
