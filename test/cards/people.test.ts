import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { MOST_CANDIDATES, presentAppointing } from '../../src/cards/present/peopleForms.ts';
import { presentPeople } from '../../src/cards/present/people.ts';
import { refusalWords } from '../../src/cards/present/postRefusals.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { PostRefusal } from '../../src/domain/decidePosts.ts';
import type { Post } from '../../src/domain/office.ts';
import { postOf } from '../fixtures/appointments.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { day, office, personId, section, tokyo } from '../fixtures/office.ts';
import { person } from '../fixtures/places.ts';

const draw = drawer(loadTemplates());
const today = day('2026-10-15');
const sections = Array.from({ length: 60 }, (_, n) => section(`s${n}`, `第${n}地区まちづくり推進課`));
const people = Array.from({ length: 200 }, (_, n) => person(n, { name: `横浜川崎　花子${n}`, declared: { [sections[n % 60]!.id]: { at: tokyo('2026-10-06 10:00') } } }));
const posts: readonly Post[] = sections.flatMap(({ id }, n) => [postOf('head', n, {}, id), postOf('deputy', n + 60, {}, id), postOf('reporter', n + 120, {}, id)]);
const known = { office: office({ sections, posts, headConfirmation: 'when-registered' }), people, today };
const bytes = (card: unknown): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

describe('担当 of an office of sixty units', () => {
  it('is on one card, of a size that Teams takes, with everybody', () => {
    const { card } = draw(presentPeople(wordsFor('ja'), { ...known, editable: true }));
    expect(bytes(card)).toBeLessThan(60 * 1024);
    for (const text of ['横浜川崎　花子0', '横浜川崎　花子59', '横浜川崎　花子119', '横浜川崎　花子179']) expect(textOf(card)).toContain(text);
  });

  it('is registered from a list of a size that Teams takes, whoever may be chosen', () => {
    const decider = { person: personId(90), names: [personId(90)], at: tokyo('2026-10-15 10:00'), today };
    const filled = { role: '', person: '', from: '', to: '', post: '', day: '', find: '' };
    const candidates = people.map(({ id, name }) => ({ id, name, also: 'hanako@city.example.lg.jp' }));
    const view = presentAppointing(wordsFor('ja'), { ...known, section: sections[0]!.id, decider, filled, refusal: undefined, candidates });
    expect(bytes(draw(view).card)).toBeLessThan(28 * 1024);
    expect(view.card === 'posts' && view.choices.at(-1)?.options.length).toBe(MOST_CANDIDATES);
  });
});

describe('each refusal', () => {
  const all: readonly PostRefusal[] = [
    { kind: 'not-yours' }, { kind: 'head-by-secretariat' }, { kind: 'ends-before-it-begins' }, { kind: 'not-ahead' }, { kind: 'no-longer' }, { kind: 'last-of-secretariat' },
    ...(['person', 'role', 'post'] as const).map((what): PostRefusal => ({ kind: 'choose', what })), ...(['from', 'to', 'last-day'] as const).map((what): PostRefusal => ({ kind: 'bad-day', what })),
    { kind: 'holds-already', post: posts[0]!, again: false },
  ];
  it.each(all)('says what to do next: %j', (refusal) => {
    expect(refusalWords(wordsFor('ja'), known.office, refusal)).toMatch(/^！ .*(ください|お願いします)/);
    expect(refusalWords(wordsFor('en'), known.office, refusal)).toMatch(/^！ .*(please|press again|choose again|first)/i);
  });
});
