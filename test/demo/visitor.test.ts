import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { corridor } from '../../demo/corridor.ts';
import { NEXT } from '../../demo/guide.ts';
import type { Hand } from '../../demo/hand.ts';
import { heldClock, type HeldClock } from '../../demo/heldClock.ts';
import { makeVisitor, type Visitor } from '../../demo/visitor.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import type { Address } from '../../src/domain/place.ts';
import type { Answer, FrontDesk, Inbound, Store } from '../../src/ports.ts';
import { fakeTeams, textOf, type FakeTeams } from '../fixtures/fakeTeams.ts';
import { office, personId, tokyo } from '../fixtures/office.ts';
import { change, complete, report, tanaka } from '../fixtures/reports.ts';

const SEAT = 'http://localhost:1/_connector';
const chat = (kind: Address['kind'], conversation: string, serviceUrl = SEAT): { readonly address: Address; readonly thread: string } => ({
  address: { kind, tenant: 't', serviceUrl, conversation }, thread: conversation,
});
const caller = { person: personId(90), name: '山田', teamsId: 'user-90', tenant: 't' };
const pressed = (data: unknown): Inbound => ({ kind: 'pressed', caller, where: chat('personal', 'mine'), data, by: 'execute', trigger: 'manual' });
const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const pageLoaded: Inbound = { kind: 'installed', where: chat('personal', 'mine') };
const chatOpened: Inbound = { kind: 'installed', where: chat('groupChat', 'chat-soumu') };

