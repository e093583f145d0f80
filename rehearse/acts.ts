import type { WallClock } from '../src/ports.ts';
import { endedBy, openForm, submit, typedOn, type Ended, type Open } from './answering.ts';
import { buttonThat, buttonsOn, wordsOn, type Button } from './cardReading.ts';
import { chanceOf } from './chance.ts';
import type { Client, Outcome, Standing } from './client.ts';
import { conduct } from './conducting.ts';
import { correct, look, press, promise, promiseBack, reword, sendBack, type Deciding } from './deciding.ts';
import { isDirecting, type Directing } from './directed.ts';
import { direct } from './directing.ts';
import type { Folder } from './folder.ts';
import { askMissingAgain, olderTwinOf, readSummaryAgain } from './onceMore.ts';
import { intrude, outsidersTo } from './intruding.ts';
import { lookBack } from './lookingBack.ts';
import { isSeldom, type Seldom } from './seldom.ts';
import { seldom } from './seldomDone.ts';
import { seeAnswers } from './seeingAnswers.ts';
import { CONDUCTED, headTemperamentOf, type Act, type Conducted, type HeadTemperament } from './staff.ts';
import { movedIn, movesOf } from './stations.ts';
import { staffOf, type Person, type Town, type UnitOf } from './town.ts';
import type { Wire } from './timeline.ts';
import type { Pen } from './typing.ts';
import { note, type Transition, type Witness } from './witness.ts';

export type ActNeeds = {
  readonly folders: readonly Folder[];
  readonly town: Town;
  readonly wall: WallClock;
  readonly client: Client;
  readonly witness: Witness;
  readonly pen: Pen;
  readonly seed: number;
  /** Several do something at the same moment; in which order they get their turns is drawn by the name. */
  readonly together: (all: readonly (() => Promise<void>)[], name: string) => Promise<void>;
  /** Whether a press on it comes to the bot: it stands, and the bot is where it stands. */
  readonly reaches: (card: Standing) => boolean;
  /** The unit's ask as it looks now; where somebody deleted it, what else bears 「回答する」. */
  readonly askOf: (of: UnitOf & { readonly round: string }) => Standing | undefined;
  readonly previewOf: (of: { readonly office: string; readonly round: string }) => (Standing & { readonly to: Person }) | undefined;
};

/** @returns false if nobody was there, and it has to be tried again another day. */
export async function perform(needs: ActNeeds, act: Act): Promise<boolean> {
  if (act.what === 'release') return release(needs, act);
  if (act.what === 'check') return check(watched(needs), act);
  if (isSeldom(act.what)) return seldomHere(watched(needs), act, act.what);
  if (isDirecting(act.what)) return direct({ ...needs, ...decidingOf(watched(needs), act), office: act.office }, act);
  if (isConducted(act.what)) return conductHere(watched(needs), act, act.what);
  const person = staffOf(needs.town, act)[act.who] ?? staffOf(needs.town, act)[0];
  const ask = needs.askOf(act);
  if (person === undefined || ask === undefined) return true;
  if (!needs.reaches(ask)) return false;
  return PERFORMED[act.what](watched(needs), act, person, ask);
}

const NOBODY_THERE: Ended = { as: 'unreachable', typed: {} };

type Performed = (needs: ActNeeds, act: Act, person: Person, ask: Standing) => Promise<boolean>;

