import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/domain/report.ts';
import type { Answer } from '../../src/ports.ts';
import { act, by, reportIn, YEARS } from '../fixtures/history.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { initiative, office as wardOffice, personId, sectionId } from '../fixtures/office.ts';
import { chatAddress, declared, person, place, TENANT } from '../fixtures/places.ts';
import { alone, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const STAFF = 1;
const BOTH = 2;
const NEWCOMER = 3;
const OUTSIDER = 7;
const CHAT = chatAddress('chat-soumu');
const OURS = '接遇研修を7月に2回実施した。';
const THEIRS = '営業施設を12か所調べた。';
const DRAFT = 'まだ書きかけの文です。';

const initiatives = [
  initiative('soumu-01', 'soumu', { title: '初期応対力の向上', lastYear: { fiscalYear: 2025, grade: '3', result: '前年度は案内を改めた。' } }), initiative('soumu-02', 'soumu', { title: '苦情情報の共有' }),
  initiative('eisei-01', 'eisei', { title: '食品衛生の窓口', officialText: '相談を受ける。' }),
];
const office = () => wardOffice({ initiatives, rounds: [YEARS.q1b, YEARS.midb] });
const reports: readonly Report[] = [
  reportIn('q1b', 'soumu', act('submit', '2026-07-15 10:00', { 'soumu-01': { mark: 'on-track', done: OURS } }, { by: { ...by('head', 5), name: '山田' } })),
  reportIn('q1b', 'eisei', act('submit', '2026-07-15 10:00', { 'eisei-01': { mark: 'delayed', done: THEIRS } })),
  reportIn('midb', 'soumu', act('save', '2026-10-06 11:00', { 'soumu-01': { done: DRAFT } })),
];

const shown = (answer: Answer): string => (answer.kind === 'post' || answer.kind === 'replace' ? textOf(answer.content.card) : answer.kind === 'words' ? answer.text : '');
const asks = async (who: number, where: Parameters<RunningOffice['say']>[1], text: string): Promise<string> => shown(await ward.say(who, where, text));
const inChatOf = (n: number): string => ward.teams.textsIn(`personal-${n}`).at(-1) ?? '';
const cardOf = (answer: Answer): unknown => (answer.kind === 'post' || answer.kind === 'replace' ? answer.content.card : undefined);

async function open(given: Parameters<typeof runningOffice>[0] = {}): Promise<void> {
  ward = await runningOffice({ office: office(), ...given });
  await ward.store.people.put({ ...person(STAFF, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
  await ward.store.people.put({ ...person(BOTH, { declared: declared('soumu', 'eisei') }), tenant: TENANT }, 'absent');
  for (const report of reports) await ward.store.reports.put(report, 'absent');
  await ward.beat('2026-10-06 12:00');
}
beforeEach(() => open());

describe('履歴', () => {
  it('gives a person, alone, what their own section reported, and what each initiative came to last year', async () => {
    const text = await asks(STAFF, alone(STAFF), '履歴');
    for (const part of ['総務課のこれまでの報告', '令和8年度 第1四半期報告', '順調 ○', '前年度（令和7年度）', '目標をほぼ達成（3）']) expect(text).toContain(part);
    expect(text).not.toContain('食品');
  });
  it.each(['取組1', '1', 'soumu-01', '初期応対', '総務課 取組1'])('with %s after it gives that initiative in full, with names for its own people', async (said) => {
    const text = await asks(STAFF, alone(STAFF), `履歴 ${said}`);
    for (const part of ['総務課　取組1　初期応対力の向上', OURS, '総務課 所属長（山田さん）', '前年度は案内を改めた。']) expect(text).toContain(part);
  });
  it.each(['引継ぎ', '引き継ぎ', '/history', 'handover', '／履歴'])('is also said %s', async (word) => { expect(await asks(STAFF, alone(STAFF), word)).toContain('総務課のこれまでの報告'); });
  it('gives a section’s group chat its own, without asking who somebody is', async () => {
    await open({ bound: { sections: { [sectionId('soumu')]: place({ address: CHAT, name: '総務課' }) }, teams: [] } });
    expect(await asks(OUTSIDER, CHAT, '履歴 1')).toContain('総務課 所属長（山田さん）');
    expect(await asks(OUTSIDER, CHAT, '履歴 衛生課')).not.toContain('食品');
  });
  it('never shows a draft, to nobody', async () => {
    for (const text of [await asks(STAFF, alone(STAFF), '履歴'), await asks(STAFF, alone(STAFF), '履歴 取組1'), await asks(SECRETARIAT, alone(SECRETARIAT), '履歴 soumu-01')]) expect(text).not.toContain(DRAFT);
  });

  describe('in a channel, which a whole team reads,', () => {
    it('goes to the person’s own chat, and the channel says no more than that', async () => {
      expect(await asks(STAFF, SOUMU, '履歴 取組1')).toContain('個人チャットにお送りしました。');
      expect(inChatOf(STAFF)).toContain(OURS);
      expect(ward.teams.textsIn(SOUMU.conversation).join('')).not.toContain(OURS);
    });
    it('goes there from the meeting’s place too', async () => {
      expect(await asks(STAFF, MEETING, '履歴')).toContain('個人チャットにお送りしました。');
      expect(inChatOf(STAFF)).toContain('総務課のこれまでの報告');
    });
    it('says what to do where that is not possible, and nothing of what it was', async () => {
      ward.teams.unreachable.add(`29:${STAFF}`);
      const text = await asks(STAFF, SOUMU, '履歴 取組1');
      expect(text).toContain('Teamsで「取りまとめ」を開き、「履歴」と送ってください。');
      expect(text).not.toContain('研修');
    });
    it('lets who is not known there say that they belong to the section, and then gives it to them', async () => {
      const refused = await ward.say(NEWCOMER, SOUMU, '履歴');
      expect(shown(refused)).not.toContain('第1四半期');
      const told = await ward.press(NEWCOMER, SOUMU, buttonOf(cardOf(refused), '総務課の職員として登録する'));
      const again = await ward.press(NEWCOMER, SOUMU, buttonOf(cardOf(told), 'これまでの報告を見る'));
      expect(shown(again)).toContain('個人チャットにお送りしました。');
      expect(inChatOf(NEWCOMER)).toContain('総務課のこれまでの報告');
    });
    it('lets nobody say so where rights are registered', async () => {
      await open({ office: { ...office(), answering: 'registered' } });
      const refused = await ward.say(NEWCOMER, SOUMU, '履歴');
      expect(buttonsIn(cardOf(refused))).toEqual([]);
      expect(shown(refused)).toContain('問合せ先');
    });
    it('is not for those of another section, who read their own in their own chat', async () => { expect(await asks(STAFF, EISEI, '履歴')).not.toContain('個人チャット'); });
  });

  describe('of another section', () => {
    it.each(['衛生課', 'eisei', 'eisei-01', '食品', '衛生課 取組1', '相談を受ける'])('is refused in words that tell nothing of it: %s', async (said) => {
      const text = await asks(STAFF, alone(STAFF), `履歴 ${said}`);
      expect(text).toContain(`『${said}』に当てはまる取組は、見つかりませんでした。`);
      expect(text).toContain('御自分の所属の報告です');
      expect(text.replaceAll(said, '')).not.toMatch(/衛生|食品|12か所|遅れ/);
    });
    it.each<[string, Record<string, unknown>]>([['its section', { section: 'eisei' }], ['one of its initiatives', { initiative: 'eisei-01' }], ['one of its initiatives, under one’s own section', { section: 'soumu', initiative: 'eisei-01' }]])('is refused to a button that names %s', async (_, data) => {
      const text = shown(await ward.press(STAFF, alone(STAFF), { do: 'history.open', v: 1, office: 'saiwai', ...data }));
      expect(text).toContain('その所属の方と事務局の方が見られます');
      expect(text).not.toMatch(/食品|12か所/);
    });
    it('is refused to who has no section, with what to do', async () => {
      const text = await asks(OUTSIDER, alone(OUTSIDER), '履歴');
      expect(text).toContain('御自分の所属のチャネルで「履歴」と送ってください。');
      expect(text).not.toContain('第1四半期');
    });
    it('is not lost on a card whose initiative is no longer in the register', async () => {
      expect(shown(await ward.press(STAFF, alone(STAFF), { do: 'history.open', v: 1, office: 'saiwai', initiative: 'soumu-99' }))).toContain('この画面は古くなっています。');
    });
  });

  describe('asked by the secretariat, alone,', () => {
    it('is of the section or the initiative that they name, with posts and without names', async () => {
      expect(await asks(SECRETARIAT, alone(SECRETARIAT), '履歴 衛生課')).toContain('衛生課のこれまでの報告');
      const text = await asks(SECRETARIAT, alone(SECRETARIAT), '履歴 soumu-01');
      expect(text).toContain(OURS);
      expect(text).toContain('総務課 所属長');
      expect(text).not.toContain('山田');
    });
    it('asks which section is meant, and answers to the choice', async () => {
      const which = await ward.say(SECRETARIAT, alone(SECRETARIAT), '履歴');
      const answer = await ward.press(SECRETARIAT, alone(SECRETARIAT), buttonOf(cardOf(which), '衛生課'));
      expect([answer.kind, shown(answer).includes('衛生課のこれまでの報告')]).toEqual(['replace', true]);
    });
    it('lets them choose where several initiatives fit', async () => {
      const found = await ward.say(SECRETARIAT, alone(SECRETARIAT), '履歴 について、区民に');
      expect(shown(found)).toContain('2件です。');
      expect(shown(await ward.press(SECRETARIAT, alone(SECRETARIAT), { ...buttonOf(cardOf(found), '内容を見る'), initiative: 'soumu-02' }))).toContain('取組2　苦情情報の共有');
    });
    it('says of a word that fits nothing how to name one', async () => { expect(await asks(SECRETARIAT, alone(SECRETARIAT), '履歴 図書館')).toContain('例　履歴 総務課 取組2'); });
    it('goes to their own chat from anywhere else', async () => {
      for (const where of [SOUMU, MEETING]) {
        expect(await asks(SECRETARIAT, where, '履歴 衛生課')).toContain('個人チャットにお送りしました。');
        expect(inChatOf(SECRETARIAT)).toContain('衛生課のこれまでの報告');
      }
    });
  });

  it('asks a person of two sections which one is meant, and offers no other', async () => {
    const which = await ward.say(BOTH, alone(BOTH), '履歴');
    expect(buttonsIn(cardOf(which)).map(({ title }) => title)).toEqual(['総務課', '衛生課']);
    expect(shown(await ward.press(BOTH, alone(BOTH), buttonOf(cardOf(which), '衛生課')))).toContain('衛生課のこれまでの報告');
  });
  it('is leafed through in one’s own chat on one card', async () => {
    const overview = await ward.say(STAFF, alone(STAFF), '履歴');
    const one = await ward.press(STAFF, alone(STAFF), { ...buttonOf(cardOf(overview), '内容を見る'), initiative: 'soumu-01' });
    const next = await ward.press(STAFF, alone(STAFF), buttonOf(cardOf(one), '次の取組'));
    const list = await ward.press(STAFF, alone(STAFF), buttonOf(cardOf(next), '一覧へ戻る'));
    expect([overview, one, next, list].map(({ kind }) => kind)).toEqual(['post', 'replace', 'replace', 'replace']);
    expect(shown(next)).toContain('取組2　苦情情報の共有');
    expect(shown(list)).toBe(shown(overview));
  });
  it('is leafed through to its next page, whatever stands chosen beside the button', async () => {
    const many = Array.from({ length: 40 }, (_, n) => initiative(`soumu-${n + 1}`, 'soumu', { title: `取組の名前${n + 1}`, officialText: 'あ'.repeat(200), lastYear: { fiscalYear: 2025, grade: '3', result: '' } }));
    await open({ office: wardOffice({ initiatives: many, rounds: [YEARS.q1b, YEARS.midb] }) });
    const overview = await ward.say(STAFF, alone(STAFF), '履歴');
    const next = await ward.press(STAFF, alone(STAFF), { ...buttonOf(cardOf(overview), '次のページ'), initiative: 'soumu-1' });
    expect(shown(next)).toMatch(/総務課のこれまでの報告[^]*2／[2-9]ページ/);
  });
  it('is opened anew in a group chat, so that nobody loses what they read', async () => {
    await open({ bound: { sections: { [sectionId('soumu')]: place({ address: CHAT, name: '総務課' }) }, teams: [] } });
    const overview = await ward.say(STAFF, CHAT, '履歴');
    expect((await ward.press(OUTSIDER, CHAT, { ...buttonOf(cardOf(overview), '内容を見る'), initiative: 'soumu-01' })).kind).toBe('post');
  });
  it('is offered to a newcomer by 使い方', async () => {
    const help = await ward.say(STAFF, alone(STAFF), '使い方');
    expect(shown(await ward.press(STAFF, alone(STAFF), buttonOf(cardOf(help), 'これまでの報告を見る')))).toContain('総務課のこれまでの報告');
  });
  it('of a section that never reported says that there is nothing yet, and where the dates are', async () => {
    await open({ office: wardOffice({ rounds: [YEARS.midb] }) });
    expect(await asks(STAFF, alone(STAFF), '履歴')).toContain('これまでの報告は、まだありません。');
  });
  it('goes by the post: a head of the section is its own, and names are shown to them', async () => {
    await open({ office: { ...office(), answering: 'registered', posts: [...office().posts, { role: 'head', section: sectionId('soumu'), person: personId(5) }] } });
    expect(await asks(5, alone(5), '履歴 1')).toContain('（山田さん）');
    expect(await asks(STAFF, alone(STAFF), '履歴 1')).not.toContain('山田');
  });
});
