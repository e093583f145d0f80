import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Store } from '../src/ports.ts';
import { operate, secretary, type Operated } from './fixtures/operated.ts';
import { personId } from './fixtures/office.ts';

/** Each stands where a person writes, is named, or proves who they are; none may be found in the log. */
const MARKED = { done: '印甲をした', issue: '印乙が課題', next: '印丙とする', discuss: '印丁を協議', said: '状況を印戊', name: '印己 太郎', token: 'mark-token-123', upn: 'mark@example.jp', odd: '印庚の値', comment: '印辛の044-200-0000', source: '印壬様から', reason: '印癸様の指摘' };
const UNIT = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const reporter = { from: { id: '29:taro', name: MARKED.name, aadObjectId: personId(1), userPrincipalName: MARKED.upn } };

let operated: Operated;
/** What the store throws at the next write; it quotes nothing of ours, and yet its driver might. */
let away: boolean;
beforeAll(async () => {
  away = false;
  const failing = (store: Store): Store => ({ ...store, reports: { ...store.reports, put: async (...given) => { if (away) throw new Error('the store is away'); return store.reports.put(...given); } } });
  operated = await operate({ through: failing });
  await wholeRound();
}, 90_000);
afterAll(() => operated.stop());

const inputs = (mark = 'on-track') => Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) =>
  [[`f.${id}.mark`, mark], [`f.${id}.done`, MARKED.done], [`f.${id}.issue`, MARKED.issue], [`f.${id}.next`, MARKED.next], [`f.${id}.discuss`, MARKED.discuss]]));

/** A round from its ask to what follows the meeting, with whatever may go wrong on the way. */
async function wholeRound(): Promise<void> {
  const { connector, press, say, at, idle } = operated;
  connector.next({ kind: 'ok' }, { kind: 'status', status: 403, code: 'BotNotInConversationRoster' });
  await at('2026-10-06 10:00');
  for (const status of [502, 401, 404, 413]) {
    connector.next({ kind: 'status', status });
    await say(MARKED.said, reporter);
    await idle();
  }
  await press({ do: 'form.open', ...UNIT }, reporter);
  await press({ do: 'form.save', ...UNIT, base: 0, page: 1, ...inputs() }, reporter);
  away = true;
  await press({ do: 'form.submit', ...UNIT, base: 0, page: 1, ...inputs() }, reporter);
  away = false;
  await press({ do: 'form.submit', ...UNIT, base: 0, page: 1, ...inputs() }, reporter);
  await press({ do: 'form.submit', ...UNIT, base: 0, page: 1, ...inputs('delayed') }, { from: { id: '29:b', name: `${MARKED.name}二`, aadObjectId: personId(2) } });
  await press({ do: MARKED.odd, v: 1, [MARKED.odd]: MARKED.odd }, reporter);
  await fetch(`${operated.url}/api/messages`, { method: 'POST', headers: { authorization: `Bearer ${MARKED.token}` }, body: `{"type":"${MARKED.odd}"` });
  await fetch(`${operated.url}/api/messages`, {
    method: 'POST', headers: { authorization: `Bearer ${MARKED.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', text: MARKED.said, from: { name: MARKED.name } }),
  });
  for (const sure of [false, true]) await press({ do: 'send-back', ...UNIT, seen: 2, page: 1, sure, 'c.soumu-01': MARKED.comment }, secretary);
  for (const sure of [false, true]) await press({ do: 'form.submit', ...UNIT, base: 0, page: 1, sure, source: MARKED.source, ...inputs() }, secretary);
  for (const words of ['送付状況', '状況', '未提出', '再依頼', '一時停止', '再開']) await say(words, secretary);
  await idle();
  for (const wall of ['2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00', '2026-10-22 10:00', '2026-10-23 10:00', '2026-10-26 17:00', '2026-10-27 10:00', '2026-10-29 10:00']) await at(wall);
  for (const sure of [false, true]) await press({ do: 'correct.save', ...UNIT, seen: 9, page: 1, sure, reason: MARKED.reason, ...inputs('mostly') }, reporter);
}

it('the log holds no text that a person wrote, no name and no token, whatever goes wrong in a round', async () => {
  const stands = JSON.stringify([...operated.connector.stored.values()]);
  expect(stands.includes(MARKED.discuss)).toBe(true); // the texts did come through: the summary shows this one
  const [report] = await operated.store.reports.list('saiwai:FY2026-mid');
  expect(JSON.stringify(report)).toMatch(new RegExp([MARKED.comment, MARKED.source, MARKED.reason].join('.*'), 'u'));
  for (const text of Object.values(MARKED)) expect(operated.lines.filter((line) => line.includes(text))).toEqual([]);
  for (const text of ['企画　花子', 'AdaptiveCard', 'TextBlock']) expect(operated.lines.filter((line) => line.includes(text))).toEqual([]);
});

it('each decision about a message is a line with its key, and each line says what was decided', async () => {
  const lines = operated.lines.map((line) => JSON.parse(line) as { readonly msg: string; readonly key?: string; readonly level: string });
  expect(lines.filter(({ msg }) => msg === '')).toEqual([]);
  const decisions = ['queued', 'skipped', 'delivered', 'failed', 'uncertain', 'not delivered', 'redrawn', 'not redrawn', 'queued again'];
  const decided = lines.filter(({ msg }) => decisions.includes(msg));
  expect(decided.length).toBeGreaterThan(15);
  expect(decided.filter(({ key }) => key?.startsWith('saiwai:') !== true)).toEqual([]);
  for (const key of ['saiwai:FY2026-mid:ask:soumu', 'saiwai:FY2026-mid:ask:eisei']) expect(decided.filter((line) => line.key === key).map(({ msg }) => msg)).toContain('queued');
  expect(decided.find(({ key, msg }) => key?.startsWith('saiwai:FY2026-mid:ask:') === true && msg === 'not delivered')).toMatchObject({ level: 'warn' });
});
