import { describe, expect, it } from '@jest/globals';
import { pendingId, formId, roundPartition } from '../../../src/domain/documentIds.ts';
import { plusSeconds } from '../../../src/domain/instant.ts';
import { conduct, exempt } from '../../fixtures/facts.ts';
import { alone, at, channel, chat, desk, form, shown, shownOn, thrown, withSeveral } from '../../fixtures/desk.ts';
import { midRound, office, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, personalAddress, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, sato, tanaka, typed } from '../../fixtures/reports.ts';

const open = { do: 'form.open' } as const;
const drafted = report(change(1, sato, typed({ 1: onTrack('研修を2回') })));
const mine = (n = 1) => person(n, { declared: declared('soumu') });
const inChannel = { places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } };

describe('「回答する」 in the section’s group chat', () => {
  it('sends the form, with the section’s draft in it, to whoever pressed, alone, and says so', async () => {
    const d = await desk({ reports: [drafted] });
    expect(await d.press(1, at(chat), open)).toEqual({ kind: 'words', text: expect.any(String) });
    expect(d.sent.map(({ to }) => to)).toEqual([personalAddress(1)]);
    const card = shownOn(d.sent[0]!.content);
    expect(card).toMatchObject({ shows: 'form', facts: { base: 1, page: 1, pages: 1, values: typed({ 1: onTrack('研修を2回') }), writers: { 'soumu-01': { by: sato } } } });
  });
  it('goes to the chat that is known, without opening one', async () => {
    const known = { ...personalAddress(1), conversation: 'known' };
    const d = await desk({ people: [person(1, { personal: known })], reachable: false });
    await d.press(1, at(chat), open);
    expect(d.sent[0]?.to).toEqual(known);
  });
  it('records that the person is of the section, so that the form works where it now is', async () => {
    const d = await desk();
    await d.press(1, at(chat), open);
    expect((await d.person(1))?.declared[sectionId('soumu')]).toEqual({ at: tokyo('2026-10-19 16:42') });
    expect(shown(await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { done: '研修' } }))).shows).toBe('draftSaved');
  });
  it.each([
    ['a head', { role: 'head', section: sectionId('soumu'), person: personId(1), to: '2026-10-19' as never }, 'head'],
    ['a registered 担当者', { role: 'reporter', section: sectionId('soumu'), person: personId(1), to: '2026-10-19' as never }, 'reporter'],
  ] as const)('makes no member of %s, whose right is their post’s and ends with it', async (_, post, as) => {
    const d = await desk({ office: { posts: [post] } });
    await d.press(1, at(chat), open);
    expect((await d.person(1))?.declared).toEqual({});
    await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { done: '研修' } }));
    expect((await d.report())?.changes[0]?.by.as).toBe(as);
    d.clock = tokyo('2026-10-20 00:00');
    expect(shown(await d.press(1, alone(1), { do: 'form.save', base: 1 }, typed({ 1: { done: '掲示' } })))).toMatchObject({ facts: { notice: { kind: 'not-of-section' } } });
  });
  it('takes nobody of the secretariat for one of its people, who may be in its group chat to make it a place: theirs is 代理入力, and they say how the answer came', async () => {
    const d = await desk({ office: { posts: [{ role: 'secretariat', person: personId(1) }] } });
    await d.press(1, at(chat), open);
    expect((await d.person(1))?.declared).toEqual({});
    expect(await d.press(1, alone(1), { do: 'form.submit' }, complete)).toMatchObject({ kind: 'replace' });
    expect(await d.report()).toBeUndefined();
    await d.press(1, alone(1), { do: 'form.submit', source: '電話で聞き取り' }, complete);
    expect((await d.report())?.changes[0]).toMatchObject({ kind: 'submit', by: { as: 'secretariat' }, reason: '電話で聞き取り' });
  });
  it('takes somebody of the secretariat for one of its people who has said so with 「担当者として登録」', async () => {
    const d = await desk({ office: { posts: [{ role: 'secretariat', person: personId(1) }] } });
    await d.press(1, at(chat), { do: 'declare', reporter: true });
    await d.press(1, at(chat), open);
    await d.press(1, alone(1), { do: 'form.submit' }, complete);
    expect((await d.report())?.changes[0]).toMatchObject({ kind: 'submit', by: { as: 'reporter' } });
  });
  it('pressed twice, or delivered again, gives one form and the same words', async () => {
    const d = await desk();
    const first = await d.press(1, at(chat), open);
    expect(await d.press(1, at(chat), open)).toEqual(first);
    expect(d.sent).toHaveLength(1);
  });
  it('pressed once more a moment later, when the report was submitted already, it is given anew', async () => {
    const d = await desk();
    await d.press(1, at(chat), open);
    await d.press(1, alone(1), { do: 'form.submit' }, complete);
    await d.press(1, at(chat), open);
    expect(d.sent).toHaveLength(2);
  });
  it.each([[9, 1], [10, 2]])('pressed once more after %i seconds it makes %i form(s)', async (seconds, forms) => {
    const d = await desk();
    await d.press(1, at(chat), open);
    d.clock = plusSeconds(d.clock, seconds);
    await d.press(1, at(chat), open);
    expect(d.sent).toHaveLength(forms);
  });
  it('of two people gives each a form', async () => {
    const d = await desk();
    await d.press(1, at(chat), open);
    await d.press(2, at(chat), open);
    expect(d.sent.map(({ to }) => to.conversation)).toEqual(['personal-1', 'personal-2']);
  });
  it.each([
    ['the person cannot be reached', { reachable: false }],
    ['the form is refused there', { refuses: (to: { readonly kind: string }) => (to.kind === 'personal' ? ({ kind: 'refused', why: 'blocked', status: 403, placeLost: true } as const) : undefined) }],
    ['it is uncertain whether it arrived there', { refuses: (to: { readonly kind: string }) => (to.kind === 'personal' ? ({ kind: 'uncertain', why: 'timeout' } as const) : undefined) }],
  ])('puts the form into the thread of the ask if %s', async (_, given) => {
    const d = await desk({ ...given, reports: [drafted] });
    expect(await d.press(1, at(chat), open)).toEqual({ kind: 'nothing' });
    expect(d.sent).toEqual([expect.objectContaining({ to: chat, thread: `${chat.conversation};messageid=ask-1` })]);
    expect(shownOn(d.sent[0]!.content)).toMatchObject({ shows: 'form', facts: { base: 1, values: typed({ 1: onTrack('研修を2回') }) } });
    expect((await d.store.forms.get(roundPartition(office().id, midRound().id), formId(sectionId('soumu'), personId(1))))?.doc.posted.activityId).toBe('posted-1');
  });
  it('answers with the form if nothing can be posted at all', async () => {
    const d = await desk({ reachable: false, refuses: () => ({ kind: 'not-delivered', why: '429' }) });
    expect(form(await d.press(1, at(chat), open)).page).toBe(1);
  });
});

