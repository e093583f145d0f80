import type { LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import { initiativesListed } from './history.ts';
import type { Initiative, Office, Section } from './office.ts';

/** What somebody wants to read: all of a section, or one initiative. `several` fit what was said. */
export type Sought =
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'initiative'; readonly initiative: Initiative }
  | { readonly kind: 'several'; readonly initiatives: readonly Initiative[] }
  | { readonly kind: 'none' };

const NONE: Sought = { kind: 'none' };

/** Widths, blanks and case do not count. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * 履歴 の後ろの言葉: a section by its name or code, an initiative by its number (取組2), its code or a part of its title or text, or both
 * one after the other. Only what may be read is looked through, so that nothing is learned of the rest, not even that it is there.
 * @param own of whom a number alone is meant.
 */
export function soughtIn(office: Office, may: readonly SectionId[], own: SectionId | undefined, said: string, today: LocalDate): Sought {
  const sections = office.sections.filter(({ id }) => may.includes(id));
  const words = said.split(/\s+/).filter((word) => word !== '');
  for (let count = words.length; count > 0; count -= 1) {
    const name = plain(words.slice(0, count).join(''));
    const section = sections.find((each) => plain(each.name) === name || each.id === name);
    if (section === undefined) continue;
    const rest = words.slice(count).join('');
    return rest === '' ? { kind: 'section', section } : initiativeIn(office, [section.id], section.id, rest, today);
  }
  return initiativeIn(office, sections.map(({ id }) => id), own, words.join(''), today);
}

function initiativeIn(office: Office, sections: readonly SectionId[], own: SectionId | undefined, said: string, today: LocalDate): Sought {
  const wanted = plain(said);
  const listed = (section: SectionId): readonly Initiative[] => initiativesListed(office, section, today);
  const number = /^(?:取組|initiative|no\.?)?(\d{1,3})$/.exec(wanted)?.[1];
  if (number !== undefined) return found(own === undefined ? [] : listed(own).slice(Number(number) - 1, Number(number)));
  const all = sections.flatMap(listed);
  const coded = all.filter(({ id }) => id === wanted);
  if (wanted === '' || coded.length > 0) return found(coded);
  return found(all.filter(({ title, officialText }) => plain(title).includes(wanted) || plain(officialText).includes(wanted)));
}

function found(initiatives: readonly Initiative[]): Sought {
  const [sole] = initiatives;
  if (sole === undefined) return NONE;
  return initiatives.length === 1 ? { kind: 'initiative', initiative: sole } : { kind: 'several', initiatives };
}
