import { beforeEach, describe, expect, it } from '@jest/globals';
import { inputId } from '../../src/cards/payload.ts';
import { initiativeId, midRound } from '../fixtures/office.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { declared, person, TENANT } from '../fixtures/places.ts';
import { alone, at, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const [STAFF, COLLEAGUE] = [2, 3];
const ROUND = { v: 1, office: 'saiwai', round: midRound().id, section: 'soumu' };
const ANSWERS = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[inputId(initiativeId(id), 'mark'), 'on-track'], [inputId(initiativeId(id), 'done'), '研修を2回実施した。']]));

let ward: RunningOffice;
beforeEach(async () => {
  ward = await runningOffice();
  for (const n of [STAFF, COLLEAGUE]) await ward.store.people.put({ ...person(n, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
  await ward.beat('2026-10-06 10:00');
});

type Spot = ReturnType<typeof alone>;
const cardsIn = ({ conversation }: Spot) => ward.teams.posts.filter(({ to }) => to.conversation === conversation);
/** 「回答」: the activity that holds the card that came. */
async function asksFor(n: number, where: Spot): Promise<string> {
  expect((await ward.say(n, where, '回答')).kind).toBe('nothing');
  return cardsIn(where).at(-1)!.posted.activityId;
}
/** What stands in Teams of that card now. */
const shows = (activity: string): string => {
  const edited = ward.teams.edits.findLast(({ posted }) => posted.activityId === activity);
  return textOf((edited ?? ward.teams.posts.find(({ posted }) => posted.activityId === activity))!.content.card);
};
const submits = (n: number) => ward.press(n, alone(n), { ...ROUND, do: 'form.submit', base: 0, page: 1, ...ANSWERS });
const conducts = (act: Record<string, unknown>) => ward.press(SECRETARIAT, alone(SECRETARIAT), { ...ROUND, ...act });

describe('the card that 「回答」 gave', () => {
  it.each([
    ['in one’s own chat', () => alone(STAFF)],
    ['in the unit’s place', () => SOUMU],
  ])('%s shows the state of now, whoever changed it', async (_, where) => {
    const card = await asksFor(STAFF, where());
    expect(shows(card)).toContain('□ 未提出');
    await conducts({ do: 'board.extend', to: '2026-10-22' });
    await ward.beat('2026-10-14 10:00');
    expect(shows(card)).toContain('提出期限　10月22日（木）17:00（延長後）');
    await submits(COLLEAGUE);
    await ward.beat('2026-10-14 10:01');
    expect(shows(card)).toContain('提出済み');
    await ward.beat('2026-10-26 17:00');
    expect(shows(card)).toContain('確定');
  });

  it('leads to the newer one, where it was asked for again in the same chat', async () => {
    const first = await asksFor(STAFF, alone(STAFF));
    const second = await asksFor(STAFF, alone(STAFF));
    expect(shows(first)).toContain('この照会は、新しい照会に替わりました。');
    await submits(STAFF);
    await ward.beat('2026-10-14 10:00');
    expect([shows(first).includes('新しい照会'), shows(second).includes('提出済み')]).toEqual([true, true]);
  });

  it('stands beside a colleague’s and the one that was sent; each is its own', async () => {
    const cards = [await asksFor(STAFF, alone(STAFF)), await asksFor(COLLEAGUE, alone(COLLEAGUE)), cardsIn(SOUMU)[0]!.posted.activityId];
    await submits(STAFF);
    await ward.beat('2026-10-14 10:00');
    expect(cards.map((card) => shows(card).includes('提出済み'))).toEqual([true, true, true]);
  });

  it('tells nothing more to who is not of the unit any more', async () => {
    const card = await asksFor(STAFF, alone(STAFF));
    const known = await ward.store.people.get('saiwai:office', `person:${person(STAFF).id}`);
    await ward.store.people.put({ ...known!.doc, declared: {} }, { version: known!.version });
    ward.pass(60);
    await ward.beat('2026-10-07 10:00');
    await submits(COLLEAGUE);
    await ward.beat('2026-10-14 10:01');
    expect(shows(card)).not.toContain('提出済み');
  });

  it('is an answer and no send: neither counted nor listed as one', async () => {
    const before = textOf(await delivery());
    await asksFor(STAFF, alone(STAFF));
    expect(textOf(await delivery())).toBe(before);
  });

  it('pressed in the unit’s place says that the unit was asked, where that was in doubt, and is not taken for the ask', async () => {
    const [PARTITION, key] = ['saiwai:FY2026-mid', 'saiwai:FY2026-mid:ask:soumu'];
    const sent = cardsIn(SOUMU)[0]!.posted;
    const now = async () => (await ward.store.outbox.get(PARTITION, key))!.doc.delivery;
    const ask = (await ward.store.outbox.get(PARTITION, key))!;
    await ward.store.outbox.put({ message: ask.doc.message, delivery: { state: 'uncertain', at: ward.now(), why: '503', attempts: 1, doubts: 1 } }, { version: ask.version });
    ward.pass(60);
    await ward.beat('2026-10-06 10:01');
    const card = await asksFor(STAFF, SOUMU);
    await ward.press(STAFF, SOUMU, { ...ROUND, do: 'form.open' }, { where: at(SOUMU, { card }) });
    expect(await now()).toEqual({ state: 'delivered', at: ask.doc.delivery.state === 'delivered' ? ask.doc.delivery.at : '', attempts: 1, doubts: 1, seenBy: person(STAFF).id });
    await submits(STAFF);
    await ward.beat('2026-10-14 10:00');
    expect([shows(card).includes('提出済み'), shows(sent.activityId).includes('提出済み')]).toEqual([true, false]);
    await ward.press(STAFF, SOUMU, { ...ROUND, do: 'form.open', sent: 1 }, { where: at(SOUMU, { card: sent.activityId, thread: sent.conversation }) }); // it had arrived
    await ward.beat('2026-10-14 10:01');
    expect([await now(), shows(sent.activityId).includes('提出済み')]).toMatchObject([{ state: 'delivered', posted: { activityId: sent.activityId } }, true]);
  });
});

describe('where the card cannot be posted by us', () => {
  it('it is the answer to who asked', async () => {
    ward.teams.fail(alone(STAFF).conversation, { kind: 'not-delivered', why: '429' });
    const answer = await ward.say(STAFF, alone(STAFF), '回答');
    expect(answer.kind === 'post' && textOf(answer.content.card)).toContain('□ 未提出');
  });
});

async function delivery() {
  const answer = await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況');
  if (answer.kind !== 'post') throw new Error(answer.kind);
  return answer.content.card;
}
