import type { Parts } from '../../src/app.ts';
import { plusSeconds, type WallTime } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { RoundTimes } from '../../src/domain/round.ts';
import { err, ok } from '../../src/domain/result.ts';
import type { Answer, Content, Documents, Gateway, Inbound, Shelf, Store } from '../../src/ports.ts';
import type { Bent } from '../../rehearse/service.ts';
import type { Promised } from '../../rehearse/oracle/case.ts';

/** A fault that is put into the service on purpose, and by which broken promise it must be seen. */
export type Planted = {
  readonly name: string;
  readonly seenAs: Promised;
  readonly bent: Bent;
  /** Of several ways to break it, by what is said of this one. */
  readonly saying?: RegExp;
  /** Faults of one such year are planted in it beside each other: none hides another, and each is known by what is said of it. */
  readonly year?: string;
};

const sends = (bend: (gateway: Gateway, parts: Parts) => Partial<Gateway>): Bent => ({ parts: (parts) => ({ ...parts, gateway: { ...parts.gateway, ...bend(parts.gateway, parts) } }) });
export const store = (bend: (store: Store) => Partial<Store>): Bent => ({ parts: (parts) => ({ ...parts, store: { ...parts.store, ...bend(parts.store) } }) });
export const posts = (bend: (post: Gateway['post']) => Gateway['post']): Bent => sends((gateway) => ({ post: bend((...given) => gateway.post(...given)) }));

/** Whether a message, by what a notification shows of it, is of that kind. */
const says = (content: Content, words: RegExp): boolean => words.test(content.summary);
const POSTED = (to: Parameters<Gateway['post']>[0]) => ok({ address: to, conversation: to.conversation, activityId: 'never-sent' });

/** Of a kind, what was refused once is never sent again, and recorded as delivered. */
const forgetful = (words: RegExp): Bent =>
  posts((post) => {
    let refused = false;
    return async (to, content, thread) => {
      if (!says(content, words)) return post(to, content, thread);
      if (refused) return POSTED(to);
      const sent = await post(to, content, thread);
      refused = !sent.ok;
      return sent;
    };
  });

/** The words of a card, changed wherever they stand. */
export const reworded = (content: Content, change: (text: string) => string): Content => ({ ...content, card: JSON.parse(change(JSON.stringify(content.card))) as Content['card'] });

const ASK = /（照会）/;
const REMIND = /^【お知らせ】.*提出期限/;
const LATE = /の提出について（お願い）/;
export const SUMMARY = /の取りまとめ　提出/;
const AGAIN = /^【再依頼】/;
const CHECK = /事務局確認$/;
const ASK_PREVIEW = /照会の送付前確認$/;
const PREVIEW = /^【送付前】/;
const NOTICE = /届きませんでした/;
const RECEIPT = /を受け付けました。/;
const NEWER = /新しい照会に替わりました/;

/** What is read of the store is not what lies there. */
export const reading = (bend: (documents: Documents) => Documents): Bent =>
  store((whole) => ({
    changes: async (...of) => {
      const { documents, next } = await whole.changes(...of);
      return { documents: bend(documents), next };
    },
    several: async (...of) => bend(await whole.several(...of)),
  }));
/** The service does not hear of its own writes, but by reading them. */
export const unnoted = <T>(shelf: Shelf<T>): Shelf<T> => ({ ...shelf, nameOf: (doc) => ({ partition: 'nowhere', id: shelf.nameOf(doc).id }) });

/** The service believes in another office than the folder's. */
const believing = (bend: (office: Office) => Office): Bent =>
  reading((documents) => ({ ...documents, offices: documents.offices.map(({ doc, version }) => ({ version, doc: bend(doc) })) }));
const timed = (times: Partial<RoundTimes>) => (office: Office): Office => ({ ...office, rounds: office.rounds.map((round) => ({ ...round, times: { ...round.times, ...times } })) });
const wall = (at: string): WallTime => at as WallTime;

/** Delivered where another one belongs: the next unit's place gets what was meant for the last. */
function swapped(): Bent {
  return posts((post) => {
    let last: Parameters<Gateway['post']>[0] | undefined;
    return (to, content, thread) => {
      const instead = last !== undefined && says(content, ASK) ? last : to;
      if (to.kind === 'channel') last = to;
      return post(instead, content, instead === to ? thread : undefined);
    };
  });
}

/** The first so many of a kind are dropped and said to be delivered. */
export const dropped = (words: RegExp, of = 1): Bent =>
  posts((post) => {
    let left = of;
    return async (to, content, thread) => {
      if (!says(content, words) || left === 0) return post(to, content, thread);
      left -= 1;
      return POSTED(to);
    };
  });

