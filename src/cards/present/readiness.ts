import type { Instant } from '../../domain/instant.ts';
import type { MessageKind } from '../../domain/message.ts';
import type { Office } from '../../domain/office.ts';
import type { Life, Person, Places } from '../../domain/place.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { namesOf } from '../../domain/standing.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, Group, Line, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, list, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** One of the next things that will be sent. */
export type NextSend = { readonly kind: MessageKind; readonly round: RoundPlan; readonly at: Instant };

type Facts = { readonly office: Office; readonly places: Places; readonly people: readonly Person[]; readonly life: Life; readonly next: readonly NextSend[] };

/** 運用開始の準備, for the secretariat: places, people, the next sends, 運用開始. `people`: all that are known. */
export function presentReadiness(words: Words, facts: Facts): CardView {
  const { office, life } = facts;
  const text = words.running.readiness;
  const say = sayingOf(words, office);
  const press = (title: string, what: 'office.live' | 'office.test-card'): Button => ({ title, data: { do: what, v: 1, office: office.id } });
  const people = peopleRows(words, facts);
  return list(words, {
    title: text.title(office.name),
    lines: life.liveSince === undefined ? [strong(text.waiting), ...starting(words, facts)] : [plain(text.live(say.moment(life.liveSince)))],
    groups: [placesGroup(words, facts), { heading: text.people, rows: people }, nextGroup(words, facts)],
    after: [...(wantingOf(facts).length > 0 ? [subtle(text.how)] : []), ...(people.some(({ look }) => look === 'attention') ? [subtle(text.reach)] : [])],
    buttons: [
      ...(life.liveSince === undefined ? [press(text.start, 'office.live')] : []),
      press(text.test, 'office.test-card'),
      says(text.bind, office, 'bind'),
    ],
  });
}

/** What 運用開始 sends to the units: before the ask of the coming round its announcement, within a round its ask. */
function starting(words: Words, { office, next: [next] }: Facts): readonly Line[] {
  const text = words.running.readiness;
  if (next === undefined) return [];
  const round = sayingOf(words, office).round(next.round);
  return [plain(next.kind === 'ask' ? text.announces(round) : text.asks(round))];
}

const wantingOf = ({ office, places }: Pick<Facts, 'office' | 'places'>) =>
  [
    { name: office.meeting.name, place: places.management },
    ...office.sections.map(({ id, name }) => ({ name, place: places.sections[id] })),
  ].filter(({ place }) => place === undefined || place.suspended !== undefined);

/** How many places there are, and by name only those that are wanting. */
function placesGroup(words: Words, { office, places }: Facts): Group {
  const text = words.running.readiness;
  const wanting = wantingOf({ office, places });
  const bound = office.sections.filter(({ id }) => (places.sections[id]) !== undefined).length;
  return {
    heading: text.places,
    rows: [
      { name: text.bound(bound, office.sections.length, office.unitWord), state: wanting.length === 0 ? text.allBound : text.someBound, note: '', look: wanting.length === 0 ? 'plain' : 'strong' },
      ...(places.management === undefined ? [] : [{ name: words.everywhere.begun(office.meeting.name), state: text.registered, note: places.management.name, look: 'plain' as const }]),
      ...wanting.map(({ name, place }): Row => ({ name: words.everywhere.begun(name), state: place === undefined ? text.unbound : text.suspended, note: '', look: 'attention' })),
    ],
  };
}

function peopleRows(words: Words, { office, people }: Facts): readonly Row[] {
  const text = words.running.readiness;
  return office.posts
    .filter(({ role }) => role === 'secretariat')
    .map(({ person }) => ({ person, known: people.find((each) => namesOf(each.id, each).some((name) => name.toLowerCase() === person.toLowerCase())) }))
    .map(({ person, known }): Row =>
      known?.personal === undefined
        ? { name: known?.name ?? person, state: text.unreachable, note: '', look: 'attention' }
        : { name: known.name, state: text.reachable, note: '', look: 'plain' });
}

function nextGroup(words: Words, { office, next }: Facts): Group {
  const { readiness, messages, ofRound } = words.running;
  const say = sayingOf(words, office);
  const rows = next.map(({ kind, round, at }): Row => ({ name: say.moment(at), state: words.everywhere.begun(ofRound(say.round(round), messages[kind])), note: '', look: 'plain' }));
  return { heading: readiness.next, rows: rows.length > 0 ? rows : [{ name: readiness.nothingNext, state: '', note: '', look: 'plain' }] };
}

/** A card to oneself, to see that it arrives. */
export function presentTestCard(words: Words, { office, now }: { readonly office: Office; readonly now: Instant }): CardView {
  const say = sayingOf(words, office);
  return letter(words, { title: words.running.testCard.title, lines: [plain(words.running.testCard.line(say.moment(now)))], after: [subtle(say.contact)] });
}
