import { PERSONAL, type Person } from './person.ts';

/** The section's group chat. */
export const SECTION = '総務課';
export const DONE = '研修を2回行い、18人が参加しました。';

/** From the ask in the section's chat to the receipt: every initiative is 順調 and has a text. */
export async function submits(reporter: Person): Promise<void> {
  await reporter.goesTo(SECTION);
  await reporter.presses('回答する', '（照会）');
  await reporter.goesTo(PERSONAL);
  await fillsIn(reporter);
  await reporter.presses('所属長へ提出');
  await reporter.sees('受け付けました');
}

/** Every initiative of the form that stands open, or those of `which`, is 順調 and has a text. */
export async function fillsIn(person: Person, which: readonly number[] = [0, 1, 2]): Promise<void> {
  for (const nth of which) {
    await person.chooses('進捗', '順調', nth);
    await person.types('実施した内容', DONE, nth);
  }
}

/** 回答 in one's own chat, and the form that 「回答する」 gives there. */
export async function opensForm(reporter: Person): Promise<void> {
  await reporter.says('回答');
  await reporter.presses('回答する', '（照会）');
  await reporter.sees('実施した内容を、回数、件数');
}
