import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buttonsOn, buttonThat, inputsOn, kindOn, wordsOn } from '../../rehearse/cardReading.ts';
import type { Outcome, Standing } from '../../rehearse/client.ts';
import type { Wire } from '../../rehearse/timeline.ts';
import { ownChat, type Person } from '../../rehearse/town.ts';
import { later, runningTown, type RunningTown } from './runningTown.ts';

jest.setTimeout(300_000); // days go by in each

let here: RunningTown;
const open = async (form: 'dialog' | 'message' = 'dialog', more: Partial<Parameters<typeof runningTown>[0]> = {}): Promise<void> => {
  here = await runningTown({ form, ...more });
  await here.until(later(here.dates.askAt, 1));
};
beforeEach(() => open());
afterEach(() => here.close());

const member = (unit: string, oldClient = false): Person => {
  const found = here.staff(unit).find((each) => each.oldClient === oldClient && !each.alone);
  if (found === undefined) throw new Error(`nobody such in ${unit}`);
  return found;
};

function press(who: Person, on: Standing, does: string, typed: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const button = buttonThat(on.card, does);
  if (button === undefined) throw new Error(`no ${does} among ${buttonsOn(on.card).map(({ title }) => title).join('、')}`);
  return here.client.press(who, on, button, typed);
}

function inDialog({ dialog, fault, toast, seen }: Outcome): Standing {
  if (dialog === undefined) throw new Error(`no dialog but ${fault ?? toast ?? 'nothing'}`);
  expect(seen).toEqual([]); // and nothing is posted or changed anywhere
  return dialog;
}

/** 「回答する」 in the group chat of 衛生課, or through 「総務課の職員として回答します」 in the channel of 総務課. */
const formInChat = async (who = member('eisei')): Promise<Standing> => inDialog(await press(who, here.askOf('衛生課'), 'form.open'));

const words = (card: Wire | undefined): string => wordsOn(card ?? {}).join('\n');
const valueOn = (card: Wire, id: string): string | undefined => inputsOn(card).find((input) => input.id === id)?.value;
const ANSWERED = { 'f.eisei-01.mark': 'ontrack', 'f.eisei-01.done': '窓口を月2回開いた', 'f.eisei-02.mark': 'ontrack', 'f.eisei-02.done': '点検を12件行った' };

/** The marks that the form itself offers. */
function answeredOn(card: Wire): Readonly<Record<string, string>> {
  const marks = inputsOn(card).filter(({ id }) => id.endsWith('.mark')).map(({ id, choices }) => [id, choices[0]?.value ?? ''] as const);
  return { ...ANSWERED, ...Object.fromEntries(marks) };
}

