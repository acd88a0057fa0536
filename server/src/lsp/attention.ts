import type { DeploymentFiles } from '../model/deploymentFiles';
import type { Workspace } from '../model/workspace';
import type { Analyses } from './analyses';
import type { Documents } from './documents';

/** So many deployments are kept; beyond them those are that somebody looks at. */
const KEPT = 32;
/** Beyond them so many more may gather before they are let go of. */
const MORE = 16;
/** So many are looked at because they were asked about lately. */
const VISITED = 8;

/** Which deployments somebody looks at: of thousands of tenants these are analysed first, and kept. */
export class Attention {
  /** Roots of deployments that are looked at, beside those of the documents that are open. */
  readonly watched: (() => Iterable<string>)[] = [];
  /** Roots of those that were asked about lately, the last one last. */
  private readonly visited = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: Documents,
    private readonly analyses: Analyses,
  ) {}

  /** A deployment was asked about. */
  visit(root: string | undefined): void {
    if (root === undefined) return;
    this.visited.delete(root);
    this.visited.add(root);
    const [first] = this.visited;
    if (this.visited.size > VISITED && first !== undefined) this.visited.delete(first);
  }

  /** Paths of the documents that are open. */
  get open(): readonly string[] {
    return this.documents.paths;
  }

  /** Those that somebody looks at: of open documents, and those that were asked about lately. */
  get shown(): ReadonlySet<DeploymentFiles> {
    const shown = new Set<DeploymentFiles>();
    for (const path of this.documents.paths) for (const member of this.workspace.members.with(path)) shown.add(member);
    for (const root of [...this.watched.flatMap((roots) => [...roots()]), ...this.visited]) {
      const member = this.workspace.members.at(root);
      if (member) shown.add(member);
    }
    return shown;
  }

  /** Lets go of deployments that nobody looks at, where there are many. */
  rest(): void {
    if (this.workspace.members.awakeCount <= KEPT + MORE) return;
    const { shown } = this;
    const isKept = (member: DeploymentFiles): boolean => shown.has(member) || this.analyses.isNeeded(member);
    for (const member of this.workspace.members.rest(KEPT, isKept)) this.analyses.rest(member);
  }
}
