/** 検問所: the moments just before and just after each call to the store and to Teams. */
export type Pass = (label: string) => void;

/** These ask nobody. */
const SILENT: ReadonlySet<string> = new Set(['close', 'nameOf']);

/** The same parts, whose every call passes two checkpoints. */
export function watched<T extends object>(target: T, name: string, pass: Pass): T {
  return new Proxy(target, {
    get(from, key, receiver) {
      const value: unknown = Reflect.get(from, key, receiver);
      if (typeof key !== 'string' || SILENT.has(key)) return value;
      if (typeof value === 'object' && value !== null) return watched(value, `${name}.${key}`, pass);
      if (typeof value !== 'function') return value;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const label = `${name}.${key}${stateIn(given[0])}`;
        pass(`before ${label}`);
        const made: unknown = await Reflect.apply(value, from, given);
        pass(`after ${label}`);
        return made;
      };
    },
  });
}

/** Of an entry of the outbox: what is written of it. */
function stateIn(given: unknown): string {
  const delivery = typeof given === 'object' && given !== null && 'delivery' in given ? given.delivery : undefined;
  return typeof delivery === 'object' && delivery !== null && 'state' in delivery && typeof delivery.state === 'string' ? ` ${delivery.state}` : '';
}
