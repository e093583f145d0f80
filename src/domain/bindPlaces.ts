import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import { dayOf } from './calendar.ts';
import { holds, type Office, type Post } from './office.ts';
import type { Address, Channel, Place, Places, Team } from './place.ts';

/** What a place can be for: a section, or one of the office's two own. */
export type PlaceTarget = { readonly for: 'section'; readonly section: SectionId } | { readonly for: 'management' } | { readonly for: 'secretariat' };

/** Names are the same when they read the same: width, blanks and case do not count. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const channelAddress = (team: Team, channel: Channel): Address => ({
  kind: 'channel', tenant: team.tenant, serviceUrl: team.serviceUrl, conversation: channel.id, team: team.id,
});

/**
 * 届け先を名前で結ぶ: takes in a team as it is now. A channel named as a section, or as the meeting, becomes its place if it has
 * none yet; where several channels fit, or the one that fits is a place already, none is taken and the secretariat chooses. What was
 * bound by hand stays; a channel that is gone takes its binding along; a renamed one keeps it. The same team twice changes nothing.
 */
export function takeInTeam(office: Office, places: Places, team: Team, now: Instant): Places {
  const teams = [...places.teams.filter(({ id }) => id !== team.id), team];
  const standing = { ...surviving(places, team), teams };
  const free = (names: readonly string[]): Place | undefined => {
    const place = soleMatch(teams, names, now);
    return place === undefined || isTaken(standing, place.address.conversation) ? undefined : place;
  };
  const sections = { ...standing.sections };
  for (const section of office.sections) {
    const place = sections[section.id] ?? free([section.name, ...(section.channels ?? [])]);
    if (place !== undefined) sections[section.id] = place;
  }
  const management = standing.management ?? free([office.meeting.name, ...(office.meeting.channels ?? [])]);
  return { ...standing, sections, ...(management === undefined ? {} : { management }) };
}

/** Who is in a chat, each by the names under which they may stand in the office's list of posts. */
export type Roster = readonly (readonly string[])[];

/**
 * One chat whose name, if Teams gives it, is a section's or the meeting's; not one that is a place already. Anybody may name a chat so:
 * it counts only if somebody of the secretariat is in it, or for a section somebody who holds a post there.
 */
export function takeInChat(office: Office, places: Places, address: Address, name: string, roster: Roster, now: Instant): Places {
  if (isTaken(places, address.conversation)) return places;
  const today = dayOf(office.zone, now);
  const hasOne = (role: Post['role'], of?: SectionId) => roster.some((names) => holds(office, names, role, today, of));
  const place: Place = { address, name, how: 'by-name', at: now };
  const section = office.sections.find((each) => [each.name, ...(each.channels ?? [])].some((known) => sameName(known, name)));
  if (section !== undefined && places.sections[section.id] === undefined) {
    const vouched = hasOne('secretariat') || (['head', 'deputy', 'reporter'] as const).some((role) => hasOne(role, section.id));
    return vouched ? { ...places, sections: { ...places.sections, [section.id]: place } } : places;
  }
  const isMeeting = [office.meeting.name, ...(office.meeting.channels ?? [])].some((known) => sameName(known, name));
  return isMeeting && places.management === undefined && hasOne('secretariat') ? { ...places, management: place } : places;
}

/**
 * 投稿先: binds by hand; whatever that place was for before, it is no longer, and whatever the target had before, it has no longer.
 * The secretariat's place alone may be a section's as well: its own.
 */
export function bind(places: Places, target: PlaceTarget, place: Place): Places {
  const cleared = without(places, (other) => other.address.conversation === place.address.conversation);
  switch (target.for) {
    case 'section': return { ...cleared, ...(places.secretariat && { secretariat: places.secretariat }), sections: { ...cleared.sections, [target.section]: place } };
    case 'management': return { ...cleared, management: place };
    case 'secretariat': return { ...cleared, sections: places.sections, secretariat: place };
  }
}

/** The bot was taken out of a chat, a channel was deleted: what was bound there is bound nowhere. */
export const unbind = (places: Places, conversation: string): Places => without(places, ({ address }) => address.conversation === conversation);

/** The bot was taken out of a team. */
export const unbindTeam = (places: Places, team: string): Places => ({
  ...without(places, ({ address }) => address.team === team), teams: places.teams.filter(({ id }) => id !== team),
});

/** A send was refused for good: nothing more is sent there until it is seen again. */
export const suspend = (places: Places, conversation: string, why: string, now: Instant): Places =>
  mapPlaces(places, (place) => (place.address.conversation === conversation && place.suspended === undefined ? { ...place, suspended: { since: now, why } } : place));

/** Something was heard from there: it can be written to again, at the service address of now. */
export const seen = (places: Places, address: Address): Places =>
  mapPlaces(places, (place) => {
    if (place.address.conversation !== address.conversation) return place;
    if (place.suspended === undefined && place.address.serviceUrl === address.serviceUrl) return place;
    const { suspended: _, ...open } = place;
    return { ...open, address: { ...place.address, serviceUrl: address.serviceUrl } };
  });

/** The section whose place that conversation is, or the office's own use of it. */
export function targetOf(places: Places, conversation: string): PlaceTarget | undefined {
  if (places.management?.address.conversation === conversation) return { for: 'management' };
  const section = Object.entries(places.sections).find(([, place]) => place.address.conversation === conversation);
  if (section !== undefined) return { for: 'section', section: section[0] as SectionId };
  return places.secretariat?.address.conversation === conversation ? { for: 'secretariat' } : undefined;
}

/** A section's place, or the meeting's; the secretariat's own may become its section's. */
function isTaken(places: Places, conversation: string): boolean {
  const target = targetOf(places, conversation);
  return target !== undefined && target.for !== 'secretariat';
}

/** Channels that fit exactly one name; two that fit are nobody's. */
function soleMatch(teams: readonly Team[], names: readonly string[], now: Instant): Place | undefined {
  const found = teams.flatMap((team) => team.channels.filter(({ name }) => names.some((known) => sameName(known, name))).map((channel) => ({ team, channel })));
  const [sole] = found;
  if (sole === undefined || found.length > 1) return undefined;
  return { address: channelAddress(sole.team, sole.channel), name: sole.channel.name, how: 'by-name', at: now };
}

/** The bindings into a team that still have their channel. One bound by hand that no list ever named (a private channel) is not gone. */
function surviving(places: Places, team: Team): Places {
  const channels = new Set(team.channels.map(({ id }) => id));
  const before = new Set(places.teams.find(({ id }) => id === team.id)?.channels.map(({ id }) => id));
  const isGone = ({ address: { conversation }, how }: Place) => !channels.has(conversation) && (how === 'by-name' || before.has(conversation));
  return without(places, (place) => place.address.team === team.id && isGone(place));
}

function without(places: Places, gone: (place: Place) => boolean): Places {
  const { management, secretariat, sections, ...rest } = places;
  return {
    ...rest,
    sections: Object.fromEntries(Object.entries(sections).filter(([, place]) => !gone(place))),
    ...(management === undefined || gone(management) ? {} : { management }),
    ...(secretariat === undefined || gone(secretariat) ? {} : { secretariat }),
  };
}

function mapPlaces(places: Places, change: (place: Place) => Place): Places {
  return {
    ...places,
    sections: Object.fromEntries(Object.entries(places.sections).map(([id, place]) => [id, change(place)])),
    ...(places.management === undefined ? {} : { management: change(places.management) }),
    ...(places.secretariat === undefined ? {} : { secretariat: change(places.secretariat) }),
  };
}
