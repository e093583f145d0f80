import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../src/ports.ts';
import { readFolder } from './folder.ts';
import { judge, type Result } from './oracle.ts';
import type { Bent } from './service.ts';
import type { Temperament } from './staff.ts';
import type { Event, Timeline } from './timeline.ts';
import { liveYear } from './year.ts';

export type Rehearsal = {
  readonly office: string;
  readonly fiscalYear: number;
  readonly seed: number;
  readonly rounds?: number;
  readonly hardships?: boolean;
  readonly bent?: Bent;
  readonly temperaments?: readonly Temperament[];
  readonly log?: Log;
  readonly progress?: (done: number) => void;
};

export type Rehearsed = { readonly timeline: Timeline; readonly result: Result };

/** 一年の稽古: lived, then judged. The store is thrown away. @throws if the folder is at fault. */
export async function rehearse({ office: path, fiscalYear, seed, hardships = true, ...more }: Rehearsal): Promise<Rehearsed> {
  const folder = readFolder(path);
  const scratch = mkdtempSync(join(tmpdir(), 'torimatome-rehearsal-'));
  try {
    const { witness, events, rounds } = await liveYear({ folder, path, scratch, fiscalYear, seed, hardships, ...more });
    const { id, name, zone, units } = folder;
    const timeline: Timeline = {
      office: { id, name, zone, units: units.map((unit) => ({ id: unit.id, name: unit.name })) }, fiscalYear, seed,
      rounds: rounds.map((round) => ({ id: round.id, name: round.name, kind: round.kind, meetingOn: round.meetingOn })), events,
    };
    return { timeline, result: judge(folder, rounds, witness) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `timeline.json`, `result.json`, and one file a card that was posted or changed. */
export function write(out: string, { timeline, result }: Rehearsed): void {
  const cards = join(out, 'cards');
  rmSync(cards, { recursive: true, force: true });
  mkdirSync(cards, { recursive: true });
  writeFileSync(join(out, 'timeline.json'), `${JSON.stringify(timeline, null, 1)}\n`);
  writeFileSync(join(out, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  timeline.events.forEach((event, n) => {
    if (event.card !== undefined) writeFileSync(join(cards, fileName(event, n)), `${JSON.stringify(event.card, null, 1)}\n`);
  });
}

const fileName = ({ kind, message, section }: Event, n: number): string => [String(n).padStart(5, '0'), kind, message, section].filter((part) => part !== undefined).join('-').concat('.json');
