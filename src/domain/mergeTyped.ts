import type { InitiativeId, PersonId } from './ids.ts';
import { proposedAt, type Proposed } from './proposed.ts';
import type { Field, FieldConflict, Report, Typed } from './report.ts';
import { asOfSeq, draftOf, entriesOf, laidOver, valueOf, writerOf } from './reportState.ts';

/** The inputs that a form showed, by initiative. Clients leave out inputs that are empty, so what was shown must be known from elsewhere. */
export type Shown = ReadonlyMap<InitiativeId, readonly Field[]>;

export type Merge = {
  /** What the writer changed since the form was drawn, emptied fields as `''`, and what they took over as it was proposed; the rest of the form is as it was given to them. */
  readonly touched: Typed;
  /** The part of it that is to be written: free of conflict, and not what stands there already. */
  readonly changed: Typed;
  readonly conflicts: readonly FieldConflict[];
};

/**
 * 送られた画面: what came back of a form, and the version that it was drawn from. `hidden`: 伏せた画面, whose inputs were empty whatever stood
 * there, for others read that place too: what stays empty in it was left alone.
 */
export type Sent = { readonly base: number; readonly hidden?: boolean; readonly typed: Typed; readonly shown: Shown };

/** 下書きの案 of which the form may have held some. `all`: what came back as proposed is meant, as by a submission; else only beside something that was changed. */
export type Proposals = { readonly texts: Proposed; readonly all: boolean };
const NONE: Proposals = { texts: {}, all: false };

type Cell = { readonly initiative: InitiativeId; readonly field: Field; readonly said: string };

/**
 * 三方向の突合せ, field by field: `base` is the version that the form was drawn from, what is stored has gone on since. A field that
 * the writer left alone stays as stored; one that only the writer changed is taken; one that somebody else changed meanwhile, to
 * something else than what stood there when the form was drawn, is a conflict. A person is never in conflict with themselves: their
 * later word counts.
 *
 * A shown field that did not come back was emptied, provided that anything of its initiative came back: an initiative of which
 * nothing came was not on that page, and is left alone.
 *
 * A text that was proposed counts as the one that the box was drawn with, and is taken over with the rest of its initiative.
 */
export function mergeTyped(report: Report | undefined, { base, hidden = false, typed, shown }: Sent, by: PersonId, { texts, all }: Proposals = NONE): Merge {
  const proposed = hidden ? {} : texts;
  const [given, offered] = [asOfSeq(report, base), proposedAt(report, proposed, base)];
  const opened = laidOver(given, offered);
  const isTouched = (cell: Cell): boolean => (hidden ? isWritten(cell, typed, given) : cell.said !== valueOf(opened, cell.initiative, cell.field));
  const cells = cellsOf(typed, shown);
  const meant = new Set(cells.filter((cell) => all || isTouched(cell)).map(({ initiative }) => initiative));
  const isTakenOver = ({ initiative, field }: Cell): boolean =>
    meant.has(initiative) && valueOf(offered, initiative, field) !== '' && writerOf(report, initiative, field) === undefined;
  return mergeTouched(report, base, typedOf(cells.filter((cell) => isTouched(cell) || isTakenOver(cell))), by, proposed);
}

/** The same of fields that are known to have been changed by their writer since `base`, or taken over as `proposed`. */
export function mergeTouched(report: Report | undefined, base: number, touched: Typed, by: PersonId, proposed: Proposed = {}): Merge {
  const [given, stored] = [laidOver(asOfSeq(report, base), proposedAt(report, proposed, base)), draftOf(report)];
  const left = proposedAt(report, proposed);
  // Emptied, a proposed box is no longer proposed: that has to be written down although nothing stands there.
  const unlike = cellsIn(touched).filter(({ initiative, field, said }) => said !== valueOf(stored, initiative, field) || valueOf(left, initiative, field) !== '');
  const rival = ({ initiative, field }: Cell) => {
    const writer = writerOf(report, initiative, field);
    const stands = valueOf(stored, initiative, field) === valueOf(given, initiative, field);
    return writer === undefined || writer.seq <= base || writer.by.person === by || stands ? undefined : writer;
  };
  return {
    touched,
    changed: typedOf(unlike.filter((cell) => rival(cell) === undefined)),
    conflicts: unlike.flatMap((cell) => {
      const writer = rival(cell);
      if (writer === undefined) return [];
      const { initiative, field, said } = cell;
      return [{ initiative, field, saved: valueOf(stored, initiative, field), typed: said, savedBy: writer.by, savedAt: writer.at }];
    }),
  };
}

const TICKS: readonly Field[] = ['unchanged', 'notOurs'];

/** In a form without the stored content: filled in; or a tick that stands, taken back by whoever writes what it says there is not. */
function isWritten({ initiative, field, said }: Cell, typed: Typed, given: Typed): boolean {
  if (said !== '' || !TICKS.includes(field) || valueOf(given, initiative, field) === '') return said !== '';
  const ticked = TICKS.some((tick) => typed[initiative]?.[tick] === 'yes');
  return !ticked && Object.values(typed[initiative] ?? {}).some((text) => text !== '');
}

function cellsOf(typed: Typed, shown: Shown): readonly Cell[] {
  return entriesOf(typed).flatMap(([initiative, values]) => {
    const cameBack = Object.keys(values) as Field[];
    if (cameBack.length === 0 || !shown.has(initiative)) return [];
    const fields = new Set([...(shown.get(initiative) ?? []), ...cameBack]);
    return Array.from(fields, (field) => ({ initiative, field, said: asSaid(field, values[field] ?? '') }));
  });
}

const cellsIn = (typed: Typed): readonly Cell[] =>
  entriesOf(typed).flatMap(([initiative, values]) => (Object.entries(values) as [Field, string][]).map(([field, said]) => ({ initiative, field, said })));

/** A tick is `yes` or nothing, whatever a client calls an unticked box. */
const asSaid = (field: Field, given: string): string => (TICKS.includes(field) && given !== 'yes' ? '' : given);

const typedOf = (cells: readonly Cell[]): Typed =>
  cells.reduce<Typed>((typed, { initiative, field, said }) => ({ ...typed, [initiative]: { ...typed[initiative], [field]: said } }), {});
