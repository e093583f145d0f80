import { describe, expect, it } from '@jest/globals';
import { addInitiative } from '../../src/domain/decideAdded.ts';
import { endInitiative, endSection, resumeInitiative, resumeSection } from '../../src/domain/decideEnding.ts';
import { changeInitiative, changeTitle, seenOf, typedOfInitiative, type InitiativeTyped } from '../../src/domain/decideInitiative.ts';
import { addUnit, changeUnit, typedOfUnit } from '../../src/domain/decideUnit.ts';
import type { Office } from '../../src/domain/office.ts';
import { INITIATIVE_FIELDS, openWriting, UNIT_FIELDS, type OpenWriting } from '../../src/domain/registerRefusals.ts';
import { amended } from '../fixtures/amendments.ts';
import { change, facts, report } from '../fixtures/facts.ts';
import { day, initiative, midRound, office as wardOffice, personId, section, tokyo } from '../fixtures/office.ts';
import { added } from '../fixtures/registerActs.ts';

const goals = [{ number: 1, mark: '①', short: '対応' }, { number: 2, mark: '②', short: '連携' }];
const office = wardOffice({ goals, sections: [section('soumu', '総務課'), section('eisei', '衛生課', { channels: ['食品衛生'] }), section('kikaku', '企画課')] });
const today = day('2026-10-08');
const decider = { by: personId(90), at: tokyo('2026-10-08 10:00') };
const of = (given: Office, id: string) => given.initiatives.find((each) => each.id === id)!;
const now = typedOfInitiative(of(office, 'soumu-02'));
const seen = seenOf(INITIATIVE_FIELDS, now);
const changes = (typed: Partial<InitiativeTyped>, given: Office = office, open: readonly OpenWriting[] = []) =>
  changeInitiative(given, open, { id: 'soumu-02', typed: { ...now, ...typed }, seen }, decider);
const set = (outcome: ReturnType<typeof changes>) => (outcome.ok && outcome.value.kind === 'initiative-changed' ? outcome.value.set : undefined);
const why = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? undefined : outcome.error);
const as = (given: Parameters<typeof initiative>[2]): Office => ({ ...office, initiatives: office.initiatives.map((each) => (each.id === 'soumu-02' ? { ...each, ...given } : each)) });

