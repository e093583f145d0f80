import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendProblem } from '../../src/domain/outbox.ts';
import { officePartition } from '../../src/domain/documentIds.ts';
import type { Answer, Store } from '../../src/ports.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { initiativeId, office as wardOffice, personId, sectionId } from '../fixtures/office.ts';
import { appointed, postOf, record } from '../fixtures/appointments.ts';
import { change, submission } from '../fixtures/facts.ts';
import { chatAddress, person, place } from '../fixtures/places.ts';
import { alone, EISEI, entryOf, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const OFFICE = 'saiwai:office';
const ASK = 'saiwai:FY2026-mid:ask:soumu';
const ROOM = chatAddress('chat-secretariat');
const refused = (status: number, placeLost = false): SendProblem => ({ kind: 'refused', why: String(status), status, placeLost });
let ward: RunningOffice;
beforeEach(async () => { ward = await runningOffice(); });

const shown = (answer: Answer): string => (answer.kind === 'post' || answer.kind === 'replace' ? textOf(answer.content.card) : answer.kind === 'words' ? answer.text : '');
const told = (what: RegExp, conversation = `personal-${SECRETARIAT}`): number => ward.teams.textsIn(conversation).filter((text) => what.test(text)).length;
const beats = async (...walls: readonly string[]) => { for (const wall of walls) await ward.beat(wall); };
const delivery = async () => shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'));

describe('a card that shows what is no longer so', () => {
  /** 対象外 changes what the ask shows. */
  const exemptSoumu = async () => {
    await ward.store.conducts.put({ office: ward.office.id, round: wardOffice().rounds[0]!.id, extended: {}, exempt: { [sectionId('soumu')]: { reason: '改修工事', at: ward.now() } }, again: {} }, 'absent');
  };
  beforeEach(() => ward.beat('2026-10-06 10:00'));

  it.each([400, 403, 413])('and that Teams would not have changed (%i) is told to the secretariat once', async (status) => {
    ward.teams.fail(SOUMU.conversation, refused(status));
    await exemptSoumu();
    await beats('2026-10-07 10:00', '2026-10-07 10:01', '2026-10-07 10:02');
    expect(told(/総務課：投稿した中間報告の照会を、今の内容に更新できませんでした。/)).toBe(1);
    expect(await delivery()).toMatch(/投稿した内容を更新できませんでした（1件）[^]*総務課/);
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況 総務課'))).toContain('投稿の後の変更は、表示されていません');
  });

  it('and that somebody deleted is no alarm, and stands in 送付状況 of its unit', async () => {
    ward.teams.fail(EISEI.conversation, refused(404));
    await ward.beat('2026-10-26 17:00'); // closed: it is not posted anew
    await beats('2026-10-27 09:00');
    expect(told(/更新できませんでした/)).toBe(0);
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況 衛生課'))).toContain('投稿の後の変更は、表示されていません');
  });

  it('is tried again when it should show something else, and is then no trouble any more', async () => {
    ward.teams.fail(SOUMU.conversation, refused(413));
    await exemptSoumu();
    await ward.beat('2026-10-07 10:00');
    expect(await entryOf(ward, ASK)).toMatchObject({ refusedEdit: { why: '413', gone: false } });
    await ward.beat('2026-10-26 17:00');
    expect((await entryOf(ward, ASK))?.refusedEdit).toBeUndefined();
    expect(await delivery()).not.toContain('更新できませんでした');
  });
});

it('an ask that Teams held back until 資料確定 is told to the secretariat once', async () => {
  ward.teams.fail(SOUMU.conversation, { kind: 'not-delivered', why: '429', retryAfterSeconds: 86_400 * 14 }, 9);
  await beats('2026-10-06 10:00', '2026-10-20 11:00', '2026-10-26 16:59', '2026-11-04 10:00');
  expect((await entryOf(ward, ASK))?.delivery).toMatchObject({ state: 'skipped', why: 'too-late' });
  await beats('2026-11-04 10:01', '2026-11-04 10:02');
  expect(told(/総務課：中間報告の照会を送れないまま、資料確定を過ぎました。/)).toBe(1);
});

it('a head without a chat is told of to the secretariat once, and no more once there is one', async () => {
  ward = await runningOffice({ office: wardOffice({ posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, { role: 'head', section: sectionId('soumu'), person: personId(5) }] }) });
  await beats('2026-10-06 10:00', '2026-10-22 09:59');
  expect(told(/所属長の個人チャットがない/)).toBe(0);
  await beats('2026-10-22 10:00', '2026-10-22 10:01', '2026-10-22 10:02');
  expect(told(/総務課：所属長の個人チャットがないため、中間報告が提出期限を過ぎたことを、所属長にお知らせできません。/)).toBe(1);
  expect(await delivery()).toMatch(/所属長にお知らせできません（1件）[^]*総務課/);
  await ward.say(5, alone(5), '使い方');
  await ward.beat('2026-10-22 10:03');
  expect(ward.teams.textsIn('personal-5').join()).toContain('提出されていません');
  expect(await delivery()).not.toContain('所属長にお知らせできません');
});

