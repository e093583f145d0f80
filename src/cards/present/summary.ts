import { FIRST_EDITION } from '../../domain/edition.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { RoundConduct, RoundPlan, Schedule } from '../../domain/round.ts';
import type { Summary } from '../../domain/summary.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensHistory } from './history.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { decidedSince, pressedBy, type Pair } from './released.ts';
import { sayingOf } from './saying.ts';
import type { Beside } from './beside.ts';
import { seesEdition } from './replacing.ts';
import { summaryBody } from './summaryBody.ts';

/** `replacedBy`: a later edition stands in its place. `earlier`: the edition before it, which can be seen. `beside`: what the secretariat alone is told and can do. */
type SummaryFacts = {
  readonly office: Office;
  readonly summary: Summary;
  readonly checked: boolean;
  readonly replacedBy?: number | undefined;
  readonly earlier?: number | undefined;
  readonly beside?: Beside | undefined;
};

/** 取りまとめ, as the meeting reads it. Not `checked`: posted at its hour without the secretariat's press, and marked so. */
export function presentSummary(words: Words, { office, summary, checked, replacedBy, earlier, beside }: SummaryFacts): CardView {
  const { everywhere: { buttons }, meeting: { summary: text }, replacing } = words;
  const mark = [...(replacedBy === undefined ? [] : [replacing.replacedBy(replacedBy, replacing.latest)]), ...(checked ? [] : [text.unchecked])].join(' ');
  const told = beside?.lines ?? [];
  const body = summaryBody(words, office, summary);
  return {
    card: 'summary',
    lang: words.lang,
    mark,
    ...body,
    lines: [...told, ...body.lines],
    buttons: [
      ...(beside?.buttons ?? []),
      ...(replacedBy === undefined ? [] : [says(replacing.latest, office, 'summary')]),
      ...(earlier === undefined ? [] : [seesEdition(words, { office, round: summary.round }, earlier)]),
      says(buttons.board, office, 'status'),
    ],
  };
}

/** `sendAt`: when it goes out. `unseen`: a press was not taken, for it would have undone what stands here. */
type PreviewFacts = {
  readonly office: Office;
  readonly people: readonly Person[];
  readonly summary: Summary;
  readonly release: RoundConduct['release'];
  readonly sendAt: Instant;
  readonly unseen?: boolean;
};

/** 送付前の取りまとめ, for the secretariat: the same, and the two buttons, each of which carries the decision that it stands beside. */
export function presentPreview(words: Words, facts: PreviewFacts): CardView {
  const { office, summary, release } = facts;
  const { preview } = words.meeting;
  const title = preview.title(sayingOf(words, office).round(summary.round));
  const pair = { release: preview.release(office.meeting.name), hold: preview.hold };
  const { mark, told } = decisionOn(words, facts, pair);
  const body = summaryBody(words, office, summary);
  const press = (title: string, state: 'released' | 'held'): Button => ({
    title,
    data: { do: 'summary.release', v: 1, office: office.id, round: summary.round.id, state, ...(release !== undefined && { seen: release.at }) },
  });
  const send = press(pair.release, 'released');
  const hold = press(pair.hold, 'held');
  return {
    card: 'summary',
    lang: words.lang,
    ...body,
    title,
    summary: title,
    mark,
    lines: [...told, plain(body.title), ...body.lines],
    buttons: [...(release?.state === 'released' ? [hold] : release?.state === 'held' ? [send] : [send, hold]), says(words.everywhere.buttons.board, office, 'status')],
  };
}

/** What happens, and who pressed it; or why a press was not taken, which says both. */
function decisionOn(words: Words, facts: PreviewFacts, pair: Pair): { readonly mark: string; readonly told: readonly Line[] } {
  const { office, people, release, sendAt, unseen = false } = facts;
  const decided = release && { office, people, release };
  if (decided !== undefined && unseen) return { mark: decidedSince(words, decided, pair), told: [] };
  return { mark: stateOf(words, facts, sayingOf(words, office).moment(sendAt)), told: decided === undefined ? [] : [plain(pressedBy(words, decided, pair))] };
}

function stateOf({ meeting: { preview } }: Words, { office, release }: PreviewFacts, at: string): string {
  const meeting = office.meeting.name;
  if (release?.state === 'released') return preview.released(meeting, at);
  if (release?.state === 'held') return preview.held(meeting);
  return office.release === 'automatic' ? preview.automatic(meeting, at) : preview.confirm(meeting, at);
}

type OfRound = { readonly office: Office; readonly round: RoundPlan; readonly schedule: Schedule };

/** 取りまとめを送付できませんでした, to the secretariat; of a 【差替え】 with its number. */
export function presentSummaryMissed(words: Words, { office, round, edition = FIRST_EDITION }: OfRound & { readonly edition?: number }): CardView {
  const { missed } = words.meeting;
  const say = sayingOf(words, office);
  return letter(words, {
    title: edition === FIRST_EDITION ? missed.title(say.round(round)) : missed.replacement(say.round(round), edition),
    lines: [plain(missed.why(office.meeting.name, say.day(round.meetingOn))), plain(missed.next(office.meeting.name))],
    buttons: [says(words.everywhere.buttons.summary, office, 'summary')],
  });
}

/** 区部長会議に報告しました, to every unit. `directed`: how many 指示・意見 were recorded for it by then; of none nothing is said, for some may still come. */
export function presentReported(words: Words, { office, round, section, directed = 0 }: OfRound & { readonly section?: SectionId | undefined; readonly directed?: number }): CardView {
  const say = sayingOf(words, office);
  const see = section === undefined || directed === 0 ? [] : [opensHistory(words.history.see, office, { section })];
  return letter(words, {
    title: words.meeting.reported(say.day(round.meetingOn), office.meeting.name),
    lines: [...see.map(({ title }) => strong(words.directing.ask(office.meeting.name, directed, title))), plain(words.meeting.reportedNext(say.round(round)))],
    buttons: [...see, says(words.everywhere.buttons.rounds, office, 'rounds')],
    after: [subtle(say.contact)],
  });
}

/** 取りまとめ中です, to those who ask before it is sent. */
export function presentNotYet(words: Words, { office, round, schedule }: OfRound): CardView {
  const { notYet } = words.meeting;
  const say = sayingOf(words, office);
  return letter(words, {
    title: notYet.title(say.round(round)),
    lines: [strong(notYet.next(say.dayAt(schedule.summaryAt)))],
    buttons: [says(words.everywhere.buttons.board, office, 'status')],
    after: [subtle(say.contact)],
  });
}
