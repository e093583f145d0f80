import type { Log } from '../ports.ts';

/** So many sends are under way at once; the gateway paces them, this only keeps one slow answer from holding up everybody. */
const AT_ONCE = 4;

/** `ending`: once it is aborted, nothing more is taken up. */
type Needs<T> = { readonly log: Log; readonly name: (thing: T) => string; readonly ending?: AbortSignal | undefined };

/** Does it for each, in order, several at once. One that fails is told of in the log and holds up none of the others. */
export async function eachOf<T>(things: readonly T[], { log, name, ending }: Needs<T>, act: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things.values();
  const worker = async (): Promise<void> => {
    for (const thing of waiting) {
      if (ending?.aborted === true) return;
      try {
        await act(thing);
      } catch (fault) {
        log.error('held', { key: name(thing), fault });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
