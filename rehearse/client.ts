import type { Button } from './cardReading.ts';
import type { Race } from './race.ts';
import type { Arrival, SimulatedTeams } from './simulatedTeams.ts';
import { activitiesIn, BOT } from './teams/activities.ts';
import { happeningsIn, type Happenings } from './teams/happenings.ts';
import { executeAnswer, taskAnswer, type Understood } from './teams/invokeAnswers.ts';
import { sentBy, type Sent } from './teams/pressing.ts';
import { refreshOf } from './teams/refresh.ts';
import type { Wire } from './timeline.ts';
import type { Person, Spot, Town } from './town.ts';

/** A card before somebody's eyes; in a dialog it stands nowhere else. */
export type Standing = { readonly spot: Spot; readonly conversation: string; readonly activity: string; readonly card: Wire; readonly inDialog?: true };

/** What a press or a word brought. `status` is 0 if nobody was there. */
export type Outcome = {
  readonly status: number;
  /** What the pressed card has become in the eyes of whoever pressed. */
  readonly card?: Wire;
  readonly toast?: string;
  /** A dialog that stands open afterwards, to be pressed in. */
  readonly dialog?: Standing;
  readonly seen: readonly Arrival[];
  /** The service did what no client can do anything with; people see "something went wrong", or nothing. */
  readonly fault?: string;
};

/** Teams' clients: what they send to the bot. */
export type Client = Happenings<Outcome> & {
  press(person: Person, on: Standing, button: Button, typed?: Readonly<Record<string, string>>): Promise<Outcome>;
  say(person: Person, spot: Spot, text: string): Promise<Outcome>;
  /** The card comes before somebody's eyes, and is refreshed where it asks to be. */
  look(person: Person, on: Standing): Promise<Outcome>;
};

export type Door = {
  readonly url: () => string | undefined;
  /** Resolves once nothing that was received has anything more to send. */
  readonly idle: () => Promise<void>;
  readonly race: Pick<Race, 'headers' | 'brought'>;
};

type Answered = { readonly status: number; readonly text: string; readonly seen: readonly Arrival[] };

/** An edit of a card that was just refreshed refreshes it again; a service that goes on so never comes to rest. */
const MOST_REFRESHES = 3;

export function clientOf(town: Town, teams: SimulatedTeams, door: Door): Client {
  const { whereabouts, messages } = teams;
  const activities = activitiesIn(town, teams.url, (spot) => whereabouts.spotOf(spot.id) ?? spot);

  async function send(sent: Wire): Promise<Answered> {
    const url = door.url();
    if (url === undefined) return { status: 0, text: '', seen: [] };
    const racing = await door.race.brought();
    const before = racing?.length ?? teams.arrivals.length;
    if (racing === undefined) teams.answering(true);
    // A connection of its own each time: one kept for the next is closed by the server while this process is busy, and that is no outage.
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', connection: 'close', ...door.race.headers() }, body: JSON.stringify(sent) });
    const answer = { status: response.status, text: await response.text() };
    if (racing !== undefined) return { ...answer, seen: (await door.race.brought())?.slice(before) ?? [] };
    await door.idle();
    teams.answering(false);
    return { ...answer, seen: teams.arrivals.slice(before) };
  }

  /** Nothing in the HTTP answer to a message or an event is for anybody's eyes. */
  const tell = async (sent: Wire): Promise<Outcome> => {
    const { status, seen } = await send(sent);
    return { status, seen };
  };

  const invoke = async (sent: Wire, on: Standing, understand: (status: number, text: string) => Understood): Promise<Outcome> => {
    const { status, text, seen } = await send(sent);
    if (status === 0) return { status, seen };
    const { dialog, ...understood } = understand(status, text);
    return { status, seen, ...understood, ...(dialog === undefined ? {} : { dialog: { ...on, card: dialog, inDialog: true } }) };
  };

  /** Whoever writes to a bot alone has it. */
  const cameFrom = (spot: Spot): void => {
    if (spot.kind === 'personal' && whereabouts.spotOf(spot.id) === undefined) whereabouts.install(spot);
  };

  function sendPress(person: Person, on: Standing, sent: Sent): Promise<Outcome> {
    const { spot, conversation, activity: replyToId } = on;
    const about = (given: Wire): Wire => activities.in(spot, { ...given, replyToId }, person, conversation);
    switch (sent.kind) {
      case 'nothing': return Promise.resolve({ status: 200, seen: [], fault: sent.why });
      case 'execute': return invoke(about({ type: 'invoke', name: 'adaptiveCard/action', value: { action: sent.action, trigger: 'manual' } }), on, executeAnswer);
      case 'submit': return tell(about({ type: 'message', value: sent.value })).then((outcome) => ({ ...outcome, ...becameOf(outcome, replyToId) }));
      case 'task/fetch':
      case 'task/submit': return invoke(about({ type: 'invoke', name: sent.kind, value: { data: sent.data, context: { theme: 'default' } } }), on, taskAnswer);
    }
  }

  return {
    ...happeningsIn({ town, whereabouts, activities, tell }),
    press: (person, on, button, typed = {}) => {
      cameFrom(on.spot);
      return sendPress(person, on, sentBy({ card: on.card, inDialog: on.inDialog === true, oldClient: person.oldClient }, button, typed));
    },
    say: (person, spot, text) => {
      cameFrom(spot);
      if (spot.kind === 'personal') return tell(activities.in(spot, { type: 'message', text }, person));
      const conversation = spot.kind === 'channel' ? messages.begin(spot) : spot.id;
      return tell(activities.in(spot, { type: 'message', text: `<at>${BOT.name}</at> ${text}`, entities: [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }] }, person, conversation));
    },
    look: async (person, on) => {
      const { spot, conversation, activity: replyToId } = on;
      let outcome: Outcome = { status: 200, seen: [], card: messages.cardOf(replyToId) ?? on.card };
      for (let times = 0; times < MOST_REFRESHES; times += 1) {
        const action = refreshOf(messages.cardOf(replyToId) ?? on.card, person, whereabouts.membersOf(spot).length);
        if (action === undefined) return outcome;
        const value = { action, trigger: 'automatic' };
        const next = await invoke(activities.in(spot, { type: 'invoke', name: 'adaptiveCard/action', replyToId, value }, person, conversation), on, executeAnswer);
        outcome = { ...outcome, ...next, seen: [...outcome.seen, ...next.seen] };
        if (becameOf(next, replyToId).card === undefined) return outcome;
      }
      return { ...outcome, fault: 'a card that is refreshed is edited each time, and so refreshed again without end' };
    },
  };
}

/** The message that was pressed, as it was changed since. */
function becameOf({ seen }: Outcome, activity: string): Pick<Outcome, 'card'> {
  const edited = seen.findLast((arrival) => arrival.how === 'edit' && arrival.activity === activity && arrival.kept);
  return edited?.card === undefined ? {} : { card: edited.card };
}
