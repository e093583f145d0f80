import { roundOf, type RoundAmendment } from '../../domain/amendRounds.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { PlanPreview } from '../../domain/planPreview.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, Group, PanelBlock, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { holderName } from './holders.ts';
import { letter, list, plain, subtle } from './lines.ts';
import type { NotPlannedHere } from './notPlanned.ts';
import { planDates, planWarnings, type Dated } from './planDates.ts';
import { reason, type Looked } from './planForms.ts';
import { sayingOf } from './saying.ts';

/** 回を作る・日程を変える, as a button. */
export const opensPlan = (words: Words, { id }: Pick<Office, 'id'>): Button => ({ title: words.planning.open, data: { do: 'rounds.see', v: 1, office: id } });

/** `coming`: the rounds whose meeting is still to come; `dropped`: those that were called off and may be wanted again. `acts`: all that was decided; `known`: every round of which it speaks, by its id. */
type Plan = {
  readonly office: Office;
  readonly coming: readonly Dated[];
  readonly dropped: readonly RoundPlan[];
  readonly acts: readonly RoundAmendment[];
  readonly known: readonly RoundPlan[];
  readonly people: readonly Person[];
  readonly chosen: string;
  readonly refusal: NotPlannedHere | undefined;
};

const MOST_ACTS = 5;

/** これからの回, and what can be done with each; what was done, by whom and when. */
export function presentPlan(words: Words, facts: Plan): CardView {
  const { office, coming, dropped, chosen, refusal } = facts;
  const { planning: text, everywhere } = words;
  const say = sayingOf(words, office);
  const of = { v: 1, office: office.id } as const;
  const [first] = coming;
  const option = (round: RoundPlan) => ({ title: text.named(say.year(round), say.round(round)), value: round.id });
  const options = coming.map(({ round }) => option(round));
  const [last] = dropped;
  const blocks: readonly PanelBlock[] = [
    ...(first === undefined ? [] : [{
      choices: [{ id: 'plan', label: text.choose, value: options.some(({ value }) => value === chosen) ? chosen : first.round.id, placeholder: everywhere.choose, options }], boxes: [],
      buttons: [
        { title: text.buttons.move, data: { do: 'rounds.form', ...of, plan: first.round.id, form: 'move' } }, { title: text.buttons.drop, data: { do: 'rounds.form', ...of, plan: first.round.id, form: 'drop' } },
      ],
    } satisfies PanelBlock]),
    { choices: [], boxes: [], buttons: [{ title: text.buttons.make, data: { do: 'rounds.form', ...of, form: 'make' } }] },
    ...(last === undefined ? [] : [{
      choices: [{ id: 'dropped', label: text.chooseDropped, value: last.id, placeholder: everywhere.choose, options: dropped.map(option) }], boxes: [], buttons: [restores(words, office, last)],
    } satisfies PanelBlock]),
  ];
  return {
    card: 'panel', lang: words.lang, title: text.title, summary: text.title,
    lines: [...(refusal === undefined ? [] : [reason(words, office, refusal)]), plain(first === undefined ? text.none : text.how(office.unitWord))],
    groups: [...(first === undefined ? [] : [{ heading: text.coming, rows: coming.map((dated) => comingRow(words, office, dated)) }]), ...recent(words, facts)],
    blocks, buttons: [says(everywhere.buttons.rounds, office, 'rounds'), says(everywhere.buttons.board, office, 'status')], after: [],
  };
}

function comingRow(words: Words, office: Office, { round, schedule }: Dated): Row {
  const { planning, running: { rounds: text } } = words;
  const say = sayingOf(words, office);
  return {
    name: planning.named(say.year(round), say.round(round)), state: text.meeting(office.meeting.name, say.day(round.meetingOn)),
    note: [text.ask(say.dayAt(schedule.askAt)), text.due(say.moment(schedule.dueAt))].join('\n'), look: 'plain', stacked: true,
  };
}

/** The last acts, the latest first. */
function recent(words: Words, { office, acts, known, people }: Plan): readonly Group[] {
  const { planning: text } = words;
  const say = sayingOf(words, office);
  const rows = acts.slice(-MOST_ACTS).toReversed().map((act): Row => {
    const round = known.findLast(({ id }) => id === roundOf(act));
    const note = text.actBy(say.moment(act.at), holderName(words, people, act.by));
    return { name: round === undefined ? roundOf(act) : text.named(say.year(round), say.round(round)), state: actWords(words, office, act), note, look: 'plain', stacked: true };
  });
  return rows.length === 0 ? [] : [{ heading: text.recent, rows }];
}

