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
export const crash: Part = { name: 'crash', measures: ['crashRuns', 'crashRunsOnCosmos', 'lost', 'stuck', 'duplicates', 'twins', 'adopted', 'dataDuplicates', 'wrongIds'], run };

/** `answers`: over real HTTP, each process dying at a checkpoint of an answer or of what is sent after it. */
type How = Deaths | { readonly kind: 'answers'; readonly deaths: Deaths };
type Piece = { readonly name: string; readonly store: StoreKind; readonly script: Script; readonly how: How };

/** An answer hardly meets the connector: the card is changed once it is out. */
const ANSWERED = ['ok', '429', '500 stored', 'reset before', 'hang stored', '403 MessageWritesBlocked'];

/** Where processes die more seldom, a doubt or a closed place is met by one that lives on, and not only by the next. */
const SPARSE = [
  '500 stored', '500 not stored', '408 stored', 'reset after', 'reset before', 'hang stored', 'truncated', '201 without id', '403 MessageWritesBlocked', '404 ConversationNotFound', '404 ActivityNotFoundInConversation', '413',
];

/** Kinds that only come up where those before them were lived through: under which scripts one process dies there, and no other. */
const LIVED_ON: readonly { readonly scripts: readonly string[]; readonly calls: readonly string[] }[] = [
  { scripts: ['403 MessageWritesBlocked'], calls: ['store.places.put'] },
  { scripts: ['ok', '429', '500 stored', '408 stored', 'reset after'], calls: ['gateway.openPersonal', 'store.forms.put'] },
];

/** What is sent after an answer comes in its own time: whether somebody dies there, counting, is up to the machine. */
const AFTER_AN_ANSWER = ['after an answer', 'before a request to Teams', 'after a request to Teams'];

/** Somebody must have died here: without them nobody opened a form, and no ask in doubt was adopted by it. */
const REQUIRED = ['gateway.openPersonal', 'store.forms.put'];

/**
 * On Cosmos a process takes about half as long again. Every kind of checkpoint is met there under every script too; each single one under a script of each
 * sort: well, refused for now, in doubt, closed for good.
 */
const IN_ORDER_ON_COSMOS = ['ok', '429', '500 stored', '403 BotNotInConversationRoster'];
const ANSWERED_ON_COSMOS = ['ok', '429', '500 stored'];
const SHORT_ON_COSMOS = '500 stored';

const piecesOf = (ci: boolean): readonly Piece[] => STORES.flatMap((store) => SCRIPTS.flatMap((script) => {
  const hows = ci ? shortOf(store, script) : fullOf(store, script);
  return hows.map((how): Piece => ({ name: `${store}, ${script.name}, ${named(how)}`, store, script, how }));
}));

function named(how: How): string {
  if (how.kind === 'answers') return how.deaths.kind === 'in order' && how.deaths.step === 1 ? 'answers' : `answers, ${named(how.deaths)}`;
  if (how.kind === 'once') return `once ${how.of}`;
  return 'step' in how && how.step > 1 ? `${how.kind}, one in ${how.step}` : how.kind;
}

const fullOf = (store: StoreKind, { name }: Script): readonly How[] => [
  ...(store === 'sqlite' || IN_ORDER_ON_COSMOS.includes(name) ? [inOrder(1)] : []), EACH_KIND, ...(SPARSE.includes(name) ? [inOrder(SHORT_STEP)] : []),
  ...LIVED_ON.filter(({ scripts }) => scripts.includes(name)).flatMap(({ calls }) => around(calls).map(once)),
  ...((store === 'cosmos' ? ANSWERED_ON_COSMOS : ANSWERED).includes(name) ? [answers(inOrder(1))] : []),
  ...(name === 'ok' ? AFTER_AN_ANSWER.map((of) => answers(once(of))) : []),
];

function shortOf(store: StoreKind, { name }: Script): readonly How[] {
  if (store === 'cosmos') return name === SHORT_ON_COSMOS ? [inOrder(SHORT_STEP)] : [];
  return [...(name === 'ok' ? [answers(inOrder(SHORT_STEP))] : []), ...(SHORT_OF_EACH_KIND.includes(name) ? [EACH_KIND] : []), ...(SHORT.includes(name) ? [inOrder(SHORT_STEP)] : [])];
}

const EACH_KIND: How = { kind: 'each kind' };
const around = (calls: readonly string[]): readonly string[] => calls.flatMap((call) => [`before ${call}`, `after ${call}`]);
const inOrder = (step: number): Deaths => ({ kind: 'in order', step });
const once = (of: string): Deaths => ({ kind: 'once', n: 1, of });
const answers = (deaths: Deaths): How => ({ kind: 'answers', deaths });

type Done = Chain & { readonly store: StoreKind; readonly where: string };

async function run(options: Options): Promise<PartResult> {
  const { ci, only } = options;
  const all = await chainsOf(piecesOf(ci).filter(({ name }) => chosen([name], options).length > 0), options);
  const { figures, twins, breaches } = tally(all);
  return {
    figures: { crashRuns: runsIn(all), crashRunsOnCosmos: runsIn(on('cosmos', all)), ...figures },
    causes: { twins },
    breaches: [
      ...breaches, ...all.flatMap(({ faults, where }) => faults.map((fault) => `${fault}; ${where}`)),
      ...(only === undefined && !ci ? STORES.flatMap((store) => spared(on(store, all)).map((label) => `on ${store} nobody was killed ${label}`)) : []),
    ],
  };
}

async function chainsOf(pieces: readonly Piece[], options: Options): Promise<readonly Done[]> {
  const { seed, progress } = options;
  let done = 0;
  return inLanes(2, pieces, async ({ name, how, ...piece }) => {
    const chain = await options.once(name, () => (how.kind === 'answers' ? runAnswers({ ...piece, seed, deaths: how.deaths }) : runChain({ ...piece, seed, deaths: how })));
    progress((done += 1) / pieces.length);
    return { ...chain, store: piece.store, where: toRepeat('crash', options, name) };
  });
}

const on = (store: StoreKind, chains: readonly Done[]): readonly Done[] => chains.filter((chain) => chain.store === store);
const runsIn = (chains: readonly Chain[]): number => chains.reduce((sum, { runs }) => sum + runs, 0);

/** Kinds of checkpoints that are required or were passed, and at which nobody was killed: those were not put to the proof. */
function spared(chains: readonly Chain[]): readonly string[] {
  const killedAt = new Set(chains.flatMap((chain) => chain.killedAt));
  return [...new Set([...around(REQUIRED), ...chains.flatMap(({ passed }) => passed)])].filter((label) => !killedAt.has(label));
}
