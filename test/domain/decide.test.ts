import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Act, type Acting } from '../../src/domain/decide.ts';
import type { Answering } from '../../src/domain/decideReport.ts';
import type { Office } from '../../src/domain/office.ts';
import { progressOf } from '../../src/domain/progress.ts';
import { CHANGE_KINDS, type Actor, type Report } from '../../src/domain/report.ts';
import { draftOf, submittedOf } from '../../src/domain/reportState.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { conduct, exempt } from '../fixtures/facts.ts';
import { day, initiativeId, midRound, office, personId, section, sectionId, tokyo } from '../fixtures/office.ts';
import { change, complete, onTrack, report, said, sato, suzuki, tanaka, typed } from '../fixtures/reports.ts';

const round = midRound();
const soumu = sectionId('soumu');
const withHead = office({ headConfirmation: 'when-registered', posts: [{ role: 'head', section: soumu, person: suzuki.person }] });
const facts = (held: Report | undefined, given: Partial<Answering> = {}): Answering => ({
  office: withHead, round, schedule: scheduleOf(withHead, round), conduct: conduct(), section: section('soumu', '総務課'), report: held, pending: undefined, before: {}, ...given,
});

const secretary: Actor = { person: personId(90), name: '企画', as: 'secretariat' };
const deputy: Actor = { person: personId(4), name: '高橋', as: 'deputy' };
/** By post; a reporter by post or by declaration alike. */
const acting = ({ person, name, as }: Actor): Acting => ({ person, name, right: { may: 'yes', as }, posts: [as] });
const NOW = tokyo('2026-10-21 11:00');
const outcome = (held: Report | undefined, act: Act, by: Actor, now = NOW, given: Partial<Answering> = {}): string => {
  const decided = decide(facts(held, given), act, acting(by), now);
  return decided.ok ? decided.value.as : decided.error.kind === 'refused' ? decided.error.refusal.kind : decided.error.kind;
};
const done = (held: Report | undefined, act: Act, by: Actor, now = NOW): Report => {
  const decided = decide(facts(held), act, acting(by), now);
  if (!decided.ok || decided.value.write === undefined) throw new Error(`not done: ${JSON.stringify(decided)}`);
  return decided.value.write;
};

const drafted = report(change(1, tanaka, complete));
const submitted = report(change(1, tanaka, complete, { kind: 'submit' }));
const confirmed = done(submitted, { kind: 'confirm', seen: 1 }, suzuki);
const accepted = done(confirmed, { kind: 'accept', seen: 2 }, secretary);
const comments = { [initiativeId('soumu-02')]: '会議で共有した件数を追記してください。' };
const sentBack = done(submitted, { kind: 'send-back', seen: 1, comments }, suzuki);
const answer = (given: Parameters<typeof said>[0]): Act => ({ kind: 'answer', ...said(given) });
const again = (held: Report): Act => answer({ intent: 'submit', base: held.seq, typed: complete });
const reword = (held: Report): Act => ({ kind: 'reword', seen: held.seq, fields: typed({ 1: { done: '接遇研修を７月に２回実施した。' } }) });
const correct = (held: Report): Act => ({ kind: 'correct', seen: held.seq, fields: typed({ 1: { done: '研修は3回であった。' } }), reason: '件数の数え誤りのため' });

