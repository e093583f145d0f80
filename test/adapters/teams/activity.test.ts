import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseActivity, readActivity } from '../../../src/adapters/teams/activity.ts';
import type { Inbound } from '../../../src/ports.ts';
import { BOT, CHANNEL, executed, inDialog, HANAKO, inChannel, inPersonalChat, said, submitted, TEAM, THREAD, type Wire } from '../../fixtures/activities.ts';
import { TENANT } from '../../fixtures/sts.ts';

const SERVICE = 'https://smba.trafficmanager.net/jp/';

function read(wire: Wire): Inbound {
  const activity = parseActivity(wire);
  if (activity === undefined) throw new Error('not an activity');
  return readActivity(activity);
}
const textOf = (inbound: Inbound): string | undefined => (inbound.kind === 'said' ? inbound.text : undefined);
const mention = (text: string, mentioned: Wire = BOT): Wire => ({ type: 'mention', text, mentioned });

const where = {
  address: { kind: 'channel', tenant: TENANT, serviceUrl: SERVICE, conversation: CHANNEL, team: TEAM }, thread: THREAD, channelName: '総務課', teamName: '幸区役所',
};
const caller = { person: HANAKO.aadObjectId, name: HANAKO.name, teamsId: HANAKO.id, tenant: TENANT };

describe('what was said', () => {
  it('is told with who said it and where, as far as it can be answered', () => {
    expect(read(said(SERVICE, '状況'))).toEqual({ kind: 'said', caller, where, text: '状況' });
  });

  it.each([
    ['<at>取りまとめ</at> 状況', [mention('<at>取りまとめ</at>')], '状況', 'one mention of the bot'],
    ['<at>取りまとめ</at>状況 <at>取りまとめ</at>', [mention('<at>取りまとめ</at>')], '状況', 'the same mention twice'],
    ['<at>Torimatome bot</at>状況<at>Torimatome bot</at>', [mention('<at>Torimatome bot</at>')], '状況', 'a mention by another name than its own, twice'],
    ['<at>取りまとめ</at>&nbsp;<at>まとめ</at> /status', [mention('<at>取りまとめ</at>'), mention('<at>まとめ</at>')], '/status', 'two mentions under two names'],
    ['<at id="0">取りまとめ</at> 状況', [mention('', BOT)], '状況', 'a mention whose text the client left out'],
    ['<at>取りまとめ</at>\u00a0\u200b状況\ufeff', [mention('<at>取りまとめ</at>')], '状況', 'blanks that do not break and have no width'],
    ['<at>取りまとめ</at> <at>鈴木</at> の分', [mention('<at>取りまとめ</at>'), mention('<at>鈴木</at>', { id: '29:suzuki', name: '鈴木' })], '<at>鈴木</at> の分', 'a colleague, who stays'],
    ['一行目\r\n二行目', [], '一行目\n二行目', 'two lines'],
    ['<at>取りまとめ</at>', [mention('<at>取りまとめ</at>')], '', 'nothing but the bot'],
    ['<at>a.*(b $&</at> 状況 <at>aXb</at>', [mention('', { ...BOT, name: 'a.*(b $&' })], '状況 <at>aXb</at>', 'a name full of signs that mean something to a pattern'],
  ])('%j is understood without the bot: %s', (text, entities, expected) => {
    expect(textOf(read(said(SERVICE, text, { entities })))).toBe(expected);
  });

  it('is heard although there are entities of kinds we do not know', () => {
    expect(textOf(read(said(SERVICE, '状況', { entities: [null, 1, { type: 'mention' }, { type: 'clientInfo', locale: 'ja' }] })))).toBe('状況');
  });

  it.each([[undefined], [null], [''], ['user-id-0'], ['00000000-0000-0000-0000-0000000000020'], [{}]])('by nobody with an object id (%j) is not heard', (aadObjectId) => {
    const wire = said(SERVICE, '状況', { from: { ...HANAKO, aadObjectId } });
    const activity = parseActivity(wire);
    if (activity !== undefined) expect(readActivity(activity)).toEqual({ kind: 'ignored', why: 'the sender is not a person' });
  });

  it('by somebody whose object id is in capitals is by the same person', () => {
    const wire = said(SERVICE, '状況', { from: { ...HANAKO, aadObjectId: 'ABCDEF00-0000-4000-8000-000000000001' } });
    expect(read(wire)).toMatchObject({ caller: { person: 'abcdef00-0000-4000-8000-000000000001' } });
  });
});

