import type { Bent } from '../../rehearse/service.ts';
import type { Change, ChangeKind } from '../../src/domain/report.ts';
import { ok } from '../../src/domain/result.ts';
import type { Inbound } from '../../src/ports.ts';
import { answering, both, doubled, dropped, inAnswer, posts, reading, reworded, store, SUMMARY, summarySaying, undrawn, unnoted, type Planted } from './faults.ts';

const CONFIRM = /が確認待ちです|が確認期限です/;
const CONFIRM_HERE = /報告の確認をお願いします。$/;
const SENT_BACK = /に、修正の依頼があります（/;
const MOVED = /提出期限が変わりました/;

/** The tick reads reports without what was done in that way. */
const forgotten = (kind: ChangeKind): Bent => both(
  store(({ reports }) => ({ reports: unnoted(reports) })),
  reading((documents) => ({ ...documents, reports: documents.reports.map(({ doc, version }) => ({ version, doc: { ...doc, changes: doc.changes.filter((change) => change.kind !== kind) } })) })),
);

/** It is acknowledged, and not stored. */
const unstored = (kind: ChangeKind): Bent => store(({ reports }) => ({
  reports: { ...reports, put: (doc, expect) => (last(doc.changes)?.kind === kind ? Promise.resolve(ok('1')) : reports.put(doc, expect)) },
}));
const last = (changes: readonly Change[]): Change | undefined => changes.at(-1);

/** What is for somebody alone comes to the place that was written to before. */
function misdirected(words: RegExp): Bent {
  return posts((post) => {
    let place: Parameters<typeof post>[0] | undefined;
    return (to, content, thread) => {
      if (to.kind !== 'personal') place = to;
      return to.kind === 'personal' && place !== undefined && words.test(content.summary) ? post(place, content) : post(to, content, thread);
    };
  });
}

/** What is to be mended stands in the message to the place. */
function outspoken(): Bent {
  let comment = '';
  return {
    desk: (desk) => ({
      received: (inbound) => {
        if (does(inbound) === 'send-back' && inbound.kind === 'pressed') comment = /（控え\d+号）/.exec(JSON.stringify(inbound.data))?.[0] ?? comment;
        return desk.received(inbound);
      },
    }),
    ...posts((post) => (to, content, thread) => post(to, SENT_BACK.test(content.summary) ? reworded(content, (text) => text.replace('修正が必要な点は', `${comment}　修正が必要な点は`)) : content, thread)),
  };
}

const does = (inbound: Inbound): unknown => (inbound.kind === 'pressed' ? (inbound.data as { readonly do?: unknown }).do : undefined);

/** Once somebody has asked for a correction, まとめ shows other figures. */
function corrected(): Bent {
  let after = false;
  return answering((answer, inbound) => {
    after ||= does(inbound) === 'correct.save';
    return after ? inAnswer(answer, SUMMARY, (text) => text.replaceAll('未着手', '未着手1')) : answer;
  });
}

/** What breaks on the way from an answer to a confirmed report, and by which promise it must be seen. */
export const PLANTED_IN_CHECKING: readonly Planted[] = [
  { year: 'summary', name: 'the summary says of one more that its head confirmed it', seenAs: 'wrong-state', saying: /heads confirmed/, bent: summarySaying((text) => text.replace(/所属長確認済み (\d+)/, (_, n) => `所属長確認済み ${Number(n) + 1}`)) },
  { year: 'summary', name: 'the summary does not say who waits for a head', seenAs: 'wrong-state', saying: /所属長確認中/, bent: summarySaying((text) => text.replace('所属長確認中', '所属長に確認中')) },
  { year: 'summary', name: 'the summary does not say whom it misses', seenAs: 'wrong-state', saying: /未提出/, bent: summarySaying((text) => text.replace(/"未提出"/, '"提出のない所属"')) },
  { name: 'what a head confirmed is not stored', seenAs: 'wrong-state', bent: unstored('confirm') },
  { name: 'what was sent back is not stored', seenAs: 'wrong-counts', bent: unstored('send-back') },
  { name: 'a 字句修正 is not stored', seenAs: 'lost', bent: unstored('reword') },
  { name: 'a 訂正 is not stored', seenAs: 'lost', bent: unstored('correct') },
  { name: 'a planned date is forgotten by the tick', seenAs: 'nudged-though-planned', bent: forgotten('promise') },
  { name: 'a head is not asked', seenAs: 'head-not-asked', bent: dropped(CONFIRM, 99) },
  { name: 'the place of a unit whose head has no chat is not asked', seenAs: 'head-not-asked', saying: /the place/, bent: dropped(CONFIRM_HERE, 9) },
  { name: 'a head is asked twice', seenAs: 'head-asked-again', bent: doubled(CONFIRM) },
  { name: 'what a head confirmed is forgotten by the tick', seenAs: 'stale', bent: forgotten('confirm') },
  { name: 'what is asked of a head comes to the place of the unit', seenAs: 'leak', saying: /asked of a head/, bent: misdirected(CONFIRM) },
  { name: 'what is to be mended stands where others read', seenAs: 'leak', saying: /to be mended/, bent: outspoken() },
  { name: 'a unit does not hear that it has longer', seenAs: 'moved-not-told', bent: dropped(MOVED, 9) },
  { name: 'a unit hears twice that it has longer', seenAs: 'moved-not-told', saying: /was told \d times/, bent: doubled(MOVED) },
  { name: 'a correction changes what the meeting was given', seenAs: 'summary-corrected', bent: corrected() },
  { year: 'cards', name: 'a card does not say that the head has confirmed', seenAs: 'stale', saying: /confirmed/, bent: undrawn(({ card }) => JSON.stringify(card).includes('所属長の確認が済み')) },
  { year: 'cards', name: 'a card does not say that it is sent back', seenAs: 'stale', saying: /sent-back/, bent: undrawn(({ card }) => /[△▽] 修正の依頼/.test(JSON.stringify(card))) },
  { year: 'cards', name: 'a card does not say that it is exempt', seenAs: 'stale', saying: /exempt/, bent: undrawn(({ card }) => JSON.stringify(card).includes('－ 対象外')) },
  { year: 'cards', name: 'a card does not say that all is paused', seenAs: 'stale', saying: /paused/, bent: undrawn(({ card }) => JSON.stringify(card).includes('－ 一時停止中')) },
  { name: 'what the head was told late says so for ever', seenAs: 'stale', saying: /the late-head/, bent: undrawn(({ card }) => JSON.stringify(card).includes('所属長 様')) },
  { name: 'a card does not say when it will come', seenAs: 'stale', saying: /planned/, bent: undrawn(({ card }) => JSON.stringify(card).includes('□ 未提出　提出予定')) },
];