describe('a report that waits for a head, in an office that waits for one, where none is registered', () => {
  const unled = wardOffice({ headConfirmation: 'required', posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, { role: 'reporter', section: sectionId('soumu'), person: personId(1) }] });
  const submits = async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.store.reports.put(submission('soumu', '2026-10-19 16:42', ['soumu-01', 'soumu-02', 'soumu-03']), 'absent');
    await beats('2026-10-19 16:43', '2026-10-19 16:44', '2026-10-20 10:00');
  };
  beforeEach(async () => { ward = await runningOffice({ office: unled }); });
  const NEWS = /総務課：所属長が登録されていないため、中間報告が所属長の確認待ちのままになっています。/;

  it('is told of to the secretariat once, with what to do; its place is asked for nothing, and the board says it', async () => {
    await submits();
    expect([told(NEWS), told(/「担当を見る」を押し、所属長を登録してください。/)]).toEqual([1, 1]);
    expect(ward.teams.textsIn(SOUMU.conversation).at(-1)).toContain('今、行っていただくことはありません。');
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'))).toMatch(/総務課[^]*所属長確認待ち[^]*所属長の登録がありません/);
    expect(await delivery()).toMatch(/所属長の確認をお願いできません（1件）[^]*「担当」と送り[^]*総務課/);
  });

  it('is no trouble any more once one is registered, who is asked then', async () => {
    await submits();
    await ward.store.people.put(person(5, { personal: alone(5) }), 'absent');
    await ward.store.appointments.put(record(appointed(postOf('head', 5))), 'absent');
    await ward.beat('2026-10-20 10:01');
    expect(ward.teams.textsIn('personal-5').join()).toContain('総務課の報告1件が確認待ちです');
    expect(ward.teams.edits.map(({ content }) => textOf(content.card)).join()).toContain('総務課 所属長 様　報告の確認をお願いします。');
    expect(await delivery()).not.toContain('所属長の確認をお願いできません');
  });

  it.each(['somebody can be asked', 'sent back'])('waits in 送付状況 where nobody of the secretariat can be written to, until %s', async (settled) => {
    ward = await runningOffice({ office: unled, bound: { secretariat: place({ address: ROOM, name: '事務局' }) } });
    const secretary = (await ward.store.people.get(OFFICE, `person:${personId(SECRETARIAT)}`))!;
    const { personal: _, ...silent } = secretary.doc;
    await ward.store.people.put(silent, { version: secretary.version });
    await submits();
    expect(ward.teams.textsIn(ROOM.conversation).at(-1)).toContain('事務局あてのお知らせ　1件');
    if (settled === 'sent back') {
      const { doc, version } = (await ward.store.reports.get('saiwai:FY2026-mid', 'report:soumu'))!;
      const sendBack = { ...change('2026-10-20 09:00', {}, 'send-back'), seq: doc.seq + 1, by: { person: personId(SECRETARIAT), name: '企画　花子', as: 'secretariat' }, comments: { [initiativeId('soumu-01')]: '件数を' } } as const;
      await ward.store.reports.put({ ...doc, seq: doc.seq + 1, changes: [...doc.changes, sendBack] }, { version });
    } else await ward.store.appointments.put(record(appointed(postOf('head', 5))), 'absent');
    await ward.store.people.put(person(5, { personal: alone(5) }), 'absent');
    await ward.beat('2026-10-20 10:05');
    expect(shown(await ward.say(SECRETARIAT, ROOM, '送付状況'))).not.toMatch(NEWS);
  });
});

