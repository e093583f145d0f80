import { beforeEach, describe, expect, it } from '@jest/globals';
import { stageAt, submittedSince } from '../../demo/stage.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import type { Store } from '../../src/ports.ts';
import { office, tokyo } from '../fixtures/office.ts';
import { change, complete, report, tanaka } from '../fixtures/reports.ts';

const saiwai = office();
const submitted = report(change(1, tanaka, complete, { kind: 'submit', at: tokyo('2026-10-15 09:00') }));

describe('where the visitor is in the story', () => {
  let store: Store;
  const stage = (wall: string) => stageAt({ office: saiwai, store }, tokyo(wall));

  beforeEach(() => { store = memoryStore(); });

  it.each([
    ['2026-10-06 09:59', 'answered', 'nothing has been asked yet'],
    ['2026-10-06 10:00', 'to-answer', 'asked'],
    ['2026-10-27 09:59', 'to-answer', 'a minute before the summary'],
    ['2026-10-27 10:00', 'meeting-unopened', 'the summary has no place to go to'],
    ['2026-10-29 09:59', 'meeting-unopened', 'until the units are told that it was reported'],
    ['2026-10-29 10:00', 'to-answer', 'then it is too late for it'],
  ])('at %s: %s (%s)', async (wall, expected) => {
    expect(await stage(wall)).toBe(expected);
  });

  it('has answered once the report is submitted, not while it is a draft', async () => {
    const draft = report(change(1, tanaka, complete));
    await store.reports.put(draft, 'absent');
    expect(await stage('2026-10-16 10:00')).toBe('to-answer');
    store = memoryStore();
    await store.reports.put(submitted, 'absent');
    expect(await stage('2026-10-16 10:00')).toBe('answered');
  });

  it.each([['2026-10-15 08:59', true], ['2026-10-15 09:00', true], ['2026-10-15 09:01', false]])('a form opened at %s has been submitted at 9:00: %s', async (opened, expected) => {
    await store.reports.put(submitted, 'absent');
    expect(await submittedSince({ office: saiwai, store }, { round: 'FY2026-mid', section: 'soumu' }, tokyo(opened))).toBe(expected);
  });

  it('of what is no round or section of the office nothing was submitted', async () => {
    expect(await submittedSince({ office: saiwai, store }, { round: 'mid', section: 'soumu' }, tokyo('2026-10-15 09:00'))).toBe(false);
  });
});