describe('what was pressed', () => {
  const data = { do: 'form.submit', 'f.soumu-01.done': 'した' };

  it('with Execute comes with its inputs, its card, and who set it off', () => {
    expect(read(executed(SERVICE, data))).toEqual({ kind: 'pressed', caller, where: { ...where, card: 'card-1' }, data, by: 'execute', trigger: 'manual' });
    expect(read(executed(SERVICE, data, {}, 'automatic'))).toMatchObject({ trigger: 'automatic' });
  });

  it('with Submit comes as a message without words', () => {
    expect(read(submitted(SERVICE, data))).toEqual({ kind: 'pressed', caller, where: { ...where, card: 'card-1' }, data, by: 'submit', trigger: 'manual' });
    expect(read(submitted(SERVICE, data, { text: ' ' }))).toMatchObject({ kind: 'pressed' });
  });

  it.each([
    ['no data', executed(SERVICE, undefined), {}],
    ['data that is null', executed(SERVICE, null), {}],
  ])('with %s is still a press', (_, wire, expected) => {
    expect(read(wire)).toMatchObject({ kind: 'pressed', data: expected });
  });

  it.each([
    ['data that is a text', executed(SERVICE, 'x')],
    ['no action', executed(SERVICE, {}, { value: {} })],
    ['no value', executed(SERVICE, {}, { value: undefined })],
    ['another name', executed(SERVICE, {}, { name: 'composeExtension/query' })],
    ['a text for a value', submitted(SERVICE, 'x')],
    ['a list for a value', submitted(SERVICE, [1])],
    ['neither words nor value', submitted(SERVICE, undefined)],
    ['nobody who pressed', executed(SERVICE, {}, { from: { id: '28:bot' } })],
  ])('with %s is no press', (_, wire) => {
    expect(read(wire).kind).toBe('ignored');
  });
});

describe('what was pressed for a dialog, and in one', () => {
  const data = { do: 'form.open', 'f.soumu-01.done': 'した' };
  const dialog = { ...where, dialog: true };

  it('opens it from a posted card, which is known', () => {
    expect(read(inDialog(SERVICE, 'task/fetch', { data }))).toEqual({ kind: 'pressed', caller, where: { ...dialog, card: 'card-1' }, data, by: 'dialog', trigger: 'manual' });
  });

  it('stands in it, and on no card of the conversation', () => {
    expect(read(inDialog(SERVICE, 'task/submit', { data }))).toEqual({ kind: 'pressed', caller, where: dialog, data, by: 'dialog', trigger: 'manual' });
  });

  it.each([[undefined], [null], ['x'], [[1]], [{}], [{ data: 'x' }], [{ data: [1] }], [{ data: null }]])('with %j for a value is a press of nothing that we know, so that its answer can say so', (value) => {
    for (const name of ['task/fetch', 'task/submit'] as const) expect(read(inDialog(SERVICE, name, value))).toMatchObject({ kind: 'pressed', by: 'dialog', data: {} });
  });

  it('by nobody is no press', () => {
    expect(read(inDialog(SERVICE, 'task/submit', { data }, { from: { id: '28:bot' } })).kind).toBe('ignored');
  });
});

