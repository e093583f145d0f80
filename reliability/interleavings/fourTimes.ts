import type { Chance } from '../../rehearse/chance.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Pending, Report, Typed } from '../../src/domain/report.ts';
import { acknowledges, delivered, isAnswer, shows, textsOf, type Press } from './presses.ts';
import type { Ran } from './race.ts';
import { act, asked, holds, INITIATIVES, reportOf, storedPending, storedReport, wholeAnswer } from './reports.ts';
import { lost, twice, type Draw, type Found, type Scene, type SceneWalk } from './scene.ts';
import { LIGHT_ROUND, OFFICE, ownChat, personOf, ROUND, UNIT, UNIT_CHAT, type World } from './world.ts';

const BEFORE = '2026-10-19T06:00:00.000Z' as Instant;
const NOW = '2026-10-19T07:42:00.000Z' as Instant;
const ASKED = asked(ROUND, '2026-10-06T01:00:00.000Z' as Instant, '2026-10-20T08:00:00.000Z' as Instant);
const LIGHT_NOW = '2027-01-22T07:42:00.000Z' as Instant;
const LIGHT_ASKED = asked(LIGHT_ROUND, '2027-01-12T01:00:00.000Z' as Instant, '2027-01-26T08:00:00.000Z' as Instant);

/** What is pressed, upon what, and how many revisions come of it however often it arrives. */
type Case = { readonly what: string; readonly press: Omit<Press, 'person' | 'where' | 'by'>; readonly given: Scene['given']; readonly revisions: 0 | 1; readonly as: 'accepted' | 'draft' | undefined };

const own = act(1, 1, BEFORE, 'save', { [INITIATIVES[0] ?? '']: { done: '前の下書き' } });
const colleagues = act(1, 2, BEFORE, 'save', { [INITIATIVES[2] ?? '']: { discuss: '同僚の下書き' } });
const prior = (changes: Report['changes']): Scene['given'] => ({ at: NOW, entries: ASKED, report: reportOf(ROUND, changes) });
const form = (on: number, more: Readonly<Record<string, unknown>> = {}) => ({ base: on, page: 1, ...more });

/** The same two people wrote into the same field, and the first text stands. */
const conflict: Pending = {
  office: OFFICE, round: ROUND, section: UNIT, person: personOf(1), base: 0, seen: 1, typed: { [INITIATIVES[2] ?? '']: { discuss: '自分の文' } }, intent: 'save', at: BEFORE,
};

const incomplete: Typed = { [INITIATIVES[0] ?? '']: { done: '区分を選んでいない' } };

const CASES: readonly Case[] = [
  { what: 'a submission', press: { do: 'form.submit', typed: wholeAnswer('回答'), more: form(0, { sure: true }) }, given: { at: NOW, entries: ASKED }, revisions: 1, as: 'accepted' },
  { what: 'a submission upon a draft of one\'s own', press: { do: 'form.submit', typed: wholeAnswer('回答'), more: form(1, { sure: true }) }, given: prior([own]), revisions: 1, as: 'accepted' },
  { what: 'a submission beside a colleague\'s draft', press: { do: 'form.submit', typed: wholeAnswer('回答'), more: form(0, { sure: true }) }, given: prior([colleagues]), revisions: 1, as: 'accepted' },
  {
    what: 'a submission that changes an earlier one', press: { do: 'form.submit', typed: wholeAnswer('直した回答'), more: form(1, { sure: true }) },
    given: prior([act(1, 1, BEFORE, 'submit', wholeAnswer('回答'))]), revisions: 1, as: 'accepted',
  },
  { what: 'a draft', press: { do: 'form.save', typed: wholeAnswer('下書き'), more: form(0) }, given: { at: NOW, entries: ASKED }, revisions: 1, as: 'draft' },
  { what: 'an incomplete submission', press: { do: 'form.submit', typed: incomplete, more: form(0) }, given: { at: NOW, entries: ASKED }, revisions: 0, as: undefined },
  { what: '全て変わりなし', press: { do: 'form.unchanged', round: LIGHT_ROUND }, given: { at: LIGHT_NOW, entries: LIGHT_ASKED }, revisions: 1, as: 'accepted' },
  { what: 'a choice in a conflict', press: { do: 'conflict.choose', more: { use: 'typed' } }, given: { ...prior([colleagues]), pending: conflict }, revisions: 1, as: 'draft' },
];

/** 二度押しと再送: one press that arrives twice, and twice more with a new id, at two instances. */
export const fourTimes: Draw = (chance) => sceneOf(chance.pick(CASES), chance);

/** The plainest of them, for when every order is played. */
export const fourSubmissions = (chance: Chance): Scene => sceneOf(CASES[0] ?? chance.pick(CASES), chance);

function sceneOf(of: Case, chance: Chance): Scene {
  const where = chance.oneIn(3) ? UNIT_CHAT : ownChat(1);
  const press: Press = { person: 1, where, by: chance.oneIn(4) ? 'submit' : 'execute', ...of.press };
  const walks = ['first', 'first again', 'second', 'second again'].map((name, n): SceneWalk => ({
    name, instance: chance.oneIn(2) ? 0 : 1,
    go: ({ instances }, instance) => instances[instance].desk.received(delivered(press, n < 2 ? 1 : n)),
  }));
  return {
    name: `${of.what} (${press.by}, ${where.kind}, instances ${walks.map(({ instance }) => instance).join('')})`,
    given: of.given, walks, judge: (world, ran) => judge(of, world, ran),
  };
}

async function judge(of: Case, { store }: World, { ends }: Ran): Promise<readonly Found[]> {
  const report = await storedReport(store, of.press.round);
  const waiting = await storedPending(store, 1, of.press.round);
  return [...onAnswers(of, ends), ...onReport(of, report, ends), ...(waiting === undefined ? [] : [twice('text of it still waits for a choice')])];
}

/** Four answers, and all of them the same. */
function onAnswers({ as }: Case, ends: Ran['ends']): readonly Found[] {
  const answers = new Set(ends.map((end) => (end.ok ? JSON.stringify(end.value) : `thrown: ${String(end.fault)}`)));
  return [
    ...(answers.size > 1 ? [twice(`the four were answered in ${answers.size} ways`)] : []),
    ...ends.flatMap((end) => (end.ok && isAnswer(end.value) && end.value.kind !== 'nothing' ? [] : [lost('a press was not answered')])),
    ...ends.flatMap((end) => (end.ok && acknowledges(end.value) === as ? [] : [lost(`a press was answered as ${String(end.ok ? acknowledges(end.value) : 'a fault')}`)])),
  ];
}

/** What was typed is in one revision; where none may come of it, it came back. */
function onReport({ press, given, revisions }: Case, report: Report | undefined, ends: Ran['ends']): readonly Found[] {
  const added = (report?.seq ?? 0) - (given.report?.seq ?? 0);
  const typed = textsOf(press.typed ?? given.pending?.typed ?? {});
  const isThere = (text: string): boolean => (revisions === 0 ? ends.every((end) => end.ok && shows(end.value, text)) : holds(report, text));
  return [
    ...(added > revisions ? [twice(`${added} revisions came of one press`)] : []),
    ...(added < revisions ? [lost('no revision came of it')] : []),
    ...typed.filter((text) => !isThere(text)).map((text) => lost(revisions === 0 ? `${text} did not come back` : `${text} is not in the report`)),
  ];
}
