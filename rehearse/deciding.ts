import { openForm, type Answering } from './answering.ts';
import { buttonsOn, buttonThat, inputsOn, stateOn, wordsOn, type Button, type Input } from './cardReading.ts';
import type { Outcome, Standing } from './client.ts';
import { movedIn, stationAt } from './stations.ts';
import type { Person } from './town.ts';
import type { Typed } from './typing.ts';
import type { Comment, Moved, Transition, Witness } from './witness.ts';
import type { Instant } from '../src/domain/instant.ts';

/** 確認という行い: what head and secretariat do with a report that was submitted, on the card that shows it. */
export type Deciding = Answering & { readonly witness: Witness; readonly now: () => Instant; readonly unit: string; readonly round: string };

/** @returns false if nobody was there. */
export type Done = Promise<boolean>;

const SAID = {
  confirmed: /を確認済みにしました。$|^You have confirmed/, accepted: /事務局で確認済みにしました。$|^The secretariat has checked/, sentBack: /を差し戻しました（|You have sent back|was sent back/,
  reworded: /字句を直しました（|^■ The wording was edited/, decided: /が(?:確認済みにしました|差し戻しました)（|^！ .*(?:[Cc]onfirmed|[Ss]ent back)/,
};

/** All cards that a press brought before the eyes of whoever pressed. */
export const cardsBrought = ({ card, dialog, seen }: Outcome, on: Standing): readonly Standing[] => [
  ...(card === undefined ? [] : [{ ...on, card }]), ...(dialog === undefined ? [] : [dialog]),
  ...seen.flatMap(({ spot, conversation, activity, card: shown, kept }) => (shown === undefined || !kept ? [] : [{ spot, conversation, activity, card: shown }])),
];

export const broughtWith = (outcome: Outcome, on: Standing, does: string): Standing | undefined => cardsBrought(outcome, on).findLast(({ card }) => buttonThat(card, does) !== undefined);
export const says = (outcome: Outcome, on: Standing, sign: RegExp): boolean => cardsBrought(outcome, on).some(({ card }) => wordsOn(card).some((words) => sign.test(words)));

/** 「確認済みにする」; `all`: what else it may be called. */
export async function press(needs: Deciding, person: Person, on: Standing, does: 'confirm' | 'accept'): Done {
  const button = buttonThat(on.card, does);
  if (button === undefined) return true;
  const outcome = await needs.client.press(person, on, button);
  if (says(outcome, on, does === 'confirm' ? SAID.confirmed : SAID.accepted)) moved(needs, person, does === 'accept' ? 'accept' : isDeputy(needs, person) ? 'confirm-by-deputy' : 'confirm');
  else if (says(outcome, on, SAID.decided)) moved(needs, person, 'decided-already');
  return outcome.status !== 0;
}

/** Whoever is asked because the head cannot be written to. */
const isDeputy = (_: Deciding, { deputy }: Person): boolean => deputy === true;

/** 「内容を見る」, as it is brought before them alone. */
export async function look(needs: Deciding, person: Person, on: Standing): Promise<Standing | undefined> {
  const button = buttonThat(on.card, 'check.open');
  if (button === undefined) return undefined;
  const outcome = await needs.client.press(person, on, button);
  return broughtWith(outcome, on, 'send-back') ?? broughtWith(outcome, on, 'reword') ?? cardsBrought(outcome, on).at(-1);
}

/** 「差し戻す」: one initiative, with what is to be mended. */
export async function sendBack(needs: Deciding, person: Person, on: Standing): Done {
  const [card, input] = [on.card, inputsOn(on.card).find(({ id }) => id.startsWith('c.'))];
  const button = buttonThat(card, 'send-back');
  if (button === undefined || input === undefined) return true;
  const text = needs.pen.text('数字の確かめ');
  comment(needs, person, text);
  const outcome = await needs.client.press(person, on, button, { [input.id]: text });
  if (says(outcome, on, SAID.sentBack)) moved(needs, person, person.role === 'secretariat' ? 'send-back-by-secretariat' : 'send-back-by-head', { initiatives: [input.id.slice(2)] });
  return outcome.status !== 0;
}

const comment = ({ witness, now, unit }: Deciding, { office }: Person, text: string): void => {
  const said: Comment = { at: now(), office, unit, text };
  witness.comments.push(said);
};

