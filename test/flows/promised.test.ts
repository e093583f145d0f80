import { beforeEach, describe, expect, it } from '@jest/globals';
import { inputId } from '../../src/cards/payload.ts';
import { submittedOf } from '../../src/domain/reportState.ts';
import { roundPartition } from '../../src/domain/documentIds.ts';
import type { Answer } from '../../src/ports.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { initiativeId, midRound, office as wardOffice, personId, sectionId } from '../fixtures/office.ts';
import { declared, person, TENANT } from '../fixtures/places.ts';
import { alone, cardAfter, EISEI, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const STAFF = 1;

const card = (answer: Answer) => {
  if (answer.kind !== 'post' && answer.kind !== 'replace') throw new Error(`no card but ${JSON.stringify(answer)}`);
  return answer.content.card;
};
/** Presses the button of that name, with what is typed beside it. */
const onwards = (of: ReturnType<typeof card>, title: string, typed: Record<string, string> = {}, who = STAFF, where = alone(who)) => {
  const button = buttonsIn(of).find((each) => each.title === title);
  if (button === undefined) throw new Error(`no ${title} but ${buttonsIn(of).map((each) => each.title).join()}`);
  return ward.press(who, where, { ...button.data, ...typed });
};
const posted = (where: typeof SOUMU) => ward.teams.textsIn(where.conversation);
const answers = (done = '研修を2回実施した。') =>
  Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[inputId(initiativeId(id), 'mark'), 'on-track'], [inputId(initiativeId(id), 'done'), done]]));
const stored = async () => (await ward.store.reports.list(roundPartition(ward.office.id, midRound().id)))[0]?.doc;

