import { z } from 'zod';
import { parsePersonId } from '../../domain/ids.ts';
import type { Posted, SendProblem } from '../../domain/outbox.ts';
import type { Address, Channel } from '../../domain/place.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Content, Gateway, Member } from '../../ports.ts';
import type { Connector, Request } from './connector.ts';
import { cardMessage, isTooLarge, textMessage, type Message } from './envelope.ts';

/** The gateway of the flows, and what only the edge needs: a line of plain text, and the redrawing of a card that was pressed. */
export type TeamsGateway = Omit<Gateway, 'edit'> & {
  say(to: Address, text: string, thread: string): Promise<Result<Posted, SendProblem>>;
  /** @param mayAnswer of a card that was pressed: called when the redrawing leaves, or at once if it cannot leave soon. */
  edit(posted: Posted, content: Content, mayAnswer?: () => void): Promise<Result<void, SendProblem>>;
};

const enc = encodeURIComponent;

/** Teams, through the Bot Connector's REST interface. @param botId `28:<app id>`; absent in local mode. */
export function makeGateway(connector: Connector, botId?: string): TeamsGateway {
  const bot = botId === undefined ? {} : { bot: { id: botId } };
  const send = async (request: Request): Promise<Result<unknown, SendProblem>> =>
    isTooLarge(request.body) ? err({ kind: 'refused', why: '413 larger than Teams takes', status: 413, placeLost: false }) : connector(request);

  const reply = async (to: Address, conversation: string, message: Message): Promise<Result<Posted, SendProblem>> => {
    const sent = await send({ method: 'POST', ...through(to), conversation, path: `/v3/conversations/${enc(conversation)}/activities`, body: message });
    return andThen(sent, Created, ({ id }) => ({ address: to, conversation, activityId: id }));
  };

  const thread = async (to: Address, message: Message): Promise<Result<Posted, SendProblem>> => {
    const body = { isGroup: true, ...bot, tenantId: to.tenant, channelData: { channel: { id: to.conversation }, tenant: { id: to.tenant } }, activity: message };
    const sent = await send({ method: 'POST', ...through(to), conversation: to.conversation, path: '/v3/conversations', body });
    return andThen(sent, Thread, ({ id, activityId }) => ({ address: to, conversation: id, activityId }));
  };

  return {
    post: (to, content, within) => {
      const message = cardMessage(content);
      if (within !== undefined) return reply(to, within, message);
      return to.kind === 'channel' ? thread(to, message) : reply(to, to.conversation, message);
    },
    say: (to, text, within) => reply(to, within, textMessage(text)),
    edit: async ({ address, conversation, activityId }, content) => {
      const path = `/v3/conversations/${enc(conversation)}/activities/${enc(activityId)}`;
      const sent = await send({ method: 'PUT', ...through(address), conversation, path, body: { ...cardMessage(content), id: activityId } });
      return sent.ok ? ok(undefined) : sent;
    },
    openPersonal: async ({ tenant, teamsId }, serviceUrl) => {
      const body = { isGroup: false, ...bot, tenantId: tenant, channelData: { tenant: { id: tenant } }, members: [{ id: teamsId }] };
      const sent = await send({ method: 'POST', serviceUrl, tenant, path: '/v3/conversations', body });
      return andThen(sent, Created, ({ id }) => ({ kind: 'personal', tenant, serviceUrl, conversation: id }));
    },
    channels: async (team) => {
      const heard = await connector({ method: 'GET', ...through(team), path: `/v3/teams/${enc(team.id)}/conversations` });
      return andThen(heard, Channels, ({ conversations }) => conversations.map(({ id, name }): Channel => ({ id, name: name ?? '' })));
    },
    members: (of) => roster(connector, of),
  };
}

const through = ({ serviceUrl, tenant }: { readonly serviceUrl: string; readonly tenant: string }) => ({ serviceUrl, tenant });

const Created = z.object({ id: z.string().min(1) });

/** The first post of a new thread. Its id is also the end of the thread's own, `19:…@thread.tacv2;messageid=1234`. */
const Thread = z
  .object({ id: z.string().min(1), activityId: z.string().min(1).nullish() })
  .transform(({ id, activityId }) => ({ id, activityId: activityId ?? /;messageid=(.+)$/.exec(id)?.[1] ?? '' }))
  .refine(({ activityId }) => activityId !== '');

const Channels = z.object({ conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish() })) });

const Page = z.object({
  members: z.array(z.object({
    id: z.string().min(1), name: z.string().nullish(), aadObjectId: z.string().nullish(), objectId: z.string().nullish(), userPrincipalName: z.string().nullish(),
  })),
  continuationToken: z.string().nullish(),
});

/** A success that does not say what it must (no id) leaves open what happened. */
function andThen<S extends z.ZodType, T>(heard: Result<unknown, SendProblem>, schema: S, make: (read: z.output<S>) => T): Result<T, SendProblem> {
  if (!heard.ok) return heard;
  const read = schema.safeParse(heard.value);
  return read.success ? ok(make(read.data)) : err({ kind: 'uncertain', why: 'a success without what it should give' });
}

/** The largest page that Teams gives, and more pages than any office needs: a token that never ends must end somewhere. */
const PAGE_SIZE = 500;
const MOST_PAGES = 40;

async function roster(connector: Connector, of: Address): Promise<Result<readonly Member[], SendProblem>> {
  const conversation = of.team ?? of.conversation;
  const found: Member[] = [];
  let token: string | null | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from = token ? `&continuationToken=${enc(token)}` : '';
    const path = `/v3/conversations/${enc(conversation)}/pagedmembers?pageSize=${PAGE_SIZE}${from}`;
    const read = andThen(await connector({ method: 'GET', ...through(of), conversation, path }), Page, (given) => given);
    if (!read.ok) return read;
    found.push(...read.value.members.flatMap(memberOf));
    token = read.value.continuationToken;
    if (!token) return ok(found);
  }
  return err({ kind: 'uncertain', why: 'a roster without an end' });
}

/** Bots and guests without an object id are nobody to us. */
function memberOf({ id, name, aadObjectId, objectId, userPrincipalName }: z.infer<typeof Page>['members'][number]): readonly Member[] {
  const person = parsePersonId(aadObjectId ?? objectId ?? '');
  return person.ok ? [{ person: person.value, teamsId: id, name: name ?? '', ...(userPrincipalName ? { upn: userPrincipalName } : {}) }] : [];
}
