import { describe, expect, it } from '@jest/globals';
import { formId, roundPartition } from '../../../src/domain/documentIds.ts';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { err } from '../../../src/domain/result.ts';
import { MOST_BYTES } from '../../../src/domain/decideReport.ts';
import type { Store } from '../../../src/ports.ts';
import { conduct, exempt } from '../../fixtures/facts.ts';
import { alone, at, channel, chat, desk, form, shown, thrown, withoutChanges, withSeveral, withShelf } from '../../fixtures/desk.ts';
import { initiative, midRound, office, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, personalAddress, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, sato, tanaka, typed } from '../../fixtures/reports.ts';

const save = { do: 'form.save' } as const;
const submit = { do: 'form.submit' } as const;
const mine = (n = 1) => person(n, { declared: declared('soumu') });
const people = [mine(1), mine(2), mine(3)];
const partition = roundPartition(office().id, midRound().id);

describe('下書き保存', () => {
  it('stores what was typed and replaces the form by what became of it', async () => {
    const d = await desk({ people });
    const answer = await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }));
    expect(answer.kind).toBe('replace');
    expect(shown(answer)).toMatchObject({ shows: 'draftSaved', facts: { at: tokyo('2026-10-19 16:42') } });
    expect((await d.report())?.changes).toEqual([{ seq: 1, at: tokyo('2026-10-19 16:42'), by: { person: personId(1), name: '職員1', as: 'reporter' }, kind: 'save', fields: typed({ 1: { done: '研修' } }) }]);
  });
  it('is recorded as the post in which it was done', async () => {
    const d = await desk({ people: [person(1)], office: { posts: [{ role: 'secretariat', person: personId(1) }] } });
    await d.press(1, alone(1), save, typed({ 1: { done: '代理入力' } }));
    expect((await d.report())?.changes[0]?.by.as).toBe('secretariat');
  });
  it('pressed twice is stored once and answered alike', async () => {
    const d = await desk({ people });
    const first = await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }));
    d.clock = tokyo('2026-10-19 16:43');
    expect(await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }))).toEqual(first);
    expect((await d.report())?.seq).toBe(1);
  });
  it('of another field does not touch what a colleague saved since the form was drawn', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }));
    await d.press(2, alone(2), save, typed({ 2: { done: '掲示' } }));
    expect(draftOf(await d.report())).toEqual(typed({ 1: { done: '研修' }, 2: { done: '掲示' } }));
  });
  it('after 資料確定 is kept as well', async () => {
    const d = await desk({ people, now: '2026-10-26 17:00' });
    expect(shown(await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }))).shows).toBe('draftSaved');
    expect((await d.report())?.seq).toBe(1);
  });
});

