import { amendedRegister, isOfRegister, type RegisterAmendment } from './amendRegister.ts';
import { amendedRounds, isOfRounds, type RoundAmendment } from './amendRounds.ts';
import type { OfficeId } from './ids.ts';
import type { Office } from './office.ts';

/** 変更: one decision that was taken in chat over what the folder says. */
export type Amendment = RoundAmendment | RegisterAmendment;

/** 変更の記録 of an office, oldest first; nothing is ever taken out of it. One document (`amendments`). */
export type Amendments = { readonly office: OfficeId; readonly acts: readonly Amendment[] };

/** As with `withAppointments`, the same office for as long as neither changes. */
const laid = new WeakMap<Office, WeakMap<Amendments, Office>>();

/** The office as its folder and what was decided in chat make it together: what was decided leads, whatever an import brings later. */
export function withAmendments(office: Office, amendments: Amendments | undefined): Office {
  if (amendments === undefined || amendments.acts.length === 0) return office;
  const over = laid.get(office) ?? new WeakMap<Amendments, Office>();
  const together = over.get(amendments) ?? amended(office, amendments.acts);
  laid.set(office, over.set(amendments, together));
  return together;
}

const amended = (office: Office, acts: readonly Amendment[]): Office => ({
  ...office, ...amendedRegister(office, acts.filter(isOfRegister)), rounds: amendedRounds(office.rounds, acts.filter(isOfRounds)),
});
