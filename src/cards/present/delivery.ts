import type { DeliveryReport, KindTally } from '../../domain/deliveryReport.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { SkipReason } from '../../domain/outbox.ts';
import type { Person } from '../../domain/place.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Trouble } from '../../domain/troubles.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, DeliveryGroup, DeliveryView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, plain, strong, subtle } from './lines.ts';
import { seePeople } from './people.ts';
import { recipientWords } from './recipient.ts';
import { sayingOf } from './saying.ts';

/** What a press 「もう一度送る」 did: how many go out, and when. */
export type SentAgain = { readonly count: number; readonly at: Instant };

type Facts = {
  readonly office: Office;
  readonly people: readonly Person[];
  readonly now: Instant;
  readonly live: boolean;
  /** There is a way to somebody of the secretariat, or to its place. */
  readonly reached: boolean;
  /** One a round that is being sent; none before anything was. */
  readonly reports: readonly DeliveryReport[];
  /** What waited for the secretariat, a sentence each. */
  readonly notices: readonly string[];
  readonly again: SentAgain | undefined;
};

/** Of each cause so many have a row and so many more are named; the first that fits is taken. */
const CUTS = [{ rows: 6, names: 30 }, { rows: 2, names: 10 }, { rows: 0, names: 3 }] as const;
type Cut = (typeof CUTS)[number];
/** Characters that the causes may take on a card of 100 KB at two bytes each; what the template adds to a cause and to a row. */
const ROOM = 24_000;
const AROUND = { group: 420, row: 260 } as const;
const MOST_NOTICES = 10;
/** A client may leave out what comes after them; where the rest leads, the next steps say in words. */
const MOST_ACTIONS = 5;

/** 送付状況: counts, then what somebody has to see to with the next step, then one line a kind. */
export function presentDelivery(words: Words, facts: Facts): CardView {
  const { office, reports, notices } = facts;
  const text = words.delivery;
  const [first] = reports;
  const [sole] = reports.length === 1 ? reports : [];
  const say = sayingOf(words, office);
  return deliveryCard(words, {
    title: sole === undefined ? text.titleOfAll : text.title(say.round(sole.round)),
    summary: first === undefined ? text.nothing : countsLine(words, facts, first),
    lines: linesOf(words, facts),
    groups: [
      ...(notices.length === 0 ? [] : [noticesGroup(words, notices)]),
      ...troubleGroups(words, facts),
      ...reports.filter(({ kinds }) => kinds.length > 0).map((report) => kindsGroup(words, facts, report)),
    ],
    buttons: buttonsOf(words, facts),
    after: [...(first === undefined ? [] : [subtle(text.unitsToo)]), subtle(say.contact)],
  });
}

function linesOf(words: Words, facts: Facts): readonly Line[] {
  const { office, reports, now, live, again } = facts;
  const text = words.delivery;
  const fine = reports.length > 0 && facts.notices.length === 0 && reports.every(({ troubles }) => troubles.length === 0);
  return [
    ...againLines(words, office, again, now),
    ...(live ? [] : [strong(words.running.readiness.waitingThere)]),
    ...(facts.reached ? [] : [strong(text.unreached)]),
    ...(reports.length === 0 ? [plain(text.nothing)] : reports.flatMap((report) => figures(words, facts, report))),
    ...(reports.some(({ paused }) => paused) ? [strong(text.paused)] : []),
    ...(fine ? [plain(reports.some(({ counts }) => counts.failed > 0) ? text.fineNow : text.fine)] : []),
    subtle(words.meeting.board.now(sayingOf(words, office).moment(now))),
  ];
}

/** A round is named where there are several. */
const isNamed = ({ reports }: Facts): boolean => reports.length > 1;

export const deliveryCard = (words: Words, given: Omit<DeliveryView, 'card' | 'lang'>): DeliveryView => ({ card: 'delivery', lang: words.lang, ...given });

/** What the press did, on top. */
export function againLines(words: Words, office: Office, again: SentAgain | undefined, now: Instant): readonly Line[] {
  const text = words.delivery.again;
  if (again === undefined) return [];
  if (again.count === 0) return [strong(text.none)];
  return [strong(again.at <= now ? text.now(again.count) : text.later(again.count, sayingOf(words, office).moment(again.at)))];
}

