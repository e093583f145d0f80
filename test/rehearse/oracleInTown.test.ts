import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../rehearse/oracle/case.ts';
import { repeats } from '../../rehearse/oracle/repeats.ts';
import { breachesOfPreparing } from '../../rehearse/oracle/secretariat.ts';
import { breachesOfSecrecy } from '../../rehearse/oracle/secrecy.ts';
import { breachesOfStaleness } from '../../rehearse/oracle/stale.ts';
import { breachesOfStanding } from '../../rehearse/oracle/standing.ts';
import { breachesOfTelling } from '../../rehearse/oracle/told.ts';
import { ownChat } from '../../rehearse/town.ts';
import type { Acknowledged, Happened } from '../../rehearse/witness.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { arrival, at, card, CHAT, OFFICE, person, ROUND, secretary, smallCase, SOUMU } from './smallCase.ts';

type Happening = Parameters<typeof happened>[1];
const asked = at('2026-10-06', '10:00');
const kinds = (breaches: readonly { readonly promise: string }[]): readonly string[] => breaches.map(({ promise }) => promise);
const happened = (when: Instant, what: { readonly kind: 'remove' | 'make' | 'uninstall' | 'install' } | { readonly kind: 'block' | 'unblock'; readonly person: typeof secretary } | { readonly kind: 'delete-ask'; readonly activity: string }, heard = true): Happened => {
  const of = { at: when, office: OFFICE, heard };
  if (what.kind === 'delete-ask') return { ...of, ...what, unit: 'soumu', round: ROUND };
  return 'person' in what ? { ...of, kind: what.kind, person: what.person } : { ...of, kind: what.kind, spot: what.kind === 'make' ? ANEW : SOUMU };
};
const ANEW = { ...SOUMU, id: '19:anew' };
const on = (day: string, wall: string, what: Happening, heard = true): Happened => happened(at(day, wall), what, heard);
const taken = (given: Partial<Acknowledged> = {}): Acknowledged => ({ at: at('2026-10-08', '11:00'), unit: 'soumu', round: ROUND, person: person(), as: 'accepted', typed: {}, ...given });
const REMIND = card('【お知らせ】中間報告の提出期限は、10月20日（火）17:00です。', ['総務課'], ['form.open']);
const LATE = card('中間報告の提出について（お願い）', ['総務課'], ['form.open']);

describe('an ask that somebody deleted', () => {
  const first = arrival({ at: asked });
  const again = (day: string) => arrival({ at: at(day, '11:00') });
  const gone = on('2026-10-07', '10:00', { kind: 'delete-ask', activity: first.activity });
  it.each<[string, readonly Happened[], readonly string[], number]>([
    ['stands, and the unit is asked again', [], ['2026-10-08'], 1],
    ['may come anew', [gone], ['2026-10-08'], 0],
    ['may come anew once', [gone], ['2026-10-08', '2026-10-09'], 1],
    ['was no reason to ask anew before', [gone], ['2026-10-06'], 1],
  ])('%s', (_, events, days, duplicates) => {
    expect(repeats(smallCase([first, ...days.map(again)], { happened: [...events] })).duplicates).toBe(duplicates);
  });
});

describe('a card that stands where the bot is not let in', () => {
  const ask = arrival({ at: asked });
  const closed = (day: string, wall: string) => arrival({ at: at(day, wall), how: 'edit', activity: ask.activity, card: card('中間報告について（照会）', ['！ 受付は、10月26日（月）17:00に終了しました。']) });
  const out = [on('2026-10-26', '16:00', { kind: 'uninstall' }), on('2026-10-27', '09:00', { kind: 'install' })];
  it.each<[string, readonly Happened[], readonly ReturnType<typeof closed>[], readonly string[]]>([
    ['says it within five minutes of the bot\'s being back', out, [closed('2026-10-27', '09:05')], []],
    ['says it later than that', out, [closed('2026-10-27', '09:06')], ['stale']],
    ['says it late though the bot was never away', [], [closed('2026-10-27', '09:05')], ['stale']],
    ['was deleted', [on('2026-10-25', '10:00', { kind: 'delete-ask', activity: ask.activity })], [], []],
    ['was in a channel that was deleted', [on('2026-10-25', '10:00', { kind: 'remove' })], [], []],
  ])('%s', (_, events, looks, wanted) => { expect(kinds(breachesOfStaleness(smallCase([ask, ...looks], { happened: [...events] })))).toEqual(wanted); });
});

