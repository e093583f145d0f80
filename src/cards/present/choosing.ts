import type { PlaceTarget } from '../../domain/bindPlaces.ts';
import type { Office, Section } from '../../domain/office.ts';
import { MOST_BUTTONS, says, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, subtle } from './lines.ts';
import { targetName } from './places.ts';
import { sayingOf } from './saying.ts';

/** どの所属として回答しますか, 状況を見ますか, 担当を見ますか. `then`: the command to go on with. One press each where there are few, a list where there are many. */
export function presentWhichUnit(words: Words, { office, sections, then }: { readonly office: Office; readonly sections: readonly Section[]; readonly then: keyof Words['running']['choosing']['unit'] }): CardView {
  const text = words.running.choosing;
  const few = sections.length <= MOST_BUTTONS;
  return letter(words, {
    title: text.unit[then],
    choices: few ? [] : [{ id: 'section', label: text.unitLabel, value: '', placeholder: words.everywhere.choose, options: sections.map(({ id, name }) => ({ title: name, value: id })) }],
    buttons: few ? sections.map((section) => says(section.name, office, then, section)) : [says(text.go, office, then)],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

/** この役所で使う: to which office a new team belongs. What is chosen from a list takes the place of the button's own `office`. */
export function presentChooseOffice(words: Words, { offices, team }: { readonly offices: readonly Office[]; readonly team: string }): CardView {
  const text = words.running.choosing;
  const [first] = offices;
  const uses = (title: string, office: Office): Button => ({ title, data: { do: 'office.choose', v: 1, office: office.id } });
  const few = offices.length <= MOST_BUTTONS || first === undefined;
  return letter(words, {
    title: text.office(team),
    lines: [plain(text.officeNote)],
    choices: few ? [] : [{ id: 'office', label: text.officeLabel, value: first.id, placeholder: words.everywhere.choose, options: offices.map(({ id, name }) => ({ title: name, value: id })) }],
    buttons: few ? offices.map((office) => uses(text.use(office.name), office)) : [uses(text.useHere, first)],
  });
}

/** Whose it is now, in the place of the question: read by all who are there, so it tells of this place alone. */
export function presentOfficeChosen(words: Words, { office, here, target }: { readonly office: Office; readonly here: string; readonly target: PlaceTarget | undefined }): CardView {
  const text = words.running.choosing;
  return letter(words, {
    title: text.chosen(here, office.name),
    lines: [plain(target === undefined ? text.chosenForNone : text.chosenFor(targetName(words, office, target)))],
    buttons: [says(words.running.readiness.bind, office, 'bind')],
    after: [subtle(sayingOf(words, office).contact)],
  });
}
