import { describe, expect, it } from '@jest/globals';
import { NEVER_CONNECTED, problemOf, retryAfter } from '../../../src/adapters/teams/statusTable.ts';

const refused = (status: number, placeLost: boolean, why = `${status}`) => ({ kind: 'refused', why, status, placeLost });

describe('what may be done after a status', () => {
  it.each([[429], [412]])('%i was not delivered, for sure: again later', (status) => {
    expect(problemOf({ status, edit: false })).toEqual({ kind: 'not-delivered', why: `${status}` });
    expect(problemOf({ status, edit: false, retryAfterSeconds: 7 })).toEqual({ kind: 'not-delivered', why: `${status}`, retryAfterSeconds: 7 });
  });

  it.each([[400], [401], [413]])('%i is never to be sent again, and says nothing about the place', (status) => {
    expect(problemOf({ status, edit: false })).toEqual(refused(status, false));
  });

  it.each([['BotDisabledByAdmin'], ['BotNotInConversationRoster'], ['ConversationBlockedByUser'], ['ForbiddenOperationException'], [undefined]])('403 %s closes the place', (code) => {
    expect(problemOf({ status: 403, edit: false, ...(code === undefined ? {} : { code }) })).toEqual(refused(403, true, code === undefined ? '403' : `403 ${code}`));
  });

  it.each([
    ['ConversationNotFound', false, true], ['ConversationNotFound', true, true], ['ActivityNotFoundInConversation', true, false], ['ActivityNotFoundInConversation', false, false],
    [undefined, false, true], [undefined, true, false],
  ])('404 %s (an edit: %s) loses the place: %s', (code, edit, placeLost) => {
    expect(problemOf({ status: 404, edit, ...(code === undefined ? {} : { code }) })).toMatchObject({ kind: 'refused', placeLost });
  });

  it.each([[408], [500], [501], [502], [503], [504], [301], [307], [405], [409], [418], [599]])('%i leaves open whether it arrived', (status) => {
    expect(problemOf({ status, edit: false })).toEqual({ kind: 'uncertain', why: `${status}` });
  });

  it('a connection that broke is not one that never stood', () => {
    expect([...NEVER_CONNECTED].filter((code) => ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ABORT_ERR'].includes(code))).toEqual([]);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('Tue, 20 Oct 2026 08:00:00 GMT');
  it.each([
    ['30', 30], [' 0 ', 0], ['Tue, 20 Oct 2026 08:01:30 GMT', 90], ['Tue, 20 Oct 2026 07:00:00 GMT', 0], ['soon', undefined], ['-1', undefined], ['1.5', undefined],
    ['99999999999', undefined], ['2026-10-20', undefined], ['', undefined], [undefined, undefined],
  ])('%j means %s seconds', (header, seconds) => {
    expect(retryAfter(header, now)).toBe(seconds);
  });
});
