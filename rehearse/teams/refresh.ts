import type { Wire } from '../timeline.ts';
import type { Person } from '../town.ts';
import { isObject, within } from './said.ts';

/** For more than these a card without a list is refreshed for nobody. */
const MOST_MEMBERS = 60;

/** 再読込: the action that a client sends by itself when the card comes before somebody's eyes; `undefined` if it does not for them. */
export function refreshOf(card: Wire, { teamsId, oldClient }: Person, members: number): Wire | undefined {
  const action = within(card, 'refresh', 'action');
  const userIds = within(card, 'refresh', 'userIds');
  if (oldClient || !isObject(action) || action['type'] !== 'Action.Execute') return undefined;
  const isMeant = Array.isArray(userIds) ? userIds.slice(0, MOST_MEMBERS).includes(teamsId) : members <= MOST_MEMBERS;
  return isMeant ? action : undefined;
}
