import type { Heard } from './connector.ts';
import type { Held } from './stores.ts';

/** 証拠: what Teams heard, what the store holds in the end, which processes did not go through, and what was acknowledged. */
export type Evidence = {
  readonly heard: readonly Heard[];
  readonly held: Held;
  /** What befell a process, by its number. */
  readonly victims: ReadonlyMap<number, string>;
  /** Whether the round was run to its end; else only to the hours after the ask. */
  readonly whole: boolean;
  /** Answers that people were told are received. */
  readonly acknowledged: readonly Acknowledged[];
};

export type Acknowledged = { readonly section: string; readonly text: string };
