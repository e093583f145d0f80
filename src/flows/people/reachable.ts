import type { Member } from '../../ports.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import type { OfficeFacts } from '../facts.ts';
import { rememberChat, rememberMembers } from '../remember.ts';

/** Whoever got a post is remembered, and a chat with them alone is opened if Teams lets us: 所属長 and 事務局 are written to there. */
export async function madeReachable({ store, gateway, log }: DeskNeeds, { where: { address } }: Visit, facts: OfficeFacts, member: Member): Promise<OfficeFacts> {
  const met = await rememberMembers(store, facts, address.tenant, [member]);
  if (met.people.find(({ id }) => id === member.person)?.personal !== undefined) return met;
  const opened = await gateway.openPersonal({ tenant: address.tenant, teamsId: member.teamsId }, address.serviceUrl);
  if (opened.ok) return rememberChat(store, met, member.person, opened.value);
  log.warn('no personal chat', { office: facts.office.id, person: member.person, why: opened.error.why });
  return met;
}
