import { inputId } from '../src/cards/payload.ts';
import { dayOf, momentAt, plusDays } from '../src/domain/calendar.ts';
import { parsePersonId } from '../src/domain/ids.ts';
import { parseWallTime, type Instant } from '../src/domain/instant.ts';
import { initiativesOf, type Office, type Section } from '../src/domain/office.ts';
import type { Field, Values } from '../src/domain/report.ts';
import type { RoundPlan } from '../src/domain/round.ts';
import { scheduleOf } from '../src/domain/schedule.ts';
import type { Caller, FrontDesk, Inbound, Where } from '../src/ports.ts';
import { ANSWERED_AT, ANSWERS } from './answers.ts';
import { TENANT } from './playground.ts';
import { NEIGHBOURHOOD } from './silentTeams.ts';

/** One unit's answer to one round, at its moment. */
export type Step = { readonly at: Instant; readonly round: RoundPlan; readonly section: Section };

/** 隣の所属: the units that nobody plays. Each has a group chat of its own and answers through the same front desk as everybody. */
export type Neighbours = {
  /** The bot is put into their chats. */
  moveIn(desk: FrontDesk): Promise<void>;
  /** What they do after one moment and up to another, in order. */
  between(after: Instant, upTo: Instant): readonly Step[];
  answer(desk: FrontDesk, step: Step): Promise<void>;
};

/** @param played names of the units that have a person before a screen. */
export function neighboursOf(office: Office, played: readonly string[]): Neighbours {
  const sections = office.sections.filter(({ name }) => !played.includes(name));
  const steps = office.rounds.flatMap((round) => sections.flatMap((section) => stepOf(office, round, section))).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return {
    moveIn: async (desk) => {
      for (const section of sections) await desk.received({ kind: 'installed', where: chatOf(section) });
    },
    between: (after, upTo) => steps.filter(({ at }) => after < at && at <= upTo),
    answer: async (desk, step) => {
      await desk.received(pressOf(office, sections.indexOf(step.section), step));
    },
  };
}

function stepOf(office: Office, round: RoundPlan, section: Section): readonly Step[] {
  const when = ANSWERED_AT[section.id];
  const hour = parseWallTime(when?.at ?? '');
  if (when === undefined || !hour.ok) return [];
  const day = plusDays(dayOf(office.zone, scheduleOf(office, round).askAt), when.days);
  return [{ at: momentAt(office.zone, day, hour.value), round, section }];
}

const chatOf = ({ id, name }: Section): Where => {
  const conversation = `chat-${id}`;
  return { address: { kind: 'groupChat', tenant: TENANT, serviceUrl: NEIGHBOURHOOD, conversation }, thread: conversation, channelName: name };
};

function callerOf({ id, name }: Section, number: number): Caller {
  const person = parsePersonId(`00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`);
  if (!person.ok) throw new Error(`more neighbours than object ids: ${number}`);
  return { person: person.value, name: `${name}の担当者`, teamsId: `neighbour-${id}`, tenant: TENANT };
}

function pressOf(office: Office, number: number, { round, section }: Step): Inbound {
  const unit = { v: 1, office: office.id, round: round.id, section: section.id };
  const data = round.kind === 'light' ? { do: 'form.unchanged', ...unit } : { do: 'form.submit', ...unit, base: 0, page: 1, sure: true, ...typed(office, round, section) };
  return { kind: 'pressed', caller: callerOf(section, number), where: chatOf(section), data, by: 'execute', trigger: 'manual' };
}

function typed(office: Office, round: RoundPlan, section: Section): Readonly<Record<string, string>> {
  const answered = initiativesOf(office, section.id, round.asOf).flatMap(({ id }) =>
    Object.entries(inKind(round, ANSWERS[id] ?? {})).map(([field, value]): [string, string] => [inputId(id, field as Field), value]));
  return Object.fromEntries(answered);
}

/** At the end of the year a grade stands in the place of the mark. */
const inKind = ({ kind }: RoundPlan, values: Values): Values =>
  kind === 'yearend' ? { done: '計画した取組を行いました。', ...values, mark: values.mark === 'delayed' ? 'g4' : 'g3' } : values;
