import type { Instant } from '../../src/domain/instant.ts';
import { buttonsOn, inputsOn, kindOn, stateOn, unitOn, wordsOn } from '../cardReading.ts';
import type { FolderRound } from '../folder.ts';
import type { Wire } from '../timeline.ts';
import type { Spot } from '../town.ts';
import { penned } from '../typing.ts';
import { isGone } from './absences.ts';
import type { Breach, Case } from './case.ts';
import { directionsAt, type Stands } from './directions.ts';
import { unitsOf } from './secrecy.ts';
import { summaryOf } from './summaries.ts';

/** 指示・意見: counted in the next summary, on the unit's cards and in 担当の引継ぎ; found by the unit in 履歴 and on the form; read by nobody else. */
export const breachesOfDirections = (given: Case): readonly Breach[] =>
  [...inSummaries(given), ...onCards(given), ...inHandover(given), ...toldLater(given), ...notFound(given), ...onForms(given), ...readByOthers(given)];

/** Just after it: what is drawn at the moment of an act may or may not know of it. */
const after = (at: string): string => new Date(Date.parse(at) + 1).toISOString();

const beforeRound = ({ rounds }: Case, { meetingOn }: Pick<FolderRound, 'meetingOn'>): readonly FolderRound[] => rounds.filter((other) => !other.trial && other.meetingOn < meetingOn);

const ongoingAt = ({ witness }: Case, at: string, is: (each: Stands) => boolean): readonly Stands[] => directionsAt(witness.moved, at).filter((each) => each.state === 'ongoing' && is(each));

/** 前回 and 前々回まで, as they stood when the papers were closed. */
function inSummaries(given: Case): readonly Breach[] {
  return given.rounds.flatMap((round): readonly Breach[] => {
    const summary = summaryOf(given, round.id);
    const past = beforeRound(given, round).map(({ id }) => id);
    const all = directionsAt(given.witness.moved, given.dates.get(round.id)?.freezeAt ?? '');
    const last = all.filter((each) => each.round === past.at(-1));
    const earlier = all.filter((each) => each.state === 'ongoing' && past.slice(0, -1).includes(each.round)).length;
    const done = last.filter(({ state }) => state === 'done').length;
    const wanted = { last: last.length === 0 ? '' : [last.length, done, last.length - done].join(' '), earlier: earlier === 0 ? '' : `${earlier}` };
    if (summary === undefined) return [];
    const said = saidIn(summary.card);
    return (['last', 'earlier'] as const).filter((each) => said[each] !== wanted[each])
      .map((each) => ({ promise: 'directions-miscounted', at: summary.at, sentence: `the summary of ${round.name} says 「${said[each]}」 of the instructions of the ${each === 'last' ? 'last meeting' : 'meetings before that'}; it was 「${wanted[each]}」` }));
  });
}

const HEADING = /^(?:前回の指示・意見|Instructions of the last meeting)$/;
const LAST = /^\d+件（対応済み\d+、対応中\d+）$|^\d+ \(\d+ done, \d+ in progress\)$/;
const EARLIER = /^前々回までの指示・意見　対応中\d+件$|^Of earlier meetings, in progress: \d+$/;

/** The figures of each line under the heading. */
function saidIn(card: Wire): Readonly<Record<'last' | 'earlier', string>> {
  const words = wordsOn(card);
  const at = words.findIndex((each) => HEADING.test(each));
  const under = at < 0 ? [] : words.slice(at + 1, at + 3).flatMap((each) => each.split('\n'));
  const figures = (sign: RegExp): string => under.find((each) => sign.test(each))?.match(/\d+/g)?.join(' ') ?? '';
  return { last: figures(LAST), earlier: figures(EARLIER) };
}

const COUNTED = /指示・意見があります（(\d+)件）|There (?:is (an) instruction|are (\d+) instructions) from /;
const countedOn = (card: Wire): number => {
  const found = COUNTED.exec(wordsOn(card).join('\n'));
  return found === null ? 0 : found[2] === undefined ? Number(found[1] ?? found[3]) : 1;
};

