import type { Instant } from '../../src/domain/instant.ts';
import type { Moved } from '../witness.ts';

/** 指示・意見 that stands, as the world was told. `key`: as the service calls it. */
export type Stands = { readonly key: string; readonly text: string; readonly unit: string; readonly round: string; readonly initiative?: string; readonly at: Instant; readonly state: 'ongoing' | 'done'; /** The unit has said what came of it. */ readonly followed: boolean };

/** In the order in which they were recorded; without those that were taken back. @param before half-open. */
export function directionsAt(moved: readonly Moved[], before: string): readonly Stands[] {
  const all = new Map<string, Stands>();
  for (const { at, what, unit, round, direction } of moved) {
    if (direction === undefined || at >= before) continue;
    const { key } = direction;
    const known = all.get(key);
    if (what === 'directed') all.set(key, { ...direction, unit, round, at, state: 'ongoing', followed: false });
    else if (what === 'direction-withdrawn') all.delete(key);
    else if (known !== undefined) all.set(key, { ...known, state: what === 'direction-done' ? 'done' : 'ongoing', followed: true });
  }
  return [...all.values()];
}
