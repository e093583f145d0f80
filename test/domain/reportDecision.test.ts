import { describe, expect, it } from '@jest/globals';
import { decideReport, MOST_BYTES, refusalOf, type Answering } from '../../src/domain/decideReport.ts';
import { draftOf, submittedOf } from '../../src/domain/reportState.ts';
import type { Report } from '../../src/domain/report.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { conduct, exempt } from '../fixtures/facts.ts';
import { initiative, initiativeId, midRound, office, section, tokyo } from '../fixtures/office.ts';
import { change, complete, onTrack, report, said, sato, suzuki, tanaka, typed } from '../fixtures/reports.ts';

const round = midRound();
const answering = (given: Partial<Answering> = {}): Answering => ({
  office: office(), round, schedule: scheduleOf(office(), round), conduct: conduct(), section: section('soumu', '総務課'), report: undefined, pending: undefined, ...given,
});
const now = tokyo('2026-10-19 16:42');
const decide = (given: Partial<Answering>, what: Parameters<typeof said>[0], by = tanaka, at = now) => decideReport(answering(given), said(what), by, at);
const kept = (given: Partial<Answering>, what: Parameters<typeof said>[0], by = tanaka, at = now) => {
  const decided = decide(given, what, by, at);
  if (!decided.ok) throw new Error(`not kept: ${JSON.stringify(decided.error)}`);
  return decided.value;
};
const submitted = report(change(1, tanaka, complete, { kind: 'submit' }));

describe('下書き保存', () => {
  it('appends one change with what was changed alone, by whom and when', () => {
    const before = report(change(1, sato, typed({ 1: { mark: 'on-track' } })));
    const { as, act, write } = kept({ report: before }, { base: 1, typed: typed({ 1: { mark: 'on-track', done: '研修' } }) });
    expect(as).toBe('draft');
    expect(act).toEqual({ seq: 2, at: now, by: tanaka, kind: 'save', fields: typed({ 1: { done: '研修' } }) });
    expect(write).toEqual({ ...before, seq: 2, changes: [...before.changes, act] });
  });
  it('needs nothing to be complete', () => {
    expect(kept({}, { typed: typed({ 1: { mark: 'delayed' } }) }).write?.seq).toBe(1);
  });
  it('points nothing out', () => {
    expect(kept({}, { typed: typed({ 1: { done: '山田様から苦情' } }) }).as).toBe('draft');
  });
  it('of an empty form stores nothing', () => {
    expect(kept({}, { typed: typed({ 1: { mark: '', done: '' } }) })).toEqual({ as: 'draft', act: undefined, write: undefined, settled: false });
  });
  it('refuses a text that is too long, so that nothing can grow without end', () => {
    expect(decide({}, { typed: typed({ 1: { done: 'あ'.repeat(601) } }) })).toMatchObject({ ok: false, error: { kind: 'incomplete', problems: [{ kind: 'too-long' }] } });
  });
  it('does not hold a stored mark against the person that the office has since taken off its scale', () => {
    const before = report(change(1, sato, typed({ 1: { mark: 'fine' } })));
    expect(kept({ report: before }, { base: 1, typed: typed({ 1: { mark: 'fine', done: '研修' } }) }).as).toBe('draft');
  });
});