describe('the way from a draft to 事務局確認済み', () => {
  it.each([
    ['nothing', undefined, 'none'], ['a draft', drafted, 'none'], ['提出', submitted, 'submitted'], ['所属長の確認', confirmed, 'confirmed'], ['事務局の確認', accepted, 'accepted'], ['差戻し', sentBack, 'sent-back'],
  ] as const)('after %s', (_, held, state) => { expect(progressOf(held).state).toBe(state); });

  it('begins anew with a submission after 差戻し, and after a confirmation', () => {
    expect([progressOf(done(sentBack, again(sentBack), tanaka)).state, progressOf(done(accepted, answer({ intent: 'submit', base: 3, typed: typed({ 1: onTrack('直した。') }) }), tanaka)).state])
      .toEqual(['submitted', 'submitted']);
  });

  it.each([['head', suzuki, 'confirmed'], ['deputy', deputy, 'confirmed'], ['reporter', tanaka, 'submitted']] as const)('a submission by the %s', (_, by, state) => {
    expect(progressOf(done(undefined, answer({ intent: 'submit', typed: complete }), by)).state).toBe(state);
  });

  it('counts what was decided, so that the head is asked once for each decision', () => {
    expect([submitted, confirmed, accepted, sentBack, done(sentBack, again(sentBack), tanaka)].map((held) => progressOf(held).decisions)).toEqual([0, 1, 2, 1, 1]);
  });

  it('is as it was at a moment before', () => {
    expect([progressOf(sentBack, NOW).state, progressOf(sentBack, tokyo('2026-10-21 11:01')).state]).toEqual(['submitted', 'sent-back']);
  });
});

describe('who may do what to what stands there', () => {
  const CASES: readonly (readonly [string, Report | undefined, Readonly<Record<string, string>>])[] = [
    ['nothing', undefined, { confirm: 'nothing-submitted', 'send-back': 'nothing-submitted', accept: 'nothing-submitted', reword: 'nothing-submitted', promise: 'acted' }],
    ['a draft', drafted, { confirm: 'nothing-submitted', 'send-back': 'nothing-submitted', accept: 'nothing-submitted', reword: 'nothing-submitted', promise: 'acted' }],
    ['a submission', submitted, { confirm: 'acted', 'send-back': 'acted', accept: 'head-first', reword: 'acted', promise: 'answered-already' }],
    ['what the head confirmed', confirmed, { confirm: 'already-decided', 'send-back': 'acted', accept: 'acted', reword: 'acted', promise: 'answered-already' }],
    ['what the secretariat accepted', accepted, { confirm: 'already-decided', 'send-back': 'acted', accept: 'already-decided', reword: 'acted', promise: 'answered-already' }],
    ['what was sent back', sentBack, { confirm: 'already-decided', 'send-back': 'already-decided', accept: 'already-decided', reword: 'nothing-submitted', promise: 'answered-already' }],
  ];
  const actOn = (held: Report | undefined, kind: string): readonly [Act, Actor] => {
    const seen = held?.seq ?? 0;
    switch (kind) {
      case 'accept': return [{ kind, seen }, secretary];
      case 'send-back': return [{ kind, seen, comments }, suzuki];
      case 'reword': return [reword(held ?? drafted), suzuki];
      case 'promise': return [{ kind, day: day('2026-10-23') }, tanaka];
      default: return [{ kind: 'confirm', seen }, suzuki];
    }
  };
  it.each(CASES.flatMap(([of, held, acts]) => Object.entries(acts).map(([kind, expected]) => [kind, of, held, expected] as const)))('%s upon %s', (kind, _, held, expected) => {
    expect(outcome(held, ...actOn(held, kind))).toBe(expected);
  });

  it.each([
    ['confirm', { reporter: 'not-yours-to-decide', head: 'acted', deputy: 'acted', secretariat: 'not-yours-to-decide' }],
    ['send-back', { reporter: 'not-yours-to-decide', head: 'acted', deputy: 'acted', secretariat: 'acted' }],
    ['reword', { reporter: 'not-yours-to-decide', head: 'acted', deputy: 'acted', secretariat: 'acted' }],
  ] as const)('%s needs the post', (kind, expected) => {
    const by = { reporter: tanaka, head: suzuki, deputy, secretariat: secretary };
    const [act] = actOn(submitted, kind);
    expect(Object.fromEntries(Object.entries(by).map(([as, person]) => [as, outcome(submitted, act, person)]))).toEqual(expected);
  });

  it('accepting is the secretariat’s alone', () => {
    expect([tanaka, suzuki, deputy].map((by) => outcome(confirmed, { kind: 'accept', seen: 2 }, by))).toEqual(['not-yours-to-decide', 'not-yours-to-decide', 'not-yours-to-decide']);
  });

  it('a declared colleague holds no post, and decides nothing', () => {
    const decided = decide(facts(submitted), { kind: 'confirm', seen: 1 }, { person: sato.person, name: sato.name, right: { may: 'yes', as: 'reporter' }, posts: [] }, NOW);
    expect(decided).toMatchObject({ ok: false, error: { refusal: { kind: 'not-yours-to-decide', needs: 'head' } } });
  });

  it('who may not answer gives no date either', () => {
    const decided = decide(facts(undefined), { kind: 'promise', day: day('2026-10-23') }, { person: sato.person, name: sato.name, right: { may: 'declare' }, posts: [] }, NOW);
    expect(decided).toMatchObject({ ok: false, error: { refusal: { kind: 'not-of-section' } } });
  });

  it('who is head and of the secretariat acts as the one that the act needs', () => {
    const both: Acting = { ...acting(suzuki), posts: ['head', 'secretariat'] };
    const as = (held: Report, act: Act) => { const decided = decide(facts(held), act, both, NOW); return decided.ok ? decided.value.act?.by.as : undefined; };
    expect([as(submitted, { kind: 'confirm', seen: 1 }), as(confirmed, { kind: 'accept', seen: 2 })]).toEqual(['head', 'secretariat']);
  });

  it('nobody decides about an exempt unit, or before the ask', () => {
    expect(outcome(submitted, { kind: 'confirm', seen: 1 }, suzuki, NOW, { conduct: conduct(exempt('soumu')) })).toBe('exempt');
    expect(outcome(submitted, { kind: 'confirm', seen: 1 }, suzuki, tokyo('2026-10-06 09:59'))).toBe('no-round');
  });
});