describe('a form in a dialog', () => {
  it('is opened, pointed out what is missing with the text kept, submitted and received, all in the dialog', async () => {
    const who = member('eisei');
    const form = await formInChat(who);
    expect(buttonsOn(form.card).every(({ data }) => !('msteams' in data))).toBe(true);
    expect(JSON.stringify(form.card)).not.toContain('Action.Execute');

    const { 'f.eisei-01.mark': _, ...incomplete } = answeredOn(form.card);
    const pointed = inDialog(await press(who, form, 'form.submit', incomplete));
    expect(kindOn(pointed.card)).toBe('form');
    expect(valueOn(pointed.card, 'f.eisei-02.done')).toBe('点検を12件行った');
    expect(words(pointed.card)).toContain('！');

    const outcome = await press(who, pointed, 'form.submit', answeredOn(form.card));
    expect(kindOn(outcome.dialog?.card ?? {})).toBe('accepted');
    expect(words(outcome.dialog?.card)).toContain(who.name);
    expect(outcome.seen.filter(({ how }) => how === 'post')).toEqual([]);

    await here.until(later(here.dates.askAt, 2));
    expect(words(here.teams.messages.cardOf(here.askOf('衛生課').activity))).toContain('■ 提出済み');
  });

  it('saves a draft, and opens with it again, though it stands in a channel that others read', async () => {
    const who = member('soumu');
    const offer = inDialog(await press(who, here.askOf('総務課'), 'form.open'));
    expect(words(offer.card)).toContain('総務課の職員として登録されていません');
    const declared = inDialog(await press(who, offer, 'declare'));
    const form = inDialog(await press(who, declared, 'form.open'));
    const saved = inDialog(await press(who, form, 'form.save', { 'f.soumu-01.done': '要綱を改めた' }));
    expect(words(saved.card)).toContain('下書きを保存しました');
    const again = inDialog(await press(who, here.askOf('総務課'), 'form.open'));
    expect(valueOn(again.card, 'f.soumu-01.done')).toBe('要綱を改めた');
    expect(JSON.stringify(here.teams.arrivals)).not.toContain('要綱を改めた');
  });

  it('shows both texts to the second of two, and takes the choice', async () => {
    const [one, two] = [member('eisei'), here.staff('eisei').find((each) => each.id !== member('eisei').id)];
    const mine = await formInChat(one);
    const theirs = await formInChat({ ...(two ?? one), oldClient: false });
    await press(one, mine, 'form.save', { 'f.eisei-01.done': '先の文' });
    const conflict = inDialog(await press({ ...(two ?? one), oldClient: false }, theirs, 'form.save', { 'f.eisei-01.done': '後の文' }));
    expect(words(conflict.card)).toMatch(/先の文[^]*後の文/);
    const chosen = buttonsOn(conflict.card).find(({ data }) => data['use'] === 'typed');
    const saved = inDialog(await here.client.press({ ...(two ?? one), oldClient: false }, conflict, chosen ?? { title: '', data: {} }));
    expect(words(saved.card)).toContain('下書きを保存しました');
    expect(valueOn((await formInChat(one)).card, 'f.eisei-01.done')).toBe('後の文');
  });

  it('answers a command that is pressed in it in the same dialog', async () => {
    await here.until(later(here.dates.freezeAt, 1));
    const closed = inDialog(await press(member('eisei'), here.askOf('衛生課'), 'form.open'));
    expect(words(closed.card)).toContain('受付は');
    expect(words(closed.card)).toContain('問合せ先');
    const status = inDialog(await press(member('eisei'), closed, 'command'));
    expect(words(status.card)).toContain('衛生課');
  });

  it('shows after 資料確定 what was submitted', async () => {
    const who = member('eisei');
    const form = await formInChat(who);
    await press(who, form, 'form.submit', answeredOn(form.card));
    await here.until(later(here.dates.freezeAt, 1));
    const standing = here.askOf('衛生課');
    const shown = inDialog(await press(who, { ...standing, card: here.teams.messages.cardOf(standing.activity) ?? {} }, 'form.open'));
    expect(words(shown.card)).toContain('窓口を月2回開いた');
    expect(inputsOn(shown.card)).toEqual([]);
  });

  it('is not opened to an outsider, who is told in words what to do', async () => {
    const outsider = here.town.people.find(({ role }) => role === 'outsider');
    const ask = here.askOf('衛生課');
    const chat = outsider && ownChat(outsider);
    if (outsider === undefined || chat === undefined) throw new Error('no outsider');
    const refused = inDialog(await press({ ...outsider, oldClient: false }, { ...ask, spot: chat, conversation: chat.id }, 'form.open'));
    expect(words(refused.card)).toContain('登録されていません');
    expect(words(refused.card)).toContain('問合せ先');
    expect(inputsOn(refused.card)).toEqual([]);
  });

  it('leads an outsider’s forged submission to the same words, and gives back nothing but what was typed', async () => {
    const outsider = here.town.people.find(({ role }) => role === 'outsider');
    if (outsider === undefined) throw new Error('no outsider');
    const form = await formInChat();
    const refused = inDialog(await press(outsider, { ...form, spot: ownChat(outsider), conversation: ownChat(outsider).id }, 'form.submit', { 'f.eisei-01.done': '部外の文' }));
    expect(words(refused.card)).toContain('登録されていません');
    expect(words(refused.card)).toContain('部外の文');
  });
});

describe('an older client, without dialogs', () => {
  it('gets the form as a message of its own', async () => {
    const outcome = await press(member('kikikanri', true), here.askOf('危機管理担当'), 'form.open');
    expect(outcome.dialog).toBeUndefined();
    expect(outcome.seen).toHaveLength(1);
    expect(words(outcome.seen[0]?.card)).toContain('職員として回答します');
  });

  it('answers in that message from end to end', async () => {
    const who = { ...member('eisei'), oldClient: true };
    const posted = (await press(who, here.askOf('衛生課'), 'form.open')).seen.find(({ card }) => card !== undefined && kindOn(card) === 'form');
    if (posted?.card === undefined) throw new Error('no form');
    expect(posted.spot.kind).toBe('personal');
    await press(who, { ...posted, card: posted.card }, 'form.submit', answeredOn(posted.card));
    expect(kindOn(here.teams.messages.cardOf(posted.activity) ?? {})).toBe('accepted');
  });
});

describe('where FORM is message', () => {
  it('every form is a message, and no card asks for a dialog', async () => {
    await here.close();
    await open('message');
    const outcome = await press(member('eisei'), here.askOf('衛生課'), 'form.open');
    expect(outcome.dialog).toBeUndefined();
    expect(outcome.seen.map(({ card }) => kindOn(card ?? {}))).toContain('form');
    expect(JSON.stringify(here.teams.arrivals)).not.toContain('task/fetch');
  });
});

/** As it comes over the wire, whatever stands in it. */
async function invoke(name: string, value: unknown, who = member('eisei')): Promise<{ readonly status: number; readonly text: string }> {
  const { id } = here.spot('衛生課');
  const response = await fetch(here.url, {
    method: 'POST', headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({
      type: 'invoke', name, value, channelId: 'msteams', serviceUrl: here.teams.url, id: '1', from: { id: who.teamsId, aadObjectId: who.id, name: who.name }, recipient: { id: '28:torimatome' },
      conversation: { id, conversationType: 'groupChat', tenantId: here.town.tenant }, channelData: { tenant: { id: here.town.tenant } },
    }),
  });
  return { status: response.status, text: await response.text() };
}

