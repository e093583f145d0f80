import type { Form } from '../../domain/form.ts';
import { marksOf } from '../../domain/marksOffered.ts';
import { unitData, type Button } from '../buttons.ts';
import type { FormView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { dueLine } from './asked.ts';
import { formItem } from './formItem.ts';
import { findingLines, problemLines } from './formProblems.ts';
import { plain, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

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
    lines: [...(pages > 1 ? [strong(text.page(page, pages))] : []), strong(dueLine(words, form)), ...steps(words, form), plain(text.notice), subtle(text.example)],
    problems: problemLines(words, form),
    ...findings(words, form),
    items: form.initiatives.map((initiative) => formItem(words, form, initiative)),
    buttons: buttons(words, form),
    after: [subtle(say.contact)],
  };
}

/** 1, 2, 3: what to do, in the order of doing it. */
function steps(words: Words, { office, round, initiatives, page, pages }: Form): readonly Line[] {
  const { form: text } = words.answering;
  const choose = { progress: text.chooseMark, midyear: text.chooseMark, light: text.chooseChange, yearend: text.chooseGrade }[round.kind];
  const write = { progress: text.write, midyear: text.write, light: text.writeChange, yearend: text.writeResult }[round.kind];
  const usual = marksOf(office.scale, round.kind).find(({ rank, notForOngoing }) => rank === 1 && notForOngoing !== true);
  const ongoing = (round.kind === 'progress' || round.kind === 'midyear') && usual !== undefined && initiatives.some((initiative) => initiative.ongoing) ? text.ongoing(usual.label) : '';
  return [
    plain([choose, ongoing].filter((sentence) => sentence !== '').join(words.lang === 'ja' ? '' : ' ')),
    plain(write),
    plain(page < pages ? text.nextStep : text.submitStep),
  ];
}

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
    findings: findingLines(words, form),
    findingButtons: [
      { title: titles.anyway, data: { do: 'form.submit', ...formData(form), sure: true } },
      { title: titles.mend, data: { do: 'form.page', ...formData(form), to: page } },
    ],
  };
}

function buttons(words: Words, form: Form): readonly Button[] {
  const { page, pages } = form;
  const { buttons: titles } = words.answering.form;
  const turns = (title: string, to: number): Button => ({ title, data: { do: 'form.page', ...formData(form), to } });
  return [
    page < pages ? turns(titles.next, page + 1) : { title: titles.submit, data: { do: 'form.submit', ...formData(form) } },
    { title: titles.save, data: { do: 'form.save', ...formData(form) } },
    ...(page > 1 ? [turns(titles.back, page - 1)] : []),
  ];
}

const formData = ({ office, round, status, base, page }: Form) => ({ ...unitData({ office, round, section: status.section }), base, page });