describe('in a channel, which a whole team reads', () => {
  it('it asks first whether the person is of the section', async () => {
    const d = await desk(inChannel);
    expect(await d.press(1, at(channel), open)).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-of-section', section: 'soumu', mayDeclare: true } } } } });
    expect(d.sent).toEqual([]);
  });
  it('the form stands there without anybody’s draft, and knows that it does, so that nothing is wiped by it', async () => {
    const d = await desk({ ...inChannel, people: [mine()], reachable: false, reports: [drafted] });
    await d.press(1, at(channel), open);
    expect(shownOn(d.sent[0]!.content)).toMatchObject({ shows: 'form', facts: { base: 1, hidden: true } });
    expect(shownOn(d.sent[0]!.content).facts).toEqual(expect.objectContaining({ values: {}, writers: {} }));
    await d.press(1, at(channel, { card: 'posted-1' }), { do: 'form.save', base: 1, hidden: true }, typed({ 1: { mark: '', done: '' }, 2: { done: '掲示' } }));
    expect((await d.report())?.changes.at(-1)?.fields).toEqual(typed({ 2: { done: '掲示' } }));
  });
  it('what is sent to the person’s own chat has the draft', async () => {
    const d = await desk({ ...inChannel, people: [mine()], reports: [drafted] });
    await d.press(1, at(channel), open);
    expect(shownOn(d.sent[0]!.content)).toMatchObject({ facts: { base: 1, values: typed({ 1: onTrack('研修を2回') }) } });
  });
  it('a declaration recorded by a group chat does not happen by opening', async () => {
    const d = await desk({ ...inChannel, office: { posts: [{ role: 'reporter', section: sectionId('soumu'), person: personId(1) }] } });
    await d.press(1, at(channel), open);
    expect((await d.person(1))?.declared).toEqual({});
  });
});

