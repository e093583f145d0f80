import { openForm, submit, type Ended } from './answering.ts';
import { buttonThat, inputsOn, wordsOn } from './cardReading.ts';
import type { Standing } from './client.ts';
import { cardsBrought, look, moved, press, reword, sendBack, type Deciding, type Done } from './deciding.ts';
import type { Folder } from './folder.ts';
import { replaceSummary } from './replacing.ts';
import type { Conducted } from './staff.ts';
import { isIn, movedIn, stationAt, type Station } from './stations.ts';
import { ownChat, type Person } from './town.ts';
import type { Transition } from './witness.ts';

type Conducting = Omit<Deciding, 'unit'> & { readonly folder: Folder; readonly answered: (person: Person, unit: string, ended: Ended) => void };

/** @param unit for what is done to one that was chosen beforehand; the others are chosen by how they stand. @returns false if nobody was there. */
export async function conduct(needs: Conducting, person: Person, what: Conducted, unit: string): Done {
  const chat = ownChat(person);
  const said = await needs.client.say(person, chat, '状況');
  const board = cardsBrought(said, { spot: chat, conversation: chat.id, activity: '', card: {} }).find(({ card }) => buttonThat(card, 'board.unit') !== undefined);
  if (board === undefined) return said.status !== 0;
  if (what === 'accept-all') return acceptAll(needs, person, board);
  if (what === 'replace') return replaceSummary({ ...needs, unit: '' }, person, board);
  const chosen = chosenBy(needs, person, what) ?? (NAMED.includes(what) ? unit : undefined);
  if (chosen === undefined) return true;
  const panel = await openUnit(needs, person, board, chosen);
  return panel === undefined ? true : UPON[what]({ ...needs, unit: chosen }, person, panel);
}

const NAMED: readonly Conducted[] = ['extend', 'exempt', 'include', 'pause', 'resume'];

/** The first unit of which that can be said, as far as the secretariat has seen it. */
function chosenBy({ folder, witness, now, round }: Conducting, { office }: Person, what: Conducted): string | undefined {
  const is = STANDING[what];
  const stands = (id: string): Station => stationAt(movedIn(witness, office), id, round, now());
  return is && folder.units.find(({ id }) => id !== folder.secretariat.section && is(stands(id)))?.id;
}

const STANDING: Readonly<Partial<Record<Conducted, (station: Station) => boolean>>> = {
  'on-behalf': (station) => station.state === 'none' && station.planned === undefined && !station.exempt,
  'accept-one': (station) => station.state === 'confirmed', 'send-back': (station) => isIn(station) && station.decisions === 0, reword: (station) => isIn(station) && station.confirmed,
};

async function openUnit({ client, round }: Conducting, person: Person, board: Standing, unit: string): Promise<Standing | undefined> {
  const button = buttonThat(board.card, 'board.unit');
  if (button === undefined || button.data['round'] !== round) return undefined;
  const opened = await client.press(person, board, button, { section: unit });
  return cardsBrought(opened, board).find(({ card }) => buttonThat(card, 'board.open') !== undefined);
}

type Upon = (needs: Conducting & { readonly unit: string }, person: Person, panel: Standing) => Done;

const UPON: Readonly<Record<Exclude<Conducted, 'accept-all' | 'replace'>, Upon>> = {
  extend: (needs, person, panel) => {
    const day = inputsOn(panel.card).find(({ id }) => id === 'to')?.choices[0]?.value;
    return day === undefined ? Promise.resolve(true) : pressed(needs, person, panel, { does: 'board.extend', typed: { to: day }, what: 'extend', sign: /^■ 提出期限を、.*に延長しました|^■ The due date is now/, day });
  },
  exempt: (needs, person, panel) => pressed(needs, person, panel, { does: 'board.exempt', typed: { reason: '改修工事のため、今回の報告を求めない。' }, what: 'exempt', sign: /^■ .*対象外にしました|^■ .* is exempt this time/ }),
  include: (needs, person, panel) => pressed(needs, person, panel, { does: 'board.include', typed: {}, what: 'include', sign: /^■ .*対象に戻しました|^■ .* is asked after all/ }),
  pause: (needs, person, panel) => pressed(needs, person, panel, { does: 'board.pause', typed: {}, what: 'pause', sign: /./, state: 'paused' }),
  resume: (needs, person, panel) => pressed(needs, person, panel, { does: 'board.pause', typed: {}, what: 'resume', sign: /./, state: 'resumed' }),
  'on-behalf': async (needs, person, panel) => {
    const opened = await openForm(needs, person, panel);
    if ('as' in opened) return opened.as !== 'unreachable';
    const ended = await submit(needs, person, opened, 'submit', { source: '電話で聞き取り' });
    needs.answered(person, needs.unit, ended);
    return ended.as !== 'unreachable';
  },
  'accept-one': async (needs, person, panel) => onCheck(needs, person, panel, (card) => press(needs, person, card, 'accept')),
  'send-back': async (needs, person, panel) => onCheck(needs, person, panel, (card) => sendBack(needs, person, card)),
  reword: async (needs, person, panel) => onCheck(needs, person, panel, async (card) => {
    await reword(needs, person, card);
    return true;
  }),
};

async function onCheck(needs: Deciding, person: Person, panel: Standing, act: (card: Standing) => Done): Done {
  const card = await look(needs, person, panel);
  return card === undefined ? true : act(card);
}

type Pressed = { readonly does: string; readonly typed: Readonly<Record<string, string>>; readonly what: Transition; readonly sign: RegExp; readonly day?: string; readonly state?: string };

async function pressed(needs: Conducting & { readonly unit: string }, person: Person, panel: Standing, { does, typed, what, sign, day, state }: Pressed): Done {
  const button = buttonThat(panel.card, does);
  if (button === undefined || (state !== undefined && button.data['state'] !== state)) return true;
  const outcome = await needs.client.press(person, panel, button, typed);
  if (cardsBrought(outcome, panel).some(({ card }) => wordsOn(card).some((words) => sign.test(words)))) moved(needs, person, what, day === undefined ? {} : { day });
  return outcome.status !== 0;
}

/** 「まとめて確認済みにする」: the receipt says how many, and names the first; they are those that the board says wait for the secretariat. */
async function acceptAll(needs: Conducting, person: Person, board: Standing): Done {
  const button = buttonThat(board.card, 'board.accept');
  if (button === undefined || button.data['round'] !== needs.round) return true;
  const outcome = await needs.client.press(person, board, button);
  const said = cardsBrought(outcome, board).flatMap(({ card }) => wordsOn(card)).map((each) => /^(\d+)\D+、事務局で確認済みにしました。$|^Marked as checked: (\d+) /.exec(each)).find((each) => each !== null);
  const waiting = waitingOn(needs, board);
  if (Number(said?.[1] ?? said?.[2]) === waiting.length) for (const unit of waiting) moved({ ...needs, unit }, person, 'accept-all');
  return outcome.status !== 0;
}

/** The units under that heading of the board, as many as it counts. */
function waitingOn({ folder: { units } }: Conducting, { card }: Standing): readonly string[] {
  const words = wordsOn(card);
  const from = words.findLastIndex((each) => /^事務局の確認待ち　\d+$|^Waiting for the secretariat: \d+$/.test(each));
  const ids = words.slice(from + 1).flatMap((each) => units.filter(({ name }) => name === each).map(({ id }) => id));
  return from < 0 ? [] : ids.slice(0, Number(/\d+$/.exec(words[from] ?? '')?.[0]));
}
