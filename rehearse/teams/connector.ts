import type { Instant } from '../../src/domain/instant.ts';
import type { Spot } from '../town.ts';
import { faultOf, type Arrival, type Messages } from './messages.ts';
import { channelList, rosterMember, rosterPage } from './roster.ts';
import { isObject, refused, within, type Asked, type Refusal, type Said } from './said.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What goes wrong on the line with a request that Teams would have done. `kept` says whether it did it all the same. */
export type Trouble = { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly kept: boolean } | { readonly kind: 'reset'; readonly kept: boolean };

export type ConnectorNeeds = {
  readonly whereabouts: Whereabouts;
  readonly messages: Messages;
  /** Whatever came, taken or not. */
  readonly arrived: (arrival: Arrival) => void;
  readonly now: () => Instant;
  readonly unasked: () => boolean;
  readonly mostOnAPage?: number;
};

const leavesOpen = (trouble: Trouble): boolean => trouble.kind === 'reset' || trouble.status === 408 || trouble.status >= 500;
const NO_SUCH_WAY: Said = { status: 404, body: {} };

/** A message on its way: to which place, which conversation in it, and under which id. */
type Parcel = { readonly spot: Spot; readonly conversation: string; readonly activity: string; readonly how: Arrival['how']; readonly message: unknown };

/** Bot Connector REST, as Teams documents it: what each request comes to. */
export function connectorOf(needs: ConnectorNeeds): (asked: Asked, trouble: Trouble | undefined) => Said {
  const { whereabouts, messages } = needs;

  function note(parcel: Parcel, refusal: Refusal | undefined, trouble: Trouble | undefined): void {
    const { message, ...known } = parcel;
    const card = within(message, 'attachments', '0', 'content');
    const text = within(message, 'text');
    const arrival: Arrival = {
      at: needs.now(), ...known, unasked: needs.unasked(), kept: refusal === undefined && (trouble?.kept ?? true), ambiguous: refusal === undefined && trouble !== undefined && leavesOpen(trouble),
      ...(isObject(card) ? { card } : {}), ...(typeof text === 'string' ? { text } : {}), ...(refusal === undefined ? {} : { refused: refusal }),
    };
    messages.keep(arrival);
    needs.arrived(arrival);
  }

  /** `done` is what Teams says if nothing speaks against it. */
  function deliver(parcel: Parcel, refusal: Refusal | undefined, done: Said, trouble: Trouble | undefined): Said {
    const why = whereabouts.closed(parcel.spot) ?? refusal ?? faultOf(parcel.message);
    note(parcel, why, trouble);
    return why === undefined ? done : refused(why);
  }

  function create(body: unknown, trouble: Trouble | undefined): Said {
    if (within(body, 'isGroup') === true) return createThread(body, trouble);
    const member = within(body, 'members', '0', 'id');
    const chat = typeof member === 'string' ? whereabouts.open(member) : 'Bad Argument';
    return typeof chat === 'string' ? refused(chat) : { status: 201, body: { id: chat.id } };
  }

  function createThread(body: unknown, trouble: Trouble | undefined): Said {
    const spot = whereabouts.spotOf(channelIn(body));
    if (spot?.kind !== 'channel') return refused('ConversationNotFound');
    const activity = messages.newId();
    const conversation = `${spot.id};messageid=${activity}`;
    return deliver({ spot, conversation, activity, how: 'post', message: within(body, 'activity') }, undefined, { status: 201, body: { id: conversation, activityId: activity } }, trouble);
  }

  function post(spot: Spot, conversation: string, message: unknown, trouble: Trouble | undefined): Said {
    const activity = messages.newId();
    const refusal = messages.hasRoot(conversation) ? undefined : 'ActivityNotFoundInConversation';
    return deliver({ spot, conversation, activity, how: 'post', message }, refusal, { status: 201, body: { id: activity } }, trouble);
  }

  function edit(spot: Spot, [conversation, activity]: readonly [string, string], message: unknown, trouble: Trouble | undefined): Said {
    const refusal = messages.stands(spot, activity) ? undefined : 'ActivityNotFoundInConversation';
    return deliver({ spot, conversation, activity, how: 'edit', message }, refusal, { status: 200, body: { id: activity } }, trouble);
  }

  function read(spot: Spot, [what = '', member = '']: readonly string[], query: URLSearchParams): Said {
    const shut = whereabouts.closed(spot);
    if (shut !== undefined) return refused(shut);
    const members = whereabouts.membersOf(spot);
    if (what === 'pagedmembers') return rosterPage(members, spot, query, needs.mostOnAPage);
    return what === 'members' && member !== '' ? rosterMember(members, member) : NO_SUCH_WAY;
  }

  function inConversation({ method, query, body }: Asked, [conversation = '', ...rest]: readonly string[], trouble: Trouble | undefined): Said {
    const spot = whereabouts.spotOf(conversation);
    if (spot === undefined) return refused('ConversationNotFound');
    if (method === 'GET') return read(spot, rest, query);
    const [what, activity] = rest;
    if (what !== 'activities') return NO_SUCH_WAY;
    if (method === 'PUT') return edit(spot, [conversation, activity ?? ''], body, trouble);
    return method === 'POST' ? post(spot, conversation, body, trouble) : NO_SUCH_WAY;
  }

  return (asked, trouble) => {
    const [version, of, ...rest] = asked.path;
    if (version !== 'v3') return NO_SUCH_WAY;
    if (of === 'teams') return asked.method === 'GET' && rest[1] === 'conversations' ? channelList(rest[0] ?? '', whereabouts) : NO_SUCH_WAY;
    if (of !== 'conversations') return NO_SUCH_WAY;
    return rest[0] === undefined ? create(asked.body, trouble) : inConversation(asked, rest, trouble);
  };
}

/** The channel that a new thread is to stand in. */
export const channelIn = (body: unknown): string => {
  const channel = within(body, 'channelData', 'channel', 'id');
  return typeof channel === 'string' ? channel : '';
};