/** 「字句を直す」: one text, and nothing else. @returns the card that shows it again. */
export async function reword(needs: Deciding, person: Person, on: Standing): Promise<Standing> {
  const button = buttonThat(on.card, 'reword');
  if (button === undefined) return on;
  const form = broughtWith(await needs.client.press(person, on, button), on, 'reword-save');
  const [save, input] = [form && buttonThat(form.card, 'reword-save'), form && inputsOn(form.card).find(isDone)];
  if (form === undefined || save === undefined || input === undefined) return on;
  const typed: Typed = { [input.id]: needs.pen.text('整えた取組') };
  const { unit, round, witness, now } = needs;
  witness.written.push({ office: person.office, unit, round, at: now(), typed });
  const outcome = await needs.client.press(person, form, save, typed);
  if (says(outcome, form, SAID.reworded)) moved(needs, person, person.role === 'secretariat' ? 'reword-by-secretariat' : 'reword-by-head', { typed });
  return cardsBrought(outcome, form).at(-1) ?? on;
}

const isDone = ({ id }: Input): boolean => id.startsWith('f.') && id.endsWith('.done');

/** 「この日を知らせる」, with one of the days that are offered: the `nth`. */
export async function promise(needs: Deciding, person: Person, ask: Standing, nth: number): Done {
  await ensureDeclared(needs, person, ask);
  const { form, reached } = await opened(needs, person, ask, 'promise.open', 'promise.save');
  const days = form === undefined ? [] : inputsOn(form.card).flatMap(({ id, choices }) => (id === 'day' ? choices : []));
  const day = days[Math.min(nth, days.length - 1)]?.value;
  if (form === undefined || day === undefined) return reached;
  const before = stationAt(movedIn(needs.witness, person.office), needs.unit, needs.round, '9999').planned;
  const outcome = await needs.client.press(person, form, form.save, { day });
  if (says(outcome, form, /提出予定日を.*と承りました|^We expect it on/)) moved(needs, person, before === undefined ? 'promise' : 'promise-again', { day });
  return outcome.status !== 0;
}

/** 「提出予定日を取り消す」. */
export async function promiseBack(needs: Deciding, person: Person, ask: Standing): Done {
  await ensureDeclared(needs, person, ask);
  const { form, reached } = await opened(needs, person, ask, 'promise.open', 'promise.save');
  const withdraw = form && buttonsOn(form.card).find(({ data }) => data['do'] === 'promise.save' && data['withdraw'] === true);
  if (form === undefined || withdraw === undefined) return reached;
  const outcome = await needs.client.press(person, form, withdraw);
  if (says(outcome, form, /^提出予定日を取り消しました|^The expected date was taken back/)) moved(needs, person, 'promise-back');
  return outcome.status !== 0;
}

/** What a button brings, with the one that is to be pressed there. */
async function opened({ client }: Deciding, person: Person, on: Standing, does: string, then: string): Promise<{ readonly form?: Standing & { readonly save: Button }; readonly reached: boolean }> {
  const button = buttonThat(on.card, does);
  if (button === undefined) return { reached: true };
  const outcome = await client.press(person, on, button);
  const found = broughtWith(outcome, on, then);
  const save = found && buttonThat(found.card, then);
  return { reached: outcome.status !== 0, ...(found === undefined || save === undefined ? {} : { form: { ...found, save } }) };
}

/** In a channel one first says that one is of that unit. */
async function ensureDeclared(needs: Deciding, person: Person, ask: Standing): Promise<void> {
  if (ask.spot.kind === 'channel' && stateOn(ask.card) !== 'final') await openForm(needs, person, ask);
}

/** 「訂正を申し出る」: one text, with the reason. */
export async function correct(needs: Deciding, person: Person, ask: Standing): Done {
  const answers = await opened(needs, person, ask, 'form.open', 'correct.open');
  if (answers.form === undefined) return answers.reached;
  const { form } = await opened(needs, person, answers.form, 'correct.open', 'correct.save');
  const input = form && inputsOn(form.card).find((each) => isDone(each) && each.value !== '');
  if (form === undefined || input === undefined) return true;
  const typed: Typed = { [input.id]: needs.pen.text('訂正した取組') };
  const { unit, round, witness, now } = needs;
  witness.written.push({ office: person.office, unit, round, at: now(), typed });
  const outcome = await needs.client.press(person, form, form.save, { ...typed, reason: '件数の数え誤りのため' });
  if (says(outcome, form, /の訂正を受け付けました|^The correction of .* was taken/)) moved(needs, person, 'correct', { typed });
  return outcome.status !== 0;
}

/** Notes that somebody was told so. */
export function moved({ witness, now, unit, round }: Pick<Deciding, 'witness' | 'now' | 'unit' | 'round'>, person: Person, what: Transition, more: Pick<Moved, 'initiatives' | 'typed' | 'day' | 'post' | 'direction'> = {}): void {
  witness.moved.push({ at: now(), unit, round, person, what, ...more });
}

