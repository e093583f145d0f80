import type { ElapsedClock, FrontDesk, Gateway, Log, Meter } from '../../ports.ts';
import { makeBot } from './bot.ts';
import { makeConnector } from './connector.ts';
import { mayCall } from './door.ts';
import { makeGateway, type TeamsGateway } from './gateway.ts';
import { makeInbox } from './inbox.ts';
import { makeWatch } from './metered.ts';
import { makePace, paced } from './pacing.ts';
import { startServer, type Server, type ServerNeeds } from './server.ts';
import type { TeamsSettings } from './settings.ts';
import { makeTurn } from './turn.ts';

export type Teams = {
  /** For the flows: paced, one HTTP request a call. */
  readonly gateway: Gateway;
  /** Opens the door. What comes in goes to `desk`. */
  serve(desk: FrontDesk, at: Pick<ServerNeeds, 'host' | 'port' | 'ready' | 'metrics'>): Promise<Server>;
};

type Needs = {
  readonly settings: TeamsSettings;
  readonly elapsed: ElapsedClock;
  readonly log: Log;
  readonly meter?: Pick<Meter, 'sent' | 'credentials' | 'answered'>;
  /** For one request to Teams. */
  readonly timeoutMillis?: number;
  /** For what is under way when the server stops. */
  readonly drainMillis?: number;
  /** What every call goes through, the round's and the replies'; a rehearsal puts them in an order of its own. */
  readonly around?: (gateway: TeamsGateway) => TeamsGateway;
};

/** With the request after it (`timeoutMillis`), less than a claim lasts. */
export const LONGEST_TURN_MILLIS = 4_000;

/** Teams, both ways. @throws if the credentials are incomplete. */
export function makeTeams({ settings, elapsed, log, meter, timeoutMillis = 10_000, drainMillis = 10_000, around = (gateway) => gateway }: Needs): Teams {
  const bot = makeBot(settings);
  const connector = makeConnector({ authorise: bot.authorise, mayCall: (serviceUrl) => mayCall(serviceUrl, settings), timeoutMillis });
  const gateway = makeGateway(connector, settings.mode === 'teams' ? `28:${settings.appId}` : undefined);
  const watched = makeWatch({ log, meter });
  const pace = makePace(elapsed, settings.sendsPerSecond, settings.instances);
  return {
    gateway: around(paced(watched(gateway, 'round'), pace, 'round', { clock: elapsed, millis: LONGEST_TURN_MILLIS })),
    serve: (desk, at) => {
      const turn = makeTurn({ desk, gateway: around(paced(watched(gateway, 'reply'), pace, 'reply')), log });
      return startServer({ ...at, inbox: makeInbox({ settings, bot, turn, log }), meter, elapsed, log, drainMillis });
    },
  };
}
