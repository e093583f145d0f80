import { notOfSection } from '../../domain/access.ts';
import type { Answer } from '../../ports.ts';
import { refusalOf } from '../../domain/decideReport.ts';
import { refused } from './answers.ts';
import { rememberDeclared } from './declared.ts';
import { readTurn, type AnsweringNeeds, type Press, type Unit } from './turn.ts';

/** 「総務課の職員として回答します」, 「担当者として登録」: recorded with the time; `undefined` if there is no such office, round or section. */
export async function declare(needs: AnsweringNeeds, press: Press, unit: Unit & { readonly reporter?: boolean | undefined }): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const { facts: { office, round }, section, right, words, schedule, now } = turn;
  if (right.may === 'no') return refused(needs, turn, notOfSection(right, section.id));
  const reporter = unit.reporter === true;
  await rememberDeclared(needs, turn, { reporter });
  const open = now < schedule.freezeAt && refusalOf({ ...turn.facts, section, schedule }, now) === undefined;
  return { kind: 'post', content: needs.draw(needs.present.declared(words, { office, section, reporter, round: open ? round : undefined })) };
}
