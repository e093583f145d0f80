import { MOST_DIRECTIONS } from '../../domain/decideDirection.ts';
import type { Directed } from '../../domain/directedRounds.ts';
import { directionKey } from '../../domain/direction.ts';
import type { Office } from '../../domain/office.ts';
import type { Button } from '../buttons.ts';
import type { Choice, Group, Line, ReadingView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { lastHandled, subjectOf } from './directionLines.ts';
import { opensDirection } from './directionButtons.ts';
import { plain, shortened, stacked } from './lines.ts';
import { sayingOf } from './saying.ts';

/** So many stand at the top, each in so many characters; one of them is read in full when it is opened. */
const MOST = 10;
const MOST_SAID = 100;
/** More are in no drop-down; as many as one meeting can give. */
export const MOST_CHOSEN = MOST_DIRECTIONS;

const dayOfMeeting = (words: Words, office: Office, { round }: Directed): string => sayingOf(words, office).fullDay(round.meetingOn);

/** Its number stands on its row and on its choice: the texts of one meeting may begin alike. */
const nameOf = (words: Words, office: Office, each: Directed, at: number): string =>
  words.everywhere.named(`${at + 1}`, words.everywhere.apart([dayOfMeeting(words, office, each), subjectOf(words, { office, round: each.round }, each.direction)]));

/** 指示・意見 that are 対応中, above all else. */
export function directedGroup(words: Words, office: Office, directed: readonly Directed[]): readonly Group[] {
  const { directing: text } = words;
  if (directed.length === 0) return [];
  const rows = directed.slice(0, MOST).map((each, at): Row => ({
    name: nameOf(words, office, each, at),
    state: shortened(each.direction.text, MOST_SAID), note: lastHandled(words, each.direction, MOST_SAID) || text.states.ongoing, look: 'plain',
  }));
  const left = directed.length - MOST;
  const more: readonly Row[] = left > 0 ? [{ name: text.list.more(left), state: '', note: '', look: 'plain' }] : [];
  return [{ heading: text.inHistory.heading(office.meeting.name, directed.length), rows: [...stacked(rows), ...more] }];
}

/** Which button goes with their list: it stands beside one for the initiatives. */
export const directedHow = ({ directing: { inHistory: text } }: Words, directed: readonly Directed[]): readonly Line[] => (directed.length === 0 ? [] : [plain(text.how(text.record))]);

/** Which of them is opened. */
export function directedChoice(words: Words, office: Office, directed: readonly Directed[]): readonly Choice[] {
  if (directed.length === 0) return [];
  const options = directed.slice(0, MOST_CHOSEN).map((each, at) => ({
    title: nameOf(words, office, each, at), value: directionKey({ round: each.round.id, no: each.direction.no }),
  }));
  return [{ id: 'direction', label: words.directing.inHistory.choose, value: options[0]?.value ?? '', options }];
}

/** 指示・意見への対応を記録する: of the chosen one. */
export function directedButton(words: Words, office: Office, directed: readonly Directed[]): readonly Button[] {
  const [first] = directed;
  return first === undefined ? [] : [opensDirection(words.directing.inHistory.record, office, first.round, first.direction)];
}

/** On the page of its initiative: whose meeting, how it stands, what was said, and what was done. */
export function directedItem(words: Words, office: Office, each: Directed): ReadingView['items'][number] {
  const { directing: text } = words;
  const handled = lastHandled(words, each.direction, MOST_SAID);
  return {
    heading: text.inHistory.item(office.meeting.name, dayOfMeeting(words, office, each)),
    state: text.states[each.direction.state],
    texts: [{ label: '', text: each.direction.text }, ...(handled === '' ? [] : [{ label: text.inHistory.handled, text: handled }])],
  };
}