describe('確認と差戻し', () => {
  it('two heads: the second is told who decided, and when', () => {
    const decided = decide(facts(sentBack), { kind: 'confirm', seen: 1 }, acting({ ...deputy, as: 'head' }), NOW);
    expect(decided).toMatchObject({ ok: false, error: { refusal: { kind: 'already-decided', what: 'sent-back', by: suzuki, at: NOW } } });
  });
  it.each([
    ['the other head confirmed', confirmed, 1, 'already-decided'], ['the other head confirmed, and it was seen', confirmed, 2, 'acted'],
    ['the secretariat accepted', accepted, 2, 'already-decided'], ['the secretariat accepted, and it was seen', accepted, 3, 'acted'],
  ] as const)('差戻し of what %s', (_, held, seen, expected) => {
    expect(outcome(held, { kind: 'send-back', seen, comments }, { ...deputy, as: 'head' })).toBe(expected);
  });
  it('is not for what was submitted after the card was drawn', () => {
    const anew = done(submitted, answer({ intent: 'submit', base: 1, typed: typed({ 1: onTrack('直した。') }) }), tanaka);
    expect([outcome(anew, { kind: 'confirm', seen: 1 }, suzuki), outcome(anew, { kind: 'confirm', seen: 2 }, suzuki)]).toEqual(['changed-since', 'acted']);
  });
  it('a draft of the section’s that came after the submission is none of the head’s', () => {
    const mended = done(submitted, answer({ base: 1, typed: typed({ 1: onTrack('書きかけ') }) }), tanaka);
    expect(outcome(mended, { kind: 'confirm', seen: 1 }, suzuki)).toBe('acted');
  });
  it('差戻し takes back what has a comment, and leaves the rest as submitted', () => {
    expect(Object.keys(submittedOf(sentBack)?.values ?? {})).toEqual(['soumu-01', 'soumu-03']);
    expect(draftOf(sentBack)).toEqual(complete);
    expect(progressOf(sentBack).sentBack).toEqual({ 'soumu-02': { comment: '会議で共有した件数を追記してください。', by: suzuki, at: NOW } });
  });
  it('after it the same text may be submitted again, and stands', () => {
    expect(submittedOf(done(sentBack, again(sentBack), tanaka))?.values).toEqual(complete);
  });
  it.each([
    ['without a comment', {}, 'word-missing'], ['with blanks', { 'soumu-01': ' \n' }, 'word-missing'], ['about another unit’s initiative', { 'eisei-01': '直してください。' }, 'word-missing'],
    ['of 500 characters', { 'soumu-01': 'あ'.repeat(500) }, 'acted'], ['of 501', { 'soumu-01': 'あ'.repeat(501) }, 'word-too-long'],
  ])('差戻し %s', (_, given, expected) => { expect(outcome(submitted, { kind: 'send-back', seen: 1, comments: given }, suzuki)).toBe(expected); });
  it.each([[{}, 'acted'], [{ 'soumu-01': ' ' }, 'acted'], [{ 'eisei-01': '他所属' }, 'acted'], [{ 'soumu-01': '件数を' }, 'comment-unsent']])('nothing is confirmed or accepted by a slip while a comment stands there: %j', (given, expected) => {
    expect([outcome(submitted, { kind: 'confirm', seen: 1, comments: given }, suzuki), outcome(confirmed, { kind: 'accept', seen: 2, comments: given }, secretary)]).toEqual([expected, expected]);
  });
  it('without a registered head the secretariat accepts at once; where one is required it waits', () => {
    const [none, required] = [office({ headConfirmation: 'when-registered' }), office({ headConfirmation: 'required' })];
    expect([none, required, office()].map((each) => outcome(submitted, { kind: 'accept', seen: 1 }, secretary, NOW, { office: each }))).toEqual(['acted', 'head-first', 'acted']);
  });
  it('and is told whether there is a head for whom it waits', () => {
    const headless = (posts: Office['posts']): unknown => {
      const decided = decide(facts(submitted, { office: office({ headConfirmation: 'required', posts }) }), { kind: 'accept', seen: 1 }, acting(secretary), NOW);
      return !decided.ok && decided.error.kind === 'refused' && decided.error.refusal.kind === 'head-first' ? decided.error.refusal.headless : undefined;
    };
    const post = (role: 'head' | 'deputy', section: string) => ({ role, section: sectionId(section), person: personId(5) });
    expect([[], [post('head', 'eisei')], [post('head', 'soumu')], [post('deputy', 'soumu')]].map(headless)).toEqual([true, true, false, false]);
  });
  it.each([['2026-10-26 16:59', 'acted'], ['2026-10-26 17:00', 'frozen']])('ends with 資料確定: %s', (wall, expected) => {
    expect([outcome(submitted, { kind: 'confirm', seen: 1 }, suzuki, tokyo(wall)), outcome(submitted, { kind: 'send-back', seen: 1, comments }, suzuki, tokyo(wall))]).toEqual([expected, expected]);
  });
});

