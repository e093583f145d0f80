import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSoundJson } from '../../../src/adapters/teams/soundJson.ts';

const valueOf = (text: string): unknown => {
  const parsed = parseSoundJson(text);
  return parsed.ok ? parsed.value : parsed.error.why;
};
/** `__proto__` is the one key that is not read: what it does to an object has a test of its own. */
const harmless = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('"__proto__":'));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON from outside', () => {
  it('is read as it is when there is nothing wrong with it', () => {
    fc.assert(fc.property(harmless, (value) => { expect(valueOf(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value))); }));
  });

  it.each([[64, 'read'], [65, 'refused'], [100_000, 'refused']])('%i deep is %s', (depth, fate) => {
    expect(parseSoundJson(nested(depth)).ok ? 'read' : 'refused').toBe(fate);
  });

  it('cannot change what an object is', () => {
    const read = valueOf('{"a":{"__proto__":{"isAdmin":true},"b":1}}') as { a: Record<string, unknown> };
    expect(Object.keys(read.a)).toEqual(['b']);
    expect(({ ...read.a } as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(Object.getPrototypeOf(read.a)).toBe(Object.prototype);
  });

  it('has no half letters', () => {
    expect(valueOf('{"\\ud83d":"x\\udc00"}')).toEqual({ '\ufffd': 'x\ufffd' });
    expect(valueOf('"\\ud83d\\ude00𠮷"')).toBe('😀𠮷');
  });

  it.each([[''], ['{'], ['undefined'], ["{'a':1}"], ['\u0000']])('%j is not JSON', (text) => {
    expect(valueOf(text)).toBe('not JSON');
  });
});
