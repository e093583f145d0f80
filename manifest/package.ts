/** `npm run package [-- FILE]`: the Teams app package, dist/torimatome.zip by default, from the settings and the files beside this one. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { contentsOf, type Contents } from './contents.ts';
import type { Json } from './fill.ts';

const ROOT = join(import.meta.dirname, '..');
const out = process.argv[2] ?? join(ROOT, 'dist', 'torimatome.zip');
const dotEnv = join(ROOT, '.env');
const env = { ...(existsSync(dotEnv) ? parseEnv(readFileSync(dotEnv, 'utf8')) : {}), ...process.env };
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

const contents = contentsOf(env, version);
if (contents.ok) write(contents.value);
else refuse(contents.error);

function write({ manifest, english, icons }: Contents): void {
  const file = (json: Json) => strToU8(`${JSON.stringify(json, null, 2)}\n`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zipSync({ 'manifest.json': file(manifest), 'en.json': file(english), 'color.png': icons.color, 'outline.png': icons.outline }));
  console.log(`${out}: version ${version}`);
  if (!env['MicrosoftAppId']) console.log('MicrosoftAppId is not set: the package is an example, and no bot will answer behind it.');
}

function refuse(faults: readonly string[]): void {
  for (const fault of faults) console.error(fault);
  console.error(`${out} was not written.`);
  process.exitCode = 1;
}
