import { z } from 'zod';
import { parsePersonId } from '../../domain/ids.ts';
import type { Address } from '../../domain/place.ts';
import type { Caller, Inbound, Where } from '../../ports.ts';
import { spoken } from './spoken.ts';

/** Absent, `null` and empty are one and the same to us. */
const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((given) => (given === null || given === '' ? undefined : given));
const text = z.string().max(100_000);
const short = z.string().max(2_000);
const account = z.object({ id: optional(short), name: optional(short), aadObjectId: optional(short) });
const members = z.array(z.object({ id: short }));

/**
 * The few fields of a Bot Framework activity that we read; source: botframework-activity.md and Teams' own channelData. Nothing here
 * knows the SDK.
 */
const Activity = z.object({
  type: short,
  channelId: optional(short),
  serviceUrl: optional(short),
  name: optional(short),
  action: optional(short),
  text: optional(text),
  value: z.unknown().optional(),
  replyToId: optional(short),
  from: optional(account),
  recipient: optional(account),
  conversation: optional(z.object({ id: short, conversationType: optional(short), tenantId: optional(short), name: optional(short) })),
  channelData: optional(z.object({
    tenant: optional(z.object({ id: short })),
    team: optional(z.object({ id: short, name: optional(short) })),
    channel: optional(z.object({ id: optional(short), name: optional(short) })),
    eventType: optional(short),
  })),
  entities: optional(z.array(z.unknown())),
  membersAdded: optional(members),
  membersRemoved: optional(members),
});
export type Activity = z.infer<typeof Activity>;

/** Gives `undefined` for what is no activity at all. */
export const parseActivity = (body: unknown): Activity | undefined => Activity.safeParse(body).data;

/** All tenants that the activity names; they ought to be one. */
export const tenantsOf = (activity: Activity): readonly string[] =>
  [...new Set([activity.channelData?.tenant?.id, activity.conversation?.tenantId].flatMap((id) => (id ? [id.toLowerCase()] : [])))];

const ignored = (why: string): Inbound => ({ kind: 'ignored', why });

/** What an activity means to the office. Never throws. */
export function readActivity(activity: Activity): Inbound {
  const where = whereOf(activity);
  if (where === undefined) return ignored('no place that we know');
  switch (activity.type) {
    case 'message':
      return readMessage(activity, where);
    case 'invoke':
      return readInvoke(activity, where);
    case 'installationUpdate':
      return readInstallation(activity, where);
    case 'conversationUpdate':
      return readConversationUpdate(activity, where);
    default:
      return ignored('a kind of activity that we do not use');
  }
}

const KINDS = ['channel', 'groupChat', 'personal'] as const;

function whereOf(activity: Activity): Where | undefined {
  const address = addressOf(activity);
  const { conversation, channelData, replyToId } = activity;
  if (address === undefined || conversation === undefined) return undefined;
  return {
    address,
    thread: conversation.id,
    ...present('card', replyToId),
    ...present('channelName', address.kind === 'personal' ? undefined : (channelData?.channel?.name ?? conversation.name)),
    ...present('teamName', address.kind === 'channel' ? channelData?.team?.name : undefined),
  };
}

const present = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, string>);

function addressOf(activity: Activity): Address | undefined {
  const { conversation, serviceUrl, channelData } = activity;
  const [tenant] = tenantsOf(activity);
  const kind = kindOf(activity);
  if (!conversation?.id || serviceUrl === undefined || tenant === undefined || kind === undefined) return undefined;
  const id = conversation.id.replace(/;messageid=.*$/s, '');
  const address = { kind, tenant, serviceUrl, conversation: id, ...present('team', kind === 'channel' ? channelData?.team?.id : undefined) };
  return isOfTeams(address) ? address : undefined;
}

/** Ids of Teams are printable, without blanks, and no longer than what a store takes for a name. */
const isOfTeams = ({ tenant, conversation, team = conversation }: Address): boolean => [tenant, conversation, team].every((id) => /^[!-~]{1,240}$/.test(id));

/** A conversation that does not say what it is, and is of no team, is no place: it might be a shared one. */
const kindOf = ({ conversation, channelData }: Activity): Address['kind'] | undefined =>
  KINDS.find((known) => known === conversation?.conversationType) ?? (channelData?.team === undefined ? undefined : 'channel');

function callerOf({ from }: Activity, tenant: string): Caller | undefined {
  const person = parsePersonId(from?.aadObjectId ?? '');
  return person.ok && from?.id ? { person: person.value, name: from.name ?? '', teamsId: from.id, tenant } : undefined;
}

const NOBODY = ignored('the sender is not a person');

