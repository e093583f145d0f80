import { sentPrivately, type Sent } from '../cards/present/receipts.ts';
import type { CardView } from '../cards/views.ts';
import type { Address } from '../domain/place.ts';
import type { Answer } from '../ports.ts';
import { post, refuse, type DeskNeeds, type Visit } from './desk.ts';
import { rememberChat } from './remember.ts';

/** An answer that may not be shown where it was asked goes to the person's own chat, and the place says so. @param instead what is said in the place where that is not possible; as a rule, how the chat is opened. */
export async function privately(needs: DeskNeeds, visit: Visit, view: CardView, what: Sent = 'asked', instead?: CardView): Promise<Answer> {
  const address = await personalOf(needs, visit);
  const posted = address === undefined ? undefined : await needs.gateway.post(address, needs.draw(view));
  if (posted?.ok !== true) return instead === undefined ? refuse(needs, visit, { kind: 'no-chat' }) : post(needs, instead);
  return { kind: 'words', text: sentPrivately(visit.words, what) };
}

/** The person's own chat with the bot: the known one, else one that is opened now; `undefined` where that is not possible. */
export async function personalOf({ store, gateway }: Pick<DeskNeeds, 'store' | 'gateway'>, { facts, caller, where }: Pick<Visit, 'facts' | 'caller' | 'where'>): Promise<Address | undefined> {
  const known = facts.people.find(({ id }) => id === caller.person);
  if (known?.personal !== undefined) return known.personal;
  const opened = await gateway.openPersonal(caller, where.address.serviceUrl);
  if (!opened.ok) return undefined;
  await rememberChat(store, facts, caller.person, opened.value);
  return opened.value;
}
