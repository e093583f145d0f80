import type { Client, Standing } from './client.ts';
import { kindOn, unitOn } from './cardReading.ts';
import type { Arrival } from './simulatedTeams.ts';
import { ownChat, type Person, type Spot, type Town } from './town.ts';

/** The older of two asks that were both sent unbidden to where that one stands, as it looks now; `undefined` where there is one alone. */
export function olderTwinOf(arrivals: readonly Arrival[], { spot }: Standing, round: string): Standing | undefined {
  const here = arrivals.filter((arrival) => arrival.kept && arrival.spot.id === spot.id && arrival.card !== undefined);
  const [older, newer] = here.filter(({ how, unasked, card = {} }) => how === 'post' && unasked && kindOn(card) === 'ask' && unitOn(card).round === round);
  const looks = newer === undefined ? undefined : here.findLast(({ activity }) => activity === older?.activity);
  return looks && { spot: looks.spot, conversation: looks.conversation, activity: looks.activity, card: looks.card ?? {} };
}

type Needs = { readonly client: Client; readonly town: Town };

/** 「まとめ」, said by somebody in the meeting's place and by the secretariat in their own chat. @returns false if nobody was there. */
export async function readSummaryAgain({ client, town }: Needs, person: Person): Promise<boolean> {
  const meeting = town.spots.find((spot) => spot.office === person.office && spot.meeting === true);
  const head = town.people.find((each) => each.office === person.office && each.role === 'head') ?? person;
  return everybodyIsAnswered(client, [...(meeting === undefined ? [] : [{ who: head, where: meeting }]), ...secretary(town, person)], 'まとめ');
}

/** 「再依頼」. @returns false if nobody was there. */
export const askMissingAgain = ({ client, town }: Needs, person: Person): Promise<boolean> => everybodyIsAnswered(client, secretary(town, person), '再依頼');

type Saying = { readonly who: Person; readonly where: Spot };

/** The first person of the secretariat, in their own chat. */
const secretary = ({ people }: Town, { office }: Person): readonly Saying[] =>
  people.filter((each) => each.office === office && each.role === 'secretariat').slice(0, 1).map((who) => ({ who, where: ownChat(who) }));

async function everybodyIsAnswered(client: Client, sayings: readonly Saying[], text: string): Promise<boolean> {
  for (const { who, where } of sayings) if ((await client.say(who, where, text)).status === 0) return false;
  return true;
}
