import { kindOn } from '../cardReading.ts';
import type { Wire } from '../timeline.ts';
import type { Breach, Case } from './case.ts';
import { editionOn, editionsOf, paperOn } from './summaries.ts';

/** 資料確定の後の訂正 changes nothing of what that meeting was given: neither the message that stands, nor what is shown when somebody asks for it. */
export function breachesOfCorrecting(given: Case): readonly Breach[] {
  const { witness } = given;
  return given.rounds.flatMap(({ id, name }, n): readonly Breach[] => {
    const corrected = witness.moved.find(({ what, round }) => what === 'correct' && round === id)?.at;
    if (corrected === undefined) return [];
    const next = given.dates.get(given.rounds[n + 1]?.id ?? '')?.askAt ?? '9999';
    return editionsOf(given, id).flatMap((sent) => {
      const looks = [
        ...witness.arrivals.filter(({ activity, kept, at, card }) => activity === sent.activity && kept && at >= corrected && card !== undefined).map(({ at, card }) => ({ at, card: card ?? {} })),
        ...witness.said.filter(({ text, at }) => text === 'まとめ' && at >= corrected && at < next).flatMap(({ at, cards }) => cards.filter((card) => kindOn(card) === 'summary' && editionOn(card) === editionOn(sent.card)).map((card) => ({ at, card }))),
      ];
      return looks.filter(({ card }) => said(card) !== said(sent.card)).map(({ at }) => ({ promise: 'summary-corrected' as const, at, sentence: `the summary of ${name} is not as the meeting had it, after a correction at ${corrected}` }));
    });
  });
}

const said = (card: Wire): string => paperOn(card).join('\n');
