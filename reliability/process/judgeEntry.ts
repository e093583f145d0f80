import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Heard } from './connector.ts';
import type { Evidence } from './evidence.ts';
import { spotFor, stepOf, stepOn } from './wanted.ts';

/** A doubt is waited out so long before an ask is sent once more; less what a restart takes, by which the parent's time may lag. */
const GRACE_MILLIS = 600_000 - 30_000;

/** Of a process that was stopped; it may send long after others have taken over. */
export const STOOD_STILL = 'stood still past its lease';

/** Whether a card is of that message, by where it is and what it is called. A notice is known by the spot alone, and several may be there. */
export const isOf = (entry: OutboxEntry, { spot, head }: Heard): boolean => spot === spotFor(entry) && stepOn(head) === stepOf(entry);

const REFUSALS = [400, 401, 403, 404, 413];
const refusal = ({ fate }: Heard): number | undefined => (fate.kind === 'status' && REFUSALS.includes(fate.status) ? fate.status : undefined);

export const isRefused = (one: Heard): boolean => refusal(one) !== undefined;

/** Teams said that the place is gone or closed. */
export const isClosed = (one: Heard): boolean => [403, 404].includes(refusal(one) ?? 0);

const postsOf = ({ heard }: Evidence, entry: OutboxEntry): readonly Heard[] => heard.filter((one) => one.how === 'post' && isOf(entry, one));

/** Not there, and nothing that Teams said or that befell a process accounts for it. An ask in doubt for good must have been told to somebody. */
export function missing(evidence: Evidence, entry: OutboxEntry): readonly string[] {
  const tried = postsOf(evidence, entry);
  const { message: { key, kind }, delivery } = entry;
  if (kind === 'notice' || tried.some(({ stands }) => stands)) return [];
  const isOpen = evidence.victims.size > 0 || tried.some(({ open }) => open);
  switch (delivery.state) {
    case 'delivered': return [`${key} is taken for delivered and does not stand`];
    case 'failed': return tried.some(isRefused) ? untold(evidence, entry) : [`${key} failed, and Teams refused nothing`];
    case 'uncertain': return isOpen ? untold(evidence, entry) : [`${key} is in doubt without a reason`];
    case 'skipped': return skippedAsk(kind, key, delivery.why);
    default: return []; // stuck, which is counted by itself
  }
}

/** Here nobody answers before they were asked, and nobody is exempt. */
const skippedAsk = (kind: string, key: string, why: string): readonly string[] => (kind === 'ask' ? [`${key} was skipped: ${why}`] : []);

/** A unit that was not asked is told to the secretariat. */
const untold = ({ held: { entries } }: Evidence, { message: { key, kind } }: OutboxEntry): readonly string[] =>
  kind !== 'ask' || entries.some(({ message: { kind: of, about } }) => of === 'notice' && (about === key || about?.endsWith(':several') === true)) ? [] : [`${key} did not arrive, and nobody is told`];

/** The card that the store takes for its own must be one of that message that stands. */
export function wrongId(evidence: Evidence, entry: OutboxEntry): readonly string[] {
  const { message: { key, kind }, delivery } = entry;
  if (delivery.state !== 'delivered' || delivery.posted === undefined || kind === 'notice') return [];
  const { activityId } = delivery.posted;
  return postsOf(evidence, entry).some(({ activity, stands }) => stands && activity === activityId) ? [] : [`${key} takes ${activityId} for its own, which is none of its cards`];
}

/** Of each card of a message after its first, why it may be there; `undefined` if it may not. Only an ask is ever said twice, after the grace. */
export function causesOfRepeats(evidence: Evidence, entry: OutboxEntry): readonly (string | undefined)[] {
  const posts = postsOf(evidence, entry).filter(({ stands }) => stands);
  const { message: { kind }, delivery } = entry;
  if (kind === 'notice') return [];
  const doubted = 'doubts' in delivery || ('attempts' in delivery && delivery.attempts > 1);
  return posts.slice(1).map((post, n) => {
    const before = posts[n];
    if (kind !== 'ask' || !doubted || n > 0 || before === undefined) return undefined;
    if (isGone(evidence, before)) return 'Teams said that the first was gone';
    if (evidence.victims.get(post.process) === STOOD_STILL) return STOOD_STILL; // it was its claim first
    return post.at - before.at < GRACE_MILLIS ? undefined : causeOf(evidence, before);
  });
}

function causeOf({ victims }: Evidence, { open, fate, process }: Heard): string | undefined {
  if (!open) return victims.get(process);
  return fate.kind === 'status' ? `${fate.status}` : fate.kind;
}

const isGone = ({ heard }: Evidence, { activity }: Heard): boolean => heard.some((one) => one.how === 'edit' && one.activity === activity && refusal(one) === 404);

/** After the round a card that is kept up to date shows that it is closed: by an edit that Teams took, unless Teams refused one. */
export function staleCard({ heard }: Evidence, { message: { key }, delivery, shown = '' }: OutboxEntry): readonly string[] {
  if (delivery.state !== 'delivered' || !/^(open|submitted|exempt) /.test(shown)) return [];
  if (!/ closed(?: |$)/.test(shown)) return [`${key} still shows what was so before the end: ${shown}`];
  const edits = heard.filter((one) => one.how === 'edit' && one.activity === delivery.posted?.activityId);
  const posted = heard.find((one) => one.how === 'post' && one.activity === delivery.posted?.activityId);
  if (edits.some(isRefused)) return [];
  const isShown = edits.some(({ stands, open }) => stands && !open) || (edits.length === 0 && posted !== undefined && posted.at > LAST_CHANGE);
  return isShown ? [] : [`${key} is taken for changed, and Teams heard no such change`];
}

/** 資料確定: a card that was sent after it was drawn closed. */
const LAST_CHANGE = Date.parse('2026-10-26T17:00:00+09:00');
