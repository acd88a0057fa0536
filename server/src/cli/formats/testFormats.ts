import { count } from '../../base/words';
import type { Expectation } from '../../model/deployment';
import type { Verdict } from '../../routing/expectations';
import { verdictMessage } from '../../routing/verdictMessage';
import type { Style } from '../io';
import type { Opened } from '../open';
import { printedOf, printedPlace } from './place';

/** An expectation with what became of it. */
export interface Examined {
  readonly opened: Opened;
  readonly expectation: Expectation;
  readonly verdict: Verdict;
}

function described({ opened, expectation, verdict }: Examined) {
  const { path, item, node } = expectation;
  const span = { path, start: item.start + node.start, end: item.start + node.end };
  const { file, line } = printedPlace(printedOf(opened), span);
  const text = opened.deployment.textOf(path).slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    deployment: opened.root,
    file,
    line,
    text,
    passed: verdict.passed,
    message: verdictMessage(verdict),
    witness: verdict.witness,
    failing: verdict.failing,
    of: verdict.of,
  };
}

function summary(examined: readonly Examined[]) {
  const counted = (passed: boolean | null) => examined.filter(({ verdict }) => verdict.passed === passed).length;
  return { passed: counted(true), failed: counted(false), undecided: counted(null) };
}

/** `umtopo test --format json`. Fields may be added, never renamed. */
export function testJson(examined: readonly Examined[]): string {
  return `${JSON.stringify({ expectations: examined.map(described), summary: summary(examined) }, undefined, 2)}\n`;
}

export function testText(examined: readonly Examined[], style: Style): string {
  const lines = examined.map((one) => {
    const { file, line, text, passed, message } = described(one);
    const sign =
      passed === null ? style.yellow('? undecided') : passed ? style.green('✓ passed') : style.red('✗ failed');
    return `${sign} ${text} ${style.dim(`${file}:${line}`)}${passed === true ? '' : `\n    ${message}`}`;
  });
  const { passed, failed, undecided } = summary(examined);
  lines.push(`${count(examined.length, 'expectation')}: ${passed} passed, ${failed} failed, ${undecided} undecided`);
  return `${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  // XML 1.0 knows no control characters but tab and line ends.
  const clean = [...text].filter((char) => char >= ' ' || char === '\t' || char === '\n').join('');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function testJunit(examined: readonly Examined[]): string {
  const { failed, undecided } = summary(examined);
  const cases = examined.map((one) => {
    const { file, line, text, passed, message } = described(one);
    const open = `    <testcase classname="${escaped(file)}" name="${escaped(text)}" file="${escaped(file)}" line="${line}">`;
    if (passed === true) return `${open}</testcase>`;
    const inner =
      passed === null ? `<skipped message="${escaped(message)}"/>` : `<failure message="${escaped(message)}"/>`;
    return `${open}${inner}</testcase>`;
  });
  const counts = `tests="${examined.length}" failures="${failed}" skipped="${undecided}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="umtopo" ${counts}>\n${cases.join('\n')}\n  </testsuite>\n</testsuites>\n`;
}
