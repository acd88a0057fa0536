const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 does not allow, and the marks that turn the direction of what follows them. */
const unsafe = /[\p{Cc}\p{Cs}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]+/gu;

/** A name as one line of text that cannot disturb what stands around it: no control characters, no turns of direction. */
export function cleanText(text: string): string {
  return text.replace(unsafe, ' ').trim();
}

/** Text for an element's content or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(unsafe, ' ').replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** A number for an attribute: at most one decimal, so that the same picture has the same bytes everywhere. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
