import { takeInChat, takeInTeam, unbind, unbindTeam } from '../domain/bindPlaces.ts';
import { officePartition, PLACES_ID } from '../domain/documentIds.ts';
import type { Address, Places, Team } from '../domain/place.ts';
import type { Gateway, Inbound, Log, Store, WallClock, Where } from '../ports.ts';
import { change } from './change.ts';
import { noPlaces, type OfficeFacts } from './facts.ts';
import { forgetChat, rememberChat, rememberMembers } from './remember.ts';

type Needs = { readonly store: Store; readonly gateway: Gateway; readonly wall: WallClock; readonly log: Log };

/**
 * 設置: the bot was put somewhere (Teams says so again and again). Reads the team's channels and binds them by name; learns who of its
 * people holds a post. Nothing is posted in section channels; the tick tells the secretariat what is bound and what is not.
 */
export const makeInstall = ({ store, gateway, wall, log }: Needs) => {
  /** 事務局 and heads are written to alone; where that is not possible (yet), the notices wait in the secretariat's place. */
  const openChats = async (facts: OfficeFacts, { serviceUrl }: Address): Promise<OfficeFacts> => {
    let met = facts;
    for (const person of facts.people.filter(({ personal, tenant }) => personal === undefined && tenant !== '')) {
      const opened = await gateway.openPersonal(person, serviceUrl);
      if (opened.ok) met = await rememberChat(store, met, person.id, opened.value);
      else log.warn('no personal chat', { office: facts.office.id, person: person.id, why: opened.error.why });
    }
    return met;
  };

  return async (facts: OfficeFacts, where: Where): Promise<OfficeFacts> => {
    const { office } = facts;
    const { address } = where;
    if (address.kind === 'personal') return facts;
    const roster = await gateway.members(address);
    if (!roster.ok) log.warn('roster not read', { office: office.id, conversation: address.conversation, why: roster.error.why });
    const met = await openChats(roster.ok ? await rememberMembers(store, facts, address.tenant, roster.value) : facts, address);
    const team = await teamOf(gateway, where, log);
    const names = roster.ok ? roster.value.map(({ person, upn }) => (upn === undefined ? [person] : [person, upn])) : [];
    const places = await changePlaces(store, met, (stored) =>
      team === undefined ? takeInChat(office, stored, address, where.channelName ?? '', names, wall.now()) : takeInTeam(office, stored, team, wall.now()));
    return { ...met, places };
  };
};

async function teamOf(gateway: Gateway, { address, teamName }: Where, log: Log): Promise<Team | undefined> {
  if (address.team === undefined) return undefined;
  const { team: id, tenant, serviceUrl } = address;
  const read = await gateway.channels({ id, tenant, serviceUrl });
  if (!read.ok) {
    log.warn('channels not read', { team: id, why: read.error.why });
    return undefined;
  }
  // The General channel has the team's id and often no name; people call it by the team's.
  const channels = read.value.map((channel) => ({ ...channel, name: channel.name === '' ? (teamName ?? '') : channel.name }));
  return { id, tenant, serviceUrl, name: teamName ?? '', channels };
}

/** 取り外し: what was bound there is bound no longer, and the board says so. */
export const makeRemoved =
  ({ store }: Pick<Needs, 'store'>) =>
  async (facts: OfficeFacts, { address }: Where): Promise<void> => {
    if (address.kind === 'personal') return forgetChat(store, facts, address.conversation);
    await changePlaces(store, facts, (stored) => (address.team === undefined ? unbind(stored, address.conversation) : unbindTeam(stored, address.team)));
  };

/** A channel came, went or has another name: its team is read again as it is now, with whatever happened in it while nobody listened. */
export const makeChannelChanged =
  ({ store, gateway, wall, log }: Needs) =>
  async (facts: OfficeFacts, { where, change: what, channel }: Extract<Inbound, { kind: 'channel' }>): Promise<void> => {
    const { team: id, tenant, serviceUrl } = where.address;
    if (id === undefined) return;
    const name = where.teamName ?? facts.places.teams.find((team) => team.id === id)?.name ?? '';
    const read = await teamOf(gateway, { ...where, teamName: name }, log);
    const now = wall.now();
    await changePlaces(store, facts, (stored) => {
      const known = stored.teams.find((team) => team.id === id) ?? { id, tenant, serviceUrl, name, channels: [] };
      const listed = read === undefined || read.channels.length === 0 ? known.channels : read.channels; // a team has one channel at least
      const others = listed.filter((each) => each.id !== channel.id); // of this one the event knows more than a list that may lag behind
      const standing = what === 'deleted' ? unbind(stored, channel.id) : stored;
      return takeInTeam(facts.office, standing, { ...known, channels: what === 'deleted' ? others : [...others, channel] }, now);
    });
  };

async function changePlaces(store: Store, { office, places }: OfficeFacts, decide: (stored: Places) => Places): Promise<Places> {
  const written = await change(store.places, officePartition(office.id), PLACES_ID, (stored) => decide(stored ?? noPlaces(office.id)));
  return written.ok ? written.value : places;
}
