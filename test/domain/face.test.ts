import { describe, expect, it } from '@jest/globals';
import { faceOf, isStale, isUnreleased } from '../../src/domain/face.ts';
import type { MessageKind } from '../../src/domain/message.ts';
import type { Initiative, Office } from '../../src/domain/office.ts';
import type { Delivery } from '../../src/domain/outbox.ts';
import { asked, change, conduct, entry, exempt, extended, facts, message, paused, posted, released, report, submission } from '../fixtures/facts.ts';
import { day, office, personId, tokyo } from '../fixtures/office.ts';

const ask = message('ask', { of: 'soumu' });
const face = (given: Parameters<typeof facts>[0] = {}, wall = '2026-10-16 10:00', of = ask) => faceOf(of, facts({ entries: [asked('soumu')], ...given }), tokyo(wall));
const submitted = submission('soumu', '2026-10-15 16:40', ['soumu-01']);

describe('the face of a posted card', () => {
  it('stays the same from before it is sent, through drafts, up to 資料確定', () => {
    const draft = report('soumu', change('2026-10-15 16:40', { 'soumu-01': { mark: 'on-track' } }, 'save'));
    const sending = entry(ask, { state: 'sending', claim: 'a', until: tokyo('2026-10-06 10:01'), attempts: 1 });
    expect(new Set([face(), face({ entries: [sending] }), face({ reports: [draft] }), face({}, '2026-10-26 16:59'), face({ reports: [submission('eisei', '2026-10-15 16:40', ['eisei-01'])] })]).size).toBe(1);
  });

  it('is another one after a submission, each correction, an exemption, a new due date and 資料確定', () => {
    const corrected = report('soumu', change('2026-10-15 16:40', { 'soumu-01': { mark: 'on-track' } }), change('2026-10-16 09:00', { 'soumu-01': { mark: 'mostly' } }));
    const faces = [
      face(), face({ reports: [submitted] }), face({ reports: [corrected] }), face({ conduct: conduct(exempt('soumu')) }), face({ conduct: conduct(extended('soumu', '2026-10-22')) }),
      face({}, '2026-10-26 17:00'), face({ reports: [submitted] }, '2026-10-26 17:00'),
    ];
    expect(new Set(faces).size).toBe(faces.length);
  });

  it('is another one while its unit is paused, and as before once it goes on; not where nothing is asked any more', () => {
    const life = (pause: ReturnType<typeof paused>) => ({ life: { ...facts().life, pauses: [pause] } });
    const [during, after] = [life(paused('2026-10-16 09:30', undefined, 'soumu')), life(paused('2026-10-16 09:30', '2026-10-16 09:50', 'soumu'))];
    expect([face(during) === face(), face(after), face({ ...during, reports: [submitted] })]).toEqual([false, face(), face({ reports: [submitted] })]);
  });

  it('is another one when its unit or one of its initiatives is called otherwise, or is asked about no more; not for another unit’s', () => {
    const [now, from] = [office(), (given: Partial<Office>) => face({ office: office(given) })];
    const mine = (given: Partial<Initiative>) => from({ initiatives: now.initiatives.map((each) => (each.id === 'soumu-02' ? { ...each, ...given } : each)) });
    const faces = [face(), from({ sections: now.sections.map((each) => (each.id === 'soumu' ? { ...each, name: '総務企画課' } : each)) }), mine({ title: '苦情の共有' }), mine({ officialText: '別の本文。' }), mine({ to: day('2026-09-29') })];
    expect(new Set(faces).size).toBe(faces.length);
    expect(from({ initiatives: now.initiatives.map((each) => (each.section === 'eisei' ? { ...each, title: '別の略称' } : each)) })).toBe(face());
  });

  it.each<MessageKind>(['ask', 'ask-copy', 'remind', 'late', 'late-head', 'again', 'moved'])('of %s follows its unit', (kind) => {
    const of = message(kind, { of: 'soumu', kind });
    expect(face({}, '2026-10-16 10:00', of)).toBe(face());
    expect(face({ reports: [submitted] }, '2026-10-16 10:00', of)).toBe(face({ reports: [submitted] }));
  });

  it.each<MessageKind>(['announcement', 'check', 'summary-missed', 'reported', 'readiness', 'notice'])('of %s is never stale', (kind) => {
    expect(face({}, '2026-10-16 10:00', message(kind, { of: 'soumu', kind }))).toBe('');
  });
});

describe('the face of 送付前の取りまとめ', () => {
  const preview = message('preview', { date: '2026-10-26' });
  const of = (release: Parameters<typeof released> | undefined, wall = '2026-10-26 18:00') => face(release === undefined ? {} : { conduct: conduct(released(...release)) }, wall, preview);
  it('is another one after each press, and as it was in between', () => {
    const faces = [of(undefined), of(['held']), of(['released']), of(['held', tokyo('2026-10-26 17:30')])];
    expect(new Set(faces).size).toBe(faces.length);
    expect([of(undefined, '2026-10-27 10:00'), face({ reports: [submitted] }, '2026-10-26 18:00', preview)]).toEqual([of(undefined), of(undefined)]);
  });
  it.each([['2026-10-28 17:14', true], ['2026-10-28 17:15', false]])('is kept up to date until the day of the meeting is over: %s, %p', (wall, kept) => {
    const shown = of(undefined);
    const held = facts({ conduct: conduct(released('held')) });
    expect(isStale({ message: preview, delivery: { state: 'delivered', at: tokyo('2026-10-26 17:00'), attempts: 1, posted: posted() }, shown }, held, tokyo(wall))).toBe(kept);
  });
});

describe('a card that stands somewhere, nobody knows where', () => {
  it('is not stale, whatever has changed', () => {
    const of = (delivery: Delivery) => isStale({ message: ask, delivery, shown: 'something else' }, facts({ entries: [asked('soumu')] }), tokyo('2026-10-16 10:00'));
    const at = tokyo('2026-10-06 10:00');
    expect([of({ state: 'delivered', at, attempts: 1, posted: posted() }), of({ state: 'delivered', at, attempts: 1, seenBy: personId(90) })]).toEqual([true, false]);
  });
});

describe('（事務局確認前）', () => {
  it.each([
    ['confirm', undefined, true], ['confirm', 'held', true], ['confirm', 'released', false], ['automatic', undefined, false], ['automatic', 'held', false],
  ] as const)('release %s, pressed %s: %s', (release, state, unreleased) => {
    const given = facts({ office: office({ release }), ...(state && { conduct: conduct(released(state)) }) });
    expect(isUnreleased(given)).toBe(unreleased);
  });

  it('goes from the summary when 区部長会議へ送付 is pressed afterwards', () => {
    const summary = message('summary', { date: '2026-10-27' });
    const [before, after] = [face({}, '2026-10-27 10:00', summary), face({ conduct: conduct(released('released')) }, '2026-10-27 10:00', summary)];
    expect([before !== after, face({ reports: [submitted] }, '2026-10-27 11:00', summary) === before]).toEqual([true, true]);
  });
});
