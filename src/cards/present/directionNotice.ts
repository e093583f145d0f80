import type { Office, Section } from '../../domain/office.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensHistory } from './history.ts';
import { letter, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** 指示・意見があります, to the section's place: how many were recorded after the line that tells of the meeting; nothing of what they say. */
export function presentDirectedLater(words: Words, { office, section, count }: { readonly office: Office; readonly section: Pick<Section, 'id'>; readonly count: number }): CardView {
  const { later } = words.directing;
  const see = opensHistory(words.history.see, office, { section: section.id });
  return letter(words, {
    title: later.title(office.meeting.name, count),
    lines: [strong(later.next(see.title))],
    buttons: [see],
    after: [subtle(sayingOf(words, office).contact)],
  });
}
