import { describe, expect, it } from '@jest/globals';
import { momentAt } from '../../src/domain/calendar.ts';
import { boardOf, statusIn } from '../../src/domain/deriveBoard.ts';
import { faceOf } from '../../src/domain/face.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { viewOf } from '../../src/domain/occasion.ts';
import { occasionsAbout, occasionsOf } from '../../src/domain/occasions.ts';
import { planRound } from '../../src/domain/plan.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { asked, change, colleague, conduct, delivered, extended, facts, message, report, submission } from '../fixtures/facts.ts';
import { day, hour, initiative, midRound, office, personId, section, sectionId, tokyo } from '../fixtures/office.ts';

const now = tokyo('2026-10-16 10:00');

/** A list that counts how often somebody goes through it. */
function watched<T>(list: readonly T[]): { readonly list: readonly T[]; readonly walks: () => number } {
  let walks = 0;
  const through = new Set<unknown>([Symbol.iterator, 'map', 'flatMap', 'filter', 'find', 'some', 'includes', 'reduce']);
  const counting = new Proxy(list, {
    get: (of, name) => {
      if (through.has(name)) walks += 1;
      return Reflect.get(of, name) as unknown;
    },
  });
  return { list: counting, walks: () => walks };
}

/** A round of so many units, each asked. */
function roundOf(units: number) {
  const ids = Array.from({ length: units }, (_, n) => `unit-${n}`);
  const [entries, closedDays] = [watched(ids.map((id) => asked(id))), watched(office().calendar.closedDays as readonly ReturnType<typeof day>[])];
  const of: RoundFacts = facts({
    office: office({ sections: ids.map((id) => section(id)), initiatives: ids.map((id) => initiative(`${id}-01`, id)), calendar: { ...office().calendar, closedDays: closedDays.list } }),
    entries: entries.list,
  });
  return { facts: of, ids, walks: () => ({ outbox: entries.walks(), closedDays: closedDays.walks() }) };
}

/** How often the outbox and the closed days are gone through for that, in an office of so many units. */
function walksFor(units: number, what: (round: ReturnType<typeof roundOf>) => void) {
  const round = roundOf(units);
  what(round);
  return round.walks();
}

describe('an office of many units', () => {
  it.each<[string, Parameters<typeof walksFor>[1]]>([
    ['its board is drawn up', (round) => { boardOf(round.facts, now); }],
    ['it is seen which of its cards are stale', (round) => { for (const of of round.ids) faceOf(message('ask', { of }), round.facts, now); }],
  ])('has its outbox and its calendar gone through no more often than one of few units, when %s', (_, what) => {
    expect(walksFor(60, what)).toEqual(walksFor(6, what));
  });

  it('has its outbox gone through no more often than one of few units, when it is planned', () => {
    const planned = (units: number) => walksFor(units, (round) => { planRound(now, round.facts); }).outbox;
    expect(planned(60)).toBe(planned(6));
  });
});

describe('one of several units', () => {
  const posts = [{ role: 'secretariat', person: personId(90) }, { role: 'head', section: sectionId('eisei'), person: personId(5) }] as const;
  const several = facts({
    office: office({ posts, sections: [section('soumu', '総務課'), section('eisei', '衛生課'), section('owari', '終了課', { to: day('2026-10-15') })] }), people: [colleague(90), colleague(5)],
    entries: [asked('soumu'), asked('eisei')], conduct: conduct(extended('eisei', '2026-10-22')),
    reports: [submission('soumu', '2026-10-15 16:40', ['soumu-01']), report('eisei', change('2026-10-15 16:40', { 'eisei-01': { done: '実施した。' } }, 'save'))],
  });

  it('stands by itself as it stands on the board, and not at all if it is none of the round', () => {
    const alone = several.office.sections.map(({ id }) => statusIn(several, id, now));
    expect(alone).toEqual([...boardOf(several, now).units, undefined]);
    expect(statusIn(several, sectionId('nowhere'), now)).toBeUndefined();
  });

  it('has by itself the occasions that it has among all, and the office has the rest', () => {
    const view = viewOf(several, now);
    const parts = [sectionId('soumu'), sectionId('eisei'), undefined].map((unit) => occasionsAbout(view, unit));
    expect(parts.flat()).toEqual(occasionsOf(view));
    expect(parts.map((part) => new Set(part.map(({ message: { section: of } }) => of)))).toEqual([new Set(['soumu']), new Set(['eisei']), new Set([undefined])]);
  });
});

describe('what was counted once', () => {
  it('is counted anew for another office, another calendar or another round', () => {
    const [one, mid] = [office(), midRound()];
    const closed = { ...one, calendar: { ...one.calendar, closedDays: [...one.calendar.closedDays, day('2026-10-27')] } };
    expect(scheduleOf(one, mid)).toEqual(scheduleOf(office(), midRound()));
    expect(scheduleOf(closed, mid).summaryAt).toBe(tokyo('2026-10-26 10:00'));
    expect(scheduleOf(one, midRound({ meetingOn: day('2026-10-29') })).summaryAt).toBe(tokyo('2026-10-28 10:00'));
    expect(scheduleOf({ ...one, zone: 'UTC' }, mid).summaryAt).toBe('2026-10-27T10:00:00.000Z');
  });

  it('is told of the outbox as it is now, not as another was', () => {
    const due = (entries: RoundFacts['entries']) => faceOf(message('ask', { of: 'soumu' }), facts({ entries }), now);
    expect(due([])).toContain(tokyo('2026-10-20 17:00'));
    expect(due([asked('soumu', '2026-10-06 10:00', '2026-10-21 17:00')])).toContain(tokyo('2026-10-21 17:00'));
  });

  it('is read from the outbox by when things were said, in whatever order they are listed', () => {
    const said = [asked('soumu'), delivered(message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' }), '2026-10-14 10:00')];
    const listed = (entries: RoundFacts['entries']) => occasionsOf(viewOf(facts({ entries, conduct: conduct(extended('soumu', '2026-10-22')) }), now));
    expect(listed(said.toReversed())).toEqual(listed(said));
  });

  it('is the same after so many other moments were asked for that it was forgotten', () => {
    const at = (n: number) => momentAt('America/New_York', day('2026-11-01'), hour(`${String(Math.floor(n / 60) % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`));
    const before = at(90);
    for (let years = 0; years < 30; years += 1) for (let n = 0; n < 365; n += 1) momentAt('America/New_York', day(`${2000 + years}-01-01`), hour(`${String(n % 24).padStart(2, '0')}:${String(Math.floor(n / 24)).padStart(2, '0')}`));
    expect([before, at(90)]).toEqual(['2026-11-01T05:30:00.000Z', '2026-11-01T05:30:00.000Z']);
  });
});