export const doubled = (words: RegExp): Bent =>
  posts((post) => {
    let left = 1;
    return async (to, content, thread) => {
      if (says(content, words) && left > 0) {
        left -= 1;
        await post(to, content, thread);
      }
      return post(to, content, thread);
    };
  });

/** Changes that are said to be made, and are not. */
export const undrawn = (is: (content: Content) => boolean): Bent => sends((gateway) => ({ edit: async (posted, content) => (is(content) ? ok(undefined) : gateway.edit(posted, content)) }));

/** What those who say or press something are given. */
export const answering = (bend: (answer: Answer, inbound: Inbound) => Answer): Bent => ({ desk: (desk) => ({ received: async (inbound) => bend(await desk.received(inbound), inbound) }) });
export const inAnswer = (answer: Answer, words: RegExp, change: (text: string) => string): Answer =>
  ('content' in answer && says(answer.content, words) ? { ...answer, content: reworded(answer.content, change) } : answer);

/** One fault beside another. */
export const both = (one: Bent, other: Bent): Bent => ({
  parts: (parts) => (other.parts ?? same)((one.parts ?? same)(parts)), desk: (desk) => (other.desk ?? same)((one.desk ?? same)(desk)),
});
const same = <T>(given: T): T => given;

export const summarySaying = (change: (text: string) => string): Bent => posts((post) => (to, content, thread) => post(to, says(content, SUMMARY) ? reworded(content, change) : content, thread));

/** The first ask arrives, and Teams does not say so. */
const DOUBTED: Bent = posts((post) => {
  let left = 1;
  return async (to, content, thread) => {
    const sent = await post(to, content, thread);
    if (!says(content, ASK) || left === 0) return sent;
    left -= 1;
    return err({ kind: 'uncertain', why: 'planted' });
  };
});

/** One unit's place is closed to us. */
const CLOSED: Bent = posts((post) => async (to, content, thread) => (says(content, ASK) && to.kind === 'groupChat' ? err({ kind: 'refused', why: 'planted', status: 403, placeLost: true }) : post(to, content, thread)));

/** While it hears 再依頼, the service's watch is an hour ahead. */
function hasty(): Bent {
  let ahead = false;
  return {
    parts: (parts) => ({ ...parts, wall: { now: () => (ahead ? plusSeconds(parts.wall.now(), 3600) : parts.wall.now()) } }),
    desk: (desk) => ({
      received: async (inbound) => {
        ahead = inbound.kind === 'said' && inbound.text.includes('再依頼');
        return desk.received(inbound).finally(() => { ahead = false; });
      },
    }),
  };
}

const isSubmit = (inbound: Inbound): boolean => inbound.kind === 'pressed' && (inbound.data as { readonly do?: string }).do === 'form.submit';

