import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decode, encode, KINDS, type Kind } from '../../../src/adapters/store/documents.ts';
import { newest, type Step } from '../../../src/adapters/store/schemaVersion.ts';

const STORED = join(import.meta.dirname, '../../fixtures/stored');
const kinds: readonly Kind<unknown>[] = Object.values(KINDS);
/** Every schema version that a release has written, of every kind: each has its frozen file. */
const versions = kinds.flatMap((kind) => Array.from({ length: newest(kind.steps) }, (_, n) => ({ kind, name: kind.name, version: n + 1 })));

const rowsSchema = z.array(z.object({ partition: z.string(), id: z.string(), doc: z.looseObject({}) })).min(1);
const frozen = (version: number, name: string) => rowsSchema.parse(JSON.parse(readFileSync(join(STORED, `v${version}`, `${name}.json`), 'utf8')));

describe('the frozen documents', () => {
  it('are one file for each kind and each version of it, and no more', () => {
    const files = readdirSync(STORED).flatMap((folder) => readdirSync(join(STORED, folder)).map((file) => `${folder}/${file}`));
    expect(files.toSorted()).toEqual(versions.map(({ version, name }) => `v${version}/${name}.json`).toSorted());
  });

  it.each(versions)('of the kind $name and version $version are read as documents of today', ({ kind, version, name }) => {
    for (const { partition, id, doc } of frozen(version, name)) {
      const read = decode(kind, { partition, id, json: JSON.stringify(doc) });
      if (version === newest(kind.steps)) expect(read).toEqual(withoutVersion(doc));
      expect(decode(kind, encode(kind, read))).toEqual(read);
    }
  });

  it.each(versions.filter(({ version, kind }) => version === newest(kind.steps)))('of the kind $name and version $version show every field that it has now', ({ kind, version, name }) => {
    const shown = new Set(frozen(version, name).flatMap(({ doc }) => Object.keys(doc)));
    expect([...fieldsOf(kind.schema)].filter((field) => !shown.has(field))).toEqual([]);
  });
});

const withoutVersion = ({ schema: _, ...doc }: Readonly<Record<string, unknown>>) => doc;
const fieldsOf = (schema: z.ZodType): readonly string[] => Object.keys((schema as z.ZodObject).shape);

/** A kind that was once `{ name }`, then `{ names }`, and is now `{ names, open }`. */
type Sheet = { readonly names: readonly string[]; readonly open: boolean };
const STEPS: readonly Step[] = [
  ({ name, ...rest }) => ({ ...rest, names: [(name as string).trim()] }),
  (doc) => ({ ...doc, open: true }),
];
const sheet: Kind<Sheet> = {
  name: 'sheet', partitionOf: () => 'saiwai:office', idOf: () => 'sheet', schema: z.strictObject({ names: z.array(z.string()), open: z.boolean() }), steps: STEPS,
};
const at = (json: string) => ({ partition: 'saiwai:office', id: 'sheet', json });
const reading = (doc: unknown, kind: Kind<Sheet> = sheet) => {
  try {
    return decode(kind, at(JSON.stringify(doc)));
  } catch (fault) {
    return (fault as Error).message;
  }
};

describe('a document of an older schema', () => {
  it.each([
    ['the first, which says no version', { name: ' 様式 ' }],
    ['the first, which says so', { schema: 1, name: '様式' }],
    ['the second', { schema: 2, names: ['様式'] }],
    ['the newest', { schema: 3, names: ['様式'], open: true }],
  ])('is read forward from %s', (_, doc) => {
    expect(reading(doc)).toEqual({ names: ['様式'], open: true });
  });

  it('is written back with the newest version beside it', () => {
    expect(JSON.parse(encode(sheet, { names: ['様式'], open: false }).json)).toEqual({ schema: 3, names: ['様式'], open: false });
  });

  it('says no version while there has been no other, so that what lies in the stores of today stays as it is', () => {
    const first: Kind<Sheet> = { ...sheet, steps: [] };
    expect(JSON.parse(encode(first, { names: [], open: true }).json)).toEqual({ names: [], open: true });
    expect(reading({ names: [], open: true }, first)).toEqual({ names: [], open: true });
  });

  it.each([
    ['a newer one wrote it', { schema: 4, names: ['秘密の文'] }, 'a newer Torimatome wrote it (schema 4; this one knows 3)'],
    ['its version is no number', { schema: '秘密の文', names: [] }, 'schema (invalid_type)'],
    ['its version is no whole number', { schema: 1.5, names: [] }, 'schema (invalid_type)'],
    ['its version is before the first', { schema: 0, name: '秘密の文' }, 'schema (invalid_type)'],
    ['a step finds something else than it expects', { schema: 1, name: 7, secret: '秘密の文' }, 'it cannot be brought from schema 1 to 3'],
    ['it is not what its version says', { schema: 2, name: '秘密の文' }, 'the whole (unrecognized_keys)'],
    ['it is no object', ['秘密の文'], 'the whole (invalid_type)'],
    ['it is nothing', null, 'the whole (invalid_type)'],
  ])('is not read when %s', (_, doc, why) => {
    expect(reading(doc)).toContain(`The sheet document sheet in saiwai:office is not understood: `);
    expect(reading(doc)).toContain(why);
    expect(reading(doc)).not.toContain('秘密');
  });
});
