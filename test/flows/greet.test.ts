import { beforeEach, describe, expect, it } from '@jest/globals';
import { officePartition, personDocId, PLACES_ID } from '../../src/domain/documentIds.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import type { Post } from '../../src/domain/office.ts';
import type { SendProblem } from '../../src/domain/outbox.ts';
import type { Answer } from '../../src/ports.ts';
import { countingStore, type CountingStore } from '../fixtures/countingStore.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { office as wardOffice, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { declared, person, places } from '../fixtures/places.ts';
import { alone, at, caller, runningOffice, SECRETARIAT, SOUMU, type Given, type RunningOffice } from '../fixtures/runningOffice.ts';

const [STAFF, HEAD, DECLARED, STRANGER] = [1, 2, 3, 7] as const;
const post = (role: 'head' | 'deputy' | 'reporter', n: number): Post => ({ role, section: sectionId('soumu'), person: personId(n) });
const office = wardOffice({ headConfirmation: 'when-registered', posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, post('reporter', STAFF), post('head', HEAD)] });
let ward: RunningOffice;

const running = (given: Given = {}): Promise<RunningOffice> => runningOffice({ office, at: '2026-10-06 10:30', ...given });
/** The bot is put into that person's own chat. */
const opens = async (n: number, more: object = {}, of = ward): Promise<Answer> => {
  const before = of.teams.posts.length;
  const answer = await of.desk.received({ kind: 'installed', where: at(alone(n)), caller: caller(n, ''), ...more });
  const posted = of.teams.posts.slice(before).find(({ to }) => to.conversation === alone(n).conversation);
  return posted === undefined ? answer : { kind: 'post', content: posted.content };
};
const greetings = (n: number): number => ward.teams.textsIn(alone(n).conversation).filter((text) => text.includes('幸区役所の「取りまとめ」です。')).length;
const said = (answer: Answer): string => (answer.kind === 'post' ? textOf(answer.content.card) : answer.kind);
const titles = (answer: Answer): readonly string[] => (answer.kind === 'post' ? buttonsIn(answer.content.card).map(({ title }) => title) : []);
const greeted = async (n: number) => (await ward.store.people.get(officePartition(office.id), personDocId(personId(n))))?.doc.greeted;

beforeEach(async () => { ward = await running(); });

