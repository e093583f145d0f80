/** Bot Framework's own keys that point the door elsewhere than to Microsoft's public cloud. All or none: one of them alone would silently unset the others. */
export type Overrides = {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
};

export type TeamsSettings = {
  /** `local` checks no token, sends none, and only ever talks to this machine. */
  readonly mode: 'local' | 'teams';
  readonly appId: string;
  /** Empty for a managed identity. */
  readonly appPassword: string;
  readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  readonly tenantId: string;
  /** Tenants whose people may use the bot; empty means only `tenantId`. */
  readonly allowedTenants: readonly string[];
  /** Hosts that a token may be sent to: `smba.trafficmanager.net`, or `*.teams.microsoft.com` for all below it. */
  readonly allowedServiceHosts: readonly string[];
  readonly overrides?: Overrides;
  /** Requests a second that this instance makes at most. */
  readonly sendsPerSecond: number;
  /** How many such run beside each other; a thread is shared by all of them. One, if nothing is said. */
  readonly instances?: number;
};

/** The connector's hosts in the public cloud. */
export const PUBLIC_SERVICE_HOSTS: readonly string[] = ['smba.trafficmanager.net', '*.teams.microsoft.com'];

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for a host name, as `URL.hostname` gives it, that never leaves this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname);
