import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import type { DeploymentFiles } from '../model/deploymentFiles';
import type { Workspace } from '../model/workspace';
import {
  type Analysis,
  type AnalysisStats,
  Analyzer,
  type Diagnostic,
  noStats,
  type Severities,
} from '../rules/analyze';
import { Alone } from './alone';
import { sameDiagnostics } from './sameDiagnostics';
import type { SeverityFiles } from './severityFiles';
import { type Standing, standingOf } from './standing';

interface Analysed {
  /** The state of the deployment that it is of, and the severities. */
  readonly version: number;
  readonly severities: string;
  readonly standing: Standing;
  /** Paths of its files, and of others with diagnostics. */
  readonly paths: ReadonlySet<string>;
  /** As long as the deployment is kept. */
  kept: Kept | undefined;
  /** When it was looked at whether severities are others. */
  looked: number;
}

interface Kept {
  readonly deployment: Deployment;
  readonly analyzer: Analyzer;
  readonly analysis: Analysis;
  /** Its files by their paths. */
  readonly files: ReadonlyMap<string, unknown>;
}

function textOf(severities: Severities): string {
  return JSON.stringify([...severities].sort());
}

const none: readonly Diagnostic[] = [];

function isShownAsBefore(path: string, before: Kept | undefined, now: Kept, touched: ReadonlySet<string>): boolean {
  if (before?.files.has(path) !== now.files.has(path)) return false;
  return sameDiagnostics(before.analysis.files.get(path), now.analysis.files.get(path), touched);
}

/** Deployments of which something else is said than before, and roots of those that are gone. */
export interface News {
  readonly changed: readonly Standing[];
  readonly gone: readonly string[];
}

/** The diagnostics of all deployments; an edit analyses its own deployment again, and no other. */
export class Analyses {
  private readonly current = new Map<DeploymentFiles, Analysed>();
  private forgotten = 1;
  private ofNoneAt = 0;
  private divisions = -1;
  private unreadable: readonly string[] = [];
  private readonly alone = new Map<string, Alone>();
  /** The version of those that couldn't be analysed. */
  private readonly failed = new WeakMap<DeploymentFiles, number>();
  private readonly untold = new Map<DeploymentFiles, 'begun' | 'found'>();
  /** Paths whose diagnostics changed, as far as updates came that were given up. */
  private readonly changed = new Set<string>();
  /** What is said of deployments since somebody took the news. */
  private readonly news = new Map<string, Standing | undefined>();
  /** What analyses cost so far, those of deployments that were let go of among them. */
  readonly stats = noStats();

  constructor(
    private readonly workspace: Workspace,
    private readonly severities: SeverityFiles,
    private readonly now: () => number,
    private readonly log: (error: unknown) => void,
  ) {}

  /** More may have changed than the files of the next update: severities, files that can't be read. */
  forget(): void {
    this.forgotten++;
  }

  /**
   * Brings the diagnostics of some deployments up to date: those that are whole.
   * @param touched paths that were edited since the last update that came to its end.
   * @param isKept whether somebody looks at them: what they were found with is to be kept.
   * @returns the paths whose diagnostics may have changed, of deployments that were whole.
   */
  *update(touched: ReadonlySet<string>, members: Iterable<DeploymentFiles>, isKept: boolean): Steps<Set<string>> {
    const { changed } = this;
    for (const path of touched) changed.add(path);
    this.dropGone();
    if (this.ofNoneAt !== this.forgotten) for (const path of this.filesOfNone()) changed.add(path);
    this.ofNoneAt = this.forgotten;
    for (const member of members) {
      const known = this.current.get(member);
      const isDone = this.isCurrent(member) && (!isKept || known?.kept !== undefined);
      if (isDone || !this.isThere(member) || !this.isWhole(member)) continue;
      const isForgotten = known?.looked !== this.forgotten;
      this.untold.set(member, 'begun');
      const run = this.run(member, known?.kept);
      const analysed = isKept ? yield* run : yield* this.attempt(member, run);
      // Others have their turns meanwhile.
      if (analysed === undefined || !this.isThere(member)) {
        this.untold.delete(member);
        continue;
      }
      this.untold.set(member, 'found');
      this.current.set(member, analysed);
      this.news.set(member.root, analysed.standing);
      for (const path of new Set([...(known?.paths ?? []), ...analysed.paths]))
        if (isForgotten || !isShownAsBefore(path, known?.kept, analysed.kept as Kept, touched)) changed.add(path);
    }
    const told = new Set<string>();
    for (const path of changed) if (this.isKnown(path)) told.add(path);
    for (const path of told) changed.delete(path);
    return told;
  }

  /**
   * Judges open files by themselves whose deployments aren't whole.
   * @returns those that were judged.
   */
  *judgeAlone(paths: readonly string[]): Steps<Set<string>> {
    const judged = new Set<string>();
    for (const path of paths) {
      const file = this.workspace.file(path);
      const [member] = this.workspace.members.with(path);
      if (file === undefined || member === undefined || this.isKnown(path)) continue;
      const alone = this.alone.get(path) ?? new Alone(path);
      this.alone.set(path, alone);
      if (yield* alone.judge(file, this.severities.of(member))) judged.add(path);
    }
    return judged;
  }

  /** All is whole. */
  endAlone(): void {
    this.alone.clear();
  }

