import type { RoundFacts } from '../../src/domain/facts.ts';
import type { OfficeId, PersonId, SectionId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import type { Address, Person, Place, Places } from '../../src/domain/place.ts';
import { planRound } from '../../src/domain/plan.ts';
import { planOffice } from '../../src/domain/planOffice.ts';
import type { Report } from '../../src/domain/report.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import { stillWanted } from '../../src/domain/stillWanted.ts';
import { takenUpAgain } from '../../src/domain/takenUpAgain.ts';
import type { DrawnLook } from './looks.ts';
import type { Run } from './oracle.ts';
import { MEETING, NO_ROUND, targetsOf, type Setting } from './targets.ts';

/** The service's rules as they are put to the proof; tests bend them. `look` counts the looks. */
export type Rules = { readonly facts?: (facts: RoundFacts, look: number) => RoundFacts; readonly plan?: (now: Instant, facts: RoundFacts, look: number) => ReturnType<typeof planRound> };

const LONG_AGO = '2010-01-01T00:00:00.000Z' as Instant;
const addressIn = (kind: Address['kind'], conversation: string): Address => ({ kind, tenant: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/jp/', conversation });
const placeAt = (conversation: string): Place => ({ address: addressIn('groupChat', conversation), name: conversation, how: 'by-hand', at: LONG_AGO });

export const placesOf = ({ id, sections }: Office): Places => ({
  office: id, teams: [], management: placeAt(MEETING), sections: Object.fromEntries(sections.map((section) => [section.id, placeAt(section.id)])),
});

/** The heads and the secretariat, each with a chat of their own, which is named as they are. */
export const peopleOf = (office: OfficeId, { heads, secretariat }: Setting): readonly Person[] =>
  [...Object.values(heads), ...secretariat].map((id) => ({ office, id: id as PersonId, tenant: 'tenant', name: id, teamsId: `29:${id}`, declared: {}, personal: addressIn('personal', id) }));

/** A submission that says nothing of any initiative: that it came is all that matters here. */
export const submission = (office: Office, round: RoundPlan, section: SectionId, at: Instant): Report => ({
  office: office.id, round: round.id, section, seq: 1,
  changes: [{ seq: 1, at, kind: 'submit', fields: {}, by: { person: '00000000-0000-4000-8000-000000000001' as PersonId, name: '職員', as: 'reporter' } }],
});

/** Of looks at a round that is far from everything in it, one after another, only some are tried: nothing has changed since the first. */
const NEAR_MILLIS = 3 * 86_400_000;
const EVERY = 9;

/** 計画だけ: the domain's rules over an outbox in memory from which everything arrives at once. */
export function plannedRuns(office: Office, setting: Setting, looks: readonly DrawnLook[], rules: Rules = {}): readonly Run[] {
  const targets = targetsOf(setting);
  const ofRounds = office.rounds.flatMap((round, n) => {
    const own = targets.filter((target) => target.round === round.id);
    const [begin, end] = [Math.min(...own.map(({ from }) => Date.parse(from))), Math.max(...own.map(({ until }) => Date.parse(until)))];
    let entries: readonly OutboxEntry[] = [];
    let before = 0;
    const runs: Run[] = [];
    for (const [look, seen] of looks.entries()) {
      const at = Date.parse(seen.at);
      const side = at < begin - NEAR_MILLIS ? -1 : end + NEAR_MILLIS < at ? 1 : 0;
      if (side !== 0 && side === before && (look + n) % EVERY > 0) continue;
      before = side;
      if (seen.restart) entries = JSON.parse(JSON.stringify(entries)) as readonly OutboxEntry[];
      entries = lookAt({ base: factsOf(office, round, setting, seen), look, now: seen.at, rules }, entries, runs);
    }
    return runs;
  });
  return [...ofRounds, ...officeRuns(office, setting, looks)];
}

/** What belongs to no round, looked at around March alone: nothing else of it is counted here. */
function officeRuns(office: Office, setting: Setting, looks: readonly DrawnLook[]): readonly Run[] {
  const runs: Run[] = [];
  let entries: readonly OutboxEntry[] = [];
  const facts = { office, life: { office: office.id, liveSince: setting.liveSince, pauses: [] }, places: placesOf(office), people: peopleOf(office.id, setting), rounds: [] };
  for (const [look, { at, restart }] of looks.entries()) {
    if (!['02', '03', '04'].includes(at.slice('YYYY-'.length, 'YYYY-MM'.length))) continue;
    if (restart) entries = JSON.parse(JSON.stringify(entries)) as readonly OutboxEntry[];
    const queue = planOffice(at, { ...facts, entries }).queue.filter(({ kind }) => kind === 'next-year');
    entries = [...entries, ...queue.map((message): OutboxEntry => ({ message, delivery: arrived(message, at) }))];
    runs.push(...queue.map((message) => ({ round: NO_ROUND, kind: message.kind, to: nameOf(message), look, at })));
  }
  return runs;
}

function factsOf(office: Office, round: RoundPlan, setting: Setting, { at, answered }: DrawnLook): Omit<RoundFacts, 'entries'> {
  const reports = office.sections.filter(({ id }) => answered.has(`${round.id} ${id}`)).map(({ id }) => submission(office, round, id, at));
  return {
    office, round, reports, life: { office: office.id, liveSince: setting.liveSince, pauses: [] }, places: placesOf(office), people: peopleOf(office.id, setting),
    conduct: { office: office.id, round: round.id, extended: {}, exempt: {}, again: {} },
  };
}

type At = { readonly base: Omit<RoundFacts, 'entries'>; readonly look: number; readonly now: Instant; readonly rules: Rules };
const QUIET_AFTER = 10;

/** Looks until nothing is new, as the next looks of the same minute would. */
function lookAt({ base, look, now, rules }: At, before: readonly OutboxEntry[], runs: Run[]): readonly OutboxEntry[] {
  const { facts: seen = (given: RoundFacts): RoundFacts => given, plan = planRound } = rules;
  let entries = before;
  for (let again = 0; again < QUIET_AFTER; again += 1) {
    const facts = seen({ ...base, entries }, look);
    const { queue, skip } = plan(now, facts, look);
    const anew = takenUpAgain(now, facts);
    if (queue.length === 0 && skip.length === 0 && anew.length === 0) return entries;
    for (const { message, why } of skip) entries = [...entries, { message, delivery: { state: 'skipped', at: now, why } }];
    for (const message of [...queue, ...anew.map((entry) => entry.message)]) entries = sent(message, seen({ ...base, entries }, look), { look, now }, runs);
  }
  throw new Error(`never quiet at ${now}`);
}

function sent(message: Message, facts: RoundFacts, { look, now }: Pick<At, 'look' | 'now'>, runs: Run[]): readonly OutboxEntry[] {
  const others = facts.entries.filter((entry) => entry.message.key !== message.key);
  const why = stillWanted(message, facts, now);
  if (why !== undefined) return [...others, { message, delivery: { state: 'skipped', at: now, why } }];
  runs.push({ round: message.round ?? '', kind: message.kind, to: nameOf(message), look, at: now });
  return [...others, { message, delivery: arrived(message, now) }];
}

const arrived = (message: Message, at: Instant): Delivery => ({
  state: 'delivered', at, attempts: 1, posted: { address: addressIn('groupChat', nameOf(message)), conversation: nameOf(message), activityId: message.key },
});

function nameOf({ recipient }: Message): string {
  switch (recipient.to) {
    case 'section': return recipient.section;
    case 'person': return recipient.person;
    case 'management': return MEETING;
    case 'secretariat-place': return 'secretariat';
  }
}
