import { parseActivity, readActivity } from '../../src/adapters/teams/activity.ts';
import { inputId } from '../../src/cards/payload.ts';
import type { RoundId } from '../../src/domain/ids.ts';
import type { Address } from '../../src/domain/place.ts';
import type { Field, Typed } from '../../src/domain/report.ts';
import { entriesOf } from '../../src/domain/reportState.ts';
import type { Answer, Inbound } from '../../src/ports.ts';
import { OFFICE, personOf, ROUND, UNIT } from './world.ts';

/** 一押し: who presses what, where, with what typed into it. */
export type Press = {
  readonly person: number;
  readonly where: Address;
  readonly by: 'execute' | 'submit';
  readonly do: string;
  readonly round?: RoundId;
  readonly typed?: Typed;
  readonly more?: Readonly<Record<string, unknown>>;
};

/** One delivery of a press as it comes over the wire: the same press comes again with the same id, or with a new id and a new time. */
export function delivered(press: Press, delivery: number): Inbound {
  const { person, where: { kind, conversation, tenant, serviceUrl }, by, round = ROUND, typed = {}, more = {} } = press;
  const data = {
    do: press.do, v: 1, office: OFFICE, round, section: UNIT, ...more,
    ...Object.fromEntries(entriesOf(typed).flatMap(([initiative, values]) => Object.entries(values).map(([field, text]) => [inputId(initiative, field as Field), text]))),
  };
  const activity = {
    id: `1760000000${delivery}`, timestamp: `2026-10-19T07:42:0${delivery}.000Z`, channelId: 'msteams', serviceUrl, replyToId: 'card-1', recipient: { id: '28:bot' },
    from: { id: `29:${person}`, name: `職員${person}`, aadObjectId: personOf(person) },
    conversation: { id: conversation, conversationType: kind, tenantId: tenant }, channelData: { tenant: { id: tenant } },
    ...(by === 'submit' ? { type: 'message', value: data } : { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', data }, trigger: 'manual' } }),
  };
  const parsed = parseActivity(activity);
  if (parsed === undefined) throw new Error('no activity');
  return readActivity(parsed);
}

/** What an answer says to whoever pressed: received, kept as a draft, or neither. */
export function acknowledges(answer: unknown): 'accepted' | 'draft' | undefined {
  const words = JSON.stringify(answer);
  if (words.includes('を受け付けました。')) return 'accepted';
  return words.includes('下書きを保存しました') ? 'draft' : undefined;
}

/** Every text that is shown or given back. */
export const shows = (answer: unknown, text: string): boolean => JSON.stringify(answer).includes(text);

export const isAnswer = (given: unknown): given is Answer => typeof given === 'object' && given !== null && 'kind' in given;

/** The texts that were typed, marks left out. */
export const textsOf = (typed: Typed): readonly string[] =>
  entriesOf(typed).flatMap(([, values]) => Object.entries(values).flatMap(([field, text]) => (field === 'mark' || text === '' ? [] : [text])));
