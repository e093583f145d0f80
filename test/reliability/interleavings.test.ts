import { afterAll, describe, expect, it } from '@jest/globals';
import { chanceOf } from '../../rehearse/chance.ts';
import { playScene } from '../../reliability/interleavings/interleavings.ts';
import { fourTimes } from '../../reliability/interleavings/fourTimes.ts';
import { MOMENTS, reminded, remindedAfter } from '../../reliability/interleavings/reminded.ts';
import type { Move } from '../../reliability/interleavings/race.ts';
import type { Draw } from '../../reliability/interleavings/scene.ts';
import { openTable } from '../../reliability/interleavings/tables.ts';
import { twoPeople } from '../../reliability/interleavings/twoPeople.ts';
import type { Bent } from '../../reliability/interleavings/world.ts';
import { ok } from '../../src/domain/result.ts';
import type { Inbound, Shelf, Store } from '../../src/ports.ts';

const tables = { memory: openTable('memory'), sqlite: openTable('sqlite') };
afterAll(() => {
  tables.memory.close();
  tables.sqlite.close();
});

/** What is found wrong in one order after another, up to the first in which that is found which is looked for. */
async function found(draw: Draw, most: number, { bent = {}, table = 'memory', until = '' }: { readonly bent?: Bent; readonly table?: keyof typeof tables; readonly until?: string } = {}): Promise<string> {
  for (let n = 0; n < most; n += 1) {
    const chance = chanceOf(n, 'test');
    const { breaches } = await playScene(tables[table], draw(chance), (of) => chance.below(of), bent);
    const all = breaches.map(({ figure, sentence }) => `${figure}: ${sentence}`).join('\n');
    if (all !== '' && all.includes(until)) return all;
  }
  return '';
}

describe.each(['memory', 'sqlite'] as const)('two instances over one table (%s)', (table) => {
  it.each([['one press that arrives four times', fourTimes], ['two people who write at once', twoPeople], ['an answer that crosses a reminder', reminded]] as const)('%s: nothing is wrong', async (_, draw) => {
    expect(await found(draw, 8, { table })).toBe('');
  }, 300_000);
});

/** The last to write wins, whatever was there. */
const withoutPrecondition = <T>(shelf: Shelf<T>, idOf: (doc: T) => readonly [string, string]): Shelf<T> => ({
  ...shelf,
  put: async (doc, expect) => {
    const written = await shelf.put(doc, expect);
    if (written.ok) return written;
    const there = await shelf.get(...idOf(doc));
    return shelf.put(doc, there === undefined ? 'absent' : { version: there.version });
  },
});

describe('a service that is broken on purpose is seen', () => {
  const orders = 60;
  const seen = (draw: Draw, bent: Bent, until: string): Promise<string> => found(draw, orders, { bent, until });

  it('takes each delivery of a press for a new one', async () => {
    let serial = 0;
    const anew = (inbound: Inbound): Inbound => {
      if (inbound.kind !== 'pressed') return inbound;
      serial += 1;
      const typed = Object.entries(inbound.data as Record<string, unknown>).map(([name, value]) => [name, name.endsWith('.done') ? `${String(value)}　${serial}回目` : value]);
      return { ...inbound, data: Object.fromEntries(typed) as unknown };
    };
    expect(await seen(fourTimes, { answer: (received) => (inbound) => received(anew(inbound)) }, 'revisions came of one press')).not.toBe('');
  }, 300_000);

  it('writes over what another instance wrote meanwhile', async () => {
    const store = (given: Store): Store => ({ ...given, reports: withoutPrecondition(given.reports, ({ office, round, section }) => [`${office}:${round}`, `report:${section}`]) });
    expect(await seen(twoPeople, { store }, 'was acknowledged')).not.toBe('');
  }, 300_000);

  it('takes a form for drawn from whatever stands there now', async () => {
    const unaware = (inbound: Inbound): Inbound => (inbound.kind === 'pressed' ? { ...inbound, data: { ...(inbound.data as Record<string, unknown>), base: 999 } } : inbound);
    expect(await seen(twoPeople, { answer: (received) => (inbound) => received(unaware(inbound)) }, 'which they had not seen')).not.toBe('');
  }, 300_000);

  it('acknowledges what it did not store', async () => {
    const store = (given: Store): Store => ({ ...given, reports: { ...given.reports, put: async () => ok('1') } });
    expect(await seen(twoPeople, { store }, 'was acknowledged')).not.toBe('');
    expect(await seen(fourTimes, { store }, 'is not in the report')).not.toBe('');
  }, 300_000);

  it('shows a text that it should have kept for a choice, and keeps it nowhere', async () => {
    const store = (given: Store): Store => ({ ...given, pendings: { ...given.pendings, put: async () => ok('1') } });
    const answer: Bent['answer'] = (received) => async (inbound) => {
      const answered = await received(inbound);
      return JSON.stringify(answered).includes('conflict.choose') ? { kind: 'words', text: '同じ取組を、ほかの方が先に保存しました。' } : answered;
    };
    expect(await seen(twoPeople, { store, answer }, 'neither in the report nor waiting')).not.toBe('');
  }, 300_000);

  it('does not look at the unit again before it sends', async () => {
    const blind = (given: Store): Store => ({ ...given, several: async (...of) => ({ ...(await given.several(...of)), reports: [] }) });
    expect(await seen(reminded, { store: blind }, 'was reminded although its answer had been acknowledged')).not.toBe('');
  }, 300_000);

  it('claims what another instance has claimed', async () => {
    const store = (given: Store): Store => ({ ...given, outbox: withoutPrecondition(given.outbox, ({ message }) => [`${message.office}:${message.round ?? 'office'}`, message.key]) });
    expect(await seen(reminded, { store }, 'was reminded 2 times')).not.toBe('');
  }, 300_000);
});

describe('a reminder that crosses the acknowledgement', () => {
  const [due] = MOMENTS;
  const entry = { message: { key: `saiwai:FY2026-mid:${due.step}:${due.day}:soumu` } };
  const call = (name: string, ...about: readonly unknown[]): Move => ({ kind: 'call', walk: 'look 0', call: name, about });
  const [looks, claims, posts] = [call('reports.get', 'saiwai:FY2026-mid', 'report:soumu'), call('outbox.put', entry), call('teams.post', { conversation: 'chat-soumu' })];
  const acknowledged: Move = { kind: 'end', walk: 'press 1' };

  it.each([
    ['was sent before it', [looks, claims, posts, acknowledged], 0],
    ['was on its way: only its claim was left', [looks, acknowledged, claims, posts], 0],
    ['was claimed already', [looks, claims, acknowledged, posts], 0],
    ['is of a unit that was looked at after it', [acknowledged, looks, claims, posts], 1],
    ['was only queued after it', [looks, acknowledged, claims, claims, posts], 1],
    ['goes to another unit', [acknowledged, looks, claims, call('teams.post', { conversation: 'chat-eisei' })], 0],
    ['comes of another walk, whose own calls are few', [acknowledged, { ...looks, walk: 'look 1' }, { ...looks, walk: 'look 1' }, claims, posts], 0],
  ] as const)('%s', (_, moves, breaches) => {
    expect(remindedAfter(due, moves)).toHaveLength(breaches);
  });
});
