import type { Instant } from '../../src/domain/instant.ts';
import type { MessageKind } from '../../src/domain/message.ts';
import { targetsOf, type Setting, type Target } from './targets.ts';

/** 実行: something was said. `look` counts the looks at the clock. */
export type Run = Pick<Target, 'round' | 'kind' | 'to'> & { readonly look: number; readonly at: Instant };

/** One look at the clock: what it shows then, and which units have submitted in which rounds by then, as `round unit`. */
export type Look = { readonly at: Instant; readonly answered: ReadonlySet<string> };

export type Verdict = { readonly targets: number; readonly unmatched: readonly string[]; readonly extra: readonly string[] };

/** Given up once, they are not made up for when a clock is set back: the next one says it. */
const GIVEN_UP_FOR_GOOD: ReadonlySet<MessageKind> = new Set(['remind', 'late', 'late-head']);
/** What depends on another message comes after it. */
const ORDER: readonly MessageKind[] = ['announcement', 'ask-preview', 'ask', 'remind', 'late', 'late-head', 'check', 'preview', 'summary', 'summary-missed', 'reported', 'next-year'];

/**
 * 照合: each target is met by exactly one run, at the first look that falls into its span and into office hours: not before, not
 * later, not twice. What depends on another message (nobody is reminded on the day of the ask, nobody hears of a summary that was not
 * sent) is counted by what should have been said, not by what was.
 */
export function judge(setting: Setting, looks: readonly Look[], runs: readonly Run[]): Verdict {
  const expected = expectedOf(setting, looks);
  const left = new Map<string, Run[]>();
  for (const run of runs) left.set(nameOf(run), [...(left.get(nameOf(run)) ?? []), run]);
  const unmatched = expected.filter((each) => left.get(nameOf(each))?.shift() === undefined);
  return { targets: expected.length, unmatched: unmatched.map(inWords), extra: [...left.values()].flat().map(inWords) };
}

const nameOf = ({ round, kind, to, look }: Run): string => `${round} ${kind} ${to} ${look}`;
const inWords = ({ round, kind, to, at, look }: Run): string => `${kind} to ${to} for ${round} at ${at} (look ${look})`;

function expectedOf(setting: Setting, looks: readonly Look[]): readonly Run[] {
  const open = targetsOf(setting).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.from < b.from ? -1 : 1));
  const course: Course = { setting, askedOn: new Map(), summaries: new Set() };
  const [pending, expected]: [Set<Target>, Run[]] = [new Set(open), []];
  for (const [look, seen] of looks.entries()) {
    const openNow = setting.calendar.withinHours(seen.at);
    for (const target of pending) {
      const verdict = verdictOn(target, seen, course);
      if (verdict === 'over') pending.delete(target);
      if (verdict !== 'due' || !openNow) continue;
      pending.delete(target);
      expected.push({ round: target.round, kind: target.kind, to: target.to, look, at: seen.at });
      if (target.kind === 'ask') course.askedOn.set(unitOf(target), setting.calendar.dayOf(seen.at));
      if (target.kind === 'summary') course.summaries.add(target.round);
    }
  }
  return expected;
}

type Course = { readonly setting: Setting; readonly askedOn: Map<string, string>; readonly summaries: Set<string> };

const unitOf = ({ round, unit = '' }: Pick<Target, 'round' | 'unit'>): string => `${round} ${unit}`;

function verdictOn(target: Target, { at, answered }: Look, course: Course): 'due' | 'wait' | 'over' {
  const { kind, from, until } = target;
  const forGood = GIVEN_UP_FOR_GOOD.has(kind);
  if (at < course.setting.liveSince || at < from) return 'wait';
  if (until <= at) return forGood ? 'over' : 'wait'; // what is given up otherwise is wanted again when the clock is set back
  const unit = unitOf(target);
  const askedOn = course.askedOn.get(unit);
  return forGood ? onNudge(askedOn, course.setting.calendar.dayOf(from), answered.has(unit)) : onOther(target, { summarised: course.summaries.has(target.round), anyAsked: [...course.askedOn.keys()].some((asked) => asked.startsWith(`${target.round} `)), askedOn, answered: answered.has(unit) });
}

type SoFar = { readonly summarised: boolean; readonly anyAsked: boolean; readonly askedOn: string | undefined; readonly answered: boolean };

function onOther({ kind }: Target, { summarised, anyAsked, askedOn, answered }: SoFar): 'due' | 'wait' {
  const dueIf = (holds: boolean): 'due' | 'wait' => (holds ? 'due' : 'wait');
  switch (kind) {
    case 'announcement': return dueIf(askedOn === undefined);
    case 'ask-preview': return dueIf(!anyAsked);
    case 'ask': return dueIf(!answered);
    case 'summary-missed': return dueIf(!summarised);
    case 'reported': return dueIf(summarised && (askedOn !== undefined || answered));
    default: return 'due';
  }
}

/** Only who was asked on an earlier day, and has not answered. */
function onNudge(askedOn: string | undefined, day: string, answered: boolean): 'due' | 'wait' | 'over' {
  if (answered) return 'over';
  if (askedOn === undefined) return 'wait';
  return askedOn < day ? 'due' : 'over';
}
