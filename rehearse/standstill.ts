import { buttonsOn, wordsOn, type Button } from './cardReading.ts';
import type { Outcome, Standing } from './client.ts';
import { cardsBrought, moved, type Deciding, type Done } from './deciding.ts';
import type { Seldom } from './seldom.ts';
import { ownChat, type Person } from './town.ts';
import type { Transition } from './witness.ts';

/** 停止という行い: 一時停止 of the whole office, and 照会の送付を止める, each with what ends it. */
export const STILL = ['pause-all', 'resume-all', 'hold-ask', 'let-ask'] as const satisfies readonly Seldom[];
export type Still = (typeof STILL)[number];

type Needs = Omit<Deciding, 'unit'> & { /** 照会の送付前確認, in the chat of whoever holds it. */ readonly preview: Standing | undefined };

const SIGNS: Readonly<Record<Still, RegExp>> = {
  'pause-all': /^一時停止しました。|^Paused\./, 'resume-all': /^再開しました。|^Resumed\./,
  'hold-ask': /^－ 送付を止めています。|^－ Held\./, 'let-ask': /の照会を送付します。$|^The request for the .* will be sent\.$/,
};

/** @returns false if nobody was there. */
export const standstill = (needs: Needs, by: Person, what: Still): Done => STOOD[what](needs, by);

const STOOD: Readonly<Record<Still, (needs: Needs, by: Person) => Done>> = {
  'pause-all': (needs, by) => said(needs, by, '一時停止', 'pause-all'),
  'resume-all': (needs, by) => (isLast(needs, by, 'pause-all', 'resume-all') ? said(needs, by, '再開', 'resume-all') : Promise.resolve(true)),
  'hold-ask': async (needs, by) => {
    const { preview } = needs;
    const button = preview && deciding(preview, 'held', needs.round);
    if (preview === undefined || button === undefined) return true;
    return noted(needs, by, await needs.client.press(by, preview, button), preview, 'hold-ask');
  },
  'let-ask': async (needs, by) => {
    if (!isLast(needs, by, 'hold-ask', 'let-ask')) return true;
    const chat = standingAt(by);
    const shown = await needs.client.say(by, chat.spot, '状況');
    const board = cardsBrought(shown, chat).find((card) => deciding(card, 'released', needs.round) !== undefined);
    const button = board && deciding(board, 'released', needs.round);
    return board === undefined || button === undefined ? shown.status !== 0 : noted(needs, by, await needs.client.press(by, board, button), board, 'let-ask');
  },
};

const standingAt = (by: Person): Standing => ({ spot: ownChat(by), conversation: ownChat(by).id, activity: '', card: {} });

/** It was stopped and has not gone on since. */
const isLast = ({ witness }: Needs, { office }: Person, begun: Transition, ended: Transition): boolean => witness.moved.findLast(({ person, what }) => person.office === office && (what === begun || what === ended))?.what === begun;

const deciding = ({ card }: Standing, state: 'held' | 'released', round: string): Button | undefined =>
  buttonsOn(card).find(({ data }) => data['do'] === 'board.ask' && data['state'] === state && data['round'] === round);

async function said(needs: Needs, by: Person, words: string, what: Still): Done {
  const chat = standingAt(by);
  return noted(needs, by, await needs.client.say(by, chat.spot, words), chat, what);
}

function noted(needs: Needs, by: Person, outcome: Outcome, on: Standing, what: Still): boolean {
  if (cardsBrought(outcome, on).some(({ card }) => wordsOn(card).some((words) => SIGNS[what].test(words)))) moved({ ...needs, unit: '' }, by, what);
  return outcome.status !== 0;
}
