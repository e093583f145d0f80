import type { UnitStatus } from './board.ts';
import type { Directed } from './directedRounds.ts';
import type { Form, FormProblem, Refusal } from './form.ts';
import type { Initiative, Office } from './office.ts';
import { progressOf } from './progress.ts';
import { proposedAt } from './proposed.ts';
import type { Report, Sensitive, Typed } from './report.ts';
import { draftOf, draftSource, lastWriters, laidOver } from './reportState.ts';
import type { RoundPlan, Schedule } from './round.ts';
import { proposedFrom } from './saidBefore.ts';

/** What a form is made of. */
export type FormFacts = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly status: UnitStatus;
  readonly report: Report | undefined;
  readonly before: Form['before'];
  readonly year?: NonNullable<Form['year']>;
  /** Nobody's draft may stand there: a standard channel is read by the whole team; or its reader may not answer. */
  readonly open: boolean;
  /** The section's own people read it too, as in its group chat: what is to be mended is for the eyes of whoever mends it. */
  readonly shared?: boolean;
  readonly afterMeeting?: boolean;
  /** Something stands stored that this place may not show. */
  readonly hides?: boolean;
  /** 指示・意見 of the unit that are 対応中. */
  readonly directed?: readonly Directed[];
  /** The head looks at it next. */
  readonly toHead?: boolean;
  /** 代理入力: whoever fills it in is of the secretariat. */
  readonly onBehalf?: boolean;
};

/** What somebody typed into a form that has to be shown once more, and why. */
export type Returned = {
  readonly typed: Typed;
  readonly base: number;
  /** It was drawn empty, whatever stood there. */
  readonly hidden?: boolean;
  readonly problems?: readonly FormProblem[];
  readonly sensitive?: readonly Sensitive[];
  readonly notice?: Refusal;
  readonly source?: string;
  /** Only the initiatives that came back are shown, not the page on which they stand. */
  readonly alone?: boolean;
};

export type Page = { readonly initiatives: readonly Initiative[]; readonly page: number; readonly pages: number };

/** What the inputs hold, 下書きの案 where nobody has written yet, and the version that this stands for. A form in an open place shows nothing of that version: it is `hidden`. */
export const drawnFrom = ({ report, before, open }: Pick<FormFacts, 'report' | 'before' | 'open'>): { readonly values: Typed; readonly base: number; readonly hidden: boolean } =>
  ({ values: open ? {} : laidOver(draftOf(report), proposedAt(report, proposedFrom(before))), base: report?.seq ?? 0, hidden: open });

/** 回答の画面 with the draft in it; or as it was typed, where it comes back to its writer. */
export function formOf(facts: FormFacts, page: Page, returned: Returned = { typed: {}, base: 0 }): Form {
  const { office, round, schedule, status, report, before, year, open } = facts;
  const { typed, problems = [], sensitive = [], notice } = returned;
  const fresh = drawnFrom(facts);
  return {
    office, round, schedule, status, before, ...page, problems, sensitive,
    ...versionOf(Object.keys(typed).length === 0 ? fresh : returned),
    values: { ...fresh.values, ...typed },
    writers: open ? {} : lastWriters(report),
    ...(open && { open }),
    ...commentsHere(facts),
    ...directedHere(facts),
    ...(year === undefined ? {} : { year }),
    ...(notice === undefined ? {} : { notice }),
    ...asWhat(facts, returned),
  };
}

const versionOf = ({ base, hidden = false }: Pick<Returned, 'base' | 'hidden'>): Pick<Form, 'base' | 'hidden'> => ({ base, ...(hidden && { hidden }) });

/** 会議後の提出, 代理入力, whether the head looks at it next, and whether it is all that there is. */
const asWhat = ({ afterMeeting = false, onBehalf = false, toHead = false, hides = false, report }: FormFacts, { source = draftSource(report) }: Returned): Pick<Form, 'afterMeeting' | 'source' | 'toHead' | 'hides'> => ({
  ...(hides && { hides }), ...(toHead && { toHead }), ...(afterMeeting && { afterMeeting }), ...(onBehalf && { source }),
});

/** 差戻し: what was said of each initiative, for whoever mends it alone; when, for everybody. */
function commentsHere({ open, shared = false, report }: FormFacts): Pick<Form, 'sentBack' | 'sentBackAt'> {
  const { sentBack } = progressOf(report);
  const at = Object.values(sentBack).map((each) => each.at).toSorted().at(-1);
  return { ...(open || shared ? {} : { sentBack }), ...(at !== undefined && { sentBackAt: at }) };
}

/** What they say is for the section's own alone: where others read, only how many there are. */
export const directedHere = ({ directed = [], open }: Pick<FormFacts, 'directed' | 'open'>): Pick<Form, 'directed'> =>
  (directed.length === 0 ? {} : { directed: { count: directed.length, shown: open ? [] : directed } });