describe('取組を直す', () => {
  it.each<[string, Partial<InitiativeTyped>, object]>([
    ['略称', { title: '苦情の共有' }, { title: '苦情の共有' }], ['取組の内容', { text: '一行目\r\n二行目 ' }, { officialText: '一行目\n二行目' }], ['区分', { category: '窓口' }, { category: '窓口' }],
    ['政策目標', { goals: '2,1' }, { goals: [1, 2] }], ['通年の取組', { ongoing: 'yes' }, { ongoing: true }], ['所管', { owner: 'eisei' }, { section: 'eisei' }], ['確認', { confirmed: 'no' }, { confirmed: false }],
    ['control signs', { title: '二\u0007つ\u202E目', text: '一\u0007行\n二行' }, { title: '二つ目', officialText: '一行\n二行' }],
    ['略称と区分', { title: '二', category: '窓口' }, { title: '二', category: '窓口' }],
  ])('records %s alone where nothing else was changed', (_, typed, only) => { expect(set(changes(typed))).toEqual(only); });

  it.each<[string, Partial<InitiativeTyped>]>([
    ['nothing', {}], ['blanks at the ends', { title: ` ${now.title}　` }], ['a choice that no client sent', { ongoing: '', owner: '', confirmed: '' }], ['a goal that there is not', { goals: '1,9' }],
  ])('records nothing where %s was changed', (_, typed) => { expect(why(changes(typed))).toEqual({ kind: 'unchanged' }); });

  it.each<[string, Partial<InitiativeTyped>, object]>([
    ['略称', { title: '  ' }, { kind: 'empty', field: 'title' }], ['取組の内容', { text: '' }, { kind: 'empty', field: 'text' }], ['区分', { category: '' }, { kind: 'empty', field: 'category' }], ['政策目標', { goals: '' }, { kind: 'empty', field: 'goals' }],
    ['41 characters', { title: '字'.repeat(41) }, { kind: 'too-long', field: 'title', most: 40 }], ['1,001 characters', { text: '字'.repeat(1001) }, { kind: 'too-long', field: 'text', most: 1000 }],
    ['a category of 21', { category: '字'.repeat(21) }, { kind: 'too-long', field: 'category', most: 20 }], ['another’s 略称', { title: '初期応対力の向上' }, { kind: 'title-taken', name: '初期応対力の向上' }],
    ['a unit that there is not', { owner: 'nowhere' }, { kind: 'no-unit' }],
  ])('refuses %s', (_, typed, refusal) => { expect(why(changes(typed))).toEqual(refusal); });

  it('takes 40 characters, also of those that a computer counts twice', () => { expect(set(changes({ title: '𠮟'.repeat(40) }))?.title).toHaveLength(80); });

  it('takes the 略称 of one that has ended, and of one in another unit', () => {
    expect(set(changes({ title: 'eisei-01の略称' }))).toEqual({ title: 'eisei-01の略称' });
    const ended = { ...office, initiatives: office.initiatives.map((each) => (each.id === 'soumu-01' ? { ...each, to: today } : each)) };
    expect(set(changes({ title: '初期応対力の向上' }, ended))).toEqual({ title: '初期応対力の向上' });
  });

  it('says which field somebody else changed since, and leaves that of the others', () => {
    expect(why(changes({ title: '二' }, as({ title: '一' })))).toEqual({ kind: 'changed-since', fields: ['title'] });
    expect(set(changes({ category: '窓口' }, as({ title: '一' })))).toEqual({ category: '窓口' });
    expect(why(changes({ title: '一' }, as({ title: '一' })))).toEqual({ kind: 'unchanged' });
  });

  it('does not move to another unit what is written of in an open round', () => {
    const written = facts({ office, reports: [report('soumu', change('2026-10-07 10:00', { 'soumu-02': { done: '書きかけ' } }, 'save'))] });
    const open = [openWriting(written, tokyo('2026-10-26 16:59'))!];
    expect(why(changes({ owner: 'eisei' }, office, open))).toEqual({ kind: 'written-moved', round: midRound(), until: '2026-10-26' });
    expect(set(changes({ title: '二' }, office, open))).toEqual({ title: '二' });
    expect(openWriting(written, tokyo('2026-10-26 17:00'))).toBeUndefined();
  });

  it('is refused of one that there is not', () => { expect(why(changeInitiative(office, [], { id: '', typed: now, seen }, decider))).toEqual({ kind: 'no-initiative' }); });
});

describe('略称を直す, by the unit', () => {
  const retitled = (title: string, given = office) => changeTitle(given, { id: 'soumu-02', title, seen: seenOf(['title'], now) }, decider);
  it('records the 略称 alone, whatever else was changed meanwhile', () => { expect(set(retitled('二', as({ category: '窓口', officialText: '別の文' })))).toEqual({ title: '二' }); });
  it.each([['', { kind: 'empty', field: 'title' }], ['字'.repeat(41), { kind: 'too-long', field: 'title', most: 40 }], [now.title, { kind: 'unchanged' }]])('refuses 「%s」', (title, refusal) => { expect(why(retitled(title))).toEqual(refusal); });
  it('says that somebody else changed it since', () => { expect(why(retitled('二', as({ title: '一' })))).toEqual({ kind: 'changed-since', fields: ['title'] }); });
});

