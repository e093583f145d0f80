import { parsePayload, typedIn, type Payload } from '../cards/payload.ts';
import { writtenIn } from '../cards/written.ts';
import { shownBelow } from '../cards/present/receipts.ts';
import { waysFor } from '../domain/wayOn.ts';
import type { Answer, Inbound } from '../ports.ts';
import { adoptPressed } from './adopt.ts';
import { isOfBoard } from './board/press.ts';
import { boardPressed } from './board/pressed.ts';
import type { Answering } from './answering/answering.ts';
import { isAnswering } from './answering/press.ts';
import { checking } from './checking/checking.ts';
import { isOfChecking } from './checking/press.ts';
import { bindHere, officeChosen } from './commands/bind.ts';
import { lookAgain } from './commands/delivery.ts';
import { openHistory } from './commands/history.ts';
import { goLive, release, testCard } from './commands/office.ts';
import { setPaused } from './commands/pause.ts';
import { sendAgain } from './commands/sendAgain.ts';
import { openRound, refuse, type DeskNeeds, type Visit } from './desk.ts';
import { isOfDirections } from './directions/press.ts';
import { directionsPressed } from './directions/pressed.ts';
import type { PeoplePress } from './people/press.ts';
import { peoplePressed } from './people/pressed.ts';
import { refreshed } from './refreshed.ts';
import { isOfEditions, type EditionPress } from './replacing/press.ts';
import { editionsPressed } from './replacing/pressed.ts';
import { isOfRegisterCards, isOfTitle } from './register/press.ts';
import { registerPressed } from './register/pressed.ts';
import { titlePressed } from './register/title.ts';
import { isOfRoundsCards } from './rounds/press.ts';
import { roundsPressed } from './rounds/pressed.ts';
import { said } from './said.ts';

export type PressNeeds = DeskNeeds & { readonly answering: Answering };

type Press = Extract<Inbound, { kind: 'pressed' }>;

/** A button: its data is the client's word, so everything in it is checked against the store before anything is done. */
export const makePressed =
  (needs: PressNeeds) =>
  async (visit: Visit, press: Press): Promise<Answer> => {
    const answer = await answerTo(needs, { ...visit, written: writtenIn(press.data), ways: waysFor(visit.standing, isAnswering(press.data) && openRound(visit) !== undefined) }, press);
    const isElsewhere = press.by !== 'dialog' && press.trigger === 'manual' && (answer.kind === 'post' || answer.kind === 'nothing');
    return isElsewhere ? { ...answer, aside: shownBelow(visit.words) } : answer;
  };

async function answerTo(needs: PressNeeds, visit: Visit, press: Press): Promise<Answer> {
  const payload = parsePayload(press.data);
  if (!payload.ok || payload.value.office !== visit.facts.office.id) return refuse(needs, visit, { kind: 'old-card' });
  if (isOnAsk(payload.value)) await adoptPressed(needs, visit, payload.value);
  needs.log.info('pressed', { office: payload.value.office, do: payload.value.do });
  return payload.value.do === 'history.open' ? openHistory(needs, visit, payload.value) : decide(needs, visit, press, payload.value);
}

/** What is pressed on the posted card of an ask; a form that stands in the same place is none. */
const isOnAsk = (payload: Payload): payload is Extract<Payload, { readonly do: 'form.open' | 'form.unchanged' | 'promise.open' | 'declare' }> =>
  payload.do === 'form.open' || payload.do === 'form.unchanged' || payload.do === 'promise.open' || payload.do === 'declare';

function decide(needs: PressNeeds, visit: Visit, press: Press, payload: Exclude<Payload, { readonly do: 'history.open' }>): Promise<Answer> {
  if (isOfSending(payload)) return ofSending(needs, visit, payload);
  if (isOfChecking(payload)) return checking(needs, visit, payload, press.data);
  if (isOfPeople(payload)) return peoplePressed(needs, visit, payload);
  if (isOfBoard(payload)) return boardPressed(needs, visit, payload);
  if (isOfRoundsCards(payload)) return roundsPressed(needs, visit, payload);
  if (isOfRegisterCards(payload)) return registerPressed(needs, visit, payload);
  if (isOfTitle(payload)) return titlePressed(needs, visit, payload);
  if (isOfDirections(payload)) return directionsPressed(needs, visit, payload, press.data);
  if (isOfOffice(payload)) return ofOffice(needs, visit, payload, press.trigger);
  return needs.answering(visit, payload, typedIn(press.data), press.by);
}

const OF_OFFICE = ['command', 'card.refresh', 'pause', 'place.bind', 'office.live', 'office.choose', 'office.test-card'] as const satisfies readonly Payload['do'][];
type OfOffice = Extract<Payload, { readonly do: (typeof OF_OFFICE)[number] }>;

const isOfOffice = (payload: Payload): payload is OfOffice => OF_OFFICE.some((each) => each === payload.do);

/** What is pressed beside answering; each press has its file in `commands/`. */
async function ofOffice(needs: PressNeeds, visit: Visit, payload: OfOffice, trigger: Press['trigger']): Promise<Answer> {
  switch (payload.do) {
    case 'command': return said(needs, visit, `${payload.command} ${payload.section ?? ''}`);
    case 'card.refresh': return refreshed(needs, visit, payload, trigger);
    case 'pause': return setPaused(needs, visit, payload.state, payload.section);
    case 'place.bind': return bindHere(needs, visit, payload.target);
    case 'office.live': return goLive(needs, visit);
    case 'office.choose': return officeChosen(needs, visit);
    case 'office.test-card': return testCard(needs, visit);
  }
}

type OfSending = EditionPress | Extract<Payload, { readonly do: 'delivery.again' | 'delivery.look' | 'summary.release' }>;

const isOfSending = (payload: Payload): payload is OfSending => isOfEditions(payload) || payload.do === 'delivery.again' || payload.do === 'delivery.look' || payload.do === 'summary.release';

const isOfPeople = (payload: Payload): payload is PeoplePress => payload.do.startsWith('people.');

/** 送付: what went out, and what is to go out by the secretariat's hand. */
function ofSending(needs: PressNeeds, visit: Visit, payload: OfSending): Promise<Answer> {
  if (isOfEditions(payload)) return editionsPressed(needs, visit, payload);
  switch (payload.do) {
    case 'delivery.again': return sendAgain(needs, visit, payload.round, { section: payload.section, asOf: payload.asOf });
    case 'delivery.look': return lookAgain(needs, visit, payload.section);
    case 'summary.release': return release(needs, visit, payload);
  }
}
