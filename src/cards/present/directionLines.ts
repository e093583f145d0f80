import type { Directed } from '../../domain/directedRounds.ts';
import type { Direction } from '../../domain/direction.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { askedOf } from '../../domain/units.ts';
import { sectionOf } from '../../domain/office.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { plain, shortened, strong } from './lines.ts';
import { sayingOf } from './saying.ts';

type At = { readonly office: Office; readonly round: Directed['round'] };

/** 取組n and its title, as that round counted them; or the whole unit. */
export function subjectOf({ answering, directing }: Words, { office, round }: At, { section, initiative }: Pick<Direction, 'section' | 'initiative'>): string {
  const asked = askedOf(office, round as RoundPlan, section);
  const at = asked.findIndex(({ id }) => id === initiative);
  const title = asked[at]?.title ?? office.initiatives.find(({ id }) => id === initiative)?.title;
  if (initiative === undefined) return directing.whole(office.unitWord);
  return at < 0 ? (title ?? initiative) : answering.form.heading(at + 1, title ?? initiative);
}

export const sectionName = (office: Office, { section }: Pick<Direction, 'section'>): string => sectionOf(office, section)?.name ?? section;

/** What was recorded last of what was done, in one line. `''` for nothing. */
export function lastHandled({ directing: text }: Words, { follows }: Direction, most: number): string {
  const last = follows.at(-1);
  if (last === undefined) return '';
  return last.text === '' ? text.states[last.state] : text.handled(text.states[last.state], shortened(last.text, most));
}

/** So many of one initiative stand on a form, each in so many characters; the whole of it is in これまでの報告. */
const MOST_IN_FORM = 3;
const MOST_SAID = 200;

/** Beside what they are about: whose meeting, what was said, and what came of it so far. */
export function directedLines(words: Words, office: Office, directed: readonly Directed[]): readonly Line[] {
  const { directing: { inForm: text, quoted } } = words;
  const say = sayingOf(words, office);
  const left = directed.length - MOST_IN_FORM;
  return [
    ...directed.slice(0, MOST_IN_FORM).flatMap(({ round, direction }) => {
      const handled = lastHandled(words, direction, MOST_SAID);
      return [strong(text.head(office.meeting.name, say.day(round.meetingOn))), plain(quoted(shortened(direction.text, MOST_SAID))), ...(handled === '' ? [] : [plain(handled)])];
    }),
    ...(left > 0 ? [plain(text.more(left))] : []),
  ];
}
