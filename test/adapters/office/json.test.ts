import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from '../../../src/adapters/office/json.ts';

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('JSON with places', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        const read = readJson(written);
        expect(read.ok && read.value.value).toEqual(JSON.parse(written));
      }),
    );
  });

  it('refuses what JSON.parse refuses, with a place within the text', () => {
    const broken = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '01', '-', 'nul', '\n', '\\', '\u0001', '.', 'e', ' ')).map(([text, at, what]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + what + text.slice(cut + (what === '' ? 1 : 0));
    });
    fc.assert(
      fc.property(broken, (text) => {
        const read = readJson(text);
        expect(read.ok).toBe(accepts(text));
        if (!read.ok) expect(read.error.line >= 1 && read.error.line <= text.split('\n').length && read.error.character >= 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['{"a": 1 "b": 2}', 1, 9, '"b": 2}', ', }'], ['{"a" 1}', 1, 6, '1', ':'], ['{a: 1}', 1, 2, 'a', '"'], ['[1,\n 2', 2, 3, '', ', ]'], ['[1]]', 1, 4, ']', ''], ['', 1, 1, '', ''],
    ['{"a": 1,}', 1, 9, '}', '"'], ['[1.]', 1, 2, '1.', ''], ["{'a': 1}", 1, 2, "'a': 1}", '"'], ['["\uD83D\uDE00" x]', 1, 6, 'x', ', ]'],
  ])('%s is at fault in line %i, character %i', (text, line, character, found, expected) => {
    expect(readJson(text)).toEqual({ ok: false, error: { line, character, found, expected } });
  });

  it('knows the line of each value, and of what stands around one that is missing', () => {
    const read = readJson('{\n"a": [\n1,\n{"b": 2}\n],\n"c": 3\n}');
    const lineOf = read.ok ? read.value.lineOf : () => 0;
    expect(['', 'a', 'a[0]', 'a[1].b', 'c', 'a[1].x', 'x', 'a[1].b.x[3].y', 'a[7]'].map(lineOf)).toEqual([1, 2, 3, 4, 6, 4, 1, 4, 2]);
  });

  it('tells keys that are given twice, and takes no key for something special', () => {
    const read = readJson('{"a": {"b": 1, "b": 2}, "__proto__": {"x": 1}}');
    expect(read.ok && read.value.repeated).toEqual(['a.b']);
    expect(read.ok && Object.keys(read.value.value as object)).toEqual(['a', '__proto__']);
    expect(Object.keys({})).toEqual([]);
  });

  it('stops at a text that goes too deep', () => {
    expect(readJson('['.repeat(100_000)).ok).toBe(false);
    expect(readJson(`${'['.repeat(20)}1${']'.repeat(20)}`).ok).toBe(true);
    expect(readJson(`${'['.repeat(21)}1${']'.repeat(21)}`).ok).toBe(false);
    expect(readJson(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`).ok).toBe(true);
    expect(readJson(`${'{"a":'.repeat(21)}1${'}'.repeat(21)}`).ok).toBe(false);
  });
});
