import type { PersonId } from '../src/domain/ids.ts';
import { ok } from '../src/domain/result.ts';
import type { Gateway, Member } from '../src/ports.ts';
import { VISITOR } from './playground.ts';

/** The neighbours' part of Teams; no such host can exist. */
export const NEIGHBOURHOOD = 'https://neighbours.invalid/';

/** The secretariat is in the neighbours' chats too; its own chat is the Playground's, from the moment a page is opened. */
const SECRETARY: Member = { person: VISITOR.objectId as PersonId, teamsId: `user-${VISITOR.objectId}`, name: VISITOR.name };

/** 静かなTeams: what goes to the neighbours is taken as delivered and read by nobody; everything else goes to Teams as it is. */
export function silentTeams(gateway: Gateway): Gateway {
  let posts = 0;
  const silent = (serviceUrl: string): boolean => serviceUrl === NEIGHBOURHOOD;
  return {
    post: async (to, content, thread) => {
      if (!silent(to.serviceUrl)) return gateway.post(to, content, thread);
      posts += 1;
      return ok({ address: to, conversation: to.conversation, activityId: `silent-${posts}` });
    },
    edit: async (posted, content) => (silent(posted.address.serviceUrl) ? ok(undefined) : gateway.edit(posted, content)),
    openPersonal: async (person, serviceUrl) =>
      silent(serviceUrl) ? ok({ kind: 'personal', tenant: person.tenant, serviceUrl, conversation: `personal-${person.teamsId}` }) : gateway.openPersonal(person, serviceUrl),
    channels: async (team) => (silent(team.serviceUrl) ? ok([]) : gateway.channels(team)),
    members: async (of) => (silent(of.serviceUrl) ? ok([SECRETARY]) : gateway.members(of)),
  };
}