describe('a place that is lost', () => {
  const LOST = refused(403, true);
  /** The store of a process that dies in the middle: from that write on nothing is written. */
  const dying = (dies: (act: 'places' | 'outbox', state?: string) => boolean) => (store: Store): Store => {
    let dead = false;
    const live = (act: 'places' | 'outbox', state?: string): void => {
      dead ||= dies(act, state);
      if (dead) throw new Error('dead');
    };
    return {
      ...store,
      places: { ...store.places, put: async (doc, expect) => { live('places'); return store.places.put(doc, expect); } },
      outbox: { ...store.outbox, put: async (doc, expect) => { live('outbox', doc.delivery.state); return store.outbox.put(doc, expect); } },
    };
  };

  /** 総務課 cannot be written to; the first process dies as it looks at that moment, and another goes on. */
  async function dyingAt(wall: string, later: readonly string[], dies: Parameters<typeof dying>[0]): Promise<void> {
    const first = await runningOffice({ through: dying(dies) });
    if (wall !== '2026-10-06 10:00') await first.beat('2026-10-06 10:00');
    first.teams.fail(SOUMU.conversation, LOST, 9);
    const errors = console.error;
    console.error = () => undefined;
    await first.beat(wall).catch(() => undefined);
    console.error = errors;
    ward = await runningOffice({ store: first.store, teams: first.teams, at: wall });
    await beats(...later);
  }

  it.each<[string, string, readonly string[], Parameters<typeof dying>[0]]>([
    ['by an ask, before it was known', '2026-10-06 10:00', ['2026-10-06 10:01', '2026-10-06 10:12', '2026-10-06 10:13'], (act) => act === 'places'],
    ['by an ask, before that was recorded', '2026-10-06 10:00', ['2026-10-06 10:01', '2026-10-06 10:12', '2026-10-06 10:13'], (act, state) => act === 'outbox' && state === 'failed'],
    ['by an お知らせ, which is not repeated', '2026-10-16 10:00', ['2026-10-16 10:01', '2026-10-16 10:02'], (act, state) => act === 'outbox' && state === 'failed'],
  ])('is suspended and told of once, though the process died that came upon it %s', async (_, wall, later, dies) => {
    await dyingAt(wall, later, dies);
    expect((await ward.store.places.get(OFFICE, 'places'))?.doc.sections[sectionId('soumu')]?.suspended).toMatchObject({ why: '403' });
    expect(told(/総務課：/)).toBe(1);
  });
});

describe('a notice that Teams refuses', () => {
  const second = 91;
  const bound = { sections: { [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) }, secretariat: place({ address: ROOM, name: '企画課' }) };
  const inRoom = () => ward.teams.textsIn(ROOM.conversation).length;

  it.each([400, 413])('(%i) for the only one of the secretariat is told in its place, once, without names', async (status) => {
    ward = await runningOffice({ bound });
    ward.teams.fail(`personal-${SECRETARIAT}`, refused(status));
    await beats('2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:02');
    expect(ward.teams.textsIn(ROOM.conversation)).toEqual([expect.stringContaining('事務局あてのお知らせ　1件')]);
    expect(await delivery()).toContain('総務課：投稿先が登録されていないため');
    await beats('2026-10-06 10:03');
    expect(inRoom()).toBe(1);
  });

  it('is not told in the place while another of the secretariat has it', async () => {
    ward = await runningOffice({ bound, office: wardOffice({ posts: [SECRETARIAT, second].map((n) => ({ role: 'secretariat', person: personId(n) })) }) });
    await ward.say(second, alone(second), '使い方');
    ward.teams.fail(`personal-${SECRETARIAT}`, refused(413));
    await beats('2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:02');
    expect([told(/投稿先が登録されていない/, `personal-${second}`), inRoom()]).toEqual([1, 0]);
  });

  it('that stood for several is told in the place as so many', async () => {
    const units = ['a', 'b', 'c', 'd'];
    const wide = wardOffice();
    ward = await runningOffice({
      office: { ...wide, sections: units.map((id) => ({ ...wide.sections[0]!, id: sectionId(id), name: id })), initiatives: units.map((id) => ({ ...wide.initiatives[0]!, id: `${id}-01` as never, section: sectionId(id) })) },
      bound: { ...bound, sections: {} },
    });
    ward.teams.fail(`personal-${SECRETARIAT}`, refused(413));
    await beats('2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:02');
    expect(ward.teams.textsIn(ROOM.conversation)).toEqual([expect.stringContaining('事務局あてのお知らせ　4件')]);
  });

  it('is not told in the place if its reader has seen 送付状況 meanwhile', async () => {
    ward = await runningOffice({ bound });
    ward.teams.fail(`personal-${SECRETARIAT}`, refused(413));
    await ward.beat('2026-10-06 10:00');
    expect(await delivery()).toContain('投稿先が登録されていません');
    await beats('2026-10-06 10:01', '2026-10-06 10:02');
    expect(inRoom()).toBe(0);
  });
});

describe('no way to the secretariat', () => {
  beforeEach(async () => {
    ward = await runningOffice({ bound: { sections: { [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) } } });
    const her = await ward.store.people.get(officePartition(ward.office.id), `person:${personId(SECRETARIAT)}`);
    const { personal: _, ...silent } = her!.doc;
    await ward.store.people.put(silent, { version: her!.version });
  });

  it('is said in 送付状況 to who asks for it in a channel, and what waited is told as soon as there is one', async () => {
    await beats('2026-10-06 10:00', '2026-10-06 10:01');
    await ward.say(SECRETARIAT, EISEI, '送付状況');
    expect(ward.teams.textsIn(`personal-${SECRETARIAT}`).at(-1)).toMatch(/事務局へのお知らせを送る先がありません[^]*投稿先が登録されていません（1件）/);
    expect(await delivery()).not.toContain('送る先がありません');
  });
});
