import type { LocalDate } from '../../domain/instant.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { opens, says, unitData, type Button } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import { asOfWords, monthWords, plainDayWords } from '../wording/dates.ts';
import type { Words } from '../wording/words.ts';
import { answerTitle, dueLine, isMendable, isSettled, rewordedLines, settledButtons, stateLine, type Asked } from './asked.ts';
import { opensHistory } from './history.ts';
import { ask, letter, plain, strong, subtle } from './lines.ts';
import { promiseButtons } from './promise.ts';
import { sayingOf } from './saying.ts';

/** `reporter`: somebody is there to be mentioned, a registered 担当者, else the head. `sent`: which attempt posts it. `directed`: 指示・意見 of earlier meetings that are 対応中. */
type Facts = Asked & { readonly reporter: boolean; readonly sent?: number | undefined; readonly directed?: number };

/**
 * 照会: what is asked, by when, and how it stands; redrawn whenever that changes, and then it asks for nothing that is no longer wanted. A draft
 * does not change it.
 */
export function presentAsk(words: Words, facts: Facts): CardView {
  const { office, round, status } = facts;
  const say = sayingOf(words, office);
  const text = words.asking.ask;
  return ask(words, {
    title: words.everywhere.roundName(text.title(say.year(round), office.policy, round.name), round.trial),
    summary: text.summary(say.round(round), say.moment(status.dueAt)),
    lines: [
      plain(text.unit(status.section.name, status.initiatives, plainDayWords(words.lang, round.asOf))),
      ...(isSettled(facts) ? [] : [strong(dueLine(words, facts)), plain(purpose(words, round))]),
      ...(isReported(facts) ? [plain(text.meeting(office.meeting.name, say.day(round.meetingOn)))] : []),
      ...directedLine(words, facts),
      ...rewordedLines(words, facts),
    ],
    state: stateLine(words, facts),
    buttons: buttons(words, facts),
    after: [...below(words, facts).map(subtle), subtle(say.asker)],
  });
}

/** 新しい照会があります, in the place of an ask that was sent once more because nobody knew whether it had arrived. */
export function presentNewerAsk(words: Words, { office }: Pick<Asked, 'office'>): CardView {
  const { newer } = words.asking.ask;
  return letter(words, { title: newer.title, lines: [plain(newer.next)], buttons: [says(words.everywhere.buttons.help, office, 'help')], after: [subtle(sayingOf(words, office).contact)] });
}

/** One line on what the report is about; the year begins in April. */
function purpose({ lang, asking }: Words, { kind, fiscalYear, asOf, forecast }: RoundPlan): string {
  const sentence = asking.ask.purpose[kind](monthWords(lang, `${fiscalYear}-04-01` as LocalDate), asOfWords(lang, asOf));
  return forecast ? `${sentence}${lang === 'ja' ? '' : ' '}${asking.ask.forecast}` : sentence;
}

/** What the unit answers is on the papers of this meeting, or can still be. */
const isReported = (facts: Facts): boolean => !isSettled(facts) || (isSubmitted(facts.status) && !facts.status.afterFreeze);

const isDirected = (facts: Facts): boolean => !isSettled(facts) && (facts.directed ?? 0) > 0;

/** 指示・意見があります: how many, for a whole team reads it here. */
const directedLine = (words: Words, facts: Facts): readonly Line[] =>
  isDirected(facts) ? [plain(words.directing.ask(facts.office.meeting.name, facts.directed ?? 0, words.history.see))] : [];

/** A card in a place shows so many beside each other; 使い方, the last of them, can be said too. */
const MOST_ON_ASK = 5;

function buttons(words: Words, facts: Facts): readonly Button[] {
  const { office, round, status, reporter, sent } = facts;
  if (isSettled(facts)) return settledButtons(words, facts);
  const unit = { office, round, section: status.section, sent };
  const { everywhere, asking } = words;
  const register: Button = { title: asking.ask.register, data: { do: 'declare', ...unitData(unit), reporter: true } };
  const all: readonly Button[] = [
    opens(answerTitle(words, facts), unit),
    ...(round.kind === 'light' ? [{ title: asking.ask.allUnchanged, data: { do: 'form.unchanged' as const, ...unitData(unit) } }] : []),
    ...promiseButtons(words, facts),
    ...(isDirected(facts) ? [opensHistory(words.history.see, office, { section: status.section.id })] : []),
    ...(reporter ? [] : [register]),
    says(everywhere.buttons.help, office, 'help'),
  ];
  return all.slice(0, MOST_ON_ASK);
}

/** What else there is to say, under the buttons. */
function below(words: Words, facts: Facts): readonly string[] {
  const { office, schedule, reporter } = facts;
  if (isMendable(facts)) return [words.asking.ask.mendUntil(sayingOf(words, office).moment(schedule.freezeAt))];
  return isSettled(facts) || reporter ? [] : [words.asking.ask.nobody];
}
