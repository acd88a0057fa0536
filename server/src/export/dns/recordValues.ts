import type { RecordType } from './record';

/** The values of a record, as a cmdlet takes them and as they are compared. */
export interface RecordValues {
  /** One text for each field, in the order of the record's data; names without the dot at their end. */
  readonly fields: readonly string[];
  /** What a found record is compared with: names in lower case. */
  readonly text: string;
}

/** Reads the data of a record, as a zone file writes it, back into values. [RFC 1035] */
export function recordValues(type: RecordType, data: string): RecordValues {
  if (type === 'TXT') {
    const text = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part = '']) => part).join('');
    const value = unescaped(text);
    return { fields: [value], text: value };
  }
  const fields = data.split(' ').map((field) => unescaped(field.replace(/\.$/, '')));
  const text = fields.join(' ').toLowerCase();
  return { fields, text: type === 'AAAA' ? shortAddress(text) : text };
}

/** An IPv6 address as .NET writes it, whichever of its forms it has. [RFC 5952] */
function shortAddress(address: string): string {
  try {
    return new URL(`http://[${address}]/`).hostname.slice(1, -1);
  } catch {
    return address;
  }
}

/** Bytes by their number, and characters behind a back-slash, as text. */
function unescaped(text: string): string {
  const bytes: number[] = [];
  for (const [, number, character = ''] of text.matchAll(/\\(\d{3})|\\?([\s\S])/g)) {
    if (number === undefined) bytes.push(character.charCodeAt(0));
    else bytes.push(Number(number));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
