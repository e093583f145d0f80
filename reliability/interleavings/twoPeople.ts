import type { Chance } from '../../rehearse/chance.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { InitiativeId } from '../../src/domain/ids.ts';
import type { Change, Pending, Report, Typed, Values } from '../../src/domain/report.ts';
import { entriesOf } from '../../src/domain/reportState.ts';
import { acknowledges, delivered, shows, textsOf, type Press } from './presses.ts';
import type { Ran } from './race.ts';
import { act, asked, holds, INITIATIVES, reportOf, storedPending, storedReport, wholeAnswer } from './reports.ts';
import { lost, twice, type Draw, type Found, type SceneWalk } from './scene.ts';
import { ownChat, ROUND, type World } from './world.ts';

const BEFORE = '2026-10-19T06:00:00.000Z' as Instant;
const NOW = '2026-10-19T07:42:00.000Z' as Instant;
const ASKED = asked(ROUND, '2026-10-06T01:00:00.000Z' as Instant, '2026-10-20T08:00:00.000Z' as Instant);

type Typing = { readonly name: string; readonly person: number; readonly press: Press; readonly typed: Typed };

/** 二人以上が同時に書く: drafts and submissions of one unit, drawn from the same version, in the same fields and in others. */
export const twoPeople: Draw = (chance) => {
  const base = chance.oneIn(2) ? 1 : 0;
  const given = { at: NOW, entries: ASKED, ...(base === 0 ? {} : { report: reportOf(ROUND, [act(1, 3, BEFORE, 'save', wholeAnswer('前'))]) }) };
  const typings = Array.from({ length: 2 + chance.below(3) }, (_, n) => typingOf(chance, n, base));
  const walks = typings.map(({ name, press }): SceneWalk => ({
    name, instance: chance.oneIn(2) ? 0 : 1, go: ({ instances }, instance) => instances[instance].desk.received(delivered(press, 1)),
  }));
  return { name: `${typings.map(({ name, press }) => `${name} ${press.do} ${textsOf(press.typed ?? {}).length}`).join(', ')} upon ${base}`, given, walks, judge: (world, ran) => judge(typings, base, world, ran) };
};

/** The first two write each other's fields, the others as it comes; now and then somebody writes twice. */
function typingOf(chance: Chance, n: number, base: number): Typing {
  const person = n < 2 ? n + 1 : 1 + chance.below(3);
  const name = `職員${person}の${n + 1}回目`;
  const doing = chance.oneIn(2) ? 'form.submit' : 'form.save';
  const typed = doing === 'form.submit' ? laid(wholeAnswer(`${n}番`), some(chance, n)) : some(chance, n);
  return { name, person, typed, press: { person, where: ownChat(person), by: 'execute', do: doing, typed, more: { base, page: 1, sure: true } } };
}

const FIELDS = ['done', 'issue', 'next', 'discuss'] as const;

/** A few fields, each text of its own: it can be found again wherever it went. */
const some = (chance: Chance, n: number): Typed =>
  Object.fromEntries(INITIATIVES.filter((_, at) => at === 0 || chance.oneIn(2)).map((id): [InitiativeId, Values] => [
    id, { ...(chance.oneIn(2) ? { mark: 'mostly' } : {}), ...Object.fromEntries(FIELDS.filter((field) => field === 'done' || chance.oneIn(3)).map((field) => [field, `${n}番が${id}の${field}に書いた文`])) },
  ]));

const laid = (under: Typed, over: Typed): Typed => Object.fromEntries(entriesOf(under).map(([id, values]) => [id, { ...values, ...over[id] }]));

async function judge(typings: readonly Typing[], base: number, { store }: World, ran: Ran): Promise<readonly Found[]> {
  const report = await storedReport(store);
  const waiting = new Map<number, Pending | undefined>();
  for (const person of [1, 2, 3]) waiting.set(person, await storedPending(store, person));
  return [
    ...typings.flatMap((typing, n) => kept(typing, ran.ends[n], report, waiting.get(typing.person))),
    ...wiped(report, base),
    ...(report?.changes ?? []).flatMap(({ seq }, at) => (seq === at + 1 ? [] : [twice(`revision ${at + 1} is numbered ${seq}`)])),
  ];
}

/** Every text is in the report or waits for its writer's choice; or it was not taken, and came back. What was acknowledged is in the report. */
function kept({ name, typed }: Typing, end: Ran['ends'][number] | undefined, report: Report | undefined, waiting: Pending | undefined): readonly Found[] {
  if (end?.ok !== true) return [lost(`${name}: the press was not answered`)];
  const as = acknowledges(end.value);
  return textsOf(typed).flatMap((text) => {
    if (holds(report, text)) return [];
    if (as !== undefined) return [lost(`${name}: ${text} was acknowledged (${as}) and is not in the report`)];
    return holds(waiting, text) || shows(end.value, text) ? [] : [lost(`${name}: ${text} is neither in the report nor waiting, and did not come back`)];
  });
}

/** Nobody's text was written over by somebody who had not seen it. */
function wiped(report: Report | undefined, base: number): readonly Found[] {
  const changes = (report?.changes ?? []).filter(({ seq }) => seq > base);
  return changes.flatMap((later, at) => changes.slice(0, at).flatMap((earlier) => (earlier.by.person === later.by.person ? [] : overwritten(earlier, later))));
}

function overwritten(earlier: Change, later: Change): readonly Found[] {
  return entriesOf(later.fields).flatMap(([initiative, values]) => Object.entries(values).flatMap(([field, text]) => {
    const before = earlier.fields[initiative]?.[field as keyof Values];
    return before === undefined || before === text ? [] : [lost(`revision ${later.seq} of ${nameOf(later)} wrote over ${nameOf(earlier)}'s ${field} of ${initiative}, which they had not seen`)];
  }));
}

const nameOf = ({ by }: Change): string => by.name;
