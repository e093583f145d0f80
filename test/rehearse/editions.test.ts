import { describe, expect, it } from '@jest/globals';
import { breachesOfCorrecting } from '../../rehearse/oracle/corrected.ts';
import { repeats } from '../../rehearse/oracle/repeats.ts';
import { breachesOfShownAgain } from '../../rehearse/oracle/shownAgain.ts';
import { breachesOfSummary } from '../../rehearse/oracle/summaries.ts';
import type { Moved, Said } from '../../rehearse/witness.ts';
import { arrival, at, card, MEETING, person, ROUND, secretary, smallCase, CHAT } from './smallCase.ts';

const paper = (edition: number, ...lines: readonly string[]) =>
  card('中間報告の取りまとめ　提出　0／1所属', [...lines, `区部長会議　令和8年10月28日（水）　第${edition}版（10月27日（火）10:00現在）`, '提出はまだありません（0／1所属）。']);
const sent = (day: string, wall: string, edition: number) => arrival({ at: at(day, wall), spot: MEETING, card: paper(edition) });
const moved = (what: Moved['what'], wall: string): Moved => ({ at: at('2026-10-27', wall), unit: 'soumu', round: ROUND, person: what === 'correct' ? person() : secretary, what });
const first = sent('2026-10-27', '10:00', 1);
const both = [moved('correct', '12:10'), moved('replaced', '15:30')];
const sentences = (all: readonly { readonly sentence: string }[]): readonly string[] => all.map(({ sentence }) => sentence.replace(/^.* of FY2026-mid /, ''));

describe('the editions of a summary', () => {
  it.each<[string, ReturnType<typeof sent>[], readonly Moved[], readonly string[]]>([
    ['a second that was pressed for after a correction', [first, sent('2026-10-27', '15:30', 2)], both, []],
    ['a second that nobody pressed for', [first, sent('2026-10-27', '15:30', 2)], [moved('correct', '12:10')], ['was sent for by nobody']],
    ['a second though nothing was corrected', [first, sent('2026-10-27', '15:30', 2)], [moved('replaced', '15:30')], ['came though nothing was corrected']],
    ['a third in the place of the second', [first, sent('2026-10-27', '15:30', 3)], both, ['came as the 2. one']],
    ['a second after the meeting', [first, sent('2026-10-29', '09:00', 2)], both, ['did not come between the one before it and the meeting']],
  ])('%s', (_, arrivals, what, wanted) => { expect(sentences(breachesOfSummary(smallCase(arrivals, { moved: [...what] })))).toEqual(wanted); });

  it('are no repeats of each other; the same one twice is', () => {
    expect(repeats(smallCase([first, sent('2026-10-27', '15:30', 2)])).duplicates).toBe(0);
    expect(repeats(smallCase([first, sent('2026-10-27', '15:30', 2), sent('2026-10-27', '15:40', 2)])).duplicates).toBe(1);
  });

  it.each([
    ['the last one', paper(2), 0],
    ['the last one, and what the secretariat can do beside it', paper(2, '第2版の後に変わった取組　1件（総務課）。「差替えを確かめる」を押すと、内容を確かめて差替えを送付できます。'), 0],
    ['the first, when the second is there', paper(1), 1],
  ])('whoever asks is shown %s: %i breaches', (_, shown, count) => {
    const said: Said = { at: at('2026-10-27', '16:00'), person: secretary, spot: CHAT, text: 'まとめ', cards: [shown] };
    expect(breachesOfShownAgain(smallCase([first, sent('2026-10-27', '15:30', 2)], { said: [said], moved: both }))).toHaveLength(count > 0 ? 1 : 0);
  });

  it.each([[paper(1), 0], [paper(2), 0], [paper(3), 1]])('whoever asks while the second is in doubt is shown the first or the second: %#', (shown, count) => {
    const said: Said = { at: at('2026-10-27', '16:00'), person: secretary, spot: CHAT, text: 'まとめ', cards: [shown] };
    const doubtful = { ...sent('2026-10-27', '15:30', 2), ambiguous: true };
    expect(breachesOfShownAgain(smallCase([first, doubtful], { said: [said], moved: both }))).toHaveLength(count);
  });

  it('the older card may say that it was replaced, and nothing else than it said', () => {
    const edit = (...lines: readonly string[]) => arrival({ at: at('2026-10-27', '15:31'), spot: MEETING, how: 'edit', activity: first.activity, card: paper(1, ...lines) });
    const judged = (...lines: readonly string[]) => breachesOfCorrecting(smallCase([first, sent('2026-10-27', '15:30', 2), edit(...lines)], { moved: both })).length;
    expect([judged('－ 第2版に差し替えました。「最新の取りまとめを見る」を押すと、第2版を見られます。'), judged('順調1')]).toEqual([0, 1]);
  });
});
