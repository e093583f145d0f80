import { mendBy } from '../../domain/checking.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import type { Initiative } from '../../domain/office.ts';
import type { Progress } from '../../domain/progress.ts';
import { checks, opens, unitData, type Button, type Unit } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { actorName } from './actor.ts';
import { isSettled, settledButtons, stateLine, type Asked } from './asked.ts';
import { HEADING, numberOf } from './formItem.ts';
import { letter, plain, shortened, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

const unitIn = ({ office, round, status }: Asked): Unit => ({ office, round, section: status.section });

const looks = ({ checking }: Words, asked: Asked): Button => checks(checking.card.buttons.look, unitIn(asked));

const waits = ({ status, schedule, now }: Asked): boolean => status.state === 'submitted' && status.head === 'waits' && now < schedule.freezeAt;

/** 確認のお願い to a head. `seen`: the version of the report that it is drawn from. `today`: sent on the day by which it is to be confirmed. */
export function presentConfirm(words: Words, asked: Asked & { readonly seen: number; readonly today: boolean }): CardView {
  const { office, round, schedule, status, seen, today } = asked;
  const { confirm: text, card } = words.checking;
  const say = sayingOf(words, office);
  const after = [subtle(say.contact)];
  if (!waits(asked)) return settledFor(words, asked, text.settled(status.section.name, say.round(round)));
  const day = say.dayAt(status.submittedAt ?? status.dueAt);
  return letter(words, {
    title: today ? text.titleToday(status.section.name, day, say.hour(schedule.headDueAt)) : text.title(status.section.name, day),
    lines: [plain(text.report(say.round(round), status.initiatives)), strong(text.due(say.moment(schedule.headDueAt))), plain(text.next)],
    buttons: [looks(words, asked), { title: card.buttons.confirm, data: { do: 'confirm', ...unitData(unitIn(asked)), seen } }],
    after,
  });
}

/** The same once it no longer waits: how it stands, and that there is nothing to do. */
function settledFor(words: Words, asked: Asked, title: string): CardView {
  const next = asked.status.state === 'sent-back' ? words.deciding.alreadyDecided.nextSentBack : words.checking.confirm.nothing;
  return letter(words, {
    title, lines: [stateLine(words, asked), plain(next)], buttons: [looks(words, asked)],
    after: [subtle(sayingOf(words, asked.office).contact)],
  });
}

/** The same where no head can be written to: in the section's place, without anything of the content. Where there is none at all, nobody is asked. */
export function presentConfirmHere(words: Words, asked: Asked): CardView {
  const { office, schedule, status } = asked;
  const { confirmHere: text, confirm } = words.checking;
  const say = sayingOf(words, office);
  if (!waits(asked)) return settledFor(words, asked, text.settled(status.section.name));
  if (status.headUnreached === 'no-head') return letter(words, { title: text.settled(status.section.name), lines: [stateLine(words, asked), plain(text.headless(say.secretariat))], after: [subtle(say.contact)] });
  return letter(words, {
    title: text.title(status.section.name), lines: [strong(confirm.due(say.moment(schedule.headDueAt))), plain(text.next)],
    buttons: [looks(words, asked)], after: [subtle(say.contact)],
  });
}

type SentBack = Asked & { readonly progress: Progress };

/** 修正の依頼があります, to the section's place: nothing of the content. */
export function presentSentBack(words: Words, asked: SentBack): CardView {
  const { office, round, status } = asked;
  const { sentBack: text, unit } = words.checking;
  const say = sayingOf(words, office);
  if (!stands(asked)) return mended(words, asked);
  return letter(words, {
    title: text.title(status.section.name, say.round(round), status.sentBack),
    lines: [strong(text.until(say.moment(untilOf(asked)))), plain(text.where)],
    buttons: [opens(unit.mend, unitIn(asked))], after: [subtle(say.contact)],
  });
}

/** 差戻し to who submitted it: what is to be mended, what may stay, and until when. */
export function presentSentBackTo(words: Words, asked: SentBack & { readonly initiatives: readonly Initiative[] }): CardView {
  const { office, round, status, progress, initiatives } = asked;
  const { sentBack, sentBackTo: text, form } = words.checking;
  const say = sayingOf(words, office);
  if (!stands(asked)) return mended(words, asked);
  const asOwn = status.submittedBy?.as !== 'secretariat';
  const others = initiatives.filter(({ id }) => progress.sentBack[id] === undefined);
  const comments = initiatives.flatMap((initiative) => {
    const { [initiative.id]: sent } = progress.sentBack;
    return sent === undefined ? [] : [
      strong(words.answering.form.heading(numberOf(asked, initiative), shortened(initiative.officialText, HEADING[words.lang]))),
      subtle(text.by(actorName(words, sent.by, asOwn), say.moment(sent.at))), plain(form.comment(sent.comment)),
    ];
  });
  return letter(words, {
    title: text.title(status.section.name, say.round(round)),
    lines: [...comments, ...(others.length === 0 ? [] : [plain(text.others(others.length, others.map((each) => numberOf(asked, each))))]), strong(sentBack.until(say.moment(untilOf(asked))))],
    buttons: [opens(text.mend, unitIn(asked))], after: [subtle(say.contact)],
  });
}

const stands = (asked: SentBack): boolean => asked.status.state === 'sent-back' && !isSettled(asked);
const untilOf = ({ office, schedule, progress, now }: SentBack) => mendBy(office, schedule, progress.act?.at ?? now);

/** 再提出 was made, or can no longer be. */
function mended(words: Words, asked: SentBack): CardView {
  const { office, round, status } = asked;
  const say = sayingOf(words, office);
  const text = words.checking;
  return letter(words, {
    title: text.sentBack.settled(status.section.name, say.round(round)),
    lines: [stateLine(words, asked), ...(isSubmitted(status) ? [plain(text.confirm.nothing)] : [])],
    buttons: settledButtons(words, asked), after: [subtle(say.contact)],
  });
}
