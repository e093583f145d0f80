import type { Posted } from '../../src/domain/outbox.ts';
import { ok } from '../../src/domain/result.ts';
import type { Content, Gateway } from '../../src/ports.ts';

/** 紙の上のTeams: takes everything at once and remembers what was posted. */
export type PaperTeams = Gateway & { readonly posts: readonly { readonly posted: Posted; readonly content: Content }[] };

export function paperTeams(): PaperTeams {
  const posts: { readonly posted: Posted; readonly content: Content }[] = [];
  return {
    posts,
    post: async (to, content, thread) => {
      const posted: Posted = { address: to, conversation: thread ?? to.conversation, activityId: String(posts.length + 1) };
      posts.push({ posted, content });
      return ok(posted);
    },
    edit: async () => ok(undefined),
    openPersonal: async ({ tenant, teamsId }, serviceUrl) => ok({ kind: 'personal', tenant, serviceUrl, conversation: `personal-${teamsId.replace(/^29:/, '')}` }),
    channels: async () => ok([]),
    members: async () => ok([]),
  };
}