function readMessage(activity: Activity, where: Where): Inbound {
  const caller = callerOf(activity, where.address.tenant);
  if (caller === undefined) return NOBODY;
  const said = activity.text ?? '';
  if (said.trim() !== '') {
    const { id, name } = activity.recipient ?? {};
    return { kind: 'said', caller, where, text: spoken(said, activity.entities ?? [], { id: id ?? '', ...present('name', name) }) };
  }
  const data = Data.safeParse(activity.value).data;
  return data === undefined ? ignored('a message without words') : { kind: 'pressed', caller, where, data, by: 'submit', trigger: 'manual' };
}

const Data = z.record(z.string(), z.unknown());
const Pressed = z.object({ action: z.object({ data: optional(Data) }), trigger: optional(short) });

function readInvoke(activity: Activity, where: Where): Inbound {
  if (isOfDialog(activity)) return readDialog(activity, where);
  if (activity.name !== 'adaptiveCard/action') return ignored('a kind of invoke that we do not use');
  const caller = callerOf(activity, where.address.tenant);
  if (caller === undefined) return NOBODY;
  const pressed = Pressed.safeParse(activity.value).data;
  if (pressed === undefined) return ignored('a press without an action');
  const trigger = pressed.trigger === 'automatic' ? 'automatic' : 'manual';
  return { kind: 'pressed', caller, where, data: pressed.action.data ?? {}, by: 'execute', trigger };
}

const isOfDialog = ({ name }: Activity): boolean => name === 'task/fetch' || name === 'task/submit';
const InDialog = z.object({ data: optional(Data) });

/** 画面: a button that opens a dialog, on a posted card; or one within the dialog, on a card that stands nowhere else. What cannot be read is a press all the same, so that somebody is told. */
function readDialog(activity: Activity, { card, ...where }: Where): Inbound {
  const caller = callerOf(activity, where.address.tenant);
  if (caller === undefined) return NOBODY;
  const data = InDialog.safeParse(activity.value).data?.data ?? {};
  const on = activity.name === 'task/fetch' ? present('card', card) : {};
  return { kind: 'pressed', caller, where: { ...where, ...on, dialog: true }, data, by: 'dialog', trigger: 'manual' };
}

const installed = (activity: Activity, where: Where): Extract<Inbound, { kind: 'installed' }> => {
  const caller = callerOf(activity, where.address.tenant);
  return { kind: 'installed', where, ...(caller ? { caller } : {}) };
};

function readInstallation(activity: Activity, where: Where): Inbound {
  const action = (activity.action ?? '').toLowerCase();
  if (action === 'add') return installed(activity, where);
  if (action === 'add-upgrade') return { ...installed(activity, where), upgraded: true };
  if (action === 'remove' || action === 'remove-upgrade') return { kind: 'removed', where };
  return ignored('an installation that neither adds nor removes');
}

const CHANNEL_EVENTS = { channelCreated: 'created', channelRenamed: 'renamed', channelDeleted: 'deleted', channelRestored: 'restored' } as const;
/** A team that got another name, or came back, is read anew as if installed again. */
const TEAM_EVENTS = { teamDeleted: 'removed', teamHardDeleted: 'removed', teamRenamed: 'installed', teamRestored: 'installed' } as const;

const at = <T extends object>(table: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(table, key) ? table[key as keyof T] : undefined;

function readConversationUpdate(activity: Activity, where: Where): Inbound {
  const event = activity.channelData?.eventType ?? '';
  const change = at(CHANNEL_EVENTS, event);
  if (change !== undefined) return readChannelEvent(activity, where, change);
  switch (at(TEAM_EVENTS, event) ?? comingOrGoing(activity)) {
    case 'removed':
      return { kind: 'removed', where };
    case 'installed':
      return installed(activity, where);
    case undefined:
      return ignored('other people came or went');
  }
}

function readChannelEvent(activity: Activity, where: Where, change: Extract<Inbound, { kind: 'channel' }>['change']): Inbound {
  const { id, name = '' } = activity.channelData?.channel ?? {};
  return id === undefined ? ignored('an event of a channel without its id') : { kind: 'channel', where, change, channel: { id, name } };
}

/** Of the bot itself. Its coming into a personal chat is told by the installation already, and twice would be once too often. */
function comingOrGoing({ recipient, membersAdded, membersRemoved, conversation }: Activity): 'installed' | 'removed' | undefined {
  const isBot = (member: { readonly id: string }): boolean => member.id === recipient?.id;
  if (membersRemoved?.some(isBot)) return 'removed';
  return membersAdded?.some(isBot) && conversation?.conversationType !== 'personal' ? 'installed' : undefined;
}
