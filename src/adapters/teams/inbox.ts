import type { IncomingMessage } from 'node:http';
import type { Log } from '../../ports.ts';
import { parseActivity, type Activity } from './activity.ts';
import { readBody } from './body.ts';
import type { Bot } from './bot.ts';
import { refusedThough, refusedUnread } from './door.ts';
import type { TeamsSettings } from './settings.ts';
import type { Reply } from './reply.ts';

export type Inbox = (request: IncomingMessage) => Promise<Reply>;

type Needs = { readonly settings: TeamsSettings; readonly bot: Bot; readonly turn: (activity: Activity) => Promise<Reply>; readonly log: Log };

/** The way in, from the request to the turn: body, activity, token, tenant and host. Says nothing about the inside, whatever goes wrong. */
export const makeInbox =
  ({ settings, bot, turn, log }: Needs): Inbox =>
  async (request) => {
    const refuse = (status: number, why: string): Reply => {
      log.warn('inbound refused', { status, why });
      return { status };
    };
    const body = await readBody(request);
    if (body.kind === 'bad') return refuse(body.status, 'a body that cannot be read');
    const activity = parseActivity(body.value);
    if (activity === undefined) return refuse(400, 'not an activity');
    const unread = refusedUnread(activity);
    if (unread !== undefined) return refuse(unread.status, unread.why);

    let reply: Reply | undefined;
    try {
      const verdict = await bot.receive(body.value as Record<string, unknown>, request.headers.authorization ?? '', async () => {
        const refused = refusedThough(activity, settings);
        reply = refused === undefined ? await turn(activity) : refuse(refused.status, refused.why);
      });
      if (verdict.kind === 'forged') return refuse(401, verdict.why);
      if (verdict.kind === 'unknown') return refuse(503, verdict.why);
    } catch (fault) {
      log.error('an activity could not be handled', { fault });
    }
    return reply ?? { status: 500 };
  };
