import { describe, expect, it } from '@jest/globals';
import type { HeadCheck, UnitState, UnitStatus } from '../../src/domain/board.ts';
import { actsOn, changedSince, mendBy, submittedAsOf } from '../../src/domain/checking.ts';
import { statusIn } from '../../src/domain/deriveBoard.ts';
import { faceOf } from '../../src/domain/face.ts';
import type { Actor, Change } from '../../src/domain/report.ts';
import { rewordsOf } from '../../src/domain/rewords.ts';
import { scheduleIn } from '../../src/domain/schedule.ts';
import { askedOf } from '../../src/domain/units.ts';
import { change, facts, message, report } from '../fixtures/facts.ts';
import { initiativeId, midRound, office, personId, sectionId, tokyo } from '../fixtures/office.ts';

const world = facts();
const schedule = scheduleIn(world);
const status = (state: UnitState, head: HeadCheck): UnitStatus => ({ ...statusIn(world, sectionId('soumu'), tokyo('2026-10-19 12:00'))!, state, head });
const by = (as: Actor['as'], act: Omit<Change, 'seq'>): Omit<Change, 'seq'> => ({ ...act, by: { person: personId(10), name: '課長', as } });
const one = initiativeId('soumu-01');
const asked = askedOf(office(), midRound(), sectionId('soumu'));

describe('what can be pressed on the 確認の画面', () => {
  const before = tokyo('2026-10-26 16:59');
  it.each<[UnitState, HeadCheck, readonly Actor['as'][], readonly string[]]>([
    ['submitted', 'waits', ['head'], ['confirm', 'send-back', 'reword', 'answer']],
    ['submitted', 'waits', ['deputy'], ['confirm', 'send-back', 'reword', 'answer']],
    ['submitted', 'waits', ['secretariat'], ['send-back', 'reword']],
    ['submitted', 'waits', ['head', 'secretariat'], ['confirm', 'send-back', 'reword', 'answer']],
    ['submitted', 'none', ['secretariat'], ['accept', 'send-back', 'reword']],
    ['submitted', 'off', ['secretariat'], ['accept', 'send-back', 'reword']],
    ['submitted', 'off', ['head'], ['send-back', 'reword', 'answer']],
    ['confirmed', 'confirmed', ['head'], ['send-back', 'reword', 'answer']],
    ['confirmed', 'confirmed', ['secretariat'], ['accept', 'send-back', 'reword']],
    ['accepted', 'confirmed', ['head'], ['reword', 'answer']],
    ['accepted', 'confirmed', ['secretariat'], ['reword']],
    ['sent-back', 'waits', ['head'], ['answer']],
    ['sent-back', 'waits', ['secretariat'], []],
    ['exempt', 'waits', ['head', 'secretariat'], []],
    ['finalised', 'confirmed', ['head', 'secretariat'], []],
  ])('%s, head %s, to %j: %j', (state, head, posts, acts) => {
    expect(actsOn({ status: status(state, head), schedule }, posts, before)).toEqual(acts);
  });
  it('nothing from 資料確定 on', () => {
    expect(actsOn({ status: status('submitted', 'waits'), schedule }, ['head', 'secretariat'], schedule.freezeAt)).toEqual([]);
  });
});

describe('変わったところ since one decided last', () => {
  const submit = change('2026-10-19 16:42', { 'soumu-01': { mark: 'on-track', done: '2回' } });
  const again = change('2026-10-20 09:00', { 'soumu-01': { done: '3回' } });
  const decide = (kind: Change['kind'], given: Partial<Change> = {}) => ({ ...change('2026-10-19 17:00', {}, kind), ...given });
  it('nothing before a first decision', () => { expect(changedSince(report('soumu', submit, again), ['head'], asked)).toBeUndefined(); });
  it.each<Change['kind']>(['confirm', 'send-back'])('what was submitted anew after the head’s %s', (kind) => {
    const of = report('soumu', submit, by('head', decide(kind)), again);
    expect(changedSince(of, ['head'], asked)).toEqual({ since: tokyo('2026-10-19 17:00'), sentBack: kind === 'send-back', fields: { [one]: ['done'] } });
    expect(changedSince(of, ['deputy'], asked)).toEqual(changedSince(of, ['head'], asked));
    expect(changedSince(of, ['secretariat'], asked)).toBeUndefined();
  });
  it('since the head’s own submission', () => {
    expect(changedSince(report('soumu', by('head', submit), again), ['head'], asked)).toMatchObject({ sentBack: false, fields: { [one]: ['done'] } });
  });
  it('the secretariat’s are counted from the secretariat’s', () => {
    const of = report('soumu', submit, by('secretariat', decide('send-back')), again, by('head', decide('confirm')));
    expect(changedSince(of, ['secretariat'], asked)?.fields).toEqual({ [one]: ['done'] });
    expect(changedSince(of, ['head'], asked)?.fields).toEqual({});
  });
  it('drafts are not in it, and what was sent back is still shown', () => {
    const of = report('soumu', submit, by('head', decide('send-back', { comments: { [one]: '件数' } })), change('2026-10-20 08:00', { 'soumu-01': { done: '書きかけ' } }, 'save'));
    expect(submittedAsOf(of, Infinity)).toEqual({ [one]: { mark: 'on-track', done: '2回' } });
    expect(changedSince(of, ['head'], asked)?.fields).toEqual({});
  });
});

describe('再提出の期限', () => {
  it.each([['2026-10-21 23:59', '2026-10-22 17:00'], ['2026-10-22 00:00', '2026-10-26 17:00'], ['2026-10-22 16:00', '2026-10-26 17:00'], ['2026-10-23 10:00', '2026-10-26 17:00']])('sent back %s: %s', (at, until) => {
    expect(mendBy(office(), schedule, tokyo(at))).toBe(tokyo(until));
  });
});

describe('字句修正', () => {
  const submit = change('2026-10-19 16:42', { 'soumu-01': { mark: 'on-track', done: '2回' } });
  const reword = by('head', change('2026-10-19 17:00', { 'soumu-01': { done: '2回行いました' } }, 'reword'));
  it('is told with what stood there before and after', () => {
    expect(rewordsOf(report('soumu', submit, reword))).toMatchObject([{ initiative: one, field: 'done', before: '2回', after: '2回行いました', act: { by: { as: 'head' } } }]);
  });
  it('is no news once the section has submitted again', () => { expect(rewordsOf(report('soumu', submit, reword, change('2026-10-20 09:00', {})))).toEqual([]); });
  it('makes the posted card stale, and is counted on the board', () => {
    const now = tokyo('2026-10-20 09:00');
    const [plain, mended] = [report('soumu', submit), report('soumu', submit, reword)].map((each) => facts({ reports: [each] }));
    const ask = message('ask', { of: 'soumu' });
    expect(faceOf(ask, mended!, now)).not.toBe(faceOf(ask, plain!, now));
    expect(statusIn(mended!, sectionId('soumu'), now)?.reworded).toBe(1);
    expect(statusIn(plain!, sectionId('soumu'), now)?.reworded).toBeUndefined();
  });
});
