import { wordsOn } from '../cardReading.ts';
import type { Breach, Case } from './case.ts';

/** 誰が、いつ: what a person is given for an answer names them. */
export const breachesOfReceipts = ({ witness }: Case): readonly Breach[] =>
  witness.acknowledged
    .filter(({ as, receipt, person }) => as === 'accepted' && receipt !== undefined && !wordsOn(receipt).some((words) => words.includes(person.name)))
    .map(({ at, person, unit, round }) => ({ promise: 'unsigned', at, sentence: `the receipt for ${unit} in ${round} does not name ${person.name}, who had pressed` }));