describe('提出', () => {
  it('is received, with its hour and how many initiatives it is of', async () => {
    const d = await desk({ people });
    const answer = await d.press(1, alone(1), submit, complete);
    expect(answer.kind).toBe('replace');
    expect(shown(answer)).toMatchObject({ shows: 'accepted', facts: { at: tokyo('2026-10-19 16:42'), by: { name: '職員1' }, initiatives: 3, late: false, section: { name: '総務課' } } });
    expect(submittedOf(await d.report())?.values).toEqual(complete);
  });
  it.each([['2026-10-20 16:59', false], ['2026-10-20 17:00', true]])('at %s is 期限後: %s', async (now, late) => {
    const d = await desk({ people, now });
    expect(shown(await d.press(1, alone(1), submit, complete))).toMatchObject({ facts: { late } });
  });
  it('pressed twice, or delivered again, is stored once and answered alike', async () => {
    const d = await desk({ people });
    const first = await d.press(1, alone(1), submit, complete);
    d.clock = tokyo('2026-10-19 17:42');
    expect(await d.press(1, alone(1), submit, complete)).toEqual(first);
    expect((await d.report())?.seq).toBe(1);
  });
  it('pressed twice at the same instant is stored once', async () => {
    const d = await desk({ people });
    const answers = await Promise.all([1, 2, 3].map(() => d.press(1, alone(1), submit, complete)));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await d.report())?.changes).toHaveLength(1);
  });
  it('with something missing gives the same form back, with all that was typed and what is missing', async () => {
    const d = await desk({ people });
    const words = typed({ 1: { mark: 'delayed', done: '研修' }, 2: { done: '' }, 3: {} });
    const answer = await d.press(1, alone(1), submit, words);
    expect(answer.kind).toBe('replace');
    expect(form(answer)).toMatchObject({ base: 0, page: 1, values: words, initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }, { id: 'soumu-03' }] });
    expect(form(answer).problems.map(({ initiative: id, field }) => `${id} ${field}`)).toEqual(['soumu-01 issue', 'soumu-01 next', 'soumu-02 mark', 'soumu-03 mark']);
    expect(await d.report()).toBeUndefined();
  });
  it('and the form that came back can be completed and submitted', async () => {
    const d = await desk({ people });
    const back = form(await d.press(1, alone(1), submit, typed({ 1: { mark: 'delayed' } })));
    expect(shown(await d.press(1, alone(1), { ...submit, base: back.base }, complete)).shows).toBe('accepted');
  });
  it('of what looks like a person asks first, and 「このまま提出」 submits', async () => {
    const d = await desk({ people });
    const words = { ...complete, ...typed({ 2: onTrack('山田様の要望に応じた。') }) };
    expect(form(await d.press(1, alone(1), submit, words))).toMatchObject({ values: words, sensitive: [{ initiative: 'soumu-02', field: 'done', what: 'personal-name' }], problems: [] });
    expect(await d.report()).toBeUndefined();
    expect(shown(await d.press(1, alone(1), { ...submit, sure: true }, words)).shows).toBe('accepted');
  });
  it('at 資料確定 is kept as a draft, and it is said that it was too late', async () => {
    const d = await desk({ people, now: '2026-10-26 17:00' });
    const answer = await d.press(1, alone(1), submit, complete);
    expect(answer).toMatchObject({ kind: 'replace', content: { card: { shows: 'problem', facts: { refusal: { kind: 'closed', section: 'soumu', freezeAt: tokyo('2026-10-26 17:00'), kept: true, submitted: false } } } } });
    expect([draftOf(await d.report()), submittedOf(await d.report())]).toEqual([complete, undefined]);
  });
});

describe('a form of several pages', () => {
  const paged = { people, perPage: 2 };
  it('turned over keeps the page as a draft', async () => {
    const d = await desk(paged);
    const next = await d.press(1, alone(1), { do: 'form.page', to: 2 }, typed({ 1: onTrack('研修'), 2: { done: '掲示' } }));
    expect(next.kind).toBe('replace');
    expect(form(next)).toMatchObject({ page: 2, pages: 2, base: 1, initiatives: [{ id: 'soumu-03' }] });
    expect(draftOf(await d.report())).toEqual(typed({ 1: onTrack('研修'), 2: { done: '掲示' } }));
  });
  it.each([
    ['goes on with the initiative after its last', { page: 1, to: 2, from: 'soumu-02' }, ['soumu-03']],
    ['goes on with the initiative after its last, where a colleague’s text has made the pages longer since', { page: 1, to: 2, from: 'soumu-01' }, ['soumu-01', 'soumu-02']],
    ['goes back to the initiative before its first', { page: 2, to: 1, from: 'soumu-03' }, ['soumu-01', 'soumu-02']],
    ['goes by its number where the initiative is asked no longer', { page: 1, to: 2, from: 'soumu-09' }, ['soumu-03']],
  ])('turned over %s', async (_, turned, shown) => {
    const d = await desk(paged);
    expect(form(await d.press(1, alone(1), { do: 'form.page', ...turned }, {})).initiatives.map(({ id }) => id)).toEqual(shown);
  });
  it('with a text too long is not turned over, and nothing is lost', async () => {
    const d = await desk(paged);
    const words = typed({ 1: { done: 'あ'.repeat(601) }, 2: { done: '' } });
    expect(form(await d.press(1, alone(1), { do: 'form.page', to: 2 }, words))).toMatchObject({ page: 1, values: words, problems: [{ kind: 'too-long' }], initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }] });
  });
  it('submitted from its last page with something missing on the first: the last is kept, and the first opens with what is missing', async () => {
    const d = await desk(paged);
    const back = form(await d.press(1, alone(1), { ...submit, page: 2 }, typed({ 3: onTrack('公開') })));
    expect(back).toMatchObject({ page: 1, base: 1, initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }] });
    expect(back.problems).toHaveLength(2);
    expect(draftOf(await d.report())).toEqual(typed({ 3: onTrack('公開') }));
  });
  it('with something missing on the page itself stays there', async () => {
    const d = await desk(paged);
    expect(form(await d.press(1, alone(1), { ...submit, page: 2 }, typed({ 3: { mark: 'on-track', done: '' } })))).toMatchObject({ page: 2, initiatives: [{ id: 'soumu-03' }], base: 0 });
    expect(await d.report()).toBeUndefined();
  });
  it('with something to point out on another page opens that', async () => {
    const d = await desk({ ...paged, reports: [report(change(1, sato, typed({ 1: onTrack('山田様'), 2: onTrack('掲示') })))] });
    expect(form(await d.press(1, alone(1), { ...submit, page: 2, base: 1 }, typed({ 3: onTrack('公開') })))).toMatchObject({ page: 1, base: 2, sensitive: [{ initiative: 'soumu-01' }] });
  });
  it('submitted from the last page is the whole report', async () => {
    const d = await desk(paged);
    await d.press(1, alone(1), { do: 'form.page', to: 2 }, typed({ 1: onTrack('研修'), 2: onTrack('掲示') }));
    expect(shown(await d.press(1, alone(1), { ...submit, page: 2, base: 1 }, typed({ 3: onTrack('公開') }))).shows).toBe('accepted');
    expect(Object.keys(submittedOf(await d.report())?.values ?? {})).toHaveLength(3);
  });
});

