/**
 * Deployments as one string, readable where they stand:
 *
 *     const { files, cursor } = fixture(`
 *       //- /main.umtopo
 *       sipDomain contoso.com { isDefault yes }
 *                                         ^^^ UM0004 \`isDefault\` is \`true\` or \`false\`
 *       users Sales { csv "$0sales.csv" }
 *       //- /sales.csv
 *       SipAddress
 *     `);
 *
 * The indentation that all lines share is taken off. `//- /path` starts a file (one without a header is `/main.umtopo`), `$0` is the cursor (two of them: a
 * selection), and `^^^ CODE message` says what is flagged in the line above; `^^^…` when it goes on in the next lines.
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The first `$0`. */
  readonly cursor?: Cursor;
  readonly cursors: readonly Cursor[];
}

export interface FixtureFile {
  readonly path: string;
  /** Without headers, cursors and marks. Lines end with LF. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Cursor {
  readonly path: string;
  readonly offset: number;
}

/** What is flagged: half-open offsets of the file's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What stands behind the `^^^`: the code and as much of the message as the test cares about. */
  readonly note: string;
}

const header = /^\/\/- (\/\S+)\s*$/;
const mark = /^ *(\^+)(…?)(?: (.*))?$/;
const CURSOR = '$0';

export function fixture(source: string): Fixture {
  const files: FixtureFile[] = [];
  const cursors: Cursor[] = [];
  let path = '/main.umtopo';
  let lines: string[] = [];
  const finish = (): void => {
    const file = readFile(path, lines);
    files.push(file.file);
    cursors.push(...file.cursors);
  };
  dedent(source).forEach((line, index) => {
    const found = header.exec(line);
    if (!found) {
      lines.push(line);
      return;
    }
    if (index > 0) finish();
    path = found[1] as string;
    lines = [];
  });
  finish();
  return { files, cursors, ...(cursors[0] && { cursor: cursors[0] }) };
}

function readFile(path: string, lines: readonly string[]): { file: FixtureFile; cursors: Cursor[] } {
  const cursors: Cursor[] = [];
  const marks: Mark[] = [];
  const texts: string[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const line of lines) {
    const found = texts.length > 0 ? mark.exec(line) : null;
    if (found) {
      const start = lineStart + line.indexOf('^');
      const end = found[2] ? Number.POSITIVE_INFINITY : start + (found[1] as string).length;
      marks.push({ start, end, note: found[3] ?? '' });
      continue;
    }
    let text = line;
    for (let at = text.indexOf(CURSOR); at >= 0; at = text.indexOf(CURSOR)) {
      cursors.push({ path, offset: nextStart + at });
      text = text.slice(0, at) + text.slice(at + CURSOR.length);
    }
    texts.push(text);
    lineStart = nextStart;
    nextStart += text.length + 1;
  }
  return { file: { path, text: texts.join('\n'), marks }, cursors };
}

/** The lines without the indentation that all of them share, and without the empty ones that the template's own line ends make. */
function dedent(source: string): string[] {
  const lines = source.split('\n');
  if (lines[0]?.trim() === '') lines.shift();
  if (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines[lines.length - 1] = '';
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(indent));
}

/**
 * A text with marks under what is flagged, in the form that `fixture` reads: comparing it with the fixture's own text shows at once what is missing, moved or
 * worded otherwise.
 */
export function annotate(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: string[] = [];
  let start = 0;
  let next = 0;
  lines.forEach((line, index) => {
    result.push(line);
    const end = start + line.length;
    for (; next < sorted.length; next++) {
      const { start: from, end: to, note } = sorted[next] as Mark;
      if (from > end && index < lines.length - 1) break;
      const width = Math.max(1, Math.min(to, end) - from);
      const beyond = to > end + 1 ? '…' : '';
      result.push(`${' '.repeat(from - start)}${'^'.repeat(width)}${beyond}${note && ` ${note}`}`);
    }
    start = end + 1;
  });
  return result.join('\n');
}

/** The fixture's text with its own marks: what `annotate` is to give for what was found. */
export function expected(file: FixtureFile): string {
  return annotate(file.text, file.marks);
}