describe('取組を加える', () => {
  const typed: InitiativeTyped = { title: '新しい取組', text: '新しく取り組む。', category: '窓口', goals: '1', ongoing: 'yes', owner: 'soumu', confirmed: 'yes' };
  const adds = (given: Partial<InitiativeTyped> = {}, first = '', acts = amended(), id = 'added-001', of = office) => addInitiative(of, acts, { id, typed: { ...typed, ...given }, first }, decider, today);

  it('gives it a code that was never used, whatever the folder has dropped since', () => {
    const gone = added(initiative('added-001', 'soumu'));
    expect(adds({}, '', amended(gone))).toMatchObject({ ok: true, value: { added: { id: 'added-002' } } });
    expect(adds({}, '', amended(), 'added-001', { ...office, initiatives: [...office.initiatives, initiative('added-001', 'soumu')] })).toMatchObject({ value: { added: { id: 'added-002' } } });
  });

  it.each([['', '2026-10-08'], ['2026-09-30', '2026-09-30'], ['2027-04-01', '2027-04-01']])('begins it on 「%s」: %s', (first, from) => {
    expect(adds({}, first)).toMatchObject({ ok: true, value: { act: { kind: 'initiative-added', initiative: { from, section: 'soumu', title: '新しい取組', officialText: '新しく取り組む。', goals: [1], ongoing: true, confirmed: true } } } });
  });

  it('adds one for a press that was delivered twice', () => {
    const first = adds();
    if (!first.ok || first.value.act?.kind !== 'initiative-added') throw new Error('not added');
    const there = { ...office, initiatives: [...office.initiatives, first.value.added] };
    expect(adds({}, '', amended(first.value.act), 'added-001', there)).toEqual({ ok: true, value: { act: undefined, added: first.value.added } });
    expect(why(adds({ text: '別の文' }, '', amended(first.value.act), 'added-001', there))).toEqual({ kind: 'title-taken', name: '新しい取組' });
  });

  it.each<[string, Partial<InitiativeTyped>, string, object]>([
    ['no text', { text: '' }, '', { kind: 'empty', field: 'text' }], ['no 略称', { title: '' }, '', { kind: 'empty', field: 'title' }], ['no goal', { goals: '' }, '', { kind: 'empty', field: 'goals' }], ['no category', { category: '' }, '', { kind: 'empty', field: 'category' }],
    ['a day that is none', {}, '10月', { kind: 'bad-day', what: 'first' }], ['another’s 略称', { title: 'soumu-02の略称' }, '', { kind: 'title-taken', name: 'soumu-02の略称' }], ['no unit', { owner: '' }, '', { kind: 'no-unit' }],
  ])('refuses %s', (_, given, first, refusal) => { expect(why(adds(given, first))).toEqual(refusal); });
});

describe('終える', () => {
  const writes = facts({ office, reports: [report('soumu', change('2026-10-07 10:00', { 'soumu-02': { done: '書きかけ' } }, 'save'))] });
  const open = [openWriting(writes, decider.at)!];
  const ends = (last: string, given: Office = office, of: readonly OpenWriting[] = []) => endInitiative(given, of, { id: 'soumu-02', day: last }, decider);

  it.each([['', '2026-10-08'], ['2027-03-31', '2027-03-31'], ['2026-03-31', '2026-03-31']])('with the last day 「%s」: %s', (typed, lastDay) => { expect(ends(typed)).toMatchObject({ ok: true, value: { kind: 'initiative-ended', lastDay } }); });
  it.each([['2026-09-30', undefined], ['2026-09-29', { kind: 'written-ended', what: 'initiative', round: midRound(), until: '2026-09-30' }]])(
    'on %s, where a round of 9月30日 has something of it', (last, refusal) => { expect(why(ends(last, office, open))).toEqual(refusal); });
  it.each([['2026-04-01', undefined], ['2026-03-31', undefined], ['2026-03-30', { kind: 'before-it-begins', from: '2026-04-01' }]])(
    'on %s, where it begins on 4月1日', (last, refusal) => { expect(why(ends(last, as({ from: day('2026-04-01') })))).toEqual(refusal); });
  it('does nothing twice', () => { expect(ends('2026-10-31', as({ to: day('2026-10-31') }))).toEqual({ ok: true, value: undefined }); });
  it('refuses a day that is none', () => { expect(why(ends('来年'))).toEqual({ kind: 'bad-day', what: 'last' }); });

  it('終了を取り消す, unless another is called so by now', () => {
    expect(resumeInitiative(as({ to: today }), 'soumu-02', decider)).toMatchObject({ ok: true, value: { kind: 'initiative-resumed' } });
    expect(resumeInitiative(office, 'soumu-02', decider)).toEqual({ ok: true, value: undefined });
    expect(why(resumeInitiative(as({ to: today, title: '初期応対力の向上' }), 'soumu-02', decider))).toEqual({ kind: 'title-taken', name: '初期応対力の向上' });
  });

  it.each([['soumu', '2026-10-26', undefined], ['soumu', '2026-10-25', { kind: 'written-ended', what: 'unit', round: midRound(), until: '2026-10-26' }], ['eisei', '2026-10-25', undefined], ['kikaku', '2027-03-31', { kind: 'secretariat-unit' }], ['', '', { kind: 'no-unit' }]])(
    'of the unit %s on %s', (id, last, refusal) => { expect(why(endSection(office, open, { id, day: last }, decider))).toEqual(refusal); });
  it('of a unit is undone', () => {
    const ended = { ...office, sections: office.sections.map((each) => ({ ...each, to: today })) };
    expect(resumeSection(ended, 'soumu', decider)).toMatchObject({ ok: true, value: { kind: 'section-resumed', section: 'soumu' } });
  });
});

