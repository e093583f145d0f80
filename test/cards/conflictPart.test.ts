import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { presentConflict } from '../../src/cards/present/conflict.ts';
import { conflictPart } from '../../src/cards/present/conflictPart.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { TextField } from '../../src/domain/scale.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { initiative, office, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const draw = drawer(loadTemplates());

describe('more conflicts than one card can show', () => {
  const own = Array.from({ length: 10 }, (_, n) => initiative(`soumu-${n + 1}`, 'soumu', { officialText: 'あ'.repeat(275) }));
  const ward = office({ scale: f.office.scale, sections: [f.section], initiatives: own });
  const conflicts = (length: number, fields: readonly TextField[] = ['done', 'issue', 'next', 'discuss']) => own.flatMap(({ id }) => fields.map((field) => ({
    initiative: id, field, saved: '"'.repeat(length), typed: 'い'.repeat(length), savedBy: f.actor, savedAt: tokyo('2026-10-15 16:40'),
  })));
  const partOf = (all: ReturnType<typeof conflicts>) => conflictPart({ office: ward, round: f.round, initiatives: own, conflicts: all });

  it('are cut after an initiative, so that its card and the form with both texts stay below 60 KB', () => {
    const all = conflicts(600);
    const part = partOf(all);
    expect(part.length).toBeGreaterThan(0);
    expect(part.length % 4).toBe(0);
    expect(part).toEqual(all.slice(0, part.length));
    const card = draw(presentConflict(words, { office: ward, round: f.round, section: f.section, initiatives: own, conflicts: part, waiting: all.length })).card;
    const shown = own.filter(({ id }) => part.some((each) => each.initiative === id));
    const values = Object.fromEntries(shown.map(({ id }) => [id, Object.fromEntries(part.filter((each) => each.initiative === id).map(({ field, saved, typed }) => [field, `${saved}\n${typed}`]))]));
    const edit = draw(presentForm(words, f.form({ office: ward, initiatives: shown, values, before: {} }))).card;
    for (const drawn of [card, edit]) expect(JSON.stringify(drawn).length * 2).toBeLessThanOrEqual(60 * 1024);
  });
  it('are at least those of one initiative', () => {
    expect(partOf(conflicts(20_000))).toHaveLength(4);
  });
  it('of a few fields are all on one card', () => {
    expect(partOf(conflicts(60, ['done']).slice(0, 5))).toHaveLength(5);
  });
  it('say how many are shown, and that the rest follows', () => {
    const lines = (waiting: number) => presentConflict(words, { office: ward, round: f.round, section: f.section, initiatives: own, conflicts: conflicts(1).slice(0, 4), waiting }).lines.map(({ text }) => text);
    expect(lines(40)).toContain('40か所のうち4か所を表示しています。選ぶと、残りを続けて表示します。');
    expect(lines(4)).toHaveLength(1);
  });
});
