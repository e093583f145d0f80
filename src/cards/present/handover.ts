import type { Handover, Vacancy } from '../../domain/handover.ts';
import type { Office } from '../../domain/office.ts';
import { says } from '../buttons.ts';
import type { CardView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { list, plain, subtle } from './lines.ts';
import { seePeople } from './people.ts';
import { sayingOf } from './saying.ts';
import { stateWords } from './unitRow.ts';

type Facts = { readonly office: Office; readonly handover: Handover };

/** So many units have a row; the others are counted, and stand in 担当. */
const MOST_ROWS = 30;

/** 担当の引継ぎ: on the first 開庁日 of April, the posts without a holder and what waits for them. No person is named. */
export function presentHandover(words: Words, { office, handover: { fiscalYear, vacancies } }: Facts): CardView {
  const { handover: text } = words.people;
  const say = sayingOf(words, office);
  const left = vacancies.length - MOST_ROWS;
  const tasks = vacancies.some((vacancy) => vacancy.tasks.length > 0);
  return list(words, {
    title: text.title(say.year({ fiscalYear })),
    lines: [plain(text.line(office.unitWord)), ...(left > 0 ? [plain(text.more(left, office.unitWord))] : [])],
    groups: [{ heading: words.people.unitLabel(office.unitWord), rows: vacancies.slice(0, MOST_ROWS).map((vacancy) => vacancyRow(words, office, vacancy)) }],
    after: [subtle(say.contact)],
    buttons: [seePeople(words, office), ...(tasks ? [says(words.everywhere.buttons.missing, office, 'missing')] : [])],
  });
}

function vacancyRow(words: Words, office: Office, { section, roles, lastDay, tasks, directions }: Vacancy): Row {
  const { handover: text, roles: names } = words.people;
  const say = sayingOf(words, office);
  const listed = words.everywhere.listed(roles.map((role) => names[role]));
  return {
    name: section.name, state: lastDay === undefined ? text.lacks(listed) : text.ended(listed, say.day(lastDay)),
    note: words.everywhere.apart([...tasks.map(({ round, status }) => text.tasks(say.round(round), stateWords(words, office, status))), ...(directions === 0 ? [] : [words.directing.handover(directions)])]), look: 'attention',
  };
}
