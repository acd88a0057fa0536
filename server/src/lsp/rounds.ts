import type { Steps } from '../base/steps';
import type { DeploymentFiles } from '../model/deploymentFiles';
import type { Workspace } from '../model/workspace';
import type { Analyses } from './analyses';
import type { Attention } from './attention';
import type { Work } from './work';

/**
 * Called with the paths whose diagnostics changed, after every analysis. What takes long is done in steps, and begun again after the next one where that comes between.
 */
type Listener = (changed: ReadonlySet<string>, touched: ReadonlySet<string>) => Steps<void> | void;

/** Of deployments that nobody looks at so many are analysed before what was found is told. */
const BATCH = 16;

const nothing: ReadonlySet<string> = new Set();

/** Analyses, and the telling of what was found: of the deployments that somebody looks at first, then of the others. */
export class Rounds {
  readonly analyzed: Listener[] = [];
  isLong = false;
  private readonly touched = new Set<string>();
  /** The round that has begun, of the texts as they are. */
  private begun: Steps<void> | undefined;

  constructor(
    private readonly analyses: Analyses,
    private readonly attention: Attention,
    private readonly workspace: Workspace,
    private readonly work: Work,
  ) {}

  /** Reading takes so long that open files are judged by themselves meanwhile. */
  beginLong(): void {
    this.isLong = true;
  }

  endLong(): void {
    this.isLong = false;
    this.analyses.endAlone();
  }

  /** A file was edited. */
  touch(path: string): void {
    this.touched.add(path);
  }

  /** Something changed: what has begun is worth nothing. */
  beginAnew(): void {
    this.begun = undefined;
  }

  /** Deployments that somebody looks at. */
  *shown(): Steps<void> {
    // Somebody who can't wait ends what others have begun.
    this.begun ??= this.round(new Set(this.touched));
    for (let steps = this.begun.next(); !steps.done; steps = this.begun?.next() ?? { done: true }) yield;
  }

  private *round(touched: ReadonlySet<string>): Steps<void> {
    try {
      const changed = yield* this.tell(this.analyses.update(touched, this.attention.shown, true), touched);
      for (const path of changed) this.touched.delete(path);
      if (this.isLong) yield* this.tellAlone(touched);
    } finally {
      this.begun = undefined;
    }
  }

  /** Of open files whose deployments aren't read yet is told what is said of each by itself. */
  private *tellAlone(touched: ReadonlySet<string>): Steps<void> {
    const judged = yield* this.work.during('analysis', this.analyses.judgeAlone(this.attention.open));
    if (judged.size === 0) return;
    yield* this.tellOf(judged, touched);
    // Whatever is said of the whole is news, also to whoever has asked by now.
    for (const path of judged) this.touched.delete(path);
  }

  /** The others, some at a time: what was found is told, and they are let go of. They must not change meanwhile. */
  *others(): Steps<void> {
    const { left } = this;
    for (let at = 0; at < left.length; at += BATCH) {
      yield* this.tell(this.analyses.update(nothing, left.slice(at, at + BATCH), false), nothing);
      this.attention.rest();
      yield;
    }
  }

  /** Whether some of the others aren't up to date. */
  get hasOthers(): boolean {
    return this.left.length > 0;
  }

  private get left(): readonly DeploymentFiles[] {
    const { analyses } = this;
    const { shown } = this.attention;
    const isLeft = (member: DeploymentFiles): boolean =>
      !analyses.isCurrent(member) && !shown.has(member) && analyses.isWhole(member);
    return [...this.workspace.members.all].filter(isLeft);
  }

  private *tell(update: Steps<Set<string>>, touched: ReadonlySet<string>): Steps<ReadonlySet<string>> {
    const changed = yield* this.work.during('analysis', update);
    const { found } = this.analyses;
    yield* this.tellOf(changed, touched);
    this.analyses.told(found);
    return changed;
  }

  private *tellOf(changed: ReadonlySet<string>, touched: ReadonlySet<string>): Steps<void> {
    for (const listener of [...this.analyzed]) {
      const steps = this.work.in('sending', () => listener(changed, touched));
      if (steps) yield* this.work.during('sending', steps);
    }
  }
}
