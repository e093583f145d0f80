import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/ports.ts';
import { backedUp, restored } from '../fixtures/backup.ts';
import { buttonOf } from '../fixtures/fakeTeams.ts';
import { alone, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'torimatome-moved-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

/** 総務課 was asked and has answered; 衛生課 was asked, and has only begun. */
async function underWay(): Promise<RunningOffice> {
  const ward = await runningOffice();
  await ward.beat('2026-10-06 10:00');
  await answers(ward, SOUMU, 'soumu', 1, '提出');
  await answers(ward, EISEI, 'eisei', 2, '下書き保存');
  await ward.beat('2026-10-07 10:00');
  return ward;
}

async function answers(ward: RunningOffice, where: typeof SOUMU, unit: string, person: number, button: string): Promise<void> {
  const ask = ward.teams.posts.find(({ to }) => to.conversation === where.conversation)?.content.card;
  await ward.press(person, where, buttonOf(ask, '回答する'));
  await ward.press(person, where, { ...buttonOf(ask, '回答する'), do: 'declare' });
  await ward.press(person, where, buttonOf(ask, '回答する'));
  const form = ward.teams.posts.findLast(({ to }) => to.kind === 'personal')?.content.card;
  const inputs = Object.fromEntries(ward.office.initiatives.filter(({ section }) => section === unit).flatMap(({ id }) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, '研修を2回実施した。']]));
  await ward.press(person, alone(person), { ...buttonOf(form, button), ...inputs });
}

/** All that people are told from now on: what they ask for, and what the clock sends until after the meeting. */
async function saidFromNowOn(store: Store): Promise<unknown> {
  const ward = await runningOffice({ store, at: '2026-10-16 09:00' });
  const asked = [
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'), await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'), await ward.say(1, SOUMU, '状況'), await ward.say(2, EISEI, '状況'),
  ];
  for (const moment of ['2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00', '2026-10-23 10:00', '2026-10-26 17:00', '2026-10-27 10:00', '2026-10-29 10:00']) await ward.beat(moment);
  return { asked, sent: ward.teams.posts.map(({ to, content, thread }) => ({ to, content, thread })), edits: ward.teams.edits.map(({ posted, content }) => ({ posted, content })) };
}

describe('an office that was moved into another store in the middle of a round', () => {
  it('goes on as it would have: the same answers, the same cards, nothing twice', async () => {
    const ward = await underWay();
    const file = join(folder, 'moved.ndjson');
    expect(await backedUp(file, ward.store)).toMatchObject({ ok: true, value: { counts: { reports: 2 } } });
    const moved = sqliteStore(':memory:');
    expect(await restored(file, moved)).toMatchObject({ ok: true });
    const [there, here] = [await saidFromNowOn(moved), await saidFromNowOn(ward.store)];
    expect(there).toEqual(here);
    const sent = (here as { sent: { to: { conversation: string } }[] }).sent.map(({ to }) => to.conversation);
    expect(sent.filter((conversation) => conversation === EISEI.conversation).length).toBeGreaterThan(2);
    expect(sent).toContain(MEETING.conversation);
    moved.close();
  });
});