/** The ask counts what is 対応中 from the meetings before, and the line after a meeting that of this one. */
function onCards(given: Case): readonly Breach[] {
  return given.posts.filter(({ kind, unasked, spot, card }) => unasked && spot.unit !== undefined && (kind === 'reported' || (kind === 'ask' && stateOn(card) === 'asked'))).flatMap((post): readonly Breach[] => {
    const round = given.rounds.find(({ id }) => id === post.round);
    const of = round === undefined ? [] : (post.kind === 'reported' ? [round] : beforeRound(given, round)).map(({ id }) => id);
    const may = [post.at, after(post.at)].map((at) => ongoingAt(given, at, (each) => each.unit === post.spot.unit && of.includes(each.round)).length);
    const said = countedOn(post.card);
    return round === undefined || may.includes(said) ? [] : [{ promise: 'directions-miscounted', at: post.at, sentence: `the ${post.kind} of ${round.name} in ${post.spot.name} counts ${said} instructions; it was ${may[0] ?? 0}` }];
  });
}

/** Beside each unit that is named there. */
function inHandover(given: Case): readonly Breach[] {
  return given.posts.filter(({ kind, unasked }) => kind === 'handover' && unasked).flatMap(({ at, card }) => {
    const words = wordsOn(card);
    return given.folder.units.flatMap(({ id, name }): readonly Breach[] => {
      const from = words.indexOf(name);
      const until = words.findIndex((each, n) => n > from && given.folder.units.some((unit) => unit.name === each));
      if (from < 0) return [];
      const found = /指示・意見（対応中）(\d+)件|instructions in progress: (\d+)/.exec(words.slice(from, until < 0 ? undefined : until).join('\n'));
      const [said, wanted] = [found === null ? 0 : Number(found[1] ?? found[2]), ongoingAt(given, at, (each) => each.unit === id).length];
      return said === wanted ? [] : [{ promise: 'directions-miscounted', at, sentence: `the handover of April counts ${said} instructions of ${name}; it was ${wanted}` }];
    });
  });
}

const DAY = 86_400_000;
/** The service's own looks come every ten seconds. */
const LOOK = 10_000;

/** What was recorded after that line is told on the next open day, if nobody has said anything of it since. */
function toldLater(given: Case): readonly Breach[] {
  return given.witness.moved.flatMap(({ at, what, unit, round: id, direction }): readonly Breach[] => {
    const round = given.rounds.find((each) => each.id === id);
    const line = given.posts.find(({ kind, unasked, spot, round: of }) => kind === 'reported' && unasked && spot.unit === unit && of === id);
    if (what !== 'directed' || round === undefined || line === undefined || at <= line.at || isGone(given, line)) return [];
    const { calendar } = given;
    const due = calendar.at(calendar.openDay(calendar.dayOf(at), 1), round.times.reported.at);
    const unread = directionsAt(given.witness.moved, after(due)).filter((each) => each.unit === unit && each.round === id && each.at > line.at && isOnDay(given, each.at, at) && !each.followed);
    const told = toldOn(given, unit, due);
    if (!unread.some(({ key }) => key === direction?.key) || told === unread.length || isInDoubtOn(given, unit, due)) return [];
    return [{ promise: 'not-told', at: due, sentence: `${unit} was told of ${told} instructions that were recorded after the meeting of ${round.name} had been told of; there were ${unread.length}` }];
  });
}

const isOnDay = ({ calendar }: Case, a: Instant, b: Instant): boolean => calendar.dayOf(a) === calendar.dayOf(b);

/** It went out once and may have come: it is not said twice, and 履歴 and the next ask say it too. */
const isInDoubtOn = ({ witness }: Case, unit: string, due: Instant): boolean =>
  witness.arrivals.some(({ how, unasked, ambiguous, spot, at, card }) => how === 'post' && unasked && ambiguous && spot.unit === unit && isWithinADay(at, due) && card !== undefined && kindOn(card) === 'directed');

const isWithinADay = (at: Instant, due: Instant): boolean => due <= at && Date.parse(at) <= Date.parse(due) + DAY;

/** How many, within a day. */
function toldOn({ posts }: Case, unit: string, due: Instant): number {
  const told = posts.find(({ kind, unasked, spot, at }) => kind === 'directed' && unasked && spot.unit === unit && isWithinADay(at, due));
  return told === undefined ? 0 : countedOn(told.card);
}