beforeEach(async () => {
  ward = await runningOffice();
  await ward.store.people.put({ ...person(STAFF, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
  await ward.beat('2026-10-06 10:00');
});

describe('提出予定日, from 「回答」 to the day after', () => {
  const give = async () => onwards(card(await onwards(cardAfter(ward, await ward.say(STAFF, alone(STAFF), '回答')), '提出予定日を知らせる')), 'この日を知らせる', { day: '2026-10-22' });

  it('is taken, told to the secretariat, shown on the posted card, and keeps the reminders back until its day is over', async () => {
    await ward.beat('2026-10-14 10:00');
    expect(textOf(card(await give()))).toContain('提出予定日を10月22日（木）と承りました。');
    await ward.beat('2026-10-14 10:01');
    expect(ward.teams.edits.map(({ content }) => textOf(content.card)).join()).toContain('□ 未提出　提出予定 10月22日（木）');
    for (const question of ['未提出', '状況']) expect(textOf(card(await ward.say(SECRETARIAT, alone(SECRETARIAT), question)))).toContain('□ 未提出　提出予定 10月22日（木）');
    const before = posted(SOUMU).length;
    for (const day of ['16', '20', '21', '22']) await ward.beat(`2026-10-${day} 10:00`);
    expect([posted(SOUMU).length - before, posted(EISEI).length]).toEqual([0, 4]);
    await ward.beat('2026-10-23 10:00');
    expect(posted(SOUMU).slice(before).join()).toContain('提出期限（10月20日（火）17:00）を過ぎています');
  });
  it('is left out by 再依頼, which says so', async () => {
    await ward.beat('2026-10-14 10:00');
    await give();
    const text = textOf(card(await ward.say(SECRETARIAT, alone(SECRETARIAT), '再依頼')));
    expect([text.includes('送り先　衛生課'), text.includes('提出予定日を知らせた所属には送りません　総務課')]).toEqual([true, true]);
  });
  it('is offered where somebody writes it in words', async () => {
    const answer = card(await ward.say(STAFF, alone(STAFF), '十月二十二日に出します'));
    expect(textOf(card(await onwards(answer, '提出予定日を知らせる')))).toContain('総務課の提出予定日');
  });
});

describe('資料確定の後', () => {
  const askCard = () => onwards({ ...ward.teams.edits.at(-1)!.content.card }, '会議後の提出として送る');

  it('who was not in sends the report after the meeting, from the card of the ask', async () => {
    await ward.beat('2026-10-26 17:00');
    const form = card(await askCard());
    expect(textOf(form)).toContain('会議資料には入りませんが、年度末の報告に使う記録として残ります。');
    const receipt = textOf(card(await onwards(form, '会議後の提出として送る', answers())));
    expect(receipt).toContain('会議後の提出として記録しました。会議資料には入りません。年度末の報告に使います。');
    expect(receipt).not.toContain('までは修正できます');
  });
  it('what was in is corrected with a reason, and what stood there before can be seen', async () => {
    const opened = card(await onwards(cardAfter(ward, await ward.say(STAFF, alone(STAFF), '回答')), '回答する'));
    await onwards(opened, '提出', answers());
    await ward.beat('2026-10-26 17:00');
    const look = async () => card(await ward.press(STAFF, alone(STAFF), { do: 'form.open', v: 1, office: 'saiwai', round: midRound().id, section: 'soumu' }));
    const form = card(await onwards(await look(), '訂正を申し出る'));
    expect(textOf(form)).toContain('訂正の理由');
    const again = card(await onwards(form, 'この内容で訂正する', answers('研修を3回実施した。')));
    expect(textOf(again)).toContain('訂正の理由を入力してください。');
    const receipt = textOf(card(await onwards(again, 'この内容で訂正する', { ...answers('研修を3回実施した。'), reason: '回数の誤記' })));
    for (const line of ['総務課の中間報告の訂正を受け付けました。', '訂正の理由　回数の誤記', '会議の前に事務局が差替えを送付する場合は、それに入ります。', '訂正前　研修を2回実施した。', '訂正後　研修を3回実施した。']) expect(receipt).toContain(line);
    const seen = textOf(await look());
    for (const line of ['研修を3回実施した。', '研修を2回実施した。', '理由　回数の誤記']) expect(seen).toContain(line);
    expect(Object.values(submittedOf(await stored())?.values ?? {}).map(({ done }) => done)).toEqual(Array(3).fill('研修を3回実施した。'));
  });
});

describe('代理入力', () => {
  it('after 資料確定 waits for no head: what stands outside the papers is not confirmed', async () => {
    const posts = [...wardOffice().posts, { role: 'head', section: sectionId('soumu'), person: personId(5) } as const];
    ward = await runningOffice({ office: wardOffice({ headConfirmation: 'when-registered', posts }), at: '2026-10-19 10:00' });
    await ward.beat('2026-10-26 17:00');
    const form = card(await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'form.open', v: 1, office: 'saiwai', round: midRound().id, section: 'soumu', afterMeeting: true }));
    const receipt = textOf(card(await onwards(form, '会議後の提出として送る', { ...answers(), source: '電話で聞き取り' }, SECRETARIAT)));
    expect([receipt.includes('会議後の提出として記録しました。'), receipt.includes('確認待ち')]).toEqual([true, false]);
  });
  it('the secretariat says how the answer came, on the form', async () => {
    const opened = await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'form.open', v: 1, office: 'saiwai', round: midRound().id, section: 'soumu' });
    const form = card(opened);
    expect(textOf(form)).toContain('総務課に代わって入力します（代理入力）');
    const back = card(await onwards(form, '提出', answers(), SECRETARIAT));
    expect(textOf(back)).toContain('どのように聞き取ったかを入力してください。');
    const receipt = textOf(card(await onwards(back, '提出', { ...answers(), source: '電話で聞き取り' }, SECRETARIAT)));
    expect(receipt).toContain('代理入力（電話で聞き取り）');
    expect((await stored())?.changes.at(-1)).toMatchObject({ reason: '電話で聞き取り', by: { as: 'secretariat' } });
  });
});
