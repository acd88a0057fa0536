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
