import type { Instant } from './instant.ts';
import { err, ok, type Result } from './result.ts';

/** 送付の判断, of 照会 or of 取りまとめ: what was pressed last, by whom and when. */
export type Release = { readonly state: 'released' | 'held'; readonly at: Instant; readonly by: string };

/** `seen`: the moment of the decision that the pressed card showed; none if it showed none. */
export type Releasing = Pick<Release, 'state' | 'by'> & { readonly seen?: Instant | undefined };

/** Somebody else decided otherwise since the pressed card was drawn. */
export type DecidedSince = { readonly kind: 'decided-since'; readonly release: Release };

/** The last press counts; the same again leaves it with whoever was first, and nobody undoes what they have not seen. */
export function decideRelease(stored: Release | undefined, { state, by, seen }: Releasing, at: Instant): Result<Release, DecidedSince> {
  if (stored?.state === state) return ok(stored);
  if (stored === undefined || stored.by === by || stored.at === seen) return ok({ state, at, by });
  return err({ kind: 'decided-since', release: stored });
}
