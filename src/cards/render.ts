/** Adaptive Card JSON, as sent. Opaque to the flows. */
export type AdaptiveCard = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;
