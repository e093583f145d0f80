import type { WallClock } from '../src/ports.ts';
import { endedBy, openForm, submit, type Ended, type Open } from './answering.ts';
import { buttonsOn, buttonThat, kindOn, type Button } from './cardReading.ts';
import { chanceOf } from './chance.ts';
import type { Client, Outcome, Standing } from './client.ts';
import type { Act } from './staff.ts';
import { ownChat, staffOf, type Person, type Town } from './town.ts';
import type { Pen } from './typing.ts';
import { note, type Witness } from './witness.ts';

export type ActNeeds = {
  readonly town: Town;
  readonly wall: WallClock;
  readonly client: Client;
  readonly witness: Witness;
  readonly pen: Pen;
  readonly seed: number;
  /** The unit's ask as it looks now. */
  readonly askOf: (unit: string, round: string) => Standing | undefined;
  readonly previewOf: (round: string) => (Standing & { readonly to: Person }) | undefined;
};

/** @returns false if nobody was there, and it has to be tried again another day. */
export async function perform(needs: ActNeeds, act: Act): Promise<boolean> {
  if (act.what === 'release') return release(needs, act);
  const person = staffOf(needs.town, act.unit)[act.who] ?? staffOf(needs.town, act.unit)[0];
  const ask = needs.askOf(act.unit, act.round);
  if (person === undefined || ask === undefined) return true;
  return PERFORMED[act.what](watched(needs), act, person, ask);
}

type Performed = (needs: ActNeeds, act: Act, person: Person, ask: Standing) => Promise<boolean>;

const PERFORMED: Readonly<Record<Exclude<Act['what'], 'release'>, Performed>> = {
  answer: (needs, act, person, ask) => answer(needs, act, person, ask, 'submit'),
  draft: (needs, act, person, ask) => answer(needs, act, person, ask, 'draft'),
  unchanged: async (needs, act, person, ask) => {
    const button = buttonThat(ask.card, 'form.unchanged');
    if (button === undefined) return answer(needs, act, person, ask, 'submit');
    const opened = await openForm(needs, person, ask); // says, in a channel, that one is of that unit
    if ('as' in opened && opened.as === 'unreachable') return false;
    return acknowledge(needs, act, person, endedBy(await needs.client.press(person, ask, button), ask, {}));
  },
  'press-twice': async (needs, act, person, ask) => {
    const twice: Client = {
      ...needs.client,
      press: async (who, on, button, typed) => {
        const first = await needs.client.press(who, on, button, typed);
        if (button.data['do'] === 'form.submit') await needs.client.press(who, on, button, typed);
        return first;
      },
    };
    return answer({ ...needs, client: twice }, act, person, ask, 'submit');
  },
  together: async (needs, act, person, ask) => {
    const other = staffOf(needs.town, act.unit)[1] ?? person;
    const [mine, theirs] = [await openForm(needs, person, ask), await openForm(needs, other, ask)];
    if (!('form' in mine) || !('form' in theirs)) return finish(needs, act, person, mine);
    const one = await submit(answeringOf(needs, act, 'one'), person, mine, 'submit');
    const two = await submit(answeringOf(needs, act, 'two'), other, theirs, 'submit');
    await acknowledge(needs, act, person, one);
    return acknowledge(needs, act, other, two);
  },
  'wrong-place': async (needs, act, person) => {
    const elsewhere = needs.town.spots.find(({ unit, kind }) => unit !== undefined && unit !== act.unit && kind === 'channel');
    if (elsewhere === undefined) return true;
    for (const words of ['一覧', '状況', '回答', '未提出', '取りまとめ']) if ((await needs.client.say(person, elsewhere, words)).status === 0) return false;
    return true;
  },
  outsider: async (needs, act, _person, ask) => {
    const outsider = needs.town.people.find(({ role }) => role === 'outsider');
    if (outsider === undefined) return true;
    const chat = ownChat(outsider);
    const mine: Standing = { ...ask, spot: chat, conversation: chat.id };
    for (const button of buttonsOn(ask.card)) if ((await needs.client.press(outsider, mine, button)).status === 0) return false;
    const forged = { title: '提出', data: { ...buttonThat(ask.card, 'form.open')?.data, do: 'form.submit', base: 0, page: 1, sure: true } };
    const ended = endedBy(await needs.client.press(outsider, mine, forged, { 'f.x-01.done': needs.pen.text('部外') }), mine, {});
    if (ended.as !== 'refused') needs.witness.failures.push({ at: needs.wall.now(), what: `an outsider's answer for ${act.unit} was taken` });
    return true;
  },
  look: async (needs, act, person, ask) => {
    const looker = staffOf(needs.town, act.unit).find(({ alone }) => !alone) ?? person;
    const opened = await openForm(needs, looker, ask);
    if ('as' in opened && opened.as === 'unreachable') return false;
    needs.witness.looked.push({ at: needs.wall.now(), unit: act.unit, round: act.round, person: looker, card: 'form' in opened ? opened.form.card : opened.last });
    return true;
  },
};

