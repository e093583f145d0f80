import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { presentAskPreview } from '../../src/cards/present/askPreview.ts';
import { presentBoard, presentCheck, presentMissing } from '../../src/cards/present/board.ts';
import { presentAcceptedAll, presentAnnounced } from '../../src/cards/present/boardReceipts.ts';
import { presentSentBackTo } from '../../src/cards/present/checkMessages.ts';
import { presentChecking, presentRewording } from '../../src/cards/present/checking.ts';
import { checkPages } from '../../src/cards/present/checkPages.ts';
import { presentChecked } from '../../src/cards/present/checkReceipts.ts';
import { presentWhichUnit } from '../../src/cards/present/choosing.ts';
import { presentConductedBoard, presentMore } from '../../src/cards/present/conductedBoard.ts';
import { presentConflict } from '../../src/cards/present/conflict.ts';
import { conflictPart } from '../../src/cards/present/conflictPart.ts';
import { presentDelivery } from '../../src/cards/present/delivery.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { formPages } from '../../src/cards/present/formPages.ts';
import { presentGreeting } from '../../src/cards/present/greeting.ts';
import { presentHandover } from '../../src/cards/present/handover.ts';
import { presentKept } from '../../src/cards/present/kept.ts';
import { presentLeft } from '../../src/cards/present/left.ts';
import { presentPeople } from '../../src/cards/present/people.ts';
import { presentPlaces } from '../../src/cards/present/places.ts';
import { presentPrintOut } from '../../src/cards/present/printOut.ts';
import { presentPlan } from '../../src/cards/present/planning.ts';
import { presentReadiness } from '../../src/cards/present/readiness.ts';
import { presentReminded } from '../../src/cards/present/receipts.ts';
import { presentChanging as presentChangingInitiative } from '../../src/cards/present/registerForms.ts';
import { presentUnitRegister, presentUnits } from '../../src/cards/present/registerLists.ts';
import { presentChanged } from '../../src/cards/present/registerReceipts.ts';
import { presentRewords } from '../../src/cards/present/rewords.ts';
import { presentPreview, presentSummary } from '../../src/cards/present/summary.ts';
import { presentOfficialText, presentUnitAnswers } from '../../src/cards/present/unit.ts';
import type { CardView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { RegisterAmendment } from '../../src/domain/amendRegister.ts';
import type { CheckForm } from '../../src/domain/checking.ts';
import type { Mended } from '../../src/domain/correcting.ts';
import type { KindTally } from '../../src/domain/deliveryReport.ts';
import { MOST_CHARACTERS, MOST_COMMENT } from '../../src/domain/marksOffered.ts';
import type { Post } from '../../src/domain/office.ts';
import type { Change, Typed } from '../../src/domain/report.ts';
import { TEXT_FIELDS } from '../../src/domain/scale.ts';
import type { Trouble } from '../../src/domain/troubles.ts';
import { cardFacts, type Language } from '../fixtures/cardFacts.ts';
import { day, initiative, personId, section as sectionNamed, tokyo } from '../fixtures/office.ts';
import { channelAddress, person, place } from '../fixtures/places.ts';

/** Teams takes a message of 100 KB, two bytes to a character. An eighth is left for the rest of the message: mentions, addresses, the summary. */
const MOST_ON_A_CARD = 45_000;
const UNITS = 60;
const INITIATIVES = 12;

const draw = drawer(loadTemplates(), { dialogs: true, refreshes: true });
const LONG = '字'.repeat(MOST_CHARACTERS);
/** 本文 of an initiative: far longer than any that is known. */
const OFFICIAL = '字'.repeat(1000);

describe.each(['ja', 'en'] as const)('the largest office of all, %s', (language: Language) => {
  const cards = Object.entries(largest(language)).flatMap(([name, views]) => views.map((view, n) => ({ name: `${name} ${n + 1}`, view })));

  it.each(cards)('has a card of a size that Teams takes: $name', ({ view }) => {
    expect(JSON.stringify(draw(view).card).length).toBeLessThan(MOST_ON_A_CARD);
  });
});

/** Sixty units with long names and everything amiss at once; twelve initiatives of one unit, every text as long as it may be. */
function largest(language: Language): Readonly<Record<string, readonly CardView[]>> {
  const words = wordsFor(language);
  const f = cardFacts(language);
  const { round, schedule, now } = f;
  const name = language === 'ja' ? '地区まちづくり推進課（南部出張所分室）' : ' Community Planning Section (Southern Branch)';
  const sections = Array.from({ length: UNITS }, (_, n) => sectionNamed(`section-of-the-ward-${n}`, `${n}${name}`));
  const [section] = sections as [typeof f.section];
  const own = Array.from({ length: INITIATIVES }, (_, n) => initiative(`${section.id}-${n}`, section.id, { officialText: OFFICIAL, title: `${n}${name}` }));
  const posts: readonly Post[] = [...f.office.posts, ...sections.flatMap(({ id }, n): readonly Post[] => (['head', 'deputy', 'reporter'] as const).map((role, which) => ({ role, section: id, person: personId(n + which * UNITS) })))];
  const office = { ...f.office, sections, initiatives: own, posts, headConfirmation: 'when-registered' as const };
  const people = Array.from({ length: 3 * UNITS }, (_, n) => person(n, { name: language === 'ja' ? `横浜川崎　花子${n}` : `Alexandra Montgomery-Harrington ${n}` }));
  const values: Typed = Object.fromEntries(own.map(({ id }) => [id, { mark: 'delayed', done: LONG, issue: LONG, next: LONG, discuss: LONG }]));
  const submittedAt = tokyo('2026-10-19 16:42');

  const overdue = { overdue: true, state: 'draft', drafted: 2, initiatives: INITIATIVES, dueAt: tokyo('2026-10-20 09:00'), place: 'suspended' } as const;
  const units = sections.map((each, n) => f.status({ section: each, ...(n % 2 === 0 ? overdue : { state: 'submitted', head: 'waits', headUnreached: 'no-head', submittedAt, late: true, place: 'none', submittedBy: { ...f.actor, as: 'secretariat' } }) }));
  const board = { ...f.board, units, submitted: 30, of: UNITS };
  const before = { ...board, now: tokyo('2026-10-05 13:00'), units: units.map((unit) => ({ ...unit, place: 'none' as const, state: 'not-asked' as const })) };
  const places = { office: office.id, sections: Object.fromEntries(sections.map(({ id }, n) => [id, place({ address: channelAddress(`ch-${n}`), name: `${n}${name}`, how: 'by-hand' })])), teams: [] };
  const noPlaces = { office: office.id, sections: {}, teams: [] };

  const head = { person: personId(10), name: f.text.person, as: 'head' } as const;
  const act = (kind: Change['kind'], given: Partial<Change> = {}): Change => ({ seq: 2, at: now, by: head, kind, fields: {}, ...given });
  const comments = Object.fromEntries(own.map(({ id }) => [id, LONG.slice(0, MOST_COMMENT)]));
  const mended: readonly Mended[] = (['reword', 'correct'] as const).flatMap((kind) => own.flatMap(({ id }) => TEXT_FIELDS.map((field): Mended => ({ act: act(kind, { reason: LONG }), initiative: id, field, before: LONG, after: LONG }))));
  const status = f.status({ section, state: 'submitted', submittedAt, submittedBy: f.actor, head: 'waits', initiatives: INITIATIVES });
  const progress = { state: 'sent-back', act: act('send-back'), confirmed: undefined, decisions: 1, sentBack: Object.fromEntries(own.map(({ id }) => [id, { comment: LONG.slice(0, MOST_COMMENT), by: head, at: now }])) } as const;
  const check: CheckForm = {
    office, round, schedule, status, progress, initiatives: own, carried: [], page: 1, pages: 1, seen: 3, values, changed: undefined, acts: ['confirm', 'send-back', 'reword', 'answer'], asOwn: true, comments, reworded: 4 * INITIATIVES,
  };
  const form = f.form({ office, initiatives: own, values, status });
  const formPage = formPages(form);
  const checkPage = checkPages({ office, round, values, progress, changed: undefined, asked: own, dialog: false });
  const of = { office, round, section };
  const conflicts = own.flatMap(({ id }) => TEXT_FIELDS.map((field) => ({ initiative: id, field, saved: LONG, typed: LONG, savedBy: f.actor, savedAt: now })));
  const texts = formPage[0]!.flatMap(() => TEXT_FIELDS.map(() => LONG));

  const summary = {
    ...f.summary, missing: sections, waiting: sections, planned: Object.fromEntries(sections.map(({ id }) => [id, day('2026-10-23')])),
    attention: sections.slice(0, f.summary.attention.length).map((each) => ({ section: each, initiative: own[0]!, mark: f.summary.attention[0]!.mark, previous: f.summary.attention[0]!.mark, discuss: LONG })),
    afterwards: [round, f.light, f.yearend].map((each) => ({ round: each, corrections: UNITS, corrected: sections, late: sections })),
  };
  const CAUSES: readonly Trouble['cause'][] = ['no-place', 'place-lost', 'person-lost', 'no-head', 'nobody-confirms', 'refused', 'in-doubt', 'not-asked', 'not-redrawn'];
  const troubles = CAUSES.flatMap((cause) => sections.map(({ id }): Trouble => ({ cause, to: { to: 'section', section: id }, section: id, kinds: ['ask', 'remind', 'late', 'moved'], at: now, attempts: 3, why: '403 BotNotInConversationRoster' })));
  const counts = { delivered: 50, waiting: 50, failed: 50, uncertain: 50, dropped: 50 };
  const tallies = (Object.keys(words.running.messages) as KindTally['kind'][]).map((kind): KindTally => ({ kind, counts, dropped: { answered: 5, exempt: 5, planned: 5, paused: 5 }, old: 3, sent: { first: submittedAt, last: now } }));
  const report = { round, now, counts, kinds: tallies, troubles, paused: true, nextAt: now };

  const many = Array.from({ length: 40 }, (_, n) => initiative(`initiative-of-the-section-${n}`, section.id, { officialText: LONG.slice(0, 300), title: `${n}${name}`, confirmed: false, ongoing: true, from: day('2027-04-01') }));
  const decided: readonly RegisterAmendment[] = many.map(({ id }) => ({ kind: 'initiative-changed', initiative: id, set: { title: name, officialText: LONG, category: name, goals: [1], ongoing: true, section: section.id, confirmed: true }, at: now, by: personId(1) }));
  const registered = { office: { ...office, initiatives: many }, people, acts: decided, today: day('2026-10-21'), refusal: { kind: 'no-unit' } as const };

  return {
    board: [presentConductedBoard(words, { office, board, paused: true, held: false, directs: true })],
    'board-management': [presentBoard(words, { office, board })],
    'board-more': [presentMore(words, { office, round: { ...round, trial: true }, paused: true, unannounced: sections, next: f.light, directed: round })],
    check: [presentCheck(words, { office, board })],
    missing: [presentMissing(words, { office, board: { ...board, units: units.map((unit) => ({ ...unit, ...overdue })) }, mayRemind: true })],
    'ask-preview': [presentAskPreview(words, { office, people: [], board: before, pressed: undefined, out: false, now: before.now, mentioned: () => true })],
    'accepted-all': [presentAcceptedAll(words, { office, round, schedule, done: [], not: sections.map((each) => ({ section: each, why: 'changed' })) })],
    announced: [presentAnnounced(words, { office, round, sections })],
    reminded: [presentReminded(words, { office, asked: sections, tooSoon: sections, planned: sections })],
    handover: [presentHandover(words, { office, handover: { fiscalYear: 2026, vacancies: sections.map((each, n) => ({ section: each, roles: ['head', 'deputy', 'reporter'], lastDay: day('2026-03-31'), tasks: [round, f.light, f.yearend].map((task) => ({ round: task, status: units[n]! })), directions: 12 })) } })],
    places: [presentPlaces(words, { office, places, here: name, bound: undefined }), presentPlaces(words, { office, places: noPlaces, here: name, bound: undefined })],
    readiness: [presentReadiness(words, { office, places: noPlaces, people, life: { office: office.id, pauses: [] }, next: f.next })],
    people: [presentPeople(words, { office, people, today: day('2026-10-21'), editable: true })],
    'which-unit': [presentWhichUnit(words, { office, sections, then: 'status' })],
    greeting: [presentGreeting(words, { office, secretariat: 'live', units: sections.map((each, n) => ({ section: each, heads: true, status: units[n] })), open: { round, schedule }, next: undefined, now })],
    delivery: [presentDelivery(words, { office, people, now, live: true, reached: false, reports: [report, { ...report, round: f.light }], notices: sections.map((each) => words.delivery.notices.noPlace(each.name, round.name)), again: { count: 2, at: now } })],
    summary: [presentSummary(words, { office, summary, checked: false })],
    preview: [presentPreview(words, { office, people: [], summary, release: undefined, sendAt: schedule.summaryAt })],
    form: formPage.map((initiatives, n) => presentForm(words, { ...form, initiatives, page: n + 1, pages: formPage.length })),
    checking: checkPage.map((initiatives, n) => presentChecking(words, { ...check, initiatives, page: n + 1, pages: checkPage.length })),
    reword: checkPage.map((initiatives, n) => presentRewording(words, { ...check, initiatives, page: n + 1, pages: checkPage.length }, values)),
    'sent-back-to': [presentSentBackTo(words, { office, round, schedule, now, status: { ...status, state: 'sent-back', sentBack: INITIATIVES }, progress, initiatives: own })],
    'checked-sent-back': [presentChecked(words, { ...of, schedule, initiatives: own, act: act('send-back', { comments }) })],
    rewords: [presentRewords(words, { ...of, initiatives: own, rewords: mended.filter((each) => each.act.kind === 'reword'), closed: false, asOwn: true })],
    'print-out': formPage.map((initiatives, n) => presentPrintOut(words, { ...of, initiatives, values, at: now, submittedAt, page: n + 1, pages: formPage.length, form: { base: 3 } })),
    'unit-answers': formPage.map((initiatives) => presentUnitAnswers(words, { ...of, initiatives, values, at: now, late: true, source: LONG, mended, page: 1 })),
    'official-text': formPages({ ...form, values: {} }).map((initiatives) => presentOfficialText(words, { ...of, initiatives })),
    register: [presentUnits(words, { ...registered, page: 1 })],
    'register-unit': [presentUnitRegister(words, { ...registered, section, page: 1 })],
    'register-changing': [presentChangingInitiative(words, { office, initiative: { ...own[0]!, officialText: LONG }, typed: undefined, refusal: { kind: 'changed-since', fields: ['title', 'text', 'category', 'goals', 'ongoing', 'owner', 'confirmed'] } })],
    conflict: [presentConflict(words, { ...of, initiatives: own, conflicts: conflictPart({ office, round, initiatives: own, conflicts }), waiting: conflicts.length, submits: true })],
    'register-changed': [presentChanged(words, { office, before: own[0]!, after: { ...own[1]!, officialText: `${LONG} ` }, own: false })],
    plan: [presentPlan(words, { office, coming: Array.from({ length: 12 }, (_, n) => ({ round: { ...round, name: `${n}${name}` }, schedule })), dropped: Array.from({ length: 12 }, (_, n) => ({ ...round, name: `${n}${name}` })), acts: [], known: [round], people, chosen: round.id, refusal: undefined })],
    left: [presentLeft(words, { office, refusal: { kind: 'old-card' }, caller: f.actor.name, texts })],
    kept: [presentKept(words, { office, texts, data: { do: 'form.submit', v: 1, office: office.id, round: round.id, section: section.id, base: 3, page: 1 } })],
  };
}
