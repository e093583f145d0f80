import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { withinDialog } from '../../src/cards/dialog.ts';
import { drawer } from '../../src/cards/draw.ts';
import { presentAsk } from '../../src/cards/present/ask.ts';
import { presentDirection } from '../../src/cards/present/directionPanel.ts';
import { presentDirections } from '../../src/cards/present/directions.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { formPages } from '../../src/cards/present/formPages.ts';
import { presentHistory } from '../../src/cards/present/history.ts';
import { presentInitiativeHistory } from '../../src/cards/present/historyOfInitiative.ts';
import type { CardView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { MOST_DIRECTION, MOST_DIRECTIONS, MOST_FOLLOWS } from '../../src/domain/decideDirection.ts';
import { MEETINGS_KEPT, type Directed } from '../../src/domain/directedRounds.ts';
import type { Direction } from '../../src/domain/direction.ts';
import type { InitiativeHistory } from '../../src/domain/history.ts';
import { formOf } from '../../src/domain/formOf.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { personId, tokyo } from '../fixtures/office.ts';

const draw = drawer(loadTemplates());
const words = wordsFor('ja');
const f = cardFacts('ja');
const { office, round, section, schedule } = f;
const MOST_BYTES = 28_000;
const bytes = (view: CardView): number => new TextEncoder().encode(JSON.stringify(draw(view).card)).length;
const shown = (view: CardView): string => textOf(draw(view).card);
const by = { person: personId(1), name: '職員', as: 'reporter' } as const;
const at = tokyo('2026-11-05 10:00');
const LONGEST = '字'.repeat(MOST_DIRECTION);
const direction = (given: Partial<Direction> = {}): Direction => ({ no: 1, at, by, section: section.id, initiative: f.own[1]!.id, text: '待ち時間を短くする。', state: 'ongoing', follows: [], withdrawn: false, acts: 1, ...given });
const longest = (no = 1): Direction => direction({ no, text: LONGEST, follows: Array.from({ length: MOST_FOLLOWS }, (_, n) => ({ kind: 'follow', no, at, by, state: 'ongoing', text: `${n}${LONGEST}`.slice(0, MOST_DIRECTION) })) });
const directed = (count: number, of = longest): readonly Directed[] => Array.from({ length: count }, (_, n) => ({ round, direction: of(n + 1) }));
const ALL = MEETINGS_KEPT * MOST_DIRECTIONS;
const history = (n: number): InitiativeHistory => ({ initiative: f.own[n % 3]!, number: n + 1, ended: false, entries: [], lastYear: { fiscalYear: 2025, grade: '3', result: '' } });

describe('a card that Teams takes', () => {
  it('holds all 指示・意見 of a meeting', () => {
    expect(bytes(presentDirections(words, { office, round, directions: directed(MOST_DIRECTIONS).map((each) => each.direction), units: office.sections }))).toBeLessThan(MOST_BYTES);
  });
  it('holds the longest one, followed as often as it can be, with the longest words in the box', () => {
    expect(bytes(presentDirection(words, { office, round, direction: longest(), secretariat: true, mayFollow: true, state: 'done', text: LONGEST }))).toBeLessThan(MOST_BYTES);
  });
  it('holds each page of これまでの報告 with as many of them as two years can give', () => {
    const all = { office, section, histories: Array.from({ length: 40 }, (_, n) => history(n)), now: at };
    for (const page of [1, 2, 3]) for (const count of [3, 40, ALL]) expect(bytes(presentHistory(words, { ...all, directed: directed(count), page }))).toBeLessThan(MOST_BYTES);
    for (const page of [1, 2, 9]) expect(bytes(presentInitiativeHistory(words, { office, section, history: history(1), directed: directed(ALL), previous: f.own[0]!.id, next: f.own[2]!.id, page, asOwn: true, now: at }))).toBeLessThan(MOST_BYTES);
  });
  it('holds each page of a form with them, as a message and in a dialog', () => {
    const ids = [...f.own.map(({ id }) => id), undefined];
    const given = directed(ALL).map((each, n) => ({ ...each, direction: { ...each.direction, initiative: ids[n % 4] } }));
    const form = f.form({ directed: { count: given.length, shown: given } });
    const inDialog = (view: CardView): number => new TextEncoder().encode(JSON.stringify(withinDialog(draw(view).card))).length;
    for (const initiatives of formPages(form)) expect(JSON.stringify(draw(presentForm(words, { ...form, initiatives })).card).length).toBeLessThan(30_000);
    for (const initiatives of formPages({ ...form, dialog: true })) expect(inDialog(presentForm(words, { ...form, initiatives }))).toBeLessThan(MOST_BYTES);
  });
});

describe('where others read', () => {
  const facts = { office, round, schedule, status: f.status(), report: undefined, before: {}, directed: directed(2, () => direction()) };
  it('a form says how many there are, and nothing of them', () => {
    const page = { initiatives: f.own, page: 1, pages: 1 };
    expect(JSON.stringify(formOf({ ...facts, open: true }, page))).not.toContain('待ち時間');
    expect(shown(presentForm(words, formOf({ ...facts, open: true }, page)))).toContain('指示・意見があります（2件）');
    expect(shown(presentForm(words, formOf({ ...facts, open: false }, page)))).toContain('「待ち時間を短くする。」');
  });
  it('an ask says so while there is something to answer', () => {
    const asked = { office, round, schedule, status: f.status(), reporter: true, now: f.now, directed: 2 };
    expect(shown(presentAsk(words, asked))).toContain('指示・意見があります（2件）');
    for (const given of [{ ...asked, directed: 0 }, { ...asked, now: schedule.freezeAt }, { ...asked, status: f.status({ state: 'submitted', submittedAt: f.now }) }]) expect(shown(presentAsk(words, given))).not.toContain('指示・意見');
  });
});

describe('指示・意見', () => {
  it('of an initiative that its round did not ask about is called by its title, and one that is gone by its code', () => {
    const name = (initiative: string) => shown(presentDirection(words, { office: { ...office, initiatives: office.initiatives.map((each) => ({ ...each, from: '2027-04-01' as never })) }, round, direction: direction({ initiative: initiative as never }), secretariat: false, mayFollow: false }));
    expect(name(f.own[1]!.id)).toContain(f.own[1]!.title);
    expect(name('soumu-99')).toContain('soumu-99');
  });
  it('that are 対応済み offer the unit nothing more to record; but what was typed meanwhile stays', () => {
    const closed = { office, round, direction: direction({ state: 'done' }), secretariat: false, mayFollow: true };
    expect(shown(presentDirection(words, closed))).not.toContain('対応の状況を記録する');
    expect(JSON.stringify(draw(presentDirection(words, { ...closed, text: '窓口を増やした。' })).card)).toContain('窓口を増やした。');
    expect(JSON.stringify(draw(presentDirection(words, { ...closed, secretariat: true })).card)).toContain('対応の状況を記録する');
  });
});
