import { describe, expect, it } from '@jest/globals';
import { inputId } from '../../../src/cards/payload.ts';
import { presentForm } from '../../../src/cards/present/form.ts';
import { wordsFor } from '../../../src/cards/wording/words.ts';
import { boardOf } from '../../../src/domain/deriveBoard.ts';
import { formOf } from '../../../src/domain/formOf.ts';
import { fieldsOf } from '../../../src/domain/marksOffered.ts';
import { ROUND_KINDS } from '../../../src/domain/round.ts';
import { askedOf } from '../../../src/domain/units.ts';
import { facts } from '../../fixtures/facts.ts';
import { initiative, midRound, office, sectionId, tokyo } from '../../fixtures/office.ts';

describe('the form as it is drawn', () => {
  it.each(ROUND_KINDS)('in a %s round asks for exactly the fields that the merge takes as emptied when they do not come back', (kind) => {
    const round = midRound({ kind });
    const ward = office({ rounds: [round], initiatives: [initiative('eisei-01', 'eisei', { ongoing: true }), initiative('eisei-02', 'eisei', { confirmed: false })] });
    const board = boardOf(facts({ office: ward, round }), tokyo('2026-10-15 10:00'));
    const asked = askedOf(ward, round, sectionId('eisei'));
    const [status] = board.units;
    if (status === undefined) throw new Error('no unit');
    const form = formOf({ office: ward, round, schedule: board.schedule, status, report: undefined, before: {}, open: false }, { initiatives: asked, page: 1, pages: 1 });
    const drawn = presentForm(wordsFor('ja'), form).items.map(({ questions, boxes, more }) => [...questions, ...boxes, ...more].map(({ id }) => id).toSorted());
    expect(drawn).toEqual(asked.map((each) => fieldsOf(kind, each).map((field) => inputId(each.id, field)).toSorted()));
  });
});
