import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeMetrics } from '../../src/adapters/metrics.ts';
import { officeCommand } from '../../src/office.ts';
import { tokyo } from '../fixtures/office.ts';
import { readMetrics } from '../fixtures/prometheus.ts';

type Token = { readonly type: string; readonly content: string; readonly children: readonly Token[] | null; attrGet(name: string): string | null };
const MarkdownIt = createRequire(import.meta.url)('markdown-it') as new () => { parse(text: string, env: object): readonly Token[] };

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const handbook = read('docs/operations.ja.md');
const tokens = new MarkdownIt().parse(handbook, {});
const blocks = tokens.filter(({ type }) => type === 'fence').map(({ content }) => content);
const codes = [...new Set(tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'code_inline').map(({ content }) => content))];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const { text } = makeMetrics();
const own = readMetrics(await text({ tickAgeSeconds: 0 })).filter(({ name }) => name.startsWith('torimatome_'));

/** What somebody would type, a line each: blocks and the commands within sentences; a line that goes on is one. */
const commands = [...blocks, ...codes].flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));

describe('運用の手引', () => {
  it('names only commands that there are', () => {
    const named = commands.flatMap((line) => [...line.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z:]+)/g)].map(([, name = '']) => name));
    expect(new Set(named).size).toBeGreaterThan(3);
    expect(named.filter((name) => ![...scripts, 'ci', 'start'].includes(name))).toEqual([]);
  });

  it('gives the office command only words and options that it understands', async () => {
    const usage: string[] = [];
    await officeCommand([], { env: {}, now: tokyo('2026-10-06 10:00'), say: (line) => { usage.push(line); } });
    const given = commands.flatMap((line) => [...line.matchAll(/office -- (\w+)([^#&|]*)/g)]);
    expect(given.length).toBeGreaterThan(3);
    for (const [, word = '', rest = ''] of given) {
      const lines = usage.filter((line) => line.includes(`office -- ${word} `));
      expect([word, lines.length > 0]).toEqual([word, true]);
      for (const [option] of rest.matchAll(/--[a-z]+/g)) expect([word, option, lines.some((line) => line.includes(option))]).toEqual([word, option, true]);
    }
  });

  it('names only settings that there are', () => {
    const settings = read('.env.example').split('\n').flatMap((line) => /^([A-Za-z_]+)=/.exec(line)?.[1] ?? []);
    const named = codes.filter((code) => /^(?:[A-Z]+(?:_[A-Z]+)+|[A-Z]{4,}|MicrosoftApp\w+)(?:=\S*)?$/.test(code)).map((code) => code.split('=')[0] ?? '');
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !settings.includes(name) && name !== 'SIGTERM')).toEqual([]);
  });

  it('explains every figure, and asks alarms only of figures and labels that there are', () => {
    const names = new Set(own.map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')));
    expect([...names].filter((name) => !handbook.includes(`\`${name}\``))).toEqual([]);
    const asked = [...handbook.matchAll(/(torimatome_[a-z_]+)(?:\{(\w+)="([a-z-]+)"\})?/g)];
    const unknown = asked.filter(([, name = '', label, value]) => !own.some((sample) => (sample.name === name || sample.name.replace(/_(bucket|sum|count)$/, '') === name) && (label === undefined || sample.labels[label] === value)));
    expect(unknown.map(([all]) => all)).toEqual([]);
    expect(asked.filter(([, , label]) => label !== undefined).length).toBeGreaterThan(4);
  });

  it('names every word that a label can be', () => {
    const words = new Set(own.flatMap(({ labels }) => Object.entries(labels)).filter(([label, word]) => label !== 'le' && /^[a-z-]+$/.test(word) && word !== 'other').map(([, word]) => word));
    expect([...words].filter((word) => !handbook.includes(`\`${word}\``))).toEqual([]);
  });

  it('quotes only lines of the log that the service writes', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
    const table = handbook.slice(handbook.indexOf('### 警報と対応'), handbook.indexOf('### 停止と再開'));
    const quoted = table.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => [...(line.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, what = '']) => what));
    expect(quoted.length).toBeGreaterThan(6);
    expect(quoted.filter((what) => !sources.includes(`'${what}'`) && !sources.includes(`"${what}"`))).toEqual([]);
  });

  it('has no command that a shell could not read', () => {
    for (const block of blocks) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });
      expect([block.slice(0, 60), status, stderr]).toEqual([block.slice(0, 60), 0, '']);
    }
  });

  it('links only to files that there are', () => {
    const links = tokens.flatMap(({ children }) => children ?? []).flatMap((token) => token.attrGet('href') ?? []).filter((href) => !/^https?:|^#/.test(href));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((href) => !existsSync(join(ROOT, 'docs', href)))).toEqual([]);
  });
});
