import { notOfSection } from '../../domain/access.ts';
import { refusalOf } from '../../domain/decideReport.ts';
import type { Refusal } from '../../domain/form.ts';
import { conflictsOf } from '../../domain/pendingText.ts';
import type { Address } from '../../domain/place.ts';
import { progressOf } from '../../domain/progress.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer, Content } from '../../ports.ts';
import { sentPrivately } from '../../cards/present/receipts.ts';
import { personalOf } from '../privately.ts';
import { closedNow, conflictCard, refused, unitAnswers } from './answers.ts';
import { formCard, type Wanted } from './formCard.ts';
import { rememberDeclared } from './declared.ts';
import { rememberForm, wasJustGiven } from './formDoc.ts';
import { showAlone } from './showAlone.ts';
import { isAlone, readTurn, rightAlone, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

/** `afterMeeting`: 会議後の提出, for a unit that was not in at 資料確定. `inPlace`: a receipt was pressed; two of them, one of which holds no more, are one too many. */
type Opening = Unit & { readonly afterMeeting?: boolean | undefined; readonly inPlace?: boolean | undefined };

/** 「回答する」: the form, to whoever pressed and alone if that is possible; `undefined` if there is no such office, round or section. */
export async function openForm(needs: AnsweringNeeds, press: Press, unit: Opening, page = 1): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const refusal = whyNot(turn, unit);
  if (refusal === undefined) return give(needs, turn, page, unit.inPlace === true);
  return refusal.kind === 'closed' && refusal.submitted ? show(needs, turn) : refused(needs, turn, refusal);
}

async function give(needs: AnsweringNeeds, turn: Turn, page: number, inPlace: boolean): Promise<Answer> {
  // What being among the unit's people proves here has to hold in their own chat too, where the form will stand.
  if (turn.where.address.kind === 'groupChat' && rightAlone(turn).may !== 'yes') await rememberDeclared(needs, turn, {});
  if (isAlone(turn.where)) return { kind: inPlace && turn.where.dialog !== true ? 'replace' : 'post', content: await paper(needs, turn, page) };
  if (wasJustGiven(turn)) return { kind: 'words', text: sentPrivately(turn.words, 'form') };
  return (await toTheirOwnChat(needs, turn, page)) ?? inTheThread(needs, turn, page);
}

function whyNot(turn: Turn, { afterMeeting }: Opening): Refusal | undefined {
  const { facts, section, schedule, right, now } = turn;
  if (right.may !== 'yes') return notOfSection(right, section.id);
  const refusal = refusalOf({ ...facts, section, schedule }, now);
  if (refusal !== undefined || now < schedule.freezeAt) return refusal;
  const closed = closedNow(turn, false);
  return afterMeeting === true && !closed.submitted ? undefined : closed;
}

/** 「内容を見る」 after 資料確定: what was submitted, to be read alone. */
const show = async (needs: AnsweringNeeds, turn: Turn): Promise<Answer> =>
  (await showAlone(needs, turn, unitAnswers(needs, turn), 'answers')) ?? refused(needs, turn, { kind: 'no-chat' });

/** Text that waits for a choice comes before everything else. */
async function paper(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Content> {
  const waiting = turn.pending === undefined ? [] : conflictsOf(turn.pending.doc, turn.report?.doc);
  return waiting.length > 0 ? conflictCard(needs, turn, waiting) : formCard(needs, turn, wanted(turn, page));
}

/** Where nothing else is asked for, the page with the first initiative that was sent back. */
function wanted({ facts: { office, round }, section, report }: Turn, page: number): Wanted {
  const { sentBack } = progressOf(report?.doc);
  const first = page > 1 ? undefined : askedOf(office, round, section.id).find(({ id }) => sentBack[id] !== undefined);
  return first === undefined ? { page } : { initiative: first.id };
}

/** The same, as it looks in another place. */
const standingIn = (turn: Turn, address: Address): Turn => ({ ...turn, where: { ...turn.where, address } });

async function toTheirOwnChat(needs: AnsweringNeeds, turn: Turn, page: number): Promise<Answer | undefined> {
  const address = await personalOf(needs, turn);
  if (address === undefined) return undefined;
  const posted = await needs.gateway.post(address, await paper(needs, standingIn(turn, address), page));
  if (!posted.ok) return undefined;
  await rememberForm(needs, turn, posted.value);
  return { kind: 'words', text: sentPrivately(turn.words, 'form') };
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
