import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Store } from '../../src/ports.ts';
import { makeImport } from '../../src/flows/importOffice.ts';
import { appointed, postOf } from '../fixtures/appointments.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { day, office as wardOffice, personId, section, sectionId, tokyo } from '../fixtures/office.ts';
import { chatAddress, declared, person, place, TENANT } from '../fixtures/places.ts';
import { alone, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const [HEAD, STAFF, OUTSIDER, NEWCOMER] = [1, 2, 7, 20] as const;
const office = wardOffice({ posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, postOf('head', HEAD)] });
let ward: RunningOffice;

const shown = (answer: Answer): string => {
  if (answer.kind === 'post' || answer.kind === 'replace') return textOf(answer.content.card);
  return answer.kind === 'words' ? answer.text : '';
};
const cardOf = (answer: Answer): unknown => {
  if (answer.kind !== 'post' && answer.kind !== 'replace') throw new Error(`no card but ${JSON.stringify(answer)}`);
  return answer.content.card;
};
const titles = (answer: Answer): readonly string[] => buttonsIn(cardOf(answer)).map(({ title }) => title);
/** Presses a button of a card, alone, with what was chosen and typed beside it. */
const goes = (who: number, from: Answer, title: string, typed: Record<string, string> = {}): Promise<Answer> =>
  ward.press(who, alone(who), { ...buttonOf(cardOf(from), title), ...typed });
const asked = (who: number, text = '担当'): Promise<Answer> => ward.say(who, alone(who), text);
/** 担当を登録する, filled in. */
const appoints = async (who: number, typed: Record<string, string>, unit = '担当 総務課'): Promise<Answer> =>
  goes(who, await goes(who, await asked(who, unit), '担当を登録する'), '登録する', typed);
const recorded = async (store: Store) => (await store.appointments.get('saiwai:office', 'appointments'))?.doc.acts ?? [];

