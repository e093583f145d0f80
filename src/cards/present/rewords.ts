import type { Mended } from '../../domain/correcting.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { opens } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { actorName } from './actor.ts';
import { fieldLabel } from './fieldLabels.ts';
import { HEADING, numberOf } from './formItem.ts';
import { latestFitting } from './latest.ts';
import { plain, shortened, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { reading } from './unit.ts';

type Facts = { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly rewords: readonly Mended[]; readonly closed: boolean; readonly asOwn: boolean };

/** Characters that the texts may take, so that the card stays below 60 KB at two bytes each; and what the template adds to each change. */
const ROOM = 27_000;
const AROUND = 1_300;

/** 字句修正: what stood there and what stands there now, by whom and when; the latest, as many as Teams takes on a card. */
export function presentRewords(words: Words, facts: Facts): CardView {
  const { office, round, section, initiatives, rewords, closed, asOwn } = facts;
  const { rewords: text } = words.checking;
  const say = sayingOf(words, office);
  const shown = (value: string): string => (value === '' ? text.empty : value);
  const made = rewords.filter((each) => initiatives.some(({ id }) => id === each.initiative));
  const latest = latestFitting(made, ROOM, ({ before, after }) => JSON.stringify([before, after]).length + AROUND);
  const items = initiatives.flatMap((initiative) => made.filter((each) => each.initiative === initiative.id && latest.includes(each)).map((each) => ({ initiative, each })));
  return reading(words, {
    title: text.title(section.name, say.round(round)),
    lines: [
      ...(made.length === 0 ? [plain(text.none)] : [strong(text.count(made.length)), ...(closed ? [] : [plain(text.next)])]),
      ...(items.length < made.length ? [plain(words.correcting.kept.more(made.length - items.length))] : []),
    ],
    after: [subtle(say.contact)],
    items: items.map(({ initiative, each: { field, before, after, act: { by, at } } }) => {
      const label = fieldLabel(words, office, round.kind, field);
      return {
        heading: words.answering.form.heading(numberOf({ office, round }, initiative), shortened(initiative.officialText, HEADING[words.lang])),
        state: text.by(actorName(words, by, asOwn), say.moment(at)),
        texts: [{ label: text.before(label), text: shown(before) }, { label: text.after(label), text: shown(after) }],
      };
    }),
    buttons: [opens(closed ? words.everywhere.buttons.look : words.everywhere.buttons.lookAndMend, { office, round, section })],
  });
}
