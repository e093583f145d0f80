import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { killAfterAnswers, type Acked } from './process/acked.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { answerInTrouble } from './process/troubled.ts';
import { TROUBLES } from './process/troubles.ts';

/** So many kills of one store, since a report does not grow without end; and so many such pieces. */
type Extent = { readonly kills: number; readonly pieces: number };
const EXTENT: { readonly [Kind in StoreKind]: { readonly full: Extent; readonly ci: Extent } } = {
  sqlite: { full: { kills: 20, pieces: 52 }, ci: { kills: 20, pieces: 2 } },
  cosmos: { full: { kills: 20, pieces: 6 }, ci: { kills: 5, pieces: 1 } },
};

/** 受け付けましたの意味: what was acknowledged is stored, whatever happens next; and nothing is acknowledged that could not be stored. */
export const ack: Part = { name: 'ack', measures: ['ackRuns', 'ackRunsOnCosmos', 'lost', 'dataDuplicates', 'falseAcks'], run };

async function run(options: Options): Promise<PartResult> {
  const killed = await killsAfterAnswers(options);
  const troubled = await troubles(options);
  return {
    figures: {
      ackRuns: killsIn(killed),
      ackRunsOnCosmos: killsIn(killed.filter(({ store }) => store === 'cosmos')),
      lost: killed.reduce((sum, { missing }) => sum + missing.length, 0),
      dataDuplicates: killed.reduce((sum, { doubled }) => sum + doubled.length, 0),
      falseAcks: troubled.reduce((sum, { breaches }) => sum + breaches.length, 0),
    },
    breaches: [
      ...killed.flatMap(({ missing, doubled, faults, where }) => [...missing.map((text) => `${text} was acknowledged and is not stored`), ...doubled, ...faults].map((what) => `${what}; ${where}`)),
      ...troubled.flatMap(({ breaches, where }) => breaches.map((what) => `${what}; ${where}`)),
    ],
  };
}

const killsIn = (killed: readonly Pick<Acked, 'kills' | 'faults'>[]): number => killed.reduce((sum, { kills, faults }) => sum + (faults.length > 0 ? 0 : kills), 0);

async function killsAfterAnswers(options: Options) {
  const { seed, ci, once, progress } = options;
  const piecesOn = (store: StoreKind) => {
    const { kills, pieces } = EXTENT[store][ci ? 'ci' : 'full'];
    return Array.from({ length: pieces }, (_, n) => ({ store, kills, name: `${store}, killed after the answer, ${n + 1}` }));
  };
  const pieces = STORES.flatMap(piecesOn);
  const wanted = pieces.filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  return inLanes(2, wanted, async ({ store, kills, name }) => {
    const result = await once(name, () => killAfterAnswers({ kills, store, seed, name }));
    progress((done += 1) / (wanted.length + 1));
    return { ...result, store, where: toRepeat('ack', options, name) };
  });
}

async function troubles(options: Options) {
  return inLanes(2, chosen(TROUBLES, options), async (trouble) => {
    const { breaches } = await options.once(trouble, () => answerInTrouble(trouble));
    return { breaches, where: toRepeat('ack', options, trouble) };
  });
}
