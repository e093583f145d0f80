import { isSubmitted } from '../../domain/deriveBoard.ts';
import { mendBy } from '../../domain/checking.ts';
import type { Form } from '../../domain/form.ts';
import { marksOf } from '../../domain/marksOffered.ts';
import type { Initiative } from '../../domain/office.ts';
import { advisedCharacters } from '../../domain/suggestions.ts';
import { askedOf } from '../../domain/units.ts';
import { unitData, type Button } from '../buttons.ts';
import type { FormView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { dueLine } from './asked.ts';
import { directedLines } from './directionLines.ts';
import { formItem } from './formItem.ts';
import { findingLines, problemLines } from './formProblems.ts';
import { flagged, plain, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** The input in which the secretariat says how an answer came. */
export const SOURCE_INPUT = 'source';

/** 回答の画面. */
export function presentForm(words: Words, form: Form): FormView {
  const { office, round, status, page, pages } = form;
  const { form: text } = words.answering;
  const say = sayingOf(words, office);
  const title = text.title(say.round(round), status.section.name);
  return {
    card: 'form',
    lang: words.lang,
    summary: title,
    title,
    lines: [...(pages > 1 ? [strong(text.page(page, pages))] : []), ...sentBackLines(words, form), ...directedHead(words, form), ...occasion(words, form), ...(form.hides === true ? [plain(text.hides)] : []), ...steps(words, form), plain(text.notice), subtle(text.example)],
    problems: problemLines(words, form),
    ...findings(words, form),
    items: form.initiatives.map((initiative) => formItem(words, form, initiative)),
    lastly: lastly(words, form),
    buttons: buttons(words, form),
    after: [subtle(say.contact)],
  };
}

function lastly({ correcting: { onBehalf } }: Words, { source, notice, sensitive }: Form): FormView['lastly'] {
  if (source === undefined) return [];
  const isAtFault = notice?.kind === 'source-missing' || notice?.kind === 'word-too-long' || sensitive.some(({ field }) => field === 'source');
  return [{ id: SOURCE_INPUT, label: isAtFault ? flagged(onBehalf.source) : onBehalf.source, value: source, placeholder: onBehalf.example, multiline: false }];
}

/** Until when; that it stands outside the papers, once it is too late for them; and for whom, if not for one's own unit. */
function occasion(words: Words, form: Form): readonly Line[] {
  const { office, schedule, status, afterMeeting, source } = form;
  const { correcting } = words;
  return [
    ...(status.state === 'sent-back' && afterMeeting !== true ? [] : [strong(afterMeeting === true ? correcting.afterMeeting.closed(sayingOf(words, office).moment(schedule.freezeAt)) : dueLine(words, form))]),
    ...(source === undefined ? [] : [plain(correcting.onBehalf.line(status.section.name))]),
  ];
}

/** 修正の依頼があります: until when, and where what is to be mended can be read. */
function sentBackLines(words: Words, { office, schedule, status, sentBack = {}, sentBackAt, open = false }: Form): readonly Line[] {
  const { form: text } = words.checking;
  if (status.state !== 'sent-back') return [];
  const until = sayingOf(words, office).moment(sentBackAt === undefined ? schedule.freezeAt : mendBy(office, schedule, sentBackAt));
  return [strong(open || Object.keys(sentBack).length === 0 ? text.hidden(status.sentBack, until) : text.head(status.sentBack, until))];
}

/** 指示・意見: those on no initiative of the form, and where to record what was done; in a place where others read, how many there are and where to read them. */
function directedHead(words: Words, { office, round, status, directed, open = false, page }: Form): readonly Line[] {
  const { directing: { inForm: text } } = words;
  if (directed === undefined || page > 1) return [];
  if (open) return [plain(text.hidden(office.meeting.name, directed.count))];
  const asked = askedOf(office, round, status.section.id);
  const onUnit = directed.shown.filter(({ direction: { initiative } }) => !asked.some(({ id }) => id === initiative));
  return [...(onUnit.length === 0 ? [] : directedLines(words, office, onUnit)), plain(text.next)];
}

/** 1, 2, 3: what to do, in the order of doing it. */
function steps(words: Words, form: Form): readonly Line[] {
  const { office, round, initiatives } = form;
  const { form: text } = words.answering;
  const choose = { progress: text.chooseMark, midyear: text.chooseMark, light: text.chooseChange, yearend: text.chooseGrade }[round.kind];
  const write = { progress: text.write, midyear: text.write, light: text.writeChange, yearend: text.writeResult }[round.kind];
  const usual = marksOf(office.scale, round.kind).find(({ rank, notForOngoing }) => rank === 1 && notForOngoing !== true);
  const left = marksOf(office.scale, round.kind).filter(({ notForOngoing }) => notForOngoing === true).map(({ label }) => label);
  const ongoing = round.kind !== 'light' && left.length > 0 && usual !== undefined && initiatives.some((initiative) => initiative.ongoing) ? text.ongoing(usual.label, words.everywhere.quoted(left)) : '';
  return [
    plain([choose, ongoing].filter((sentence) => sentence !== '').join(words.lang === 'ja' ? '' : ' ')),
    plain(write(advisedCharacters(office, round.kind))),
    plain(lastStep(words, form)),
    ...(isChange(form) ? [plain(text.stays(submitTitle(words, { ...form, change: true })))] : []),
  ];
}

function lastStep(words: Words, form: Form): string {
  const { form: text } = words.answering;
  if (form.page < form.pages) return text.nextStep;
  if (form.afterMeeting === true) return words.correcting.afterMeeting.step;
  return (isChange(form) ? text.changeStep : text.submitStep)(submitTitle(words, { ...form, change: isChange(form) }));
}

/** It is submitted already. */
const isChange = ({ status }: Form): boolean => isSubmitted(status);

/** What is pointed out; or, in its place, why what was typed could not be taken. */
function findings(words: Words, form: Form): Pick<FormView, 'findings' | 'findingButtons'> {
  const { office, round, notice, sensitive, page } = form;
  const { buttons: titles } = words.answering.form;
  if (notice !== undefined) {
    const { title, lines, buttons: press } = explained(words, { office, round, refusal: notice, caller: undefined });
    const kept = notice.kind === 'not-of-section' ? [words.problems.notOfSection.typed] : [];
    return { findings: [strong(`！ ${title}`), ...[...lines, ...kept].map(plain)], findingButtons: press };
  }
  if (sensitive.length === 0) return { findings: [], findingButtons: [] };
  return {
    findings: findingLines(words, form, words.answering.form.findings.head),
    findingButtons: [
      { title: titles.anyway, data: { do: 'form.submit', ...formData(form), sure: true, ...late(form) } },
      { title: titles.mend, data: { do: 'form.page', ...formData(form), to: page } },
    ],
  };
}

/** 「所属長へ提出」, where the head looks at it next; 「変更を提出」, where something is submitted already. */
export function submitTitle({ answering: { form }, checking }: Words, { toHead = false, change = false }: { readonly toHead?: boolean; readonly change?: boolean }): string {
  if (change) return toHead ? checking.submitChangeToHead : form.buttons.submitChange;
  return toHead ? checking.submitToHead : form.buttons.submit;
}

function buttons(words: Words, form: Form): readonly Button[] {
  const { page, pages, initiatives } = form;
  const { buttons: titles } = words.answering.form;
  const turns = (title: string, to: number, edge: Initiative | undefined): Button => ({ title, data: { do: 'form.page', ...formData(form), to, ...(edge !== undefined && { from: edge.id }) } });
  return [
    page < pages ? turns(titles.next, page + 1, initiatives.at(-1)) : { title: form.afterMeeting === true ? words.correcting.afterMeeting.send : submitTitle(words, { ...form, change: isChange(form) }), data: { do: 'form.submit', ...formData(form), ...late(form) } },
    { title: titles.save, data: { do: 'form.save', ...formData(form) } },
    ...(page > 1 ? [turns(titles.back, page - 1, initiatives[0])] : []),
    { title: words.answering.print.button, data: { do: 'form.print', ...formData(form) } },
  ];
}

const late = ({ afterMeeting }: Form) => (afterMeeting === true ? { afterMeeting } : {});

const formData = ({ office, round, status, base, hidden = false, page }: Form) => ({ ...unitData({ office, round, section: status.section }), base, page, ...(hidden && { hidden }) });