describe('where it was', () => {
  it('in a personal chat is that chat, without a team', () => {
    expect(read(inPersonalChat(SERVICE, { type: 'message', text: '状況' }))).toMatchObject({
      where: { address: { kind: 'personal', tenant: TENANT, serviceUrl: SERVICE, conversation: 'a:personal' }, thread: 'a:personal' },
    });
  });

  it('in a group chat is that chat, with its name if it has one', () => {
    const conversation = { id: '19:group', conversationType: 'groupChat', name: '総務課' };
    const inbound = read(inPersonalChat(SERVICE, { type: 'message', text: '状況', conversation }));
    expect(inbound).toMatchObject({ where: { address: { kind: 'groupChat', conversation: '19:group' }, thread: '19:group', channelName: '総務課' } });
  });

  it('in a chat belongs to no team, and a personal one has no name, whatever else is said', () => {
    const team = { tenant: { id: TENANT }, team: { id: TEAM, name: '幸区役所' } };
    const inbound = read(inPersonalChat(SERVICE, { type: 'message', text: '状況', conversation: { id: 'a:1', conversationType: 'personal', name: '花子' }, channelData: team }));
    expect(inbound).toMatchObject({ kind: 'said' });
    expect((inbound as { where: unknown }).where).toEqual({ address: { kind: 'personal', tenant: TENANT, serviceUrl: SERVICE, conversation: 'a:1' }, thread: 'a:1' });
  });

  it('has no name where the name is empty', () => {
    const wire = said(SERVICE, '状況', { conversation: { id: THREAD, conversationType: 'channel', name: '総務課' }, channelData: { tenant: { id: TENANT }, team: { id: TEAM, name: '' }, channel: { id: CHANNEL, name: '' } } });
    expect((read(wire) as { where: unknown }).where).toEqual({ address: where.address, thread: THREAD, channelName: '総務課' });
  });

  it.each([
    ['no conversation', { conversation: undefined }],
    ['a conversation of no kind and no team', { conversation: { id: 'x' }, channelData: { tenant: { id: TENANT } } }],
    ['no tenant', { conversation: { id: 'x', conversationType: 'channel' }, channelData: {} }],
    ['no serviceUrl', { serviceUrl: undefined }],
    ['a conversation that Teams would not call so', { conversation: { id: '総務 課', conversationType: 'groupChat' } }],
    ['a conversation of an endless name', { conversation: { id: 'x'.repeat(1_990), conversationType: 'groupChat' } }],
    ['a tenant that Teams would not call so', { conversation: { id: 'x', conversationType: 'groupChat', tenantId: '別の 市' }, channelData: {} }],
  ])('with %s is nowhere', (_, given) => {
    expect(read(said(SERVICE, '状況', given))).toEqual({ kind: 'ignored', why: 'no place that we know' });
  });

  it('in a team without a kind is a channel', () => {
    expect(read(said(SERVICE, '状況', { conversation: { id: THREAD } }))).toMatchObject({ where: { address: { kind: 'channel' } } });
  });
});

describe('what happened to the bot and its places', () => {
  it.each([
    ['add', 'installed'], ['add-upgrade', 'installed'], ['Add', 'installed'],
    ['remove', 'removed'], ['remove-upgrade', 'removed'], ['REMOVE', 'removed'], ['', 'ignored'], ['adding', 'ignored'],
  ])('an installation "%s" is %s', (action, kind) => {
    expect(read(inChannel(SERVICE, { type: 'installationUpdate', action })).kind).toBe(kind);
  });

  it.each([
    ['the bot came', { membersAdded: [{ id: 'x' }, { id: BOT.id }] }, 'installed'],
    ['others came', { membersAdded: [{ id: 'x' }] }, 'ignored'],
    ['the bot went', { membersRemoved: [{ id: BOT.id }] }, 'removed'],
    ['others went', { membersRemoved: [{ id: 'x' }] }, 'ignored'],
    ['nobody says who the bot is', { membersAdded: [{ id: 'x' }], recipient: undefined }, 'ignored'],
  ])('when %s it is %s', (_, given, kind) => {
    expect(read(inChannel(SERVICE, { type: 'conversationUpdate', ...given })).kind).toBe(kind);
  });

  it('whoever installed it is told, if it was a person', () => {
    expect(read(inChannel(SERVICE, { type: 'installationUpdate', action: 'add' }))).toEqual({ kind: 'installed', where, caller });
    expect(read(inChannel(SERVICE, { type: 'installationUpdate', action: 'add', from: undefined }))).toEqual({ kind: 'installed', where });
  });
  it('a newer version of the bot is nobody’s coming', () => {
    expect(read(inChannel(SERVICE, { type: 'installationUpdate', action: 'add-upgrade' }))).toEqual({ kind: 'installed', where, caller, upgraded: true });
  });

  const event = (eventType: string, channel: unknown = { id: '19:eisei', name: '衛生課' }): Wire =>
    inChannel(SERVICE, { type: 'conversationUpdate', channelData: { tenant: { id: TENANT }, team: { id: TEAM, name: '幸区' }, channel, eventType } });

  it.each([['channelCreated', 'created'], ['channelRenamed', 'renamed'], ['channelDeleted', 'deleted'], ['channelRestored', 'restored']])('%s says which channel was %s', (eventType, change) => {
    expect(read(event(eventType))).toMatchObject({ kind: 'channel', change, channel: { id: '19:eisei', name: '衛生課' } });
  });

  it.each([['teamDeleted', 'removed'], ['teamHardDeleted', 'removed'], ['teamRenamed', 'installed'], ['teamRestored', 'installed'], ['teamArchived', 'ignored'], ['toString', 'ignored'], ['constructor', 'ignored']])('%s is %s', (eventType, kind) => {
    expect(read(event(eventType)).kind).toBe(kind);
  });

  it('a channel without an id cannot have changed', () => {
    expect(read(event('channelRenamed', { name: '衛生課' })).kind).toBe('ignored');
  });

  it.each([['messageReaction'], ['typing'], ['event'], ['messageUpdate'], ['__proto__']])('a %s is nothing to us', (type) => {
    expect(read(inChannel(SERVICE, { type, text: '状況', value: {} })).kind).toBe('ignored');
  });
});