describe('字句修正', () => {
  it('changes the words, leaves the marks, and keeps what stood there', () => {
    const reworded = done(confirmed, reword(confirmed), suzuki);
    expect(submittedOf(reworded)?.values[initiativeId('soumu-01')]).toEqual({ mark: 'on-track', done: '接遇研修を７月に２回実施した。' });
    expect([progressOf(reworded).state, reworded.changes.at(-1)?.fields]).toEqual(['confirmed', typed({ 1: { done: '接遇研修を７月に２回実施した。' } })]);
  });
  it('takes no mark along', () => {
    expect(outcome(submitted, { kind: 'reword', seen: 1, fields: typed({ 1: { mark: 'delayed' } }) }, suzuki)).toBe('nothing-changed');
  });
  it.each([
    ['the same words', { 1: { done: '接遇研修を7月に2回実施した。' } }, 'nothing-changed'], ['too many', { 1: { done: 'あ'.repeat(601) } }, 'word-too-long'], ['words of nobody’s', { 7: { done: '直す' } }, 'nothing-changed'],
  ])('with %s', (_, given, expected) => { expect(outcome(submitted, { kind: 'reword', seen: 1, fields: typed(given) }, suzuki)).toBe(expected); });
  it('may not empty what the mark needs', () => {
    const late = report(change(1, tanaka, { ...complete, ...typed({ 2: { mark: 'delayed', done: '一部', issue: '人手', next: '増員' } }) }, { kind: 'submit' }));
    expect(outcome(late, { kind: 'reword', seen: 1, fields: typed({ 2: { issue: '' } }) }, suzuki)).toBe('word-missing');
  });
  it('waits while the section rewrites that very text, and only that', () => {
    const mending = done(submitted, answer({ base: 1, typed: typed({ 1: onTrack('書きかけ') }) }), tanaka);
    expect(outcome(mending, reword(mending), suzuki)).toBe('being-mended');
    expect(outcome(mending, { kind: 'reword', seen: 2, fields: typed({ 2: { done: '案内表示を十二か所改めた。' } }) }, suzuki)).toBe('acted');
  });
  it('a draft that was submitted since is no draft any more', () => {
    const held = done(drafted, answer({ intent: 'submit', base: 1, typed: complete }), tanaka);
    expect(outcome(held, reword(held), suzuki)).toBe('acted');
  });
  it('is of what was seen', () => {
    const reworded = done(submitted, reword(submitted), suzuki);
    expect(outcome(reworded, { kind: 'reword', seen: 1, fields: typed({ 1: { done: '別の言い方' } }) }, secretary)).toBe('changed-since');
  });
});