describe('a form that stands in the thread', () => {
  const inThread = async (given: Parameters<typeof desk>[0] = {}) => {
    const d = await desk({ people, reachable: false, ...given });
    await d.press(1, at(chat), { do: 'form.open' });
    return d;
  };
  it('takes its own person’s press', async () => {
    const d = await inThread();
    expect(shown(await d.press(1, at(chat, { card: 'posted-1' }), save, typed({ 1: { done: '研修' } }))).shows).toBe('draftSaved');
  });
  it('takes nobody else’s, and does not change', async () => {
    const d = await inThread();
    const answer = await d.press(2, at(chat, { card: 'posted-1' }), submit, complete);
    expect(answer).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-your-form', section: 'soumu' } } } } });
    expect(await d.report()).toBeUndefined();
  });
  it('not even if they have one of their own beside it', async () => {
    const d = await inThread();
    await d.press(2, at(chat), { do: 'form.open' });
    expect(shown(await d.press(2, at(chat, { card: 'posted-1' }), save, typed({ 1: { done: 'あ' } })))).toMatchObject({ facts: { refusal: { kind: 'not-your-form' } } });
    expect(shown(await d.press(2, at(chat, { card: 'posted-2' }), save, typed({ 1: { done: 'あ' } }))).shows).toBe('draftSaved');
  });
  it('is not meant by a card of the same number in another conversation', async () => {
    const d = await inThread({ people: [mine(1), mine(2)] });
    expect(shown(await d.press(2, at(channel, { card: 'posted-1' }), save, typed({ 1: { done: 'あ' } }))).shows).toBe('draftSaved');
  });
  it('is looked for in shared places alone: what stands in a personal chat is its owner’s', async () => {
    const d = await desk({ people });
    const posted = { address: personalAddress(2), conversation: personalAddress(2).conversation, activityId: 'posted-1' };
    await d.store.forms.put({ office: office().id, round: midRound().id, section: sectionId('soumu'), person: personId(1), posted, at: d.clock }, 'absent');
    expect(shown(await d.press(2, { ...alone(2), card: 'posted-1' }, save, typed({ 1: { done: 'あ' } }))).shows).toBe('draftSaved');
  });
  it('that another instance gave a moment ago takes nobody else’s either', async () => {
    const d = await inThread();
    await d.press(2, at(chat), { do: 'form.open' });
    const later = await d.store.forms.get(partition, formId(sectionId('soumu'), personId(1)));
    let told = false; // between what is known of the round and the press
    const late = await desk({ people, through: (store) => ({
      ...store, changes: async (...asked) => {
        const changes = await store.changes(...asked);
        if (asked[0] === partition && !told) await store.forms.put(later!.doc, 'absent');
        told ||= asked[0] === partition;
        return changes;
      },
    }) });
    expect(shown(await late.press(2, at(chat, { card: 'posted-1' }), save, typed({ 1: { done: 'あ' } })))).toMatchObject({ facts: { refusal: { kind: 'not-your-form' } } });
  });
  it('is its person’s for good: what another presses on it after the submission is not theirs', async () => {
    const d = await inThread();
    await d.press(1, at(chat, { card: 'posted-1' }), submit, complete);
    expect(shown(await d.press(2, at(chat, { card: 'posted-1' }), save, typed({ 1: { done: 'あ' } })))).toMatchObject({ facts: { refusal: { kind: 'not-your-form' } } });
  });
  it('is remembered when a draft is saved', async () => {
    const d = await inThread();
    await d.press(1, at(chat, { card: 'posted-1' }), save, typed({ 1: { done: '研修' } }));
    expect(await d.store.forms.get(partition, formId(sectionId('soumu'), personId(1)))).toBeDefined();
  });
  it('submitted, and pressed once more by the same press, is answered alike', async () => {
    const d = await inThread();
    const first = await d.press(1, at(chat, { card: 'posted-1' }), submit, complete);
    expect(await d.press(1, at(chat, { card: 'posted-1' }), submit, complete)).toEqual(first);
  });
});

