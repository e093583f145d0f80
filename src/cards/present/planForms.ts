import type { Office } from '../../domain/office.ts';
import type { PlanPreview } from '../../domain/planPreview.ts';
import type { SensitiveKind } from '../../domain/report.ts';
import { ROUND_KINDS, type RoundPlan } from '../../domain/round.ts';
import type { Button, Press } from '../buttons.ts';
import type { CardView, Line, PlanView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, dropDown, plain, strong } from './lines.ts';
import { notPlanned, type NotPlannedHere } from './notPlanned.ts';
import { planDates, planWarnings, type Dated } from './planDates.ts';
import { sayingOf } from './saying.ts';

/** As it was chosen and typed; `''` for not. */
export type PlanTyped = { readonly kind: string; readonly name: string; readonly trial: string; readonly meetingOn: string; readonly asOf: string };

/** What would follow, of the plan as it would be; `seen` names what is shown; `found`: 個人情報らしいもの in its name. */
export type Looked = { readonly round: RoundPlan; readonly preview: PlanPreview; readonly seen: string; readonly found?: readonly SensitiveKind[] };

type Facts = { readonly office: Office; readonly typed: PlanTyped; readonly refusal: NotPlannedHere | undefined; readonly looked: Looked | undefined };

/** 日程を変える. `asked`: 照会 is out. */
export function presentMoving(words: Words, facts: Facts & { readonly current: Dated; readonly asked: boolean }): CardView {
  const { office, typed, current, asked, looked } = facts;
  const { planning: { moving: text, fields, buttons } } = words;
  const of = { v: 1, office: office.id, plan: current.round.id } as const;
  return card(words, facts, {
    title: text.title(sayingOf(words, office).round(current.round)),
    lines: [plain(text.how), ...(asked ? [plain(text.asked)] : [])],
    days: [{ id: 'meetingOn', label: fields.meetingOn, value: typed.meetingOn }, ...(asked ? [] : [{ id: 'asOf', label: fields.asOf, value: typed.asOf }])],
    looks: [press(buttons.look, { do: 'rounds.look', ...of, form: 'move' })],
    ...shown(words, facts, words.planning.ready.move, current),
    buttons: looked === undefined ? [] : [press(buttons.doMove, { do: 'rounds.move', ...of, seen: looked.seen })],
  });
}

/** 回を作る. */
export function presentMaking(words: Words, facts: Facts): CardView {
  const { office, typed, looked } = facts;
  const { planning: { making: text, fields, buttons } } = words;
  const of = { v: 1, office: office.id } as const;
  return card(words, facts, {
    title: text.title,
    lines: [plain(text.how)],
    choices: [
      dropDown(words, { id: 'kind', label: text.kind, value: typed.kind, options: ROUND_KINDS.map((kind) => ({ title: text.kinds[kind], value: kind })) }),
      dropDown(words, { id: 'trial', label: text.trial, value: typed.trial === 'yes' ? 'yes' : 'no', options: (['no', 'yes'] as const).map((value) => ({ title: text.trials[value], value })) }),
    ],
    names: [{ id: 'name', label: text.name, value: typed.name, placeholder: text.nameHint }],
    days: [{ id: 'asOf', label: fields.asOf, value: typed.asOf }, { id: 'meetingOn', label: fields.meetingOn, value: typed.meetingOn }],
    looks: [press(buttons.look, { do: 'rounds.look', ...of, form: 'make' })],
    ...shown(words, facts, words.planning.ready.make),
    buttons: looked === undefined ? [] : [press(buttons.doMake, { do: 'rounds.make', ...of, seen: looked.seen, ...(isFound(looked) && { sure: true }) })],
  });
}

const press = (title: string, data: Press): Button => ({ title, data });

const isFound = ({ found = [] }: Looked): boolean => found.length > 0;

/** 個人情報らしいもの in the name: pointed out, and left to whoever presses. */
const foundLines = ({ planning: { making: text }, answering: { form } }: Words, { unitWord }: Office, { found = [] }: Looked): readonly Line[] =>
  found.map((what) => attention(`！ ${form.findings[what](text.name)}${text.nameShown(unitWord)}`));

/** The dates as they would be, with what should be known of them; before, those of now. */
function shown(words: Words, { office, looked }: Facts, ready: string, current?: Dated): Pick<PlanView, 'findings' | 'groups'> {
  if (looked === undefined) return { findings: [], groups: current === undefined ? [] : [planDates(words, office, current)] };
  const { round, preview: { schedule, warnings } } = looked;
  return { findings: [strong(ready), ...foundLines(words, office, looked), ...planWarnings(words, office, warnings)], groups: [planDates(words, office, { round, schedule }, current)] };
}

type Given = Pick<PlanView, 'title' | 'lines' | 'days' | 'looks' | 'findings' | 'groups' | 'buttons'> & Partial<PlanView>;

/** Why it was not taken stands on top, with all that was typed left in place; 戻る at the end. */
function card(words: Words, { office, refusal }: Facts, given: Given): PlanView {
  return {
    card: 'plan', lang: words.lang, summary: given.title, choices: [], names: [], after: [], ...given,
    lines: [...(refusal === undefined ? [] : [reason(words, office, refusal)]), ...given.lines],
    buttons: [...given.buttons, { title: words.planning.buttons.back, data: { do: 'rounds.see', v: 1, office: office.id } }],
  };
}

export function reason(words: Words, office: Office, refusal: NotPlannedHere): Line {
  const text = notPlanned(words, office, refusal);
  return text.startsWith('！') ? attention(text) : strong(text);
}
