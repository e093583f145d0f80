import { parsePayload, typedIn, type Payload } from '../cards/payload.ts';
import { shownBelow } from '../cards/present/receipts.ts';
import { mayShowUnit } from '../domain/standing.ts';
import type { Answer, Inbound } from '../ports.ts';
import { adoptPressed } from './adopt.ts';
import type { Answering } from './answering/answering.ts';
import { bindHere, officeChosen } from './commands/bind.ts';
import { lookAgain } from './commands/delivery.ts';
import { goLive, release, testCard } from './commands/office.ts';
import { setPaused } from './commands/pause.ts';
import { sendAgain } from './commands/sendAgain.ts';
import { askCard } from './commands/report.ts';
import { openRound, refuse, type DeskNeeds, type Visit } from './desk.ts';
import { said } from './said.ts';

export type PressNeeds = DeskNeeds & { readonly answering: Answering };

type Press = Extract<Inbound, { kind: 'pressed' }>;

/** A button: its data is the client's word, so everything in it is checked against the store before anything is done. */
export const makePressed =
  (needs: PressNeeds) =>
  async (visit: Visit, press: Press): Promise<Answer> => {
    const answer = await answerTo(needs, visit, press);
    return answer.kind === 'post' || answer.kind === 'nothing' ? { ...answer, aside: shownBelow(visit.words) } : answer;
  };

async function answerTo(needs: PressNeeds, visit: Visit, press: Press): Promise<Answer> {
  const payload = parsePayload(press.data);
  if (!payload.ok || payload.value.office !== visit.facts.office.id) return refuse(needs, visit, { kind: 'old-card' });
  if (isOnAsk(payload.value)) await adoptPressed(needs, visit, payload.value);
  needs.log.info('pressed', { office: payload.value.office, do: payload.value.do });
  return decide(needs, visit, press, payload.value);
}

/** What is pressed on the posted card of an ask; a form that stands in the same place is none. */
const isOnAsk = (payload: Payload): payload is Extract<Payload, { readonly do: 'form.open' | 'form.unchanged' | 'declare' }> =>
  payload.do === 'form.open' || payload.do === 'form.unchanged' || payload.do === 'declare';

function decide(needs: PressNeeds, visit: Visit, press: Press, payload: Payload): Promise<Answer> {
  if (isOfSending(payload)) return ofSending(needs, visit, payload);
  switch (payload.do) {
    case 'command':
    case 'card.refresh':
    case 'pause':
    case 'place.bind':
    case 'office.live':
    case 'office.choose':
    case 'office.test-card': return ofOffice(needs, visit, payload);
    default: return needs.answering(visit, payload, typedIn(press.data), press.by);
  }
}

type OfOffice = Extract<Payload, { readonly do: 'command' | 'card.refresh' | 'pause' | 'place.bind' | 'office.live' | 'office.choose' | 'office.test-card' }>;

/** What is pressed beside answering; each press has its file in `commands/`. */
async function ofOffice(needs: PressNeeds, visit: Visit, payload: OfOffice): Promise<Answer> {
  switch (payload.do) {
    case 'command': return said(needs, visit, `${payload.command} ${payload.section ?? ''}`);
    case 'card.refresh': return refreshed(needs, visit, payload);
    case 'pause': return setPaused(needs, visit, payload.state, payload.section);
    case 'place.bind': return bindHere(needs, visit, payload.target);
    case 'office.live': return goLive(needs, visit);
    case 'office.choose': return officeChosen(needs, visit);
    case 'office.test-card': return testCard(needs, visit);
  }
}

type OfSending = Extract<Payload, { readonly do: 'delivery.again' | 'delivery.look' | 'summary.release' }>;

const isOfSending = (payload: Payload): payload is OfSending => payload.do === 'delivery.again' || payload.do === 'delivery.look' || payload.do === 'summary.release';

/** 送付: what went out, and what is to go out by the secretariat's hand. */
function ofSending(needs: PressNeeds, visit: Visit, payload: OfSending): Promise<Answer> {
  switch (payload.do) {
    case 'delivery.again': return sendAgain(needs, visit, payload.round, { section: payload.section, asOf: payload.asOf });
    case 'delivery.look': return lookAgain(needs, visit, payload.section);
    case 'summary.release': return release(needs, visit, payload.round, payload.state);
  }
}

/** Answered, and nothing else: an edit would set off the next refresh. */
async function refreshed(needs: DeskNeeds, visit: Visit, { round, section }: Extract<Payload, { do: 'card.refresh' }>): Promise<Answer> {
  const open = openRound(visit);
  if (open?.round.id !== round || !mayShowUnit(visit.standing, section)) return refuse(needs, visit, { kind: 'old-card' });
  const answer = await askCard(needs, visit, open, section);
  return answer.kind === 'post' ? { kind: 'replace', content: answer.content } : answer;
}
