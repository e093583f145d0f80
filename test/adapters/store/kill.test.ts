import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { CONDUCT_ID, reportId } from '../../../src/domain/documentIds.ts';
import { sectionId } from '../../fixtures/office.ts';

const ROUND = 'saiwai:FY2026-mid';
const CHILD = join(import.meta.dirname, '../../fixtures/storeChild.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'torimatome-kill-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const start = (...args: readonly string[]) => spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

/** The last number that the process printed before it ended. */
async function lastAck(child: ChildProcess, onAck: () => void = () => {}): Promise<number> {
  let printed = '';
  child.stdout?.on('data', (piece: Buffer) => {
    printed += piece.toString();
    onAck();
  });
  await once(child, 'close');
  return Number(printed.trimEnd().split('\n').at(-1));
}

describe('two processes on one SQLite file', () => {
  it('lose no acknowledged answer when one is killed right after it said so, fifty times', async () => {
    const path = join(folder, 'killed.sqlite');
    const sections = Array.from({ length: 50 }, (_, n) => `s${n}`);
    const acknowledged = new Map<string, number>();
    for (let from = 0; from < sections.length; from += 5) {
      await Promise.all(
        sections.slice(from, from + 5).map(async (section) => {
          const child = start('write', path, section, '100000');
          acknowledged.set(section, await lastAck(child, () => child.kill('SIGKILL')));
          expect(child.signalCode).toBe('SIGKILL');
        }),
      );
    }
    const store = sqliteStore(path);
    for (const [section, seq] of acknowledged) {
      expect(seq).toBeGreaterThan(0);
      expect((await store.reports.get(ROUND, reportId(sectionId(section))))?.doc.seq).toBeGreaterThanOrEqual(seq);
    }
    expect(acknowledged.size).toBe(50);
    store.close();
  }, 300_000);

  it('wait for each other when one opens it while the other reads', async () => {
    const path = join(folder, 'read.sqlite');
    sqliteStore(path).close();
    const reader = `
      const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
      db.exec('pragma journal_mode = delete; begin; select * from meta');
      console.log('reading');
      setTimeout(() => db.close(), 400);`;
    const child = spawn(process.execPath, ['-e', reader, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    sqliteStore(path).close();
    await once(child, 'close');
  });

  it('lose no update when both change one document two hundred times', async () => {
    const path = join(folder, 'counted.sqlite');
    const acks = await Promise.all([lastAck(start('count', path, 'soumu', '200')), lastAck(start('count', path, 'soumu', '200'))]);
    expect(acks).toEqual([200, 200]);
    const store = sqliteStore(path);
    expect((await store.conducts.get(ROUND, CONDUCT_ID))?.doc.again[sectionId('soumu')]?.times).toBe(400);
    store.close();
  }, 300_000);
});
