import { refusalOf } from '../../domain/decideReport.ts';
import type { Refusal } from '../../domain/form.ts';
import { conflictsOf } from '../../domain/pendingText.ts';
import type { Address } from '../../domain/place.ts';
import { submittedOf } from '../../domain/reportState.ts';
import type { Answer, Content } from '../../ports.ts';
import { sentPrivately } from '../../cards/present/receipts.ts';
import { personalOf } from '../privately.ts';
import { conflictCard, refused, unitAnswers } from './answers.ts';
import { formCard } from './formCard.ts';
import { rememberDeclared } from './declared.ts';
import { rememberForm, wasJustGiven } from './formDoc.ts';
import { readTurn, rightAlone, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

/** 「回答する」: the form, to whoever pressed and alone if that is possible; `undefined` if there is no such office, round or section. */
export async function openForm(needs: AnsweringNeeds, press: Press, unit: Unit, page = 1): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const refusal = whyNot(turn);
  if (refusal === undefined) return give(needs, turn, page);
  return refusal.kind === 'closed' && refusal.submitted ? show(needs, turn) : refused(needs, turn, refusal);
}

async function give(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Answer> {
  if (turn.where.address.kind === 'personal') return { kind: 'post', content: await paper(needs, turn, page) };
  if (turn.where.address.kind === 'groupChat' && rightAlone(turn).may !== 'yes') await rememberDeclared(needs, turn, {});
  if (wasJustGiven(turn)) return { kind: 'words', text: sentPrivately(turn.words) };
  return (await toTheirOwnChat(needs, turn, page)) ?? inTheThread(needs, turn, page);
}

function whyNot(turn: Turn): Refusal | undefined {
  const { facts, section, schedule, right, now, report } = turn;
  if (right.may !== 'yes') return { kind: 'not-of-section', section: section.id, mayDeclare: right.may === 'declare' };
  const refusal = refusalOf({ ...facts, section, schedule }, now);
  if (refusal !== undefined || now < schedule.freezeAt) return refusal;
  return { kind: 'closed', freezeAt: schedule.freezeAt, kept: false, submitted: submittedOf(report?.doc) !== undefined };
}

/** 「内容を見る」 after 資料確定: what was submitted, to be read alone. */
async function show(needs: AnsweringNeeds, turn: Turn): Promise<Answer> {
  const isAlone = turn.where.address.kind === 'personal';
  const address = isAlone ? turn.where.address : await personalOf(needs, turn);
  const cards = unitAnswers(needs, turn);
  const posted = address !== undefined && (await allPosted(needs, address, isAlone ? cards.slice(0, -1) : cards));
  const last = cards.at(-1);
  if (!posted || last === undefined) return refused(needs, turn, { kind: 'closed', freezeAt: turn.schedule.freezeAt, kept: false, submitted: true });
  return isAlone ? { kind: 'post', content: last } : { kind: 'words', text: sentPrivately(turn.words) };
}

async function allPosted({ gateway }: AnsweringNeeds, address: Address, cards: readonly Content[]): Promise<boolean> {
  for (const card of cards) if (!(await gateway.post(address, card)).ok) return false;
  return true;
}

/** Text that waits for a choice comes before everything else. */
async function paper(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Content> {
  const waiting = turn.pending === undefined ? [] : conflictsOf(turn.pending.doc, turn.report?.doc);
  return waiting.length > 0 ? conflictCard(needs, turn, waiting) : formCard(needs, turn, { page });
}

/** The same, as it looks in another place. */
const standingIn = (turn: Turn, address: Address): Turn => ({ ...turn, where: { ...turn.where, address } });

async function toTheirOwnChat(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Answer | undefined> {
  const address = await personalOf(needs, turn);
  if (address === undefined) return undefined;
  const posted = await needs.gateway.post(address, await paper(needs, standingIn(turn, address), page));
  if (!posted.ok) return undefined;
  await rememberForm(needs, turn, posted.value);
  return { kind: 'words', text: sentPrivately(turn.words) };
}

/** Nobody else's presses change it, and in a channel it shows nobody's draft. */
async function inTheThread(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Answer> {
  const { address, thread } = turn.where;
  const content = await paper(needs, turn, page);
  const posted = await needs.gateway.post(address, content, thread);
  if (!posted.ok) return { kind: 'post', content };
  await rememberForm(needs, turn, posted.value);
  return { kind: 'nothing' };
}
