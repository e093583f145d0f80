import type { UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { Exemption } from '../../domain/unitActs.ts';
import type { Words } from '../wording/words.ts';
import { crowdedSentences, type Crowded } from './crowded.ts';
import { sayingOf } from './saying.ts';

/** What was done about a unit. `reminded`: whether 再依頼 goes out, or why it does not. */
export type UnitDone =
  | { readonly kind: 'extended' | 'exempted' | 'included' | 'paused' | 'resumed' }
  | { readonly kind: 'reminded'; readonly how: 'sent' | 'soon' | 'planned' | 'none' };

/** `status`: as it is now. `sendAt`: when a new message may go out. `held`: 照会の送付を止めている. `crowded`: what the pause of this unit left too close together. `exemptions`: 対象外 as it stands, each by whom. */
type Facts = { readonly office: Office; readonly status: UnitStatus; readonly askAt: Instant; readonly sendAt: Instant; readonly held: boolean; readonly now: Instant; readonly crowded?: Crowded; readonly exemptions?: readonly Exemption[] };

/** What was changed, then who is told and when. */
export function conductedUnit(words: Words, facts: Facts, done: UnitDone): readonly string[] {
  const { conducting: { done: text }, running: { paused } } = words;
  const { name } = facts.status.section;
  switch (done.kind) {
    case 'extended': return [text.extended(sayingOf(words, facts.office).moment(facts.status.dueAt)), isAsked(facts) ? text.extendedTold(name, when(words, facts)) : text.extendedAsk];
    case 'exempted': return [exempted(words, facts), isAsked(facts) ? text.exemptedAsked : text.exemptedNew];
    case 'included': return [text.included(name), included(words, facts)];
    case 'paused': return [`■ ${paused.unit(name)}`, paused.pausedNext];
    case 'resumed': return [`■ ${paused.unitResumed(name)}`, paused.resumedNext, ...(facts.crowded === undefined ? [] : crowdedSentences(words, facts.office, [facts.crowded]))];
    case 'reminded': return reminded(words, facts, done.how);
  }
}

/** Whoever was not the first hears who was. */
function exempted(words: Words, { office, status: { section: { name } }, exemptions = [] }: Facts): string {
  const { conducting: { done: text } } = words;
  const [first, beside] = exemptions;
  return first === undefined || beside === undefined ? text.exempted(name) : text.exemptedBeside(name, sayingOf(words, office).moment(first.at), first.by?.name);
}

const isAsked = ({ status }: Facts): boolean => status.askedAt !== undefined;

function included(words: Words, facts: Facts): string {
  const { conducting: { done: text } } = words;
  if (isAsked(facts)) return text.includedAsked;
  return facts.held ? text.includedHeld : text.includedAsk(when(words, facts, facts.askAt));
}

function reminded(words: Words, facts: Facts, how: Extract<UnitDone, { readonly kind: 'reminded' }>['how']): readonly string[] {
  const { conducting: { done: text } } = words;
  const { name } = facts.status.section;
  switch (how) {
    case 'sent': return [text.reminded(name, when(words, facts))];
    case 'soon': return [text.remindedSoon(name)];
    case 'planned': return [text.remindedPlanned(name)];
    case 'none': return [text.remindedNone(name)];
  }
}

/** When the unit hears of it; what stands in its way is named. @param from not before this. */
function when(words: Words, { office, status, sendAt, now }: Facts, from: Instant = now): string {
  const { conducting: { when: text } } = words;
  if (status.paused) return text.resumed;
  if (status.place !== 'bound') return text.placed;
  const at = sendAt < from ? from : sendAt;
  return at <= now ? text.now : text.at(sayingOf(words, office).moment(at));
}
