import { presentChooseOffice } from '../cards/present/choosing.ts';
import { officePartition } from '../domain/documentIds.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Office } from '../domain/office.ts';
import { standingOf } from '../domain/standing.ts';
import { dayOf } from '../domain/calendar.ts';
import { wordsFor } from '../cards/wording/words.ts';
import type { Answer, Caller, FrontDesk, Inbound, Where } from '../ports.ts';
import { isInDialog, keptInDialog, shownInDialog } from './dialog.ts';
import { broken, refuse, visitOf, type Visit } from './desk.ts';
import { loadOffice, loadSound, officeIn, type OfficeFacts } from './facts.ts';
import { greet, type GreetNeeds } from './greet.ts';
import { makeChannelChanged, makeInstall, makeRemoved } from './install.ts';
import { makePressed, type PressNeeds } from './pressed.ts';
import { remember } from './remember.ts';
import { said } from './said.ts';
import { claimHome, forgetHome, isToBeAsked, namedOffice, whichOffice } from './whichOffice.ts';

export type ReceptionNeeds = GreetNeeds & PressNeeds & {
  /** In local mode a client that was opened anew has forgotten everything that was posted: its cards are posted again. */
  readonly forgetful: ((facts: OfficeFacts, where: Where) => Promise<void>) | undefined;
};

const NOTHING: Answer = { kind: 'nothing' };

/** Of no unit, or in the place of one that is not theirs. */
const isStrange = ({ standing: { secretariat, units, place } }: Visit): boolean => !secretariat && (units.length === 0 || (place?.for === 'section' && !units.includes(place.section)));

/** 受付: whose is it → who asks → what was said or pressed → answer. */
export function makeReception(needs: ReceptionNeeds): FrontDesk {
  const { store, wall, log } = needs;
  const install = makeInstall(needs);
  const removed = makeRemoved(needs);
  const channelChanged = makeChannelChanged(needs);
  const pressed = makePressed(needs);

  const atOffice = async (facts: OfficeFacts, inbound: Exclude<Inbound, { kind: 'ignored' }>): Promise<Answer> => {
    switch (inbound.kind) {
      case 'installed': {
        const met = await install(await remember(store, facts, inbound.caller, inbound.where), inbound.where);
        await needs.forgetful?.(met, inbound.where);
        return opened(met, inbound);
      }
      case 'removed':
        await removed(facts, inbound.where);
        await forgetHome(store, inbound.where);
        return NOTHING;
      case 'channel':
        await channelChanged(facts, inbound);
        return NOTHING;
      case 'said': return said(needs, await visiting(facts, inbound.caller, inbound.where), inbound.text);
      case 'pressed': return pressed(await visiting(facts, inbound.caller, inbound.where), inbound);
    }
  };

  /** Whoever opens their own chat with us is greeted; a team, a chat or a newer version of us is nobody's coming. */
  const opened = async (facts: OfficeFacts, { caller, where, upgraded }: Extract<Inbound, { kind: 'installed' }>): Promise<Answer> =>
    caller === undefined || upgraded === true || where.address.kind !== 'personal' ? NOTHING : greet(needs, visitOfKnown(facts, caller, where));

  /** Nobody is taken for a stranger who has said at another instance a moment ago where they belong. */
  const visiting = async (facts: OfficeFacts, caller: Caller, where: Where): Promise<Visit> => {
    const visit = visitOfKnown(await remember(store, facts, caller, where), caller, where);
    if (!isStrange(visit)) return visit;
    const latest = officeIn(await store.latest(officePartition(facts.office.id)));
    return latest === undefined ? visit : visitOfKnown(latest, caller, where);
  };

  const visitOfKnown = (met: OfficeFacts, caller: Caller, where: Where): Visit => {
    const now = wall.now();
    const known = met.people.find(({ id }) => id === caller.person);
    const standing = standingOf(met.office, met.places, known, caller.person, where.address, dayOf(met.office.zone, now));
    return visitOf(needs, met, { ...standing, personal: standing.personal || where.dialog === true }, caller, where, now);
  };

  const unclaimed = async (offices: readonly OfficeId[], inbound: Exclude<Inbound, { kind: 'ignored' }>): Promise<Answer> => {
    const chosen = inbound.kind === 'pressed' ? await namedOffice(store, inbound.data) : undefined;
    if (chosen !== undefined && inbound.kind === 'pressed') return claim(chosen, inbound);
    if (inbound.kind === 'removed') await forgetHome(store, inbound.where);
    return inbound.kind === 'installed' || inbound.kind === 'said' ? askWhose(offices, inbound) : NOTHING;
  };

  /** どの役所で使いますか: whoever says something is answered each time. */
  const askWhose = async (offices: readonly OfficeId[], { kind, where }: Extract<Inbound, { kind: 'installed' | 'said' }>): Promise<Answer> => {
    const known = (await loadSound(needs, offices)).map(({ office }) => office);
    const [first] = known;
    if (first === undefined) return NOTHING;
    const isNew = await isToBeAsked(store, where, wall.now());
    return isNew || kind === 'said' ? { kind: 'post', content: needs.draw(presentChooseOffice(wordsFor(first.language), { offices: known, team: where.teamName ?? '' })) } : NOTHING;
  };

  /** この役所で使う, by the office's secretariat alone; from any other press an unclaimed place learns nothing. */
  const claim = async (office: OfficeId, inbound: Extract<Inbound, { kind: 'pressed' }>): Promise<Answer> => {
    const facts = await loadOffice(store, office);
    if (facts === undefined) return NOTHING;
    const visit = await visiting(facts, inbound.caller, inbound.where);
    if (inbound.where.address.kind === 'personal' || !visit.standing.secretariat) return pressed(visit, inbound);
    const owner = await claimHome(store, inbound.where, office, visit.now);
    if (owner !== office) return refuse(needs, visit, { kind: 'not-allowed' }); // another office was first
    log.info('claimed', { office });
    return pressed({ ...visit, facts: await install(visit.facts, inbound.where) }, inbound);
  };

  /** Who said or pressed something is told that it broke; of anything else the channel is to know that it was not taken. */
  const tellBroken = (inbound: Inbound, office: Office | undefined) => (fault: unknown): Answer => {
    if (inbound.kind !== 'said' && inbound.kind !== 'pressed') throw fault;
    log.error('not answered', { kind: inbound.kind, office: office?.id, fault });
    return isInDialog(inbound) ? keptInDialog(needs, office, inbound) : broken(office);
  };

  const received = async (inbound: Exclude<Inbound, { kind: 'ignored' }>): Promise<Answer> => {
    const caller = inbound.kind === 'said' || inbound.kind === 'pressed' || inbound.kind === 'installed' ? inbound.caller : undefined;
    const belonging = await whichOffice(needs, inbound.where, caller);
    switch (belonging.kind) {
      case 'none':
        log.warn('no office in the store', {});
        return NOTHING;
      case 'unclaimed': return unclaimed(belonging.offices, inbound);
      case 'office': {
        const facts = await loadOffice(store, belonging.id);
        return facts === undefined ? NOTHING : atOffice(facts, inbound).catch(tellBroken(inbound, facts.office));
      }
    }
  };

  return {
    received: async (inbound) => {
      if (inbound.kind === 'ignored') return NOTHING;
      const answer = await received(inbound).catch(tellBroken(inbound, undefined));
      return isInDialog(inbound) ? shownInDialog(answer) : answer;
    },
  };
}
