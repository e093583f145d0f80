import type { WallClock } from '../src/ports.ts';
import { openForm } from './answering.ts';
import { calendarOf } from './calendar.ts';
import type { Standing } from './client.ts';
import { moved, type Deciding, type Done } from './deciding.ts';
import type { Folder } from './folder.ts';
import { posting, undoneIn, type Posting } from './posting.ts';
import type { Seldom } from './seldom.ts';
import { standstill } from './standstill.ts';
import type { Person, Town, UnitOf } from './town.ts';

/** What it takes to do what is done seldom; `message`: the one upon which somebody acts. */
export type SeldomNeeds = Omit<Deciding, 'unit'> & {
  readonly office: string;
  readonly folder: Folder | undefined;
  readonly town: Town;
  readonly wall: WallClock;
  readonly by: string | undefined;
  readonly message: Standing | undefined;
  readonly askOf: (of: UnitOf & { readonly round: string }) => Standing | undefined;
  readonly reaches: (card: Standing) => boolean;
};

/** @returns false if nobody was there. */
export async function seldom(needs: SeldomNeeds, what: Seldom, unit: string): Done {
  const { town, office, folder } = needs;
  const secretaries = town.people.filter((person) => person.office === office && person.role === 'secretariat');
  const by = secretaries.find(({ id }) => id === needs.by) ?? secretaries[1] ?? secretaries[0];
  if (by === undefined || folder === undefined) return true;
  switch (what) {
    case 'knock': return knock(needs);
    case 'pause-all':
    case 'resume-all':
    case 'hold-ask':
    case 'let-ask': return standstill({ ...needs, preview: needs.message }, by, what);
    default: return posting({ ...needs, folder, today: calendarOf(folder).dayOf(needs.wall.now()) } satisfies Posting, by, what, unit);
  }
}

/** Whoever's word was undone presses 「回答する」, and is let in or not. */
async function knock(needs: SeldomNeeds): Done {
  const undone = undoneIn(needs, needs.office);
  const person: Person | undefined = undone && needs.town.people.find(({ id }) => id === undone.holder.id);
  const ask = undone && needs.askOf({ office: needs.office, unit: undone.unit, round: needs.round });
  if (undone === undefined || person === undefined || ask === undefined) return true;
  if (!needs.reaches(ask)) return false;
  const opened = await openForm(needs, person, ask);
  if ('as' in opened && opened.as === 'unreachable') return false;
  moved({ ...needs, unit: undone.unit }, person, 'form' in opened ? 'let-in' : 'turned-away');
  return true;
}
