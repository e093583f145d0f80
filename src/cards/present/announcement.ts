import { dayOf } from '../../domain/calendar.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { says } from '../buttons.ts';
import type { CardView } from '../views.ts';
import { monthWords } from '../wording/dates.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** お知らせ before the first round: what is going to happen, nothing to do yet. */
export function presentAnnouncement(words: Words, facts: { readonly office: Office; readonly section: Section; readonly round: RoundPlan; readonly schedule: Schedule }): CardView {
  const { office, section, round, schedule } = facts;
  const say = sayingOf(words, office);
  const text = words.asking.announcement;
  return letter(words, {
    title: text.title(office.policy),
    lines: [
      plain(text.to(section.name)),
      plain(text.change(say.year(round))),
      ...text.steps(say.secretariat, office.meeting.name).map(plain),
      strong(text.first(monthWords(words.lang, dayOf(office.zone, schedule.askAt)))),
    ],
    buttons: [says(words.everywhere.buttons.help, office, 'help')],
    after: [subtle(say.contact)],
  });
}