const PERFORMED: Readonly<Record<Exclude<Act['what'], 'release' | 'check' | Conducted | Seldom | Directing>, Performed>> = {
  promise: (needs, act, person, ask) => promise(decidingOf(needs, act), person, ask, act.nth ?? 0),
  'promise-back': (needs, act, person, ask) => promiseBack(decidingOf(needs, act), person, ask),
  'look-back': (needs, act, person, ask) => {
    const newcomer = staffOf(needs.town, act).findLast(({ alone }) => !alone) ?? person;
    const elsewhere = needs.folders.find(({ id }) => id === act.office)?.units.find(({ id }) => id !== act.unit);
    return lookBack({ ...decidingOf(needs, act), elsewhere }, newcomer, ask);
  },
  correct: (needs, act, person, ask) => correct(decidingOf(needs, act), staffOf(needs.town, act).find(({ alone }) => !alone) ?? person, ask),
  answer: (needs, act, person, ask) => answer(needs, act, person, ask, 'submit'),
  draft: (needs, act, person, ask) => answer(needs, act, person, ask, 'draft'),
  unchanged: async (needs, act, person, ask) => {
    const button = buttonThat(ask.card, 'form.unchanged');
    if (button === undefined) return answer(needs, act, person, ask, 'submit');
    const opened = await openForm(needs, person, ask); // says, in a channel, that one is of that unit
    if ('as' in opened && opened.as === 'unreachable') return false;
    return acknowledge(needs, act, person, endedBy(await needs.client.press(person, ask, button), ask, {}), { unchanged: true });
  },
  'press-twice': async (needs, act, person, ask) => {
    const twice: Client = {
      ...needs.client,
      press: async (who, on, button, typed) => {
        const press = async (): Promise<Outcome> => needs.client.press(who, on, button, typed);
        if (button.data['do'] !== 'form.submit') return press();
        const outcomes: Outcome[] = [];
        const one = async (): Promise<void> => { outcomes.push(await press()); };
        await needs.together([one, one], `twice:${act.round}:${act.unit}`);
        return outcomes[0] ?? { status: 0, seen: [] };
      },
    };
    return answer({ ...needs, client: twice }, act, person, ask, 'submit');
  },
  together: async (needs, act, person, ask) => {
    const other = staffOf(needs.town, act)[1] ?? person;
    const [mine, theirs] = [await openForm(needs, person, ask), await openForm(needs, other, ask)];
    if (!('form' in mine) || !('form' in theirs)) return finish(needs, act, person, mine);
    const ended: { one?: Ended; two?: Ended } = {};
    await needs.together([
      async () => { ended.one = await submit(answeringOf(needs, act, 'one'), person, mine, 'submit'); },
      async () => { ended.two = await submit(answeringOf(needs, act, 'two'), other, theirs, 'submit'); },
    ], `${act.round}:${act.unit}`);
    const told = [await acknowledge(needs, act, person, ended.one ?? NOBODY_THERE), await acknowledge(needs, act, other, ended.two ?? NOBODY_THERE, { device: 'two' })];
    return told.every((reached) => reached);
  },
  'wrong-place': async (needs, act, person) => {
    const elsewhere = needs.town.spots.find(({ office, unit, kind }) => office === act.office && unit !== undefined && unit !== act.unit && kind === 'channel');
    if (elsewhere === undefined) return true;
    for (const words of ['一覧', '状況', '回答', '未提出', '取りまとめ']) if ((await needs.client.say(person, elsewhere, words)).status === 0) return false;
    return true;
  },
  outsider: async (needs, act, _person, ask) => {
    for (const outsider of outsidersTo(needs.town, act.office)) if (!(await intrude(needs, act, outsider, ask))) return false;
    return true;
  },
  'older-twin': async (needs, act, person, ask) => {
    const older = olderTwinOf(needs.witness.arrivals, ask, act.round);
    return older === undefined || !needs.reaches(older) ? true : answer(needs, act, person, older, 'submit');
  },
  'summary-again': (needs, _act, person) => readSummaryAgain(needs, person),
  'ask-again': (needs, _act, person) => askMissingAgain(needs, person),
  look: seeAnswers,
};

async function answer(needs: ActNeeds, act: Act, person: Person, ask: Standing, how: 'submit' | 'draft'): Promise<boolean> {
  const opened = await openForm(needs, person, ask);
  return 'form' in opened ? acknowledge(needs, act, person, await submit(answeringOf(needs, act), person, opened, how)) : finish(needs, act, person, opened);
}

const answeringOf = ({ client, pen, seed, wall }: ActNeeds, { at, office, unit, round }: Act, more = '') => ({ client, pen, now: () => wall.now(), chance: chanceOf(seed, `${office}:${round}:${unit}:${at}:${more}`) });

const finish = (needs: ActNeeds, act: Act, person: Person, opened: Open | Ended): Promise<boolean> => ('as' in opened ? acknowledge(needs, act, person, opened) : Promise.resolve(true));

