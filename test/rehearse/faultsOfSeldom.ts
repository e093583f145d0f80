import type { PostAct } from '../../src/domain/appointments.ts';
import type { Change } from '../../src/domain/report.ts';
import type { Person } from '../../src/domain/place.ts';
import type { Content, Documents, Store } from '../../src/ports.ts';
import type { Bent } from '../../rehearse/service.ts';
import { answering, both, inAnswer, posts, reading, reworded, store, undrawn, unnoted, type Planted } from './faults.ts';

/** The tick reads the documents of that shelf otherwise than they were written. */
const misread = (shelf: Exclude<keyof Documents, 'offices'>, bend: (documents: Documents) => Documents): Bent =>
  both(store((whole) => ({ [shelf]: unnoted(whole[shelf] as Store['reports']) })), reading(bend));

const pauses = (bend: (pauses: Documents['lives'][number]['doc']['pauses']) => Documents['lives'][number]['doc']['pauses']): Bent =>
  misread('lives', (documents) => ({ ...documents, lives: documents.lives.map(({ doc, version }) => ({ version, doc: { ...doc, pauses: bend(doc.pauses) } })) }));

/** What was decided of the posts in that way is acknowledged, and not kept; nor does the service remember its own write otherwise. */
const undecided = (is: (act: PostAct) => boolean): Bent =>
  store(({ appointments }) => ({ appointments: { ...appointments, put: (doc, expect) => appointments.put(Object.assign(doc, { acts: doc.acts.filter((act) => !is(act)) }), expect) } }));

/** Whose word was undone has it again. */
const declaredAgain = ({ declared, undone = {} }: Person): Pick<Person, 'declared' | 'undone'> =>
  ({ declared: { ...declared, ...Object.fromEntries(Object.entries(undone).map(([section, { since }]) => [section, { at: since }])) }, undone: {} });

const conducts = (bend: (ask: NonNullable<Documents['conducts'][number]['doc']['ask']>) => Documents['conducts'][number]['doc']['ask']): Bent =>
  misread('conducts', (documents) => ({
    ...documents,
    conducts: documents.conducts.map(({ doc, version }) => {
      const { ask, ...rest } = doc;
      const bent = ask && bend(ask);
      return { version, doc: { ...rest, ...(bent === undefined ? {} : { ask: bent }) } };
    }),
  }));

/** A change of every card of these that anybody is given, in answer or by itself. */
const shown = (is: (content: Content) => boolean, change: (text: string) => string): Bent => both(
  posts((post) => (to, content, thread) => post(to, is(content) ? reworded(content, change) : content, thread)),
  answering((answer) => ('content' in answer && is(answer.content) ? { ...answer, content: reworded(answer.content, change) } : answer)),
);

const isHistory = ({ card }: Content): boolean => JSON.stringify(card).includes('"do":"history.open"');

/** What was typed last, submitted or not, stands in every history. */
function remembering(): Bent {
  let typed = '';
  const heard: Bent = {
    desk: (desk) => ({
      received: (inbound) => {
        if (inbound.kind === 'pressed') typed = /（控え\d+号）/.exec(JSON.stringify(inbound.data))?.[0] ?? typed;
        return desk.received(inbound);
      },
    }),
  };
  return both(heard, shown(isHistory, (text) => text.replace('問合せ先', `（控え9999号）${typed}　問合せ先`)));
}

/** The day that was given before stands. */
function stillPlanned(changes: readonly Change[], change: Change): Change {
  const before = changes.findLast(({ kind, planned, seq }) => kind === 'promise' && planned !== undefined && seq < change.seq)?.planned;
  return change.kind !== 'promise' || change.planned !== undefined || before === undefined ? change : { ...change, planned: before };
}

/** What is done once a year, and by which promise it must be seen if it goes wrong. */
export const PLANTED_SELDOM: readonly Planted[] = [
  { name: 'お知らせ go out though the whole office is paused', seenAs: 'sent-though-paused', bent: pauses(() => []) },
  { name: 'the due dates stay where they were though the office stood still', seenAs: 'moved-not-told', bent: pauses((all) => all.filter(({ to }) => to === undefined)) },
  { name: 'a card does not say that the whole office is paused', seenAs: 'stale', saying: /after 2026-10-15T07.*is paused/, bent: undrawn(({ card }) => JSON.stringify(card).includes('－ 一時停止中')) },
  { name: 'the request goes out though it was held', seenAs: 'late', saying: /got a ask/, bent: conducts(() => undefined) },
  { name: 'the request stays held after it was let go', seenAs: 'not-asked', bent: conducts((ask) => ({ ...ask, state: 'held' })) },
  {
    name: 'a planned date that was taken back is still waited for', seenAs: 'stale', saying: /that it is asked/,
    bent: misread('reports', (documents) => ({ ...documents, reports: documents.reports.map(({ doc, version }) => ({ version, doc: { ...doc, changes: doc.changes.map((change) => stillPlanned(doc.changes, change)) } })) })),
  },
  { name: 'a deputy who was registered is not kept', seenAs: 'roster-wrong', bent: undecided((act) => act.kind === 'appointed' && act.post.role === 'deputy') },
  { name: 'the order of the deputies is not kept', seenAs: 'asked-of-another', bent: undecided(({ kind }) => kind === 'first-deputy') },
  { name: 'a post that was ended goes on', seenAs: 'roster-wrong', bent: undecided(({ kind }) => kind === 'ended') },
  { name: 'whose word was undone still answers', seenAs: 'let-in-again', bent: store(({ people }) => ({ people: { ...people, put: (doc, expect) => people.put(Object.assign(doc, declaredAgain(doc)), expect) } })) },
  { name: 'who was registered after that is not let in', seenAs: 'kept-out', bent: undecided((act) => act.kind === 'appointed' && act.post.role === 'reporter') },
  { name: 'a history shows what nobody has submitted', seenAs: 'leak', saying: /the history of/, bent: remembering() },
  { name: 'a history does not show what was submitted', seenAs: 'history-lacks', bent: shown(isHistory, (text) => text.replaceAll(/（控え\d+号）/g, '')) },
  { name: 'a second head is told that they have confirmed what was confirmed before', seenAs: 'decided-twice', bent: answering((answer) => inAnswer(answer, /./, (text) => text.replaceAll(/が確認済みにしました（[^"]*/g, 'を確認済みにしました。'))) },
  { name: 'the message to the other head still asks for what was decided', seenAs: 'stale', saying: /still asks for/, bent: undrawn(({ summary }) => /の確認について$/.test(summary)) },
];
