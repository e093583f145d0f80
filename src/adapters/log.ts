import pino, { type DestinationStream } from 'pino';
import type { Log } from '../ports.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Facts by these names never reach the log, wherever a caller puts them: tokens, what people typed, what a card holds. */
const PRIVATE = ['authorization', 'token', 'password', 'appPassword', 'card', 'content', 'text', 'data', 'values', 'typed', 'name', 'upn'];

/** One JSON line a decision, on standard output unless told otherwise. A thrown fault goes under `fault`. */
export function makeLog(level: LogLevel, to?: DestinationStream): Log {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { fault: pino.stdSerializers.err },
      redact: { paths: PRIVATE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    to ?? pino.destination(1),
  );
  return {
    info: (what, facts) => { lines.info(facts ?? {}, what); },
    warn: (what, facts) => { lines.warn(facts ?? {}, what); },
    error: (what, facts) => { lines.error(facts ?? {}, what); },
  };
}
