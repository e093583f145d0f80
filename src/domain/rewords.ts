import { mendedIn, type Mended } from './correcting.ts';
import type { Report } from './report.ts';

/** 字句修正 since the unit submitted last, in the order in which they were made. What it submits after them is its own again. */
export const rewordsOf = (report: Report | undefined): readonly Mended[] => mendedIn(report).filter(({ act }) => act.kind === 'reword');
