import type { Direction, Followed, Handling } from '../../domain/direction.ts';
import { directionKey } from '../../domain/direction.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Button } from '../buttons.ts';
import { DIRECTION_INPUT } from '../payload.ts';
import type { CardView, Group, Line, PanelBlock, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { sectionName, subjectOf } from './directionLines.ts';
import { opensDirections } from './directionButtons.ts';
import { opensHistory } from './history.ts';
import { letter, plain, shortened, stacked, strong, subtle } from './lines.ts';
import { notDirectedLines, type NotDone } from './notDirected.ts';
import { sayingOf } from './saying.ts';

/** What one person may do with one 指示・意見. `withdraws`: asked once more. `state` and `text` as they were chosen and typed. */
export type DirectionPanel = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly direction: Direction;
  readonly secretariat: boolean;
  readonly mayFollow: boolean;
  readonly withdraws?: boolean;
  readonly state?: Handling | '';
  readonly text?: string;
  readonly done?: boolean;
  readonly notice?: NotDone | undefined;
};

/** So many of the newest in so many characters; of the older ones a line. */
const IN_FULL = 6;
const MOST_SAID = 300;
const MOST_OF_OLDER = 40;

/** 指示・意見 in full, what came of it, and what there is to record. */
export function presentDirection(words: Words, facts: DirectionPanel): CardView {
  const { office, round, direction, secretariat } = facts;
  const { directing: { one: text, toList }, history } = words;
  const title = text.title(sectionName(office, direction));
  return {
    card: 'panel', lang: words.lang, title, summary: title,
    lines: [...lines(words, facts), ...(isWritten(facts) ? [plain(words.answering.form.notice)] : [])],
    groups: [{ heading: '', rows: stacked(rows(words, facts)) }, followed(words, facts)],
    blocks: facts.withdraws === true ? [] : blocks(words, facts),
    buttons: facts.withdraws === true ? sure(words, facts) : [...(secretariat ? [opensDirections(toList, { office, round })] : []), opensHistory(history.see, office, { section: direction.section })],
    after: [subtle(sayingOf(words, office).contact)],
  };
}

function lines(words: Words, { office, direction: { state }, secretariat, withdraws = false, done = false, notice }: DirectionPanel): readonly Line[] {
  const { directing: text } = words;
  if (notice !== undefined) return notDirectedLines(words, office, notice, { box: text.one.boxName, reopens: secretariat });
  if (withdraws) return [strong(text.sure)];
  if (done) return [strong(text.done.followed)];
  return state === 'done' ? [plain(secretariat ? text.one.reopen : text.one.closed)] : [];
}

const row = (name: string, state: string, note = ''): Row => ({ name, state, note, look: 'plain' });

function rows(words: Words, { office, round, direction }: DirectionPanel): readonly Row[] {
  const { directing: { one: text, meeting, states } } = words;
  return [
    row(text.meeting, meeting(office.meeting.name, sayingOf(words, office).fullDay(round.meetingOn))),
    row(text.initiative, subjectOf(words, { office, round }, direction)),
    row(text.text, direction.text),
    { ...row(text.state, states[direction.state]), look: 'strong' },
  ];
}

/** 対応の記録, by post: the newest last. */
function followed(words: Words, { office, direction: { follows } }: DirectionPanel): Group {
  const { directing: { one: text, states, by }, everywhere: { post, apart } } = words;
  const say = sayingOf(words, office);
  const said = ({ at, by: who, state, text: what }: Followed, nth: number): Row => {
    const when = by(say.moment(at), post[who.as]);
    return what === '' ? row(when, states[state]) : row(apart([when, states[state]]), shortened(what, nth < follows.length - IN_FULL ? MOST_OF_OLDER : MOST_SAID));
  };
  if (follows.length === 0) return { heading: '', rows: stacked([row(text.history, text.noHistory)]) };
  return { heading: text.history, rows: stacked(follows.map(said)) };
}

const dataOf = ({ office, round, direction: { no, acts } }: DirectionPanel) => ({ v: 1, office: office.id, direction: directionKey({ round: round.id, no }), seen: acts }) as const;

/** There is something to record: by the secretariat also of what is 対応済み. */
const isWritten = ({ direction, secretariat, mayFollow, withdraws = false }: DirectionPanel): boolean =>
  mayFollow && !withdraws && (direction.state === 'ongoing' || secretariat);

/** What was typed and is not taken any more stays to be copied. */
const isKept = ({ withdraws = false, text = '' }: DirectionPanel): boolean => !withdraws && text !== '';

function blocks(words: Words, facts: DirectionPanel): readonly PanelBlock[] {
  const { secretariat, state = '', text: typed = '', notice } = facts;
  const { directing: text, everywhere } = words;
  const data = { do: 'direction.follow', ...dataOf(facts), state: '' } as const;
  const withdraw: Button = { title: text.withdraw, data: { do: 'direction.withdraw', ...dataOf(facts) } };
  const keeps: PanelBlock = { choices: [], boxes: [{ id: DIRECTION_INPUT, label: text.one.boxName, value: typed, placeholder: '' }], buttons: [] };
  const follow: PanelBlock = {
    choices: [{ id: 'state', label: text.one.choose, value: state, placeholder: everywhere.choose, options: (['ongoing', 'done'] as const).map((value) => ({ title: text.handling[value], value })) }],
    boxes: [{ id: DIRECTION_INPUT, label: text.one.box, value: typed, placeholder: text.one.example }],
    buttons: [{ title: text.handle, data }, ...(notice?.kind === 'sensitive' ? [{ title: text.form.anyway, data: { ...data, sure: true } }] : [])],
  };
  return [...(isWritten(facts) ? [follow] : isKept(facts) ? [keeps] : []), ...(secretariat ? [{ choices: [], boxes: [], buttons: [withdraw] }] : [])];
}

const sure = ({ directing: text }: Words, facts: DirectionPanel): readonly Button[] => [
  { title: text.withdrawSure, data: { do: 'direction.withdraw', ...dataOf(facts), sure: true } },
  { title: text.keep, data: { do: 'direction.open', v: 1, office: facts.office.id, direction: dataOf(facts).direction } },
];

/** It was taken back after the card was drawn. */
export function presentWithdrawn(words: Words, { office, direction: { section } }: { readonly office: Office; readonly direction: Pick<Direction, 'section'> }): CardView {
  const { directing: { withdrawn: text }, history } = words;
  return letter(words, { title: text.title, lines: [plain(text.next)], buttons: [opensHistory(history.see, office, { section })], after: [subtle(sayingOf(words, office).contact)] });
}