describe('whoever opens their chat with us is told whose this is, and what is asked of them now', () => {
  it.each([['担当者', STAFF], ['所属長', HEAD]])('%s: of their unit, with its due date', async (_, n) => {
    const answer = await opens(n);
    expect(said(answer)).toMatch(/幸区役所の「取りまとめ」です。[^]*依頼元は、企画課[^]*中間報告[^]*総務課　取組3件\n提出期限　10月20日（火）17:00\n□ 未提出[^]*問合せ先/);
    expect(titles(answer)).toEqual(['回答する', 'これまでの報告を見る', '使い方を見る']);
  });
  it('the head: where they confirm, unless the office does without', async () => {
    const CONFIRMS = 'この個人チャットで所属長の確認をお願いします。';
    expect([said(await opens(HEAD)).includes(CONFIRMS), said(await opens(STAFF)).includes(CONFIRMS)]).toEqual([true, false]);
    ward = await running({ office: { ...office, headConfirmation: 'off' } });
    expect(said(await opens(HEAD))).not.toContain(CONFIRMS);
  });
  it('who has said that they answer for units: each of them', async () => {
    await ward.store.people.put(person(DECLARED, { declared: declared('soumu', 'eisei') }), 'absent');
    expect(said(await opens(DECLARED))).toMatch(/総務課　取組3件[^]*衛生課　取組/);
  });
  it('while nothing is asked: when the next report comes, and no button to answer', async () => {
    ward = await running({ at: '2026-09-01 10:00', liveSince: '2026-09-01 09:00' });
    const answer = await opens(STAFF);
    expect(said(answer)).toMatch(/総務課\n現在、受付中の報告はありません。\n次回は中間報告です（10月6日（火）にお知らせ、提出期限10月20日（火）17:00）。/);
    expect(titles(answer)).toEqual(['これまでの報告を見る', '予定を見る', '使い方を見る']);
  });
  it('before 運用開始 nothing is asked of a unit', async () => {
    ward = await running({ live: false });
    expect(said(await opens(STAFF))).toContain('現在、受付中の報告はありません。');
  });
  it('the secretariat: the way to its board', async () => {
    const answer = await opens(SECRETARIAT);
    expect(said(answer)).toMatch(/中間報告\n提出期限　10月20日（火）17:00\n「所属別に見る」を押すと/);
    expect(titles(answer)).toEqual(['所属別に見る', '送付状況を見る', '使い方を見る']);
  });
  it.each([
    ['with places: the press that is left', undefined, '「運用開始」を押してください。'],
    ['without any: where the bot has to be put', places(), 'チームに「取りまとめ」を追加すると'],
  ])('the secretariat before 運用開始, %s', async (_, given, words) => {
    ward = await running({ live: false });
    const stored = (await ward.store.places.get(officePartition(office.id), PLACES_ID))!;
    await ward.store.places.put(given ?? stored.doc, { version: stored.version });
    const answer = await opens(SECRETARIAT);
    expect(said(answer)).toContain('「運用開始」を押すまで、所属へは何も送りません。');
    expect(said(answer)).toContain(words);
    expect(titles(answer)).toEqual(['投稿先を見る', '担当を見る', '使い方を見る']);
  });
  it.each([
    ['declared', '所属のチャネルで「回答する」を押してください。'], ['registered', '登録が必要です。問合せ先へ御連絡ください。'],
  ] as const)('somebody whom nobody knows yet: how to be known, with answering: %s', async (answering, words) => {
    ward = await running({ office: { ...office, answering } });
    const answer = await opens(STRANGER);
    expect(said(answer)).toContain(`御自分の所属は、まだ登録されていません。`);
    expect(said(answer)).toContain(words);
    expect(titles(answer)).toEqual(['予定を見る', '使い方を見る']);
  });
  it('local mode is live by itself', async () => {
    ward = await running({ live: false, mode: 'local' });
    expect(said(await opens(STAFF))).toContain('提出期限　10月20日（火）17:00');
  });
});

