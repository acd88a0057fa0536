import { addTo } from '../base/lists';
import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';
import type { TopologyFile } from '../model/sourceFile';
import type { UsersBlock } from '../model/usersBlock';
import { layOut } from './layOut';
import type { Diagnostic } from './types';

/** A `// umtopo-disable…` comment. */
interface Suppression {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** `none`: it is written wrong and suppresses nothing. */
  readonly scope: 'file' | 'line' | 'none';
  /** The line it is for, when it is for one. */
  readonly line: number;
  readonly codes: readonly { readonly code: string; readonly start: number; readonly end: number }[];
  /** Files whose every line it is for: those of the `csv` behind it. */
  readonly csv: readonly string[];
}

/** Rows of a block that a code isn't reported for. Whoever asks has such rows there. */
export interface SuppressedRows {
  /** Of a file: all of its rows, some, or none. */
  readonly of: (path: string) => 'all' | 'some' | 'none';
  readonly has: (user: UserRow) => boolean;
}

/** What suppressions did where something was said: the codes that were suppressed, and the errors, which can't be. */
export class Noted {
  readonly used = new Set<string>();
  readonly refused = new Set<string>();

  get isEmpty(): boolean {
    return this.used.size === 0 && this.refused.size === 0;
  }
}

const form = /^\/\/+\s*umtopo-disable(-next-line|-line)?(?![\w-])([^:\r\n]*)(?::.*)?/i;
const wrongForm = /^\/\/+\s*umtopo-disable[\w-]*/i;
const rightForm =
  'write `// umtopo-disable-next-line UM4021: reason`, `// umtopo-disable-line …` or `// umtopo-disable …`';
const cache = new WeakMap<TopologyFile, Suppression[]>();

function suppressionsIn(file: TopologyFile): Suppression[] {
  const known = cache.get(file);
  if (known) return known;
  const found: Suppression[] = [];
  for (const at of file.suppressions) {
    const line = file.lines.lineAt(at);
    const lineStart = file.lines.lineStart(line);
    const slashes = /\/\/+\s*$/.exec(file.characters.slice(lineStart, at));
    if (slashes === null) continue;
    const start = lineStart + slashes.index;
    if (isInString(file.characters.slice(lineStart, start))) continue;
    const comment = file.characters.slice(start, file.lines.lineEnd(line));
    const match = form.exec(comment);
    const codesText = match?.[2] ?? '';
    if (match === null || !/UM\d{4}/i.test(codesText)) {
      const wrong = (match ?? wrongForm.exec(comment))?.[0].trimEnd() ?? '';
      found.push({ path: file.path, start, end: start + wrong.length, scope: 'none', line, codes: [], csv: [] });
      continue;
    }
    const listStart = at + (match[1]?.length ?? 0) + 'umtopo-disable'.length;
    const codes = [...codesText.matchAll(/UM\d{4}/gi)].map((code) => ({
      code: code[0].toUpperCase(),
      start: listStart + code.index,
      end: listStart + code.index + code[0].length,
    }));
    const scope = match[1] === undefined ? 'file' : 'line';
    found.push({
      path: file.path,
      start,
      end: start + match[0].length,
      scope,
      line: match[1]?.toLowerCase() === '-next-line' ? line + 1 : line,
      codes,
      csv: [],
    });
  }
  cache.set(file, found);
  return found;
}

/** Whether a string is still open where a line's text ends: a name may hold what looks like a comment. */
function isInString(before: string): boolean {
  return (before.replace(/\\./g, '').split('"').length - 1) % 2 === 1;
}

const none: ReadonlyMap<string, string> = new Map();

/** Suppressions by what they are for: there may be as many as rows, and each thing that is said asks. */
class Places {
  private readonly places = new Map<string, Suppression[]>();

  constructor(all: readonly Suppression[]) {
    for (const suppression of all) {
      const { path, scope, line, csv } = suppression;
      for (const { code } of suppression.codes) {
        if (scope === 'file') addTo(this.places, placeOf(code, 'file', path), suppression);
        if (scope !== 'line') continue;
        addTo(this.places, placeOf(code, 'in', path), suppression);
        addTo(this.places, placeOf(code, line, path), suppression);
        for (const each of csv) addTo(this.places, placeOf(code, 'csv', each), suppression);
      }
    }
  }

  /** For a whole file; for some line in it; for the `csv` that names it; for one line. */
  at(code: string, of: Scope, path: string): readonly Suppression[] {
    return this.places.get(placeOf(code, of, path)) ?? [];
  }
}

type Scope = 'file' | 'in' | 'csv' | number;

function placeOf(code: string, of: Scope, path: string): string {
  return `${code} ${of} ${path}`;
}

/** The suppressions of all files of a deployment. */
export class Suppressions {
  private readonly all: readonly Suppression[];
  private places: Places | undefined;

