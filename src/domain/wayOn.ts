import type { Standing } from './standing.ts';

/** 今の画面への行き方: the word that gives the present state of what an old card was about. */
export type WayOn = 'report' | 'status' | 'summary' | 'help';

/** `now`: that word, for who presses, where they press. `own`: 回答 gives a unit of their own there. */
export type Ways = { readonly now: WayOn; readonly own: boolean };

/**
 * What leads on is what answers this person in this place; a word that would be refused leads nowhere. @param answering a unit's answer was
 * pressed, which is taken now; not the office's own business.
 */
export function waysFor(standing: Standing, answering: boolean): Ways {
  const { personal, place, units } = standing;
  const own = place?.for === 'section' ? units.includes(place.section) : personal && units.length > 0;
  return { now: wayOn(standing, answering), own };
}

function wayOn({ secretariat, personal, place, units }: Standing, answering: boolean): WayOn {
  const ofUnit = place?.for === 'section' || (personal && units.length > 0);
  if (place?.for === 'management') return 'summary';
  if (ofUnit) return answering ? 'report' : 'status';
  return secretariat ? 'status' : 'help';
}