describe('who may not', () => {
  it('keeps what was typed in the form, in the personal chat, and is told why', async () => {
    const d = await desk({ people: [person(1)] });
    const answer = await d.press(1, alone(1), { ...save, base: 3 }, typed({ 1: { done: '研修' } }));
    expect(answer.kind).toBe('replace');
    expect(form(answer)).toMatchObject({ base: 3, values: typed({ 1: { done: '研修' } }), notice: { kind: 'not-of-section', section: 'soumu', mayDeclare: false } });
    expect(await d.report()).toBeUndefined();
  });
  it('is shown nothing of what the section wrote, whatever they send', async () => {
    const drafted = report(change(1, sato, typed({ 1: onTrack('佐藤の文'), 2: onTrack('佐藤の文') })));
    const d = await desk({ people: [person(1)], reports: [drafted] });
    for (const words of [{}, typed({ 1: { mark: '' } }), typed({ 1: { mark: '' } }, 'eisei')])
      for (const pressed of [save, submit, { do: 'form.page', to: 1 } as const, { do: 'form.open' } as const, { do: 'conflict.choose', use: 'edit' } as const, { do: 'conflict.choose', use: 'saved' } as const]) {
        const answer = await d.press(1, alone(1), pressed, words);
        expect(JSON.stringify(answer)).toContain('not-of-section');
        expect(JSON.stringify(answer)).not.toContain('佐藤の文');
      }
  });
  it('is told beside the form where others read it too', async () => {
    const d = await desk({ people: [person(1)], places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    expect(await d.press(1, at(channel, { card: 'some' }), save, typed({ 1: { done: '研修' } }))).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-of-section', mayDeclare: true } } } } });
  });
  it.each([['2026-10-31 23:59', 'draftSaved'], ['2026-11-01 00:00', 'form']])('after the last day of a post: at %s the answer is %s', async (now, shows) => {
    const d = await desk({ people: [person(1)], now, office: { posts: [{ role: 'reporter', section: sectionId('soumu'), person: personId(1), to: '2026-10-31' as never }] } });
    expect(shown(await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }))).shows).toBe(shows);
  });
});