describe('what is no press of ours', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['a text', 'x'], ['a list', [1]], ['no data', {}], ['data that is a text', { data: 'x' }], ['data that is a list', { data: [1] }],
    ['another’s data', { data: { do: 'x' } }], ['half of a form', { data: { do: 'form.submit', v: 1, office: 'saiwai' } }], ['a page that is no number', { data: { do: 'form.page', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'eisei', base: 0, page: 1, to: 'x' } }],
    ['a form of a round that there is not', { data: { do: 'form.submit', v: 1, office: 'saiwai', round: 'FY1999-mid', section: 'eisei', base: 0, page: 1 } }],
    ['a form of an earlier version', { data: { do: 'form.submit', v: 0, office: 'saiwai', round: 'FY2026-mid', section: 'eisei', base: 0, page: 1, 'f.eisei-01.done': '文' } }],
  ])('task/fetch and task/submit with %s get a kind answer', async (_, value) => {
    for (const name of ['task/fetch', 'task/submit']) {
      const { status, text } = await invoke(name, value);
      expect(status).toBe(200);
      expect(text).toMatch(/"type":"continue"/);
      expect(text).toMatch(/問合せ先/);
    }
  });
});

describe('when the store fails', () => {
  it('gives back what was typed, with a button that sends it once more', async () => {
    await here.close();
    let broken = false;
    await open('dialog', { bent: { parts: (parts) => ({ ...parts, store: { ...parts.store, several: (...asked) => (broken ? Promise.reject(new Error('gone')) : parts.store.several(...asked)) } }) } });
    const who = member('eisei');
    const form = await formInChat(who);
    broken = true;
    const kept = inDialog(await press(who, form, 'form.submit', answeredOn(form.card)));
    expect(words(kept.card)).toContain('保存できませんでした');
    expect(words(kept.card)).toContain('点検を12件行った');
    for (const mark of Object.entries(answeredOn(form.card))) if (mark[0].endsWith('.mark')) expect(words(kept.card)).not.toContain(mark[1]);
    broken = false;
    expect(kindOn((await press(who, kept, 'form.submit')).dialog?.card ?? {})).toBe('accepted');
  });
});

describe('a refreshed card', () => {
  /** Saves a draft in a dialog; the posted card does not change by it. */
  async function draft(who: Person): Promise<void> {
    const form = await formInChat(who);
    await press(who, form, 'form.save', { 'f.eisei-01.done': '書きかけ' });
    await here.until(later(here.dates.askAt, 2));
  }
  /** A unit whose people are known to be its own has them in its cards. */
  const known = async (): Promise<Person> => {
    const who = member('eisei');
    const form = await formInChat(who);
    await press(who, form, 'form.submit', answeredOn(form.card)); // after which the posted card is drawn anew, with those who are known now
    await here.until(later(here.dates.askAt, 2));
    return who;
  };

  it('tells the section’s own people of their drafts, and is never written into the conversation', async () => {
    const who = await known();
    const form = await formInChat(who);
    await press(who, form, 'form.save', { 'f.eisei-01.done': '書き直し' });
    const seen = await here.client.look(who, here.askOf('衛生課'));
    expect(words(seen.card)).toContain('下書き（未提出）が1件あります');
    const { action } = here.askOf('衛生課').card['refresh'] as Wire;
    const { text } = await invoke('adaptiveCard/action', { action, trigger: 'automatic' }, here.secretary); // of no section, in their chat
    expect(text).toContain('card.adaptive');
    expect(text).not.toContain('下書き（未提出）が');
    expect(seen.seen).toEqual([]);
    expect(JSON.stringify(here.teams.arrivals)).not.toContain('下書き（未提出）が');
  });

  it('is exactly the posted one for everybody else, and for its own people while nothing waits', async () => {
    const who = await known();
    const posted = here.teams.messages.cardOf(here.askOf('衛生課').activity);
    expect((await here.client.look(who, here.askOf('衛生課'))).card).toEqual(posted);
    expect((await here.client.look(here.secretary, here.askOf('衛生課'))).card).toEqual(posted);
  });

  it('is asked for by nobody but those it names, sixty at most', async () => {
    await draft(member('eisei'));
    const before = here.askOf('衛生課').card['refresh'] as Wire;
    expect(before['userIds']).toEqual([]);
    const who = await known();
    const after = here.teams.messages.cardOf(here.askOf('衛生課').activity)?.['refresh'] as Wire;
    expect(after['userIds']).toEqual([who.teamsId]);
  });

  it('says nothing to who may not see that unit', async () => {
    const ofSoumu = here.askOf('総務課').card['refresh'] as Wire;
    const { status, text } = await invoke('adaptiveCard/action', { action: ofSoumu['action'], trigger: 'automatic' }); // from the chat of 衛生課
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' });
    const own = here.askOf('衛生課').card['refresh'] as Wire;
    expect((await invoke('adaptiveCard/action', { action: own['action'], trigger: 'automatic' })).text).toContain('card.adaptive');
  });
});
