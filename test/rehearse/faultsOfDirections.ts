import type { DirectionAct } from '../../src/domain/direction.ts';
import type { Content } from '../../src/ports.ts';
import { ok } from '../../src/domain/result.ts';
import type { Bent } from '../../rehearse/service.ts';
import { answering, both, dropped, posts, reworded, store, summarySaying, type Planted } from './faults.ts';

const REPORTED = /に報告しました。/;
const ASK = /（照会）/;
const HANDOVER = /年度の担当を確かめてください。$/;
const LATER = /の指示・意見があります（/;

const posted = (words: RegExp, change: (text: string) => string): Bent =>
  posts((post) => (to, content, thread) => post(to, words.test(content.summary) ? reworded(content, change) : content, thread));

const without = (text: string): string => text.replaceAll(/指示・意見があります（\d+件）/g, '指示・意見があります（90件）');

/** What anybody is given in answer, on cards with those words; told by what is pressed there, for the forms and 履歴 have no name in common. */
const shown = (is: (card: string) => boolean, change: (text: string) => string): Bent => both(
  posts((post) => (to, content, thread) => post(to, isThat(content, is) ? reworded(content, change) : content, thread)),
  answering((answer) => ('content' in answer && isThat(answer.content, is) ? { ...answer, content: reworded(answer.content, change) } : answer)),
);
const isThat = ({ card }: Content, is: (card: string) => boolean): boolean => is(JSON.stringify(card));

const blotted = (text: string): string => text.replaceAll(/「指示のあった[^」"]*/g, '「').replaceAll(/指示のあった[^」"]*/g, '');

/** The last 指示・意見 stands on the next card that goes to a channel. */
function indiscreet(): Bent {
  let said = '';
  return {
    desk: (desk) => ({
      received: (inbound) => {
        if (inbound.kind === 'pressed' && (inbound.data as { readonly do?: unknown }).do === 'direction.give') said = /（控え\d+号）/.exec(JSON.stringify(inbound.data))?.[0] ?? said;
        return desk.received(inbound);
      },
    }),
    ...posts((post) => (to, content, thread) => post(to, to.kind === 'channel' && REPORTED.test(content.summary) ? reworded(content, (text) => text.replace('問合せ先', `${said}　問合せ先`)) : content, thread)),
  };
}

/** That act is acknowledged, and not kept. */
const unkept = (kind: DirectionAct['kind']): Bent => store(({ conducts }) => ({
  conducts: { ...conducts, put: (doc, expect) => (doc.directions?.at(-1)?.kind === kind ? Promise.resolve(ok('1')) : conducts.put(doc, expect)) },
}));

/** What breaks what becomes of 指示・意見, and by which promise it must be seen. They touch other cards each, so that all are put into one year. */
export const PLANTED_IN_DIRECTIONS: readonly Planted[] = [
  { name: 'the summary counts one more of the last meeting', seenAs: 'directions-miscounted', saying: /^the summary.*last meeting/, bent: summarySaying((text) => text.replace(/(\d+)件（対応済み/, (_, n) => `${Number(n) + 1}件（対応済み`)) },
  { name: 'the summary counts one more of the meetings before', seenAs: 'directions-miscounted', saying: /^the summary.*before that/, bent: summarySaying((text) => text.replace(/前々回までの指示・意見　対応中(\d+)件/, (_, n) => `前々回までの指示・意見　対応中${Number(n) + 1}件`)) },
  { name: 'the ask counts others', seenAs: 'directions-miscounted', saying: /^the ask/, bent: posted(ASK, without) },
  { name: 'the line after the meeting counts others', seenAs: 'directions-miscounted', saying: /^the reported/, bent: posted(REPORTED, without) },
  { name: 'the list in April counts others', seenAs: 'directions-miscounted', saying: /^the handover/, bent: posted(HANDOVER, (text) => text.replaceAll(/指示・意見（対応中）\d+件/g, '指示・意見（対応中）90件')) },
  { name: 'nobody tells of one that was recorded later', seenAs: 'not-told', saying: /instructions that were recorded after/, bent: dropped(LATER, 9) },
  { name: 'a history does not show it', seenAs: 'direction-lost', saying: /^the history/, bent: shown((card) => card.includes('"do":"history.open"') && card.includes('"do":"direction.open"'), blotted) },
  { name: 'the form does not show it', seenAs: 'direction-lost', saying: /^the form/, bent: shown((card) => card.includes('"do":"form.save"'), blotted) },
  { name: 'what was said stands in a channel', seenAs: 'leak', saying: /an instruction for/, bent: indiscreet() },
];

/** Each would hide others: in a year by itself. */
export const PLANTED_IN_KEEPING: readonly Planted[] = [
  { name: 'a 指示・意見 is acknowledged and not kept', seenAs: 'directions-miscounted', saying: /^the summary/, bent: unkept('give') },
  { name: 'what came of it is acknowledged and not kept', seenAs: 'directions-miscounted', saying: /^the summary/, bent: unkept('follow') },
  { name: 'one that was taken back is still counted', seenAs: 'directions-miscounted', saying: /^the reported/, bent: unkept('withdraw') },
];

