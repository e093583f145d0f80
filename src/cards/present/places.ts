import type { PlaceTarget } from '../../domain/bindPlaces.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import type { Place, Places } from '../../domain/place.ts';
import type { Button } from '../buttons.ts';
import type { CardView, Choice, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { list, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

type Facts = {
  readonly office: Office;
  readonly places: Places;
  /** The name of the channel or chat asked in, if it may be bound from there. */
  readonly here: string | undefined;
  /** What was just bound to it. */
  readonly bound: PlaceTarget | undefined;
};

/** 投稿先: what is bound, what is not; and here, the choice of what this place is for. */
export function presentPlaces(words: Words, { office, places, here, bound }: Facts): CardView {
  const text = words.running.places;
  const own = [
    { name: words.everywhere.begun(office.meeting.name), place: places.management },
    { name: text.secretariat, place: places.secretariat },
  ];
  const sections = office.sections.map(({ id, name }) => ({ name, place: places.sections[id] }));
  const bind: Button = { title: text.bind, data: { do: 'place.bind', v: 1, office: office.id } };
  return list(words, {
    title: text.title,
    lines: [...(bound === undefined || here === undefined ? [plain(text.how)] : [strong(text.bound(here === '' ? text.unnamed : here, targetName(words, office, bound)))]), ...([...own, ...sections].some(({ place }) => place?.suspended !== undefined) ? [plain(text.lost)] : [])],
    groups: [
      { heading: text.own, rows: own.map((each) => placeRow(words, each)) },
      { heading: text.sections(office.unitWord), rows: sections.map((each) => placeRow(words, each)) },
    ],
    after: [subtle(sayingOf(words, office).contact)],
    choices: here === undefined ? [] : [targets(words, office, here)],
    buttons: here === undefined ? [] : [bind],
  });
}

function placeRow({ running: { places: text } }: Words, { name, place }: { readonly name: string; readonly place: Place | undefined }): Row {
  if (place === undefined) return { name, state: text.none, note: '', look: 'attention' };
  const nameOf = (known: Place): string => (known.name === '' ? text.unnamed : known.name);
  const note = place.how === 'by-hand' ? text.byHand : '';
  return place.suspended === undefined
    ? { name, state: text.place(nameOf(place)), note, look: 'plain' }
    : { name, state: text.suspended, note: nameOf(place), look: 'attention' };
}

/** Its choice travels as `target`, beside the button's data. */
function targets({ running: { places: text } }: Words, office: Office, here: string): Choice {
  const sections = office.sections.map(({ id, name }) => ({ title: name, value: id }));
  return {
    id: 'target', label: text.bindHere(here === '' ? text.unnamed : here), value: '',
    options: [...sections, { title: office.meeting.name, value: 'management' }, { title: text.secretariat, value: 'secretariat' }],
  };
}

/** Whose place it is, as the office calls it. */
export function targetName({ running: { places: text } }: Words, office: Office, target: PlaceTarget): string {
  switch (target.for) {
    case 'section': return sectionOf(office, target.section)?.name ?? target.section;
    case 'management': return office.meeting.name;
    case 'secretariat': return text.secretariat;
  }
}
