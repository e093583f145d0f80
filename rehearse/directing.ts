import { buttonsOn, buttonThat, inputsOn, type Button } from './cardReading.ts';
import type { Standing } from './client.ts';
import { broughtWith, cardsBrought, moved, says, type Deciding, type Done } from './deciding.ts';
import { isDirecting, type Directing } from './directed.ts';
import { declared, sayHistory } from './lookingBack.ts';
import { directionsAt, type Stands } from './oracle/directions.ts';
import type { Act } from './staff.ts';
import type { Wire } from './timeline.ts';
import { ownChat, staffOf, type Person, type Town, type UnitOf } from './town.ts';

/** 指示・意見という行い, each step upon the card that the one before brought. */
type Needs = Deciding & {
  readonly office: string;
  readonly town: Town;
  readonly askOf: (of: UnitOf & { readonly round: string }) => Standing | undefined;
  readonly reaches: (card: Standing) => boolean;
};

const SAID = {
  given: /指示・意見を記録しました。$|^■ The instruction for .* has been recorded/, withdrawn: /^■ 指示・意見を取り消しました|^■ The instruction has been taken back/,
  followed: /^■ 対応の状況を記録しました|^■ What was done has been recorded/,
};
const TEXT = 'd.text';
/** The whole unit is the first that is offered. */
const WHOLE = '*';

/** @returns false if nobody was there. */
export function direct(needs: Needs, { what }: Act): Done {
  const { town, office } = needs;
  const secretaries = town.people.filter((person) => person.office === office && person.role === 'secretariat');
  const by = secretaries[1] ?? secretaries[0];
  if (by === undefined || !isDirecting(what)) return Promise.resolve(true);
  switch (what) {
    case 'follow-ongoing': return follow(needs, 'ongoing');
    case 'follow-done': return follow(needs, 'done');
    case 'settle': return settle(needs);
    default: return give(needs, by, what);
  }
}

/** 「指示・意見を記録する」, on what 状況 or まとめ shows. */
async function listOf({ client, round }: Needs, by: Person): Promise<{ readonly list?: Standing | undefined; readonly reached: boolean }> {
  const chat: Standing = { spot: ownChat(by), conversation: ownChat(by).id, activity: '', card: {} };
  for (const words of ['状況', 'まとめ']) {
    const said = await client.say(by, chat.spot, words);
    if (said.status === 0) return { reached: false };
    const found = cardsBrought(said, chat).map((card) => ({ card, button: opensList(card, round) })).find(({ button }) => button !== undefined);
    if (found?.button !== undefined) return { reached: true, list: broughtWith(await client.press(by, found.card, found.button), found.card, 'direction.form') };
  }
  return { reached: true };
}

const opensList = ({ card }: Standing, round: string): Button | undefined => buttonsOn(card).find(({ data }) => data['do'] === 'direction.list' && data['round'] === round);

async function give(needs: Needs, by: Person, what: Directing): Done {
  const { client, pen, witness, now, unit, office } = needs;
  const { form, reached } = await formOf(needs, by);
  const save = form && buttonThat(form.card, 'direction.give');
  if (form === undefined || save === undefined) return reached;
  const initiative = subjectIn(form, what);
  const text = pen.text('指示のあった窓口の案内');
  witness.instructed.push({ at: now(), office, unit, text });
  const outcome = await client.press(by, form, save, { initiative, [TEXT]: text });
  if (!says(outcome, form, SAID.given)) return outcome.status !== 0;
  const list = broughtWith(outcome, form, 'direction.open');
  const key = newestOn(list) ?? text;
  moved(needs, by, 'directed', { direction: { key, text, ...(initiative === WHOLE ? {} : { initiative }) } });
  return what === 'direct-by-mistake' && list !== undefined ? takeBack(needs, by, list, { key, text }) : true;
}

/** The newest stands first. */
const newestOn = (list: Standing | undefined): string | undefined => (list === undefined ? undefined : offered(list, 'direction')[0]);

/** The form of one unit. */
async function formOf(needs: Needs, by: Person): Promise<{ readonly form?: Standing | undefined; readonly reached: boolean }> {
  const { list, reached } = await listOf(needs, by);
  const button = list && buttonThat(list.card, 'direction.form');
  return { reached, form: list && button && broughtWith(await needs.client.press(by, list, button, { section: needs.unit }), list, 'direction.give') };
}

