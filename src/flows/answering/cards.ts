import { presentConflict } from '../../cards/present/conflict.ts';
import { presentForm } from '../../cards/present/form.ts';
import { formPages } from '../../cards/present/formPages.ts';
import { presentProblem } from '../../cards/present/problem.ts';
import { presentOfficialText, presentUnitAnswers } from '../../cards/present/unit.ts';
import { presentAccepted, presentDeclared, presentDraftSaved } from '../../cards/present/receipts.ts';
import type { CardView } from '../../cards/views.ts';

/** What answering shows. */
export const answerCards = {
  form: presentForm,
  pages: formPages,
  conflict: presentConflict,
  draftSaved: presentDraftSaved,
  accepted: presentAccepted,
  declared: presentDeclared,
  officialText: presentOfficialText,
  unitAnswers: presentUnitAnswers,
  problem: presentProblem,
};

type AnyView<Present> = Present extends (...facts: infer Facts) => CardView ? (...facts: Facts) => CardView : Present;
export type AnswerCards = { readonly [Name in keyof typeof answerCards]: AnyView<(typeof answerCards)[Name]> };
