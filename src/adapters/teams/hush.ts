import { AsyncLocalStorage } from 'node:async_hooks';

const hushed = new AsyncLocalStorage<boolean>();
const ours = new WeakSet<object>();

/** Puts a listener in front of the console; put there again if somebody has replaced it since. */
function listen(level: 'error' | 'warn'): void {
  const before = Reflect.get(console, level) as (...words: unknown[]) => void;
  if (ours.has(before)) return;
  const listener = (...words: unknown[]): void => {
    if (hushed.getStore() !== true) before(...words);
  };
  ours.add(listener);
  console[level] = listener;
}

/** Runs what belongs to the SDK: it prints a key, or a whole fault, for every forged token, and has no setting against it. */
export function hush<T>(run: () => Promise<T>): Promise<T> {
  listen('error');
  listen('warn');
  return hushed.run(true, run);
}

/** Runs our own code within the SDK's: what it prints is printed. */
export const speakUp = <T>(run: () => Promise<T>): Promise<T> => hushed.run(false, run);
