import { STYLE } from './style.ts';

export const PLAN_STYLE = `${STYLE}
.months { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr)); gap: 14px 18px; align-items: start; }
.month { width: 100%; table-layout: fixed; }
.month caption { font-weight: 700; text-align: left; }
.month th { padding: 0; color: var(--subtle); font-size: .75rem; text-align: center; }
.month td { height: 2.5em; padding: 1px; border: 1px solid var(--line); font-size: .8rem; line-height: 1.25; text-align: center; vertical-align: top; font-variant-numeric: tabular-nums; }
.month td.none { border: 0; }
.month td.closed { background: var(--shade); color: var(--subtle); }
.month td.event .date { font-weight: 700; }
.off { display: block; font-size: .7rem; }
.sign { display: inline-block; min-width: 1.5em; margin: 0 1px 1px; padding: 0 1px; border: 1px solid var(--text); border-radius: 2px; font-size: .75rem; font-weight: 700; line-height: 1.3; text-align: center; }
.sign.strong { background: var(--text); color: var(--page); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 10px 0 0; padding: 0; list-style: none; font-size: .85rem; }
.rounds { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)); gap: 14px; }
.round { padding: 10px 12px; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
.round h3 { margin-top: 0; }
.round ol { margin: .4rem 0 0; padding: 0; list-style: none; }
.round li { display: grid; grid-template-columns: 2em 1fr; padding: 2px 0; border-top: 1px solid var(--line); }
.round .what { display: block; font-size: .85rem; color: var(--subtle); }
.round .when { display: block; font-weight: 600; }
.warnings li { display: grid; grid-template-columns: 5em 1fr; padding: 4px 0; border-top: 1px solid var(--line); }
.warnings .tag { font-weight: 700; }
@media print {
  .months { grid-template-columns: repeat(4, 1fr); gap: 5pt 12pt; }
  .month { break-inside: avoid; }
  .month td { height: 18pt; padding: 0; font-size: 7pt; line-height: 1.15; }
  .month td.event .date { display: inline; }
  .sign { font-size: 6.5pt; margin: 0; }
  .legend { margin-top: 4pt; font-size: 7.5pt; gap: 0 10pt; }
  .sheet { break-before: page; }
  .rounds { grid-template-columns: repeat(4, 1fr); gap: 8pt; }
  .round .what { font-size: inherit; }
  .round { padding: 4pt 7pt; font-size: 8.5pt; line-height: 1.3; }
}
`;
