import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ANSWERED_AT, ANSWERS } from '../../demo/answers.ts';
import { makeHand } from '../../demo/hand.ts';
import { heldClock } from '../../demo/heldClock.ts';
import { neighboursOf } from '../../demo/neighbours.ts';
import { NEIGHBOURHOOD, silentTeams } from '../../demo/silentTeams.ts';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { problemsOfAnswer } from '../../src/domain/marksOffered.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { sensitiveIn } from '../../src/domain/sensitive.ts';
import { earliest } from '../../src/domain/instant.ts';
import type { FrontDesk, Inbound } from '../../src/ports.ts';
import { fakeTeams } from '../fixtures/fakeTeams.ts';
import { tokyo } from '../fixtures/office.ts';

const read = await readOfficeFolder(join(import.meta.dirname, '../../examples/saiwai'));
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { office } = read.value;
const mid = office.rounds.find(({ id }) => id === 'FY2026-mid')!;

describe('the neighbours of the demo', () => {
  it.each(office.initiatives.map((initiative) => [initiative.id, initiative] as const))('have an answer for %s that is taken at once', (id, initiative) => {
    const values = ANSWERS[id] ?? {};
    expect(problemsOfAnswer(office.scale, mid.kind, initiative, values)).toEqual([]);
    expect(Object.values(values).flatMap(sensitiveIn)).toEqual([]);
  });

  it('all answer by the due date, except 衛生課; 総務課 is the visitor\'s', () => {
    const { askAt, dueAt } = scheduleOf(office, mid);
    const steps = neighboursOf(office, ['総務課']).between(askAt, dueAt).filter(({ round }) => round.id === mid.id);
    expect(steps.map(({ section }) => section.name).toSorted()).toEqual(office.sections.map(({ name }) => name).filter((name) => name !== '総務課' && name !== '衛生課').toSorted());
    expect(Object.keys(ANSWERED_AT)).toHaveLength(13);
  });

  it('do each thing once, however the time is cut', () => {
    const neighbours = neighboursOf(office, []);
    const names = (after: string, upTo: string) => neighbours.between(tokyo(after), tokyo(upTo)).map(({ section }) => section.id);
    expect(names('2026-10-06 10:00', '2026-10-07 09:20')).toEqual(['hiyoshi']); // at this very minute
    expect(names('2026-10-07 09:20', '2026-10-07 14:04')).toEqual([]);
  });

  it('move in and answer through the front desk, each as another person from another chat', async () => {
    const came: Inbound[] = [];
    const desk: FrontDesk = { received: async (inbound) => { came.push(inbound); return { kind: 'nothing' }; } };
    const neighbours = neighboursOf(office, ['総務課', '衛生課']);
    await neighbours.moveIn(desk);
    expect(came).toHaveLength(13);
    for (const step of neighbours.between(tokyo('2026-10-06 10:00'), tokyo('2026-10-20 17:00'))) await neighbours.answer(desk, step);
    const presses = came.flatMap((inbound) => (inbound.kind === 'pressed' ? [inbound] : []));
    expect(new Set(presses.map(({ caller }) => caller.person)).size).toBe(13);
    expect(new Set(presses.map(({ where }) => where.address.conversation)).size).toBe(13);
  });

  it('hear nothing outside the house, while everybody else does', async () => {
    const teams = fakeTeams();
    const gateway = silentTeams(teams);
    const to = (serviceUrl: string) => ({ kind: 'groupChat', tenant: 't', serviceUrl, conversation: 'c' }) as const;
    const content = { card: { type: 'AdaptiveCard' }, summary: '' } as const;
    const posted = await gateway.post(to(NEIGHBOURHOOD), content);
    if (posted.ok) await gateway.edit(posted.value, content);
    expect({ ok: posted.ok, posts: teams.posts.length, edits: teams.edits.length }).toEqual({ ok: true, posts: 0, edits: 0 });
    await gateway.post(to('http://localhost:1/_connector'), content);
    expect(teams.posts).toHaveLength(1);
  });
});

describe('the hand of the demo\'s clock', () => {
  /** A service to which something falls due at those moments. */
  const turning = (moments: readonly string[], mustWait = async () => false) => {
    const wall = heldClock(tokyo('2026-10-06 10:00'));
    wall.letGo();
    const heard: string[] = [];
    const desk: FrontDesk = { received: async () => { heard.push(`${wall.now().slice(0, 16)}Z`); return { kind: 'nothing' }; } };
    const service = { desk, tick: async () => ({ next: earliest(moments.map(tokyo).filter((at) => wall.now() < at)) }) };
    return { wall, heard, hand: makeHand({ office, store: memoryStore(), wall, service, neighbours: neighboursOf(office, ['総務課']), mustWait }) };
  };

  it('lets each neighbour answer at its own time on the way', async () => {
    const { hand, heard } = turning(['2026-10-09 10:00']);
    await hand.jump();
    expect(heard).toEqual(['2026-10-07T00:20Z', '2026-10-07T05:05Z', '2026-10-08T02:30Z', '2026-10-08T07:10Z']);
  });

  it('passes over moments at which nothing is sent, until there is nothing left', async () => {
    const { hand, wall } = turning(['2026-10-09 10:00', '2026-10-13 10:00']);
    expect(await hand.jump()).toEqual({ kind: 'nothing-left' });
    expect(wall.now() >= tokyo('2026-10-13 10:00')).toBe(true);
  });

  it('stops at the hour of a summary that waits for somebody, though nothing falls due before the evening after', async () => {
    const { summaryAt } = scheduleOf(office, mid);
    const { hand, wall } = turning(['2026-10-28 17:15'], async () => true);
    expect(await hand.jump()).toEqual({ kind: 'jumped', sent: [] });
    expect(wall.now().slice(0, 16)).toBe(summaryAt.slice(0, 16));
  });
});
