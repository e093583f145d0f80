import { inLanes } from './lanes.ts';
import { chosen, toRepeat, type Options, type Part, type PartResult } from './part.ts';
import { runAnswers } from './process/answered.ts';
import { runChain, type Chain, type Deaths } from './process/chain.ts';
import { SCRIPTS, type Script } from './process/scripts.ts';
import { STORES, type StoreKind } from './process/stores.ts';
import { tally } from './process/tally.ts';

/** In the short form: every kind of checkpoint while all goes well and where a place is closed, and every so manyth under one script of each kind. */
const SHORT_OF_EACH_KIND = ['ok', '403 BotNotInConversationRoster'];
const SHORT = ['429', '500 stored', '502 not stored', 'reset after', '201 without id', '403 MessageWritesBlocked', '413'];
const SHORT_STEP = 19;

/** 突然の死: kill -9 at every checkpoint, under every script of the connector, on every store, and on again from what is left. */
export const crash: Part = { name: 'crash', measures: ['crashRuns', 'lost', 'stuck', 'duplicates', 'twins', 'adopted', 'dataDuplicates', 'wrongIds'], run };

/** `answers`: over real HTTP, each process dying at a later checkpoint of an answer. */
type How = Deaths | { readonly kind: 'answers'; readonly step: number };
type Piece = { readonly name: string; readonly store: StoreKind; readonly script: Script; readonly how: How };

/** An answer hardly meets the connector: the card is changed once it is out. */
const ANSWERED = ['ok', '429', '500 stored', 'reset before', 'hang stored', '403 MessageWritesBlocked'];

const piecesOf = (ci: boolean): readonly Piece[] => STORES.flatMap((store) => SCRIPTS.flatMap((script): readonly Piece[] => {
  const named = (how: How): Piece => ({ name: `${store}, ${script.name}, ${how.kind}`, store, script, how });
  const answers = ANSWERED.includes(script.name) ? [named({ kind: 'answers', step: 1 })] : [];
  if (!ci) return [named({ kind: 'in order', step: 1 }), named({ kind: 'each kind' }), ...answers];
  return [...(script.name === 'ok' ? [named({ kind: 'answers', step: SHORT_STEP })] : []), ...(SHORT_OF_EACH_KIND.includes(script.name) ? [named({ kind: 'each kind' })] : []), ...(SHORT.includes(script.name) ? [named({ kind: 'in order', step: SHORT_STEP })] : [])];
}));

async function run(options: Options): Promise<PartResult> {
  const { seed, ci, once, progress } = options;
  const pieces = piecesOf(ci).filter(({ name }) => chosen([name], options).length > 0);
  let done = 0;
  const chains = await inLanes(2, pieces, async ({ name, how, ...piece }) => {
    const chain = await once(name, () => (how.kind === 'answers' ? runAnswers({ ...piece, seed, step: how.step }) : runChain({ ...piece, seed, deaths: how })));
    progress((done += 1) / pieces.length);
    return { ...chain, where: toRepeat('crash', options, name) };
  });
  const { figures, twins, breaches } = tally(chains);
  return {
    figures: { crashRuns: chains.reduce((sum, { runs }) => sum + runs, 0), ...figures },
    causes: { twins },
    breaches: [...breaches, ...chains.flatMap(({ faults, where }) => faults.map((fault) => `${fault}; ${where}`)), ...(options.only === undefined && !ci ? spared(chains) : [])],
  };
}

/** Kinds of checkpoints that were passed, and at which nobody was ever killed: those were not put to the proof. */
function spared(chains: readonly Chain[]): readonly string[] {
  const killedAt = new Set(chains.flatMap((chain) => chain.killedAt));
  return [...new Set(chains.flatMap(({ passed }) => passed))].filter((label) => !killedAt.has(label)).map((label) => `nobody was killed ${label}`);
}