describe('提出', () => {
  it('takes a complete report', () => {
    const { as, act, write } = kept({}, { intent: 'submit', typed: complete });
    expect(as).toBe('submitted');
    expect(act?.kind).toBe('submit');
    expect(submittedOf(write)?.values).toEqual(complete);
  });
  it('counts what colleagues drafted', () => {
    const drafted = report(change(1, sato, { ...complete, ...typed({ 1: {} }) }));
    const { write } = kept({ report: drafted }, { intent: 'submit', base: 1, typed: typed({ 1: onTrack('研修') }) });
    expect(submittedOf(write)?.values).toEqual({ ...complete, ...typed({ 1: onTrack('研修') }) });
  });
  it('of a draft that needs nothing more is a change without fields', () => {
    const { act } = kept({ report: report(change(1, sato, complete)) }, { intent: 'submit', base: 1, typed: complete });
    expect(act).toMatchObject({ seq: 2, kind: 'submit', fields: {}, by: tanaka });
  });
  it('names every initiative and field that is missing, of other pages too', () => {
    expect(decide({}, { intent: 'submit', typed: typed({ 2: { mark: 'delayed' } }) })).toEqual({
      ok: false,
      error: {
        kind: 'incomplete',
        problems: [
          { kind: 'missing', initiative: 'soumu-01', field: 'mark' }, { kind: 'missing', initiative: 'soumu-02', field: 'issue' },
          { kind: 'missing', initiative: 'soumu-02', field: 'next' }, { kind: 'missing', initiative: 'soumu-03', field: 'mark' },
        ],
      },
    });
  });
  it('may be repeated with another text until 資料確定', () => {
    const { as, act } = kept({ report: submitted }, { intent: 'submit', base: 1, typed: { ...complete, ...typed({ 1: onTrack('研修を3回') }) } }, sato);
    expect([as, act?.fields]).toEqual(['submitted', typed({ 1: { done: '研修を3回' } })]);
  });
  it('is not asked of a unit twice: an initiative of another unit is no part of it', () => {
    expect(kept({}, { intent: 'submit', typed: { ...complete, [initiativeId('eisei-01')]: { done: 'よそ' } }, shown: said({ typed: complete }).shown }).write?.changes[0]?.fields).toEqual(complete);
  });
  it('with うちの取組ではありません needs no more of what is not confirmed', () => {
    const eisei = { section: section('eisei'), office: office() };
    const words = { ...typed({ 1: onTrack('検査') }, 'eisei'), ...typed({ 2: { notOurs: 'yes' } }, 'eisei') };
    expect(kept(eisei, { intent: 'submit', typed: words }).as).toBe('submitted');
  });
});

describe('at 資料確定', () => {
  it.each([
    ['2026-10-20 17:00', 'at the due moment', 'submitted'],
    ['2026-10-26 16:59', 'a minute before 資料確定', 'submitted'],
    ['2026-10-26 17:00', 'at that very moment', 'closed'],
    ['2026-10-27 09:00', 'the day after', 'closed'],
  ])('%s, %s: %s', (wall, _, as) => {
    expect(kept({}, { intent: 'submit', typed: complete }, tanaka, tokyo(wall)).as).toBe(as);
  });
  it('what was typed is kept as a draft, complete or not, and what was submitted stays', () => {
    const { as, act, write } = kept({ report: submitted }, { intent: 'submit', base: 1, typed: typed({ 1: { mark: 'delayed' } }) }, tanaka, tokyo('2026-10-26 17:00'));
    expect([as, act?.kind]).toEqual(['closed', 'save']);
    expect(draftOf(write)[initiativeId('soumu-01')]).toEqual({ mark: 'delayed' });
    expect(submittedOf(write)?.values).toEqual(complete);
  });
  it('a draft can still be saved', () => {
    expect(kept({}, { typed: typed({ 1: { done: '研修' } }) }, tanaka, tokyo('2026-10-26 17:00')).as).toBe('draft');
  });
  it('the same press once more keeps nothing twice', () => {
    const late = tokyo('2026-10-26 17:00');
    const first = kept({}, { intent: 'submit', typed: complete }, tanaka, late);
    expect(kept({ report: first.write }, { intent: 'submit', typed: complete }, tanaka, late)).toMatchObject({ as: 'closed', write: undefined });
  });
});