export const PLANTED: readonly Planted[] = [
  { name: 'an ask is sent twice', seenAs: 'asked-twice', bent: doubled(ASK) },
  { name: 'a reminder is sent twice', seenAs: 'asked-twice', bent: doubled(REMIND) },
  { name: 'a late message is sent twice', seenAs: 'asked-twice', bent: doubled(LATE) },
  { name: 'the summary is sent twice', seenAs: 'asked-twice', bent: doubled(SUMMARY) },
  { name: 'an ask is dropped and recorded as delivered', seenAs: 'not-asked', bent: dropped(ASK) },
  { name: 'a reminder is dropped and recorded as delivered', seenAs: 'not-reminded', bent: dropped(REMIND) },
  { name: 'a late message is dropped', seenAs: 'not-reminded', bent: dropped(LATE) },
  { name: 'the summary is dropped', seenAs: 'no-summary', bent: dropped(SUMMARY) },
  {
    name: 'asks go out at night', seenAs: 'outside-hours',
    bent: believing((office) => ({ ...timed({ ask: { days: 15, at: wall('22:00') } })(office), hours: [{ from: wall('00:00'), to: wall('23:59') }] })),
  },
  {
    name: 'asks go out on a holiday', seenAs: 'outside-hours',
    bent: believing((office) => ({ ...timed({ ask: { days: 12, at: wall('10:00') } })(office), calendar: { ...office.calendar, closedDays: [] } })),
  },
  { name: 'asks go out an hour early', seenAs: 'late', bent: believing(timed({ ask: { days: 15, at: wall('09:00') } })) },
  { name: 'the due date is a day too late', seenAs: 'not-reminded', bent: believing(timed({ due: { days: 5, at: wall('17:00') } })) },
  { name: 'answers are taken too long', seenAs: 'wrong-counts', bent: believing(timed({ freeze: { days: 2, at: wall('18:00') } })) },
  { name: 'the summary goes out before its hour', seenAs: 'late', bent: believing(timed({ summary: { days: 1, at: wall('09:00') } })) },
  { name: 'asks come to the place of another unit', seenAs: 'wrong-place', bent: swapped() },
  {
    name: 'an answer is acknowledged and not stored', seenAs: 'lost',
    bent: store(({ reports }) => ({ reports: { ...reports, put: async () => ok('1') } })),
  },
  {
    name: 'an answer is stored without its texts', seenAs: 'lost',
    bent: { desk: (desk) => ({ received: (inbound) => desk.received(isSubmit(inbound) && inbound.kind === 'pressed' ? { ...inbound, data: without(inbound.data, /\.next$/) } : inbound) }) },
  },
  {
    name: 'reports are forgotten by the tick: those who have answered are reminded', seenAs: 'reminded-though-answered',
    bent: both(store(({ reports }) => ({ reports: unnoted(reports) })), reading((documents) => ({ ...documents, reports: [] }))),
  },
  { name: 'the outbox forgets that units were asked', seenAs: 'asked-twice', bent: store(({ outbox }) => ({ outbox: forgetting(outbox) })) },
  { name: 'the summary has wrong counts', seenAs: 'wrong-counts', bent: posts((post) => (to, content, thread) => post(to, says(content, SUMMARY) ? reworded(content, (text) => text.replaceAll(/(\d+)／/g, (_, n) => `${Number(n) + 1}／`)) : content, thread)) },
  { name: 'a unit\'s card names another unit', seenAs: 'leak', bent: posts((post) => (to, content, thread) => post(to, says(content, REMIND) ? reworded(content, (text) => text.replace('行き違い', '危機管理担当と総務課は未提出です。行き違い')) : content, thread)) },
  { name: 'what one unit wrote is shown in the place of all', seenAs: 'leak', bent: telltale() },
  { name: 'a press ends in a fault of the server', seenAs: 'failure', bent: { desk: (desk) => ({ received: (inbound) => (inbound.kind === 'said' ? Promise.reject(new Error('planted')) : desk.received(inbound)) }) } },
  { name: 'anybody is taken for the secretariat', seenAs: 'leak', bent: believing(openTo) },
  { name: 'a mark is counted once too often', seenAs: 'wrong-counts', saying: /people chose it/, bent: summarySaying((text) => text.replace(/未着手(\d+)/, (_, n) => `未着手${Number(n) + 1}`)) },
  { name: 'what stayed as it was is counted where nobody said so', seenAs: 'wrong-counts', saying: /without a change/, bent: summarySaying((text) => text.replace(/(変更・中止\d+)/, '$1　変わりなし1')) },
  { name: 'a change since last time is made up', seenAs: 'wrong-counts', saying: /with the time before/, bent: summarySaying((text) => text.replace(/(変更・中止\d+)/, '前回と比較できる3件のうち変化1件（遅れ→順調1）')) },
  { name: 'a card still asks for what was submitted', seenAs: 'stale', saying: /submitted/, bent: undrawn((content) => says(content, ASK)) },
  { name: 'a card still asks when the round is closed', seenAs: 'stale', saying: /closed/, bent: undrawn(({ card }) => JSON.stringify(card).includes('終了しました')) },
  { name: 'the older of two asks stays as it is', seenAs: 'twin-stands', bent: both(DOUBTED, undrawn((content) => says(content, NEWER))) },
  { name: 'the summary has other figures when it is looked at later', seenAs: 'summary-differs', bent: answering((answer) => inAnswer(answer, SUMMARY, (text) => text.replaceAll('未着手', '未着手1'))) },
  { name: 'the summary cannot be looked at later', seenAs: 'summary-differs', saying: /was not shown/, bent: answering((answer, inbound) => (inbound.kind === 'said' && inbound.text.includes('まとめ') ? { kind: 'nothing' } : answer)) },
  { name: 'the secretariat does not hear that an ask could not be delivered', seenAs: 'not-told', bent: both(CLOSED, dropped(NOTICE, 9)) },
  { name: 'the secretariat hears twice that an ask could not be delivered', seenAs: 'told-again', bent: both(CLOSED, doubled(NOTICE)) },
  { name: 'the missing are asked again within the hour', seenAs: 'asked-again-too-soon', bent: hasty() },
  { name: 'the missing are asked again twice', seenAs: 'asked-twice', bent: doubled(AGAIN) },
  { name: 'the missing are not asked again when the secretariat says so', seenAs: 'not-reminded', saying: /再依頼/, bent: dropped(AGAIN, 9) },
  { name: 'a unit hears of its own silence in the meeting', seenAs: 'unheard', bent: posts((post) => async (to, content, thread) => (to.conversation.includes('kikikanri') ? POSTED(to) : post(to, content, thread))) },
  { name: 'the secretariat does not see the request before it goes out', seenAs: 'not-told', saying: /no ask-preview/, bent: dropped(ASK_PREVIEW) },
  { name: 'the secretariat gets nothing to check', seenAs: 'not-told', saying: /no check/, bent: dropped(CHECK) },
  { name: 'the secretariat does not see the summary before it goes out', seenAs: 'not-told', saying: /no preview/, bent: dropped(PREVIEW) },
  { name: 'a receipt does not say who has answered', seenAs: 'unsigned', bent: answering((answer) => inAnswer(answer, RECEIPT, (text) => text.replaceAll(/[佐鈴高田伊渡山中小加][^\s"]{1} \d+/g, '職員'))) },
  { name: 'refused sends are recorded as delivered', seenAs: 'not-asked', bent: posts((post) => async (to, content, thread) => (says(content, ASK) && to.kind === 'groupChat' ? POSTED(to) : post(to, content, thread))) },
];

const unheard = (is: (inbound: Inbound) => boolean): Bent => ({ desk: (desk) => ({ received: async (inbound) => (is(inbound) ? { kind: 'nothing' } : desk.received(inbound)) }) });

/** What shows itself only where the town changes around the service. */
export const PLANTED_IN_TOWN: readonly Planted[] = [
  { name: 'a chat from which the bot was taken out is still written to', seenAs: 'wrong-place', saying: /taken out/, bent: unheard(({ kind }) => kind === 'removed') },
  { name: 'a channel that was made anew is not asked', seenAs: 'not-asked', bent: unheard((inbound) => inbound.kind === 'channel' && inbound.change === 'created') },
  { name: 'who blocked the bot does not get the check when it is let in again', seenAs: 'not-told', saying: /no check/, bent: forgetful(CHECK) },
];

/** What is no fault of the service: by which broken promise it must not be seen. */
export const NO_FAULT: readonly Planted[] = [
  { name: 'an ask that Teams was silent about stands twice, and the older sends on to the newer', seenAs: 'twin-stands', bent: DOUBTED },
  { name: 'an ask could not be delivered, and the secretariat was told', seenAs: 'not-told', bent: CLOSED },
  { name: 'an ask could not be delivered, and the secretariat was told once', seenAs: 'told-again', bent: CLOSED },
];

/** The other way round: what was definitely refused comes again, so nothing is missed; kept as the counterpart of the list above. */
export const HARMLESS: Bent = posts((post) => {
  let left = 2;
  return async (to, content, thread) => {
    if (left === 0) return post(to, content, thread);
    left -= 1;
    return err({ kind: 'not-delivered', why: 'planted' });
  };
});

function without(data: unknown, names: RegExp): unknown {
  return Object.fromEntries(Object.entries(data as Record<string, unknown>).filter(([name]) => !names.test(name)));
}

/** Every ask that was delivered is noted as still to be sent, until it was sent again. */
function forgetting(outbox: Store['outbox']): Store['outbox'] {
  const again = new Set<string>();
  return {
    ...unnoted(outbox),
    put: async (doc, expect) => {
      if (doc.message.kind !== 'ask' || doc.delivery.state !== 'delivered' || again.has(doc.message.key)) return outbox.put(doc, expect);
      again.add(doc.message.key);
      return outbox.put({ message: doc.message, delivery: { state: 'queued', notBefore: doc.delivery.at, attempts: doc.delivery.attempts } }, expect);
    },
  };
}

/** What was typed last is added to every card that goes to a group. */
function telltale(): Bent {
  let typed = '';
  return {
    desk: (desk) => ({
      received: (inbound) => {
        if (inbound.kind === 'pressed') typed = /（控え\d+号）/.exec(JSON.stringify(inbound.data))?.[0] ?? typed;
        return desk.received(inbound);
      },
    }),
    parts: (parts) => ({
      ...parts,
      gateway: { ...parts.gateway, post: (to, content, thread) => parts.gateway.post(to, to.kind === 'personal' || typed === '' ? content : reworded(content, (text) => text.replace('問合せ先', `${typed}　問合せ先`)), thread) },
    }),
  };
}

function openTo(office: Office): Office {
  const people = Array.from({ length: 60 }, (_, n) => `00000000-0000-4000-9000-${String(n + 1).padStart(12, '0')}`);
  return { ...office, posts: [...office.posts, ...people.map((person) => ({ role: 'secretariat', person }) as const)] };
}