/** Of one unit's initiatives the first. */
const subjectIn = (form: Standing, what: Directing): string => offered(form, 'initiative')[what === 'direct-one' ? 1 : 0] ?? WHOLE;

const offered = ({ card }: Standing, input: string): readonly string[] => inputsOn(card).find(({ id }) => id === input)?.choices.map(({ value }) => value) ?? [];

/** 「取り消す」, and once more 「取り消します」. */
async function takeBack(needs: Needs, by: Person, list: Standing, { key, text }: Pick<Stands, 'key' | 'text'>): Done {
  const one = await opened(needs, by, list, key, 'direction.withdraw');
  const first = one && buttonThat(one.card, 'direction.withdraw');
  const asked = one && first && broughtWith(await needs.client.press(by, one, first), one, 'direction.withdraw');
  const sure = asked && buttonsOn(asked.card).find(({ data }) => data['do'] === 'direction.withdraw' && data['sure'] === true);
  if (asked === undefined || sure === undefined) return true;
  const outcome = await needs.client.press(by, asked, sure);
  if (says(outcome, asked, SAID.withdrawn)) moved(needs, by, 'direction-withdrawn', { direction: { key, text } });
  return outcome.status !== 0;
}

async function opened({ client }: Needs, person: Person, list: Standing, direction: string, does: string): Promise<Standing | undefined> {
  const button = buttonThat(list.card, 'direction.open');
  return button && broughtWith(await client.press(person, list, button, { direction }), list, does);
}

const ongoing = ({ witness, office }: Needs, at: string): readonly Stands[] => directionsAt(witness.moved.filter(({ person }) => person.office === office), at).filter(({ state }) => state === 'ongoing');

/** The newest that is 対応中 from a meeting before; what is older stays so. */
async function settle(needs: Needs): Done {
  const { now, round, office, town } = needs;
  const newest = ongoing(needs, now()).findLast((each) => each.round !== round && staffOf(town, { office, unit: each.unit }).some(({ alone }) => !alone));
  return newest === undefined ? true : follow({ ...needs, unit: newest.unit }, 'done');
}

/** Somebody of the unit opens the newest in 履歴, and records what came of it. */
async function follow(needs: Needs, state: 'ongoing' | 'done'): Done {
  const { now, unit, round, office, town } = needs;
  const person = staffOf(town, { office, unit }).find(({ alone }) => !alone);
  const place = needs.askOf({ office, unit, round });
  const of = ongoing(needs, now()).findLast((each) => each.unit === unit);
  if (person === undefined || place === undefined || of === undefined) return true;
  if (!needs.reaches(place)) return false;
  const { list, reached } = await sought(needs, person, place);
  const one = list && await opened(needs, person, list, of.key, 'direction.follow');
  return one === undefined ? reached : record(needs, person, one, of, state);
}

/** 履歴, in which they stand at the top. */
async function sought(needs: Needs, person: Person, place: Standing): Promise<{ readonly list?: Standing | undefined; readonly reached: boolean }> {
  const seen: Wire[] = [];
  const asked = await sayHistory(needs, person, place, seen);
  if (asked.status === 0) return { reached: false };
  const list = broughtWith(asked, place, 'direction.open') ?? broughtWith(await declared(needs, person, place, asked, seen), place, 'direction.open');
  needs.witness.sought.push({ at: needs.now(), unit: needs.unit, person, initiatives: [], cards: seen });
  return { reached: true, list };
}

async function record(needs: Needs, person: Person, one: Standing, { key, text, round }: Stands, state: 'ongoing' | 'done'): Done {
  const { client, pen, witness, now, unit, office } = needs;
  const button = buttonThat(one.card, 'direction.follow');
  if (button === undefined) return true;
  const typed = pen.text('指示への対応');
  witness.instructed.push({ at: now(), office, unit, text: typed });
  const outcome = await client.press(person, one, button, { state, [TEXT]: typed });
  if (says(outcome, one, SAID.followed)) moved({ ...needs, round }, person, state === 'done' ? 'direction-done' : 'direction-followed', { direction: { key, text } });
  return outcome.status !== 0;
}
