import { ImportError, wayOut } from './importError';

/** Larger than any topology document, and small enough to be one string. */
const maximumBytes = 400_000_000;

export interface DecodedText {
  readonly text: string;
  /** What the reader should know about how it was read. */
  readonly remark?: string;
}

/**
 * The text of a file: UTF-8, or UTF-16 by its byte order mark or by the zeros between its characters (what `>` of Windows PowerShell writes). Anything else
 * is taken as Windows-1252, with a remark.
 * @throws ImportError for binary files and for those too large to be one string.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  if (bytes.length > maximumBytes) {
    throw new ImportError(`The file has ${bytes.length} bytes: no topology document is that large. ${wayOut}`, file);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode('utf-16le', bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode('utf-16be', bytes) };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) {
    throw new ImportError(
      `This is a zip archive, perhaps from Export-CsConfiguration; this version reads the topology alone. ${wayOut}`,
      file,
    );
  }
  if (bytes[0] === 0x3c && bytes[1] === 0) return { text: decode('utf-16le', bytes) };
  if (bytes[0] === 0 && bytes[1] === 0x3c) return { text: decode('utf-16be', bytes) };
  if (bytes.subarray(0, 4096).includes(0)) throw new ImportError(`This is a binary file, not XML. ${wayOut}`, file);
  try {
    return { text: decode('utf-8', bytes) };
  } catch {
    const text = decode('windows-1252', bytes);
    return { text, remark: 'The file is not UTF-8; it was read as Windows-1252: check names with accents' };
  }
}

/** Decodes and takes the byte order mark off. */
function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
}
