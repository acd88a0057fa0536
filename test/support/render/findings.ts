import type { Diagnostic } from '../../../server/src/rules/analyze';
import type { Fix, Place } from '../../../server/src/rules/types';
import { applyFix } from '../ruleExample';

type Files = ReadonlyMap<string, string>;

/** Diagnostics as one reads them: the line with what is flagged between brackets, what is said of it, and what each fix makes of the lines. */
export function renderFindings(files: Files, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap((diagnostic) => {
    const { severity, code, message, users, related, tags } = diagnostic;
    return [
      ...marked(files, diagnostic),
      `  ${severity} ${code}: ${message}`,
      ...(users === undefined ? [] : [`  users: ${users}`]),
      ...(tags ?? []).map((tag) => `  ${tag}`),
      ...related.map(({ at, message: about }) => `  see ${marked(files, at).join(' ')}: ${about}`),
      ...diagnostic.fixes().flatMap((fix) => renderFix(files, fix)),
    ];
  });
}

function marked(files: Files, { path, start, end }: Place): string[] {
  const text = files.get(path) ?? '';
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const lines = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`.split('\n');
  return [`${path}: ${lines[0]}`, ...lines.slice(1)].map((line) => line.trimEnd());
}

function renderFix(files: Files, fix: Fix): string[] {
  const after = applyFix(files, fix.edits);
  const changes = [...after].flatMap(([path, text]) => changedLines(files.get(path) ?? '', text));
  return [`  ${fix.preferred ? 'fix!' : 'fix'} ${fix.title}`, ...changes.map((line) => `    ${line}`.trimEnd())];
}

/** What differs between two texts, without the lines that begin and end both. */
function changedLines(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, made] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, made.length) && old[head] === made[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, made.length) - head && old.at(-1 - tail) === made.at(-1 - tail)) tail++;
  return [
    ...old.slice(head, old.length - tail).map((line) => `- ${line}`),
    ...made.slice(head, made.length - tail).map((line) => `+ ${line}`),
  ];
}
