import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../src/domain/result.ts';
import { fill, type Json } from './fill.ts';
import { readPackageSettings, type Env } from './settings.ts';
import { languageFaults, manifestFaults } from './validate.ts';

/** The files of the app package, by their names at the root of the zip. */
export type Contents = { readonly manifest: Json; readonly english: Json; readonly icons: Readonly<Record<'color' | 'outline', Uint8Array>> };

const read = (file: string): Buffer => readFileSync(join(import.meta.dirname, file));
const readJson = (file: string): Json => JSON.parse(read(file).toString('utf8')) as Json;

/** The package as these settings make it, if Teams would take it; else what is wrong, one sentence a fault. Japanese stands in the manifest itself. */
export function contentsOf(env: Env, version: string): Result<Contents, readonly string[]> {
  const settings = readPackageSettings(env, version);
  if (!settings.ok) return settings;
  const [manifest, english] = [fill(readJson('manifest.json'), settings.value), fill(readJson('en.json'), settings.value)];
  const faults = [...manifestFaults(manifest).map((fault) => `manifest.json: ${fault}`), ...languageFaults(english).map((fault) => `en.json: ${fault}`)];
  return faults.length > 0 ? err(faults) : ok({ manifest, english, icons: { color: read('color.png'), outline: read('outline.png') } });
}
