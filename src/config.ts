import { z } from 'zod';
import { parseInstant } from './domain/instant.ts';
import { err, ok, type Result } from './domain/result.ts';

/** 設定: what `.env` and the process environment say, checked whole. Every name here stands in `.env.example`; a test holds that. */
export type Config = Omit<z.infer<typeof Environment>, 'MODE' | 'HOST' | 'FORM'> & { readonly MODE: 'local' | 'teams'; readonly HOST: string; readonly FORM: 'dialog' | 'message' };

/** One fault, naming its variable. */
export type ConfigFault = { readonly variable: string; readonly expected: string };

const words = (text: string): readonly string[] => text.split(',').map((word) => word.trim()).filter((word) => word !== '');
const list = z.string().default('').transform(words);
const number = (least: number, most: number) =>
  z.string().regex(/^\d+$/, `a whole number from ${least} to ${most}`).transform(Number).pipe(z.number().min(least, `at least ${least}`).max(most, `at most ${most}`));
const whole = (least: number, most: number, otherwise: number) => number(least, most).default(otherwise);
const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a GUID');

/** What Cosmos allows in the name of a database or a container. */
const cosmosName = (otherwise: string) => z.string().regex(/^[^/\\?#]{1,255}$/, 'a name of at most 255 letters without / \\ ? #').default(otherwise);

/** Teams' own hosts; a bot's token may go to no other. */
const SERVICE_HOSTS = 'smba.trafficmanager.net,*.teams.microsoft.com';

/** The Bot Framework's own override keys: any one of them switches all of them, so all or none. */
const OVERRIDES = [
  'ToChannelFromBotLoginUrl', 'ToChannelFromBotOAuthScope', 'ToBotFromChannelTokenIssuer', 'OAuthUrl', 'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
] as const;

const Environment = z.object({
  PORT: whole(0, 65535, 3978),
  HOST: z.string().optional(),
  METRICS_PORT: number(0, 65535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  MODE: z.enum(['local', 'teams'], 'local or teams').optional(),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMsi'], 'SingleTenant, MultiTenant or UserAssignedMsi').optional(),
  MicrosoftAppTenantId: guid.optional(),
  ALLOWED_TENANTS: list,
  ALLOWED_SERVICE_HOSTS: z.string().default(SERVICE_HOSTS).transform(words),
  SECRETARIAT_IDS: list,
  OFFICE: list,
  STORE: z.enum(['sqlite', 'cosmos'], 'sqlite or cosmos').default('sqlite'),
  SQLITE_PATH: z.string().default('data/torimatome.sqlite'),
  COSMOS_ENDPOINT: z.string().refine(isCosmosEndpoint, 'the URI of the account, https://…; http:// only on this machine').optional(),
  COSMOS_KEY: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'a key of the account, as the portal shows it').optional(),
  COSMOS_DATABASE: cosmosName('torimatome'),
  COSMOS_CONTAINER: cosmosName('documents'),
  TICK_SECONDS: whole(1, 600, 10),
  SENDS_PER_SECOND: whole(1, 45, 5),
  INSTANCES: z.string().regex(/^[1-7]$/, 'a whole number from 1 to 7 (Teams takes 7 messages a second in one thread, and each instance may send one there in the same second)').transform(Number).default(1),
  UNCERTAIN_GRACE: whole(1, 86_400, 600),
  FORM: z.enum(['dialog', 'message'], 'dialog or message').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('info'),
  CLOCK_START: z.string().refine((text) => parseInstant(text).ok, 'ISO 8601 with an offset, e.g. 2026-10-06T10:00:00+09:00').optional(),
  ToChannelFromBotLoginUrl: z.string().optional(),
  ToChannelFromBotOAuthScope: z.string().optional(),
  ToBotFromChannelTokenIssuer: z.string().optional(),
  OAuthUrl: z.string().optional(),
  ToBotFromChannelOpenIdMetadataUrl: z.string().optional(),
  ToBotFromEmulatorOpenIdMetadataUrl: z.string().optional(),
});

function isCosmosEndpoint(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

/** As given: what a variable says, before it is known to be sound. */
type Given = Readonly<Record<string, string>>;
const fault = (variable: string, expected: string): ConfigFault => ({ variable, expected });
const modeOf = (env: Given): 'local' | 'teams' => (env['MODE'] === 'local' || env['MODE'] === 'teams' ? env['MODE'] : env['MicrosoftAppId'] === undefined ? 'local' : 'teams');

/** What only shows when several variables are read together. On the given texts, so that it is found beside faults of single ones. */
const faultsTogether = (env: Given): readonly ConfigFault[] => [
  ...pacingFaults(env), ...storeFaults(env), ...metricsFaults(env), ...(modeOf(env) === 'local' ? localFaults(env) : [...teamsFaults(env), ...overrideFaults(env)]),
];

function pacingFaults({ SENDS_PER_SECOND = '5', INSTANCES = '1' }: Given): readonly ConfigFault[] {
  const all = Number(SENDS_PER_SECOND) * Number(INSTANCES);
  return all > 45 ? [fault('INSTANCES', `INSTANCES × SENDS_PER_SECOND at most 45 (Teams allows 50 a second); it is ${all}`)] : [];
}

function storeFaults({ STORE, COSMOS_ENDPOINT, COSMOS_KEY }: Given): readonly ConfigFault[] {
  if (STORE !== 'cosmos') return [];
  if (COSMOS_ENDPOINT === undefined) return [fault('COSMOS_ENDPOINT', 'the URI of the account, with STORE=cosmos')];
  return COSMOS_KEY === undefined && COSMOS_ENDPOINT.startsWith('http:') ? [fault('COSMOS_KEY', 'a key: without https there is no Entra ID')] : [];
}

function metricsFaults({ PORT = '3978', METRICS_PORT }: Given): readonly ConfigFault[] {
  return METRICS_PORT !== undefined && METRICS_PORT !== '0' && Number(METRICS_PORT) === Number(PORT) ? [fault('METRICS_PORT', 'another port than PORT')] : [];
}

function localFaults({ HOST = '127.0.0.1', METRICS_HOST = '127.0.0.1', MicrosoftAppId }: Given): readonly ConfigFault[] {
  return [
    ...(isLoopback(METRICS_HOST) ? [] : [fault('METRICS_HOST', 'a loopback address (127.0.0.1) in local mode')]),
    ...(isLoopback(HOST) ? [] : [fault('HOST', 'a loopback address (127.0.0.1) in local mode: it checks no token')]),
    ...(MicrosoftAppId === undefined ? [] : [fault('MODE', 'teams, since MicrosoftAppId is set')]),
  ];
}

function teamsFaults(env: Given): readonly ConfigFault[] {
  const type = env['MicrosoftAppType'];
  const needed = ['MicrosoftAppId', 'MicrosoftAppType', ...(type === 'MultiTenant' ? [] : ['MicrosoftAppTenantId']), ...(type === 'UserAssignedMsi' ? [] : ['MicrosoftAppPassword'])];
  return [
    ...needed.filter((key) => env[key] === undefined).map((key) => fault(key, 'a value, in teams mode')),
    ...(type === 'MultiTenant' && env['ALLOWED_TENANTS'] === undefined ? [fault('ALLOWED_TENANTS', 'the tenants that may use the bot, with MicrosoftAppType=MultiTenant')] : []),
    ...(env['CLOCK_START'] === undefined ? [] : [fault('CLOCK_START', 'nothing, in teams mode: it is for local mode only')]),
  ];
}

function overrideFaults(env: Given): readonly ConfigFault[] {
  if (OVERRIDES.every((key) => env[key] === undefined)) return [];
  return OVERRIDES.filter((key) => env[key] === undefined).map((key) => fault(key, 'a value: of the override keys all are set or none'));
}

/** @param env as the process has it; a variable set to nothing counts as not set. All faults at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const given = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]])));
  const parsed = Environment.safeParse(given);
  const single = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => fault(path.join('.'), message));
  const faults = [...single, ...faultsTogether(given)];
  if (!parsed.success || faults.length > 0) return err(faults);
  const MODE = modeOf(given);
  return ok({ ...parsed.data, MODE, HOST: parsed.data.HOST ?? (MODE === 'local' ? '127.0.0.1' : '0.0.0.0'), FORM: parsed.data.FORM ?? (MODE === 'local' ? 'message' : 'dialog') });
}

/** What the edge to Teams goes by. */
export const teamsSettings = (config: Config) => ({
  mode: config.MODE,
  appId: config.MicrosoftAppId ?? '',
  appPassword: config.MicrosoftAppPassword ?? '',
  appType: config.MicrosoftAppType ?? 'SingleTenant',
  tenantId: config.MicrosoftAppTenantId ?? '',
  allowedTenants: config.ALLOWED_TENANTS,
  allowedServiceHosts: config.ALLOWED_SERVICE_HOSTS,
  sendsPerSecond: config.SENDS_PER_SECOND,
  instances: config.INSTANCES,
  ...overridesOf(config),
});

/** Where the documents lie. With no `key`, who this process is in Entra ID decides. */
export const storeSettings = (config: Config) => config.STORE === 'sqlite'
  ? { kind: 'sqlite' as const, path: config.SQLITE_PATH }
  : { kind: 'cosmos' as const, endpoint: config.COSMOS_ENDPOINT ?? '', key: config.COSMOS_KEY, database: config.COSMOS_DATABASE, container: config.COSMOS_CONTAINER };

type Overrides = Record<(typeof OVERRIDES)[number], string>;

/** All of them, or none: `readConfig` has seen to that. */
function overridesOf(config: Config): { readonly overrides?: Overrides } {
  const given = OVERRIDES.flatMap((key) => (config[key] === undefined ? [] : [[key, config[key]]]));
  return given.length === 0 ? {} : { overrides: Object.fromEntries(given) as Overrides };
}
