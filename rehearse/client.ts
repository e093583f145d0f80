import { inputsOn, type Button } from './cardReading.ts';
import type { Arrival, SimulatedTeams } from './simulatedTeams.ts';
import type { Wire } from './timeline.ts';
import { ownChat, type Person, type Spot, type Town } from './town.ts';

/** A card before somebody's eyes. */
export type Standing = { readonly spot: Spot; readonly conversation: string; readonly activity: string; readonly card: Wire };

/** What a press or a word brought. `status` is 0 if nobody was there. */
export type Outcome = { readonly status: number; readonly card?: Wire; readonly toast?: string; readonly seen: readonly Arrival[] };

/** Teams' clients: what they send to the bot. */
export type Client = {
  install(): Promise<void>;
  press(person: Person, on: Standing, button: Button, typed?: Readonly<Record<string, string>>): Promise<Outcome>;
  say(person: Person, spot: Spot, text: string): Promise<Outcome>;
};

export type Door = {
  readonly url: () => string | undefined;
  /** Resolves once nothing that was received has anything more to send. */
  readonly idle: () => Promise<void>;
};

const BOT = { id: '28:torimatome', name: '取りまとめ' };

export function clientOf(town: Town, teams: SimulatedTeams, door: Door): Client {
  let count = 0;

  const activity = (spot: Spot, conversation: string, from: Person | undefined, given: Wire): Wire => ({
    channelId: 'msteams', serviceUrl: teams.url, id: `in-${(count += 1)}`, recipient: BOT,
    ...(from === undefined ? {} : { from: { id: from.teamsId, name: from.name, aadObjectId: from.id } }),
    conversation: { id: conversation, conversationType: spot.kind, tenantId: town.tenant, isGroup: spot.kind !== 'personal', ...(spot.kind === 'groupChat' ? { name: spot.name } : {}) },
    channelData: { tenant: { id: town.tenant }, ...(spot.kind === 'channel' ? { team: town.team, channel: { id: spot.id, ...(spot.id === town.team.id ? {} : { name: spot.name }) } } : {}) },
    ...given,
  });

  async function post(sent: Wire): Promise<Outcome> {
    const before = teams.arrivals.length;
    const url = door.url();
    if (url === undefined) return { status: 0, seen: [] };
    teams.answering(true);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) });
    const text = await response.text();
    await door.idle();
    teams.answering(false);
    return { status: response.status, ...readAnswer(text), seen: teams.arrivals.slice(before) };
  }

  return {
    install: async () => {
      const [general] = town.spots;
      for (const spot of [general, ...town.spots.filter(({ kind }) => kind === 'groupChat')]) {
        if (spot === undefined) continue;
        await post(activity(spot, spot.id, undefined, { type: 'installationUpdate', action: 'add' }));
        await post(activity(spot, spot.id, undefined, { type: 'conversationUpdate', membersAdded: [BOT] }));
      }
      for (const person of town.people.filter(({ role }) => role === 'secretariat')) {
        const chat = ownChat(person);
        await post(activity(chat, chat.id, person, { type: 'installationUpdate', action: 'add' }));
      }
    },
    press: async (person, { spot, conversation, activity: replyToId, card }, { data }, typed = {}) => {
      const filled = Object.fromEntries(inputsOn(card).map(({ id, value }) => [id, value]));
      const action = { type: 'Action.Execute', verb: String(data['do']), data: { ...filled, ...typed, ...data } };
      return post(activity(spot, conversation, person, { type: 'invoke', name: 'adaptiveCard/action', replyToId, value: { action, trigger: 'manual' } }));
    },
    say: async (person, spot, text) => post(activity(spot, spot.kind === 'channel' ? `${spot.id};messageid=${person.teamsId}` : spot.id, person, { type: 'message', text: `<at>${BOT.name}</at> ${text}`, entities: [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }] })),
  };
}

/** The card or the words in the answer to an Action.Execute. */
function readAnswer(text: string): Pick<Outcome, 'card' | 'toast'> {
  if (text === '') return {};
  const answer = JSON.parse(text) as { readonly type?: string; readonly value?: unknown };
  if (answer.type === 'application/vnd.microsoft.card.adaptive') return { card: answer.value as Wire };
  return typeof answer.value === 'string' ? { toast: answer.value } : {};
}
