import type { UnitStatus } from './board.ts';
import { dayOf, momentAt, openDaysAfter } from './calendar.ts';
import { heldOn } from './decidePosts.ts';
import { statusIn } from './deriveBoard.ts';
import { directionsOf, openOf } from './directedRounds.ts';
import type { RoundFacts } from './facts.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import type { Instant, LocalDate, WallTime } from './instant.ts';
import { sectionsOn, validOn, type Office, type Post, type Section } from './office.ts';
import type { Person } from './place.ts';
import type { RoundPlan } from './round.ts';
import { scheduleIn } from './schedule.ts';

/** What a unit has still to do in a round that is open. */
export type OpenTask = { readonly round: RoundPlan; readonly status: UnitStatus };

/** A unit with posts that nobody holds. `lastDay`: on which they ended, if they all ended together with the year. `directions`: 指示・意見 that are 対応中. */
export type Vacancy = { readonly section: Section; readonly roles: readonly Post['role'][]; readonly lastDay: LocalDate | undefined; readonly tasks: readonly OpenTask[]; readonly directions: number };

/** 担当の引継ぎ: in the register's order. */
export type Handover = { readonly fiscalYear: number; readonly vacancies: readonly Vacancy[] };

type Facts = { readonly office: Office; readonly people: readonly Person[]; readonly rounds: readonly RoundFacts[] };

/** It is told for so many 開庁日, to whoever can be reached by then. */
const IS_NEWS = 5;

/** From 10:00 of the first 開庁日 of the fiscal year. */
export function handoverTime({ calendar, zone }: Office, fiscalYear: number): { readonly fiscalYear: number; readonly from: Instant; readonly until: Instant } {
  const at = (openDays: number): Instant => momentAt(zone, openDaysAfter(calendar, lastDayBefore(fiscalYear), openDays), '10:00' as WallTime);
  return { fiscalYear, from: at(1), until: at(1 + IS_NEWS) };
}

const lastDayBefore = (fiscalYear: number): LocalDate => `${fiscalYear}-03-31` as LocalDate;

/** The posts without a holder, and what waits for them; `undefined` if there is nothing to tell. */
export function handoverOf(facts: Facts, now: Instant): Handover | undefined {
  const { office } = facts;
  const day = dayOf(office.zone, now);
  const fiscalYear = fiscalYearOf(day);
  const ended = lastDayBefore(fiscalYear);
  const vacancies = sectionsOn(office, day).flatMap((section): readonly Vacancy[] => {
    const roles = ROLES.filter((role) => isVacant(facts, section, role, { day, ended }));
    const endedThen = roles.every((role) => hadUntil(office, section, role, ended));
    return roles.length === 0 ? [] : [{ section, roles, lastDay: endedThen ? ended : undefined, tasks: tasksOf(facts, section, now), directions: openOf(directionsOf(facts.rounds, section.id)).length }];
  });
  return vacancies.length === 0 ? undefined : { fiscalYear, vacancies };
}

const ROLES = ['head', 'deputy', 'reporter'] as const;

/** A post that ended with the year and was not given since; and a head or reporter where other units of the office have one. */
function isVacant({ office, people }: Facts, section: Section, role: (typeof ROLES)[number], { day, ended }: { readonly day: LocalDate; readonly ended: LocalDate }): boolean {
  if (heldOn(office, section.id, role, day).length > 0 || (role === 'reporter' && hasDeclaredReporter(office, people, section))) return false;
  return hadUntil(office, section, role, ended) || (role !== 'deputy' && isInUse(office, role, [day, ended]));
}

const hadUntil = ({ posts }: Office, { id }: Section, role: Post['role'], lastDay: LocalDate): boolean =>
  posts.some((post) => post.role === role && post.role !== 'secretariat' && post.section === id && post.to === lastDay);

const isInUse = ({ posts }: Office, role: Post['role'], days: readonly LocalDate[]): boolean => posts.some((post) => post.role === role && days.some((day) => validOn(post, day)));

/** 担当者として登録 by themselves. */
const hasDeclaredReporter = ({ answering }: Office, people: readonly Person[], { id }: Section): boolean =>
  answering === 'declared' && people.some(({ declared }) => declared[id]?.reporter === true);

/** Asked, and not yet submitted, or sent back. */
const tasksOf = ({ rounds }: Facts, { id }: Section, now: Instant): readonly OpenTask[] =>
  rounds.flatMap((facts): readonly OpenTask[] => {
    const { askAt, freezeAt } = scheduleIn(facts);
    const status = askAt <= now && now < freezeAt ? statusIn(facts, id, now) : undefined;
    return status !== undefined && OPEN.includes(status.state) ? [{ round: facts.round, status }] : [];
  });

const OPEN: readonly UnitStatus['state'][] = ['asked', 'draft', 'sent-back'];