describe('they are told once', () => {
  it('however often Teams says that they opened it, whatever they did between', async () => {
    expect((await opens(STAFF)).kind).toBe('post');
    expect(await greeted(STAFF)).toBe(ward.now());
    await ward.say(STAFF, alone(STAFF), '状況');
    await ward.beat('2026-10-06 10:31');
    expect([await opens(STAFF), await opens(STAFF)]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  });
  it('for the price of three writes, that they are known, that it begins and that it was done; told again it costs nothing of its own', async () => {
    let counted: CountingStore | undefined;
    ward = await running({ withinOneTick: true, through: (store) => (counted = countingStore(store)) });
    await ward.beat('2026-10-06 10:30');
    const first = await counted!.during(() => opens(STAFF));
    const again = await counted!.during(() => opens(STAFF));
    expect([first.writes, again]).toEqual([3, { reads: 0, writes: 0 }]);
  });
  it('when two instances hear of it at the same moment', async () => {
    const other = await running({ store: ward.store, teams: ward.teams });
    await Promise.all([opens(STAFF), opens(STAFF, {}, other), opens(STAFF), opens(STAFF, {}, other)]);
    expect(greetings(STAFF)).toBe(1);
  });
  it('also when they take it out and put it in again: their chat still has it', async () => {
    await opens(STAFF);
    await ward.desk.received({ kind: 'removed', where: at(alone(STAFF)) });
    expect(await opens(STAFF)).toEqual({ kind: 'nothing' });
  });
  it('but in a fault of the store not at all, so that the next time tells them', async () => {
    const put = ward.store.people.put.bind(ward.store.people);
    Object.assign(ward.store.people, { put: async () => { throw new Error('the disk is full'); } });
    await expect(opens(STAFF)).rejects.toThrow('the disk is full');
    Object.assign(ward.store.people, { put });
    expect((await opens(STAFF)).kind).toBe('post');
  });
});

describe('nobody goes without it', () => {
  const DYING = 60;
  /** A process that dies at that step; another goes on with its store, before the same Teams. */
  const dying = async (step: 'before it is sent' | 'after it was sent'): Promise<void> => {
    const teams = { ...ward.teams, post: async (...given: Parameters<typeof ward.teams.post>) => {
      if (step === 'after it was sent') await ward.teams.post(...given);
      return new Promise<never>(() => undefined);
    } };
    const first = await running({ store: ward.store, teams });
    void opens(STAFF, {}, first);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  };

  it.each([[DYING - 1, 0], [DYING, 1], [DYING * 5, 1]])('where the process died before it was sent: after %i seconds the next look has sent it %i times', async (after, times) => {
    await dying('before it is sent');
    expect(await greeted(STAFF)).toBeUndefined();
    const later = plusSeconds(ward.now(), after);
    await ward.look(later);
    await ward.look(later);
    expect(greetings(STAFF)).toBe(times);
  });
  it('where it died between the sending and its record, it is told once more and no oftener', async () => {
    await dying('after it was sent');
    await ward.beat('2026-10-06 10:31');
    await ward.beat('2026-10-06 10:40');
    expect(greetings(STAFF)).toBe(2);
  });
  it('and it is then done', async () => {
    await dying('before it is sent');
    await ward.beat('2026-10-06 10:31');
    await ward.beat('2026-10-06 10:40');
    expect([greetings(STAFF), await greeted(STAFF)]).toEqual([1, tokyo('2026-10-06 10:31')]);
    expect(await opens(STAFF)).toEqual({ kind: 'nothing' });
  });
  it('not outside hours, nor while all is paused', async () => {
    await dying('before it is sent');
    await ward.beat('2026-10-06 12:00');
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '一時停止');
    await ward.beat('2026-10-06 13:00');
    expect(greetings(STAFF)).toBe(0);
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '再開');
    await ward.beat('2026-10-06 13:01');
    expect(greetings(STAFF)).toBe(1);
  });
  it('where it opens once more before that look, it is told then', async () => {
    await dying('before it is sent');
    expect(await opens(STAFF)).toEqual({ kind: 'nothing' }); // perhaps it is on its way
    ward = await running({ store: ward.store, teams: ward.teams, at: '2026-10-06 10:31' });
    expect((await opens(STAFF)).kind).toBe('post');
  });
  it.each<[string, SendProblem, number, number]>([
    ['Teams took nothing for the moment', { kind: 'not-delivered', why: '429' }, 1, 1],
    ['it perhaps arrived: nothing is said twice', { kind: 'uncertain', why: '502' }, 0, 0],
    ['Teams will not have us write there', { kind: 'refused', why: '403', status: 403, placeLost: true }, 0, 1],
  ])('where %s', async (_, problem, later, opening) => {
    ward.teams.fail(alone(STAFF).conversation, problem);
    await opens(STAFF);
    await ward.beat('2026-10-06 10:31');
    expect(greetings(STAFF)).toBe(later);
    await opens(STAFF);
    expect(greetings(STAFF)).toBe(opening);
  });
});

describe('nobody is told', () => {
  it.each<[string, () => Promise<Answer>]>([
    ['by a newer version of the bot: nobody opened anything', () => opens(STAFF, { upgraded: true })],
    ['where Teams does not say who it was', () => ward.desk.received({ kind: 'installed', where: at(alone(STAFF)) })],
    ['in a channel', () => opens(STAFF, { where: at(SOUMU) })],
  ])('%s', async (_, install) => {
    expect(await install()).toEqual({ kind: 'nothing' });
    expect(await greeted(STAFF)).toBeUndefined();
    expect(ward.teams.posts).toEqual([]);
  });
});
