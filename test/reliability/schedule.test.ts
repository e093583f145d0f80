import { describe, expect, it } from '@jest/globals';
import { chanceOf } from '../../rehearse/chance.ts';
import { drawFolder } from '../../reliability/schedule/folders.ts';
import { drawWatch } from '../../reliability/schedule/looks.ts';
import { judge, type Run } from '../../reliability/schedule/oracle.ts';
import { plannedRuns, type Rules } from '../../reliability/schedule/planned.ts';
import { tickedRuns } from '../../reliability/schedule/ticked.ts';
import { wallCalendarOf } from '../../reliability/schedule/wallCalendar.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import { planRound } from '../../src/domain/plan.ts';
import type { Documents, Store } from '../../src/ports.ts';

/** Some weeks of autumn in Berlin, in which the clocks go back. */
async function weeks(days = 40) {
  const chance = chanceOf(7, 'Europe/Berlin');
  const { office, setting } = await drawFolder(chance, { zone: 'Europe/Berlin' }, 2026);
  return { office, setting, ...drawWatch(chance, setting, '2026-10-05', days) };
}

async function verdictOf(rules: Rules) {
  const { office, setting, looks } = await weeks();
  return judge(setting, looks, plannedRuns(office, setting, looks, rules));
}

describe('the oracle of the schedule', () => {
  it('finds each message of the plan said once, when it was due', async () => {
    const { targets, unmatched, extra } = await verdictOf({});
    expect([unmatched, extra]).toEqual([[], []]);
    expect(targets).toBeGreaterThan(10);
  }, 300_000);

  it('and so through the real look at the clock', async () => {
    const { office, setting, looks } = await weeks(12);
    const { unmatched, extra } = judge(setting, looks, await tickedRuns(office, setting, looks));
    expect([unmatched, extra]).toEqual([[], []]);
  }, 300_000);

  it('sees a calendar that ignores summer time', async () => {
    const { unmatched, extra } = await verdictOf({ facts: (facts) => ({ ...facts, office: { ...facts.office, zone: 'Etc/GMT-1' } }) });
    expect(unmatched.length).toBeGreaterThan(0);
    expect(extra.length).toBeGreaterThan(0);
  }, 300_000);

  it('sees keys that hold the attempt: all is said again', async () => {
    const { office, setting, looks } = await weeks();
    const isOfThisLook = ({ delivery }: OutboxEntry, look: number): boolean => 'at' in delivery && delivery.at === looks[look]?.at;
    const facts: Rules['facts'] = (given, look) => ({
      ...given, entries: given.entries.map((entry) => (isOfThisLook(entry, look) ? entry : { ...entry, message: { ...entry.message, key: `${entry.message.key}:1` } })),
    });
    expect(judge(setting, looks, plannedRuns(office, setting, looks, { facts })).extra.length).toBeGreaterThan(0);
  }, 300_000);

  it('sees a plan that says only what has fallen due within the last minute', async () => {
    const plan: Rules['plan'] = (now, facts) => {
      const late = new Set(planRound(plusSeconds(now, -60), facts).queue.map(({ key }) => key));
      const { queue, skip, next } = planRound(now, facts);
      return { queue: queue.filter(({ key }) => !late.has(key)), skip: [...skip, ...queue.filter(({ key }) => late.has(key)).map((message) => ({ message, why: 'too-late' as const }))], next };
    };
    expect((await verdictOf({ plan })).unmatched.length).toBeGreaterThan(0);
  }, 300_000);

  it('sees a plan that does not care for closed days and hours', async () => {
    const always = [{ from: '00:00', to: '23:59' }] as unknown as RoundFacts['office']['hours'];
    expect((await verdictOf({ facts: (facts) => ({ ...facts, office: { ...facts.office, hours: always } }) })).extra.length).toBeGreaterThan(0);
  }, 300_000);

  it('sees an instance that does not know what the other has said', async () => {
    const { office, setting, looks } = await weeks(20);
    const deaf = (store: Store): Store => {
      const own = new Set<string>();
      const put: Store['outbox']['put'] = async (doc, expect) => {
        const there = own.has(doc.message.key) ? undefined : await store.outbox.get(`${doc.message.office}:${doc.message.round ?? 'office'}`, doc.message.key);
        own.add(doc.message.key);
        return store.outbox.put(doc, there === undefined ? expect : { version: there.version });
      };
      const heard = (documents: Documents): Documents => ({ ...documents, outbox: documents.outbox.filter(({ doc }) => own.has(doc.message.key)) });
      return {
        ...store, outbox: { ...store.outbox, put }, several: async (...of) => heard(await store.several(...of)),
        changes: async (...of) => {
          const { documents, next } = await store.changes(...of);
          return { documents: heard(documents), next };
        },
      };
    };
    expect(judge(setting, looks, await tickedRuns(office, setting, looks, { store: deaf })).extra.length).toBeGreaterThan(0);
  }, 300_000);

  it('counts a run that came at another look, twice, or to somebody else', async () => {
    const { office, setting, looks } = await weeks();
    const runs = plannedRuns(office, setting, looks);
    const [first, ...rest] = runs;
    if (first === undefined) throw new Error('nothing was said');
    const of = (given: readonly Run[]) => {
      const { unmatched, extra } = judge(setting, looks, given);
      return [unmatched.length, extra.length];
    };
    expect(of(runs)).toEqual([0, 0]);
    expect(of(rest)).toEqual([1, 0]);
    expect(of([...runs, first])).toEqual([0, 1]);
    expect(of([...rest, { ...first, look: first.look + 1 }])).toEqual([1, 1]);
    expect(of([...rest, { ...first, to: 'somebody else' }])).toEqual([1, 1]);
  }, 300_000);
});

