import { ownChat, type Person, type Spot, type Town } from '../town.ts';
import type { Refusal } from './said.ts';

/** 居場所: who there is now, what channels and chats, and in which of them the bot is let in. */
export type Whereabouts = {
  /** A place as it is now; `undefined` if there is none, or no more. A thread is in its channel. */
  spotOf(conversation: string): Spot | undefined;
  channelsOf(team: string): readonly Spot[];
  membersOf(spot: Spot): readonly Person[];
  /** Why the bot may do nothing there. */
  closed(spot: Spot): Refusal | undefined;
  /** The bot begins a chat with somebody, by either of their ids. */
  open(member: string): Spot | Refusal;

  install(spot: Spot): void;
  uninstall(spot: Spot): void;
  /** A channel is made; one that was deleted is made anew under another id. */
  make(spot: Spot): void;
  rename(spot: Spot, name: string): Spot;
  remove(spot: Spot): void;
  block(person: Person): void;
  unblock(person: Person): void;
  /** To another unit; to none, and they are not in the office's Teams any more. */
  transfer(person: Person, unit: string | undefined): Person;
};

/** At the beginning the bot is nowhere. */
export function whereaboutsIn(town: Town): Whereabouts {
  const spots = new Map(town.spots.map((spot) => [spot.id, spot]));
  const people = new Map(town.people.map((person) => [person.id, person]));
  const inside = new Set<string>();
  const blocking = new Set<string>();
  const departed = new Set<string>();

  const spotOf = (conversation: string): Spot | undefined => spots.get(conversation.replace(/;messageid=.*$/, ''));
  /** A team is one: the bot is in all its standard channels or in none. */
  const homeOf = ({ id, kind, office }: Spot): string => (kind === 'channel' ? (town.teams.find((team) => team.office === office)?.id ?? id) : id);
  const isInside = (spot: Spot): boolean => inside.has(homeOf(spot));

  function membersOf(spot: Spot): readonly Person[] {
    const here = [...people.values()].filter(({ id, office }) => office === spot.office && !departed.has(id));
    switch (spot.kind) {
      case 'personal': return here.filter(({ id }) => id === spot.person?.id);
      case 'groupChat': return here.filter(({ unit, role }) => unit === spot.unit || role === 'secretariat');
      case 'channel': return here.filter(({ role }) => role !== 'outsider');
    }
  }

  /** The app comes to somebody with a team or chat that they are in, unless they may not have it alone. */
  const mayBeginWith = (person: Person, chat: Spot): boolean =>
    isInside(chat) || (!person.alone && !spots.has(chat.id) && [...spots.values()].some((spot) => spot.kind !== 'personal' && isInside(spot) && membersOf(spot).some(({ id }) => id === person.id)));

  const install = (spot: Spot): void => {
    spots.set(spot.id, spots.get(spot.id) ?? spot);
    inside.add(homeOf(spot));
  };

  return {
    spotOf, membersOf, install,
    channelsOf: (team) => {
      const office = town.teams.find(({ id }) => id === team)?.office;
      return [...spots.values()].filter((spot) => spot.kind === 'channel' && spot.office === office);
    },
    closed: (spot) => {
      if (!isInside(spot)) return 'BotNotInConversationRoster';
      return spot.person !== undefined && blocking.has(spot.person.id) ? 'ConversationBlockedByUser' : undefined;
    },
    open: (member) => {
      const person = [...people.values()].find(({ id, teamsId }) => teamsId === member || id === member);
      if (person === undefined || departed.has(person.id)) return 'Bad Argument';
      const chat = ownChat(person);
      if (!mayBeginWith(person, chat)) return 'ForbiddenOperationException';
      install(chat);
      return chat;
    },
    uninstall: (spot) => { inside.delete(homeOf(spot)); },
    make: (spot) => { spots.set(spot.id, spot); },
    rename: (spot, name) => {
      const renamed = { ...(spotOf(spot.id) ?? spot), name };
      spots.set(spot.id, renamed);
      return renamed;
    },
    remove: (spot) => { spots.delete(spot.id); },
    block: ({ id }) => { blocking.add(id); },
    unblock: ({ id }) => { blocking.delete(id); },
    transfer: (person, to) => {
      const { unit: _, ...rest } = people.get(person.id) ?? person;
      const moved: Person = to === undefined ? rest : { ...rest, unit: to };
      people.set(person.id, moved);
      if (to === undefined) departed.add(person.id);
      else departed.delete(person.id);
      return moved;
    },
  };
}
