import { describe, expect, it } from '@jest/globals';
import { makeLog, type LogLevel } from '../../src/adapters/log.ts';

function kept(level: LogLevel) {
  const lines: string[] = [];
  return { log: makeLog(level, { write: (line: string) => { lines.push(line); } }), lines };
}

describe('the log', () => {
  it('is one line of JSON a decision, with its key', () => {
    const { log, lines } = kept('info');
    log.info('queued', { key: 'saiwai:FY2026-mid:ask:soumu' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), key: 'saiwai:FY2026-mid:ask:soumu', msg: 'queued' });
  });

  it('never holds a token, a card, or what a person wrote, even if it is handed one', () => {
    const { log, lines } = kept('info');
    const secret = '秘密';
    log.warn('x', { authorization: secret, card: { body: secret }, inbound: { text: secret, data: { a: secret } }, a: { b: { name: secret, typed: secret } }, key: 'k' });
    expect(lines[0]).not.toContain(secret);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ key: 'k' });
  });

  it('tells where a fault came from', () => {
    const { log, lines } = kept('info');
    log.error('broken', { fault: new TypeError('no') });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', fault: { type: 'TypeError', message: 'no', stack: expect.stringContaining('log.test') } });
  });

  it.each([['error', 1], ['warn', 2], ['info', 3], ['silent', 0]] as const)('at level %s keeps %i of an info, a warning and an error', (level, count) => {
    const { log, lines } = kept(level);
    log.info('a');
    log.warn('b');
    log.error('c');
    expect(lines).toHaveLength(count);
  });
});