describe('the Agents Playground', () => {
  const captured = JSON.parse(readFileSync(new URL('../../fixtures/playground-activities.json', import.meta.url), 'utf8')) as Record<string, Wire>;

  it.each([
    ['personalInstall', { kind: 'installed', where: { address: { kind: 'personal', conversation: 'personal-90' } } }],
    ['personalConversationUpdate', { kind: 'ignored' }],
    ['personalSaid', { kind: 'said', text: '状況' }],
    ['personalSubmit', { kind: 'pressed', by: 'submit', where: { card: '1795354590297' } }],
    ['personalExecute', { kind: 'pressed', by: 'execute', trigger: 'manual', where: { card: '1795354590297' } }],
    ['groupInstall', { kind: 'installed', where: { address: { kind: 'groupChat', conversation: 'chat-soumu' }, channelName: '総務課' } }],
    ['groupConversationUpdate', { kind: 'installed' }],
    ['groupSaid', { kind: 'said', text: '状況', where: { thread: 'chat-soumu' } }],
    ['groupExecute', { kind: 'pressed' }],
    ['groupSubmit', { kind: 'pressed' }],
    ['channelInstall', { kind: 'installed', where: { address: { kind: 'channel', conversation: 'channel-kubucho', team: 'team-saiwai' }, channelName: '区部長会議', teamName: '幸区役所' } }],
    ['channelConversationUpdate', { kind: 'installed', where: { channelName: '区部長会議' } }],
    ['channelSaid', { kind: 'said', text: 'まとめ', where: { address: { conversation: 'channel-kubucho' }, thread: 'channel-kubucho;messageid=1795354598450' } }],
    ['channelExecute', { kind: 'pressed', where: { card: '1795354599364' } }],
    ['generalInstall', { kind: 'installed', where: { address: { conversation: 'team-saiwai', team: 'team-saiwai' } } }],
  ])('is understood when it sends %s', (name, expected) => {
    expect(read(captured[name] ?? {})).toMatchObject(expected);
  });
});

it('whatever comes is read without a throw, and only a message or a press is ever somebody speaking', () => {
  const field = fc.anything({ withNullPrototype: true, maxDepth: 3 });
  const wire = fc.record(
    {
      type: fc.oneof(fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate', 'event'), fc.string()),
      name: fc.oneof(fc.constant('adaptiveCard/action'), field), text: fc.oneof(fc.string({ unit: 'binary' }), field), value: field, action: field,
      serviceUrl: fc.oneof(fc.constant(SERVICE), field), from: fc.oneof(fc.constant(HANAKO), field), recipient: fc.oneof(fc.constant(BOT), field),
      conversation: fc.oneof(fc.constant({ id: THREAD, conversationType: 'channel', tenantId: TENANT }), field), channelData: field, entities: fc.oneof(fc.array(field), field),
      membersAdded: field, membersRemoved: field, replyToId: field,
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(wire, (given) => {
      const activity = parseActivity(given);
      if (activity === undefined) return;
      const inbound = readActivity(activity);
      if (inbound.kind === 'said') expect([given.type, given.from]).toEqual(['message', HANAKO]);
      if (inbound.kind === 'pressed') expect(given.from).toEqual(HANAKO);
    }),
    { numRuns: 400 },
  );
});
