import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { count } from '../base/words';
import type { Diagnostic } from '../rules/analyze';
import type { Severity } from '../rules/types';
import type { Session } from './session';

/** What diagnostics say they come from. */
export const source = 'umtopo';

/** More markers than this in one file tell nobody more; the rest is told by its number. */
const MAXIMUM = 500;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The diagnostics of a file in the form and with the parts that the client understands; `undefined` where they are as they were told. */
export function diagnosticsOf(session: Session, path: string): LspDiagnostic[] | undefined {
  const unreadable = session.workspace.unreadableFiles.find((file) => file.path === path);
  if (unreadable) return [atStart(`This file can't be read: ${unreadable.fault}`)];
  const settings = session.severityFiles.faults(path);
  if (settings) {
    return settings.faults.map(({ message, ...span }) => ({
      range: session.positions.range(settings.file, span),
      severity: DiagnosticSeverity.Warning,
      source,
      message,
    }));
  }
  const file = session.documents.source(path);
  if (file === undefined) return [];
  const all = session.analyses.of(path);
  if (all === undefined) return undefined;
  const shown = all.length <= MAXIMUM ? all : mostSevere(all, MAXIMUM);
  const result = shown.map((diagnostic) => toLsp(session, diagnostic));
  if (all.length > shown.length) {
    const left = count(all.length - shown.length, 'more problem');
    result.push(atStart(`${left} in this file: \`umtopo check\` lists all of them`));
  }
  return result;
}

function mostSevere(all: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  const chosen = new Set<Diagnostic>();
  for (const severity of order) {
    for (const diagnostic of all) {
      if (chosen.size === limit) break;
      if (diagnostic.severity === severity) chosen.add(diagnostic);
    }
  }
  return all.filter((diagnostic) => chosen.has(diagnostic));
}

function atStart(message: string): LspDiagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source, message };
}

/** Names a diagnostic, so that its fixes are found again when an action is asked for. */
export function keyOf(diagnostic: Diagnostic): string {
  return `${diagnostic.code}:${diagnostic.start}:${diagnostic.end}`;
}

export function toLsp(session: Session, diagnostic: Diagnostic): LspDiagnostic {
  const { client, positions, documents, uris } = session;
  const file = documents.source(diagnostic.path);
  const zero = { line: 0, character: 0 };
  const result: LspDiagnostic = {
    range: file ? positions.range(file, diagnostic) : { start: zero, end: zero },
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source,
    message: diagnostic.message,
  };
  const page = client.codeDescription ? session.documentation.rule(diagnostic.code) : undefined;
  if (page) result.codeDescription = { href: page };
  const known = (diagnostic.tags ?? []).map((tag) => tags[tag]).filter((tag) => client.diagnosticTags.includes(tag));
  if (known.length > 0) result.tags = known;
  if (client.relatedInformation && diagnostic.related.length > 0) {
    result.relatedInformation = diagnostic.related.flatMap(({ at, message }) => {
      const other = documents.source(at.path);
      return other ? [{ location: { uri: uris.toUri(at.path), range: positions.range(other, at) }, message }] : [];
    });
  }
  if (client.diagnosticData) result.data = { key: keyOf(diagnostic) };
  return result;
}
