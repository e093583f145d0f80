import type { CheckPress } from './press.ts';
import { presentRewords } from '../../cards/present/rewords.ts';
import { notOfSection } from '../../domain/access.ts';
import { mayCheck } from '../../domain/checking.ts';
import { rewordsOf } from '../../domain/rewords.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer } from '../../ports.ts';
import { refused } from '../answering/answers.ts';
import { readTurn, type AnsweringNeeds, type Press } from '../answering/turn.ts';
import { forThemAlone } from './checkCard.ts';

/** 「変更を見る」: what the section wrote and what stands there now; to its own people, and to who decides about it. */
export async function seeRewords(needs: AnsweringNeeds, press: Press, pressed: Extract<CheckPress, { readonly do: 'rewords.open' }>): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, pressed);
  if (turn === undefined) return undefined;
  const { facts: { office, round }, section, schedule, report, right, posts, words, now } = turn;
  if (right.may !== 'yes' && !mayCheck(posts)) return refused(needs, turn, notOfSection(right, section.id));
  const asOwn = (right.may === 'yes' && right.as !== 'secretariat') || posts.some((post) => post !== 'secretariat');
  const view = presentRewords(words, { office, round, section, initiatives: askedOf(office, round, section.id), rewords: rewordsOf(report?.doc), closed: schedule.freezeAt <= now, asOwn });
  return forThemAlone(needs, turn, needs.draw(view), 'post', 'rewords');
}
