import { count } from '../../base/words';
import { proofText } from '../../rules/proofText';
import type { Severity } from '../../rules/types';
import type { Style } from '../io';
import type { Judged, Told } from '../judge';
import { summarize } from './checkJson';
import { printedPlace } from './place';

/** For each severity its paint: colour is never the only sign, the word stands beside it. */
function paint(style: Style, severity: Severity): (text: string) => string {
  if (severity === 'error') return style.red;
  if (severity === 'warning') return style.yellow;
  return severity === 'information' ? style.blue : style.dim;
}

/** `umtopo check` for people: place, severity, code and message, the line with what is meant, and the ways out. */
export function* checkText(
  judged: readonly Judged[],
  style: Style,
  options: { readonly verbose: boolean; readonly quiet: boolean },
): Generator<string> {
  let before = '';
  for (const part of checkParts(judged, style, options)) {
    yield `${before}${part}`;
    before = '\n';
  }
}

function* checkParts(
  judged: readonly Judged[],
  style: Style,
  options: { readonly verbose: boolean; readonly quiet: boolean },
): Generator<string> {
  for (const one of judged) {
    for (const diagnostic of one.analysis.diagnostics) {
      if (options.quiet && diagnostic.severity !== 'error') continue;
      yield diagnosticText(one, diagnostic, style);
    }
    if (options.verbose) yield* notCheckedText(one, style);
    if (!options.quiet) yield* proofsText(one, style);
  }
  if (!options.quiet) yield summaryText(judged, style);
}

export function diagnosticText(
  one: Pick<Judged, 'root' | 'folder' | 'files' | 'standalone'>,
  diagnostic: Told,
  style: Style,
): string {
  const at = printedPlace(one, diagnostic);
  const color = paint(style, diagnostic.severity);
  const prefix = one.root === '.' || one.standalone ? '' : `${one.root}/`;
  const users =
    diagnostic.users !== undefined && diagnostic.users > 1 ? style.dim(` (${count(diagnostic.users, 'user')})`) : '';
  const lines = [
    `${style.bold(`${prefix}${at.file}:${at.line}:${at.column}`)} ${color(`${diagnostic.severity} ${diagnostic.code}`)} ${diagnostic.message}${users}`,
  ];
  const source = one.files.get(diagnostic.path);
  if (source) {
    const line = source.text
      .slice(source.lines.lineStart(at.line - 1), source.lines.lineEnd(at.line - 1))
      .replaceAll('\t', ' ');
    if (line.trim() !== '')
      lines.push(
        ...excerpt(line, at.line, at.column - 1, at.endLine === at.line ? at.endColumn - 1 : line.length, style, color),
      );
  }
  for (const { at: other, message } of diagnostic.related) {
    const place = printedPlace(one, other);
    lines.push(style.dim(`    see ${prefix}${place.file}:${place.line}:${place.column} ${message}`));
  }
  for (const fix of diagnostic.fixes()) lines.push(`    ${style.green('fix:')} ${fix.title}`);
  return `${lines.join('\n')}\n`;
}

/** How much of a long line is shown, around what is meant. */
const WIDTH = 120;

function excerpt(
  line: string,
  number: number,
  start: number,
  end: number,
  style: Style,
  color: (text: string) => string,
): string[] {
  const from = start > WIDTH - 20 ? start - 40 : 0;
  const shown = line.slice(from, from + WIDTH);
  const marks = Math.max(1, Math.min(end, from + WIDTH) - start);
  const gutter = `${number}`;
  return [
    `  ${style.dim(`${gutter} |`)} ${from > 0 ? '…' : ''}${shown}${line.length > from + WIDTH ? '…' : ''}`,
    `  ${style.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(start - from + (from > 0 ? 1 : 0))}${color('^'.repeat(marks))}`,
  ];
}

function notCheckedText(one: Judged, style: Style): string[] {
  return one.analysis.notChecked.map(({ code, users, needs }) => {
    const whom = users > 0 ? ` for ${count(users, 'user')}` : '';
    return `${style.dim('not checked')} ${code}${whom}: declare ${needs.join(', ')}\n`;
  });
}

/** What is proved of every deployment: a word beside the sign, since colour is never the only one. */
function proofsText(one: Judged, style: Style): string[] {
  const { proofs } = one.analysis;
  if (proofs.length === 0) return [];
  const name = one.root === '.' ? '' : `${one.root}: `;
  const lines = proofs.map((proof) => {
    const word =
      proof.holds === null ? style.yellow('open  ') : proof.holds ? style.green('proved') : style.red('failed');
    return `${word} ${name}${proofText(proof)}`;
  });
  return [`${lines.join('\n')}\n`];
}

function summaryText(judged: readonly Judged[], style: Style): string {
  const { errors, warnings, users, files } = summarize(judged);
  const verdict =
    errors + warnings === 0
      ? style.green('No mistakes')
      : [errors > 0 && style.red(count(errors, 'error')), warnings > 0 && style.yellow(count(warnings, 'warning'))]
          .filter((text) => text !== false)
          .join(', ');
  return `${verdict} in ${count(judged.length, 'deployment')} (${count(files, 'file')}, ${count(users, 'user')})\n`;
}
