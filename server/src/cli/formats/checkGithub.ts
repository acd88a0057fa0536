import type { Judged } from '../judge';
import { printedPlace } from './place';

const words = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** `umtopo check --format github`: workflow commands, which mark the lines of a pull request. */
export function* checkGithub(judged: readonly Judged[]): Generator<string> {
  for (const one of judged)
    for (const diagnostic of one.analysis.diagnostics) {
      const { file, line, column, endLine, endColumn } = printedPlace(one, diagnostic);
      const path = one.root === '.' || one.standalone ? file : `${one.root}/${file}`;
      const place = `file=${property(path)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn},title=${diagnostic.code}`;
      yield `::${words[diagnostic.severity]} ${place}::${message(diagnostic.message)}\n`;
    }
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
