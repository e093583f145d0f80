import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { default as draft04 } from 'ajv-draft-04';
import { default as formats } from 'ajv-formats';
import type { Json } from './fill.ts';

/** Microsoft's own schemas, as its package ships them. Read by path: nothing goes over the network. */
const SCHEMAS = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams/v1.29');

/** What Teams would not accept, one line a fault; none if all is well. */
export const manifestFaults = (manifest: Json): readonly string[] => faults('MicrosoftTeams.schema.json', manifest);
export const languageFaults = (language: Json): readonly string[] => faults('MicrosoftTeams.Localization.schema.json', language);

function faults(schema: string, json: Json): readonly string[] {
  const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false }); // their patterns predate the `u` flag
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, schema), 'utf8')) as object);
  validate(json);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`);
}