/** Notes that somebody was told so. */
async function acknowledge({ witness, wall }: ActNeeds, { office, unit, round }: Act, person: Person, { as, turned = [], parts = [], last, ...page }: Ended, more: { readonly unchanged?: true; readonly device?: string } = {}): Promise<boolean> {
  const at = wall.now();
  const written = typedOn([...turned, page]);
  if (Object.keys(written).length > 0) witness.written.push({ office, unit, round, at, typed: written });
  noteMoved(witness, { at, office, unit, round }, person, { as, ...(last === undefined ? {} : { last }) }, more.unchanged === true);
  witness.acknowledged.push(...[...turned, ...parts.map((part) => ({ ...part, at }))].map((saved) => ({ ...saved, ...more, unit, round, person, as: 'draft' as const })));
  if (as === 'accepted' || as === 'draft') witness.acknowledged.push({ at, unit, round, person, as, ...page, ...more, ...(last === undefined ? {} : { receipt: last }) });
  witness.events.push({ office, event: { at, kind: 'answer', section: unit, round, who: person.name, ok: as === 'accepted', text: as } });
  return as !== 'unreachable';
}

type AboutUnit = Pick<Act, 'at' | 'office' | 'unit' | 'round'>;

/** As what it was taken, so far as whoever pressed can tell. */
function noteMoved(witness: Witness, { at, office, unit, round }: AboutUnit, person: Person, { as, last = {} }: Pick<Ended, 'as' | 'last'>, unchanged: boolean): void {
  if (as !== 'accepted' && as !== 'draft') return;
  const earlier = movesOf(movedIn(witness, office), unit, round).some(({ what }) => what.startsWith('submit'));
  const submitted: Transition = isAfterMeeting(last) ? 'submit-after-meeting' : person.role === 'secretariat' ? 'submit-on-behalf' : person.role === 'head' ? 'submit-by-head' : unchanged ? 'submit-unchanged' : earlier ? 'submit-again' : 'submit';
  witness.moved.push({ at, unit, round, person, what: as === 'draft' ? 'draft' : submitted });
}

/** 会議後の提出として記録しました. */
const isAfterMeeting = (card: Wire): boolean => wordsOn(card).some((words) => /会議後の提出として記録しました|recorded as submitted after the meeting/.test(words));

const decidingOf = (needs: ActNeeds, act: Act): Deciding => ({ ...answeringOf(needs, act), witness: needs.witness, now: () => needs.wall.now(), unit: act.unit, round: act.round });

/** 所属長: goes about the message in their own chat. */
async function check(needs: ActNeeds, act: Act): Promise<boolean> {
  const { town, seed } = needs;
  const person = town.people.find(({ id, office }) => id === act.by?.person && office === act.office);
  const on = person && messageBefore(needs, act, isOneOfTwo(town, person));
  if (person === undefined || on === undefined) return true;
  const { units = [], rounds = [] } = needs.folders.find(({ id }) => id === act.office) ?? {};
  const how = headTemperamentOf(seed, units.findIndex(({ id }) => id === act.unit), rounds.findIndex(({ id }) => id === act.round));
  return how === 'silent' ? true : CHECKED[how](needs, act, person, on);
}

type Checked = (needs: ActNeeds, act: Act, person: Person, on: Standing) => Promise<boolean>;

const confirms: Checked = (needs, act, person, on) => press(decidingOf(needs, act), person, on, 'confirm');

/** Upon what 「内容を見る」 shows them. */
const looking = (then: Checked): Checked => async (needs, act, person, on) => {
  const shown = await look(decidingOf(needs, act), person, on);
  return shown === undefined ? true : then(needs, act, person, shown);
};