describe('in the personal chat', () => {
  it('the form is the answer', async () => {
    const d = await desk({ people: [mine()], reports: [drafted] });
    const answer = await d.press(1, alone(1), open);
    expect(answer.kind).toBe('post');
    expect(form(answer)).toMatchObject({ base: 1, status: { state: 'draft' } });
    expect(d.sent).toEqual([]);
  });
  it('nobody answers for a section that is not their own', async () => {
    const d = await desk();
    expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'not-of-section', mayDeclare: false } } });
  });
  it('the page asked for opens, or the nearest that there is', async () => {
    const d = await desk({ people: [mine()], perPage: 2 });
    expect(form(await d.press(1, alone(1), { ...open, page: 2 }))).toMatchObject({ page: 2, pages: 2, initiatives: [{ id: 'soumu-03' }] });
    expect(form(await d.press(1, alone(1), { ...open, page: 9 }))).toMatchObject({ page: 2 });
  });
});

describe('the form shows what stood there before', () => {
  const q1 = midRound({ id: midRound().id.replace('mid', 'q1') as ReturnType<typeof midRound>['id'], name: '第1回', meetingOn: '2026-07-28' as ReturnType<typeof midRound>['meetingOn'] });
  const years = office({ rounds: [midRound(), q1] });
  const before = { ...report(change(1, sato, typed({ 1: onTrack('4月の研修') }), { kind: 'submit' }), change(2, sato, typed({ 1: { done: '書きかけ' } }))), round: q1.id };
  it('as it was submitted in the round before, not as it was drafted', async () => {
    const d = await desk({ people: [mine()], office: years, reports: [before] });
    expect(form(await d.press(1, alone(1), open)).before).toEqual({ 'soumu-01': { roundName: '第1回', values: onTrack('4月の研修') } });
  });
  it('at the end of the year, in every round of the year', async () => {
    const yearend = midRound({ id: 'FY2026-end' as never, kind: 'yearend', meetingOn: '2027-03-26' as never });
    const mid = { ...report(change(1, sato, typed({ 1: onTrack('9月の研修'), 2: onTrack('掲示') }), { kind: 'submit' })), round: midRound().id };
    const trial = midRound({ id: 'FY2026-try' as never, trial: true, meetingOn: '2026-06-01' as never });
    const d = await desk({ people: [mine()], now: '2027-03-20 10:00', office: office({ rounds: [yearend, q1, midRound(), trial] }), reports: [before, mid, { ...mid, round: trial.id }] });
    const opened = form(await d.press(1, alone(1), open));
    expect(opened.before).toMatchObject({ 'soumu-01': { roundName: '中間報告' } });
    expect(opened.year).toEqual({
      'soumu-01': [{ roundName: '第1回', values: onTrack('4月の研修') }, { roundName: '中間報告', values: onTrack('9月の研修') }],
      'soumu-02': [{ roundName: '中間報告', values: onTrack('掲示') }],
    });
  });
  it('or nothing, in the year’s first round', async () => {
    const d = await desk({ people: [mine()] });
    expect(form(await d.press(1, alone(1), open)).before).toEqual({});
  });
});