async function answer(needs: ActNeeds, act: Act, person: Person, ask: Standing, how: 'submit' | 'draft'): Promise<boolean> {
  const opened = await openForm(needs, person, ask);
  return 'form' in opened ? acknowledge(needs, act, person, await submit(answeringOf(needs, act), person, opened, how)) : finish(needs, act, person, opened);
}

const answeringOf = ({ client, pen, seed }: ActNeeds, { at, unit, round }: Act, more = '') => ({ client, pen, chance: chanceOf(seed, `${round}:${unit}:${at}:${more}`) });

const finish = (needs: ActNeeds, act: Act, person: Person, opened: Open | Ended): Promise<boolean> => ('as' in opened ? acknowledge(needs, act, person, opened) : Promise.resolve(true));

/** Notes that somebody was told so. */
async function acknowledge({ witness, wall }: ActNeeds, { unit, round }: Act, person: Person, { as, typed }: Ended): Promise<boolean> {
  const at = wall.now();
  if (Object.keys(typed).length > 0) witness.written.push({ unit, round, at, typed });
  if (as === 'accepted' || as === 'draft') witness.acknowledged.push({ at, unit, round, person, as, typed });
  witness.events.push({ at, kind: 'answer', section: unit, round, who: person.name, ok: as === 'accepted', text: as });
  return as !== 'unreachable';
}

async function release(needs: ActNeeds, { round }: Act): Promise<boolean> {
  const preview = needs.previewOf(round);
  const button = preview && buttonsOn(preview.card).find(({ data }) => data['do'] === 'summary.release' && data['state'] === 'released');
  if (preview === undefined || button === undefined) return true;
  return (await watched(needs).client.press(preview.to, preview, button)).status !== 0;
}

/** The same, but everything that is pressed or said is noted. */
function watched(needs: ActNeeds): ActNeeds {
  const { client, witness, wall } = needs;
  const noted = (person: Person, spot: Standing['spot'], { kind, text, unit }: { readonly kind: 'pressed' | 'said'; readonly text: string; readonly unit?: string }, outcome: Outcome): Outcome => {
    note(witness, wall.now(), { person, spot, kind, text, ...(unit === undefined ? {} : { unit }) }, outcome);
    return outcome;
  };
  return {
    ...needs,
    client: {
      ...client,
      press: async (person, on, button, typed) => noted(person, on.spot, { kind: 'pressed', text: button.title, ...unitIn(button) }, await client.press(person, on, button, typed)),
      say: async (person, spot, text) => noted(person, spot, { kind: 'said', text }, await client.say(person, spot, text)),
    },
  };
}

const unitIn = ({ data }: Button): { readonly unit?: string } => (typeof data['section'] === 'string' ? { unit: data['section'] } : {});

/** What a preview is known by. */
export const isPreview = (card: Standing['card']): boolean => kindOn(card) === 'preview';
