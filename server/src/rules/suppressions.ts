import type { Deployment } from '../model/deployment';
import type { SourceFile } from '../model/sourceFile';
import type { Diagnostic } from './types';

/** A `// umtopo-disable…` comment. */
interface Suppression {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly scope: 'file' | 'line';
  /** The line it is for, when it is for one. */
  readonly line: number;
  readonly codes: readonly { readonly code: string; readonly start: number; readonly end: number }[];
  /** Files whose every line it is for: those of the `csv` behind it. */
  readonly csv: readonly string[];
}

export interface Suppressions {
  suppresses(diagnostic: Diagnostic): boolean;
  /** Hints for codes that suppressed nothing. */
  unused(): Diagnostic[];
}

const form = /^\/\/+\s*umtopo-disable(-next-line|-line)?\b([^:\r\n]*)(?::.*)?/;
const cache = new WeakMap<SourceFile, Suppression[]>();

function read(file: SourceFile): Suppression[] {
  const known = cache.get(file);
  if (known) return known;
  const found: Suppression[] = [];
  for (let at = file.text.indexOf('umtopo-disable'); at >= 0; at = file.text.indexOf('umtopo-disable', at + 1)) {
    const line = file.lines.lineAt(at);
    const lineStart = file.lines.lineStart(line);
    const slashes = /\/\/+\s*$/.exec(file.text.slice(lineStart, at));
    if (slashes === null) continue;
    const start = lineStart + slashes.index;
    if (isInString(file.text.slice(lineStart, start))) continue;
    const match = form.exec(file.text.slice(start, file.lines.lineEnd(line)));
    if (match === null) continue;
    const listStart = start + match[0].indexOf(match[2] ?? '', match[0].indexOf('umtopo-disable'));
    const codes = [...(match[2] ?? '').matchAll(/UM\d{4}/gi)].map((code) => ({
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
      line: match[1] === '-next-line' ? line + 1 : line,
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

/** Reads the suppressions of all files of a deployment. */
export function readSuppressions(deployment: Deployment): Suppressions {
  const all = deployment.files.flatMap((file) =>
    read(file).map((suppression) => withCsv(suppression, deployment, file)),
  );
  const used = new Set<string>();
  const key = (suppression: Suppression, code: string): string => `${suppression.path}:${suppression.start}:${code}`;
  return {
    suppresses(diagnostic) {
      let hit = false;
      for (const suppression of all) {
        if (!suppression.codes.some(({ code }) => code === diagnostic.code)) continue;
        if (!covers(suppression, diagnostic, deployment)) continue;
        used.add(key(suppression, diagnostic.code));
        hit = true;
      }
      return hit;
    },
    unused() {
      const hints: Diagnostic[] = [];
      for (const suppression of all) {
        for (const { code, start, end } of suppression.codes) {
          if (used.has(key(suppression, code))) continue;
          hints.push({
            path: suppression.path,
            start,
            end,
            code: 'UM0016',
            severity: 'hint',
            message: `Nothing here is reported as ${code}: this suppression has no effect`,
            related: [],
            tags: ['unnecessary'],
            fixes: () => [
              suppression.codes.length === 1
                ? {
                    title: 'Remove the comment',
                    edits: [{ path: suppression.path, start: suppression.start, end: suppression.end, text: '' }],
                    preferred: true,
                  }
                : {
                    title: `Remove ${code}`,
                    edits: [
                      { path: suppression.path, start, end: withComma(deployment, suppression.path, end), text: '' },
                    ],
                    preferred: true,
                  },
            ],
          });
        }
      }
      return hints;
    },
  };
}

/** A suppression for the line of a `csv` property covers all rows of the files named there. */
function withCsv(suppression: Suppression, deployment: Deployment, file: SourceFile): Suppression {
  if (suppression.scope !== 'line') return suppression;
  const csv: string[] = [];
  for (const block of deployment.blocks) {
    const span = block.declaration.path === file.path ? block.declaration.propertySpan('csv') : undefined;
    if (!span || file.lines.lineAt(span.start) !== suppression.line) continue;
    for (const segment of block.segments)
      if (segment.path !== file.path && !csv.includes(segment.path)) csv.push(segment.path);
  }
  return csv.length === 0 ? suppression : { ...suppression, csv };
}

function covers(suppression: Suppression, diagnostic: Diagnostic, deployment: Deployment): boolean {
  if (suppression.csv.includes(diagnostic.path)) return true;
  if (suppression.path !== diagnostic.path) return false;
  if (suppression.scope === 'file') return true;
  return deployment.source(diagnostic.path)?.lines.lineAt(diagnostic.start) === suppression.line;
}

function withComma(deployment: Deployment, path: string, end: number): number {
  return end + (/^\s*,\s*/.exec(deployment.textOf(path).slice(end))?.[0].length ?? 0);
}
