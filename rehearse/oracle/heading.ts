import type { Instant } from '../../src/domain/instant.ts';
import { isWithoutChat } from '../appointed.ts';
import type { Case } from './case.ts';
import { holdersAt } from './posts.ts';

/** 所属長のいる所属: a head or a deputy holds a post at that moment, and the office asks for their confirmation. */
export const isHeaded = (given: Case, unit: string, at: Instant): boolean => {
  const { headConfirmation } = given.folder;
  return headConfirmation === 'required' || (headConfirmation !== 'off' && ['head', 'deputy'].some((role) => holdersAt(given, unit, role, at).length > 0));
};

/** Who is to be asked: the heads to whom the bot can write, else the first such deputy. */
export function asked(given: Case, unit: string, at: Instant): readonly string[] {
  const of = (role: string): readonly string[] => holdersAt(given, unit, role, at).filter((person) => !isWithoutChat(person));
  return of('head').length > 0 ? of('head') : of('deputy').slice(0, 1);
}
