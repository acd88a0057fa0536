import { sameElements } from '../base/lists';
import { packed } from '../base/packed';
import { finished, type Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import { type Grounded, grounded, stands } from '../model/grounds';
import { hasUnreadRows, holdsUnknownRows, type UsersBlock } from '../model/usersBlock';
import { waveOrder } from '../model/waves';
import { Anchors } from './anchors';
import { type Checks, everyCheck } from './checks';
import { Collector, type Severities } from './collector';
import { Crowd } from './crowd';
import { SharedKeys, sharedIndexes } from './indexes';
import { Individuals } from './individuals';
import { Needs, type NotChecked, type Outcome } from './needs';
import { PlacementChecks, type RunCheck } from './placementChecks';
import { type Proof, proofsOf } from './proofs';
import { SettledChecks } from './settled';
import { readSuppressions } from './suppressions';
import type { Diagnostic, Finding, Rule, RuleContext } from './types';
import { UserDiagnostics } from './userDiagnostics';

export type { Severities } from './collector';
export type { NotChecked } from './needs';
export type { Diagnostic } from './types';

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly notChecked: readonly NotChecked[];
  /** Another one whenever a placement comes or goes, or has more or fewer users. */
  readonly signature: number;
  /** What is asked of every deployment; nothing of a file that stands alone. */
  readonly proofs: readonly Proof[];
}

/** What was found of a group of rows, and what of the declarations it hangs on. */
interface Found extends Grounded {
  readonly value: readonly Outcome[];
}

/** So many things that take next to no time are done in one step. */
const FEW = 64;

/** What analyses cost so far; tests assert these counts instead of times. */
export interface AnalysisStats {
  runs: number;
  /** Placements that the rules looked at. */
  placementsJudged: number;
  /** Checks that ran, of whatever they look at: of placements that look alike to a check, once. */
  checksRun: number;
  /** Groups of rows, such as those that share an address, that the rules looked at. */
  groupsJudged: number;
  /** Pages of rows that were looked through for who shares something. */
  pagesRead: number;
  /** Diagnostics of users that were put together. */
  diagnosticsMade: number;
}

/** Runs the rules over a deployment and keeps what an edit can't have changed. */
export class Analyzer {
  private topologyVersion = -1;
  private topology: Outcome[] = [];
  private readonly ofPlacements: PlacementChecks;
  private users: readonly (UsersBlock | number)[] = [];
  private files: ReadonlyMap<string, unknown> = new Map();
  private readonly settled: SettledChecks;
  private signature = nextSignature++;
  private anchors: Anchors | undefined;
  private readonly individuals: Individuals;
  private readonly shared: SharedKeys;
  /** What was found of groups of rows that are where they were. */
  private readonly groups = new WeakMap<object, Found>();
  private readonly ofUsers: UserDiagnostics;
  readonly stats: AnalysisStats = {
    runs: 0,
    placementsJudged: 0,
    checksRun: 0,
    groupsJudged: 0,
    pagesRead: 0,
    diagnosticsMade: 0,
  };

  /** @param checks of fewer rules than all, where one of them is looked at by itself. */
  constructor(
    private readonly deployment: Deployment,
    private readonly checks: Checks = everyCheck,
  ) {
    const run: RunCheck = (rule, outcomes, check) => this.run(rule, 1, outcomes, check);
    this.ofPlacements = new PlacementChecks(deployment, checks.placement, this.stats, run);
    this.ofUsers = new UserDiagnostics(deployment);
    this.individuals = new Individuals(deployment);
    this.shared = new SharedKeys(deployment);
    this.settled = new SettledChecks(deployment.grounds);
  }

  analyze(severities: Severities = new Map()): Analysis {
    return finished(this.steps(severities));
  }

  /** The analysis in steps. Those that are given up harm nothing: what was found until then is kept. */
  *steps(severities: Severities): Steps<Analysis> {
    const { deployment } = this;
    if (this.topologyVersion !== deployment.topologyVersion) {
      this.anchors = new Anchors(deployment);
      this.topology = yield* this.runTopology();
      this.topologyVersion = deployment.topologyVersion;
    }
    const outcomes = [...this.topology];
    const needs = new Needs();
    yield* this.runPlacements(outcomes, needs);
    yield* this.runIndividuals(outcomes);
    yield* this.runIndexes(outcomes);
    const proofs = deployment.standalone ? [] : yield* this.runCrowd(outcomes);
    const collector = new Collector(
      deployment,
      severities,
      readSuppressions(deployment),
      this.ofUsers,
      this.changedFiles(),
    );
    for (const problem of deployment.textProblems()) collector.text(problem);
    for (const { declaration, problem } of waveOrder(deployment).problems)
      collector.text({
        path: declaration.path,
        ...declaration.absolute(problem),
        problem,
        base: declaration.item.start,
      });
    for (const [i, outcome] of outcomes.entries()) {
      collector.outcome(outcome);
      if (i % FEW === 0) yield;
    }
    const diagnostics = yield* collector.finish();
    this.files = new Map(deployment.paths.map((path) => [path, deployment.source(path)]));
    this.stats.runs++;
    this.stats.pagesRead = this.shared.pagesRead;
    this.stats.diagnosticsMade = this.ofUsers.count;
    return { diagnostics, notChecked: needs.of(outcomes), proofs, signature: this.signature };
  }

