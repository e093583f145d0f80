import type { CardView } from '../cards/views.ts';
import { wordsFor, type Words } from '../cards/wording/words.ts';
import type { Refusal } from '../domain/form.ts';
import { presentProblem } from '../cards/present/problem.ts';
import { notAnswered } from '../cards/present/receipts.ts';
import { roundPartition } from '../domain/documentIds.ts';
import { fiscalYearOf } from '../domain/fiscalYear.ts';
import { dayOf } from '../domain/calendar.ts';
import type { RoundId } from '../domain/ids.ts';
import type { Instant, LocalDate } from '../domain/instant.ts';
import type { Office } from '../domain/office.ts';
import { begunBy, scheduleOf } from '../domain/schedule.ts';
import { firstAskedAt } from '../domain/told.ts';
import type { RoundPlan, Schedule } from '../domain/round.ts';
import type { Standing } from '../domain/standing.ts';
import type { Ways } from '../domain/wayOn.ts';
import type { Answer, Caller, Gateway, Log, WallClock, Where } from '../ports.ts';
import type { Draw } from '../cards/draw.ts';
import type { OfficeFacts } from './facts.ts';
import { givenBack } from './givenBack.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

/** What every answer at the front desk may need. */
export type DeskNeeds = { readonly store: MirroredStore; readonly wall: WallClock; readonly gateway: Gateway; readonly draw: Draw; readonly log: Log };

/** One question or press, with all that was learned of who asks and where. */
export type Visit = {
  readonly facts: OfficeFacts;
  readonly standing: Standing;
  readonly caller: Caller;
  readonly where: Where;
  readonly now: Instant;
  /** The office's today. */
  readonly today: LocalDate;
  readonly words: Words;
  /** When the first unit of a round was asked, as far as this process has read of it; it costs no request. */
  readonly firstAsked: (round: RoundId) => Instant | undefined;
  /** What was written into boxes and came with the press. */
  readonly written?: readonly string[];
  /** What leads on from a card that is out of date, for who pressed it where they did. */
  readonly ways?: Ways;
};

export const visitOf = ({ store }: { readonly store: Pick<MirroredStore, 'everRead'> }, facts: OfficeFacts, standing: Standing, caller: Caller, where: Where, now: Instant): Visit => ({
  facts, standing, caller, where, now, today: dayOf(facts.office.zone, now), words: wordsFor(facts.office.language),
  firstAsked: (round) => firstAskedAt(store.everRead(roundPartition(facts.office.id, round)).outbox.map(({ doc }) => doc)),
});

/** A round and its moments. */
export type Planned = { readonly round: RoundPlan; readonly schedule: Schedule };

type Asked = Pick<Visit, 'facts' | 'firstAsked'>;

/** A round of that office as it stands for all its units: what is begun stays begun. */
export const plannedIn = (office: Office, { firstAsked }: Pick<Visit, 'firstAsked'>, round: RoundPlan): Planned => ({ round, schedule: begunBy(scheduleOf(office, round), firstAsked(round.id)) });

/** 年度の回, in the order of their meetings. */
export const plannedRounds = (visit: Asked & Pick<Visit, 'today'>): readonly Planned[] =>
  visit.facts.office.rounds
    .filter(({ fiscalYear }) => fiscalYear === fiscalYearOf(visit.today))
    .map((round) => plannedIn(visit.facts.office, visit, round))
    .toSorted((a, b) => (a.round.meetingOn < b.round.meetingOn ? -1 : 1));

/** 受付中の回: asked and its meeting's line not yet said; the latest of them. */
export const openRound = (visit: Asked & Pick<Visit, 'now'>): Planned | undefined => openRounds(visit).at(-1);

export const openRounds = (visit: Asked & Pick<Visit, 'now'>): readonly Planned[] =>
  allRounds(visit).filter(({ schedule }) => schedule.askAt <= visit.now && visit.now < schedule.reportedAt);

/** The round that was asked last: what the meeting has of it can be read until the next is asked. */
export const latestRound = (visit: Asked & Pick<Visit, 'now'>): Planned | undefined => allRounds(visit).filter(({ schedule }) => schedule.askAt <= visit.now).at(-1);

export const nextRound = (visit: Asked & Pick<Visit, 'now'>): Planned | undefined => allRounds(visit).find(({ schedule }) => visit.now < schedule.askAt);

const allRounds = (visit: Asked): readonly Planned[] =>
  visit.facts.office.rounds.map((round) => plannedIn(visit.facts.office, visit, round)).toSorted((a, b) => (a.schedule.askAt < b.schedule.askAt ? -1 : 1));

/** A new card where it was asked. */
export const post = ({ draw }: Pick<DeskNeeds, 'draw'>, view: CardView): Answer => ({ kind: 'post', content: draw(view) });
/** A card in the place of the pressed one. */
export const replace = ({ draw }: Pick<DeskNeeds, 'draw'>, view: CardView): Answer => ({ kind: 'replace', content: draw(view) });

/** Something broke on our side: in the office's language, or in all that we know where the office could not be read. */
export const broken = (office: Office | undefined): Answer => ({
  kind: 'words',
  text: (office === undefined ? (['ja', 'en'] as const) : [office.language]).map((language) => notAnswered(wordsFor(language), office)).join('\n'),
});

/** できませんでした, with what to do next. What was pressed stays as it is; or what was written into it comes back. */
export const refuse = (needs: Pick<DeskNeeds, 'draw'>, visit: Visit, refusal: Refusal, round?: RoundPlan): Answer => {
  const { facts: { office }, words, caller, ways } = visit;
  return givenBack(needs, visit, refusal) ?? post(needs, presentProblem(words, { office, round, refusal, caller: caller.name, ways }));
};
