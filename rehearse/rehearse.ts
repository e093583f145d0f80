import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../src/ports.ts';
import { readFolder, type Folder } from './folder.ts';
import type { HoldingKind } from './holding.ts';
import { appointed } from './appointed.ts';
import { judge, type Result } from './oracle.ts';
import { together, type Verdict } from './oracle/together.ts';
import type { Bent } from './service.ts';
import type { Temperament } from './staff.ts';
import type { Event, Timeline } from './timeline.ts';
import { liveYear, type Lived } from './year.ts';

export type Rehearsal = {
  /** Office folders; one service has them all. */
  readonly offices: readonly string[];
  readonly fiscalYear: number;
  readonly seed: number;
  readonly rounds?: number;
  readonly troubled?: number;
  /** Which way the service shows a form; as a message, if nothing is said. */
  readonly form?: 'dialog' | 'message';
  readonly instances?: number;
  readonly store?: HoldingKind;
  readonly hardships?: boolean;
  readonly bent?: Bent;
  readonly temperaments?: readonly Temperament[];
  readonly handsOff?: boolean;
  readonly log?: Log;
  readonly progress?: (done: number) => void;
};

/** What one office saw, and what is to be said of it. */
export type OfficeRehearsed = { readonly path: string; readonly timeline: Timeline; readonly result: Result };
export type Rehearsed = { readonly offices: readonly OfficeRehearsed[]; readonly result: Verdict };

/** 一年の稽古: lived, then judged. The store is thrown away. @throws if a folder is at fault. */
export async function rehearse({ offices: paths, hardships = true, ...more }: Rehearsal): Promise<Rehearsed> {
  const scratch = mkdtempSync(join(roomFor(), 'torimatome-rehearsal-'));
  try {
    const offices = paths.map((path, nth) => appointed(path, nth, readFolder(path), scratch)).map((path) => ({ path, folder: readFolder(path) }));
    const lived = await liveYear({ offices, scratch, hardships, ...more });
    const rehearsed = lived.map((one, n) => ({ path: paths[n] ?? '', timeline: timelineOf(one, more), result: judge(one.folder, one.rounds, one.witness, unitsOfOthers(offices, one.folder)) }));
    return { offices: rehearsed, result: together(rehearsed.map(({ timeline, result }) => ({ office: timeline.office.id, result }))) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 512 * 1024 * 1024;

/** What is thrown away need not be kept safe from a failing machine: it lies in memory where there is room, and no write waits for a disk. */
function roomFor(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < ENOUGH_BYTES ? tmpdir() : MEMORY;
}

const unitsOfOthers = (offices: readonly { readonly folder: Folder }[], own: Folder): Folder['units'] => offices.flatMap(({ folder }) => (folder.id === own.id ? [] : folder.units));

const timelineOf = ({ folder: { id, name, zone, units }, rounds, events }: Lived, { fiscalYear, seed }: Pick<Rehearsal, 'fiscalYear' | 'seed'>): Timeline => ({
  office: { id, name, zone, units: units.map((unit) => ({ id: unit.id, name: unit.name })) }, fiscalYear, seed,
  rounds: rounds.map((round) => ({ id: round.id, name: round.name, kind: round.kind, meetingOn: round.meetingOn })), events,
});

/** `result.json`; for each office `timeline.json` and one file a card that was posted or changed, in a folder of its own where there are several. */
export function write(out: string, { offices, result }: Rehearsed): void {
  for (const { timeline } of offices) {
    const own = folderOf(out, offices, timeline);
    const cards = join(own, 'cards');
    rmSync(cards, { recursive: true, force: true });
    mkdirSync(cards, { recursive: true });
    writeFileSync(join(own, 'timeline.json'), `${JSON.stringify(timeline, null, 1)}\n`);
    timeline.events.forEach((event, n) => {
      if (event.card !== undefined) writeFileSync(join(cards, fileName(event, n)), `${JSON.stringify(event.card, null, 1)}\n`);
    });
  }
  writeFileSync(join(out, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
}

/** Where an office's own files go. */
export const folderOf = (out: string, offices: Rehearsed['offices'], { office }: Timeline): string => (offices.length === 1 ? out : join(out, office.id));

const fileName = ({ kind, message, section }: Event, n: number): string => [String(n).padStart(5, '0'), kind, message, section].filter((part) => part !== undefined).join('-').concat('.json');
