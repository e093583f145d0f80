import type { SectionId } from '../../domain/ids.ts';
import type { Recipient } from '../../domain/message.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { Words } from '../wording/words.ts';

type To = { readonly to: Recipient; readonly section?: SectionId };

/** あて先, as the secretariat calls it: 総務課 · 区部長会議 · 総務課（山田 太郎） · 事務局（高橋）. */
export function recipientWords({ running: { notice }, delivery }: Words, { office, people }: { readonly office: Office; readonly people: readonly Person[] }, { to, section }: To): string {
  switch (to.to) {
    case 'section': return nameOf(office, to.section);
    case 'management': return notice.toManagement(office.meeting.name);
    case 'secretariat-place': return notice.toSecretariat;
    case 'person': {
      const name = people.find(({ id }) => id === to.person)?.name ?? '';
      if (section === undefined) return name === '' ? notice.toPerson : delivery.toPerson(delivery.secretariat, name);
      return name === '' ? nameOf(office, section) : delivery.toPerson(nameOf(office, section), name);
    }
  }
}

export const nameOf = (office: Office, section: SectionId): string => sectionOf(office, section)?.name ?? section;
