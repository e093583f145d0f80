import { createRequire } from 'node:module';

type Event = { readonly event: unknown; readonly message: string };
type Context = { readonly eventCount: number; getEventAt(index: number): Event };
type Parsed = { parse(json: unknown, context: Context): void; validateProperties(): { readonly validationEvents: readonly Event[] } };
type Library = { readonly AdaptiveCard: new () => Parsed; readonly SerializationContext: new () => Context };

// The library is written for browsers and looks for their global objects when it is loaded.
Object.assign(globalThis, { self: globalThis, window: globalThis });
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js') as Library;

/**
 * What the Adaptive Cards parser has to say against a card. Its check of `lang` keeps state and refuses every other card, so only what it
 * says twice counts.
 */
export function faultsOf(card: unknown): readonly string[] {
  const first = parse(card);
  const again = first.length === 0 ? [] : parse(card);
  return first.filter((fault) => again.includes(fault));
}

function parse(card: unknown): readonly string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...read, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
