import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { SENDER, type Order } from './order.ts';

/** 差出人: from now on every request of this process to Teams says whose it is and what time it is there, past all our own layers. */
export function signing(order: Pick<Order, 'number' | 'serviceUrl'>, now: () => number): void {
  subscribe('http.client.request.created', (message) => {
    if (isToTeams(message, order)) requestIn(message).setHeader(SENDER, `${order.number} ${now()}`);
  });
}

/** A store may be asked over HTTP as well. @param message of one of Node's channels about requests */
export const isToTeams = (message: unknown, { serviceUrl }: Pick<Order, 'serviceUrl'>): boolean => requestIn(message).getHeader('host') === new URL(serviceUrl).host;

const requestIn = (message: unknown): ClientRequest => (message as { readonly request: ClientRequest }).request;
