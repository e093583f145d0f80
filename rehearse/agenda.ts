import type { Instant } from '../src/domain/instant.ts';
import { datesOf, type Calendar } from './calendar.ts';
import { kindOn, unitOn } from './cardReading.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Folder, FolderRound } from './folder.ts';
import type { Arrival } from './simulatedTeams.ts';
import { seasonOf, type Season } from './seldom.ts';
import { actsAfterAsk, temperamentOf, type Act, type Temperament } from './staff.ts';
import type { Wire } from './timeline.ts';

/** One office of the town, as its folder has it. */
export type Setting = { readonly folder: Folder; readonly calendar: Calendar; readonly rounds: readonly FolderRound[] };

export type AgendaNeeds = {
  readonly settings: readonly Setting[];
  readonly seed: number;
  /** By unit, in the register's order; else each is drawn by the seed. */
  readonly temperaments?: readonly Temperament[];
  /** The secretariat leaves the units to themselves: it extends, exempts, enters, accepts nothing. */
  readonly handsOff?: boolean;
  /** Nothing happens to the town or to the service. */
  readonly calm?: boolean;
};

/** 予定表: what people have in mind to do, soonest first. */
export type Agenda = {
  /** A card that has just arrived makes people plan. */
  heard(arrivals: readonly Arrival[]): void;
  next(): Instant | undefined;
  /** Takes out the first act that is due. */
  due(now: Instant): Act | undefined;
  /** Nobody was there: again on the next open day. */
  putOff(act: Act, now: Instant): void;
};

export function newAgenda(needs: AgendaNeeds): Agenda {
  let acts: readonly Act[] = [];
  const add = (more: readonly Act[]): void => { acts = [...acts, ...more].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)); };
  return {
    heard: (arrivals) => { for (const arrival of arrivals) add(actsAfter(needs, arrival)); },
    next: () => acts[0]?.at,
    due: (now) => {
      const [first, ...rest] = acts;
      if (first === undefined || first.at > now) return undefined;
      acts = rest;
      return first;
    },
    putOff: (act, now) => {
      const calendar = needs.settings.find(({ folder }) => folder.id === act.office)?.calendar;
      if (calendar !== undefined) add([{ ...act, at: calendar.at(calendar.openDay(calendar.dayOf(now), 1), '10:30') }]);
    },
  };
}

function actsAfter(needs: AgendaNeeds, arrival: Arrival): readonly Act[] {
  const { how, kept, card, spot } = arrival;
  const setting = needs.settings.find(({ folder }) => folder.id === spot.office);
  if (how !== 'post' || !kept || !arrival.unasked || card === undefined || setting === undefined) return [];
  const round = setting.rounds.find(({ id }) => id === unitOn(card).round);
  return round === undefined ? [] : actsAbout(needs, setting, { ...arrival, card }, round);
}

function actsAbout(needs: AgendaNeeds, setting: Setting, { card, spot, at, activity }: Arrival & { readonly card: Wire }, round: FolderRound): readonly Act[] {
  const { folder, calendar } = setting;
  const chance = chanceOf(needs.seed, `${round.id}:${spot.id}`);
  const about = { office: folder.id, round: round.id, who: 0, unit: unitOn(card).section ?? '' } as const;
  switch (kindOn(card)) {
    case 'preview': return chance.oneIn(3) ? [] : [{ at: later(at, 20 * 60_000), what: 'release', office: folder.id, unit: '', round: round.id, who: 0 }];
    case 'confirm':
    case 'sent-back': return actsOfChecking(about, { card, spot, at, activity }, chance, chanceOf(needs.seed, `${spot.id}:${at}`));
    case 'ask-preview': return holds(needs, setting, round) ? holding(about, spot, activity, at, datesOf(calendar, round).askAt) : [];
    case 'ask': return spot.unit === undefined ? [] : actsOfAsk(needs, setting, { unit: spot.unit, askedAt: at, chance }, round);
    default: return [];
  }
}

const seasonIn = ({ calm = false }: AgendaNeeds, { rounds }: Setting, round: FolderRound): Season => seasonOf(rounds, round, calm);
const holds = (needs: AgendaNeeds, setting: Setting, round: FolderRound): boolean => needs.handsOff !== true && seasonIn(needs, setting, round).standstill;

function actsOfAsk(needs: AgendaNeeds, setting: Setting, asked: { readonly unit: string; readonly askedAt: Instant; readonly chance: Chance }, round: FolderRound): readonly Act[] {
  const { folder, calendar, rounds } = setting;
  const n = folder.units.findIndex(({ id }) => id === asked.unit);
  return actsAfterAsk({ folder, calendar, round, ...asked, handsOff: needs.handsOff, season: seasonIn(needs, setting, round) }, needs.temperaments?.[n] ?? temperamentOf(needs.seed, n, rounds.indexOf(round)));
}

type ToCheck = Pick<Arrival, 'spot' | 'at' | 'activity'> & { readonly card: Wire };

/** A head goes about what is to be confirmed; three of four units mend what was sent back. */
function actsOfChecking(about: Pick<Act, 'office' | 'round' | 'who' | 'unit'>, { card, spot, at, activity }: ToCheck, mends: Chance, chance: Chance): readonly Act[] {
  const within = (from: number, minutes: number): Instant => later(at, (from + chance.below(minutes)) * 60_000);
  if (kindOn(card) === 'confirm') return spot.person === undefined ? [] : [{ ...about, at: within(5, 90), what: 'check', by: { person: spot.person.id, activity } }];
  return spot.unit === undefined || mends.oneIn(4) ? [] : [{ ...about, at: within(60, 150), what: 'answer' }];
}

/** 照会の送付を止める an hour after it was shown, and 送付する an hour and a half after it would have gone out. */
function holding(about: Pick<Act, 'office' | 'round' | 'who' | 'unit'>, { person }: Arrival['spot'], activity: string, at: Instant, askAt: Instant): readonly Act[] {
  if (person === undefined) return [];
  const by = { person: person.id, activity };
  return [{ ...about, at: later(at, 60 * 60_000), what: 'hold-ask', by }, { ...about, at: later(askAt, 90 * 60_000), what: 'let-ask' }];
}

const later = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;