  constructor(private readonly deployment: Deployment) {
    const read = deployment.files.flatMap(suppressionsIn);
    this.all = read.some(({ scope }) => scope === 'line') ? withCsv(read, deployment) : read;
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /** The files that they are for, each with a text that is another one where what is for it is something else. */
  get files(): ReadonlyMap<string, string> {
    if (this.isEmpty) return none;
    const files = new Map<string, string>();
    for (const { path, start, scope, line, codes, csv } of this.all) {
      const text = JSON.stringify([path, start, scope, line, codes.map(({ code }) => code)]);
      for (const each of [path, ...csv]) files.set(each, `${files.get(each) ?? ''}${text}`);
    }
    return files;
  }

  suppresses(diagnostic: Diagnostic, noted: Noted): boolean {
    const by = this.covering(diagnostic);
    for (const suppression of by) noted.used.add(keyOf(suppression, diagnostic.code));
    return by.length > 0;
  }

  /** Notes an error, which can't be suppressed, so that a suppression of it is told so. */
  refuse(error: Diagnostic, noted: Noted): void {
    for (const suppression of this.covering(error)) noted.refused.add(keyOf(suppression, error.code));
  }

  private covering({ code, path, start }: Diagnostic): readonly Suppression[] {
    if (this.isEmpty) return this.all;
    return [...this.at(code, 'file', path), ...this.ofLine(code, path, start)];
  }

  /** Those for the line of a place, and those for all rows of a CSV file. */
  private ofLine(code: string, path: string, start: number): readonly Suppression[] {
    const all = this.at(code, 'csv', path);
    // The lines of a file without any needn't be counted.
    if (this.at(code, 'in', path).length === 0) return all;
    const line = this.deployment.source(path)?.lines.lineAt(start);
    return line === undefined ? all : [...all, ...this.at(code, line, path)];
  }

  private at(code: string, of: Scope, path: string): readonly Suppression[] {
    this.places ??= new Places(this.all);
    return this.places.at(code, of, path);
  }

  /** Which rows of a block are left out of what is reported about several at once; `undefined` when none is. */
  rows(code: string, block: UsersBlock, noted: Noted): SuppressedRows | undefined {
    if (this.isEmpty) return undefined;
    const isSome = (path: string): boolean => this.at(code, 'in', path).length > 0;
    if (!block.segments.some(({ path }) => isSome(path) || this.at(code, 'csv', path).length > 0)) return undefined;
    const note = (by: readonly Suppression[]): boolean => {
      for (const suppression of by) noted.used.add(keyOf(suppression, code));
      return by.length > 0;
    };
    return {
      of: (path) => (note(this.at(code, 'csv', path)) ? 'all' : isSome(path) ? 'some' : 'none'),
      has: ({ path, addressSpan }) => note(this.ofLine(code, path, addressSpan.start)),
    };
  }

  /** Hints for codes that suppressed nothing, and for comments that are written wrong. */
  unused(noted: readonly Noted[]): Diagnostic[] {
    if (this.isEmpty) return [];
    const used = union(noted, (each) => each.used);
    const refused = union(noted, (each) => each.refused);
    const hints: Diagnostic[] = [];
    for (const suppression of this.all) {
      if (suppression.scope === 'none') hints.push(wrong(suppression));
      for (const code of suppression.codes) {
        const key = keyOf(suppression, code.code);
        if (!used.has(key)) hints.push(unused(this.deployment, suppression, code, refused.has(key)));
      }
    }
    return hints;
  }
}

function union(noted: readonly Noted[], keys: (each: Noted) => ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const each of noted) for (const key of keys(each)) all.add(key);
  return all;
}

function keyOf({ path, start }: Suppression, code: string): string {
  return `${path}:${start}:${code}`;
}

function unused(
  deployment: Deployment,
  suppression: Suppression,
  { code, start, end }: Suppression['codes'][number],
  isRefused: boolean,
): Diagnostic {
  const { path, codes } = suppression;
  const alone = codes.length === 1;
  return {
    path,
    start,
    end,
    code: 'UM0016',
    severity: 'hint',
    message: isRefused
      ? `${code} is an error here, and errors can't be suppressed`
      : `Nothing here is reported as ${code}: this suppression has no effect`,
    related: [],
    tags: ['unnecessary'],
    fixes: () => {
      const span = alone ? suppression : withComma(deployment, suppression, start, end);
      const edit = { path, start: span.start, end: span.end, text: '' };
      const title = alone ? 'Remove the comment' : `Remove ${code}`;
      return [layOut(deployment, { title, edits: [edit], preferred: true })];
    },
  };
}

function wrong({ path, start, end }: Suppression): Diagnostic {
  return {
    path,
    start,
    end,
    code: 'UM0016',
    severity: 'hint',
    message: `This suppresses nothing: ${rightForm}`,
    related: [],
    fixes: () => [],
  };
}

/** A suppression for the line of a `csv` property covers all rows of the files named there. */
function withCsv(all: readonly Suppression[], deployment: Deployment): readonly Suppression[] {
  const named = new Map<string, string[]>();
  const lineOf = (path: string, line: number): string => `${line} ${path}`;
  for (const { declaration, segments } of deployment.blocks) {
    const { path } = declaration;
    const span = declaration.propertySpan('csv');
    const line = span && deployment.source(path)?.lines.lineAt(span.start);
    if (line === undefined) continue;
    for (const segment of segments) if (segment.path !== path) addTo(named, lineOf(path, line), segment.path);
  }
  if (named.size === 0) return all;
  return all.map((suppression) => {
    const { scope, path, line } = suppression;
    const csv = scope === 'line' ? named.get(lineOf(path, line)) : undefined;
    return csv ? { ...suppression, csv: [...new Set(csv)] } : suppression;
  });
}

/** A code with the comma that goes with it: the one behind it, of the last one the one before. */
function withComma(deployment: Deployment, { path, start: first }: Suppression, start: number, end: number): Span {
  const text = deployment.textOf(path);
  const behind = /^\s*,\s*/.exec(text.slice(end));
  if (behind) return { start, end: end + behind[0].length };
  return { start: first + text.slice(first, start).replace(/[\s,]+$/, '').length, end };
}
