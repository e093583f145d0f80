import type { Instant } from '../../src/domain/instant.ts';
import { roundKey } from '../../src/domain/message.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { SectionId } from '../../src/domain/ids.ts';
import { acknowledges, delivered, type Press } from './presses.ts';
import type { Move, Ran } from './race.ts';
import { asked, holds, storedReport, wholeAnswer } from './reports.ts';
import { lost, twice, type Draw, type Found, type SceneWalk } from './scene.ts';
import { OFFICE, ownChat, ROUND, SILENT_UNIT, UNIT, UNIT_CHAT, type World } from './world.ts';

const ASKED = asked(ROUND, '2026-10-06T01:00:00.000Z' as Instant, '2026-10-20T08:00:00.000Z' as Instant);
const BRINGS = wholeAnswer('回答');

/** When a message to every unit that has not answered falls due, and its key. */
export const MOMENTS = [
  { at: '2026-10-16T01:00:00.000Z' as Instant, step: 'remind-2', day: '2026-10-16' as LocalDate },
  { at: '2026-10-20T01:00:00.000Z' as Instant, step: 'remind-0', day: '2026-10-20' as LocalDate },
  { at: '2026-10-21T01:00:00.000Z' as Instant, step: 'late-1', day: '2026-10-21' as LocalDate },
] as const;
type Due = (typeof MOMENTS)[number];

const keyOf = ({ step, day }: Due, section: SectionId): string => roundKey(OFFICE, ROUND, step, day, section);

/** 回答とお知らせが行き違う: the unit answers, once or twice, while both instances are about to remind it. */
export const reminded: Draw = (chance) => {
  const due = chance.pick(MOMENTS);
  const press: Press = { person: 1, where: chance.oneIn(2) ? UNIT_CHAT : ownChat(1), by: 'execute', do: 'form.submit', typed: BRINGS, more: { base: 0, page: 1, sure: true } };
  const looks = ([0, 1] as const).map((instance): SceneWalk => ({ name: `look ${instance}`, instance, go: ({ instances }, at) => instances[at].tick() }));
  const presses = Array.from({ length: 1 + chance.below(2) }, (_, n): SceneWalk => ({
    name: `press ${n + 1}`, instance: chance.oneIn(2) ? 0 : 1, go: ({ instances }, at) => instances[at].desk.received(delivered(press, n + 1)),
  }));
  return { name: `${due.step} and ${presses.length} presses`, given: { at: due.at, entries: ASKED }, walks: [...looks, ...presses], judge: (world, ran) => judge(due, world, ran) };
};

async function judge(due: Due, { store, teams }: World, ran: Ran): Promise<readonly Found[]> {
  const report = await storedReport(store);
  const sent = (section: SectionId): number => teams.posts.filter(({ posted }) => posted.address.conversation === `chat-${section}`).length;
  const faults = ran.ends.flatMap((end) => (end.ok ? [] : [lost(`thrown: ${String(end.fault)}`)]));
  return [
    ...faults,
    ...(report?.seq === 1 && holds(report, '回答の') ? [] : report === undefined ? [lost('the answer is not stored')] : [twice(`${report.seq} revisions came of one answer`)]),
    ...ran.ends.slice(2).flatMap((end) => (end.ok && acknowledges(end.value) === 'accepted' ? [] : [lost('an answer was not acknowledged')])),
    ...(sent(UNIT) > 1 ? [{ figure: 'duplicates', sentence: `the unit was reminded ${sent(UNIT)} times` } as const] : []),
    ...(sent(SILENT_UNIT) > 1 ? [{ figure: 'duplicates', sentence: `the unit that had not answered was reminded ${sent(SILENT_UNIT)} times` } as const] : []),
    ...(sent(SILENT_UNIT) < 1 ? [lost('the unit that had not answered was not reminded')] : []),
    ...remindedAfter(due, ran.moves),
  ];
}

/**
 * Never after the acknowledgement. What was on its way already cannot be called back: all that was left of it was to be claimed and sent.
 * So of whoever sent it, nothing but that claim may lie between the acknowledgement and the request.
 */
export function remindedAfter(due: Due, moves: readonly Move[]): readonly Found[] {
  const acknowledged = moves.findIndex((move) => move.kind === 'end' && move.walk.startsWith('press'));
  const request = moves.findIndex((move) => move.kind === 'call' && move.call === 'teams.post' && JSON.stringify(move.about[0]).includes(`chat-${UNIT}`));
  if (acknowledged < 0 || request < acknowledged) return [];
  const sender = moves[request]?.walk;
  const between = moves.slice(acknowledged, request).filter((move) => move.kind === 'call' && move.walk === sender && isAbout(move.about, due));
  return between.length <= 1 ? [] : [lost(`the unit was reminded although its answer had been acknowledged: after that ${between.map((move) => (move.kind === 'call' ? move.call : '')).join(', ')} came before the request`)];
}

/** The entry of the outbox, or the report of the unit. */
const isAbout = (about: readonly unknown[], due: Due): boolean => {
  const given = JSON.stringify(about);
  return given.includes(`"${keyOf(due, UNIT)}"`) || given.includes(`"report:${UNIT}"`);
};
