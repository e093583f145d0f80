import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buttonsOn, buttonThat, kindOn, wordsOn } from '../../rehearse/cardReading.ts';
import type { Outcome, Standing } from '../../rehearse/client.ts';
import type { Wire } from '../../rehearse/timeline.ts';
import { ownChat, type Person } from '../../rehearse/town.ts';
import { CONDUCT_ID, roundPartition } from '../../src/domain/documentIds.ts';
import type { OfficeId, RoundId, SectionId } from '../../src/domain/ids.ts';
import { noConduct } from '../../src/flows/facts.ts';
import type { Store } from '../../src/ports.ts';
import { later, runningTown, type RunningTown } from './runningTown.ts';

jest.setTimeout(300_000); // weeks go by in each

let here: RunningTown;
let store: Store;
const start = async (form: 'dialog' | 'message'): Promise<void> => {
  here = await runningTown({ form, bent: { parts: (parts) => { store = parts.store; return parts; } } });
  await here.until(later(here.dates.askAt, 1));
};
afterEach(() => here.close());

const found = <T>(given: T | undefined): T => {
  if (given === undefined) throw new Error('not there');
  return given;
};
const member = (unit: string): Person => found(here.staff(unit).find(({ oldClient, alone }) => !oldClient && !alone));
const answersIn = ({ card, dialog, seen }: Outcome, on: Standing): readonly Standing[] => [
  ...(card === undefined ? [] : [{ ...on, card }]), ...(dialog === undefined ? [] : [dialog]),
  ...seen.flatMap(({ spot, conversation, activity, card: shown, how }) => (shown === undefined || how !== 'post' ? [] : [{ spot, conversation, activity, card: shown }])),
];
const open = (on: Standing, given: Wire = {}) => ({ title: '回答する', data: { ...found(buttonThat(on.card, 'form.open')).data, ...given } });
/** The card with that button drawn on it otherwise, as an old one in the chat is. */
const drawnWith = (on: Standing, given: Wire): Standing => ({ ...on, card: JSON.parse(JSON.stringify(on.card), (_key, value: unknown) => (isOpener(value) ? { ...value, ...given } : value)) as Wire });
const isOpener = (value: unknown): value is Wire => typeof value === 'object' && value !== null && (value as Wire)['do'] === 'form.open';

/** What whoever pressed reads: why, what to do next, where to ask; and nothing on it leads nowhere. */
async function expectKind(who: Person, on: Standing, outcome: Outcome, says: RegExp): Promise<void> {
  expect(outcome.fault).toBeUndefined();
  const answer = found(answersIn(outcome, on).at(-1));
  const text = wordsOn(answer.card).join('\n');
  expect(text).toMatch(says);
  expect(text).toMatch(/ください|お願いします|不要です|確かめられます|開きます/);
  expect(text).toMatch(/問合せ先/);
  for (const button of buttonsOn(answer.card)) {
    const next = await here.client.press(who, answer, button);
    expect([button.title, next.status, next.fault, answersIn(next, answer).length > 0 || next.toast !== undefined]).toEqual([button.title, 200, undefined, true]);
  }
}

describe.each(['dialog', 'message'] as const)('a card that is no longer what it was, where FORM is %s,', (form) => {
  beforeEach(() => start(form));

  it.each<[string, Wire, RegExp]>([
    ['of an earlier version', { v: 0 }, /古くなっています/],
    ['of another office', { office: 'elsewhere' }, /古くなっています/],
    ['of a round that is gone', { round: 'FY1999-mid' }, /古くなっています/],
    ['of a section that is gone', { section: 'nowhere' }, /古くなっています/],
    ['of another unit, to which somebody belonged once', { section: 'kikikanri' }, /危機管理担当の職員として登録されていません/],
  ])('%s, says so and leads on', async (_, given, says) => {
    const who = member('eisei');
    const old = drawnWith(here.askOf('衛生課'), given);
    await expectKind(who, old, await here.client.press(who, old, open(old)), says);
  });

  it('of a round whose taking has ended, says whom to turn to', async () => {
    await here.until(later(here.dates.freezeAt, 1));
    const who = member('eisei');
    await expectKind(who, here.askOf('衛生課'), await here.client.press(who, here.askOf('衛生課'), open(here.askOf('衛生課'))), /受付は、.*に終了しました/);
  });

  it('as a form of a round whose taking has ended meanwhile, keeps what was typed', async () => {
    const who = member('eisei');
    const ask = here.askOf('衛生課');
    const given = found(answersIn(await here.client.press(who, ask, open(ask)), ask).find(({ card }) => kindOn(card) === 'form'));
    await here.until(later(here.dates.freezeAt, 1));
    await expectKind(who, given, await here.client.press(who, given, found(buttonThat(given.card, 'form.submit')), { 'f.eisei-01.done': '間に合わなかった文' }), /下書きとして保存しています/);
  });

  it('of a unit that is exempt by now, says that nothing is needed', async () => {
    const { office } = here.secretary;
    const round = String(open(here.askOf('衛生課')).data['round']) as RoundId;
    const known = await store.conducts.get(roundPartition(office as OfficeId, round), CONDUCT_ID);
    const conduct = known?.doc ?? noConduct(office as OfficeId, round);
    await store.conducts.put({ ...conduct, exempt: { ['eisei' as SectionId]: { reason: '今年度は該当なし', at: here.dates.askAt } } }, known === undefined ? 'absent' : { version: known.version });
    await here.until(later(here.dates.askAt, 2));
    const who = member('eisei');
    await expectKind(who, here.askOf('衛生課'), await here.client.press(who, here.askOf('衛生課'), open(here.askOf('衛生課'))), /今回の報告の対象外です/);
  });

  it('in the hands of somebody who is of no unit, says how to be registered', async () => {
    const outsider = found(here.town.people.find(({ role }) => role === 'outsider'));
    const chat = ownChat(outsider);
    const passedOn = { ...here.askOf('衛生課'), spot: chat, conversation: chat.id };
    await expectKind(outsider, passedOn, await here.client.press(outsider, passedOn, open(passedOn)), /登録されていません/);
  });
});
