import type { RoundFacts } from './facts.ts';
import { earliest, type Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Delivery, OutboxEntry } from './outbox.ts';

/** What told a unit its due date, and when; `due` is the one it told. */
export type Told = { readonly kind: 'ask' | 'moved'; readonly at: Instant; readonly due: Instant | undefined };

/** When a message went out. One that is uncertain perhaps did, and is taken as read: nothing may contradict it. */
export const outSince = (delivery: Delivery): Instant | undefined =>
  delivery.state === 'delivered' || delivery.state === 'uncertain' ? delivery.at : undefined;

type ByUnit = ReadonlyMap<SectionId, readonly Told[]>;

/** An outbox is gone through once for all units, not once for each of them. */
const sorted = new WeakMap<RoundFacts['entries'], ByUnit>();

/** Every message that told the unit a due date, in the order in which they went out. */
function everTold({ entries }: RoundFacts, section: SectionId): readonly Told[] {
  const byUnit = sorted.get(entries) ?? toldIn(entries);
  sorted.set(entries, byUnit);
  return byUnit.get(section) ?? [];
}

function toldIn(entries: RoundFacts['entries']): ByUnit {
  const byUnit = new Map<SectionId, Told[]>();
  for (const { message: { kind, section, due }, delivery } of entries) {
    const at = outSince(delivery);
    if (at === undefined || section === undefined || (kind !== 'ask' && kind !== 'moved')) continue;
    byUnit.set(section, [...(byUnit.get(section) ?? []), { kind, at, due }]);
  }
  for (const told of byUnit.values()) told.sort((a, b) => (a.at < b.at ? -1 : 1));
  return byUnit;
}

/** When the unit was asked; `undefined` before. */
export const askedAt = (facts: RoundFacts, section: SectionId): Instant | undefined => everTold(facts, section).find(({ kind }) => kind === 'ask')?.at;

const first = new WeakMap<readonly OutboxEntry[], { readonly at: Instant | undefined }>();

/** When the first unit of the round was asked; `undefined` before. */
export function firstAskedAt(entries: readonly OutboxEntry[]): Instant | undefined {
  const known = first.get(entries) ?? { at: earliest(entries.map(({ message, delivery }) => (message.kind === 'ask' ? outSince(delivery) : undefined))) };
  first.set(entries, known);
  return known.at;
}

/** The last that the unit was told of its due date. */
export const lastTold = (facts: RoundFacts, section: SectionId): Told | undefined => everTold(facts, section).at(-1);

/** 通知済みの期限: the latest due moment that the unit was ever told; no due date becomes earlier than it. */
export function announcedDue(facts: RoundFacts, section: SectionId): Instant | undefined {
  let latest: Instant | undefined;
  for (const { due } of everTold(facts, section)) if (due !== undefined && (latest === undefined || latest < due)) latest = due;
  return latest;
}
