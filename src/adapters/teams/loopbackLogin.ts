import { z } from 'zod';
import type { Overrides } from './settings.ts';

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token is renewed this long before it ends. */
const EARLY_MILLIS = 5 * 60_000;

/**
 * Tokens from a login service on this machine, for tests and rehearsals: Microsoft's own library refuses plain http.
 * Each is kept until shortly before its end.
 */
export function loopbackLogin(app: { readonly appId: string; readonly appPassword: string }, overrides: Overrides): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && performance.now() < kept.until) return kept.token;
    const asked = performance.now();
    const response = await fetch(`${overrides.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials', client_id: app.appId, client_secret: app.appPassword, scope: `${overrides.ToChannelFromBotOAuthScope}/.default`,
      }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the login service said ${response.status}`);
    const granted = Granted.parse(await response.json());
    kept = { token: granted.access_token, until: asked + granted.expires_in * 1000 - EARLY_MILLIS };
    return kept.token;
  };
}