function countsLine(words: Words, facts: Facts, { round, counts }: DeliveryReport): string {
  const line = words.delivery.counts(counts.delivered, counts.failed);
  return isNamed(facts) ? words.delivery.countsOf(sayingOf(words, facts.office).round(round), line) : line;
}

function figures(words: Words, facts: Facts, report: DeliveryReport): readonly Line[] {
  const { counts: { waiting }, nextAt, now, paused } = report;
  const text = words.delivery;
  const soon = nextAt === undefined || paused ? text.waitingOn(waiting) : nextAt <= now ? text.waitingNow(waiting) : text.waiting(waiting, sayingOf(words, facts.office).moment(nextAt));
  return [strong(countsLine(words, facts, report)), ...(waiting === 0 ? [] : [plain(soon)])];
}

const noticesGroup = ({ delivery: text, everywhere }: Words, notices: readonly string[]): DeliveryGroup => ({
  heading: strong(text.notices.heading(notices.length)), next: text.notices.next, more: '',
  rows: [...notices.slice(0, MOST_NOTICES), ...(notices.length > MOST_NOTICES ? [everywhere.begun(text.moreStill('', notices.length - MOST_NOTICES).trim())] : [])].map((name) => ({ name, note: '', look: 'plain' })),
});

/** What to do about all that have one cause. */
export function nextOf({ delivery: text }: Words, cause: Trouble['cause'], of: readonly Trouble[]): string {
  const { next } = text.causes[cause];
  if (cause !== 'in-doubt') return next;
  const isSummary = ({ kinds }: Trouble) => kinds.includes('summary');
  return [next, ...(of.every(isSummary) ? [] : [text.ifNoAsk]), ...(of.some(isSummary) ? [text.ifNoSummary] : [])].join(text.sentences);
}

/** Nothing was sent, so that there is no more to say of each. */
export const isNameAlone = (cause: Trouble['cause']): boolean => cause === 'no-place' || cause === 'no-head' || cause === 'nobody-confirms';

function troubleGroups(words: Words, facts: Facts): readonly DeliveryGroup[] {
  const cuts = CUTS.map((cut) => facts.reports.flatMap((report) => causesOf(words, facts, report, cut)));
  return cuts.find((groups) => groups.reduce((sum, group) => sum + JSON.stringify(group).length + AROUND.group + group.rows.length * AROUND.row, 0) < ROOM) ?? cuts.at(-1) ?? [];
}

/** One group a cause: the next step stands once, over all to whom it applies. */
function causesOf(words: Words, facts: Facts, { round, troubles }: DeliveryReport, cut: Cut): readonly DeliveryGroup[] {
  return [...Map.groupBy(troubles, ({ cause }) => cause)].map(([cause, of]) => {
    const text = words.delivery.causes[cause];
    const heading = words.delivery.counted(text.title, of.length);
    const rows = isNameAlone(cause) ? [] : of.slice(0, cut.rows);
    const names = of.slice(rows.length).map((trouble) => recipientWords(words, facts, trouble));
    const listed = listedUpTo(words, names, cut.names);
    return {
      heading: (cause === 'in-doubt' ? strong : attention)(isNamed(facts) ? words.delivery.headingOf(heading, sayingOf(words, facts.office).round(round)) : heading), next: nextOf(words, cause, of),
      rows: rows.map((trouble) => troubleRow(words, facts, trouble)), more: rows.length > 0 && listed !== '' ? words.delivery.more(listed) : listed,
    };
  });
}

function listedUpTo({ everywhere, delivery }: Words, names: readonly string[], most: number): string {
  const listed = everywhere.listed(names.slice(0, most));
  return names.length > most ? delivery.moreStill(listed, names.length - most) : listed;
}

export function troubleRow(words: Words, facts: Pick<Facts, 'office' | 'people'>, trouble: Trouble): DeliveryGroup['rows'][number] {
  const { delivery: text, running, everywhere } = words;
  const { kinds, at, attempts, why, cause } = trouble;
  const notes = [
    everywhere.listed(kinds.map((kind) => running.messages[kind])),
    at === undefined ? '' : cause === 'place-lost' ? text.since(sayingOf(words, facts.office).moment(at)) : sayingOf(words, facts.office).moment(at),
    attempts === 0 ? '' : text.tried(attempts),
    why === undefined || (cause !== 'refused' && cause !== 'not-redrawn') ? '' : text.code(why),
  ];
  return { name: everywhere.begun(recipientWords(words, facts, trouble)), note: everywhere.begun(everywhere.apart(notes.filter((note) => note !== ''))), look: 'strong' };
}

