import type { NotDirected } from '../../domain/decideDirection.ts';
import { directionKey, type Direction } from '../../domain/direction.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { unitData } from '../buttons.ts';
import { DIRECTION_INPUT } from '../payload.ts';
import type { CardView, Group, PanelBlock, PanelView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { opensDirection, opensDirections } from './directionButtons.ts';
import { sectionName, subjectOf } from './directionLines.ts';
import { plain, shortened, strong, subtle } from './lines.ts';
import { notDirectedLines, type NotDone } from './notDirected.ts';
import { sayingOf } from './saying.ts';

type OfRound = { readonly office: Office; readonly round: RoundPlan };

/** So many rows, and so much of each text; the rest is read when one is opened. */
const MOST_ROWS = 20;
const MOST_SAID = 60;

/** `units`: for which one can be recorded now; `why` none can. `done`: what was just recorded. `notice`: why it was not. */
type Listed = OfRound & {
  readonly directions: readonly Direction[];
  readonly units: readonly Section[];
  readonly why?: NotDirected | undefined;
  readonly done?: readonly string[];
  readonly notice?: NotDone | undefined;
};

/** 指示・意見の一覧 of one round. */
export function presentDirections(words: Words, facts: Listed): CardView {
  const { office, round, directions, done = [], notice, why } = facts;
  const { directing: { list: text, meeting }, conducting } = words;
  const say = sayingOf(words, office);
  const finished = directions.filter(({ state }) => state === 'done').length;
  const [what, ...told] = done;
  return panel(words, text.title(say.round(round)), {
    lines: [
      ...(notice === undefined ? [] : notDirectedLines(words, office, notice)),
      ...(what === undefined ? [] : [strong(what), ...told.map(plain)]),
      plain(meeting(office.meeting.name, say.fullDay(round.meetingOn))),
      plain(directions.length === 0 ? text.none : text.count(directions.length, finished, directions.length - finished)),
      ...(why === undefined ? [plain(text.how(office.unitWord, words.directing.record))] : notDirectedLines(words, office, why)),
    ],
    groups: directions.length === 0 ? [] : [rows(words, facts)],
    blocks: [...chooseOne(words, facts), ...(why === undefined ? chooseUnit(words, facts) : [])],
    buttons: [opensBoard(conducting.buttons.back, { office, round })],
    after: [subtle(say.contact)],
  });
}

const panel = (words: Words, title: string, given: Omit<PanelView, 'card' | 'lang' | 'title' | 'summary'>): PanelView => ({ card: 'panel', lang: words.lang, title, summary: title, ...given });

/** The newest first. */
const listed = ({ directions }: Listed): readonly Direction[] => directions.toReversed();

const nameOf = (words: Words, { office, round }: OfRound, direction: Direction): string => words.directing.on(sectionName(office, direction), subjectOf(words, { office, round }, direction));

/** Its number stands on its row and on its choice. */
const numbered = (words: Words, of: OfRound, direction: Direction): string => words.everywhere.named(`${direction.no}`, nameOf(words, of, direction));

/** As many as are read; how many more stand in the list below them. */
function rows(words: Words, facts: Listed): Group {
  const left = facts.directions.length - MOST_ROWS;
  const shown = listed(facts).slice(0, MOST_ROWS).map((direction): Row => ({ name: numbered(words, facts, direction), state: words.directing.states[direction.state], note: shortened(direction.text, MOST_SAID), look: 'plain' }));
  return { heading: '', rows: [...shown, ...(left > 0 ? [{ name: words.directing.list.more(left), state: '', note: '', look: 'plain' } as const] : [])] };
}

function chooseOne(words: Words, facts: Listed): readonly PanelBlock[] {
  const { office, round } = facts;
  const { directing: text, everywhere } = words;
  const all = listed(facts);
  const [first] = all;
  if (first === undefined) return [];
  const options = all.map((direction) => ({ title: numbered(words, facts, direction), value: directionKey({ round: round.id, no: direction.no }) }));
  return [{ choices: [{ id: 'direction', label: text.name, value: options[0]?.value ?? '', placeholder: everywhere.choose, options }], boxes: [], buttons: [opensDirection(text.open, office, round, first)] }];
}

function chooseUnit({ directing: text, conducting, everywhere }: Words, { office, round, units }: Listed): readonly PanelBlock[] {
  const [first] = units;
  if (first === undefined) return [];
  return [{
    choices: [{ id: 'section', label: conducting.unitLabel(office.unitWord), value: first.id, placeholder: everywhere.choose, options: units.map(({ id, name }) => ({ title: name, value: id })) }],
    boxes: [], buttons: [{ title: text.record, data: { do: 'direction.form', ...unitData({ office, round, section: first }) } }],
  }];
}

/** `base`: how many acts there were in the round when it was drawn. `initiative` and `text` as they were chosen and typed. */
type ToGive = OfRound & {
  readonly section: Section;
  readonly initiatives: readonly Initiative[];
  readonly base: number;
  readonly initiative?: string;
  readonly text?: string;
  readonly notice?: NotDone | undefined;
};

/** 指示・意見を記録する, for one unit. */
export function presentDirectionForm(words: Words, facts: ToGive): CardView {
  const { office, round, section, initiatives, base, initiative = '', text: typed = '', notice } = facts;
  const { directing: { form: text, meeting, whole, toList }, answering, everywhere } = words;
  const say = sayingOf(words, office);
  const data = { do: 'direction.give', ...unitData({ office, round, section }), base } as const;
  const options = [{ title: whole(office.unitWord), value: '' }, ...initiatives.map(({ id, title }, at) => ({ title: answering.form.heading(at + 1, title), value: id }))];
  return panel(words, text.title(say.round(round), section.name), {
    lines: [
      ...(notice === undefined ? [] : notDirectedLines(words, office, notice)),
      plain(meeting(office.meeting.name, say.fullDay(round.meetingOn))), plain(text.readers(section.name)), plain(answering.form.notice),
    ],
    groups: [],
    blocks: [{
      choices: [{ id: 'initiative', label: text.initiative, value: initiative === '' ? WHOLE : initiative, placeholder: everywhere.choose, options: options.map(({ title, value }) => ({ title, value: value === '' ? WHOLE : value })) }],
      boxes: [{ id: DIRECTION_INPUT, label: text.text, value: typed, placeholder: text.example }],
      buttons: [{ title: text.save, data }, ...(notice?.kind === 'sensitive' ? [{ title: text.anyway, data: { ...data, sure: true } }] : [])],
    }],
    buttons: [opensDirections(toList, { office, round })],
    after: [subtle(say.contact)],
  });
}

/** Clients draw an empty value as nothing chosen. No initiative has this code. */
export const WHOLE = '*';