const CHECKED: Readonly<Record<Exclude<HeadTemperament, 'silent'>, Checked>> = {
  'at-once': confirms,
  'sends-back': (needs, act, person, on) => {
    const before = movesOf(movedIn(needs.witness, act.office), act.unit, act.round).some(({ what }) => what.startsWith('send-back'));
    return before ? confirms(needs, act, person, on) : looking((_needs, _act, _person, shown) => sendBack(decidingOf(needs, act), person, shown))(needs, act, person, on);
  },
  rewords: looking(async (needs, act, person, shown) => press(decidingOf(needs, act), person, await reword(decidingOf(needs, act), person, shown), 'confirm')),
  answers: looking((needs, act, person, shown) => (buttonThat(shown.card, 'form.open') === undefined ? Promise.resolve(true) : answer(needs, act, person, shown, 'submit'))),
};

/** As it stands now; or as it came, on a screen that was left open. */
function messageBefore({ witness }: ActNeeds, { by }: Act, leftOpen: boolean): Standing | undefined {
  const looks = witness.arrivals.filter(({ activity, kept, card }) => activity === by?.activity && kept && card !== undefined);
  const one = leftOpen ? looks[0] : looks.at(-1);
  return one?.card === undefined ? undefined : { spot: one.spot, conversation: one.conversation, activity: one.activity, card: one.card };
}

const isOneOfTwo = ({ people }: Town, person: Person | undefined): boolean => people.filter(({ office, unit, role, alone }) => role === 'head' && !alone && office === person?.office && unit === person.unit).length > 1;

/** Two of the secretariat take turns. */
function conductHere(needs: ActNeeds, act: Act, what: Conducted): Promise<boolean> {
  const { town, folders, witness, wall } = needs;
  const secretaries = town.people.filter(({ office, role }) => office === act.office && role === 'secretariat');
  const [person, folder] = [secretaries[1] ?? secretaries[0], folders.find(({ id }) => id === act.office)];
  if (person === undefined || folder === undefined) return Promise.resolve(true);
  const answered = (who: Person, unit: string, ended: Ended): void => { void acknowledge(needs, { ...act, unit }, who, ended); };
  return conduct({ ...answeringOf(needs, act), witness, now: () => wall.now(), round: act.round, folder, answered }, person, what, act.unit);
}

/** By whoever of the secretariat has the message before them; else by the one who conducts. */
function seldomHere(needs: ActNeeds, act: Act, what: Seldom): Promise<boolean> {
  const { town, folders, witness, wall, askOf, reaches } = needs;
  const folder = folders.find(({ id }) => id === act.office);
  return seldom({ ...answeringOf(needs, act), witness, now: () => wall.now(), wall, round: act.round, office: act.office, folder, town, askOf, reaches, by: act.by?.person, message: messageBefore(needs, act, false) }, what, act.unit);
}

const isConducted = (what: Act['what']): what is Conducted => CONDUCTED.some((each) => each === what);

async function release(needs: ActNeeds, { office, round }: Act): Promise<boolean> {
  const preview = needs.previewOf({ office, round });
  const button = preview && buttonsOn(preview.card).find(({ data }) => data['do'] === 'summary.release' && data['state'] === 'released');
  if (preview === undefined || button === undefined) return true;
  return (await watched(needs).client.press(preview.to, preview, button)).status !== 0;
}

/** The same, but everything that is pressed or said is noted. */
function watched(needs: ActNeeds): ActNeeds {
  const { client, witness, wall } = needs;
  const noted = (person: Person, spot: Standing['spot'], { kind, text, unit, activity }: { readonly kind: 'pressed' | 'said'; readonly text: string; readonly unit?: string; readonly activity?: string }, outcome: Outcome): Outcome => {
    note(witness, wall.now(), { person, spot, kind, text, ...(unit === undefined ? {} : { unit }), ...(activity === undefined ? {} : { activity }) }, outcome);
    return outcome;
  };
  return {
    ...needs,
    client: {
      ...client,
      press: async (person, on, button, typed) => noted(person, on.spot, { kind: 'pressed', text: button.title, activity: on.activity, ...unitIn(button) }, await client.press(person, on, button, typed)),
      say: async (person, spot, text) => noted(person, spot, { kind: 'said', text }, await client.say(person, spot, text)),
    },
  };
}

const unitIn = ({ data }: Button): { readonly unit?: string } => (typeof data['section'] === 'string' ? { unit: data['section'] } : {});
