import { presentAskPreview } from '../../cards/present/askPreview.ts';
import { presentAskDecided } from '../../cards/present/boardReceipts.ts';
import { notConducted } from '../../cards/present/notConducted.ts';
import { toMention } from '../../domain/addressee.ts';
import { isAskOut } from '../../domain/askRelease.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { CardView } from '../../cards/views.ts';
import { wordsFor } from '../../cards/wording/words.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { nextOpening } from '../../domain/hours.ts';
import type { Instant } from '../../domain/instant.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { openBoard } from './board.ts';
import { conducted } from './conducted.ts';
import type { BoardPress } from './press.ts';

/** 照会の送付前確認, as it stands now. `unseen`: a press was not taken, for somebody else decided otherwise since. */
export function askPreviewView(facts: RoundFacts, now: Instant, unseen = false): CardView {
  const { office, people, conduct, entries } = facts;
  const today = dayOf(office.zone, now);
  return presentAskPreview(wordsFor(office.language), {
    office, board: boardOf(facts, now), people, pressed: conduct.ask, unseen, out: isAskOut(entries), now, mentioned: (section) => toMention(office, people, section, today).length > 0,
  });
}

/** 照会の送付を止める・送付する. What has gone out to anybody is not held any more; what somebody else decided since the card was drawn is shown first. */
export async function decideAsk(needs: DeskNeeds, visit: Visit, facts: RoundFacts, { state, on, seen }: Extract<BoardPress, { readonly do: 'board.ask' }>): Promise<Answer> {
  const { words, now, standing } = visit;
  const written = await conducted(needs, visit, facts, { kind: state === 'held' ? 'hold-ask' : 'let-ask', by: standing.person, seen });
  if (!written.ok) {
    const { error } = written;
    if (error.kind !== 'decided-since') return openBoard(needs, visit, facts, notConducted(words, facts.office, error));
    return replace(needs, askPreviewView({ ...facts, conduct: { ...facts.conduct, ask: error.release } }, now, true));
  }
  if (on === 'preview') return replace(needs, askPreviewView(written.value, now));
  const { office, round } = facts;
  const { askAt } = scheduleIn(facts);
  const at = nextOpening(office, askAt < now ? now : askAt);
  return replace(needs, presentAskDecided(words, { office, round, state, at: at <= now ? undefined : at }));
}
