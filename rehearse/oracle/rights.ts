import type { Instant } from '../../src/domain/instant.ts';
import { wordsOn } from '../cardReading.ts';
import type { Person } from '../town.ts';
import type { Breach, Case } from './case.ts';
import { holdersAt } from './posts.ts';

/** 担当のとおりに: whose word was undone answers no more until they have a post; and what is decided of the posts is seen when they are looked at. */
export const breachesOfRights = (given: Case): readonly Breach[] => [...knocked(given), ...answered(given), ...rosters(given)];

const ROLES = ['head', 'deputy', 'reporter'] as const;

const isUndone = ({ witness }: Case, { id }: Person, unit: string, at: string): boolean => witness.moved.some((each) => each.what === 'undo-declaration' && each.unit === unit && each.post?.holder.id === id && each.at < at);
const mayAnswer = (given: Case, person: Person, unit: string, at: Instant): boolean => !isUndone(given, person, unit, at) || ROLES.some((role) => holdersAt(given, unit, role, at).includes(person.id));

function knocked(given: Case): readonly Breach[] {
  return given.witness.moved.filter(({ what }) => what === 'let-in' || what === 'turned-away').flatMap(({ what, person, unit, at }): readonly Breach[] => {
    const may = mayAnswer(given, person, unit, at);
    if (may === (what === 'let-in')) return [];
    return [may ? { promise: 'kept-out', at, sentence: `${person.name} is to answer for ${unit} and was not let in` } : { promise: 'let-in-again', at, sentence: `${person.name} was shown the form of ${unit}, though their word was undone` }];
  });
}

const answered = (given: Case): readonly Breach[] =>
  given.witness.acknowledged.filter(({ person, unit, at }) => !mayAnswer(given, person, unit, at))
    .map(({ person, unit, at, as }) => ({ promise: 'let-in-again', at, sentence: `${person.name}'s word was undone, and their answer for ${unit} was taken (${as})` }));

/** Those whom people of the secretariat registered stand there in their order, nobody whose post is over or whose word was undone. */
function rosters(given: Case): readonly Breach[] {
  const { witness } = given;
  return witness.rosters.flatMap(({ at, unit, card }): readonly Breach[] => {
    const words = wordsOn(card);
    const touched = [...new Map(witness.moved.flatMap(({ unit: of, post, at: when }) => (post === undefined || of !== unit || when >= at ? [] : [[post.holder.id, post.holder] as const]))).values()];
    return touched.flatMap(({ id, name }): readonly Breach[] => {
      const roles = ROLES.filter((role) => holdersAt(given, unit, role, at).includes(id));
      const nth = holdersAt(given, unit, 'deputy', at).indexOf(id) + 1;
      const [wanted, said] = [roles.length > 0, standsAs(words, name)];
      const right = wanted ? roles.some((role) => said.some((each) => SAID[role].test(each))) && (nth === 0 || said.some((each) => !/\d/.test(each) || new RegExp(`(?<!\\d)${nth}(?!\\d)`).test(each))) : !said.some((each) => ROLES.some((role) => SAID[role].test(each)));
      return right ? [] : [{ promise: 'roster-wrong', at, sentence: `the people of ${unit} say of ${name} 「${said.join('、')}」; they are ${wanted ? `${roles.join(', ')} ${nth || ''}` : 'nothing there'}` }];
    });
  });
}

const SAID: Readonly<Record<(typeof ROLES)[number], RegExp>> = { head: /^所属長|^Head/, deputy: /^代理|^Deputy/, reporter: /^担当者$|^Reporter$/ };

/** What stands behind the name. */
const standsAs = (words: readonly string[], name: string): readonly string[] => words.flatMap((each, n) => (each === name ? [words[n + 1] ?? ''] : []));