describe('pressed twice, or delivered again', () => {
  const again = { intent: 'submit', typed: complete } as const;
  it('changes nothing, and is answered by the same act', () => {
    expect(kept({ report: submitted }, again)).toEqual({ as: 'submitted', act: submitted.changes[0], write: undefined, settled: false });
  });
  it('a saved draft too', () => {
    const saved = report(change(1, tanaka, typed({ 1: { done: '研修' } })), change(2, sato, typed({ 2: { done: '掲示' } })));
    expect(kept({ report: saved }, { typed: typed({ 1: { done: '研修' } }) })).toMatchObject({ act: saved.changes[0], write: undefined });
  });
  it('neither undoes nor submits what a colleague has written since', () => {
    const since = report(...submitted.changes, change(2, sato, typed({ 1: { done: '研修を3回' } })));
    expect(kept({ report: since }, again)).toMatchObject({ as: 'submitted', act: submitted.changes[0], write: undefined });
  });
  it('after 資料確定 it is answered as it was before', () => {
    expect(kept({ report: submitted }, again, tanaka, tokyo('2026-10-26 17:00'))).toMatchObject({ as: 'submitted', write: undefined });
  });
  it('is the first such act, as it was answered then, though the same was said once more later', () => {
    const since = report(...submitted.changes, change(2, sato, typed({ 1: { done: '研修を3回' } })), change(3, tanaka, typed({ 1: complete[initiativeId('soumu-01')] ?? {} }), { kind: 'submit' }));
    expect(kept({ report: since }, again)).toMatchObject({ act: { seq: 1 }, write: undefined });
  });
  it('with other words is no repetition: the later word counts', () => {
    expect(kept({ report: submitted }, { intent: 'submit', typed: { ...complete, ...typed({ 1: onTrack('研修を3回') }) } }).act).toMatchObject({ seq: 2, fields: typed({ 1: { done: '研修を3回' } }) });
  });
  it('what a colleague said, and another changed since, is no repetition of one’s own', () => {
    const since = report(change(1, sato, complete, { kind: 'submit' }), change(2, suzuki, typed({ 1: { done: '研修を3回' } })));
    expect(decide({ report: since }, again)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });
  it('a form opened on a finished draft and submitted twice is submitted once', () => {
    const drafted = report(change(1, sato, complete));
    const first = kept({ report: drafted }, { intent: 'submit', base: 1, typed: complete });
    const since = report(...(first.write?.changes ?? []), change(3, sato, typed({ 1: { done: '研修を3回' } })));
    expect(kept({ report: since }, { intent: 'submit', base: 1, typed: complete })).toMatchObject({ act: { seq: 2 }, write: undefined });
  });
  it('by a colleague with the same words is answered with what is there', () => {
    expect(kept({ report: submitted }, again, sato)).toMatchObject({ as: 'submitted', act: submitted.changes[0], write: undefined });
  });
  it('a save is no submission: the words of a draft are still submitted after it', () => {
    expect(kept({ report: report(change(1, tanaka, complete)) }, again)).toMatchObject({ as: 'submitted', act: { seq: 2, kind: 'submit' } });
  });
  it('a draft written after the submission is submitted by the next press of a new form', () => {
    const since = report(...submitted.changes, change(2, sato, typed({ 1: { done: '研修を3回' } })));
    expect(kept({ report: since }, { intent: 'submit', base: 2, typed: typed({ 1: onTrack('研修を3回') }) })).toMatchObject({ act: { seq: 3, kind: 'submit', fields: {} } });
  });
});

describe('pointed out before it is submitted', () => {
  const words = { ...complete, ...typed({ 2: onTrack('山田様（090-1234-5678）から要望があった。') }) };
  it('is what looks like a person, by initiative and field, without the text', () => {
    expect(decide({}, { intent: 'submit', typed: words })).toEqual({
      ok: false,
      error: { kind: 'sensitive', found: [{ initiative: 'soumu-02', field: 'done', what: 'phone' }, { initiative: 'soumu-02', field: 'done', what: 'personal-name' }] },
    });
  });
  it('「このまま提出」 submits it', () => {
    expect(kept({}, { intent: 'submit', typed: words, sure: true }).as).toBe('submitted');
  });
  it('only once: what was submitted with it before is not pointed out again', () => {
    const before = report(change(1, tanaka, words, { kind: 'submit' }));
    expect(kept({ report: before }, { intent: 'submit', base: 1, typed: { ...words, ...typed({ 1: onTrack('研修を3回') }) } }).as).toBe('submitted');
  });
  it('after what is missing', () => {
    expect(decide({}, { intent: 'submit', typed: typed({ 2: onTrack('山田様') }) })).toMatchObject({ error: { kind: 'incomplete' } });
  });
  describe('the ends of a scale where 1 is best', () => {
    const yearend = { round: { ...round, kind: 'yearend' as const }, office: office({ initiatives: [initiative('soumu-01', 'soumu')] }) };
    const best = typed({ 1: { mark: 'g1', done: '目標の2倍を達成した。' } });
    it('are asked about once more', () => {
      expect(decide(yearend, { intent: 'submit', typed: best })).toEqual({ ok: false, error: { kind: 'sensitive', found: [{ initiative: 'soumu-01', field: 'mark', what: 'ask-again' }] } });
      expect(kept(yearend, { intent: 'submit', typed: best, sure: true }).as).toBe('submitted');
    });
    it('but not the middle, nor what was submitted before', () => {
      expect(kept(yearend, { intent: 'submit', typed: typed({ 1: { mark: 'g3', done: '達成した。' } }) }).as).toBe('submitted');
      const before = report(change(1, tanaka, best, { kind: 'submit' }));
      expect(kept({ ...yearend, report: before }, { intent: 'submit', base: 1, typed: typed({ 1: { mark: 'g1', done: '2倍を達成した。' } }) }).as).toBe('submitted');
    });
  });
});

describe('two people at the same field', () => {
  const satoFirst = report(change(1, sato, typed({ 1: onTrack('佐藤の文') })));
  it('stop before anything is stored, with all that the second one typed', () => {
    const words = typed({ 1: onTrack('田中の文'), 2: { done: '掲示' } });
    expect(decide({ report: satoFirst }, { base: 0, typed: words })).toMatchObject({
      ok: false,
      error: { kind: 'conflict', touched: words, conflicts: [{ initiative: 'soumu-01', field: 'done', saved: '佐藤の文', typed: '田中の文', savedBy: sato }] },
    });
  });
  it('also before it is said what is missing', () => {
    expect(decide({ report: satoFirst }, { intent: 'submit', base: 0, typed: typed({ 1: onTrack('田中の文') }) })).toMatchObject({ error: { kind: 'conflict' } });
  });
  it('also when one of them answers for a unit not their own', () => {
    expect(decide({ report: satoFirst }, { typed: typed({ 1: { mark: 'mostly' } }) }, { ...suzuki, as: 'secretariat' })).toMatchObject({ error: { kind: 'conflict' } });
  });
});

describe('nothing is asked', () => {
  it.each([
    ['before the ask', {}, '2026-10-06 09:59', 'no-round'],
    ['from the moment of the ask on it is', {}, '2026-10-06 10:00', undefined],
    ['of a unit without initiatives', { section: section('kikaku') }, '2026-10-15 10:00', 'exempt'],
    ['of a unit that is exempt', { conduct: conduct(exempt('soumu')) }, '2026-10-15 10:00', 'exempt'],
    ['of a unit although another is exempt', { conduct: conduct(exempt('eisei')) }, '2026-10-15 10:00', undefined],
  ] as const)('%s', (_, given, wall, kind) => {
    expect(refusalOf(answering(given), tokyo(wall))?.kind).toBe(kind);
    expect(decide(given, { typed: typed({ 1: { done: '研修' } }) }, tanaka, tokyo(wall)).ok).toBe(kind === undefined);
  });
});

describe('a report that has grown to the size of a document', () => {
  const padded = (bytes: number): Report => {
    const given = report(change(1, sato, typed({ 2: { done: '' } })));
    const room = bytes - new TextEncoder().encode(JSON.stringify(given)).length;
    return report(change(1, sato, typed({ 2: { done: 'x'.repeat(room) } })));
  };
  const words = { base: 1, typed: typed({ 1: { mark: 'on-track', done: 'あ' } }) };
  const bytesOf = (given: Report | undefined): number => new TextEncoder().encode(JSON.stringify(given)).length;
  const one = bytesOf(kept({ report: padded(1_000) }, words).write) - 1_000;
  it('takes what still fits, to the byte', () => {
    const full = padded(MOST_BYTES - one);
    expect(bytesOf(kept({ report: full }, words).write)).toBe(MOST_BYTES);
  });
  it('takes no more than that', () => {
    expect(decide({ report: padded(MOST_BYTES - one + 1) }, words)).toEqual({ ok: false, error: { kind: 'refused', refusal: { kind: 'too-large' } } });
  });
  it('is counted in bytes, not in characters', () => {
    const given = report(change(1, sato, typed({ 2: { done: 'あ'.repeat(310_000) } })));
    expect(decide({ report: given }, words)).toMatchObject({ error: { refusal: { kind: 'too-large' } } });
  });
});
