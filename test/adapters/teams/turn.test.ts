import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { elapsedClock } from '../../../src/adapters/clock.ts';
import { parseActivity } from '../../../src/adapters/teams/activity.ts';
import { makeTurn } from '../../../src/adapters/teams/turn.ts';
import type { Answer } from '../../../src/ports.ts';
import { CHANNEL, executed, inDialog, inPersonalChat, said, submitted, THREAD, type Wire } from '../../fixtures/activities.ts';
import { content, openEdge, type Edge } from '../../fixtures/edge.ts';
import { handClock } from '../../fixtures/handClock.ts';
import { localSettings, TENANT } from '../../fixtures/sts.ts';

let edge: Edge;
beforeEach(async () => { edge = await openEdge(localSettings()); });
afterEach(() => edge.stop());

const url = (): string => edge.connector.url;
const done = content('受け付けました');
const replace: Answer = { kind: 'replace', content: done };
const sends = (): readonly (readonly [string, string])[] => edge.connector.requests.map(({ method, path }) => [method, path]);
const posting = ['POST', `/v3/conversations/${THREAD}/activities`] as const;
const editing = ['PUT', `/v3/conversations/${THREAD}/activities/card-1`] as const;

/** Says it, hears the answer, and waits until the edge has nothing more to do. */
async function tell(activity: Wire): Promise<{ readonly status: number; readonly body: unknown }> {
  const { status, text } = await edge.receive(activity);
  await edge.idle();
  return { status, body: text === '' ? undefined : JSON.parse(text) };
}
const envelope = (statusCode: number, type: string, value: unknown) => ({ status: 200, body: { statusCode, type: `application/vnd.microsoft.${type}`, value } });

describe('a press with Execute', () => {
  it('is answered with the new card, and the posted one is changed too', async () => {
    edge.says(replace);
    expect(await tell(executed(url(), {}))).toEqual(envelope(200, 'card.adaptive', done.card));
    expect(sends()).toEqual([editing]);
    expect(edge.connector.stored.get('card-1')).toMatchObject({ attachments: [{ content: done.card }] });
  });

  it('has its answer, whatever becomes of what is sent', async () => {
    const hasty = await openEdge(localSettings(), { timeoutMillis: 300 });
    hasty.says(replace);
    hasty.connector.next({ kind: 'hang' });
    await hasty.receive(executed(hasty.connector.url, {}));
    expect(hasty.log.lines).toEqual([]);
    await hasty.idle();
    expect(hasty.log.lines).toMatchObject([{ what: 'an answer was not delivered', facts: { kind: 'uncertain' } }]);
    await hasty.stop();
  });

  it('by a client that refreshes is answered, and never with an edit', async () => {
    edge.says(replace);
    expect(await tell(executed(url(), {}, {}, 'automatic'))).toEqual(envelope(200, 'card.adaptive', done.card));
    expect(sends()).toEqual([]);
  });

  it('whose card cannot be named is answered all the same', async () => {
    edge.says(replace);
    expect(await tell(executed(url(), {}, { replyToId: undefined }))).toEqual(envelope(200, 'card.adaptive', done.card));
    expect(sends()).toEqual([]);
  });

  it('names in the returned card whoever it mentions', async () => {
    edge.says({ kind: 'replace', content: content('<at>花子</at>', { mentions: [{ teamsId: '29:h', name: '花子' }] }) });
    expect(await tell(executed(url(), {}))).toMatchObject({ body: { value: { msteams: { entities: [{ mentioned: { id: '29:h' } }] } } } });
  });

  it('whose edit fails is answered, and the failure is in the log', async () => {
    edge.says(replace);
    edge.connector.next({ kind: 'status', status: 404, code: 'ActivityNotFoundInConversation' });
    expect(await tell(executed(url(), {}))).toMatchObject({ status: 200 });
    expect(sends()).toEqual([editing]);
    expect(edge.log.lines).toContainEqual(expect.objectContaining({ level: 'warn', what: 'an answer was not delivered' }));
  });

  it('is answered with a short line', async () => {
    edge.says({ kind: 'words', text: '保存しました。' });
    expect(await tell(executed(url(), {}))).toEqual(envelope(200, 'activity.message', '保存しました。'));
    expect(sends()).toEqual([]);
  });

  it('may lead to a post of its own, and leaves its card as it is', async () => {
    edge.says({ kind: 'post', content: done });
    expect(await tell(executed(url(), {}))).toEqual(envelope(200, 'activity.message', ''));
    expect(sends()).toEqual([posting]);
  });

  it.each<[Answer['kind'], Answer]>([['post', { kind: 'post', content: done, aside: '下に表示しました。' }], ['nothing', { kind: 'nothing', aside: '下に表示しました。' }]])('has a short word on its card, beside a %s', async (_, answer) => {
    edge.says(answer);
    expect(await tell(executed(url(), {}))).toEqual(envelope(200, 'activity.message', '下に表示しました。'));
    expect(sends()).toEqual(answer.kind === 'post' ? [posting] : []);
  });

  it('by a client that refreshes leads to no post', async () => {
    edge.says({ kind: 'post', content: done });
    expect(await tell(executed(url(), {}, {}, 'automatic'))).toEqual(envelope(200, 'activity.message', ''));
    expect(sends()).toEqual([]);
  });

  it('of which nothing comes still has the whole envelope', async () => {
    expect(await tell(executed(url(), {}))).toEqual(envelope(200, 'activity.message', ''));
  });

  it('that breaks something is told so in the envelope, without a word about what', async () => {
    edge.says(async () => { throw new Error('secret of the inside'); });
    const told = await tell(executed(url(), {}));
    expect(told).toEqual(envelope(500, 'error', { code: 'ServiceError', message: 'ServiceError' }));
    expect(edge.log.lines).toContainEqual(expect.objectContaining({ level: 'error', what: 'a press could not be answered' }));
  });
});

