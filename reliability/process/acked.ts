import { millisOf } from '../../src/domain/instant.ts';
import { chanceOf, type Chance } from '../../rehearse/chance.ts';
import { SERVED, startChild, type Child } from './child.ts';
import { send, type Submission, type Told } from './client.ts';
import { startScriptedConnector } from './connector.ts';
import type { Order } from './order.ts';
import { SCRIPTS } from './scripts.ts';
import { heldIn, openStore, scratchStore, type StoreKind } from './stores.ts';
import { ASK_AT, EISEI, JIRO, SABURO, settle, smallOffice, SOUMU } from './world.ts';

export type Acked = {
  /** Processes that were killed right after an acknowledgement. */
  readonly kills: number;
  readonly acknowledged: number;
  /** Answers that were acknowledged and are not stored. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly faults: readonly string[];
};

type Needs = { readonly kills: number; readonly store: StoreKind; readonly seed: number; readonly name: string; readonly bent?: string };

/** At most so many answers before the kill. */
const MOST_ANSWERS = 5;
const AUTHORS = [{ section: SOUMU, person: JIRO }, { section: EISEI, person: SABURO }] as const;

/** 受付＝保存: answers over HTTP, and kill -9 right after one of them was acknowledged; then the store is looked at. */
export async function killAfterAnswers({ kills, store: kind, seed, name, bent }: Needs): Promise<Acked> {
  const chance = chanceOf(seed, name);
  const [ok] = SCRIPTS;
  if (ok === undefined) throw new Error('no script');
  const connector = await startScriptedConnector(ok);
  const scratch = await scratchStore(kind);
  const store = await openStore(scratch.place);
  const sent: Sent[] = [];
  const faults: string[] = [];
  const missing: string[] = [];
  try {
    const office = await smallOffice();
    await settle(store, office, connector.url);
    for (let n = 1; n <= kills; n += 1) {
      const order: Order = {
        store: scratch.place, serviceUrl: connector.url, now: millisOf(ASK_AT) + n * 60_000, until: Infinity, at: 'never', fate: 'kill', timeoutMillis: 5_000, done: [], number: n,
        ...(bent !== undefined && { bent }),
      };
      const child = startChild(SERVED, order);
      const port = (await child.heard('port'))?.n;
      if (port === undefined) {
        faults.push(`process ${n} did not start: ${(await child.ended).complaint.slice(0, 300)}`);
        break;
      }
      sent.push(...(await answerAndKill(child, { port, url: connector.url, chance, n, sent })));
      await child.ended;
      const { reports } = await heldIn(store, office);
      missing.push(...sent.filter(({ told, text, section }) => told.kind === 'acknowledged' && !reports.some((report) => report.section === section && holds(report.changes, text))).map(({ text, section }) => `「${text}」 of ${section}`));
    }
    const { reports } = await heldIn(store, office);
    const doubled = sent.filter(({ text }) => reports.flatMap(({ changes }) => changes.filter((change) => holds([change], text))).length > 1).map(({ text }) => `「${text}」 is stored twice`);
    const acknowledged = sent.filter(({ told }) => told.kind === 'acknowledged').length;
    return { kills, acknowledged, missing: [...new Set(missing)], doubled, faults: [...faults, ...unanswered(sent)] };
  } finally {
    store.close();
    await connector.close();
    await scratch.end();
  }
}

type Sent = Submission & { readonly told: Told };
type Changes = readonly { readonly fields: Readonly<Record<string, { readonly done?: string }>> }[];

const holds = (changes: Changes, text: string): boolean => changes.some(({ fields }) => Object.values(fields).some(({ done }) => done === text));

type Scene = { readonly port: number; readonly url: string; readonly chance: Chance; readonly n: number; readonly sent: readonly Sent[] };

/** A few answers one after the other, then both units at once; the process dies as soon as one of those is acknowledged. */
async function answerAndKill(child: Child, { port, url, chance, n, sent }: Scene): Promise<readonly Sent[]> {
  const now: Sent[] = [];
  const baseOf = (section: Submission['section']): number => [...sent, ...now].filter((each) => each.section === section && each.told.kind === 'acknowledged').length;
  const next = (author: (typeof AUTHORS)[number], i: number): Submission => ({ ...author, text: `${n}回目の${i}件目を実施した。`, base: baseOf(author.section) });
  const before = chance.below(MOST_ANSWERS);
  for (let i = 1; i <= before; i += 1) {
    const submission = next(AUTHORS[chance.below(2)] ?? AUTHORS[0], i);
    now.push({ ...submission, told: await send(port, url, submission) });
  }
  const last = AUTHORS.map((author, i) => next(author, before + 1 + i));
  const told = await Promise.all(last.map(async (submission) => {
    const heard = await send(port, url, submission);
    if (heard.kind === 'acknowledged') child.process.kill('SIGKILL');
    return { ...submission, told: heard };
  }));
  child.process.kill('SIGKILL'); // if neither was
  return [...now, ...told];
}

/** A healthy store: every answer is acknowledged, or its process was killed meanwhile. */
const unanswered = (sent: readonly Sent[]): readonly string[] =>
  sent.flatMap(({ told, text }) => (told.kind === 'told' || told.kind === 'left alone' ? [`「${text}」 was not taken: ${told.kind === 'told' ? told.words.slice(0, 200) : told.why}`] : []));
