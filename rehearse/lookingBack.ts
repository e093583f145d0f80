import { buttonsOn, buttonThat, inputsOn, type Button } from './cardReading.ts';
import type { Outcome, Standing } from './client.ts';
import { cardsBrought, moved, type Deciding, type Done } from './deciding.ts';
import type { FolderUnit } from './folder.ts';
import type { Wire } from './timeline.ts';
import { ownChat, type Person } from './town.ts';

/** 履歴という行い: a newcomer reads in their unit's place what it reported before, initiative by initiative, and tries that of another unit. */
type Needs = Deciding & { readonly elsewhere: Pick<FolderUnit, 'id' | 'name'> | undefined };

/** So many initiatives a newcomer opens, and so many pages of each. */
const MOST_OPENED = 2;
const MOST_PAGES = 4;

/** @returns false if nobody was there. */
export async function lookBack(needs: Needs, person: Person, place: Standing): Done {
  const seen: Wire[] = [];
  const asked = await sayHistory(needs, person, place, seen);
  if (asked.status === 0) return false;
  const list = listIn(asked, place) ?? listIn(await declared(needs, person, place, asked, seen), place);
  const opened: string[] = [];
  for (const initiative of list === undefined ? [] : choicesOn(list).slice(0, MOST_OPENED)) if (list !== undefined && (await readThrough(needs, person, list, initiative, seen))) opened.push(initiative);
  const { unit, witness, now, elsewhere } = needs;
  if (elsewhere !== undefined) {
    witness.held.push({ person, unit: elsewhere.id }); // its name is said back to them
    await needs.client.say(person, ownChat(person), `履歴 ${elsewhere.name}`);
  }
  witness.lookedBack.push({ at: now(), unit, person, initiatives: opened, cards: seen });
  if (opened.length > 0) moved(needs, person, 'look-back');
  return true;
}

export async function sayHistory({ client }: Pick<Deciding, 'client'>, person: Person, place: Standing, seen: Wire[]): Promise<Outcome> {
  const outcome = await client.say(person, place.spot, '履歴');
  seen.push(...cardsBrought(outcome, place).map(({ card }) => card));
  return outcome;
}

/** Who has not said yet that they are of that unit does so, and asks again. */
export async function declared(needs: Pick<Deciding, 'client'>, person: Person, place: Standing, asked: Outcome, seen: Wire[]): Promise<Outcome> {
  const offer = cardsBrought(asked, place).find(({ card }) => buttonThat(card, 'declare') !== undefined);
  const button = offer && buttonThat(offer.card, 'declare');
  if (offer === undefined || button === undefined) return asked;
  await needs.client.press(person, offer, button);
  return sayHistory(needs, person, place, seen);
}

const choicesOn = ({ card }: Standing): readonly string[] => inputsOn(card).find(({ id }) => id === 'initiative')?.choices.map(({ value }) => value) ?? [];

const listIn = (outcome: Outcome, on: Standing): Standing | undefined => cardsBrought(outcome, on).find((each) => choicesOn(each).length > 0 && buttonThat(each.card, 'history.open') !== undefined);

/** 「内容を見る」, then the older pages. */
async function readThrough({ client }: Needs, person: Person, list: Standing, initiative: string, seen: Wire[]): Promise<boolean> {
  const button = buttonThat(list.card, 'history.open');
  let page = button && cardsBrought(await client.press(person, list, button, { initiative }), list).at(-1);
  if (page === undefined) return false;
  for (let pages = 1; page !== undefined && pages <= MOST_PAGES; pages += 1) {
    seen.push(page.card);
    const onwards: Button | undefined = buttonsOn(page.card).find(({ data }) => data['do'] === 'history.open' && data['initiative'] === initiative && Number(data['page'] ?? 1) === pages + 1);
    page = onwards && cardsBrought(await client.press(person, page, onwards), page).at(-1);
  }
  return true;
}
