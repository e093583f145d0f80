import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { makeImport } from '../../src/flows/importOffice.ts';
import { amended } from '../fixtures/amendments.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, HEAD, headed, headedOffice, lastIn, OUTSIDER, pressOn, REPORTER, saidIn, submits } from '../fixtures/headedOffice.ts';
import { day, initiative, midRound, office as wardOffice, personId, roundId, section, sectionId } from '../fixtures/office.ts';
import { channel, team } from '../fixtures/places.ts';
import { changed } from '../fixtures/registerActs.ts';
import { alone, at, EISEI, MEETING, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';
import { nodesOf } from '../cards/walk.ts';

let ward: RunningOffice;
const ALONE = alone(SECRETARIAT);
type Card = Record<string, unknown>;

const press = (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => pressOn(ward, SECRETARIAT, card, title, typed);
const pressed = async (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Card> => cardOf(await press(card, title, typed));
/** 取組・所属を直す, from the board. */
const units = async (): Promise<Card> => pressed(await pressed(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')), 'その他の操作'), '取組・所属を直す');
const unit = async (id = 'soumu'): Promise<Card> => pressed(await units(), 'この所属を開く', { section: id });
const form = async (title = '直す', id = 'soumu-02', of = 'soumu'): Promise<Card> => pressed(await unit(of), title, { initiative: id });
const acts = async () => (await ward.store.amendments.get('saiwai:office', 'amendments'))?.doc.acts ?? [];
const valueOf = (card: Card, id: string): unknown => nodesOf(card).find((node) => node['id'] === id)?.['value'];
const filled = (card: Card): Record<string, string> =>
  Object.fromEntries(nodesOf(card).filter((node) => String(node['type']).startsWith('Input.')).map((node) => [String(node['id']), String(node['value'])]));
/** Everything that stands in the boxes comes with a press, as from a client. */
const saves = async (card: Card, typed: Readonly<Record<string, string>>, title = '登録する'): Promise<Card> => pressed(card, title, { ...filled(card), ...typed });

beforeEach(async () => { ward = await headedOffice({ office: headed({ sections: [section('soumu', '総務課'), section('eisei', '衛生課'), section('kikaku', '企画課')] }) }); });

describe('取組を直す', () => {
  it('changes what was changed alone, from the board on, and says before, after and from when', async () => {
    const receipt = textOf(await saves(await form(), { title: '苦情の共有' }));
    for (const words of ['■ 「苦情の共有」を直しました。', '変更前　soumu-02の略称', '今から、画面と通知に使います。']) expect(receipt).toContain(words);
    expect(receipt).not.toContain('変更前　環境整備');
    expect(await acts()).toEqual([{ kind: 'initiative-changed', initiative: 'soumu-02', set: { title: '苦情の共有' }, at: ward.now(), by: personId(SECRETARIAT) }]);
    expect(textOf(await unit())).toContain('2　苦情の共有');
  });

  it('keeps what was typed with the reason why it was not taken', async () => {
    const card = await saves(await form(), { title: '', category: '窓口' });
    expect([textOf(card).includes('！ 略称を入力してから'), valueOf(card, 'title'), valueOf(card, 'category')]).toEqual([true, '', '窓口']);
    expect(await acts()).toEqual([]);
  });

  it('shows what somebody else changed since, with what was typed in place, and takes it at the second press', async () => {
    const mine = await form();
    await saves(await form(), { title: '先の人の略称', category: '窓口' });
    const again = await saves(mine, { title: '私の略称' });
    expect(textOf(again)).toContain('！ 「略称」は、画面を開いた後に「先の人の略称」に変わりました。');
    expect([valueOf(again, 'title'), valueOf(again, 'category')]).toEqual(['私の略称', '環境整備']);
    await saves(again, { category: '窓口' });
    expect((await acts()).at(-1)).toMatchObject({ set: { title: '私の略称' } });
    expect(textOf(await form())).not.toContain('先の人の略称');
  });

  it('is used by the office’s own forms from then on', async () => {
    await saves(await form(), { text: '新しい本文にする。' });
    expect(textOf(await pressed(await form(), '取組の一覧へ戻る'))).toContain('新しい本文にする。');
    expect(saidIn(await ward.say(REPORTER, alone(REPORTER), '履歴 soumu-02'))).toContain('新しい本文にする。');
  });

  it('redraws the posted cards of that unit, and of no other', async () => {
    ward.teams.edits.length = 0;
    await saves(await pressed(await unit(), '名称・チャネル名を直す'), { name: '総務企画課' });
    await ward.beat('2026-10-06 10:20');
    expect(textOf(lastIn(ward, SOUMU.conversation))).toContain('総務企画課');
    expect(ward.teams.edits.every(({ posted }) => posted.address.conversation !== EISEI.conversation)).toBe(true);
  });

  it('stays with an import that knows nothing of it, which says so', async () => {
    await saves(await form(), { title: '苦情の共有' });
    const plan = await makeImport({ store: ward.store }).apply({ ...ward.office, name: '別の名' }, day('2026-10-06'));
    expect(plan.ok && plan.value.laidOver).toMatchObject([{ kind: 'changed', what: 'initiative', id: 'soumu-02' }]);
    await ward.beat('2026-10-06 10:20');
    expect(textOf(await unit())).toContain('苦情の共有');
  });
});

describe('what looks like a person in what was typed', () => {
  const adding = { title: '山田様への応対', text: '新しく取り組む。', category: '窓口', goals: '1', ongoing: 'no' };
  it.each([
    ['取組を直す', () => form(), { title: '山田様への応対' }, '登録する', '略称に、「○○様」のような氏名'], ['取組を直す', () => form(), { text: '044-200-0000へ掛ける。' }, '登録する', '取組の内容に、電話番号のような数字'],
    ['取組を加える', async () => pressed(await unit(), '取組を加える'), adding, '加える', '略称に、「○○様」のような氏名'],
    ['所属を直す', async () => pressed(await unit(), '名称・チャネル名を直す'), { name: '山田様担当' }, '登録する', '名称に、「○○様」のような氏名'],
    ['所属を加える', async () => pressed(await units(), '所属を加える'), { name: '山田様担当' }, '加える', '名称に、「○○様」のような氏名'],
  ] as const)('%s: is pointed out once, with all that was typed; 「このまま登録する」 takes it', async (_, card, typed, title, found) => {
    const back = await saves(await card(), typed, title);
    for (const words of ['まだ登録していません。', found, ...Object.values(typed).slice(0, 1)]) expect(textOf(back)).toContain(words);
    expect(await acts()).toEqual([]);
    expect(textOf(await saves(back, typed, 'このまま登録する'))).toMatch(/^■ 「/);
    expect(await acts()).toHaveLength(1);
  });

  it('is not looked for in what was there before', async () => {
    await saves(await saves(await form(), { title: '山田様への応対' }), { title: '山田様への応対' }, 'このまま登録する');
    expect(textOf(await saves(await form(), { title: '山田様への応対', category: '窓口' }))).toContain('を直しました。');
  });
});

describe('its presses', () => {
  it.each([['a head', HEAD, () => alone(HEAD)], ['a reporter', REPORTER, () => alone(REPORTER)], ['the secretariat, where others read', SECRETARIAT, () => SOUMU], ['the secretariat, before the meeting', SECRETARIAT, () => MEETING]])('do nothing for %s', async (_, who, where) => {
    const of = { v: 1, office: 'saiwai', section: 'soumu', initiative: 'soumu-02', name: '別の課', title: '別の略称', day: '2027-03-31' };
    const all = ['see', 'unit', 'change', 'add', 'end', 'resume', 'change-unit', 'add-unit', 'end-unit', 'resume-unit'].map((what) => ({ ...of, do: `register.${what}` }));
    for (const data of [...all, { ...of, do: 'register.form', form: 'change' }]) expect(saidIn(await ward.press(who, where(), data))).not.toContain('soumu-02の略称');
    expect(await acts()).toEqual([]);
  });

  it('lead on where what they are about is gone', async () => {
    for (const [data, words] of [[{ do: 'register.unit', section: 'nowhere' }, '！ 所属が選ばれていないか'], [{ do: 'register.form', form: 'change', section: 'soumu', initiative: '' }, '！ 取組が選ばれていないか'], [{ do: 'register.end', section: 'soumu', initiative: 'gone-01' }, '！ 取組が選ばれていないか']] as const)
      expect(saidIn(await ward.press(SECRETARIAT, ALONE, { v: 1, office: 'saiwai', ...data }))).toContain(words);
  });
});

describe('取組を加える・終える', () => {
  const typed = { title: '新しい取組', text: '新しく取り組む。', category: '窓口', goals: '1', ongoing: 'no' };

  it('is asked about in the round whose 基準日 is its first day or later', async () => {
    expect(textOf(await saves(await pressed(await unit(), '取組を加える'), { ...typed, day: '2026-09-30' }, '加える'))).toContain('中間報告から、報告の対象になります。');
    expect(textOf(await saves(await pressed(await unit(), '取組を加える'), { ...typed, title: '次の取組', day: '2026-10-01' }, '加える'))).toContain('次の回を作ると、対象になります。');
    await ward.beat('2026-10-06 10:20');
    expect(textOf(lastIn(ward, SOUMU.conversation))).toContain('取組4件');
  });

  it('adds one for two presses of the same card', async () => {
    const card = await pressed(await unit(), '取組を加える');
    for (let n = 0; n < 2; n += 1) expect(textOf(await saves(card, typed, '加える'))).toContain('■ 「新しい取組」を加えました。');
    expect(await acts()).toHaveLength(1);
  });

  it('is not ended before the 基準日 of a round in which it is written of, and the day stays', async () => {
    await submits(ward);
    const card = await saves(await form('終える・終了を取り消す', 'soumu-01'), { day: '2026-09-29' }, '終える');
    expect([textOf(card).includes('その回の基準日（9月30日（水））以後の日にしてください。'), valueOf(card, 'day')]).toEqual([true, '2026-09-29']);
    expect(textOf(await saves(card, { day: '2026-10-31' }, '終える'))).toContain('は、令和8年10月31日（土）で終わります。');
    expect(textOf(await pressed(await form('終える・終了を取り消す', 'soumu-01'), '終了を取り消す'))).toContain('の終了を取り消しました。');
    expect((await acts()).map(({ kind }) => kind)).toEqual(['initiative-ended', 'initiative-resumed']);
  });

  it('says what stays with a unit that ends, and asks it no more', async () => {
    const receipt = textOf(await saves(await pressed(await unit(), '所属を終える・終了を取り消す'), { day: '2026-10-06' }, '終える'));
    for (const words of ['令和8年10月6日（火）で終わります。', '取組3件は、この所属のまま残ります。', '職の登録が4件残ります。']) expect(receipt).toContain(words);
    await ward.beat('2026-10-07 09:00');
    expect(textOf(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')))).not.toContain('総務課');
  });

  it('does not end the unit of the secretariat', async () => {
    expect(textOf(await saves(await pressed(await unit('kikaku'), '所属を終える・終了を取り消す'), {}, '終える'))).toContain('！ 事務局の所属は、問合せ先のため終えられません。');
  });

  it('adds a unit, to which initiatives are added next', async () => {
    const receipt = await saves(await pressed(await units(), '所属を加える'), { name: '新しい課' }, '加える');
    expect(textOf(receipt)).toContain('投稿先がありません。');
    expect(textOf(await pressed(receipt, '取組を加える'))).toContain('新しい課の取組を加える');
  });

  it('finds the channel of a unit that was added or called otherwise, by its name', async () => {
    const named = [channel('ch-soumu', '総務課'), channel('ch-eisei', '衛生課'), channel('ch-meeting', '区部長会議'), channel('ch-new', '新しい課'), channel('ch-plan', '企画')];
    ward = await headedOffice({ office: ward.office, bound: { teams: [team({ channels: named })] } });
    expect(textOf(await saves(await pressed(await units(), '所属を加える'), { name: '新しい課' }, '加える'))).toContain('投稿先は、「新しい課」です。');
    await saves(await pressed(await unit('kikaku'), '名称・チャネル名を直す'), { channels: '企画' });
    const { sections } = (await ward.store.places.get('saiwai:office', 'places'))!.doc;
    expect([sections[sectionId('unit-001')]?.address.conversation, sections[sectionId('kikaku')]?.address.conversation]).toEqual(['ch-new', 'ch-plan']);
  });
});

describe('略称を直す, by the unit itself', () => {
  const opened = async (who: number = REPORTER): Promise<Card> => cardOf(await pressOn(ward, who, cardOf(await ward.say(who, alone(who), '履歴 soumu-02')), '略称を直す'));

  it('stands beside the text of the initiative; who changed it is recorded, and seen by the secretariat', async () => {
    const receipt = cardOf(await pressOn(ward, REPORTER, await opened(), '登録する', { title: '苦情の共有' }));
    expect(textOf(receipt)).toContain('変更前　soumu-02の略称');
    expect(buttonsIn(receipt).map(({ title }) => title)).not.toContain('取組の一覧へ戻る');
    expect(await acts()).toMatchObject([{ set: { title: '苦情の共有' }, by: personId(REPORTER) }]);
    expect(textOf(await unit())).toContain('略称の変更');
  });

  it('opens a window in clients that have one, and is answered there', async () => {
    const data = buttonOf(cardOf(await ward.say(REPORTER, alone(REPORTER), '履歴 soumu-02')), '略称を直す');
    const within = { by: 'dialog', where: at(SOUMU, { dialog: true }) } as const;
    const form = cardOf(await ward.press(REPORTER, SOUMU, data, within));
    const save = nodesOf(form).find(({ title }) => title === '登録する')?.['data'] as Record<string, unknown>;
    const answer = await ward.press(REPORTER, SOUMU, { ...save, title: '苦情の共有' }, within);
    expect([answer.kind, saidIn(answer).includes('■ 「苦情の共有」を直しました。')]).toEqual(['replace', true]);
  });

  it('keeps what was typed where it is too long', async () => {
    const card = cardOf(await pressOn(ward, HEAD, await opened(HEAD), '登録する', { title: '字'.repeat(41) }));
    expect([textOf(card).includes('！ 略称は、40字以内で入力してください。'), valueOf(card, 'title')]).toEqual([true, '字'.repeat(41)]);
  });

  it.each(['title.open', 'title.save'])('is nobody else’s: %s', async (what) => {
    const data = { do: what, v: 1, office: 'saiwai', initiative: 'soumu-02', title: '別の略称', seen: '' };
    expect(saidIn(await ward.press(OUTSIDER, alone(OUTSIDER), data))).not.toContain('soumu-02');
    expect(await acts()).toEqual([]);
  });
});

describe('what a past meeting read', () => {
  const summary = async (): Promise<string> => saidIn(await ward.say(SECRETARIAT, ALONE, 'まとめ'));

  it('keeps its words and its units, whatever is changed after 資料確定', async () => {
    await submits(ward);
    await ward.beat('2026-10-27 09:00');
    const before = await summary();
    await saves(await form('直す', 'soumu-01'), { text: '会議の後の本文。', owner: 'eisei' });
    await saves(await pressed(await unit('soumu'), '名称・チャネル名を直す'), { name: '総務企画課' });
    await saves(await pressed(await unit('eisei'), '所属を終える・終了を取り消す'), { day: '2026-10-20' }, '終える');
    await ward.beat('2026-10-27 09:30');
    expect(await summary()).toBe(before);
    expect(await acts()).toHaveLength(3);
  });

  it('is told of an initiative that went to another unit since, in the history of that one', async () => {
    await submits(ward);
    await ward.beat('2026-10-27 09:00');
    await saves(await form('直す', 'soumu-01'), { owner: 'eisei' });
    const text = saidIn(await ward.say(SECRETARIAT, ALONE, '履歴 soumu-01'));
    expect(text).toContain('衛生課');
    expect(text).toContain('提出');
  });

  it('is as it was for an office that was amended before it, too', async () => {
    const rounds = [midRound(), midRound({ id: roundId('FY2026-q3'), kind: 'light', name: '第3四半期報告', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') })];
    ward = await headedOffice({ office: headed({ rounds, initiatives: [...wardOffice().initiatives, initiative('soumu-04', 'soumu')] }) });
    await ward.store.amendments.put(amended(changed('soumu-04', { title: '前からの変更' }, '2026-10-01 10:00'), changed('soumu-04', { title: '後からの変更' }, '2026-11-02 10:00')), 'absent');
    await ward.beat('2026-11-02 11:00');
    expect(saidIn(await ward.say(SECRETARIAT, ALONE, '履歴 soumu-04'))).toContain('後からの変更');
  });
});
