import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Story } from './building.ts';
import type { Person } from './person.ts';
import { SECTION } from './section.ts';

const { conducting: { buttons } } = wordsFor('ja');

/** 状況: the board. */
export async function opensBoard(secretariat: Person): Promise<void> {
  await secretariat.says('状況');
  await secretariat.sees('提出状況');
}

/** The board, and that unit opened from the board; gives all that stands on its card. */
export async function opensUnit(secretariat: Person, unit: string): Promise<string> {
  await opensBoard(secretariat);
  await secretariat.sees('所属の入力待ち');
  await secretariat.chooses('所属', unit);
  await secretariat.presses(buttons.open('所属'));
  return secretariat.sees(`中間報告　${unit}`);
}

/** A reporter in the chat of the section, where the ask stands, and the secretariat in its own chat. */
export async function sectionAndSecretariat(story: Story): Promise<{ readonly reporter: Person; readonly secretariat: Person }> {
  const reporter = await story.comes('担当者');
  await reporter.goesTo(SECTION);
  await reporter.sees('（照会）');
  return { reporter, secretariat: await story.comes('事務局') };
}

/** The same, with that unit opened from the board. `card`: all that stands on it. */
export async function overOneUnit(story: Story): Promise<{ readonly reporter: Person; readonly secretariat: Person; readonly card: string }> {
  const both = await sectionAndSecretariat(story);
  return { ...both, card: await opensUnit(both.secretariat, SECTION) };
}
