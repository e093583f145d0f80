import type { Person, Spot } from '../town.ts';
import { refused, type Said } from './said.ts';
import type { Whereabouts } from './whereabouts.ts';

/** "Fetch the roster": what may be asked for, and what is given to whoever does not say. A chat comes whole. */
const PAGE = { smallest: 50, usual: 200, largest: 500 };

const asMember = ({ id, teamsId, name, upn }: Person) => ({ id: teamsId, name, aadObjectId: id, objectId: id, userPrincipalName: upn, email: upn, userRole: 'user' });

/** 名簿 by page. @param most Teams may always give less than was asked for, and does where this says so. */
export function rosterPage(members: readonly Person[], { kind }: Spot, query: URLSearchParams, most: number = PAGE.largest): Said {
  const asked = Number(query.get('pageSize') ?? PAGE.usual);
  const from = Number(query.get('continuationToken') ?? 0);
  if (!Number.isInteger(asked) || !Number.isInteger(from) || from < 0 || from > members.length) return refused('Bad Argument');
  const size = kind === 'channel' ? Math.min(Math.max(asked, PAGE.smallest), PAGE.largest, most) : members.length;
  const more = from + size < members.length ? { continuationToken: String(from + size) } : {};
  return { status: 200, body: { members: members.slice(from, from + size).map(asMember), ...more } };
}

/** One of them, by their Teams id or their Entra object id. */
export function rosterMember(members: readonly Person[], asked: string): Said {
  const member = members.find(({ id, teamsId }) => id === asked || teamsId === asked);
  return member === undefined ? refused('MemberNotFoundInConversation') : { status: 200, body: asMember(member) };
}

/** The channels of a team; the first has the team's id and no name. */
export function channelList(team: string, whereabouts: Whereabouts): Said {
  const general = whereabouts.spotOf(team);
  if (general?.kind !== 'channel') return refused('ConversationNotFound');
  const shut = whereabouts.closed(general);
  if (shut !== undefined) return refused(shut);
  return { status: 200, body: { conversations: whereabouts.channelsOf(team).map(({ id, name }) => ({ id, name: id === team ? null : name })) } };
}