describe('the redrawing of a card that was pressed', () => {
  const LONG_ENOUGH_MILLIS = 100;
  const clock = handClock();
  let timed: Edge;
  const address = { kind: 'channel', tenant: TENANT, conversation: CHANNEL } as const;
  const post = () => timed.gateway.post({ ...address, serviceUrl: timed.connector.url }, done, THREAD);
  /** Whether it has been answered by now. */
  const press = (title: string): { answered: boolean; readonly answer: Promise<void> } => {
    timed.says({ kind: 'replace', content: content(title) });
    const state = { answered: false, answer: Promise.resolve() };
    state.answer = timed.receive(executed(timed.connector.url, {})).then(() => { state.answered = true; });
    return state;
  };
  const meanwhile = () => elapsedClock.sleep(LONG_ENOUGH_MILLIS);
  const drawn = () => timed.connector.requests.map(({ method, body }) => [method, JSON.stringify(body).match(/[一二三]枚目|受け付けました/)?.[0]]);

  beforeEach(async () => { timed = await openEdge(localSettings(), { elapsed: clock }); });
  afterEach(async () => {
    await clock.pass(10_000);
    await timed.stop();
    await clock.pass(10_000);
  });

  it('arrives together with the answer, though its thread has to be left alone for a moment: nothing is typed in between', async () => {
    await press('一枚目').answer;
    await timed.sent(1);
    await clock.pass(400);
    const second = press('二枚目');
    await meanwhile();
    expect(second.answered).toBe(false);
    await clock.pass(600);
    await Promise.all([second.answer, timed.sent(2)]);
    expect(drawn()).toEqual([['PUT', '一枚目'], ['PUT', '二枚目']]);
  });

  it('keeps nobody waiting longer than 0.9 seconds', async () => {
    await press('一枚目').answer;
    await clock.pass(50);
    await press('二枚目').answer;
    expect(drawn()).toEqual([['PUT', '一枚目']]);
    await clock.pass(1_000);
    await timed.sent(2);
  });

  it('goes before whatever else waits in its thread', async () => {
    void post();
    void post();
    await timed.sent(1);
    await clock.pass(400);
    const pressed = press('一枚目');
    await meanwhile();
    await clock.pass(600);
    await Promise.all([pressed.answer, timed.sent(2)]);
    await clock.pass(1_000);
    await timed.sent(3);
    expect(drawn()).toEqual([['POST', '受け付けました'], ['PUT', '一枚目'], ['POST', '受け付けました']]);
  });

  it('shows what was answered last, where several of one card would wait: no older one is drawn over it', async () => {
    await press('一枚目').answer;
    await press('二枚目').answer;
    await press('三枚目').answer;
    await clock.pass(10_000);
    await timed.idle();
    expect(drawn()).toEqual([['PUT', '一枚目'], ['PUT', '三枚目']]);
  });

  it('waits for no answer of Teams, and what broke in it is told when the answer is out', async () => {
    const broken = async (): Promise<never> => { throw new Error('broken'); };
    const turn = makeTurn({ desk: { received: async () => replace }, gateway: { ...timed.gateway, say: broken, edit: broken }, log: timed.log });
    const activity = parseActivity(executed(timed.connector.url, {}));
    const reply = activity && (await turn(activity));
    expect(reply?.body).toMatchObject({ value: done.card });
    await expect(reply?.afterwards?.()).rejects.toThrow('broken');
  });
});

