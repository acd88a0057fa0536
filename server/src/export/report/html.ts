const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 does not allow, and the marks that turn the direction of what follows them. */
const unsafe = /[\p{Cc}\p{Cs}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]+/gu;

/** A text as content of an element or of a quoted attribute. */
export function html(text: string): string {
  return text.replace(unsafe, ' ').replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** For screens and paper; nothing is fetched from anywhere. */
export const style = `
body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: #1f1f1f; background: #ffffff; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.8rem; }
h2 { font-size: 1.3rem; margin-top: 2rem; border-bottom: 1px solid #767676; }
h3 { font-size: 1.05rem; margin-bottom: 0.3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem; border: 1px solid #c8c8c8; overflow-wrap: anywhere; }
th { background: #f2f2f2; }
td.number { text-align: right; }
.warning { border: 2px solid #a1260d; padding: 0.5rem 1rem; }
.graph svg { display: block; max-width: 100%; height: auto; }
li.todo { list-style: "\\2610  "; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, li, .graph { break-inside: avoid; } }
`.trim();
