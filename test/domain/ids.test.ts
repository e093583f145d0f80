import { describe, expect, it } from '@jest/globals';
import { parseInitiativeId, parseOfficeId, parsePersonId, parseRoundId, parseSectionId } from '../../src/domain/ids.ts';

describe('an id', () => {
  it.each(['soumu', 'hogo1-2', 'a', '7', 'x'.repeat(40)])('of a section may be %s', (given) => { expect(parseSectionId(given)).toEqual({ ok: true, value: given }); });
  it.each(['', '-a', 'a-', 'Soumu', 'so umu', '総務課', 'a/b', 'a:b', 'a.b', 'x'.repeat(41), '__proto__', 'constructor', 'a\n'])(
    'of a section may not be %j', (given) => { expect(parseSectionId(given).ok).toBe(false); },
  );
  it('of an office or an initiative is shaped alike', () => {
    expect([parseOfficeId('saiwai').ok, parseInitiativeId('soumu-01').ok, parseOfficeId('a#b').ok, parseInitiativeId('constructor').ok]).toEqual([true, true, false, false]);
  });
  it.each([['FY2026-mid', true], ['FY2026-q1', true], ['FY2026-', false], ['2026-mid', false], ['FY26-mid', false], ['FY2026-mid:x', false]])('of a round may be %s: %s', (given, may) => {
    expect(parseRoundId(given).ok).toBe(may);
  });
  it('of a person is an object id, in lower case', () => {
    expect(parsePersonId('0A000000-0000-4000-8000-00000000000F')).toEqual({ ok: true, value: '0a000000-0000-4000-8000-00000000000f' });
    expect(parsePersonId('hanako@example.lg.jp').ok).toBe(false);
  });
});
