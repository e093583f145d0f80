import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Life } from './place.ts';

/** 一時停止, of one unit or (without `section`) of the whole office. What is paused already stays as it is. */
export function pause(life: Life, section: SectionId | undefined, now: Instant): Life {
  if (life.pauses.some((each) => each.section === section && each.to === undefined)) return life;
  return { ...life, pauses: [...life.pauses, section === undefined ? { from: now } : { from: now, section }] };
}

/** 再開. What is not paused stays as it is. */
export const resume = (life: Life, section: SectionId | undefined, now: Instant): Life => ({
  ...life, pauses: life.pauses.map((each) => (each.section === section && each.to === undefined ? { ...each, to: now } : each)),
});
