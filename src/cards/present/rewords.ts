import type { Mended } from '../../domain/correcting.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { opens } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { HEADING, numberOf } from './formItem.ts';
import { plain, shortened, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { reading } from './unit.ts';

type Facts = { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly rewords: readonly Mended[]; readonly closed: boolean };

/** 字句修正: what stood there and what stands there now, by whom (職) and when. */
export function presentRewords(words: Words, facts: Facts): CardView {
  const { office, round, section, initiatives, rewords, closed } = facts;
  const { rewords: text } = words.checking;
  const say = sayingOf(words, office);
  const shown = (value: string): string => (value === '' ? text.empty : value);
  const items = initiatives.flatMap((initiative) => rewords.filter((each) => each.initiative === initiative.id).map((each) => ({ initiative, each })));
  return reading(words, {
    title: text.title(section.name, say.round(round)),
    lines: [...(items.length === 0 ? [plain(text.none)] : [strong(text.count(items.length)), ...(closed ? [] : [plain(text.next)])]), subtle(say.contact)],
    items: items.map(({ initiative, each: { field, before, after, act: { by, at } } }) => {
      const label = fieldLabel(words, office, round.kind, field);
      return {
        heading: words.answering.form.heading(numberOf({ office, round }, initiative), shortened(initiative.officialText, HEADING[words.lang])),
        state: text.by(words.everywhere.post[by.as], say.moment(at)),
        texts: [{ label: text.before(label), text: shown(before) }, { label: text.after(label), text: shown(after) }],
      };
    }),
    buttons: [opens(closed ? words.everywhere.buttons.look : words.everywhere.buttons.lookAndMend, { office, round, section })],
  });
}