  /** Whether what belongs to a file has been analysed: as long as parts of it are missing nothing is said of it. */
  private isKnown(path: string): boolean {
    for (const member of this.workspace.members.with(path)) if (!this.current.has(member)) return false;
    return true;
  }

  private isThere(member: DeploymentFiles): boolean {
    return this.workspace.members.at(member.root) === member;
  }

  /** Deployments of which what was found isn't told yet. */
  get found(): readonly DeploymentFiles[] {
    return [...this.untold].flatMap(([member, state]) => (state === 'found' ? member : []));
  }

  /** What was found of some was told. */
  told(members: readonly DeploymentFiles[]): void {
    for (const member of members) this.untold.delete(member);
  }

  /** It is being analysed, or what was found isn't told yet: it is needed for that. */
  isNeeded(member: DeploymentFiles): boolean {
    return this.untold.has(member);
  }

  /** One that can't be analysed keeps nobody from the others; it is tried again when it changes. */
  private *attempt(member: DeploymentFiles, run: Steps<Analysed>): Steps<Analysed | undefined> {
    try {
      return yield* run;
    } catch (error) {
      this.failed.set(member, member.version);
      this.log(error);
      return undefined;
    }
  }

  private dropGone(): void {
    const { divisions } = this.workspace.members;
    if (this.divisions === divisions) return;
    this.divisions = divisions;
    for (const [member, { paths }] of this.current) {
      const { root } = member;
      if (this.isThere(member)) continue;
      for (const path of paths) this.changed.add(path);
      this.current.delete(member);
      this.untold.delete(member);
      this.news.set(root, undefined);
    }
  }

  /** Files of no deployment that may say something else: severities, and what can't be read or couldn't. */
  private filesOfNone(): readonly string[] {
    const before = this.unreadable;
    this.unreadable = this.workspace.unreadableFiles.map(({ path }) => path);
    return [...this.severities.paths, ...before, ...this.unreadable];
  }

  /** Whether everything that belongs to a deployment was read. */
  isWhole(member: DeploymentFiles): boolean {
    return this.workspace.isWhole(member) && this.severities.has(member);
  }

  /** Nothing changed, as when a document is opened or closed: nothing is to be done. */
  isCurrent(member: DeploymentFiles): boolean {
    if (this.failed.get(member) === member.version) return true;
    const known = this.current.get(member);
    if (known?.version !== member.version) return false;
    if (known.looked === this.forgotten) return true;
    if (known.severities !== textOf(this.severities.of(member))) return false;
    known.looked = this.forgotten;
    return true;
  }

  private *run(member: DeploymentFiles, before: Kept | undefined): Steps<Analysed> {
    let ms = 0;
    const { deployment, version } = member;
    const analyzer = before?.deployment === deployment ? before.analyzer : new Analyzer(deployment);
    const severities = this.severities.of(member);
    const looked = this.forgotten;
    const spent = { ...analyzer.stats };
    const steps = analyzer.steps(severities);
    let analysis: Analysis | undefined;
    while (analysis === undefined) {
      const start = this.now();
      const { done, value } = steps.next();
      ms += this.now() - start;
      this.count(spent, analyzer.stats);
      if (done) analysis = value;
      else yield;
    }
    const kept = { deployment, analyzer, analysis, files: deployment.sourceFiles };
    const paths = new Set([...kept.files.keys(), ...analysis.files.keys()]);
    const standing = standingOf(deployment, analysis, ms);
    return { version, severities: textOf(severities), standing, paths, kept, looked };
  }

  /** Adds what was spent since. */
  private count(before: AnalysisStats, now: AnalysisStats): void {
    for (const name of Object.keys(now) as (keyof AnalysisStats)[]) {
      this.stats[name] += now[name] - before[name];
      before[name] = now[name];
    }
  }

  /** Lets go of what an analysis was made from: the deployment isn't kept either. */
  rest(member: DeploymentFiles): void {
    const known = this.current.get(member);
    if (known) known.kept = undefined;
  }

  /** What is said of deployments since this was asked last. */
  takeNews(): News {
    const news = [...this.news];
    this.news.clear();
    return {
      changed: news.flatMap(([, standing]) => standing ?? []),
      gone: news.filter(([, standing]) => standing === undefined).map(([root]) => root),
    };
  }

  /** What was said of a deployment last. */
  standingOf(member: DeploymentFiles): Standing | undefined {
    return this.current.get(member)?.standing;
  }

  analysis({ root }: Deployment): Analysis | undefined {
    const member = this.workspace.members.at(root);
    return member && this.current.get(member)?.kept?.analysis;
  }

  /** The diagnostics of a file, those of all deployments that read it; `undefined` where what they were found with isn't kept. */
  of(path: string): readonly Diagnostic[] | undefined {
    const alone = this.alone.get(path);
    if (alone && !this.isKnown(path)) return alone.diagnostics;
    const lists: (readonly Diagnostic[])[] = [];
    for (const member of this.workspace.members.with(path)) {
      const known = this.current.get(member);
      if (known && known.kept === undefined) return undefined;
      const list = known?.kept?.analysis.files.get(path)?.diagnostics;
      if (list) lists.push(list);
    }
    return lists.length < 2 ? (lists[0] ?? none) : lists.flat();
  }

  /** Every file that is known. */
  get paths(): ReadonlySet<string> {
    const all = new Set<string>(this.severities.paths);
    for (const { paths } of this.current.values()) for (const path of paths) all.add(path);
    return all;
  }
}