describe('名称・チャネル名を直す', () => {
  const eisei = typedOfUnit(office.sections[1]!);
  const calls = (typed: Partial<typeof eisei>) => changeUnit(office, { id: 'eisei', typed: { ...eisei, ...typed }, seen: seenOf(UNIT_FIELDS, eisei) }, decider);

  it.each([[{ name: '生活衛生課' }, { name: '生活衛生課' }], [{ channels: '食品衛生\r\n環境衛生\n\n環境 衛生' }, { channels: ['食品衛生', '環境衛生'] }], [{ channels: '' }, { channels: [] }]])('records %j as %j alone', (typed, only) => {
    expect(calls(typed)).toMatchObject({ ok: true, value: { kind: 'section-changed', set: only } });
  });
  it.each<[Partial<typeof eisei>, object]>([
    [{ name: ' ' }, { kind: 'empty', field: 'name' }], [{ name: '字'.repeat(41) }, { kind: 'too-long', field: 'name', most: 40 }], [{ name: '総務 課' }, { kind: 'name-taken', name: '総務 課' }], [{ channels: '区部長会議' }, { kind: 'name-taken', name: '区部長会議' }],
    [{ channels: '字'.repeat(41) }, { kind: 'too-long', field: 'channels', most: 40 }], [{ channels: Array.from({ length: 11 }, (_, n) => `係${n}`).join('\n') }, { kind: 'too-many-channels', most: 10 }], [{}, { kind: 'unchanged' }],
  ])('refuses %j', (typed, refusal) => { expect(why(calls(typed))).toEqual(refusal); });
});

describe('所属を加える', () => {
  it('with a code of its own, once for a press that was delivered twice', () => {
    const wish = { id: 'unit-001', typed: { name: '新しい課', channels: '' }, first: '' };
    const first = addUnit(office, undefined, wish, decider, today);
    expect(first).toMatchObject({ ok: true, value: { added: { id: 'unit-001', name: '新しい課', from: '2026-10-08' } } });
    if (!first.ok || first.value.act === undefined) throw new Error('not added');
    const there = { ...office, sections: [...office.sections, first.value.added] };
    expect(addUnit(there, amended(first.value.act), wish, decider, today)).toEqual({ ok: true, value: { act: undefined, added: first.value.added } });
    expect(why(addUnit(there, amended(), { ...wish, typed: { name: '食品衛生', channels: '' } }, decider, today))).toEqual({ kind: 'name-taken', name: '食品衛生' });
  });
});
