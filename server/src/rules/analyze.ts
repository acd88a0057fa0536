import { packed } from '../base/packed';
import { finished, type Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import { type Grounded, type Grounds, grounded, stands } from '../model/grounds';
import { looking } from '../model/looks';
import type { Placement } from '../model/placement';
import { type Conclusion, SharedConclusions } from '../model/shared';
import { hasUnreadRows, holdsUnknownRows, type UsersBlock } from '../model/usersBlock';
import { waveOrder } from '../model/waves';
import { Anchors } from './anchors';
import { type Checks, everyCheck } from './checks';
import { Collector, type Severities } from './collector';
import { Crowd } from './crowd';
import { SharedKeys, sharedIndexes } from './indexes';
import { Individuals } from './individuals';
import { Needs, type NotChecked, type Outcome } from './needs';
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

/** What was found of a placement or a group of rows, by whom, and what of the declarations it hangs on. */
interface Judgement extends Grounded {
  readonly by: Analyzer;
  readonly value: readonly Outcome[];
  /** Of checks that found something, by their place: what stands of them needn't be found again when something else changed. */
  readonly kept?: ReadonlyMap<number, Conclusion<Outcome>>;
}

/** What was found of the users of a block, as long as their placements are these. */
interface JudgedBlock extends Grounded {
  readonly placements: readonly Placement[];
  readonly told: readonly { readonly placement: Placement; readonly outcome: Outcome }[];
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
  /** Of each check of placements: what it concludes without a finding, by what it looked at. */
  private readonly alike: readonly SharedConclusions<Outcome | undefined>[];
  /** Of most placements nothing is found. */
  private readonly clean = new WeakMap<Grounds, Judgement>();
  private readonly judged = new WeakMap<UsersBlock, JudgedBlock>();
  private users: readonly (UsersBlock | number)[] = [];
  private files: ReadonlyMap<string, unknown> = new Map();
  private readonly settled: SettledChecks;
  private signature = nextSignature++;
  private anchors: Anchors | undefined;
  private readonly individuals: Individuals;
  private readonly shared: SharedKeys;
  /** What was found of groups of rows that are where they were. */
  private readonly groups = new WeakMap<object, Judgement>();
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
    this.alike = checks.placement.map(() => new SharedConclusions());
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
    for (const block of deployment.blocks) {
      const placements = deployment.placementsOf(block);
      let judged = this.judged.get(block);
      if (judged?.placements !== placements || !stands(judged)) {
        judged = yield* this.judgeAll(placements);
        this.judged.set(block, judged);
      }
      for (const { placement, outcome } of judged.told) {
        if (outcome.findings.length > 0) outcomes.push(outcome);
        needs.add(outcome, placement.count);
      }
    }
  }

  private *judgeAll(placements: readonly Placement[]): Steps<JudgedBlock> {
    const table = this.deployment.grounds;
    const since = table.version;
    const told: { placement: Placement; outcome: Outcome }[] = [];
    const all = new Set<Grounds>();
    for (const placement of placements) {
      let judgement = placement.judgement as Judgement | undefined;
      if (judgement?.by !== this || !stands(judgement)) {
        judgement = this.judge(placement);
        placement.judgement = judgement;
        yield;
      }
      all.add(judgement.grounds);
      for (const outcome of judgement.value) told.push({ placement, outcome });
    }
    const keys = new Set<string>();
    for (const grounds of all) for (const key of grounds.keys) keys.add(key);
    return { placements, told, grounds: table.of(keys), since };
  }

  /** Runs the checks of a placement; those that found nothing in one that looks the same to them find nothing here. */
  private judge(placement: Placement): Judgement {
    const outcome: Outcome[] = [];
    const table = this.deployment.grounds;
    let grounds = table.none;
    const before = placement.judgement as Judgement | undefined;
    const kept = new Map<number, Conclusion<Outcome>>();
    this.stats.placementsJudged++;
    for (const [index, { rule, check }] of this.checks.placement.entries()) {
      const alike = this.alike[index] as SharedConclusions<Outcome | undefined>;
      const own = before?.by === this ? before.kept?.get(index) : undefined;
      const known = own && stands(own) ? own : (alike.find(placement) ?? this.conclude(placement, rule, check, alike));
      grounds = table.together(grounds, known.grounds);
      if (known.value === undefined) continue;
      outcome.push(known.value);
      if (known.value.findings.length > 0) kept.set(index, known as Conclusion<Outcome>);
    }
    const since = table.version;
    if (outcome.length > 0) return { by: this, value: packed(outcome), grounds, since, ...(kept.size > 0 && { kept }) };
    let clean = this.clean.get(grounds);
    if (clean?.since !== since) {
      clean = { by: this, value: [], grounds, since };
      this.clean.set(grounds, clean);
    }
    return clean;
  }

  /** Runs a check of a placement. What it found stands in its rows: it is for no other. */
  private conclude(
    placement: Placement,
    rule: Rule,
    check: Checks['placement'][number]['check'],
    alike: SharedConclusions<Outcome | undefined>,
  ): Conclusion<Outcome | undefined> {
    this.stats.checksRun++;
    const found: Outcome[] = [];
    const look = looking(placement, true, () => this.run(rule, 1, found, (context) => check.check(placement, context)));
    const [only] = found;
    if (only === undefined || only.findings.length === 0) return alike.keep(look, only);
    const table = this.deployment.grounds;
    return { value: only, grounds: table.of(look.grounds), since: table.version };
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
      known = { by: this, ...grounded(this.deployment.grounds, () => run(found)), value: found };
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

function sameElements<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((element, i) => element === b[i]);
}
