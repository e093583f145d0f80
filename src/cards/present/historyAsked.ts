import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { MOST_BUTTONS, says, unitData, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensHistory } from './history.ts';
import { letter, plain, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** More than so many are no help in finding one. */
const MOST_FOUND = 20;

const contact = (words: Words, office: Office) => [subtle(sayingOf(words, office).contact)];

/** どの所属の報告を見ますか. One press each where there are few, a list where there are many. */
export function presentWhichHistory(words: Words, { office, sections }: { readonly office: Office; readonly sections: readonly Section[] }): CardView {
  const text = words.history;
  const few = sections.length <= MOST_BUTTONS;
  return letter(words, {
    title: text.which,
    choices: few ? [] : [{ id: 'section', label: words.running.choosing.unitLabel, value: sections[0]?.id ?? '', placeholder: words.everywhere.choose, options: sections.map(({ id, name }) => ({ title: name, value: id })) }],
    buttons: few ? sections.map(({ id, name }) => opensHistory(name, office, { section: id })) : [opensHistory(text.look, office, {})],
    after: contact(words, office),
  });
}

type Found = { readonly office: Office; readonly said: string; readonly initiatives: readonly Initiative[] };

/** Several initiatives fit what was said: one is chosen. */
export function presentFound(words: Words, { office, said, initiatives }: Found): CardView {
  const text = words.history;
  const nameOf = (id: Section['id']): string => office.sections.find((section) => section.id === id)?.name ?? id;
  const options = initiatives.slice(0, MOST_FOUND).map(({ id, section, title }) => ({ title: text.initiative(nameOf(section), title), value: id }));
  const left = initiatives.length - options.length;
  return letter(words, {
    title: text.several(said, initiatives.length),
    choices: [{ id: 'initiative', label: text.label, value: options[0]?.value ?? '', placeholder: words.everywhere.choose, options }],
    buttons: [opensHistory(text.look, office, {})],
    after: [...(left > 0 ? [plain(text.moreFound(left))] : []), ...contact(words, office)],
  });
}

/** Nothing that the person may read fits. `all`: they may read every section's. */
export function presentNotFound(words: Words, { office, said, all }: { readonly office: Office; readonly said: string; readonly all: boolean }): CardView {
  const { notFound, see } = words.history;
  return letter(words, { title: notFound.title(said), lines: [plain(all ? notFound.all : notFound.own)], buttons: [says(see, office, 'history')], after: contact(words, office) });
}

type NotOwn = { readonly office: Office; readonly declaring: { readonly section: Section; readonly round: RoundPlan } | undefined };

/** 見られません: and how the section's own can. `declaring`: who belongs to that section may say so there. */
export function presentNotOwn(words: Words, { office, declaring }: NotOwn): CardView {
  const { notOwn } = words.history;
  const declare = (unit: NonNullable<NotOwn['declaring']>): Button => ({ title: notOwn.declareButton(unit.section.name), data: { do: 'declare', ...unitData({ office, ...unit }) } });
  return letter(words, {
    title: notOwn.title,
    lines: declaring === undefined ? [plain(notOwn.elsewhere)] : [plain(notOwn.declare(declaring.section.name)), plain(notOwn.others)],
    buttons: declaring === undefined ? [] : [declare(declaring)],
    after: contact(words, office),
  });
}

/** 個人チャットにお送りできませんでした. Tells nothing of what it was. */
export const presentHistoryUnreachable = (words: Words, { office }: { readonly office: Office }): CardView =>
  letter(words, { title: words.history.unreachable.title, lines: [plain(words.history.unreachable.next)], after: contact(words, office) });
