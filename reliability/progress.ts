/** 進み具合 on one line of a terminal: which part, done, time left. Nothing where nobody looks. */
export type Progress = { at(part: string, done: number): void; end(): void };

export function progressOn(out: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet || !out.isTTY) return { at: () => undefined, end: () => undefined };
  let begun = performance.now();
  let written = 0;
  let current = '';
  return {
    at: (part, done) => {
      const now = performance.now();
      if (part !== current) [current, begun] = [part, now];
      else if (now - written < 200) return;
      written = now;
      const seconds = (now - begun) / 1000;
      const left = done > 0.01 ? `${Math.ceil((seconds / done) * (1 - done))} s left` : '';
      out.write(`\r\u001b[K${part} ${Math.floor(done * 100)} %  ${Math.floor(seconds)} s  ${left}`);
    },
    end: () => { out.write('\r\u001b[K'); },
  };
}
