/** The only file that knows botbuilder: whose token came in, and which token goes out. Replace it to change the SDK. */
import {
  CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, type Activity,
} from 'botbuilder';
import { z } from 'zod';
import { hush, speakUp } from './hush.ts';
import { loopbackLogin } from './loopbackLogin.ts';
import { isLoopback, type Overrides, type TeamsSettings } from './settings.ts';

type CredentialsFactory = ConfigurationServiceClientCredentialFactory;
type Credentials = Awaited<ReturnType<CredentialsFactory['createCredentials']>>;
type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** The public cloud's, for where nothing else is set. */
const LOGIN_URL = 'https://login.microsoftonline.com/botframework.com';
const CONNECTOR = 'https://api.botframework.com';

export type Verdict =
  | { readonly kind: 'genuine' }
  /** The sender is not Teams, or not to us. */
  | { readonly kind: 'forged'; readonly why: string }
  /** The keys could not be fetched, so nobody can say. */
  | { readonly kind: 'unknown'; readonly why: string };

export type Bot = {
  /** Runs `turn` within the SDK if the token is genuine and for this very activity. What `turn` throws is thrown on. */
  readonly receive: (activity: Readonly<Record<string, unknown>>, authorization: string, turn: () => Promise<void>) => Promise<Verdict>;
  /** The `Authorization` for a request to the connector; `undefined` in local mode. @throws if no token can be had. */
  readonly authorise: () => Promise<string | undefined>;
};

/** @throws if `teams` mode lacks a credential: without an app id the SDK would take anybody's word. */
export function makeBot(settings: TeamsSettings): Bot {
  if (settings.mode === 'teams' && (settings.appId === '' || settings.tenantId === '')) throw new Error('teams mode needs an app id and a tenant');
  const credentials = credentialsOf(settings);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the SDK's own factory only "implements" that class
  const authentication = new ConfigurationBotFrameworkAuthentication({ ...keysOf(settings), ...settings.overrides }, credentials);
  const adapter = new CloudAdapter(authentication);
  const issuer = settings.overrides?.ToBotFromChannelTokenIssuer ?? CONNECTOR;

  const authenticate = (activity: Activity, authorization: string): Promise<Authenticated> => hush(() => authentication.authenticateRequest(activity, authorization));

  return {
    receive: async (given, authorization, turn) => {
      const activity = { ...given } as unknown as Activity;
      let sender: Authenticated;
      try {
        sender = await authenticate(activity, authorization);
      } catch (fault) {
        return verdictOn(fault);
      }
      // The SDK also takes tokens of the Emulator and of other bots, which say nothing about where an activity came from.
      if (settings.mode === 'teams' && sender.claimsIdentity.getClaimValue('iss') !== issuer) return { kind: 'forged', why: 'not a token of the channel' };
      let fault: { readonly thrown: unknown } | undefined; // carried past the adapter, which would wrap it in words of its own
      await hush(() =>
        adapter.processActivityDirect(sender, activity, () =>
          speakUp(turn).catch((thrown: unknown) => {
            fault = { thrown };
          }),
        ),
      );
      if (fault !== undefined) throw fault.thrown;
      return { kind: 'genuine' };
    },
    authorise: async () => (settings.mode === 'local' ? undefined : authorisationBy(await credentialsFor(credentials, settings))),
  };
}

function keysOf(settings: TeamsSettings): Record<string, string> {
  if (settings.mode === 'local') return {};
  return {
    MicrosoftAppId: settings.appId, MicrosoftAppType: settings.appType, MicrosoftAppTenantId: settings.tenantId,
    ...(settings.appPassword === '' ? {} : { MicrosoftAppPassword: settings.appPassword }),
  };
}

function credentialsOf(settings: TeamsSettings): CredentialsFactory {
  const { overrides } = settings;
  if (settings.mode === 'local' || overrides === undefined || !isLoopback(new URL(overrides.ToChannelFromBotLoginUrl).hostname))
    return new ConfigurationServiceClientCredentialFactory(keysOf(settings));
  return new LoopbackCredentials(settings, overrides);
}

/** The SDK's own, but for where the token comes from. */
class LoopbackCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #token: () => Promise<string>;

  constructor(settings: TeamsSettings, overrides: Overrides) {
    super(keysOf(settings));
    this.#token = loopbackLogin(settings, overrides);
  }

  override async createCredentials(): Promise<Credentials> {
    const token = this.#token;
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }
}

const credentialsFor = (factory: CredentialsFactory, { appId, overrides }: TeamsSettings): Promise<Credentials> =>
  factory.createCredentials(appId, overrides?.ToChannelFromBotOAuthScope ?? CONNECTOR, overrides?.ToChannelFromBotLoginUrl ?? LOGIN_URL, true);

/** The SDK signs a request of its own make; we only want the header. */
async function authorisationBy(credentials: Credentials): Promise<string> {
  let header: string | undefined;
  const headers = { set: (_name: string, value: string | number) => { header = String(value); } };
  await credentials.signRequest({ headers } as Parameters<Credentials['signRequest']>[0]);
  if (header === undefined) throw new Error('the login service gave no token');
  return header;
}

const Fault = z.object({ name: z.string(), statusCode: z.number().optional() });

/** A forged signature comes as any fault of the JWT library, or of JSON.parse; only what could not be fetched is not the sender's. */
function verdictOn(fault: unknown): Verdict {
  const { name, statusCode } = Fault.safeParse(fault).data ?? { name: 'a fault without a name' };
  const unreachable = name === 'FetchError' || (statusCode !== undefined && statusCode >= 500);
  return unreachable ? { kind: 'unknown', why: 'the keys of the channel could not be fetched' } : { kind: 'forged', why: name };
}
