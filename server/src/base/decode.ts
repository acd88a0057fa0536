/** A file's bytes as text, or why they are none. */
export type Decoded =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: string };

/** Reads UTF-8 with or without BOM, and UTF-16 with BOM. The BOM stays in the text as U+FEFF, so that offsets are those of the file. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes) };
  if (bytes.includes(0)) return { fault: 'it is no text: it holds binary data' };
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'it is no UTF-8 text; save it as UTF-8, or as UTF-16 with BOM' };
  }
}

/** A text without the BOM that may stand before it. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
