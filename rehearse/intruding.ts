import type { WallClock } from '../src/ports.ts';
import { endedBy } from './answering.ts';
import { buttonsOn, buttonThat } from './cardReading.ts';
import type { Client, Standing } from './client.ts';
import { ownChat, type Person, type Town, type UnitOf } from './town.ts';
import type { Pen } from './typing.ts';
import type { Witness } from './witness.ts';

/** Somebody of no office, and somebody of another. */
export const outsidersTo = ({ people }: Town, office: string): readonly Person[] =>
  [people.find((person) => person.office === office && person.role === 'outsider'), people.find((person) => person.office !== office && person.role === 'staff')].filter((person) => person !== undefined);

type Needs = { readonly client: Client; readonly pen: Pen; readonly witness: Witness; readonly wall: WallClock };

/** Every button of a card that was passed on, and an answer made up. @returns false if nobody was there. */
export async function intrude({ client, pen, witness, wall }: Needs, { office, unit }: UnitOf, outsider: Person, ask: Standing): Promise<boolean> {
  const chat = ownChat(outsider);
  const mine: Standing = { ...ask, spot: chat, conversation: chat.id };
  for (const button of buttonsOn(ask.card)) if ((await client.press(outsider, mine, button)).status === 0) return false;
  const forged = { title: '提出', data: { ...buttonThat(ask.card, 'form.open')?.data, do: 'form.submit', base: 0, page: 1, sure: true } };
  const ended = endedBy(await client.press(outsider, mine, forged, { 'f.x-01.done': pen.text('部外') }), mine, {});
  if (ended.as !== 'refused') witness.failures.push({ at: wall.now(), office, what: `an outsider's answer for ${unit} was taken` });
  return true;
}