describe('a card for the eyes of whoever looks at it', () => {
  const view: Answer = { kind: 'view', content: done };

  it.each(['automatic', 'manual'])('is answered, and never written into the conversation (%s)', async (trigger) => {
    edge.says(view);
    expect(await tell(executed(url(), {}, {}, trigger))).toEqual(envelope(200, 'card.adaptive', done.card));
    expect(sends()).toEqual([]);
  });

  it('reaches nobody by a Submit, whose answers everybody reads', async () => {
    edge.says(view);
    expect(await tell(submitted(url(), {}))).toEqual({ status: 200, body: undefined });
    expect(sends()).toEqual([]);
  });
});

describe.each(['task/fetch', 'task/submit'] as const)('a press that %s tells of', (name) => {
  const press = () => tell(inDialog(url(), name, { data: { do: 'form.open' } }));
  const task = (type: string, value: unknown) => ({ status: 200, body: { task: { type, value } } });

  it.each<[Answer['kind'], Answer]>([['replace', replace], ['post', { kind: 'post', content: done, aside: '下に表示しました。' }], ['view', { kind: 'view', content: done }]])('is answered with the card in the dialog (%s), and nothing is sent', async (_, answer) => {
    edge.says(answer);
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: done.card };
    expect(await press()).toEqual(task('continue', { title: done.summary, width: 'medium', height: 'large', card }));
    expect(sends()).toEqual([]);
  });

  it.each<[Answer['kind'], Answer]>([['words', { kind: 'words', text: '送りました。' }], ['nothing', { kind: 'nothing', aside: '送りました。' }]])('is answered with words (%s)', async (_, answer) => {
    edge.says(answer);
    expect(await press()).toEqual(task('message', '送りました。'));
    expect(sends()).toEqual([]);
  });

  it('is answered with nothing where there is nothing', async () => {
    expect(await press()).toEqual({ status: 200, body: undefined });
  });

  it('and that breaks something is answered on 200, without a word about what', async () => {
    edge.says(async () => { throw new Error('secret of the inside'); });
    expect(await press()).toEqual(task('message', 'ServiceError'));
    expect(edge.log.lines).toContainEqual(expect.objectContaining({ level: 'error', what: 'a press could not be answered' }));
  });
});

