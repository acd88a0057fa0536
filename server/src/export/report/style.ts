/** For screens and paper; nothing is fetched from anywhere. Contrast is at least 4.5 to 1 in both modes. */
export const style = `
:root { color-scheme: light dark; --text: #1b2330; --muted: #586474; --page: #ffffff; --soft: #f4f6f8; --line: #d5dbe2; --good: #0b6b3a; --bad: #b3202a; --open: #7a5000; --accent: #2b62cc; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e9edf3; --muted: #a3aebc; --page: #15181e; --soft: #1f242d; --line: #38404c; --good: #5cc98d; --bad: #ff8a8a; --open: #e8b450; --accent: #8db4ff; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif; color: var(--text); background: var(--page); margin: 0; }
main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.02rem; margin: 1.75rem 0 0.5rem; overflow-wrap: anywhere; }
p { margin: 0.5rem 0; }
.about { color: var(--muted); margin: 0.25rem 0 1.5rem; }
.verdict { border-left: 5px solid var(--good); background: var(--soft); padding: 0.7rem 1rem; font-weight: 600; }
.verdict.bad { border-color: var(--bad); }
.warning { border: 2px solid var(--bad); color: var(--bad); padding: 0.6rem 1rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.5rem; margin: 1.25rem 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
td { min-width: 4rem; max-width: 34rem; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
td.good, td.bad, td.open { font-weight: 600; white-space: nowrap; }
code, .id { font-family: Consolas, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.88em; }
figure { margin: 1rem 0 2rem; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
figure svg { display: block; width: 100%; height: auto; }
ul.checklist { list-style: none; padding: 0; }
ul.checklist li { padding: 0.55rem 0 0.55rem 2rem; border-bottom: 1px solid var(--line); position: relative; }
ul.checklist li::before { content: ""; position: absolute; left: 0.2rem; top: 0.8rem; width: 0.95rem; height: 0.95rem; border: 1.5px solid var(--muted); border-radius: 3px; }
ul.checklist .what { display: block; font-weight: 600; }
ul.checklist .how { display: block; white-space: pre-line; color: var(--muted); }
.typed { white-space: nowrap; }
footer { margin-top: 3rem; color: var(--muted); font-size: 0.87rem; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #586474; } }
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 1.6rem; }
  h1, h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; }
  td { max-width: none; }
  tr, li, figure, .verdict, .warning { break-inside: avoid; }
  thead { display: table-header-group; }
  figure svg { max-height: 220mm; }
}
`.trim();
