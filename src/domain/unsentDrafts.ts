import type { Field, Report } from './report.ts';
import { draftOf, entriesOf, submittedOf, valueOf } from './reportState.ts';

/** 下書きのある取組: how many of a unit's initiatives read otherwise than they were submitted. */
export function unsentDrafts(report: Report | undefined): number {
  const submitted = submittedOf(report)?.values ?? {};
  const reads = Object.entries as (values: object) => [Field, string][];
  return entriesOf(draftOf(report)).filter(([id, values]) => reads(values).some(([field, text]) => text !== valueOf(submitted, id, field))).length;
}
