import type { Crowding } from '../../domain/crowded.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, plain } from './lines.ts';
import { sayingOf } from './saying.ts';

/** 重なる日程 of one round. */
export type Crowded = { readonly round: RoundPlan; readonly schedule: Schedule; readonly crowding: readonly Crowding[] };

/** After 再開: which dates fall together, and all that can be done about it. */
export function crowdedSentences(words: Words, office: Office, rounds: readonly Crowded[]): readonly string[] {
  const { running: { paused: { crowded: text } } } = words;
  const kinds = new Set(rounds.flatMap(({ crowding }) => crowding.map(({ kind }) => kind)));
  if (kinds.size === 0) return [];
  return [
    ...rounds.flatMap((each) => collisions(words, office, each)), text.stays(office.meeting.name), wayOut(words),
    ...(kinds.has('past-head') ? [text.extend(office.unitWord)] : []), ...(kinds.size > 1 || !kinds.has('frozen') ? [text.ask(office.unitWord)] : []),
  ];
}

/** The same on a card. */
export function crowdedLines(words: Words, office: Office, rounds: readonly Crowded[]): readonly Line[] {
  const count = rounds.flatMap(({ crowding }) => crowding).length;
  return crowdedSentences(words, office, rounds).map((sentence, index) => (index < count ? attention : plain)(sentence));
}

/** On the 一覧, as long as it stands: which dates, and where they are changed. */
export const crowdedOnBoard = (words: Words, office: Office, round: Crowded): readonly Line[] =>
  round.crowding.length === 0 ? [] : [...collisions(words, office, round).map(attention), plain(wayOut(words))];

const wayOut = ({ running: { paused: { crowded: text } }, planning }: Words): string => text.move(planning.open);

function collisions(words: Words, office: Office, { round, schedule, crowding }: Crowded): readonly string[] {
  const { running: { paused: { crowded: text } } } = words;
  const say = sayingOf(words, office);
  const [freeze, headDue] = [say.moment(schedule.freezeAt), say.moment(schedule.headDueAt)];
  return crowding.map((each) => {
    switch (each.kind) {
      case 'at-freeze': return text.ofRound(say.round(round), text.atFreeze(each.units, office.unitWord, freeze));
      case 'past-head': return text.ofRound(say.round(round), text.pastHead(each.units, office.unitWord, headDue, freeze));
      case 'head-passed': return text.ofRound(say.round(round), text.headPassed(each.units, office.unitWord, headDue, freeze));
      case 'frozen': return text.ofRound(say.round(round), text.frozen(freeze));
    }
  });
}
