import type { SendProblem } from '../../domain/outbox.ts';
import { ok, unreachable, type Result } from '../../domain/result.ts';
import type { Answer, Content, FrontDesk, Inbound, Log } from '../../ports.ts';
import { readActivity, type Activity } from './activity.ts';
import { answeredInDialog } from './dialog.ts';
import { mentioning } from './envelope.ts';
import type { TeamsGateway } from './gateway.ts';
import type { Failed, Reply } from './reply.ts';

type Needs = { readonly desk: FrontDesk; readonly gateway: TeamsGateway; readonly log: Log };

const NOTHING: Reply = { status: 200 };
const BAD: Reply = { status: 400 };

/** Hands an activity to the front desk and brings its answer back. @throws what the desk throws, unless a press can be told so. */
export const makeTurn =
  ({ desk, gateway, log }: Needs) =>
  async (activity: Activity): Promise<Reply> => {
    const inbound = readActivity(activity);
    if (inbound.kind === 'ignored') {
      log.info('inbound ignored', { type: activity.type.slice(0, 40), why: inbound.why });
      return activity.type === 'invoke' ? BAD : NOTHING;
    }
    if (inbound.kind === 'pressed' && inbound.by === 'execute') return executed(inbound, await desk.received(inbound).catch(failed(log)), gateway, log);
    if (inbound.kind === 'pressed' && inbound.by === 'dialog') return answeredInDialog(await desk.received(inbound).catch(failed(log)));
    const answer = await desk.received(inbound);
    return answer.kind === 'nothing' ? NOTHING : { status: 200, afterwards: () => carryOut(inbound, answer, gateway, log) };
  };

type Heard = Exclude<Inbound, { kind: 'ignored' }>;
type Pressed = Extract<Inbound, { kind: 'pressed' }>;
type Replacing = Extract<Answer, { kind: 'replace' }>;

const failed = (log: Log) => (fault: unknown): Failed => {
  log.error('a press could not be answered', { fault });
  return { kind: 'failed' };
};

/** Of an Action.Execute: the client shows "something went wrong" unless it gets the whole envelope, on HTTP 200 whatever happened. */
const envelope = (statusCode: number, type: string, value: unknown): Reply => ({ status: 200, body: { statusCode, type: `application/vnd.microsoft.${type}`, value } });
const toast = (text = ''): Reply => envelope(200, 'activity.message', text);
const shown = ({ card, mentions = [] }: Content): Reply => envelope(200, 'card.adaptive', mentioning(card, mentions));

async function executed(pressed: Pressed, answer: Answer | Failed, gateway: TeamsGateway, log: Log): Promise<Reply> {
  switch (answer.kind) {
    case 'failed':
      return envelope(500, 'error', { code: 'ServiceError', message: 'ServiceError' });
    case 'nothing':
      return toast(answer.aside);
    case 'words':
      return toast(answer.text);
    case 'post':
      return { ...toast(answer.aside), ...later(pressed, answer, gateway, log) };
    case 'view':
      return shown(answer.content);
    case 'replace':
      return pressed.where.card === undefined || pressed.trigger === 'automatic' ? shown(answer.content) : redrawn(pressed, answer, gateway, log);
    default:
      return unreachable(answer);
  }
}

/** A refresh is nobody's press: it is answered, but posts nothing, and changes nothing, which would set off the next. */
const later = (pressed: Pressed, answer: Exclude<Answer, { kind: 'nothing' }>, gateway: TeamsGateway, log: Log): Pick<Reply, 'afterwards'> =>
  pressed.trigger === 'automatic' ? {} : { afterwards: () => carryOut(pressed, answer, gateway, log) };

/**
 * The returned card is forgotten on a reload, so the posted one is changed too. Together with the answer: a client that draws the card once
 * more takes what was typed into it meanwhile. But the answer waits for no answer of Teams.
 */
async function redrawn(pressed: Pressed, answer: Replacing, gateway: TeamsGateway, log: Log): Promise<Reply> {
  const leaves = Promise.withResolvers<undefined>();
  const mayAnswer = (): void => { leaves.resolve(undefined); };
  const sent = carryOut(pressed, answer, gateway, log, mayAnswer);
  sent.then(mayAnswer, mayAnswer); // what became of it is told afterwards
  await leaves.promise;
  return { ...shown(answer.content), afterwards: () => sent };
}

async function carryOut(inbound: Heard, answer: Exclude<Answer, { kind: 'nothing' }>, gateway: TeamsGateway, log: Log, mayAnswer: () => void = () => undefined): Promise<void> {
  const { address, thread } = inbound.where;
  const done = await sent();
  if (!done.ok) log.warn('an answer was not delivered', { answer: answer.kind, to: address.conversation, ...done.error });

  async function sent(): Promise<Result<unknown, SendProblem>> {
    switch (answer.kind) {
      case 'words':
        return gateway.say(address, answer.text, thread);
      case 'post':
        return gateway.post(address, answer.content, thread);
      case 'view':
        return ok(undefined); // for eyes that only an Action.Execute reaches
      case 'replace':
        return replaced(inbound, answer.content, gateway, mayAnswer);
    }
  }
}

/** Changes the pressed card; posts where there is none, or where it is no longer there for a client that shows no returned card. */
async function replaced(inbound: Heard, content: Content, gateway: TeamsGateway, mayAnswer: () => void): Promise<Result<unknown, SendProblem>> {
  const { address, thread, card } = inbound.where;
  if (card === undefined) return gateway.post(address, content, thread);
  const edited = await gateway.edit({ address, conversation: thread, activityId: card }, content, mayAnswer);
  const gone = !edited.ok && edited.error.kind === 'refused' && edited.error.status === 404;
  return gone && inbound.kind === 'pressed' && inbound.by === 'submit' ? gateway.post(address, content, thread) : edited;
}
