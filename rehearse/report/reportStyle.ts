import { STYLE } from './style.ts';

export const REPORT_STYLE = `${STYLE}
.verdict { margin: .8rem 0; padding: 8px 14px; border: 3px solid var(--text); border-radius: 4px; font-size: 1.15rem; font-weight: 700; }
.verdict.broken { border-style: double; border-width: 6px; }
.panel { margin: 1rem 0 1.4rem; }
.timeline { display: block; max-width: none; font-size: 13px; }
.timeline text { fill: var(--text); text-anchor: middle; }
.timeline .name, .timeline .month { text-anchor: start; }
.timeline .month, .timeline .post { font-weight: 700; font-size: 12px; }
.timeline .date { font-size: 12px; } .timeline .weekday { fill: var(--subtle); font-size: 10px; }
.timeline .closed { fill: var(--shade); }
.timeline .hatch { stroke: var(--subtle); stroke-width: 2; }
.swatch { display: inline-block; width: 1.3em; height: .9em; vertical-align: -1px; background: repeating-linear-gradient(45deg, transparent 0 3px, var(--subtle) 3px 5px); }
.timeline .rule { stroke: var(--line); }
.timeline .due { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 4 3; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 6px 0; padding: 0; list-style: none; font-size: .85rem; }
.legend b { display: inline-block; min-width: 1.3em; text-align: center; }
.pair { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: start; }
.pair > div { max-width: 100%; }
.pair h3 { margin-top: 0; }
.cards { columns: 2 380px; column-gap: 18px; }
.cards figure { margin: 0 0 18px; break-inside: avoid; }
figcaption { margin-bottom: 4px; font-size: .85rem; }
.card { padding: 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); overflow-wrap: anywhere; }
.card p { margin: 0; } .card p + p { margin-top: 6px; }
.card .ac-pushButton { padding: 6px 12px; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: var(--text); font: inherit; font-size: 14px; font-weight: 600; white-space: normal; }
.card .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.card .ac-input { max-width: 100%; font: inherit; font-size: 14px; color: var(--text); background: var(--page); border: 1px solid var(--line); border-radius: 4px; }
.card .ac-input.ac-multiline { min-height: 56px; padding: 6px; }
.card .ac-input-container { font-size: 14px; }
.card .ac-choiceSetInput-expanded > div { align-items: baseline !important; padding: 2px 0; }
@media print {
  .timeline { width: 100%; height: auto; }
  .panel { break-inside: avoid; }
  .pair { flex-wrap: nowrap; font-size: 8pt; line-height: 1.3; }
  .cards { columns: 3; column-gap: 10pt; }
  .card { zoom: .72; }
  .sheet { break-before: page; }
}
`;
