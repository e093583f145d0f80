import { presentConflict } from '../../cards/present/conflict.ts';
import { conflictPart } from '../../cards/present/conflictPart.ts';
import { presentCorrected, presentCorrectionForm } from '../../cards/present/correcting.ts';
import { presentForm } from '../../cards/present/form.ts';
import { formPages } from '../../cards/present/formPages.ts';
import { presentPrintOut } from '../../cards/present/printOut.ts';
import { presentProblem } from '../../cards/present/problem.ts';
import { presentPromise, presentPromised } from '../../cards/present/promise.ts';
import { presentOfficialText, presentUnitAnswers } from '../../cards/present/unit.ts';
import { presentAccepted, presentDeclared, presentDraftSaved } from '../../cards/present/receipts.ts';
import type { CardView } from '../../cards/views.ts';

/** What answering shows. */
export const answerCards = {
  form: presentForm,
  pages: formPages,
  conflict: presentConflict,
  conflictPart,
  draftSaved: presentDraftSaved,
  accepted: presentAccepted,
  declared: presentDeclared,
  officialText: presentOfficialText,
  printOut: presentPrintOut,
  unitAnswers: presentUnitAnswers,
  problem: presentProblem,
  promise: presentPromise,
  promised: presentPromised,
  correctionForm: presentCorrectionForm,
  corrected: presentCorrected,
};

type AnyView<Present> = Present extends (...facts: infer Facts) => CardView ? (...facts: Facts) => CardView : Present;
export type AnswerCards = { readonly [Name in keyof typeof answerCards]: AnyView<(typeof answerCards)[Name]> };
