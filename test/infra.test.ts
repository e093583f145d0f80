import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const handbook = read('docs/operations.ja.md');
/** As the process waits, in seconds. */
const BOUND = Number(/const BOUND_MILLIS = (\d+)_000;/.exec(read('src/stopping.ts'))?.[1]);

describe('the unit of systemd', () => {
  const unit = read('infra/torimatome.service');
  const value = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

  it('starts what there is, with the Node that npm brings', () => {
    const [node = '', entry = ''] = value('ExecStart').split(' ');
    expect(node).toBe(`${value('WorkingDirectory')}/node_modules/.bin/node`);
    expect(existsSync(join(ROOT, entry))).toBe(true);
  });

  it('waits longer than the service takes to stop', () => {
    expect(BOUND).toBeGreaterThan(0);
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(BOUND);
  });

  it('does not start again what is wrongly set, and lets it write where the handbook puts its records', () => {
    expect([value('RestartPreventExitStatus'), value('Restart')]).toEqual(['2', 'always']);
    expect(value('ReadWritePaths')).toBe(`${value('WorkingDirectory')}/data`);
    expect(handbook).toContain(`cd ${value('WorkingDirectory')}`);
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  (analyze ? it : it.skip)(`is understood by systemd${analyze ? '' : ': left out, there is no systemd-analyze here'}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'unit-'));
    const here = unit.replaceAll('/srv/torimatome/node_modules/.bin/node', process.execPath);
    writeFileSync(join(folder, 'torimatome.service'), here);
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, 'torimatome.service')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect((stdout + stderr).split('\n').filter((line) => line.includes('torimatome.service') && !line.includes('Failed to connect'))).toEqual([]);
  });
});

describe('the container', () => {
  const lines = read('infra/Dockerfile').replaceAll('\\\n', ' ').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const of = (word: string): readonly string[] => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const copied = of('COPY').flatMap((line) => line.split(' ').slice(0, -1));

  it('holds all that the service reads, and nothing that there is not', () => {
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'src', 'cards']) expect(copied).toContain(path);
    const kept = read('infra/Dockerfile.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(kept.toSorted()).toEqual([...copied].toSorted());
  });

  it('runs on a Node that the package takes, as somebody who is not root', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(of('FROM')[0]).toContain(`node:${engines.node.replace(/\D/g, '')}-`);
    expect(of('USER')).toEqual(['node']);
  });

  it('has a look at its health that can be run', () => {
    const command = JSON.parse(/CMD (\[.*\])$/.exec(of('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]') as string[];
    const [, ...given] = command;
    expect(spawnSync(process.execPath, given, { env: { PATH: '', PORT: '9' } }).status).toBe(1); // nobody answers there
  });

  it('is given longer to stop than the service takes', () => {
    const [, seconds = '0'] = /--stop-timeout (\d+)/.exec(handbook) ?? [];
    expect(Number(seconds)).toBeGreaterThan(BOUND);
  });
});
