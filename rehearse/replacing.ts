import { buttonThat, wordsOn } from './cardReading.ts';
import type { Standing } from './client.ts';
import { cardsBrought, moved, type Deciding, type Done } from './deciding.ts';
import type { Person } from './town.ts';

/** 差替え: what the board offers is looked at, and sent to the meeting. Nothing, where nothing changed. */
export async function replaceSummary(needs: Deciding, person: Person, board: Standing): Done {
  const look = buttonThat(board.card, 'summary.look');
  if (look === undefined || look.data['round'] !== needs.round) return true;
  const looked = await needs.client.press(person, board, look);
  const preview = cardsBrought(looked, board).find(({ card }) => buttonThat(card, 'summary.replace') !== undefined);
  const send = preview && buttonThat(preview.card, 'summary.replace');
  if (preview === undefined || send === undefined) return looked.status !== 0;
  const outcome = await needs.client.press(person, preview, send);
  if (cardsBrought(outcome, preview).some(({ card }) => wordsOn(card).some((words) => /^■ 第\d+版を、|^■ Edition \d+ goes to/.test(words)))) moved(needs, person, 'replaced');
  return outcome.status !== 0;
}
