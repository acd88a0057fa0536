import {
  CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { sameJson } from '../base/sameJson';
import { mapSteps, type Steps } from '../base/steps';
import { untilCancelled } from './cancellation';
import { diagnosticsOf } from './diagnostics';
import type { Session } from './session';

interface Reported {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

type WorkspaceReporter = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** Brings diagnostics to the client: sends them, or keeps them with result ids until they are asked for. */
export class Diagnostics {
  private readonly reported = new Map<string, Reported>();
  private readonly watchers = new Set<(changed: ReadonlySet<string>) => void>();
  private nextId = 1;
  /** Files whose diagnostics may be others, and whether they are to be sent even so. */
  private readonly due = new Map<string, boolean>();
  /** Those that were looked at since all were, and whether one that is open and wasn't edited says something else. */
  private readonly looked = new Set<string>();
  private others = false;

  constructor(private readonly session: Session) {
    session.rounds.analyzed.push((changed, touched) => this.update(changed, touched));
  }

  /**
   * The diagnostics of a file under an id that changes when they do.
   * @param anew nobody needs to know whether they are the same.
   */
  private report(path: string, anew = false): Reported {
    const known = this.reported.get(path);
    const items = diagnosticsOf(this.session, path) ?? known?.items ?? [];
    if (known && !anew && sameJson(known.items, items)) return known;
    const report = { id: String(this.nextId++), items };
    this.reported.set(path, report);
    return report;
  }

  /** A file a step. What an edit comes between is done after the next analysis. */
  private *update(changed: ReadonlySet<string>, touched: ReadonlySet<string>): Steps<void> {
    const { session, due, looked } = this;
    for (const path of changed) due.set(path, due.get(path) === true || touched.has(path));
    for (const [path, again] of due) {
      due.delete(path);
      looked.add(path);
      this.look(path, again);
      yield;
    }
    if (session.client.pullsDiagnostics) {
      for (const watcher of [...this.watchers]) watcher(looked);
      if (this.others && session.client.refreshesDiagnostics) session.connection.languages.diagnostics.refresh();
    }
    looked.clear();
    this.others = false;
  }

  private look(path: string, touched: boolean): void {
    const { session } = this;
    const { pullsDiagnostics } = session.client;
    const before = this.reported.get(path)?.items ?? [];
    const isOpen = session.documents.isOpen(path);
    const isToldAnyway = touched && isOpen && !pullsDiagnostics;
    const { items } = this.report(path, isToldAnyway);
    const isOther = items !== before && items.length + before.length > 0;
    if (isOther && isOpen && !touched) this.others = true;
    if (isToldAnyway || (isOther && !pullsDiagnostics)) this.publish(path, items);
    if (!session.documents.source(path) && items.length === 0) this.reported.delete(path);
  }

  private publish(path: string, items: readonly Diagnostic[]): void {
    const { session } = this;
    session.work.sent(items);
    const version = session.client.publishVersion ? session.documents.version(path) : undefined;
    void session.connection.sendDiagnostics({
      uri: session.uris.toUri(path),
      diagnostics: [...items],
      ...(version !== undefined && { version }),
    });
  }

  pathOf(uri: string): string {
    return this.session.uris.toPath(uri);
  }

  /** `textDocument/diagnostic` */
  async pull(
    uri: string,
    previous: string | undefined,
    token: CancellationToken | undefined,
  ): Promise<DocumentDiagnosticReport> {
    const path = this.session.uris.toPath(uri);
    // Who can be told to ask again needn't wait for all that belongs to the file.
    await this.session.upToDate(path, token, this.session.client.refreshesDiagnostics);
    const { id, items } = this.report(path);
    if (id === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    this.session.work.sent(items);
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
  }

  /**
   * `workspace/diagnostic`. A client that takes partial results gets what changes as long as it listens, so that it needn't ask again and again; another one gets
   * what is there.
   */
  async pullAll(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    partial: WorkspaceReporter | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { session } = this;
    let known = new Map(previous);
    const firstOfAll = session.turns.runAgain(async () => {
      await session.allUpToDate(token);
      known = new Map(previous);
      const paths = new Set([...session.analyses.paths, ...known.keys()]);
      return mapSteps([...paths].sort(), (path) => this.documentReport(path, known), 1);
    }, token);
    const first = await untilCancelled(firstOfAll, token);
    if (partial === undefined) return { items: first };
    partial.report({ items: first });
    await new Promise<void>((resolve) => {
      const watcher = (changed: ReadonlySet<string>): void => {
        const items = [...changed].map((path) => this.documentReport(path, known));
        const full = items.filter((item) => item.kind === DocumentDiagnosticReportKind.Full);
        if (full.length > 0) partial.report({ items: full });
      };
      this.watchers.add(watcher);
      token.onCancellationRequested(() => {
        this.watchers.delete(watcher);
        resolve();
      });
    });
    return { items: [] };
  }

  private documentReport(path: string, known: Map<string, string>): WorkspaceDocumentDiagnosticReport {
    const { session } = this;
    const { id, items } = this.report(path);
    const place = { uri: session.uris.toUri(path), version: session.documents.version(path) ?? null, resultId: id };
    if (known.get(path) === id) return { ...place, kind: DocumentDiagnosticReportKind.Unchanged };
    known.set(path, id);
    session.work.sent(items);
    return { ...place, kind: DocumentDiagnosticReportKind.Full, items: [...items] };
  }
}

export function registerDiagnostics(connection: Connection, diagnostics: () => Diagnostics): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    untilCancelled(diagnostics().pull(textDocument.uri, previousResultId, token), token),
  );
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _progress, partial) => {
    const current = diagnostics();
    const previous = new Map(previousResultIds.map(({ uri, value }) => [current.pathOf(uri), value]));
    return current.pullAll(previous, token ?? CancellationToken.None, partial);
  });
}
