import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { SENDER } from './order.ts';

/** 差出人: from now on every request of this process says whose it is and what time it is there, past all our own layers. */
export function signing(number: number, now: () => number): void {
  subscribe('http.client.request.created', (message) => {
    (message as { readonly request: ClientRequest }).request.setHeader(SENDER, `${number} ${now()}`);
  });
}