function kindsGroup(words: Words, facts: Facts, { round, kinds }: DeliveryReport): DeliveryGroup {
  const text = words.delivery;
  const { office } = facts;
  return {
    heading: strong(isNamed(facts) ? text.headingOf(text.kinds, sayingOf(words, office).round(round)) : text.kinds), next: '', more: '',
    rows: kinds.map((tally) => ({ name: words.everywhere.begun(words.running.messages[tally.kind]), note: tallyWords(words, office, tally), look: 'plain' })),
  };
}

function tallyWords(words: Words, office: Office, { counts, dropped, old, sent }: KindTally): string {
  const { delivery: text, everywhere } = words;
  const reasons = (Object.entries(dropped) as [SkipReason, number][]).map(([why, count]) => text.reason(text.reasons[why], count));
  const parts = [
    counts.delivered > 0 ? text.outcomes.delivered(counts.delivered) : '',
    old > 0 ? text.outcomes.old(old) : '',
    counts.waiting > 0 ? text.outcomes.waiting(counts.waiting) : '',
    counts.failed > 0 ? text.outcomes.failed(counts.failed) : '',
    counts.uncertain > 0 ? text.outcomes.uncertain(counts.uncertain) : '',
    counts.dropped > 0 ? text.outcomes.dropped(counts.dropped, everywhere.listed(reasons)) : '',
  ].filter((part) => part !== '');
  const said = everywhere.listed(parts);
  return sent === undefined ? everywhere.begun(said) : everywhere.named(spanWords(words, office, sent), said);
}

function spanWords(words: Words, office: Office, { first, last }: NonNullable<KindTally['sent']>): string {
  const say = sayingOf(words, office);
  if (say.moment(first) === say.moment(last)) return say.moment(first);
  return words.delivery.span(say.moment(first), say.dayAt(first) === say.dayAt(last) ? say.hour(last) : say.moment(last));
}

type ToSendAgain = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly troubles: readonly Trouble[];
  readonly now: Instant;
  /** The button names its round, beside those of another. */
  readonly named: boolean;
  /** That unit's alone. */
  readonly section?: SectionId;
};

/** What is sent again by hand: all that was refused in a round, and the summary by its own press. */
export function againButtons(words: Words, { office, troubles, round, now, named, section }: ToSendAgain): readonly Button[] {
  const text = words.delivery.again;
  const [summaries, others] = [troubles.filter(({ kinds }) => kinds.includes('summary')), troubles.filter(({ kinds }) => !kinds.includes('summary'))];
  const refused = others.filter(({ cause }) => cause === 'refused').length;
  const isAgain = ({ cause }: Trouble) => cause === 'refused' || cause === 'in-doubt';
  return [
    ...(refused > 0
      ? [{ title: named ? text.buttonOf(sayingOf(words, office).round(round)) : text.button(refused), data: { do: 'delivery.again', v: 1, office: office.id, round: round.id, asOf: now, ...(section !== undefined && { section }) } } as const]
      : []),
    ...(summaries.some(({ cause }) => cause === 'in-doubt') ? [{ title: text.arrived, data: { do: 'summary.release', v: 1, office: office.id, round: round.id, state: 'arrived' } } as const] : []),
    ...(summaries.some(isAgain) ? [{ title: text.summaryButton, data: { do: 'summary.release', v: 1, office: office.id, round: round.id, state: 'again' } } as const] : []),
  ];
}

function buttonsOf(words: Words, { office, reports, now }: Facts): readonly Button[] {
  const isAny = (causes: readonly Trouble['cause'][]): boolean => reports.some(({ troubles }) => troubles.some(({ cause }) => causes.includes(cause)));
  const all: readonly Button[] = [
    ...reports.flatMap(({ round, troubles }) => againButtons(words, { office, troubles, round, now, named: reports.length > 1 })),
    { title: words.delivery.lookAgain, data: { do: 'delivery.look', v: 1, office: office.id } },
    ...(isAny(['no-place', 'place-lost']) ? [says(words.everywhere.buttons.places, office, 'bind')] : []),
    ...(isAny(['nobody-confirms']) ? [seePeople(words, office)] : []),
  ];
  return all.slice(0, MOST_ACTIONS);
}