async function opened(given: Parameters<typeof runningOffice>[0] = {}): Promise<RunningOffice> {
  const running = await runningOffice({ office, ...given });
  await running.store.people.put({ ...person(HEAD, { personal: alone(HEAD) }), tenant: TENANT }, 'absent');
  await running.store.people.put({ ...person(STAFF, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
  running.teams.rosters.set('team-1', [{ person: personId(NEWCOMER), teamsId: '29:20', name: '新任　春子', upn: 'haruko@example.lg.jp' }]);
  await running.beat('2026-10-06 10:00');
  return running;
}

beforeEach(async () => { ward = await opened(); });

describe('担当', () => {
  it('shows the secretariat all units, and which have no head', async () => {
    const text = shown(await asked(SECRETARIAT));
    expect(text).toContain('所属長　職員1');
    expect(text).toContain('！ 1所属に、所属長の登録がありません。');
    expect(text).toContain('職員90');
  });

  it('shows a unit its own in its place, to anybody there, and to its people alone', async () => {
    for (const answer of [await ward.say(STAFF, SOUMU, '担当'), await asked(STAFF), await ward.say(SECRETARIAT, SOUMU, '担当')]) {
      expect(shown(answer)).toContain('総務課の担当');
      expect(shown(answer)).not.toContain('衛生課');
      expect(titles(answer)).toEqual([]);
    }
  });

  it('goes to the secretariat’s own chat from a place where not all may read it', async () => {
    expect(shown(await ward.say(SECRETARIAT, MEETING, '担当'))).toContain('個人チャット');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('衛生課');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('この所属を開く');
  });

  it('shows the secretariat all units in its own place too, to be read there and changed elsewhere', async () => {
    ward = await opened({ bound: { secretariat: place({ address: chatAddress('chat-jimu') }) } });
    const answer = await ward.say(SECRETARIAT, chatAddress('chat-jimu'), '担当');
    expect(shown(answer)).toContain('衛生課');
    expect(shown(answer)).toContain('Teamsで「取りまとめ」を開き、「担当」と送ると');
    expect(titles(answer)).toEqual([]);
  });

  it.each([
    ['an outsider, alone', OUTSIDER, () => alone(OUTSIDER), '担当'], ['staff, of another unit', STAFF, () => alone(STAFF), '担当 衛生課'], ['staff, in the meeting’s place', STAFF, () => MEETING, '担当'],
  ])('is refused to %s, with what can be done', async (_, who, where, text) => {
    expect(shown(await ward.say(who, where(), text))).toContain('使い方を見る');
  });

  it('asks a person of two units which one is meant', async () => {
    await ward.store.people.put({ ...person(3, { declared: declared('soumu', 'eisei') }), tenant: TENANT }, 'absent');
    const which = await asked(3);
    expect(shown(await goes(3, which, '衛生課'))).toContain('衛生課の担当');
  });

  it('offers in a chat of one’s own only what one may decide', async () => {
    expect(titles(await asked(HEAD))).toEqual(['担当を登録する', '登録を取り消す']);
    expect(titles(await asked(SECRETARIAT, '担当 総務課'))).toEqual(['担当を登録する', '職を終える', '登録を取り消す', '全ての所属を見る']);
    expect(titles(await asked(STAFF))).toEqual([]);
  });
});

describe('担当を登録する', () => {
  it('gives a post to somebody whom Teams shows in the unit’s place, who can act in it at once and be written to alone', async () => {
    const form = await goes(HEAD, await asked(HEAD), '担当を登録する');
    expect(shown(form)).toContain('新任　春子');
    const done = await goes(HEAD, form, '登録する', { role: 'deputy', person: personId(NEWCOMER), from: '2026-10-06', to: '2027-03-31' });
    expect(shown(done)).toContain('新任　春子さんを、総務課の代理として登録しました（令和8年10月6日（火）から令和9年3月31日（水）まで）。');
    expect(await recorded(ward.store)).toEqual([
      { kind: 'appointed', post: { role: 'deputy', section: 'soumu', person: personId(NEWCOMER), from: '2026-10-06', to: '2027-03-31' }, at: tokyo('2026-10-06 10:00'), by: personId(HEAD) },
    ]);
    const known = (await ward.store.people.get('saiwai:office', `person:${personId(NEWCOMER)}`))?.doc;
    expect(known).toMatchObject({ name: '新任　春子', upn: 'haruko@example.lg.jp', personal: { conversation: 'personal-20' } });
    expect(shown(await asked(NEWCOMER))).toContain('総務課の担当');
  });

  it('lets the secretariat name a head, who is a head from then on', async () => {
    const form = await goes(SECRETARIAT, await goes(SECRETARIAT, await asked(SECRETARIAT), 'この所属を開く', { section: 'eisei' }), '担当を登録する');
    expect(shown(await goes(SECRETARIAT, form, '登録する', { role: 'head', person: personId(NEWCOMER) }))).toContain('衛生課の所属長として登録しました');
    expect(titles(await asked(NEWCOMER))).toContain('担当を登録する');
  });

  it('lets the secretariat name another of its own', async () => {
    const unit = await goes(SECRETARIAT, await asked(SECRETARIAT), '事務局の職員を開く');
    const done = await goes(SECRETARIAT, await goes(SECRETARIAT, unit, '担当を登録する'), '登録する', { person: personId(STAFF) });
    expect(shown(done)).toContain('職員2さんを、事務局の職員として登録しました');
    expect(shown(await asked(STAFF))).toContain('衛生課');
  });

  it('gives back the form with what was chosen, and says why, where something is amiss', async () => {
    const refused = await appoints(SECRETARIAT, { role: 'reporter', person: personId(NEWCOMER), from: '2026-10-06', to: '2026-10-05' });
    expect(shown(refused)).toContain('！ 終了日が開始日より前です');
    expect(JSON.stringify(cardOf(refused))).toContain('"value":"2026-10-05"');
    expect(shown(await goes(SECRETARIAT, refused, '登録する', { role: 'reporter', person: 'だれか', from: '' }))).toContain('職員を選んで');
    expect(await recorded(ward.store)).toEqual([]);
  });

  it('finds among many by a part of the name, and takes nobody whom Teams does not show', async () => {
    ward.teams.rosters.set('team-1', Array.from({ length: 150 }, (_, n) => ({ person: personId(100 + n), teamsId: `29:${100 + n}`, name: `課員${n}` })));
    const form = await goes(HEAD, await asked(HEAD), '担当を登録する');
    expect(shown(form)).toContain('80人を表示しています。');
    const found = await goes(HEAD, form, '氏名で絞り込む', { find: '課員１４９', role: 'reporter' });
    expect(shown(found)).toContain('課員149');
    expect(shown(found)).not.toContain('課員148');
    expect(shown(await goes(HEAD, found, '登録する', { role: 'reporter', person: personId(249) }))).toContain('課員149さんを');
    expect(shown(await appoints(HEAD, { role: 'reporter', person: personId(999) }))).toContain('職員を選んで');
  });

  it('pressed twice is done once', async () => {
    const form = await goes(HEAD, await asked(HEAD), '担当を登録する');
    const typed = { role: 'reporter', person: personId(NEWCOMER), from: '2026-10-06' };
    for (const answer of [await goes(HEAD, form, '登録する', typed), await goes(HEAD, form, '登録する', typed)]) expect(shown(answer)).toContain('担当者として登録しました');
    expect(await recorded(ward.store)).toHaveLength(1);
  });

  it('loses nothing that another decided at the same moment, and is judged by it', async () => {
    const other = appointed(postOf('reporter', NEWCOMER, { from: '2026-10-01' }));
    let between = 1;
    ward = await opened({
      through: (store) => ({ ...store, appointments: { ...store.appointments, put: async (...given) => {
        if (between-- > 0) await store.appointments.put({ office: office.id, acts: [other] }, 'absent');
        return store.appointments.put(...given);
      } } }),
    });
    await appoints(HEAD, { role: 'deputy', person: personId(NEWCOMER) });
    expect((await recorded(ward.store)).map(({ kind }) => kind)).toEqual(['appointed', 'appointed']);
    expect(shown(await appoints(HEAD, { role: 'reporter', person: personId(NEWCOMER) }))).toContain('もう担当者として登録されています（令和8年10月1日（木）から）');
  });

  it.each([
    ['a head for another unit', HEAD, 'eisei'], ['staff', STAFF, 'soumu'], ['an outsider', OUTSIDER, 'soumu'],
  ])('is refused to %s, whatever their card says', async (_, who, unit) => {
    const answer = await ward.press(who, alone(who), { do: 'people.appoint', v: 1, office: 'saiwai', section: unit, role: 'reporter', person: personId(NEWCOMER) });
    expect(shown(answer)).not.toContain('登録しました');
    expect(await recorded(ward.store)).toEqual([]);
  });

  it('is not done in a place that others read', async () => {
    const answer = await ward.press(HEAD, SOUMU, { do: 'people.appoint', v: 1, office: 'saiwai', section: 'soumu', role: 'reporter', person: personId(STAFF) });
    expect(shown(answer)).toContain('できません');
    expect(await recorded(ward.store)).toEqual([]);
  });

  it('stands after an import that knows nothing of it', async () => {
    await appoints(SECRETARIAT, { role: 'head', person: personId(STAFF) });
    await makeImport({ store: ward.store }).apply(wardOffice({ name: '別の名', posts: office.posts }), day('2026-10-06'));
    await ward.beat('2026-10-06 10:10');
    expect(titles(await asked(STAFF))).toContain('担当を登録する');
  });
});

describe('職を終える', () => {
  const ends = async (who: number, unit: string, typed: Record<string, string>): Promise<Answer> => goes(who, await goes(who, await asked(who, unit), '職を終える'), '終える', typed);

  it('leaves the right until 24:00 of the last day', async () => {
    const done = await ends(SECRETARIAT, '担当 総務課', { post: `head|${personId(HEAD)}|`, day: '2026-10-06' });
    expect(shown(done)).toContain('職員1さんの職（所属長）は、令和8年10月6日（火）の24:00で終わります。');
    await ward.beat('2026-10-06 23:59');
    expect(titles(await asked(HEAD))).toContain('担当を登録する');
    await ward.beat('2026-10-07 00:00');
    expect(shown(await asked(HEAD))).toContain('使い方を見る');
  });

  it('tells whoever ends it that a declaration of the same person still stands', async () => {
    await appoints(HEAD, { role: 'reporter', person: personId(STAFF), from: '2026-10-06' });
    const done = await ends(HEAD, '担当', { post: `reporter|${personId(STAFF)}|2026-10-06`, day: '2026-10-06' });
    expect(shown(done)).toContain('「登録を取り消す」も押してください');
  });

  it('does not leave the office without a secretariat', async () => {
    const unit = await goes(SECRETARIAT, await asked(SECRETARIAT), '事務局の職員を開く');
    const answer = await goes(SECRETARIAT, await goes(SECRETARIAT, unit, '職を終える'), '終える', { post: `secretariat|${personId(SECRETARIAT)}|` });
    expect(shown(answer)).toContain('事務局の職員がいなくなるため、終えられません');
  });
});

describe('登録を取り消す', () => {
  const open = { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
  const declare = { ...open, do: 'declare' };
  const undoes = async (who: number): Promise<Answer> => goes(who, await goes(who, await asked(who, '担当 総務課'), '登録を取り消す'), '取り消す', { person: personId(STAFF) });
  const mayAnswer = async (where: Parameters<RunningOffice['press']>[1]): Promise<boolean> => !/取り消されています|登録されていません/.test(shown(await ward.press(STAFF, where, open)));

  it.each([['the head', HEAD], ['the secretariat', SECRETARIAT]])('by %s takes the right away in every place, at once, and says kindly what to do', async (_, who) => {
    expect(await mayAnswer(SOUMU)).toBe(true);
    expect(shown(await undoes(who))).toContain('職員2さんの、総務課の職員としての登録を取り消しました。');
    for (const where of [SOUMU, alone(STAFF)]) expect(await mayAnswer(where)).toBe(false);
    const text = shown(await ward.press(STAFF, alone(STAFF), open));
    expect(text).toContain('職員2さんの、総務課の職員としての登録は、10月6日（火）に取り消されています。');
    expect(text).toContain('担当者としての登録をお申し出ください');
    expect(text).not.toContain('総務課の職員として回答します');
    expect(shown(await ward.press(STAFF, alone(STAFF), declare))).toContain('取り消されています');
    expect((await ward.store.people.get('saiwai:office', `person:${personId(STAFF)}`))?.doc).toMatchObject({ declared: {}, undone: { soumu: { by: personId(who) } } });
    for (const text of ['状況', '担当']) expect(shown(await asked(STAFF, text))).toContain('使い方を見る');
  });

  it('is told to them alone: where others read they are not registered, and hear whom to ask', async () => {
    await undoes(HEAD);
    for (const pressed of [open, declare]) {
      const text = shown(await ward.press(STAFF, SOUMU, pressed));
      expect(text).toContain('職員2さんは、総務課の職員として登録されていません。\n回答する場合は、登録が必要です。問合せ先へ御連絡ください。');
      expect(text).not.toMatch(/取り消|10月6日|総務課の職員として回答します/);
    }
  });

  it('holds in the unit’s group chat too, which else is proof enough', async () => {
    ward = await opened({ bound: { sections: { [sectionId('soumu')]: place({ address: chatAddress('chat-soumu') }) } } });
    expect(await mayAnswer(chatAddress('chat-soumu'))).toBe(true);
    await undoes(HEAD);
    expect(await mayAnswer(chatAddress('chat-soumu'))).toBe(false);
  });

  it('is made good by a registration as 担当者', async () => {
    await undoes(HEAD);
    await appoints(HEAD, { role: 'reporter', person: personId(STAFF) });
    expect(await mayAnswer(SOUMU)).toBe(true);
  });

  it('stays undone when they declare it anew in a post that was given since: the right is that of the post', async () => {
    await undoes(HEAD);
    await appoints(HEAD, { role: 'reporter', person: personId(STAFF) });
    await ward.press(STAFF, SOUMU, { ...declare, reporter: true });
    expect((await ward.store.people.get('saiwai:office', `person:${personId(STAFF)}`))?.doc.declared).toEqual({});
  });

  it('is nobody else’s to press', async () => {
    const press = { do: 'people.undo', v: 1, office: 'saiwai', section: 'soumu', person: personId(STAFF) };
    for (const who of [STAFF, OUTSIDER]) await ward.press(who, alone(who), press);
    expect(await mayAnswer(SOUMU)).toBe(true);
  });
});

describe('代理の順を変える', () => {
  it('is shown where there are several, and changes their order', async () => {
    await appoints(HEAD, { role: 'deputy', person: personId(STAFF) });
    await appoints(HEAD, { role: 'deputy', person: personId(NEWCOMER) });
    const unit = await asked(HEAD);
    expect(shown(unit)).toMatch(/職員2\n代理（1番目）[^]*新任　春子\n代理（2番目）/);
    const done = await goes(HEAD, await goes(HEAD, unit, '代理の順を変える'), '1番目にする', { person: personId(NEWCOMER) });
    expect(shown(done)).toMatch(/新任　春子\n代理（1番目）[^]*職員2\n代理（2番目）/);
  });
});

describe('担当の引継ぎ', () => {
  it('reaches the secretariat at 10:00 of the first 開庁日 of April, once, with the way to 担当', async () => {
    ward = await opened({ office: { ...office, posts: [office.posts[0]!, postOf('head', HEAD, { to: '2027-03-31' })], sections: [section('soumu', '総務課')] } });
    await ward.beat('2027-04-01 09:59');
    const before = ward.teams.posts.length;
    for (const wall of ['2027-04-01 10:00', '2027-04-01 10:01', '2027-04-02 10:00']) await ward.beat(wall);
    const told = ward.teams.posts.slice(before);
    expect(told.map(({ to }) => to.conversation)).toEqual(['personal-90']);
    expect(textOf(told[0]?.content.card)).toContain('！ 所属長（3月31日（水）に終了）');
    expect(shown(await goes(SECRETARIAT, { kind: 'post', content: told[0]!.content }, '担当を見る'))).toContain('総務課');
  });

  it('is let be when every post was given before it was sent', async () => {
    ward = await opened({ office: { ...office, posts: [office.posts[0]!, postOf('head', HEAD, { to: '2027-03-31' })], sections: [section('soumu', '総務課')] } });
    await ward.beat('2027-04-01 09:00');
    await appoints(SECRETARIAT, { role: 'head', person: personId(STAFF) });
    const before = ward.teams.posts.length;
    await ward.beat('2027-04-01 10:00');
    expect(ward.teams.posts).toHaveLength(before);
  });
});