  /** Those that are not what they were when the last analysis came to its end. */
  private changedFiles(): ReadonlySet<string> {
    const { deployment, files } = this;
    return new Set(deployment.paths.filter((path) => files.get(path) !== deployment.source(path)));
  }

  private run(rule: Rule, users: number, outcomes: Outcome[], check: (context: RuleContext) => void): void {
    this.stats.checksRun++;
    const findings: Finding[] = [];
    let needs: Map<string, number> | undefined;
    const { deployment } = this;
    const notChecked = (fact: UnknownFact, hit: number): void => {
      if (fact.silent || deployment.standalone) return;
      needs ??= new Map();
      needs.set(fact.name, (needs.get(fact.name) ?? 0) + hit);
    };
    const context: RuleContext = {
      deployment,
      read: plainReader,
      report: (finding) => findings.push(this.anchors?.finding(finding) ?? finding),
      complete: (...kinds) => {
        for (const kind of kinds) {
          if (deployment.isIncomplete(kind)) throw new UnknownFact(undefined, kind, false);
          if (deployment.hasFaulty(kind)) throw new UnknownFact(undefined, kind, true);
          if (kind !== 'users') continue;
          if (deployment.blocks.some(holdsUnknownRows)) throw new UnknownFact(undefined, 'csv', false);
          if (deployment.blocks.some(hasUnreadRows)) throw new UnknownFact(undefined, 'csv', true);
        }
      },
      notChecked,
    };
    try {
      check(context);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      notChecked(error, users);
    }
    if (findings.length > 0 || needs) outcomes.push({ rule, findings: packed(findings), needs });
  }

  private *runTopology(): Steps<Outcome[]> {
    const { deployment } = this;
    const outcomes: Outcome[] = [];
    for (const { rule, check } of this.checks.declaration) {
      for (const declaration of deployment.all(...check.kinds)) {
        this.run(rule, 0, outcomes, (context) => check.check(declaration, context));
        yield;
      }
    }
    for (const { rule, check } of this.checks.deployment) {
      if (!deployment.standalone || check.standalone) this.run(rule, 0, outcomes, check.check);
      yield;
    }
    return outcomes;
  }

  private *runPlacements(outcomes: Outcome[], needs: Needs): Steps<void> {
    const { deployment } = this;
    const users = deployment.blocks.flatMap((block) => [block, block.countsVersion]);
    if (!sameElements(users, this.users)) this.signature = nextSignature++;
    this.users = users;
    yield* this.ofPlacements.take(outcomes, needs);
  }

  /**
   * Runs what looks at a group of rows, unless the group is the same as before, and what of the declarations it hangs on.
   * @returns whether it ran.
   */
  private runGroup(group: object, outcomes: Outcome[], run: (found: Outcome[]) => void): boolean {
    let known = this.groups.get(group);
    const isNew = known === undefined || !stands(known);
    if (known === undefined || isNew) {
      this.stats.groupsJudged++;
      const found: Outcome[] = [];
      known = { ...grounded(this.deployment.grounds, () => run(found)), value: found };
      this.groups.set(group, known);
    }
    for (const outcome of known.value) outcomes.push(outcome);
    return isNew;
  }

  private *runIndividuals(outcomes: Outcome[]): Steps<void> {
    for (const { rule, check } of this.checks.individual) {
      if (check.concerns?.(this.deployment) === false) continue;
      for (const group of yield* this.individuals.groups(check)) {
        const isNew = this.runGroup(group, outcomes, (found) =>
          this.run(rule, group.count, found, (context) => check.check(group, context)),
        );
        if (isNew) yield;
      }
    }
  }

  private *runIndexes(outcomes: Outcome[]): Steps<void> {
    for (const index of sharedIndexes) {
      const checks = this.checks.index.filter(({ check }) => check.index === index);
      if (checks.length === 0) continue;
      for (const key of this.shared.of(index)) {
        const isNew = this.runGroup(key, outcomes, (found) => {
          for (const { rule, check } of checks) this.run(rule, 0, found, (context) => check.check(key, context));
        });
        if (isNew) yield;
      }
    }
  }

  private *runCrowd(outcomes: Outcome[]): Steps<Proof[]> {
    const { deployment, settled } = this;
    settled.begin(deployment.blocks);
    const crowd = new Crowd(deployment);
    const settle = (rule: Rule, check: object, of: object, run: (context: RuleContext) => void): boolean => {
      const isNew = settled.take(check, of, outcomes, (found) => this.run(rule, 0, found, run));
      if (isNew) this.stats.checksRun++;
      return isNew;
    };
    for (const { rule, check } of this.checks.block)
      for (const block of deployment.blocks)
        if (settle(rule, check, block, (context) => check.check(block, context))) yield;
    for (const { rule, check } of this.checks.crowd)
      if (settle(rule, check, deployment, (context) => check.check(crowd, context))) yield;
    // Where rules are looked at one by one, nothing is proved.
    return this.checks === everyCheck ? proofsOf(crowd) : [];
  }
}

let nextSignature = 1;
