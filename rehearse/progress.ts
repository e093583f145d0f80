/** 進み具合 on one line of a terminal: done, rate, time left. Nothing where nobody looks. */
export type Progress = { at(done: number): void; end(): void };

export function progressOn(out: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet || !out.isTTY) return { at: () => undefined, end: () => undefined };
  const started = performance.now();
  let written = 0;
  return {
    at: (done) => {
      const now = performance.now();
      if (now - written < 200) return;
      written = now;
      const seconds = (now - started) / 1000;
      const left = done > 0.01 ? `${Math.ceil((seconds / done) * (1 - done))} s left` : '';
      out.write(`\r${Math.floor(done * 100)} % of the year  ${(done * 365 / seconds).toFixed(0)} days/s  ${left}   `);
    },
    end: () => { out.write('\r\u001b[K'); },
  };
}