describe('a unit without a place', () => {
  const due = [arrival({ at: at('2026-10-16', '10:00'), card: REMIND }), arrival({ at: at('2026-10-20', '10:00'), card: REMIND }), arrival({ at: at('2026-10-21', '10:00'), card: LATE })];
  const gone = (until: readonly [string, string] | undefined) =>
    [on('2026-10-05', '10:00', { kind: 'remove' }), ...(until === undefined ? [] : [on(...until, { kind: 'make' })])];
  const askAt = (day: string, wall: string) => [arrival({ at: at(day, wall), spot: ANEW }), ...due];
  it.each<[string, readonly Happened[], Case['witness']['arrivals'], readonly string[]]>([
    ['from the ask until 資料確定 need not be asked', gone(undefined), [], []],
    ['until 資料確定 exactly', gone(['2026-10-26', '17:00']), [], []],
    ['until just before it', gone(['2026-10-26', '16:59']), [], ['not-asked']],
    ['never', [], [], ['not-asked']],
    ['until an hour after the ask is asked then', gone(['2026-10-06', '11:00']), askAt('2026-10-06', '11:00'), []],
    ['until then is asked while 90 minutes of office hours go by', gone(['2026-10-06', '11:00']), askAt('2026-10-06', '14:30'), []],
    ['until then is asked later', gone(['2026-10-06', '11:00']), askAt('2026-10-06', '14:31'), ['not-asked']],
    ['is not reminded meanwhile', [on('2026-10-16', '09:00', { kind: 'uninstall' }), on('2026-10-19', '11:00', { kind: 'install' })], [arrival({ at: asked }), ...due.slice(1)], []],
    ['had one again when the お知らせ was due', [on('2026-10-15', '09:00', { kind: 'uninstall' }), on('2026-10-16', '10:00', { kind: 'install' })], [arrival({ at: asked }), ...due.slice(1)], ['not-reminded']],
  ])('%s', (_, events, arrivals, wanted) => { expect(kinds(breachesOfStanding(smallCase(arrivals, { happened: [...events] })))).toEqual(wanted); });

  const written = (seconds: number) => arrival({ at: new Date(Date.parse(asked) + seconds * 1000).toISOString() as Instant, card: REMIND, kept: false, refused: 'BotNotInConversationRoster' });
  it.each([
    ['a message that was under way when the bot was taken out', 59, true, []],
    ['a message to where the bot had been taken out', 60, true, ['wrong-place']],
    ['a message to where nobody told the bot that it was taken out', 60, false, []],
  ] as const)('%s', (_, seconds, heard, wanted) => {
    const given = smallCase([arrival({ at: asked }), written(seconds), ...due], { happened: [happened(asked, { kind: 'uninstall' }, heard), on('2026-10-15', '09:00', { kind: 'install' })] });
    expect(kinds(breachesOfStanding(given))).toEqual(wanted);
  });
});

describe('a channel whose deletion the service did not hear of', () => {
  const gone = (heard: boolean, from = '2026-10-10', to = '2026-10-19') => [on(from, '10:00', { kind: 'remove' }, heard), on(to, '15:00', { kind: 'make' })];
  const ask = arrival({ at: asked });
  const told = (wall: string) => arrival({ at: at('2026-10-16', wall), spot: CHAT, card: card('総務課：中間報告の期限前のお知らせが届きませんでした。') });
  it.each<[string, readonly Happened[], Case['witness']['arrivals'], readonly Acknowledged[], readonly string[]]>([
    ['is told when the first お知らせ cannot come', gone(false), [ask, told('10:01')], [], []],
    ['is told to nobody', gone(false), [ask], [], ['not-told']],
    ['is told after 90 minutes', gone(false), [ask, told('11:31')], [], ['not-told']],
    ['is nothing to tell where it was heard of', gone(true), [ask], [], []],
    ['is nothing to tell where nothing was due', gone(false, '2026-10-10', '2026-10-15'), [ask], [], []],
    ['is nothing to tell where the unit had answered', gone(false), [ask], [taken()], []],
  ])('%s', (_, events, arrivals, acknowledged, wanted) => {
    expect(kinds(breachesOfTelling(smallCase(arrivals, { happened: [...events], acknowledged: [...acknowledged] })))).toEqual(wanted);
  });
});

