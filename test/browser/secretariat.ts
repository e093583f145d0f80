import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Person } from './person.ts';

const { conducting: { buttons } } = wordsFor('ja');

/** 状況, and that unit opened from the board; gives all that stands on its card. */
export async function opensUnit(secretariat: Person, unit: string): Promise<string> {
  await secretariat.says('状況');
  await secretariat.sees('所属の入力待ち');
  await secretariat.chooses('所属', unit);
  await secretariat.presses(buttons.open('所属'));
  return secretariat.sees(`中間報告　${unit}`);
}
