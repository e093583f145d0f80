import type { Board, UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { RoundConduct } from '../../domain/round.ts';
import { says, type Button } from '../buttons.ts';
import type { AskView, CardView, Line, ReadingView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { presentAsk } from './ask.ts';
import { opensBoard } from './conductedBoard.ts';
import { attention, plain, strong } from './lines.ts';
import { decidedSince, pressedBy } from './released.ts';
import { sayingOf } from './saying.ts';
import { reading } from './unit.ts';

/** `pressed`: what the secretariat pressed last. `unseen`: a press was not taken, for it would have undone that. `out`: it has gone out to somebody. `mentioned`: whether somebody of that unit is there to be. */
type Facts = {
  readonly office: Office;
  readonly board: Board;
  readonly people: readonly Person[];
  readonly pressed: RoundConduct['ask'];
  readonly unseen?: boolean;
  readonly out: boolean;
  readonly now: Instant;
  readonly mentioned: (section: Section['id']) => boolean;
};

/** 照会の送付前確認, for the secretariat: to whom it goes, to whom it cannot, and the very card; with 送付する and 送付を止める. */
export function presentAskPreview(words: Words, facts: Facts): CardView {
  const { office, board } = facts;
  const { conducting: { preview: text } } = words;
  return reading(words, {
    title: text.title(sayingOf(words, office).round(board.round)),
    lines: statesOf(words, facts),
    items: [recipients(words, facts), ...sample(words, facts)],
    buttons: buttons(words, facts),
  });
}

const isOver = ({ board: { schedule }, out, now }: Facts): boolean => out || schedule.freezeAt <= now;

/** What was pressed and by whom, as long as it can still be pressed otherwise. */
function statesOf(words: Words, facts: Facts): readonly Line[] {
  const { office, people, pressed, unseen = false } = facts;
  if (pressed === undefined || isOver(facts)) return [stateOf(words, facts)];
  const decided = { office, people, release: pressed };
  return unseen ? [attention(decidedSince(words, decided, words.conducting.buttons))] : [stateOf(words, facts), plain(pressedBy(words, decided, words.conducting.buttons))];
}

function stateOf(words: Words, facts: Facts): Line {
  const { office, board: { schedule }, pressed, out, now } = facts;
  const { conducting: { preview: text } } = words;
  const at = sayingOf(words, office).moment(schedule.askAt);
  if (out) return strong(text.out);
  if (isOver(facts)) return plain(text.closed);
  if (pressed?.state === 'held') return strong(text.held);
  if (schedule.askAt <= now) return strong(text.soon);
  return strong(pressed === undefined ? text.open(at) : text.released(at));
}

const isExempt = ({ state }: UnitStatus): boolean => state === 'exempt';
const isServed = (unit: UnitStatus): boolean => !isExempt(unit) && unit.place === 'bound';

/** Whom it reaches, and whom not and why. */
function recipients(words: Words, { office, board: { units } }: Facts): ReadingView['items'][number] {
  const { conducting: { preview: text }, everywhere } = words;
  const names = (those: readonly UnitStatus[]): string => everywhere.listed(those.map(({ section }) => section.name));
  const [served, without, exempt] = [units.filter(isServed), units.filter((unit) => !isExempt(unit) && unit.place !== 'bound'), units.filter(isExempt)];
  return {
    heading: text.to, state: served.length === 0 ? text.nobody : text.toCount(served.length, office.unitWord),
    texts: [
      ...(served.length === 0 ? [] : [{ label: '', text: names(served) }]),
      ...(without.length === 0 ? [] : [{ label: text.noPlace, text: `${names(without)}\n${text.noPlaceNext}` }]),
      ...(exempt.length === 0 ? [] : [{ label: text.exempt, text: names(exempt) }]),
    ],
  };
}

/** The card of one unit, word for word; those of the others differ in their names and numbers. */
function sample(words: Words, { office, board, now, mentioned }: Facts): ReadingView['items'] {
  const { conducting: { preview: text } } = words;
  const unit = board.units.find(isServed) ?? board.units.find((each) => !isExempt(each));
  if (unit === undefined) return [];
  const { round, schedule } = board;
  const card = presentAsk(words, { office, round, schedule, status: unit, now, reporter: mentioned(unit.section.id) }) as AskView;
  return [{ heading: text.card(unit.section.name), state: '', texts: [{ label: '', text: [card.title, ...[...card.lines, card.state, ...card.after].map((line) => line.text), card.buttons.map(({ title }) => text.button(title)).join('')].join('\n') }] }];
}

function buttons(words: Words, facts: Facts): readonly Button[] {
  const { office, board: { round }, pressed } = facts;
  const { conducting: { buttons: text }, everywhere } = words;
  const press = (title: string, state: 'released' | 'held'): Button => ({ title, data: { do: 'board.ask', v: 1, office: office.id, round: round.id, state, on: 'preview', ...(pressed !== undefined && { seen: pressed.at }) } });
  const [release, hold] = [press(text.release, 'released'), press(text.hold, 'held')];
  const deciding = pressed === undefined ? [release, hold] : pressed.state === 'held' ? [release] : [hold];
  return [...(isOver(facts) ? [] : deciding), says(everywhere.buttons.places, office, 'bind'), opensBoard(everywhere.buttons.board, { office, round })];
}