describe('the only one of the secretariat, who blocks the bot', () => {
  const blocked = [on('2026-10-06', '09:00', { kind: 'block', person: secretary }), on('2026-10-08', '15:00', { kind: 'unblock', person: secretary })];
  const lost = arrival({ at: asked, kept: false });
  const notice = (day: string, wall: string, given: Parameters<typeof arrival>[0] | object = {}) => arrival({ at: at(day, wall), spot: CHAT, card: card('総務課：中間報告の照会が届きませんでした。'), ...given });
  const refused = notice('2026-10-06', '10:01', { kept: false, refused: 'ConversationBlockedByUser' });
  it.each<[string, Case['witness']['arrivals'], readonly string[]]>([
    ['is told once they let it in again', [lost, refused, notice('2026-10-08', '15:01')], []],
    ['is told later than 90 minutes after', [lost, refused, notice('2026-10-09', '08:31')], ['not-told']],
    ['is never told', [lost, refused], ['not-told']],
    ['is told as a number where their unit can read it', [lost, refused, arrival({ at: at('2026-10-06', '10:01'), spot: { ...SOUMU, id: '19:kikaku', unit: 'kikaku' }, card: card('事務局あてのお知らせ　1件') })], []],
    ['was not told for the line’s sake', [lost, notice('2026-10-08', '15:01', { kept: false })], []],
  ])('%s', (_, arrivals, wanted) => { expect(kinds(breachesOfTelling(smallCase(arrivals, { happened: blocked })))).toEqual(wanted); });

  const CHECK = card('中間報告　事務局確認');
  const PREVIEW = card('【送付前】中間報告の取りまとめ', [], ['summary.release']);
  const check = (day: string, wall: string, more: object = {}) => arrival({ at: at(day, wall), spot: CHAT, card: CHECK, ...more });
  const preview = (wall: string, more: object = {}) => arrival({ at: at('2026-10-26', wall), spot: CHAT, card: PREVIEW, ...more });
  const told = arrival({ at: at('2026-09-01', '09:00'), card: card('区役所サービス向上方針の進捗報告について（お知らせ）') });
  const asking = (day: string, wall: string) => arrival({ at: at(day, wall), spot: CHAT, card: card('中間報告　照会の送付前確認', [], ['board.ask']) });
  const shut = { kept: false, refused: 'ConversationBlockedByUser' } as const;
  const until = (day: string, wall: string) => [on('2026-10-22', '15:30', { kind: 'block', person: secretary }), on(day, wall, { kind: 'unblock', person: secretary })];
  it.each<[string, readonly Happened[], Case['witness']['arrivals'], readonly string[]]>([
    ['gets the check and the preview when they are due', [], [check('2026-10-23', '10:00'), preview('17:00')], []],
    ['gets the request before the units do, the afternoon before', [], [told, asking('2026-10-05', '13:00'), check('2026-10-23', '10:00'), preview('17:00')], []],
    ['sees the request only when the units do', [], [told, asking('2026-10-06', '10:00'), check('2026-10-23', '10:00'), preview('17:00')], ['not-told']],
    ['went live too late to see it before', [], [{ ...told, at: at('2026-10-05', '13:01') }, check('2026-10-23', '10:00'), preview('17:00')], []],
    ['gets neither', [], [notice('2026-10-06', '10:01')], ['not-told', 'not-told']],
    ['gets the check when the bot is let in again', until('2026-10-26', '15:30'), [check('2026-10-23', '10:00', shut), check('2026-10-26', '15:31'), preview('17:00')], []],
    ['does not get it then', until('2026-10-26', '15:30'), [check('2026-10-23', '10:00', shut), preview('17:00')], ['not-told']],
    ['lets it in too late for it', until('2026-10-26', '16:59'), [check('2026-10-23', '10:00', shut), preview('17:00')], []],
    ['did not get it for the line’s sake', [], [check('2026-10-23', '10:00', { kept: false }), preview('17:00')], []],
  ])('%s', (_, events, arrivals, wanted) => { expect(kinds(breachesOfPreparing(smallCase(arrivals, { happened: [...events] })))).toEqual(wanted); });
});

describe('somebody who was transferred', () => {
  const moved = person({ unit: 'eisei' });
  const units = [{ id: 'soumu', name: '総務課' }, { id: 'eisei', name: '衛生課' }, { id: 'kumin', name: '区民課' }].map((each) => ({ ...each, initiatives: [] }));
  const shown = (name: string) => {
    const given = smallCase([], { shown: [{ at: asked, person: moved, spot: ownChat(moved), card: card(`${name}の報告`) }], happened: [{ at: at('2026-10-01', '08:30'), office: OFFICE, kind: 'transfer', person: person(), unit: 'eisei', heard: false }] });
    return kinds(breachesOfSecrecy({ ...given, folder: { ...given.folder, units } }));
  };
  it.each([['総務課', []], ['衛生課', []], ['区民課', ['leak']]])('may be shown what is of %s: %j', (name, wanted) => { expect(shown(name)).toEqual(wanted); });
});