function actWords(words: Words, office: Office, act: RoundAmendment): string {
  const { planning: { act: text } } = words;
  const { day } = sayingOf(words, office);
  switch (act.kind) {
    case 'round-made': return text.made(day(act.plan.meetingOn));
    case 'round-moved': return text.moved(day(act.meetingOn));
    case 'round-dropped': return text.dropped;
    case 'round-restored': return text.restored(day(act.plan.meetingOn));
  }
}

/** 次年度の回がまだない: to the secretariat, each week of March. */
export function presentNextYear(words: Words, { office, fiscalYear }: { readonly office: Office; readonly fiscalYear: number }): CardView {
  const { planning: { nextYear: text } } = words;
  const say = sayingOf(words, office);
  return letter(words, { title: text.title(say.year({ fiscalYear })), lines: [plain(text.make), plain(text.until)], buttons: [opensPlan(words, office)], after: [subtle(say.contact)] });
}

/** 取りやめる: asks once more. */
export function presentDropping(words: Words, { office, current }: { readonly office: Office; readonly current: Dated }): CardView {
  const { planning: { dropping: text, buttons } } = words;
  const { round } = current;
  return list(words, {
    title: text.title(sayingOf(words, office).round(round)),
    lines: [plain(text.what), plain(text.again)],
    groups: [planDates(words, office, current)],
    buttons: [{ title: buttons.doDrop, data: { do: 'rounds.drop', v: 1, office: office.id, plan: round.id } }, backToPlan(words, office)],
  });
}

const restores = ({ planning: { buttons } }: Words, { id: office }: Office, { id: dropped }: RoundPlan): Button => ({ title: buttons.restore, data: { do: 'rounds.form', v: 1, office, dropped, form: 'restore' } });

/** 取りやめを取り消す: asks once more, with the dates that it would have. `seen` names them. */
export function presentRestoring(words: Words, { office, round, preview: { schedule, warnings }, seen, refusal }: { readonly office: Office; readonly refusal: NotPlannedHere | undefined } & Looked): CardView {
  const { planning: { restoring: text, buttons } } = words;
  return list(words, {
    title: text.title(sayingOf(words, office).round(round)),
    lines: [...(refusal === undefined ? [] : [reason(words, office, refusal)]), plain(text.what), plain(text.untold(office.unitWord)), ...planWarnings(words, office, warnings)],
    groups: [planDates(words, office, { round, schedule })],
    buttons: [{ title: buttons.doRestore, data: { do: 'rounds.restore', v: 1, office: office.id, dropped: round.id, seen } }, backToPlan(words, office)],
  });
}

/** `sendAt`: when a new message may go out. `held`: 照会の送付を止めている. */
export type Decided = {
  readonly office: Office;
  readonly what: 'moved' | 'made' | 'restored';
  readonly round: RoundPlan;
  readonly before?: Dated;
  readonly preview: PlanPreview;
  readonly live: boolean;
  readonly paused: boolean;
  readonly held: boolean;
  readonly sendAt: Instant;
  readonly now: Instant;
};

/** What was changed, then who is told and when. */
export function presentPlanned(words: Words, facts: Decided): CardView {
  const { office, what, round, before, preview: { schedule } } = facts;
  const { planning: { done: text } } = words;
  return list(words, {
    title: text[what](sayingOf(words, office).round(round)),
    lines: [plain(told(words, facts)), plain(text.kept)],
    groups: [planDates(words, office, { round, schedule }, before, true)],
    buttons: [backToPlan(words, office), ...(isHeld(facts) ? [says(words.everywhere.buttons.board, office, 'status')] : [])],
  });
}

/** 照会 waits for a press on the board. */
const isHeld = ({ live, held, preview: { asked } }: Decided): boolean => live && held && !asked;

function told(words: Words, { office, preview, live, held, paused, sendAt, now }: Decided): string {
  const { planning: { done: text }, conducting, everywhere } = words;
  const say = sayingOf(words, office);
  const when = paused ? conducting.when.resumed : sendAt <= now ? conducting.when.now : conducting.when.at(say.moment(sendAt));
  if (preview.asked) return preview.told.length === 0 ? text.noneTold(office.unitWord) : text.told(preview.told.length, office.unitWord, when);
  if (!live) return text.notLive;
  if (held) return text.held(everywhere.buttons.board);
  return preview.schedule.askAt <= now ? text.askSoon : text.ask(say.moment(preview.schedule.askAt), office.unitWord);
}

export function presentDropped(words: Words, { office, round }: { readonly office: Office; readonly round: RoundPlan }): CardView {
  const { planning: { done: text } } = words;
  return letter(words, { title: text.dropped(sayingOf(words, office).round(round)), lines: [plain(text.droppedNext), plain(text.kept)], buttons: [restores(words, office, round), backToPlan(words, office)] });
}

const backToPlan = (words: Words, office: Office): Button => ({ title: words.planning.buttons.back, data: { do: 'rounds.see', v: 1, office: office.id } });
