import type { Chance } from '../../rehearse/chance.ts';
import type { FigureName } from '../figures.ts';
import type { Ran } from './race.ts';
import type { Given, World } from './world.ts';

/** What is not as it must be. */
export type Found = { readonly figure: Extract<FigureName, 'lost' | 'dataDuplicates' | 'duplicates'>; readonly sentence: string };

/** 場面: what lies in the store, who does what at once, and what must have come of it. */
export type Scene = {
  /** Tells it from other scenes of its kind. */
  readonly name: string;
  readonly given: Given;
  /** In the order in which they set out. */
  readonly walks: readonly SceneWalk[];
  readonly judge: (world: World, ran: Ran) => Promise<readonly Found[]>;
};

export type SceneWalk = { readonly name: string; readonly instance: 0 | 1; readonly go: (world: World, instance: 0 | 1) => Promise<unknown> };

/** One of its kind, drawn by chance. */
export type Draw = (chance: Chance) => Scene;

export const lost = (sentence: string): Found => ({ figure: 'lost', sentence });
export const twice = (sentence: string): Found => ({ figure: 'dataDuplicates', sentence });
