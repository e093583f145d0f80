import type { Child } from './child.ts';

/** Where several processes have come to. `met`: that one has met its fate, and stands still. */
export type Stand = { readonly now: number; readonly met: Child | undefined };

/**
 * 足並み: lets time pass for several processes at once, to the first moment at which any has something to do; until none has, or one
 * has met its fate. @param again those that had nothing left to do, and are to look once more
 */
export async function inStep(children: readonly Child[], from: number, again: readonly Child[] = []): Promise<Stand> {
  let now = from;
  for (const child of again) child.goOn(now);
  for (;;) {
    const halts = await Promise.all(children.map(async (child) => ({ child, halt: await child.halted() })));
    const met = halts.find(({ halt }) => halt?.what === 'fate')?.child;
    if (met !== undefined) return { now: Math.max(now, met.now()), met };
    const moments = halts.flatMap(({ halt }) => (halt !== undefined && halt.n > 0 ? [halt.n] : []));
    if (moments.length === 0) return { now, met: undefined };
    now = Math.max(now, Math.min(...moments));
    for (const child of children) child.goOn(now);
  }
}
