import type { CheckForm } from '../../domain/checking.ts';
import type { Initiative } from '../../domain/office.ts';
import { valueOf } from '../../domain/reportState.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { commentId, inputId } from '../payload.ts';
import type { CheckItem, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { HEADING, numberOf } from './formItem.ts';
import { plain, shortened, strong } from './lines.ts';
import { sayingOf } from './saying.ts';
import { saidOf } from './unit.ts';

/** What of the 確認の画面 one initiative needs. */
export type CheckItemFacts = Pick<CheckForm, 'office' | 'round' | 'values' | 'progress' | 'changed' | 'acts' | 'comments'>;

type Numbered = Pick<CheckForm, 'office' | 'round'>;

/** One initiative as it was submitted: the official text, the mark, all texts, and a box for what is to be mended. */
export function checkItem(words: Words, facts: CheckItemFacts, initiative: Initiative): CheckItem {
  const { office, round, values, acts, comments } = facts;
  const comment = comments[initiative.id] ?? '';
  return {
    ...headed(words, facts, initiative),
    state: saidOf(words, office, values, initiative),
    notes: notes(words, facts, initiative),
    texts: TEXT_FIELDS.map((field) => ({ label: fieldLabel(words, office, round.kind, field), text: valueOf(values, initiative.id, field) })).filter(({ text }) => text !== ''),
    boxes: acts.includes('send-back') || comment !== '' ? [commentBox(words, facts, initiative, comment)] : [],
  };
}

/** What was typed to be sent back, on another page: its heading and its box. */
export const carriedItem = (words: Words, facts: Numbered & Pick<CheckForm, 'comments'>, initiative: Initiative): CheckItem => ({
  ...headed(words, facts, initiative),
  state: '', notes: [plain(words.checking.card.carried)], texts: [], boxes: [commentBox(words, facts, initiative, facts.comments[initiative.id] ?? '')],
});

/** 字句修正: a box for each text there is, and for what was typed to be sent back; nothing to be chosen. */
export const rewordItem = (words: Words, { office, round, values, comments }: Pick<CheckForm, 'office' | 'round' | 'values' | 'comments'>, standing: CheckForm['values'], initiative: Initiative): CheckItem => ({
  ...headed(words, { office, round }, initiative),
  state: saidOf(words, office, standing, initiative), notes: [], texts: [],
  boxes: [
    ...TEXT_FIELDS.filter((field) => valueOf(standing, initiative.id, field) !== '' || valueOf(values, initiative.id, field) !== '').map((field) => ({
      id: inputId(initiative.id, field), label: words.checking.reword.label(numberOf({ office, round }, initiative), fieldLabel(words, office, round.kind, field)),
      value: valueOf(values, initiative.id, field), placeholder: '',
    })),
    ...(comments[initiative.id] === undefined ? [] : [commentBox(words, { office, round }, initiative, comments[initiative.id] ?? '')]),
  ],
});

function headed(words: Words, { office, round }: Numbered, initiative: Initiative): Pick<CheckItem, 'id' | 'heading' | 'official' | 'officialButton'> {
  const { form } = words.answering;
  const heading = shortened(initiative.officialText, HEADING[words.lang]);
  return {
    id: `i.${initiative.id}`, heading: form.heading(numberOf({ office, round }, initiative), heading),
    official: heading === initiative.officialText ? '' : initiative.officialText, officialButton: form.officialButton,
  };
}

const commentBox = ({ checking }: Words, facts: Numbered, initiative: Initiative, value: string): CheckItem['boxes'][number] => ({
  id: commentId(initiative.id), label: checking.card.comment(numberOf(facts, initiative)), value, placeholder: '',
});

/** By words: what is not as it was, and what was sent back and is not in yet. */
function notes(words: Words, { office, round, progress, changed }: CheckItemFacts, { id }: Initiative): readonly Line[] {
  const { card } = words.checking;
  const { [id]: fields = [] } = changed?.fields ?? {};
  const { [id]: sent } = progress.sentBack;
  const names = words.everywhere.listed(fields.map((field) => fieldLabel(words, office, round.kind, field)));
  return [
    ...(changed === undefined || fields.length === 0 ? [] : [strong((changed.sentBack ? card.changedSinceSentBack : card.changed)(names, sayingOf(words, office).moment(changed.since)))]),
    ...(sent === undefined ? [] : [strong(card.sent(sent.comment))]),
  ];
}
