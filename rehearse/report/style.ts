/** 見た目 of both pages: light and dark by the reader's setting; on paper black on white, and legible without colour. */
export const STYLE = `
:root { --page: #ffffff; --card: #ffffff; --text: #1f1f1f; --subtle: #5a5a5a; --line: #c4c4c4; --shade: #ececec; --accent: #1d4f91; --on-accent: #ffffff; --attention: #8f1d22; --good: #1e6b3c; --warning: #6f4e00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #1b1b1b; --card: #262626; --text: #f1f1f1; --subtle: #b4b4b4; --line: #565656; --shade: #343434; --accent: #9fc2f5; --on-accent: #12233a; --attention: #ff9a9a; --good: #9bd6ae; --warning: #f0cd6b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 16px; background: var(--page); color: var(--text); font: 15px/1.6 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', Meiryo, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.35; }
h2 { margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--text); font-size: 1.15rem; }
h3 { margin: 1rem 0 .3rem; font-size: 1rem; }
p { margin: .3rem 0; }
a { color: var(--accent); }
table { border-collapse: collapse; }
th { font-weight: 600; }
.subtle { color: var(--subtle); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
.grid th, .grid td { padding: 3px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.grid td.number { text-align: right; }
.grid thead th { background: var(--shade); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ul.plain { margin: 0; padding: 0; list-style: none; }
@media print {
  @page { size: A4 landscape; margin: 10mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.45; }
  h1 { font-size: 15pt; } h2 { margin: 12pt 0 4pt; font-size: 12pt; break-after: avoid; } h3 { font-size: 10pt; }
  .scroll { overflow: visible; }
  tr, figure { break-inside: avoid; }
  .screen { display: none; }
}
`;
