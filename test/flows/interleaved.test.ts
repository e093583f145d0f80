import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COLLEAGUE, DEPUTY, HEAD, headedOffice, REPORTER, submits } from '../fixtures/headedOffice.ts';
import { alone, SECRETARIAT, type RunningOffice } from '../fixtures/runningOffice.ts';
import { submittedOf, draftOf, valueOf } from '../../src/domain/reportState.ts';
import type { Report } from '../../src/domain/report.ts';
import { initiativeId } from '../fixtures/office.ts';

const ROUND = 'saiwai:FY2026-mid';
const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', page: 1 };
type Press = Exclude<Step['does'], 'opens' | '資料確定'>;

const STANDS = '研修を2回実施した。';
const INITIATIVES = [1, 2, 3].map((n) => initiativeId(`soumu-0${n}`));

/** What one of them does next, upon the card that they opened last; or what the calendar does. `box`: into which they write. */
type Step = { readonly who: number; readonly does: 'opens' | 'saves' | 'submits' | 'chooses typed' | 'chooses saved' | 'sends back' | 'confirms' | 'rewords' | 'corrects' | 'extends' | '資料確定'; readonly box: number };

const steps = (of: readonly number[], does: readonly Step['does'][]): fc.Arbitrary<Step> => fc.record({ who: fc.constantFrom(...of), does: fc.constantFrom(...does), box: fc.constantFrom(0, 0, 1, 2) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: steps([REPORTER, COLLEAGUE], ['opens', 'saves', 'saves', 'submits', 'submits', 'chooses typed', 'chooses saved', 'corrects']) },
  { weight: 8, arbitrary: steps([HEAD, DEPUTY], ['opens', 'sends back', 'confirms', 'rewords', 'rewords']) },
  { weight: 4, arbitrary: steps([SECRETARIAT], ['opens', 'submits', 'sends back', 'rewords', 'extends', 'corrects']) },
  { weight: 1, arbitrary: steps([SECRETARIAT], ['資料確定']) },
);

type Seat = { readonly seq: number; readonly values: readonly string[] };

const isWriter = (who: number): boolean => who === REPORTER || who === COLLEAGUE;
/** A card that was opened before anybody wrote anything. */
const BEFORE_ALL: Seat = { seq: 0, values: [] };

/** What their card showed: the draft, or what was submitted. */
const seatOf = (report: Report | undefined, who: number): Seat => {
  const values = isWriter(who) ? draftOf(report) : (submittedOf(report)?.values ?? {});
  return { seq: report?.seq ?? 0, values: INITIATIVES.map((id) => valueOf(values, id, 'done')) };
};

const reportOf = async (ward: RunningOffice): Promise<Report | undefined> => (await ward.store.reports.get(ROUND, 'report:soumu'))?.doc;
const storedIn = async (ward: RunningOffice): Promise<string> => JSON.stringify((await ward.store.changes(ROUND)).documents);

/** What a press sends, with one new text and what their card showed in the other boxes. */
function dataOf({ who, does, box }: Step, { seq, values }: Seat, text: string): Record<string, unknown> {
  const boxes = Object.fromEntries(INITIATIVES.flatMap((id, n) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, n === box ? text : (values[n] || STANDS)]]));
  const source = who === SECRETARIAT ? { source: `${text}聞取り` } : {};
  const sent: Readonly<Record<Press, Record<string, unknown>>> = {
    saves: { do: 'form.save', base: seq, ...boxes, ...source }, submits: { do: 'form.submit', base: seq, sure: true, ...boxes, ...source },
    'chooses typed': { do: 'conflict.choose', use: 'typed' }, 'chooses saved': { do: 'conflict.choose', use: 'saved' },
    'sends back': { do: 'send-back', seen: seq, sure: true, [`c.${String(INITIATIVES[box])}`]: text }, confirms: { do: 'confirm', seen: seq },
    rewords: { do: 'reword-save', seen: seq, sure: true, ...boxes }, corrects: { do: 'correct.save', seen: seq, sure: true, ...boxes, reason: `${text}理由` },
    extends: { do: 'board.extend', to: '2026-10-23', reason: text },
  };
  return sent[does as Press];
}

/** The texts of a press that are new. */
const textsIn = (data: Record<string, unknown>, text: string): readonly string[] => Object.values(data).filter((value): value is string => typeof value === 'string' && value.startsWith(text));

/** Presses, and gives what of the texts is stored now; the rest stands on the card that came back, or on the one that was pressed. */
async function presses(ward: RunningOffice, who: number, data: Record<string, unknown>, texts: readonly string[]): Promise<readonly string[]> {
  const answer = await ward.press(who, alone(who), { ...unit, ...data });
  const stored = await storedIn(ward);
  for (const text of texts.filter((each) => !stored.includes(each))) expect(answer.kind === 'replace' ? JSON.stringify(answer.content.card) : text).toContain(text);
  return texts.filter((text) => stored.includes(text));
}

async function play(course: readonly Step[], submitted: boolean): Promise<void> {
  const ward = await headedOffice();
  await ward.beat('2026-10-19 16:42');
  if (submitted) await submits(ward);
  const seats = new Map<number, Seat>();
  const kept = new Set<string>();
  for (const [n, each] of course.entries()) {
    const { who, does } = each;
    if (does === '資料確定') await ward.beat('2026-10-26 17:00');
    const now = seatOf(await reportOf(ward), who);
    if (does === 'opens' || does === '資料確定') {
      seats.set(who, now);
      continue;
    }
    const data = dataOf(each, seats.get(who) ?? (isWriter(who) ? BEFORE_ALL : now), `第${n}の文`);
    for (const text of await presses(ward, who, data, textsIn(data, `第${n}の文`))) kept.add(text);
    const stored = await storedIn(ward);
    expect([...kept].filter((text) => !stored.includes(text))).toEqual([]);
  }
}

/** After a correction the secretariat hears of two boxes from two people: how the first was heard waits with its text. */
const HEARD_TWICE: [readonly Step[], boolean] = [[
  { who: COLLEAGUE, does: 'opens', box: 0 }, { who: SECRETARIAT, does: '資料確定', box: 0 }, { who: COLLEAGUE, does: 'corrects', box: 2 }, { who: SECRETARIAT, does: 'submits', box: 2 }, { who: SECRETARIAT, does: 'submits', box: 0 },
], true];

describe('two writers, a head, a deputy and the secretariat upon one report, in any order and with cards of any age', () => {
  it('after every press each text is in the report, waits for a choice, or stands before its writer; and what was stored stays', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), fc.boolean(), play), { numRuns: 40, examples: [HEARD_TWICE] });
  }, 120_000);
});
