import type { Instant } from './instant.ts';
import type { InitiativeId } from './ids.ts';
import type { Actor, Change, ChangeKind, Report } from './report.ts';
import type { Writer } from './reportState.ts';

/** What is told of a report afterwards: all that was done with it but drafting, and saying when it will come. */
export type ActKind = Exclude<ChangeKind, 'save' | 'promise'>;

/** One act upon one initiative. `said`: 差戻し what was to be mended, 訂正・代理入力 why; `''` for nothing. */
export type Act = { readonly kind: ActKind; readonly by: Actor; readonly at: Instant; readonly afterFreeze: boolean; readonly said: string };

/** What has happened to one initiative since it was last submitted. */
type Since = { readonly acts: readonly Act[]; readonly touched: boolean };

/** The acts upon one initiative, in their order. A submission counts if it brought something new of it, or was the first. */
export function actsUpon(report: Report | undefined, initiative: InitiativeId, freezeAt: Instant): readonly Act[] {
  const step = ({ acts, touched }: Since, change: Change): Since => {
    const news = touched || change.fields[initiative] !== undefined || change.comments?.[initiative] !== undefined;
    const kind = kindOf(change, initiative, news || acts.length === 0);
    if (kind === undefined) return { acts, touched: news };
    return { acts: [...acts, actOf(change, kind, initiative, freezeAt)], touched: news && kind !== 'submit' };
  };
  return (report?.changes ?? []).reduce(step, { acts: [], touched: false }).acts;
}

/** As what it is to be told, if it concerns this initiative. */
function kindOf(change: Change, initiative: InitiativeId, news: boolean): ActKind | undefined {
  const { kind } = change;
  if (kind === 'save' || kind === 'promise') return undefined;
  return concerns(change, initiative, news)[kind] ? kind : undefined;
}

/** A line for every further act begins here. 確認 is of the whole report. */
function concerns({ fields, comments }: Change, initiative: InitiativeId, news: boolean): Readonly<Record<ActKind, boolean>> {
  const mended = fields[initiative] !== undefined;
  return { submit: news, confirm: true, accept: true, 'send-back': comments?.[initiative] !== undefined, reword: mended, correct: mended };
}

const actOf = ({ by, at, reason, comments }: Change, kind: ActKind, initiative: InitiativeId, freezeAt: Instant): Act => ({
  kind, by, at, afterFreeze: freezeAt <= at, said: comments?.[initiative] ?? reason ?? '',
});

/** 記入: who wrote last what stands there as submitted by version `submitted`; a draft that came later is nobody's word yet. */
export function writtenBy(report: Report | undefined, initiative: InitiativeId, submitted: number): Writer | undefined {
  const written = report?.changes.findLast(({ seq, kind, fields }) => fields[initiative] !== undefined && (seq <= submitted || kind === 'reword' || kind === 'correct'));
  return written === undefined ? undefined : { by: written.by, at: written.at };
}