describe('資料確定の後', () => {
  const after = tokyo('2026-10-27 09:00');
  it('there is 訂正, with its reason, of marks and words; the papers stay as they were', () => {
    const corrected = done(accepted, correct(accepted), tanaka, after);
    expect(submittedOf(corrected)?.values[initiativeId('soumu-01')]?.done).toBe('研修は3回であった。');
    expect(submittedOf(corrected, tokyo('2026-10-26 17:00'))?.values).toEqual(complete);
  });
  it.each([['before 資料確定', '2026-10-26 16:59', 'not-frozen'], ['from it on', '2026-10-26 17:00', 'acted']])('訂正 %s', (_, wall, expected) => { expect(outcome(accepted, correct(accepted), tanaka, tokyo(wall))).toBe(expected); });
  it('訂正 may change the mark, and needs what the new one needs', () => {
    const marked = (given: Parameters<typeof typed>[0]): Act => ({ kind: 'correct', seen: 3, fields: typed(given), reason: '誤り' });
    expect([outcome(accepted, marked({ 1: { mark: 'delayed' } }), tanaka, after), outcome(accepted, marked({ 1: { mark: 'delayed', issue: '人手', next: '増員' } }), tanaka, after)]).toEqual(['word-missing', 'acted']);
  });
  it.each([['', 'word-missing'], ['理', 'acted'], ['あ'.repeat(501), 'word-too-long']])('訂正 with the reason %#', (reason, expected) => {
    expect(outcome(accepted, { ...correct(accepted), reason } as Act, tanaka, after)).toBe(expected);
  });
  it.each([
    ['never submitted', drafted, 'closed', 'submitted'], ['sent back and not submitted again', sentBack, 'closed', 'submitted'], ['submitted in time', accepted, 'submitted', 'closed'],
  ])('a report %s, and 会議後の提出', (_, held, plain, late) => {
    const words = held === accepted ? typed({ 1: onTrack('直した。') }) : complete;
    expect(outcome(held, answer({ intent: 'submit', base: held.seq, typed: words }), tanaka, after)).toBe(held === accepted ? 'closed' : plain);
    expect(outcome(held, answer({ intent: 'submit', base: held.seq, typed: words, afterMeeting: true }), tanaka, after)).toBe(late);
  });
});

describe('代理入力', () => {
  it.each([[undefined, 'source-missing'], [' ', 'source-missing'], ['電話で聞き取り', 'submitted']])('needs to say how the answer came: %s', (source, expected) => {
    expect(outcome(undefined, answer({ intent: 'submit', typed: complete, ...(source !== undefined && { source }) }), secretary)).toBe(expected);
  });
  it('keeps it, and still waits for the head', () => {
    const entered = done(undefined, answer({ intent: 'submit', typed: complete, source: ' 電話で聞き取り ' }), secretary);
    expect([entered.changes[0]?.reason, progressOf(entered).state]).toEqual(['電話で聞き取り', 'submitted']);
  });
  it('is asked of nobody of the unit, and not for a draft', () => {
    expect([outcome(undefined, answer({ intent: 'submit', typed: complete }), suzuki), outcome(undefined, answer({ typed: complete }), secretary)]).toEqual(['submitted', 'draft']);
  });
});

