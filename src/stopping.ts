import type { ElapsedClock, Log } from './ports.ts';

type Needs = { readonly elapsed: ElapsedClock; readonly log: Log; readonly exit: (code: number) => void; readonly boundMillis?: number };

/** Less than systemd (90 s) and Kubernetes (30 s) wait before they kill. */
const BOUND_MILLIS = 25_000;
/** `npm start` hands on the Ctrl+C that the terminal has given to everybody already: that is one wish, not two. */
const ECHO_MILLIS = 1_000;

/** 停止, on a signal: what is under way ends, and the process with 0; with 1 when it is asked for a second time, takes too long, or fails. */
export function makeStopping({ elapsed, log, exit, boundMillis = BOUND_MILLIS }: Needs, close: () => Promise<void>): (signal: string) => void {
  let began: number | undefined;
  const closing = async (): Promise<void> => {
    const late = elapsed.sleep(boundMillis).then(() => 'late' as const);
    const ended = await Promise.race([close(), late]);
    if (ended === 'late') log.error('stopped with work under way: it took too long', {});
    else log.info('stopped', {});
    exit(ended === 'late' ? 1 : 0);
  };
  return (signal) => {
    const now = elapsed.now();
    if (began === undefined) {
      began = now;
      log.info('stopping', { signal });
      closing().catch((fault: unknown) => {
        log.error('not stopped well', { fault });
        exit(1);
      });
    } else if (now - began >= ECHO_MILLIS) {
      log.error('stopped with work under way: asked for a second time', { signal });
      exit(1);
    }
  };
}
