import type { Instant } from '../../src/domain/instant.ts';
import { calendarOf, datesOf } from '../../rehearse/calendar.ts';
import { readFolder } from '../../rehearse/folder.ts';
import { seen, type Case } from '../../rehearse/oracle/case.ts';
import type { Arrival } from '../../rehearse/simulatedTeams.ts';
import { ownChat, type Person, type Spot } from '../../rehearse/town.ts';
import { newWitness, type Witness } from '../../rehearse/witness.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

const folder = readFolder(smallOffice({}, FEW_UNITS));
export const ROUND = 'FY2026-mid';
export const [{ id: OFFICE }] = [folder];

export const person = (given: Partial<Person> = {}): Person => ({ office: OFFICE, id: 'p1', teamsId: '29:1', name: '佐藤 1', upn: 'p1@example.lg.jp', unit: 'soumu', role: 'staff', alone: false, oldClient: false, ...given });
export const secretary = person({ id: 's1', teamsId: '29:90', name: '鈴木 90', role: 'secretariat' });
export const SOUMU: Spot = { office: OFFICE, id: '19:soumu', kind: 'channel', name: '総務課', unit: 'soumu' };
export const MEETING: Spot = { office: OFFICE, id: '19:meeting', kind: 'channel', name: '区部長会議', meeting: true };
export const CHAT = ownChat(secretary);

/** A moment of the office's. */
export const at = (day: string, wall: string): Instant => calendarOf(folder).at(day, wall);

/** A card with those lines, and buttons that do that. */
export const card = (title: string, lines: readonly string[] = [], does: readonly string[] = []): Record<string, unknown> => ({
  type: 'AdaptiveCard', fallbackText: title,
  body: [title, ...lines].map((text) => ({ type: 'TextBlock', text })),
  actions: does.map((each) => ({ type: 'Action.Execute', title: each, data: { do: each, section: 'soumu', round: ROUND } })),
});
export const ASK = card('中間報告について（照会）　提出期限　10月20日（火）17:00', ['総務課　取組2件', '□ 未提出'], ['form.open']);

let serial = 0;
export const arrival = (given: Partial<Arrival> & Pick<Arrival, 'at'>): Arrival =>
  ({ spot: SOUMU, conversation: SOUMU.id, activity: `a${(serial += 1)}`, how: 'post', card: ASK, unasked: true, kept: true, ambiguous: false, ...given });

/** What the oracle is given, of an office of four units and one round. */
export function smallCase(arrivals: readonly Arrival[], more: Partial<Witness> = {}): Case {
  const calendar = calendarOf(folder);
  const rounds = folder.rounds;
  const dates = new Map(rounds.map((round) => [round.id, datesOf(calendar, round)]));
  const posts = arrivals.filter(({ how, kept, card: shown }) => how === 'post' && kept && shown !== undefined).map((each) => seen(each, dates));
  return { folder: { ...folder, units: folder.units.filter(({ id }) => id === 'soumu') }, neighbours: [], calendar, rounds, dates, witness: { ...newWitness(arrivals), ...more }, posts };
}
