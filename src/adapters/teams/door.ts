import { tenantsOf, type Activity } from './activity.ts';
import { isLoopback, type TeamsSettings } from './settings.ts';

export type Refusal = { readonly status: 401 | 403; readonly why: string };

const matches = (pattern: string, hostname: string): boolean =>
  pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1).toLowerCase()) : hostname === pattern.toLowerCase();

/** True if a request, and the token with it, may be sent there. */
export function mayCall(serviceUrl: string, settings: Pick<TeamsSettings, 'mode' | 'allowedServiceHosts'>): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  const loopback = isLoopback(url.hostname);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return false;
  return settings.mode === 'local' ? loopback : settings.allowedServiceHosts.some((pattern) => matches(pattern, url.hostname));
}

/** What must be said before the token is looked at: the SDK checks the token's `serviceurl` only if the activity has one. */
export function refusedUnread(activity: Activity): Refusal | undefined {
  if (activity.channelId !== 'msteams') return { status: 403, why: 'another channel than Teams' };
  if (!activity.serviceUrl) return { status: 401, why: 'no serviceUrl' };
  if (tenantsOf(activity).length === 0) return { status: 401, why: 'no tenant' };
  return undefined;
}

/** What a good token does not say: whose tenant it is, and whether we would answer there. */
export function refusedThough(activity: Activity, settings: TeamsSettings): Refusal | undefined {
  if (!mayCall(activity.serviceUrl ?? '', settings)) return { status: 403, why: 'a service host that is not allowed' };
  if (settings.mode === 'local') return undefined;
  const allowed = (settings.allowedTenants.length > 0 ? settings.allowedTenants : [settings.tenantId]).map((id) => id.toLowerCase());
  const tenants = tenantsOf(activity);
  return tenants.length === 1 && tenants.every((id) => allowed.includes(id)) ? undefined : { status: 403, why: 'a tenant that is not allowed' };
}