describe('提出予定日', () => {
  const promise = (of: string, at: string) => outcome(undefined, { kind: 'promise', day: day(of) }, tanaka, tokyo(at));
  it.each([
    ['2026-10-21', '2026-10-21 11:00', 'acted'], ['2026-10-20', '2026-10-21 11:00', 'not-plannable'], ['2026-10-24', '2026-10-21 11:00', 'not-plannable'],
    ['2026-10-26', '2026-10-21 11:00', 'acted'], ['2026-10-27', '2026-10-21 11:00', 'not-plannable'], ['2026-10-26', '2026-10-24 11:00', 'acted'],
    ['2026-10-26', '2026-10-26 16:59', 'acted'], ['2026-10-26', '2026-10-26 17:00', 'frozen'],
  ])('the %s, said at %s', (of, at, expected) => { expect(promise(of, at)).toBe(expected); });
  it('is no draft, and a form without a word after it stores nothing', () => {
    const held = done(undefined, { kind: 'promise', day: day('2026-10-23') }, tanaka);
    expect(decide(facts(held), answer({ typed: typed({ 1: { mark: '' } }) }), acting(tanaka), NOW)).toMatchObject({ value: { as: 'draft', write: undefined, act: held.changes[0] } });
  });
});

describe('whatever is done in whatever order', () => {
  const acts = fc.constantFrom<(held: Report | undefined, n: number) => readonly [Act, Actor]>(
    (held) => [answer({ base: held?.seq ?? 0, typed: typed({ 1: { done: `下書き${held?.seq ?? 0}` } }) }), tanaka],
    (held) => [answer({ intent: 'submit', base: held?.seq ?? 0, typed: complete }), sato],
    (held) => [{ kind: 'confirm', seen: held?.seq ?? 0 }, suzuki], (held) => [{ kind: 'accept', seen: held?.seq ?? 0 }, secretary],
    (held, n) => [{ kind: 'send-back', seen: held?.seq ?? 0, comments: { [initiativeId(`soumu-0${1 + (n % 3)}`)]: '直してください。' } }, n % 2 === 0 ? suzuki : secretary],
    (held, n) => [{ kind: 'reword', seen: held?.seq ?? 0, fields: typed({ 2: { done: `言い換え${n}` } }) }, secretary],
    () => [{ kind: 'promise', day: day('2026-10-23') }, tanaka],
  );
  const played = (steps: readonly (readonly [(typeof acts) extends fc.Arbitrary<infer T> ? T : never, number])[]): readonly Report[] => {
    const all: Report[] = [];
    for (const [make, n] of steps) {
      const decided = decide(facts(all.at(-1)), ...((): [Act, Acting] => { const [act, by] = make(all.at(-1), n); return [act, acting(by)]; })(), NOW);
      if (decided.ok && decided.value.write !== undefined) all.push(decided.value.write);
    }
    return all;
  };
  const steps = fc.array(fc.tuple(acts, fc.nat(9)), { maxLength: 25 });

  it('every act appends one change and takes nothing away', () => {
    fc.assert(fc.property(steps, (given) => {
      played(given).forEach((held, i, all) => {
        expect(held.changes.length).toBe(i + 1);
        expect(held.changes.slice(0, -1)).toEqual(all[i - 1]?.changes ?? []);
        expect([held.seq, CHANGE_KINDS.includes(held.changes.at(-1)!.kind)]).toEqual([i + 1, true]);
      });
    }));
  });
  it('提出, 確認済み and 差戻し are three different things, and a confirmation is never of what was sent back', () => {
    fc.assert(fc.property(steps, (given) => {
      for (const held of played(given)) {
        const { state, confirmed: by, sentBack: back } = progressOf(held);
        expect(Object.keys(back).length > 0).toBe(state === 'sent-back');
        if (by !== undefined) expect(['confirmed', 'accepted']).toContain(state);
        expect(Object.keys(submittedOf(held)?.values ?? {}).some((id) => back[initiativeId(id)] !== undefined)).toBe(false);
      }
    }));
  });
});
