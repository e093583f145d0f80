/** What goes back on the same request, and what is sent by itself once that is out, so that a slow send holds up nobody. */
export type Reply = { readonly status: number; readonly body?: object; readonly afterwards?: () => Promise<void> };

/** In the place of an answer: the desk itself broke. */
export type Failed = { readonly kind: 'failed' };
