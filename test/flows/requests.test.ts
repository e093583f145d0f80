import { beforeAll, describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { inputId } from '../../src/cards/payload.ts';
import { personDocId } from '../../src/domain/documentIds.ts';
import type { InitiativeId, OfficeId, SectionId } from '../../src/domain/ids.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import { initiativesOf } from '../../src/domain/office.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import type { Answer } from '../../src/ports.ts';
import { countingStore, type Counted, type CountingStore } from '../fixtures/countingStore.ts';
import { channelOf, copiedInto, largeOffice, placesOfUnits, putEarlier, roundsOf, staff, UNITS } from '../fixtures/largeOffice.ts';
import { day, midRound, personId, roundId, tokyo } from '../fixtures/office.ts';
import { declared, person, place, TENANT } from '../fixtures/places.ts';
import { alone, at, MEETING, runningOffice, type Given, type RunningOffice } from '../fixtures/runningOffice.ts';
import { textOf } from '../fixtures/fakeTeams.ts';

type Ward = { readonly running: RunningOffice; readonly counted: CountingStore };

/** 15 units with their channels, live since April; what is pressed comes within the tick of the last look. */
async function ward(given: Given = {}): Promise<Ward> {
  let counted: CountingStore | undefined;
  const running = await runningOffice({
    office: largeOffice(), at: '2026-06-01 09:00', liveSince: '2016-04-01 09:00', withinOneTick: true,
    bound: { sections: placesOfUnits(), management: place({ address: MEETING, name: '区部長会議' }), teams: [] },
    through: (store) => (counted = countingStore(store)), ...given,
  });
  if (given.store === undefined) for (const person of staff()) await running.store.people.put(person, 'absent');
  if (counted === undefined) throw new Error('no service');
  return { running, counted };
}

/** The same with one round, from the day before its ask. */
const oneRound = (round: RoundPlan, day: string): Promise<Ward> => ward({ office: largeOffice({ rounds: [round] }), at: `${day} 17:00`, liveSince: `${day} 09:00` });

/** Looks whenever there is something to look for, up to a moment. */
async function live({ running }: Ward, until: string): Promise<void> {
  let next = await running.look(running.now());
  while (next !== undefined && next < tokyo(until)) next = await running.look(next);
  await running.beat(until);
}

const answers = ({ office }: RunningOffice, { asOf, name }: RoundPlan, unit: string, mark: string): Record<string, string> =>
  Object.fromEntries(initiativesOf(office, unit as SectionId, asOf).flatMap(({ id }) => [[inputId(id, 'mark'), mark], [inputId(id, 'done'), `${unit}が${name}に実施した。`]]));

const submit = ({ running }: Ward, round: RoundPlan, n: number, more: Record<string, unknown> = {}, how: Parameters<RunningOffice['press']>[3] = {}): Promise<Answer> => {
  const unit = UNITS[n - 1] ?? '';
  const given = answers(running, round, unit, round.kind === 'yearend' ? 'g3' : 'on-track');
  return running.press(n, alone(n), { do: 'form.submit', v: 1, office: running.office.id, round: round.id, section: unit, base: 0, page: 1, ...given, ...more }, how);
};

const [q1, mid, q3, end] = roundsOf(2026) as readonly [RoundPlan, RoundPlan, RoundPlan, RoundPlan];

/** The year up to the middle of its last round; most units have answered in each. */
async function inMarch(given: Given = {}): Promise<Ward> {
  const all = await ward(given);
  for (const [round, wall] of [[q1, '2026-07-14 15:00'], [mid, '2026-10-14 15:00'], [q3, '2027-01-18 15:00'], [end, '2027-03-09 15:00']] as const) {
    await live(all, wall);
    for (let n = 1; n <= 12; n += 1) await submit(all, round, n);
  }
  await live(all, MARCH);
  return all;
}

/** The most requests that one of so many looks made, ten seconds apart, in which nothing fell due. */
async function idle({ running, counted }: Ward, looks: number): Promise<number> {
  let most = 0;
  for (let look = 0; look < looks; look += 1) {
    const cost = await counted.during(() => running.look(plusSeconds(running.now(), 10)));
    expect(cost.writes).toBe(0);
    most = Math.max(most, cost.reads);
  }
  return most;
}

const textsOf = (answer: Answer): string => ('content' in answer ? textOf(answer.content.card) : JSON.stringify(answer));

/** In the middle of the last round of the year. */
const MARCH = '2027-03-10 15:00';
let played: RunningOffice;
beforeAll(async () => { played = (await inMarch()).running; }, 60_000);

/** A process that starts then, on the documents of that year and of so many before it, and has looked at the clock for half a minute. */
async function startedInMarch(years: readonly number[] = []): Promise<Ward & { readonly past: number; readonly start: Counted }> {
  const office = largeOffice({ rounds: [...years, 2026].flatMap(roundsOf) });
  const store = await copiedInto(memoryStore(), played.store, played.office);
  const past = await putEarlier(store, played.office, years);
  const register = await store.offices.get('saiwai:office', 'register');
  await store.offices.put(office, register === undefined ? 'absent' : { version: register.version });
  const all = await ward({ store, teams: played.teams, office, at: MARCH });
  const start = await all.counted.during(() => all.running.look(all.running.now()));
  for (let look = 0; look < 3; look += 1) await all.running.look(plusSeconds(all.running.now(), 10));
  return { ...all, past, start };
}

const TEN_YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

describe('an idle look', () => {
  it('at four rounds of fifteen units takes six requests', async () => {
    expect(await idle(await startedInMarch(), 60)).toBe(6);
  });

  it('takes as many when all four are open at once', async () => {
    const open = [1, 2, 3, 4].map((n) => midRound({ id: roundId(`FY2026-r${n}`), meetingOn: day(`2026-10-${n > 2 ? 28 : 27}`) }));
    const all = await ward({ office: largeOffice({ rounds: open }), liveSince: '2026-10-05 09:00', at: '2026-10-06 10:00' });
    await live(all, '2026-10-06 11:00');
    expect(await idle(all, 30)).toBe(6);
  });

  it('takes fewer while the rounds of the year are still to come', async () => {
    const all = await ward({ liveSince: '2026-06-01 08:30' });
    await live(all, '2026-06-02 09:00');
    expect(await idle(all, 10)).toBe(3); // the first has announced itself
  });

  it('reads everything again when an hour has passed, and then as little as before', async () => {
    const all = await startedInMarch(TEN_YEARS.slice(-2));
    all.running.pass(3600);
    const { reads } = await all.counted.during(() => all.running.look(plusSeconds(all.running.now(), 10)));
    expect(reads).toBe(2 + 12);
    expect(await idle(all, 10)).toBe(6);
  });
});

describe('with ten past years in the store', () => {
  let all: Awaited<ReturnType<typeof startedInMarch>>;
  beforeAll(async () => { all = await startedInMarch(TEN_YEARS); }, 60_000);

  it('that are forty rounds with their reports and outboxes, all of them read at the start', () => {
    expect(all.past).toBeGreaterThan(40 * 60);
    expect(all.start.reads).toBeGreaterThanOrEqual(2 + 44);
  });

  it('an idle look takes six requests, as without them', async () => {
    expect(await idle(all, 60)).toBe(6);
  });

  it('an answer takes one read and one write, as without them', async () => {
    for (let n = 13; n <= 15; n += 1) expect(await all.counted.during(() => submit(all, end, n))).toEqual({ reads: 1, writes: 1 });
  });
});

describe('a card', () => {
  it.each([
    ['the ask', '2026-10-05 17:00', '2026-10-06 10:00', 15],
    ['お知らせ', '2026-10-16 09:59', '2026-10-16 10:00', 15],
    ['the summary', '2026-10-27 09:59', '2026-10-27 10:00', 1],
  ])('of %s takes three writes and one read', async (_, before, at, cards) => {
    const all = await oneRound(mid, '2026-10-05');
    await live(all, before);
    const posted = all.running.teams.posts.length;
    const cost = await all.counted.during(() => all.running.look(tokyo(at)));
    expect(all.running.teams.posts.length - posted).toBe(cards);
    expect(cost.writes).toBe(3 * cards);
    await all.running.look(plusSeconds(all.running.now(), 10)); // the secretariat's preview of the ask is redrawn
    expect(cost.reads - (await idle(all, 1))).toBeLessThanOrEqual(cards);
  });

  it('that is redrawn after an answer takes one write and no read', async () => {
    const all = await oneRound(mid, '2026-10-05');
    await live(all, '2026-10-14 15:00');
    const quiet = await idle(all, 1);
    const edited = all.running.teams.edits.length;
    await submit(all, mid, 1);
    expect(await all.counted.during(() => all.running.look(plusSeconds(all.running.now(), 10)))).toEqual({ reads: quiet, writes: 1 });
    expect(all.running.teams.edits).toHaveLength(edited + 1);
  });
});

describe('a card that was asked for by 「回答」', () => {
  it('takes one read and one write, and one write more where the ask is redrawn', async () => {
    const all = await oneRound(mid, '2026-10-05');
    await live(all, '2026-10-14 15:00');
    const quiet = await idle(all, 1);
    const place = channelOf('unit-01');
    expect(await all.counted.during(() => all.running.say(1, place, '回答'))).toEqual({ reads: 1, writes: 1 });
    expect(await idle(all, 3)).toBe(quiet);
    await submit(all, mid, 1);
    expect(await all.counted.during(() => all.running.look(plusSeconds(all.running.now(), 10)))).toEqual({ reads: quiet, writes: 2 });
    expect(await idle(all, 3)).toBe(quiet);
  });
});

describe('an answer', () => {
  it('takes one read and one write until it is acknowledged, from each of fifteen units', async () => {
    const all = await oneRound(mid, '2026-10-05');
    await live(all, '2026-10-14 15:00');
    for (let n = 1; n <= 15; n += 1) {
      const cost = await all.counted.during(async () => { expect(textsOf(await submit(all, mid, n))).toContain('受け付けました'); });
      expect(cost).toEqual({ reads: 1, writes: 1 });
    }
  });

  it.each([
    ['下書き保存', { do: 'form.save' }],
    ['a page that is turned', { do: 'form.page', to: 2 }],
    ['a submission in which something is missing on another page', { do: 'form.submit', [inputId('unit-01-b' as InitiativeId, 'mark')]: '' }],
  ])('%s takes no more', async (_, press) => {
    const all = await oneRound(mid, '2026-10-05');
    await live(all, '2026-10-14 15:00');
    const cost = await all.counted.during(() => submit(all, mid, 1, press));
    expect(cost.reads).toBe(1);
    expect(cost.writes).toBeLessThanOrEqual(1);
  });

  it('「全て変わりなし」 on the posted card takes no more', async () => {
    const all = await oneRound(q3, '2027-01-04');
    await live(all, '2027-01-05 15:00');
    const card = all.running.teams.posts.findLast(({ to }) => to.conversation === 'ch-unit-01')?.posted;
    const where = at(channelOf('unit-01'), { card: card!.activityId, thread: card!.conversation });
    const press = () => all.running.press(1, channelOf('unit-01'), { do: 'form.unchanged', v: 1, office: 'saiwai', round: q3.id, section: 'unit-01' }, { where });
    const cost = await all.counted.during(async () => { expect(textsOf(await press())).toContain('受け付けました'); });
    expect(cost).toEqual({ reads: 1, writes: 1 });
  });

  it('from a form that stands in the thread takes no more', async () => {
    const all = await oneRound(mid, '2026-10-05');
    const known = await all.running.store.people.get('saiwai:office', personDocId(personId(1)));
    await all.running.store.people.put(person(1, { declared: declared('unit-01') }), { version: known!.version });
    await live(all, '2026-10-14 15:00');
    all.running.teams.unreachable.add('29:1');
    const [thread] = all.running.teams.posts.filter(({ to }) => to.conversation === 'ch-unit-01').map(({ posted }) => posted);
    const where = at(channelOf('unit-01'), { thread: thread!.conversation });
    await all.running.press(1, channelOf('unit-01'), { do: 'form.open', v: 1, office: 'saiwai', round: mid.id, section: 'unit-01' }, { where });
    const form = { where: { ...where, card: all.running.teams.posts.at(-1)!.posted.activityId } };
    expect(await all.counted.during(() => submit(all, mid, 1, {}, form))).toEqual({ reads: 1, writes: 1 });
  });

  it('in one of two offices takes no more, in a place that was claimed', async () => {
    const all = await oneRound(q3, '2027-01-04');
    const { store, teams } = all.running;
    await store.offices.put(largeOffice({ id: 'nakahara' as OfficeId, rounds: [] }), 'absent');
    await store.homes.put({ tenant: TENANT, id: 'team-1', office: all.running.office.id, at: all.running.now() }, 'absent');
    await live(all, '2027-01-05 15:00');
    const card = teams.posts.findLast(({ to }) => to.conversation === 'ch-unit-02')?.posted;
    const where = at(channelOf('unit-02'), { card: card!.activityId, thread: card!.conversation });
    const press = () => all.running.press(2, channelOf('unit-02'), { do: 'form.unchanged', v: 1, office: 'saiwai', round: q3.id, section: 'unit-02' }, { where });
    const cost = await all.counted.during(async () => { expect(textsOf(await press())).toContain('受け付けました'); });
    expect(cost).toEqual({ reads: 1, writes: 1 });
  });
});
