import type { OfficeId, PersonId, RoundId, SectionId } from './ids.ts';
import { roundKey, type Message } from './message.ts';

export type CopyOf = { readonly office: OfficeId; readonly round: RoundId; readonly section: SectionId };

/**
 * 照会の写し: the ask once more, where somebody asked for it. It is an answer: nothing decides that it goes out, and it is no part of what was sent to a
 * unit. But it stands in Teams as the ask does, so it is kept up to date with it. @param person whose own chat it stands in; without, the unit's place.
 */
export const askCopy = ({ office, round, section }: CopyOf, person: PersonId | undefined): Message => ({
  key: roundKey(office, round, 'ask-copy', undefined, section, ...(person === undefined ? [] : [person])), office, round, kind: 'ask-copy',
  recipient: person === undefined ? { to: 'section', section } : { to: 'person', person }, section,
});

export const isCopy = ({ kind }: Pick<Message, 'kind'>): boolean => kind === 'ask-copy';