describe('nothing to answer', () => {
  it.each([
    ['before the ask', { now: '2026-10-06 09:59' }, { kind: 'no-round' }],
    ['of an exempt unit', { conduct: conduct(exempt('soumu')) }, { kind: 'exempt', section: 'soumu' }],
    ['at 資料確定, nothing submitted', { now: '2026-10-26 17:00' }, { kind: 'closed', section: 'soumu', freezeAt: tokyo('2026-10-26 17:00'), kept: false, submitted: false }],
  ])('%s', async (_, given, refusal) => {
    const d = await desk({ people: [mine()], ...given });
    expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'problem', facts: { refusal } });
  });
  it('after 資料確定 what was submitted can be read, alone', async () => {
    const given = { people: [mine()], now: '2026-10-26 17:00', reports: [report(change(1, tanaka, complete, { kind: 'submit' }))] };
    const alonePress = await desk(given);
    expect(shown(await alonePress.press(1, alone(1), open))).toMatchObject({ shows: 'unitAnswers', facts: { values: complete } });
  });
  it.each([['alone', alone(1), ['posted', 'answered']], ['in the section’s chat', at(chat), ['posted', 'posted']]])('more than one card can hold, asked for %s, comes in as many as it takes', async (_, where, ways) => {
    const submitted = report({ ...change(1, sato, complete), kind: 'submit' });
    const d = await desk({ people: [mine()], reports: [submitted], now: '2026-10-26 17:00', perPage: 2 });
    const answer = await d.press(1, where, open);
    const answered = answer.kind === 'post' ? [answer.content] : [];
    expect([...d.sent.map(() => 'posted'), ...answered.map(() => 'answered')]).toEqual(ways);
    const parts = [...d.sent.map(({ content }) => content), ...answered].map(shownOn).map((card) => (card.facts as { initiatives?: { id: string }[] }).initiatives?.map(({ id }) => id));
    expect(parts).toEqual([['soumu-01', 'soumu-02'], ['soumu-03']]);
  });
  it('a minute before 資料確定 there is', async () => {
    const d = await desk({ people: [mine()], now: '2026-10-26 16:59' });
    expect(form(await d.press(1, alone(1), open)).page).toBe(1);
  });
  it.each([['a round that is not there', { round: 'FY2025-end' }], ['a section that is not there', { section: 'nowhere' }]])('of %s', async (_, ids) => {
    const d = await desk({ people: [mine()] });
    expect(shown(await d.press(1, alone(1), { ...open, ...ids }))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'old-card' } } });
  });
});

it('text that waits for a choice comes before the form', async () => {
  const d = await desk({ people: [mine()], reports: [drafted] });
  await d.store.pendings.put(
    { office: office().id, round: midRound().id, section: sectionId('soumu'), person: personId(1), base: 0, seen: 1, typed: typed({ 1: { done: '田中の文' } }), intent: 'save', at: d.clock },
    'absent',
  );
  expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'conflict', facts: { initiatives: [{ id: 'soumu-01' }], conflicts: [{ saved: '研修を2回', typed: '田中の文' }] } });
  expect(await d.store.pendings.get(roundPartition(office().id, midRound().id), pendingId(sectionId('soumu'), personId(1)))).toBeDefined();
});

it('a store that cannot be reached is said, and what was pressed stays', async () => {
  const d = await desk({ people: [mine()], through: withSeveral(() => thrown) });
  expect(await d.press(1, alone(1), open)).toMatchObject({ kind: 'post', content: { card: { shows: 'problem', facts: { refusal: { kind: 'not-stored' } } } } });
});