describe('the one who looks at the demo', () => {
  let store: Store;
  let wall: HeldClock;
  let teams: FakeTeams;
  let visitor: Visitor;
  let desk: FrontDesk;
  let jumps: number;
  let printed: string[];
  /** What the front desk says to whatever comes. */
  let answered: Answer;

  /** A clock that goes on by a day at each jump. */
  const hand: Hand = {
    settle: async () => undefined,
    jump: async () => {
      jumps += 1;
      wall.jumpTo(tokyo(`2026-10-${String(6 + jumps).padStart(2, '0')} 10:00`));
      return { kind: 'jumped', sent: [`お知らせ${jumps}`] };
    },
  };
  const come = (idleSeconds = 0, startAt = tokyo('2026-10-06 10:00')): void => {
    wall = heldClock(startAt);
    visitor = makeVisitor({ office: office(), store, wall, gateway: teams, hand, idleSeconds, start: () => undefined, say: (line) => void printed.push(line) });
    visitor.sitsAt(SEAT);
    desk = corridor({ received: async () => answered }, visitor.passing);
  };
  const next = async (): Promise<string> => {
    const answer = await desk.received(pressed(NEXT));
    return answer.kind === 'replace' ? textOf(answer.content.card) : answer.kind;
  };
  const guides = (): readonly string[] => teams.textsIn('mine');

  beforeEach(() => {
    store = memoryStore();
    teams = fakeTeams();
    jumps = 0;
    printed = [];
    answered = { kind: 'nothing' };
    come();
  });
  afterEach(() => visitor.leave());

  it('is told where to go when the page is loaded, and once more when it is loaded anew', async () => {
    await desk.received(pageLoaded);
    await desk.received(pageLoaded);
    expect(guides()).toEqual([expect.stringContaining('「総務課」を押してください'), expect.stringContaining('「総務課」を押してください')]);
  });

  it('finds the guide below what the service says to whoever opens the chat', async () => {
    answered = { kind: 'post', content: { card: { type: 'AdaptiveCard' }, summary: '御案内' } };
    expect(await desk.received(pageLoaded)).toEqual({ kind: 'nothing' });
    expect(teams.posts.map(({ content }) => content.summary)).toEqual(['御案内', expect.stringContaining('デモの案内')]);
    expect(await desk.received({ kind: 'installed', where: chat('personal', 'theirs', 'http://localhost:2/_connector') })).toBe(answered);
  });

  it('gets no guide at another Playground', async () => {
    await desk.received({ kind: 'installed', where: chat('personal', 'theirs', 'http://localhost:2/_connector') });
    expect(teams.posts).toEqual([]);
  });

  it('finds the clock standing still until a chat besides the personal one is opened', async () => {
    await desk.received(pageLoaded);
    expect(await next()).toContain('「総務課」を押してください');
    expect({ jumps, runs: wall.runs() }).toEqual({ jumps: 0, runs: false });
    await desk.received(chatOpened);
    expect(wall.runs()).toBe(true);
  });

  it('turns the clock with a press: the new guide stands lowest, the pressed one has had its day', async () => {
    await desk.received(pageLoaded);
    await desk.received(chatOpened);
    expect(await next()).toBe('デモの時計が進みました。');
    expect(guides().at(-1)).toMatch(/10月7日（水）10:00[^]*お知らせ1/);
    expect(printed.join('\n')).toContain('お知らせ1');
  });

  it('turns it by saying 「次へ」, and from the terminal, too', async () => {
    await desk.received(pageLoaded);
    await desk.received(chatOpened);
    expect(await desk.received({ kind: 'said', caller, where: chat('personal', 'mine'), text: '次へ' })).toEqual({ kind: 'nothing' });
    await visitor.next();
    expect(guides().slice(1)).toEqual([expect.stringContaining('お知らせ1'), expect.stringContaining('お知らせ2')]);
  });

  it('is asked once more while a form stands open, in a card that was there already', async () => {
    await desk.received(pageLoaded);
    await desk.received(chatOpened);
    await desk.received(pressed({ do: 'form.open', ...unit }));
    expect(await next()).toContain('回答の画面が開いているので、時計は進めていません。');
    expect({ jumps, posts: teams.posts.length }).toEqual({ jumps: 0, posts: 1 });
    expect(await next()).toBe('デモの時計が進みました。');
    expect(jumps).toBe(1);
  });

  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['was submitted', (stored) => stored.reports.put(report(change(1, tanaka, complete, { kind: 'submit', at: tokyo('2026-10-15 09:00') })), 'absent')],
    ['was saved as a draft', () => desk.received(pressed({ do: 'form.save', ...unit, base: 0, page: 1 }))],
    ['went with its page', () => desk.received(pageLoaded)],
  ])('is not held up by a form that %s', async (_, happens) => {
    await desk.received(chatOpened);
    await desk.received(pressed({ do: 'form.open', ...unit }));
    await happens(store);
    await next();
    expect(jumps).toBe(1);
  });

  it('sees the clock go on by itself after a quiet while, but never over an open form', async () => {
    come(0.03);
    await desk.received(chatOpened);
    await pause(120);
    expect(jumps).toBeGreaterThan(0);
    await desk.received(pressed({ do: 'form.open', ...unit }));
    const before = jumps;
    await pause(120);
    expect(jumps).toBe(before);
    await next(); // only said so
    await pause(120);
    expect(jumps).toBe(before);
  });

  it('has to open the meeting\'s channel before the clock goes on from the hour of the summary', async () => {
    come(0, tokyo('2026-10-27 10:00'));
    await desk.received(chatOpened);
    expect(await next()).toContain('「区部長会議」を押してください');
    expect(jumps).toBe(0);
    await store.places.put({ office: office().id, sections: {}, teams: [], management: { address: chat('channel', 'meeting').address, name: '区部長会議', how: 'by-name', at: wall.now() } }, 'absent');
    await next();
    expect(jumps).toBe(1);
  });

  it('is told what comes now as soon as the report is in', async () => {
    await desk.received(pageLoaded);
    await desk.received(chatOpened);
    await store.reports.put(report(change(1, tanaka, complete, { kind: 'submit' })), 'absent');
    await desk.received(pressed({ do: 'form.submit', ...unit, base: 0, page: 1 }));
    await visitor.leave();
    expect(textOf(teams.edits.at(-1)?.content.card)).toContain('「状況」と入力すると');
  });
});