describe('what is not taken comes back in the form, with the reason', () => {
  it.each([
    ['a unit that became exempt meanwhile', { conduct: conduct(exempt('soumu')) }, { kind: 'exempt' }],
    ['a report that has grown too large', { reports: [report(change(1, sato, typed({ 2: { done: 'x'.repeat(MOST_BYTES) } })))] }, { kind: 'too-large' }],
  ])('%s', async (_, given, notice) => {
    const d = await desk({ people, ...given });
    expect(form(await d.press(1, alone(1), { ...save, base: 1 }, typed({ 1: { done: '研修' } })))).toMatchObject({ values: typed({ 1: { done: '研修' } }), notice });
  });
  it('unless nothing is asked any more', async () => {
    const d = await desk({ people, now: '2026-10-06 09:59' });
    expect(await d.press(1, alone(1), save, typed({ 1: { done: '研修' } }))).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'no-round' } } } } });
  });
  it('a year-end 1 is asked about, with the form', async () => {
    const d = await desk({ people, office: { rounds: [midRound({ kind: 'yearend' })], initiatives: [initiative('soumu-01', 'soumu')] } });
    const best = typed({ 1: { mark: 'g1', done: '2倍を達成した。' } });
    expect(form(await d.press(1, alone(1), submit, best)).sensitive).toEqual([{ initiative: 'soumu-01', field: 'mark', what: 'ask-again' }]);
    expect(shown(await d.press(1, alone(1), { ...submit, sure: true }, best)).shows).toBe('accepted');
  });
});

describe('a store that fails gives no false acknowledgement', () => {
  const words = typed({ 1: { done: '研修' } });
  it.each([
    ['writing fails', withShelf('reports', () => ({ put: thrown })), 'not-stored'],
    ['others are always first', withShelf('reports', () => ({ put: async () => err({ kind: 'conflict' as const }) })), 'busy'],
    ['the second reading fails after a conflict', (store: Store) => {
      let reads = 0;
      const failing = withSeveral((several) => async (...asked) => ((reads += 1) % 2 === 0 ? thrown() : several(...asked)))(store);
      return withShelf('reports', () => ({ put: async () => err({ kind: 'conflict' as const }) }))(failing);
    }, 'not-stored'],
  ])('%s: the form comes back with what was typed', async (_, through, kind) => {
    const d = await desk({ people, through });
    for (const act of [save, submit]) {
      const answer = await d.press(1, alone(1), { ...act, base: 0 }, act === save ? words : complete);
      expect(answer.kind).toBe('replace');
      expect(form(answer)).toMatchObject({ values: act === save ? words : complete, base: 0, notice: { kind } });
    }
    expect(await d.report()).toBeUndefined();
  });
  it.each([
    ['the report', withSeveral(() => thrown)], ['the round', withoutChanges(partition)],
  ])('reading %s fails: the form stays as it is, with what was typed', async (_, through) => {
    const d = await desk({ people, through });
    expect(await d.press(1, alone(1), save, words)).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-stored' } } } } });
  });
  it.each([4, 5])('others are first %i times', async (times) => {
    let tries = 0;
    const through = withShelf('reports', (shelf) => ({ put: async (doc, expected) => ((tries += 1) <= times ? err({ kind: 'conflict' as const }) : shelf.put(doc, expected)) }));
    const d = await desk({ people, through });
    expect(shown(await d.press(1, alone(1), save, words)).shows).toBe(times < 5 ? 'draftSaved' : 'form');
    expect((await d.report())?.seq).toBe(times < 5 ? 1 : undefined);
  });
  it('written, though the answer of the store was lost: the next press finds it and stores nothing more', async () => {
    let lost = false;
    const through = withShelf('reports', (shelf) => ({
      put: async (doc, expected) => {
        const written = await shelf.put(doc, expected);
        if (lost) return written;
        lost = true;
        return thrown();
      },
    }));
    const d = await desk({ people, through });
    expect(form(await d.press(1, alone(1), submit, complete)).notice).toEqual({ kind: 'not-stored' });
    expect(shown(await d.press(1, alone(1), submit, complete)).shows).toBe('accepted');
    expect((await d.report())?.changes).toHaveLength(1);
  });
});

it('a colleague’s draft counts for the submission of whoever submits', async () => {
  const d = await desk({ people, reports: [report(change(1, tanaka, complete))] });
  expect(shown(await d.press(2, alone(2), { ...submit, base: 1 }, complete))).toMatchObject({ shows: 'accepted', facts: { by: { name: '職員2' } } });
});
