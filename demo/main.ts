/** `npm run demo`: one page to open, one round to live through. Everything runs on this machine, and is gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { makeLog } from '../src/adapters/log.ts';
import { readConfig } from '../src/config.ts';
import { parseInstant } from '../src/domain/instant.ts';
import { startDemo } from './demo.ts';

const IDLE_SECONDS = 90;
/** The day of the 中間報告's ask. */
const START = '2026-10-06T10:00:00+09:00';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'torimatome-demo-'));
process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });
const { PORT, PLAYGROUND_PORT, CLOCK_START } = process.env;
const read = readConfig({ PORT, CLOCK_START: CLOCK_START ?? START, MODE: 'local', SQLITE_PATH: join(folder, 'demo.sqlite'), LOG_LEVEL: 'warn' });
if (!read.ok) {
  for (const { variable, expected } of read.error) print(`${variable}: expected ${expected}`);
  process.exit(2);
}
const startAt = parseInstant(read.value.CLOCK_START ?? START);
if (!startAt.ok) process.exit(2);

const portTaken = (fault: unknown): never => {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault;
  print(`ポート${read.value.PORT}は使われています。PORT=3979 npm run demo のように、空いている番号を指定してください。 (Port ${read.value.PORT} is taken.)`);
  return process.exit(1);
};

const demo = await startDemo({
  config: read.value, office: fileURLToPath(new URL('../examples/saiwai', import.meta.url)), startAt: startAt.value,
  playgroundPort: Number(PLAYGROUND_PORT ?? '56150'), idleSeconds: IDLE_SECONDS, log: makeLog(read.value.LOG_LEVEL), say: print,
}).catch(portTaken);

print(`
取りまとめ デモ  開くページ: ${demo.page}
  1 左の「総務課」を押すと、中間報告の照会が届きます（10月6日）。「回答する」を押してください。
  2 回答の画面は「Personal Chat」に届きます。入力して「提出」を押すと、総務課の照会が「提出済み」に変わります。
  3 「Personal Chat」の「次へ」（又はこの画面でEnter）で、次に何かが届く日時まで時計が進みます。
    ほかの所属の回答は、自動で入ります。衛生課だけは回答しません。操作がないまま${IDLE_SECONDS}秒たつと、時計も自動で進みます。
  4 取りまとめは「区部長会議」に届きます（10月27日）。「Personal Chat」で「状況」と入力すると、一覧が出ます。
In English: open the page, press 総務課, then 回答する; the form comes to Personal Chat. 次へ (or Enter here) moves the clock on.
終了はCtrl+C (end with Ctrl+C)
`);

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void demo.stop().finally(() => process.exit(0));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
if (process.stdin.isTTY) {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => void demo.next());
  lines.on('SIGINT', end);
}
