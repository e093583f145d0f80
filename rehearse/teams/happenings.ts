import type { Wire } from '../timeline.ts';
import type { Person, Spot, Town } from '../town.ts';
import { account, BOT, type Activities } from './activities.ts';
import type { Whereabouts } from './whereabouts.ts';

/** 出来事: what people change about teams, channels and chats, and the bot is told of. Whoever blocks it, or deletes a message of its own, tells it nothing. */
export type Happenings<Told> = {
  /** The bot is put into a team (by its first channel), a chat, or somebody's own. */
  install(spot: Spot, by: Person | undefined): Promise<Told>;
  uninstall(spot: Spot, by: Person | undefined): Promise<Told>;
  /** A new channel of the office's team; one that was deleted comes anew under another id. */
  make(spot: Spot, by: Person | undefined): Promise<Told>;
  rename(spot: Spot, name: string, by: Person | undefined): Promise<Told>;
  remove(spot: Spot, by: Person | undefined): Promise<Told>;
  /** 異動: to another unit; to none, and they leave the office's team. Told wherever the bot is and they came or went. */
  transfer(person: Person, unit: string | undefined): Promise<readonly Told[]>;
};

type Needs<Told> = {
  readonly town: Town;
  readonly whereabouts: Whereabouts;
  readonly activities: Activities;
  readonly tell: (activity: Wire) => Promise<Told>;
};

/** They happen whether or not the service is there to hear of it; Teams does not tell it later. */
export function happeningsIn<Told extends { readonly seen: readonly unknown[] }>({ town, whereabouts, activities, tell }: Needs<Told>): Happenings<Told> {
  /** Teams tells of a bot's coming or going twice, in a personal chat once. */
  async function comingOrGoing(spot: Spot, by: Person | undefined, [action, members]: readonly ['add', 'membersAdded'] | readonly ['remove', 'membersRemoved']): Promise<Told> {
    const told = await tell(activities.in(spot, { type: 'installationUpdate', action }, spot.person ?? by));
    if (spot.kind === 'personal') return told;
    const again = await tell(activities.in(spot, { type: 'conversationUpdate', [members]: [BOT] }, by));
    return { ...again, seen: [...told.seen, ...again.seen] };
  }

  const membership = (spot: Spot, which: 'membersAdded' | 'membersRemoved', person: Person): Promise<Told> =>
    tell(activities.in(spot, { type: 'conversationUpdate', [which]: [account(person)] }, person));

  /** Each team once, and each chat, that somebody shares with the bot. */
  const shared = ({ id }: Person): readonly Spot[] =>
    [...town.teams.map((team) => team.id), ...town.spots.filter(({ kind }) => kind === 'groupChat').map((chat) => chat.id)]
      .flatMap((spot) => whereabouts.spotOf(spot) ?? [])
      .filter((spot) => whereabouts.closed(spot) === undefined && whereabouts.membersOf(spot).some((member) => member.id === id));

  return {
    install: (spot, by) => {
      whereabouts.install(spot);
      return comingOrGoing(spot, by, ['add', 'membersAdded']);
    },
    uninstall: (spot, by) => {
      whereabouts.uninstall(spot);
      return comingOrGoing(spot, by, ['remove', 'membersRemoved']);
    },
    make: (spot, by) => {
      whereabouts.make(spot);
      return tell(activities.channelEvent('channelCreated', spot, by));
    },
    rename: (spot, name, by) => tell(activities.channelEvent('channelRenamed', whereabouts.rename(spot, name), by)),
    remove: (spot, by) => {
      whereabouts.remove(spot);
      return tell(activities.channelEvent('channelDeleted', spot, by));
    },
    transfer: async (person, unit) => {
      const before = shared(person);
      const moved = whereabouts.transfer(person, unit);
      const after = shared(moved);
      const told: Told[] = [];
      for (const spot of before.filter((each) => !after.includes(each))) told.push(await membership(spot, 'membersRemoved', moved));
      for (const spot of after.filter((each) => !before.includes(each))) told.push(await membership(spot, 'membersAdded', moved));
      return told;
    },
  };
}