describe('a press with Submit', () => {
  it('changes its card', async () => {
    edge.says(replace);
    expect(await tell(submitted(url(), {}))).toEqual({ status: 200, body: undefined });
    expect(sends()).toEqual([editing]);
  });

  it('on a card that is gone, or cannot be named, posts the new one', async () => {
    edge.says(replace);
    edge.connector.next({ kind: 'status', status: 404, code: 'ActivityNotFoundInConversation' });
    await tell(submitted(url(), {}));
    await tell(submitted(url(), {}, { replyToId: undefined }));
    expect(sends()).toEqual([editing, posting, posting]);
  });

  it.each([[500], [403], [429]])('whose edit fails with %i is not answered twice', async (status) => {
    edge.says(replace);
    edge.connector.next({ kind: 'status', status });
    await tell(submitted(url(), {}));
    expect(sends()).toEqual([editing]);
  });

  it('is answered with words where it was pressed', async () => {
    edge.says({ kind: 'words', text: '保存しました。' });
    await tell(submitted(url(), {}));
    expect(sends()).toEqual([posting]);
    expect(edge.connector.requests[0]?.body).toMatchObject({ type: 'message', text: '保存しました。' });
  });
});

describe('what is said', () => {
  it.each<[string, Answer]>([['a card', { kind: 'post', content: done }], ['a card in place of none', replace], ['words', { kind: 'words', text: 'はい' }]])('is answered with %s, in one request, in the thread', async (_, answer) => {
    edge.says(answer);
    expect(await tell(said(url(), '状況'))).toEqual({ status: 200, body: undefined });
    expect(sends()).toEqual([posting]);
  });

  it('is not answered when there is nothing to say', async () => {
    expect(await tell(said(url(), '状況'))).toEqual({ status: 200, body: undefined });
    expect(sends()).toEqual([]);
  });

  it.each([[429], [500], [403]])('has one reply only, even if that ends in %i', async (status) => {
    edge.says({ kind: 'words', text: 'はい' });
    edge.connector.next({ kind: 'status', status });
    expect(await tell(said(url(), '状況'))).toMatchObject({ status: 200 });
    expect(sends()).toHaveLength(1);
  });

  it('is not acknowledged if it could not be handled, without a word about why', async () => {
    edge.says(async () => { throw new Error('the store is gone'); });
    expect(await edge.receive(said(url(), '状況'))).toMatchObject({ status: 500, text: '' });
    expect(edge.log.lines).toContainEqual(expect.objectContaining({ level: 'error', what: 'an activity could not be handled' }));
  });
});

it('replies and the messages of a round keep one pace together', async () => {
  const slow = await openEdge(localSettings({ sendsPerSecond: 10 }));
  slow.says({ kind: 'words', text: 'はい' });
  const chat = (id: string): Wire => inPersonalChat(slow.connector.url, { type: 'message', text: '状況', conversation: { id, conversationType: 'personal' } });
  const address = { kind: 'personal', tenant: 't', serviceUrl: slow.connector.url } as const;
  const started = performance.now();
  await Promise.all([
    slow.receive(chat('a')), slow.receive(chat('b')), slow.gateway.post({ ...address, conversation: 'c' }, done), slow.gateway.post({ ...address, conversation: 'd' }, done),
  ]);
  await slow.idle();
  expect(performance.now() - started).toBeGreaterThanOrEqual(299);
  expect(slow.connector.requests).toHaveLength(4);
  await slow.stop();
});

describe('what is not for us', () => {
  it('is received without a word', async () => {
    expect(await tell(inPersonalChat(url(), { type: 'typing' }))).toEqual({ status: 200, body: undefined });
    expect(edge.heard).toEqual([]);
  });

  it.each([['composeExtension/query'], ['adaptiveCard/action']])('but wants an answer (%s without what it needs) is a bad request', async (name) => {
    expect(await tell(executed(url(), {}, { name, value: {} }))).toEqual({ status: 400, body: undefined });
    expect(edge.heard).toEqual([]);
  });
});
