import { askedOf } from '../../domain/units.ts';
import type { Refusal } from '../../domain/form.ts';
import type { Change, FieldConflict } from '../../domain/report.ts';
import { submittedOf } from '../../domain/reportState.ts';
import type { Answer, Content } from '../../ports.ts';
import { isOpenPlace, type AnsweringNeeds, type Turn } from './turn.ts';

type Seen = Pick<AnsweringNeeds, 'draw' | 'present'>;

/** できませんでした, as a card of its own: what was pressed stays as it is. */
export const refused = ({ draw, present }: Seen, { facts: { office, round }, words, caller }: Turn, refusal: Refusal): Answer => ({
  kind: 'post', content: draw(present.problem(words, { office, round, refusal, caller: caller.name })),
});

/** In the place of the pressed card. */
export const replaceBy = (content: Content): Answer => ({ kind: 'replace', content });
export const replaced = (answer: Answer): Answer => (answer.kind === 'post' ? { ...answer, kind: 'replace' } : answer);

/** Stands for a text that may not be shown in that place. */
const HIDDEN = '…';

/** Both texts, to be chosen between; in an open place without the one that somebody else saved. */
export function conflictCard({ draw, present }: Seen, { facts: { office, round }, section, words, where }: Turn, conflicts: readonly FieldConflict[]): Content {
  const initiatives = askedOf(office, round, section.id).filter(({ id }) => conflicts.some(({ initiative }) => initiative === id));
  const shown = isOpenPlace(where) ? conflicts.map((each) => ({ ...each, saved: HIDDEN })) : conflicts;
  return draw(present.conflict(words, { office, round, section, initiatives, conflicts: shown }));
}

/** 下書きを保存しました. */
export const draftSaved = ({ draw, present }: Seen, { facts: { office, round }, section, words, now }: Turn, act: Change | undefined): Content =>
  draw(present.draftSaved(words, { office, round, section, at: act?.at ?? now }));

/** 受け付けました. */
export const accepted = ({ draw, present }: Seen, { facts: { office, round }, section, schedule, status, words }: Turn, { at, by }: Change): Content =>
  draw(present.accepted(words, { office, round, section, schedule, initiatives: askedOf(office, round, section.id).length, at, by, late: status.late }));

/** 回答の内容, as it was submitted last; in as many cards as a form of it has pages, for Teams takes none of any size. */
export function unitAnswers({ draw, present }: Seen, { facts: { office, round }, section, status, report, words, now }: Turn): readonly Content[] {
  const submitted = submittedOf(report?.doc);
  const values = submitted?.values ?? {};
  const pages = present.pages({ office, round, initiatives: askedOf(office, round, section.id), values, before: {} });
  return pages.map((initiatives) => draw(present.unitAnswers(words, { office, round, section, initiatives, values, at: submitted?.last.at ?? now, late: status.late })));
}
