import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { killAfterAnswers } from './process/acked.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { answerInTrouble, TROUBLES } from './process/troubled.ts';

/** So many kills a store: a report does not grow without end. */
const KILLS = 20;
const PIECES = { full: 52, ci: 2 };

/** 受け付けましたの意味: what was acknowledged is stored, whatever happens next; and nothing is acknowledged that could not be stored. */
export const ack: Part = { name: 'ack', measures: ['ackRuns', 'lost', 'dataDuplicates', 'falseAcks'], run };

async function run(options: Options): Promise<PartResult> {
  const killed = await killsAfterAnswers(options);
  const troubled = await troubles(options);
  return {
    figures: {
      ackRuns: killed.reduce((sum, { kills, faults }) => sum + (faults.length > 0 ? 0 : kills), 0),
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

async function killsAfterAnswers(options: Options) {
  const { seed, ci, once, progress } = options;
  const pieces = STORES.flatMap((store) => Array.from({ length: PIECES[ci ? 'ci' : 'full'] }, (_, n) => ({ store, name: `${store}, killed after the answer, ${n + 1}` })));
  const wanted = pieces.filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  return inLanes(2, wanted, async ({ store, name }: { readonly store: StoreKind; readonly name: string }) => {
    const result = await once(name, () => killAfterAnswers({ kills: KILLS, store, seed, name }));
    progress((done += 1) / (wanted.length + 1));
    return { ...result, where: toRepeat('ack', options, name) };
  });
}

async function troubles(options: Options) {
  const wanted = chosen(TROUBLES.map((trouble) => `sqlite, ${trouble}`), options);
  return inLanes(2, wanted, async (name) => {
    const trouble = TROUBLES.find((each) => name === `sqlite, ${each}`);
    const result = trouble === undefined ? undefined : await options.once(name, () => answerInTrouble(trouble));
    return { breaches: result?.breaches ?? [], where: toRepeat('ack', options, name) };
  });
}