describe('the calendar of the oracle', () => {
  const calendar = (zone: string) => wallCalendarOf({ zone, closed: new Set(), yearEnd: 'none', hours: [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '17:15' }] });

  it.each([
    ['Asia/Tokyo', '2026-10-20', '17:00', '2026-10-20T08:00:00.000Z'],
    ['Asia/Kathmandu', '2026-10-20', '10:00', '2026-10-20T04:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-10-20', '10:00', '2026-10-19T20:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-10-20', '23:30', '2026-10-21T10:30:00.000Z'],
    ['Europe/Berlin', '2026-03-28', '02:30', '2026-03-28T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'], // in the gap: its end
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // the first of the two
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['America/St_Johns', '2026-11-01', '01:30', '2026-11-01T04:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'], // a gap of half an hour
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00:00.000Z'], // at midnight of a Friday
    ['Asia/Jerusalem', '2026-03-27', '02:30', '2026-03-27T00:00:00.000Z'],
    ['Asia/Tehran', '2021-03-22', '00:30', '2021-03-21T20:30:00.000Z'],
  ])('in %s, %s %s is %s', (zone, day, wall, moment) => {
    expect(calendar(zone).at(day, wall)).toBe(moment);
  });

  it('knows office hours to the moment, half-open', () => {
    const tokyo = calendar('Asia/Tokyo');
    expect(['08:29', '08:30', '11:59', '12:00', '13:00', '17:14', '17:15'].map((wall) => tokyo.withinHours(tokyo.at('2026-10-20', wall)))).toEqual([false, true, true, false, true, true, false]);
    expect(tokyo.withinHours(tokyo.at('2026-10-24', '10:00'))).toBe(false);
  });

  it('knows the days on which clocks are changed', () => {
    expect(calendar('Europe/Berlin').changes('2026-01-01', '2027-01-01')).toEqual(['2026-03-29', '2026-10-25']);
    expect(calendar('Asia/Tokyo').changes('2026-01-01', '2027-01-01')).toEqual([]);
  });
});
