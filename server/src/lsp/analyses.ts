import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import type { Workspace } from '../model/workspace';
import { type Analysis, type AnalysisStats, Analyzer, type Diagnostic, type Severities } from '../rules/analyze';
import { sameDiagnostics } from './sameDiagnostics';
import type { SeverityFiles } from './severityFiles';

interface Analysed {
  readonly analyzer: Analyzer;
  analysis: Analysis;
  /** The state of the deployment that it is of, and the severities. */
  readonly version: number;
  readonly severities: string;
  /** Milliseconds of the last run. */
  ms: number;
  /** Its files by their paths. */
  files: ReadonlyMap<string, unknown>;
}

function textOf(severities: Severities): string {
  return JSON.stringify([...severities].sort());
}

const none: readonly Diagnostic[] = [];

/** The paths of its files, and of others with diagnostics. */
function* pathsOf({ files, analysis }: Analysed): Generator<string> {
  yield* files.keys();
  for (const path of analysis.files.keys()) if (!files.has(path)) yield path;
}

function isShownAsBefore(
  path: string,
  before: Analysed | undefined,
  now: Analysed,
  touched: ReadonlySet<string>,
): boolean {
  if (before?.files.has(path) !== now.files.has(path)) return false;
  return sameDiagnostics(before.analysis.files.get(path), now.analysis.files.get(path), touched);
}

/** The diagnostics of all deployments; an edit analyses its own deployment again, and no other. */
export class Analyses {
  private readonly current = new Map<Deployment, Analysed>();
  private forgotten = true;
  private unreadable: readonly string[] = [];
  /** Paths whose diagnostics changed, as far as updates came that were given up. */
  private readonly changed = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly severities: SeverityFiles,
    private readonly now: () => number,
  ) {}

  /** More may have changed than the files of the next update: severities, files that can't be read. */
  forget(): void {
    this.forgotten = true;
  }

  /**
   * Brings the diagnostics up to date.
   * @param touched paths that were edited since the last update that came to its end.
   * @returns the paths whose diagnostics may have changed.
   */
  *update(touched: ReadonlySet<string>): Steps<Set<string>> {
    const { changed } = this;
    for (const path of touched) changed.add(path);
    const { deployments } = this.workspace;
    const there = new Set(deployments);
    for (const [deployment, analysed] of this.current) {
      if (there.has(deployment)) continue;
      for (const path of pathsOf(analysed)) changed.add(path);
      this.current.delete(deployment);
    }
    if (this.forgotten) for (const path of this.standing()) changed.add(path);
    for (const deployment of deployments) {
      const known = this.current.get(deployment);
      if (known && this.isUpToDate(deployment, known)) continue;
      const analysed = yield* this.run(deployment, known?.analyzer);
      this.current.set(deployment, analysed);
      for (const path of new Set([...(known ? pathsOf(known) : []), ...pathsOf(analysed)]))
        if (this.forgotten || !isShownAsBefore(path, known, analysed, touched)) changed.add(path);
    }
    this.forgotten = false;
    const all = new Set(changed);
    changed.clear();
    return all;
  }

  /** Files of no deployment that may say something else: severities, and what can't be read or couldn't. */
  private standing(): readonly string[] {
    const before = this.unreadable;
    this.unreadable = this.workspace.unreadableFiles.map(({ path }) => path);
    return [...this.severities.paths, ...before, ...this.unreadable];
  }

  /** Nothing changed, as when a document is opened or closed: nothing is done. */
  private isUpToDate(deployment: Deployment, { version, severities }: Analysed): boolean {
    if (version !== deployment.version) return false;
    return !this.forgotten || severities === textOf(this.severities.of(deployment));
  }

  private *run(deployment: Deployment, analyzer = new Analyzer(deployment)): Steps<Analysed> {
    let ms = 0;
    const severities = this.severities.of(deployment);
    const { version } = deployment;
    const steps = analyzer.steps(severities);
    let analysis: Analysis | undefined;
    while (analysis === undefined) {
      const start = this.now();
      const { done, value } = steps.next();
      ms += this.now() - start;
      if (done) analysis = value;
      else yield;
    }
    return { analyzer, analysis, version, severities: textOf(severities), ms, files: deployment.sourceFiles };
  }

  get deployments(): Iterable<Deployment> {
    return this.current.keys();
  }

  /** What the analyses of a deployment cost so far. */
  stats(deployment: Deployment): AnalysisStats | undefined {
    return this.current.get(deployment)?.analyzer.stats;
  }

  analysis(deployment: Deployment): Analysis | undefined {
    return this.current.get(deployment)?.analysis;
  }

  milliseconds(deployment: Deployment): number {
    return this.current.get(deployment)?.ms ?? 0;
  }

  /** The diagnostics of a file, those of all deployments that read it. */
  of(path: string): readonly Diagnostic[] {
    const lists: (readonly Diagnostic[])[] = [];
    for (const { analysis } of this.current.values()) {
      const list = analysis.files.get(path)?.diagnostics;
      if (list) lists.push(list);
    }
    return lists.length < 2 ? (lists[0] ?? none) : lists.flat();
  }

  /** Every file that is known. */
  get paths(): ReadonlySet<string> {
    const paths = new Set<string>(this.severities.paths);
    for (const analysed of this.current.values()) for (const path of pathsOf(analysed)) paths.add(path);
    return paths;
  }
}
