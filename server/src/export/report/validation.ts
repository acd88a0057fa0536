import { count } from '../../base/words';
import { verdictSentence } from '../../routing/verdictMessage';
import { rules } from '../../rules/registry';
import type { Severity } from '../../rules/types';
import type { LineWriter } from '../lines';
import { whereOf } from '../sourceLines';
import type { Examined, ReportContext } from './context';
import { html } from './html';
import { type Cell, table } from './page';

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the checks found, and what couldn't be checked. */
export function validation(writer: LineWriter, { deployment, analysis }: ReportContext): void {
  const { diagnostics, notChecked = [] } = analysis;
  writer.line('<h2>What was validated</h2>');
  writer.line(
    `<p>${rules.length} rules, from the form of each value to what Lync, Exchange, DNS and the Edge ask of one another. ${
      diagnostics.length === 0 ? 'None of them found anything.' : 'They found:'
    }</p>`,
  );
  const sorted = [...diagnostics].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (sorted.length > 0)
    table(
      writer,
      ['Severity', 'Code', 'Where', 'What'],
      sorted.map((found) => ({
        cells: [severityCell(found.severity), found.code, whereOf(deployment, found), found.message],
        causes: [{ path: found.path, start: found.start, end: found.end }],
      })),
    );
  writer.line('<h2>What was not checked</h2>');
  const always =
    'Nothing here asks a deployed system: whether it is as declared, <code>powershell/verify.ps1</code> says. Passwords, licences, load and the network between the servers are no part of a topology.';
  writer.line(`<p>${always}</p>`);
  if (notChecked.length === 0) return;
  writer.line('<p>These rules hang on facts that the topology does not know:</p>');
  table(
    writer,
    ['Code', 'Rule', 'Users', 'Needs'],
    notChecked.map(({ code, users, needs }) => ({
      cells: [code, rules.find((rule) => rule.code === code)?.title ?? '', users, needs.join(', ')],
    })),
  );
}

function severityCell(severity: Severity): Cell {
  if (severity === 'error') return { text: severity, state: 'bad' };
  return severity === 'warning' ? { text: severity, state: 'open' } : severity;
}

/** What is expected of the deployment, and whether it holds. */
export function expectations(writer: LineWriter, examined: readonly Examined[]): void {
  writer.line('<h2>Expectations</h2>');
  if (examined.length === 0) {
    writer.line('<p>The topology states none.</p>');
    return;
  }
  table(
    writer,
    ['Result', 'Expectation', 'What becomes of it'],
    examined.map(({ text, verdict, causes }) => ({
      cells: [resultCell(verdict.passed), text, verdictSentence(verdict)],
      causes,
    })),
  );
}

function resultCell(passed: boolean | null): Cell {
  if (passed === null) return { text: 'undecided', state: 'open' };
  return passed ? { text: 'holds', state: 'good' } : { text: 'fails', state: 'bad' };
}

/** The verdict over all, for who reads one line. */
export function verdictLine(writer: LineWriter, { analysis }: ReportContext, examined: readonly Examined[]): void {
  const found = (severity: Severity): number =>
    analysis.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings] = [found('error'), found('warning')];
  const held = examined.filter(({ verdict }) => verdict.passed === true).length;
  const open = analysis.notChecked?.length ?? 0;
  const parts = [
    errors === 0 ? 'No errors' : count(errors, 'error'),
    count(warnings, 'warning'),
    ...(examined.length > 0 ? [`${held} of ${count(examined.length, 'expectation')} hold`] : []),
    ...(open > 0 ? [`${count(open, 'rule')} not checked`] : []),
  ];
  const bad = errors > 0 || examined.some(({ verdict }) => verdict.passed === false);
  writer.line(`<p class="verdict${bad ? ' bad' : ''}">${html(parts.join(' · '))}</p>`);
}
