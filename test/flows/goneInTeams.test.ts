import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendProblem } from '../../src/domain/outbox.ts';
import { sectionId } from '../fixtures/office.ts';
import { channel } from '../fixtures/places.ts';
import { at, runningOffice, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const PARTITION = 'saiwai:office';
let ward: RunningOffice;
beforeEach(async () => { ward = await runningOffice(); });

const postsIn = (conversation: string) => ward.teams.posts.filter(({ to }) => to.conversation === conversation);
const stateOf = async (key: string) => (await ward.store.outbox.list('saiwai:FY2026-mid')).find(({ doc }) => doc.message.key === key)?.doc.delivery.state;

/** As Teams says it of a thread whose first message somebody deleted. */
const GONE: SendProblem = { kind: 'refused', why: '404 ActivityNotFoundInConversation', status: 404, placeLost: false };
const REMIND = 'saiwai:FY2026-mid:remind-2:2026-10-16:soumu';

describe('an ask that somebody deleted', () => {
  beforeEach(() => ward.beat('2026-10-06 10:00'));

  it('does not take the お知らせ with it: it is said in a thread of its own', async () => {
    ward.teams.fail(SOUMU.conversation, GONE);
    await ward.beat('2026-10-16 10:00');
    expect(postsIn(SOUMU.conversation).map(({ thread }) => thread)).toEqual([undefined, undefined]);
    expect(await stateOf(REMIND)).toBe('delivered');
  });

  it.each<[string, SendProblem]>([
    ['the channel is gone', { kind: 'refused', why: '404 ConversationNotFound', status: 404, placeLost: true }],
    ['the bot is shut out', { kind: 'refused', why: '403', status: 403, placeLost: true }],
    ['the message is at fault', { kind: 'refused', why: '400', status: 400, placeLost: false }],
    ['nobody knows whether it arrived', { kind: 'uncertain', why: '502' }],
  ])('and nothing is tried a second time where %s', async (_, problem) => {
    ward.teams.fail(SOUMU.conversation, problem);
    await ward.beat('2026-10-16 10:00');
    expect(postsIn(SOUMU.conversation)).toHaveLength(1);
  });
});

describe('a channel that was deleted while the service was away', () => {
  it('gives up its binding as soon as anything is heard of its team, to the channel that was made in its stead', async () => {
    const anew = channel('ch-soumu-2', '総務課');
    const others = [channel('ch-eisei', '衛生課'), channel('ch-meeting', '区部長会議')];
    ward.teams.channelsOf.set(SOUMU.team ?? '', others);
    await ward.desk.received({ kind: 'channel', where: at(SOUMU), change: 'created', channel: anew });
    expect((await ward.store.places.get(PARTITION, 'places'))?.doc.sections[sectionId('soumu')]?.address.conversation).toBe('ch-soumu-2');
  });

  it.each([['is not in the list yet', []], ['still bears its old name there', [channel('ch-soumu', '旧庶務課')]]])('though the channel that the event is about %s, the event counts', async (_, list) => {
    ward.teams.channelsOf.set(SOUMU.team ?? '', [...list, channel('ch-eisei', '衛生課'), channel('ch-meeting', '区部長会議')]);
    await ward.desk.received({ kind: 'channel', where: at(SOUMU), change: 'renamed', channel: channel('ch-soumu', '総務企画課') });
    const places = (await ward.store.places.get(PARTITION, 'places'))?.doc;
    expect(places?.sections[sectionId('soumu')]?.address.conversation).toBe('ch-soumu');
    expect(places?.teams[0]?.channels.find(({ id }) => id === 'ch-soumu')?.name).toBe('総務企画課');
  });

  it('is known from before where the list cannot be read', async () => {
    ward.teams.channels = async () => ({ ok: false, error: { kind: 'uncertain', why: '502' } });
    await ward.desk.received({ kind: 'channel', where: at(SOUMU), change: 'created', channel: channel('ch-new', '雑談') });
    expect((await ward.store.places.get(PARTITION, 'places'))?.doc.teams[0]?.channels.map(({ id }) => id)).toEqual(['ch-soumu', 'ch-eisei', 'ch-meeting', 'ch-new']);
  });
});
