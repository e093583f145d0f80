import type { Wire } from '../timeline.ts';
import type { Person, Spot, Team, Town } from '../town.ts';

export const BOT = { id: '28:torimatome', name: '取りまとめ' };

/** Activities as Teams sends them to a bot. */
export type Activities = {
  /** From somebody, or nobody, in a place or one of its threads. */
  in(spot: Spot, given: Wire, from?: Person, conversation?: string): Wire;
  /** Of a channel: told in its team, not in itself. */
  channelEvent(eventType: 'channelCreated' | 'channelRenamed' | 'channelDeleted', channel: Spot, from?: Person): Wire;
};

/** @param now a place as it is now: with its present name */
export function activitiesIn(town: Town, serviceUrl: string, now: (spot: Spot) => Spot): Activities {
  let count = 0;
  const teamOf = ({ office }: Spot): Team | undefined => town.teams.find((team) => team.office === office);

  const envelope = (spot: Spot, conversation: string, channelData: Wire, from: Person | undefined): Wire => ({
    channelId: 'msteams', serviceUrl, id: `in-${(count += 1)}`, recipient: BOT,
    ...(from === undefined ? {} : { from: { id: from.teamsId, name: from.name, aadObjectId: from.id } }),
    conversation: { id: conversation, conversationType: spot.kind, tenantId: town.tenant, isGroup: spot.kind !== 'personal', ...(spot.kind === 'groupChat' ? { name: spot.name } : {}) },
    channelData: { tenant: { id: town.tenant }, ...channelData },
  });

  return {
    in: (place, given, from, conversation = place.id) => {
      const spot = now(place);
      return { ...envelope(spot, conversation, spot.kind === 'channel' ? channelIn(teamOf(spot), spot) : {}, from), ...given };
    },
    channelEvent: (eventType, channel, from) => {
      const team = teamOf(channel);
      const { id, name } = channel;
      return { ...envelope(channel, team?.id ?? id, { eventType, team: { id: team?.id }, channel: { id, name } }, from), type: 'conversationUpdate' };
    },
  };
}

/** The first channel bears no name: people call it by the team's. */
const channelIn = (team: Team | undefined, { id, name }: Spot): Wire => ({ team: { id: team?.id, name: team?.name }, channel: { id, ...(id === team?.id ? {} : { name }) } });

export const account = ({ teamsId, name, id }: Person): Wire => ({ id: teamsId, name, aadObjectId: id });
