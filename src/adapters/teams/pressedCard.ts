import type { SendProblem } from '../../domain/outbox.ts';
import type { Result } from '../../domain/result.ts';
import type { Content } from '../../ports.ts';
import type { TeamsGateway } from './gateway.ts';

/**
 * An answer waits so long for the redrawing of the card that was pressed, so that both arrive together: what is typed into the answered card
 * would be gone with a redrawing that comes after it. Where it would take longer, the answer goes first.
 */
const LONGEST_WAIT_MILLIS = 900;

/** As far as it is needed of a pace. */
type Turns = { turn(thread: string, urgency: 'pressed'): Promise<void>; wait(thread: string): number };
type Redrawing = { content: Content; readonly soon: boolean; readonly answers: (() => void)[]; readonly sent: Promise<Result<void, SendProblem>> };

/**
 * 押されたカードの描き直し: in its turn, the next of its thread. Of those of one card that wait, the newest goes in the place of the older ones, and its
 * result is theirs: an older card would be drawn over what its reader has been shown since.
 */
export function redrawsOfPressed(gateway: Pick<TeamsGateway, 'edit'>, pace: Turns): (...given: Required<Parameters<TeamsGateway['edit']>>) => ReturnType<TeamsGateway['edit']> {
  const waiting = new Map<string, Redrawing>();
  return (posted, content, mayAnswer) => {
    const { address: { conversation }, activityId } = posted;
    const card = `${conversation} ${activityId}`;
    const older = waiting.get(card);
    if (older !== undefined) {
      older.content = content;
      if (older.soon) older.answers.push(mayAnswer);
      else mayAnswer();
      return older.sent;
    }
    const soon = pace.wait(conversation) <= LONGEST_WAIT_MILLIS;
    if (!soon) mayAnswer();
    const sent = pace.turn(conversation, 'pressed').then(() => {
      waiting.delete(card);
      for (const answer of redrawing.answers) answer();
      return gateway.edit(posted, redrawing.content);
    });
    const redrawing: Redrawing = { content, soon, answers: [mayAnswer], sent };
    waiting.set(card, redrawing);
    return sent;
  };
}
