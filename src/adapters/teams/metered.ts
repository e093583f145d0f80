import type { SendProblem } from '../../domain/outbox.ts';
import type { Result } from '../../domain/result.ts';
import type { Log, Meter, TeamsAct } from '../../ports.ts';
import { NO_TOKEN } from './connector.ts';
import type { TeamsGateway } from './gateway.ts';
import type { Urgency } from './pacing.ts';

type Needs = { readonly log: Log; readonly meter: Pick<Meter, 'sent' | 'credentials'> | undefined };

/**
 * Counts what became of each request to Teams. That Teams takes our credentials no more is said once, when it begins, and once when it is
 * over: it stops every message, and also those that would tell the secretariat.
 */
export function makeWatch({ log, meter }: Needs): (gateway: TeamsGateway, urgency: Urgency) => TeamsGateway {
  let taken = true;
  const judge = (problem: SendProblem | undefined): void => {
    const refused = problem !== undefined && isOfCredentials(problem);
    if (refused === !taken || (!refused && problem?.kind === 'not-delivered')) return; // where nothing arrived, nobody looked at them
    taken = !refused;
    meter?.credentials(taken);
    if (refused) log.error('no credentials that Teams takes: nothing can be sent', { why: problem.why });
    else log.info('Teams takes the credentials again');
  };
  const counted = (act: TeamsAct) => <Given extends readonly unknown[], T>(call: (...given: Given) => Promise<Result<T, SendProblem>>) =>
    async (...given: Given): Promise<Result<T, SendProblem>> => {
      const made = await call(...given);
      const problem = made.ok ? undefined : made.error;
      meter?.sent(act, problem);
      judge(problem);
      return made;
    };
  return (gateway, urgency) => {
    const [post, edit, lookup] = [counted(urgency === 'round' ? 'post' : 'reply'), counted(urgency === 'round' ? 'redraw' : 'reply'), counted('lookup')];
    return {
      post: post((...given) => gateway.post(...given)),
      say: post((...given) => gateway.say(...given)),
      edit: edit((...given) => gateway.edit(...given)),
      openPersonal: lookup((...given) => gateway.openPersonal(...given)),
      channels: lookup((...given) => gateway.channels(...given)),
      members: lookup((...given) => gateway.members(...given)),
    };
  };
}

/** Teams refuses our token, or Microsoft Entra ID gives us none: a secret that has run out, a registration that is gone. */
const isOfCredentials = (problem: SendProblem): boolean =>
  (problem.kind === 'refused' && problem.status === 401) || (problem.kind === 'not-delivered' && problem.why === NO_TOKEN);