/** Whoever asks for 履歴 finds there what is 対応中, and was so a look of the service ago: another of its processes may have taken it. */
function notFound(given: Case): readonly Breach[] {
  const lookBefore = (at: Instant): string => new Date(Date.parse(at) - LOOK).toISOString();
  return given.witness.sought.flatMap(({ at, unit, person, cards }) =>
    lacking(ongoingAt(given, at, (each) => each.unit === unit && each.at <= lookBefore(at)), cards).map(({ text }): Breach => ({ promise: 'direction-lost', at, sentence: `the history of ${unit} did not show ${person.name} the instruction ${text}` })));
}

function lacking(wanted: readonly Stands[], cards: readonly Wire[]): readonly Stands[] {
  const found = new Set(cards.flatMap((card) => wordsOn(card).flatMap(penned)));
  return wanted.filter(({ text }) => penned(text).some((each) => !found.has(each)));
}

/** So many of one initiative stand on a form. */
const MOST_ON_FORM = 3;

/** Before one person alone the form shows what is 対応中: of the whole unit on its first page, and of each initiative beside it. */
function onForms(given: Case): readonly Breach[] {
  return sightsOf(given).filter(({ spot, card }) => spot.kind === 'personal' && kindOn(card) === 'form').flatMap(({ at, spot, card }): readonly Breach[] => {
    const { section, round: id } = unitOn(card);
    const round = given.rounds.find((each) => each.id === id);
    if (section === undefined || round === undefined || !mayRead(given, spot, { office: given.folder.id, unit: section })) return []; // who may not answer gets back what they typed
    const past = beforeRound(given, round).map((each) => each.id);
    const first = !buttonsOn(card).some(({ data }) => data['do'] === 'form.page' && Number(data['to']) < Number(data['page']));
    const asked = new Set(inputsOn(card).map((input) => input.id.split('.').slice(1, -1).join('.')));
    const here = ({ initiative }: Stands): boolean => (initiative === undefined ? first : asked.has(initiative));
    const both = ongoingAt(given, after(at), (each) => each.unit === section && past.includes(each.round) && here(each)).filter(({ key }) => ongoingAt(given, at, (each) => each.key === key).length > 0);
    const newest = both.filter((each) => both.filter((other) => other.initiative === each.initiative && other.at > each.at).length < MOST_ON_FORM);
    return lacking(newest, [card]).map(({ text }) => ({ promise: 'direction-lost', at, sentence: `the form of ${round.name} did not show ${spot.name} the instruction ${text} for ${section}` }));
  });
}

const sightsOf = ({ witness }: Case): readonly { readonly at: Instant; readonly spot: Spot; readonly card: Wire; readonly text?: string }[] => [
  ...witness.arrivals.flatMap(({ kept, at, spot, card, text }) => (kept && (card !== undefined || text !== undefined) ? [{ at, spot, card: card ?? {}, ...(text === undefined ? {} : { text }) }] : [])),
  ...witness.shown.map(({ at, person, spot, card }) => ({ at, spot: spot.kind === 'personal' ? spot : { ...spot, person }, card })),
];

/** The unit's own people, alone or in the unit's chat, and the secretariat; no channel, and no meeting. */
function readByOthers(given: Case): readonly Breach[] {
  const { witness } = given;
  return sightsOf(given).flatMap(({ at, spot, card, text = '' }): readonly Breach[] => {
    const texts = new Set([...wordsOn(card), text].flatMap(penned));
    if (texts.size === 0) return [];
    return witness.instructed.filter((each) => penned(each.text).some((mark) => texts.has(mark)) && !mayRead(given, spot, each))
      .map(({ unit }) => ({ promise: 'leak', at, sentence: `${spot.name} was shown an instruction for ${unit}` }));
  });
}

function mayRead({ witness }: Case, spot: Spot, { office, unit }: { readonly office: string; readonly unit: string }): boolean {
  if (spot.office !== office || spot.kind === 'channel') return false;
  return unitsOf(witness, spot).includes(unit) || (spot.kind === 'personal' && spot.person?.role === 'secretariat');
}

