import { sameElements } from '../base/lists';
import { finished, type Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { type Grounded, grounded, isOnce, stands } from '../model/grounds';
import type { UsersBlock } from '../model/usersBlock';
import { Board, type Found, told } from './board';
import { type Checks, everyCheck } from './checks';
import { Crowd } from './crowd';
import { type Shared, SharedKeys, sharedIndexes } from './indexes';
import { Individuals } from './individuals';
import { Needs, type NotChecked, type Outcome } from './needs';
import { PlacementChecks } from './placementChecks';
import { type Proof, proofsOf } from './proofs';
import { Runner } from './runner';
import { SettledChecks } from './settled';
import type { Severities } from './sheet';
import { type FileDiagnostics, Sheets } from './sheets';
import type { Check, Diagnostic, IndividualGroup, Rule } from './types';
import { UserDiagnostics } from './userDiagnostics';

export type { NotChecked } from './needs';
export type { Severities } from './sheet';
export type { FileDiagnostics } from './sheets';
export type { Diagnostic } from './types';

export interface Analysis {
  /** By file, in the order of their paths. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files with diagnostics, each the same object as long as the same is said of it. */
  readonly files: ReadonlyMap<string, FileDiagnostics>;
  readonly notChecked: readonly NotChecked[];
  /** Another one whenever a placement comes or goes, or has more or fewer users. */
  readonly signature: number;
  /** What is asked of every deployment; nothing of a file that stands alone. */
  readonly proofs: readonly Proof[];
}

/** What was found of a group of rows, and what of the declarations it hangs on. */
interface OfGroup extends Grounded {
  readonly value: Found;
}

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

/** So many declarations are looked at in one step. */
const FEW = 8;

export function noStats(): AnalysisStats {
  return { runs: 0, placementsJudged: 0, checksRun: 0, groupsJudged: 0, pagesRead: 0, diagnosticsMade: 0 };
}

/** Of up to so many declarations what is found of each is kept: with more, it would take more room than they do themselves. */
const KEPT = 20_000;

/** Runs the rules over a deployment and keeps what an edit can't have changed. */
export class Analyzer {
  private topologyVersion = -1;
  private topology: readonly Found[] = [];
  private readonly runner: Runner;
  private readonly ofPlacements: PlacementChecks;
  private users: readonly (UsersBlock | number)[] = [];
  private readonly settled: SettledChecks;
  private signature = nextSignature++;
  private readonly individuals: Individuals;
  private readonly shared: SharedKeys;
  /** What was found of groups of rows that are where they were, and of all groups of a block. */
  private readonly groups = new WeakMap<object, OfGroup>();
  private readonly allGroups = new WeakMap<
    readonly IndividualGroup[],
    { readonly version: number; readonly found: Found }
  >();
  private readonly board = new Board();
  private readonly ofUsers: UserDiagnostics;
  private readonly sheets: Sheets;
  readonly stats = noStats();

  /** @param checks of fewer rules than all, where one of them is looked at by itself. */
  constructor(
    private readonly deployment: Deployment,
    private readonly checks: Checks = everyCheck,
  ) {
    this.runner = new Runner(deployment, this.stats);
    this.ofPlacements = new PlacementChecks(deployment, checks.placement, this.stats, this.runner);
    this.ofUsers = new UserDiagnostics(deployment);
    this.individuals = new Individuals(deployment);
    this.shared = new SharedKeys(deployment);
    this.settled = new SettledChecks(deployment);
    this.sheets = new Sheets(deployment, this.board, this.ofUsers);
  }

  analyze(severities: Severities = new Map()): Analysis {
    return finished(this.steps(severities));
  }

  /** The analysis in steps. Those that are given up harm nothing: what was found until then is kept. */
  *steps(severities: Severities): Steps<Analysis> {
    const { deployment, board, stats } = this;
    this.settled.begin();
    if (this.topologyVersion !== deployment.topologyVersion) {
      this.runner.anchorAnew();
      this.topology = yield* this.runTopology();
      this.topologyVersion = deployment.topologyVersion;
    }
    const found = new Set(this.topology);
    const needs = new Needs();
    yield* this.runPlacements(found, needs);
    yield* this.runIndividuals(found);
    yield* this.runIndexes();
    const proofs = deployment.standalone ? [] : yield* this.runCrowd(found);
    board.take(found);
    const files = yield* this.sheets.update(severities);
    stats.runs++;
    stats.pagesRead = this.shared.pagesRead;
    stats.diagnosticsMade = this.ofUsers.count;
    return new Told(files, needs.of(board.open()), this.signature, proofs);
  }

  /** What is found of declarations and of the deployment as a whole, in the order of checks. */
  private *runTopology(): Steps<readonly Found[]> {
    const { deployment } = this;
    const found: Found[] = [];
    const isKept = deployment.declarations.length <= KEPT && !isOnce();
    let looked = 0;
    for (const { rule, check, places } of this.checks.declaration)
      for (const { kind, place, count } of places)
        for (const declaration of deployment.all(kind)) {
          const run = (): Outcome | undefined => this.runner.run(rule, 0, check, declaration);
          const own = isKept ? this.settled.takeOne(declaration, place, count, run) : told(run());
          if (own.length > 0) found.push(own);
          if (++looked % FEW === 0) yield;
        }
    for (const { rule, check } of this.checks.deployment) {
      if (deployment.standalone && !check.standalone) continue;
      const own = told(this.runner.attempt(rule, 0, check.check));
      if (own.length > 0) found.push(own);
      yield;
    }
    return found;
  }

  private *runPlacements(found: Set<Found>, needs: Needs): Steps<void> {
    const { deployment } = this;
    const users = deployment.blocks.flatMap((block) => [block, block.countsVersion]);
    if (!sameElements(users, this.users)) this.signature = nextSignature++;
    this.users = users;
    yield* this.ofPlacements.take(found, needs);
  }

  /** What is found of a group of rows: the same list as long as the group is the same, and what of the declarations it hangs on. */
  private ofGroup(group: object, run: () => Found): Found {
    const known = this.groups.get(group);
    if (known && stands(known)) return known.value;
    this.stats.groupsJudged++;
    const now = grounded(this.deployment.grounds, run);
    this.groups.set(group, now);
    return now.value;
  }

  private *runIndividuals(found: Set<Found>): Steps<void> {
    const { deployment } = this;
    for (const { rule, check } of this.checks.individual) {
      if (check.concerns?.(deployment) === false) continue;
      for (const block of deployment.blocks) {
        const groups = yield* this.individuals.groups(check, block);
        if (groups.length > 0) found.add(yield* this.ofAllGroups(rule, check, groups));
      }
    }
  }

  private *ofAllGroups(rule: Rule, check: OfIndividuals, groups: readonly IndividualGroup[]): Steps<Found> {
    const { version } = this.deployment.grounds;
    const known = this.allGroups.get(groups);
    if (known?.version === version) return known.found;
    const { groupsJudged } = this.stats;
    const found: Outcome[] = [];
    for (const group of groups) {
      const own = this.ofGroup(group, () => told(this.runner.run(rule, group.count, check, group)));
      for (const outcome of own) found.push(outcome);
      if (this.stats.groupsJudged !== groupsJudged) yield;
    }
    const isSame = known !== undefined && sameElements(known.found, found);
    this.allGroups.set(groups, { version, found: isSame ? known.found : found });
    return isSame ? known.found : found;
  }

  private *runIndexes(): Steps<void> {
    for (const index of sharedIndexes) {
      const checks = this.checks.index.filter(({ check }) => check.index === index);
      if (checks.length === 0) continue;
      for (const { before, now } of this.shared.changes(index)) {
        const was = before && this.groups.get(before)?.value;
        const found = now && this.ofShared(now, checks);
        if (was === found) continue;
        if (was) this.board.remove(was);
        if (found) this.board.add(found);
        yield;
      }
    }
  }

  private ofShared(shared: Shared, checks: Checks['index']): Found {
    return this.ofGroup(shared, () =>
      shared.value.flatMap((key) => checks.flatMap(({ rule, check }) => this.runner.run(rule, 0, check, key) ?? [])),
    );
  }

  private *runCrowd(found: Set<Found>): Steps<Proof[]> {
    const { deployment, settled, checks, runner } = this;
    for (const block of deployment.blocks) {
      const lists = yield* settled.take(block, checks.block, ({ rule, check }) => runner.run(rule, 0, check, block));
      for (const list of lists) found.add(list);
    }
    const crowd = new Crowd(deployment);
    const lists = yield* settled.take(deployment, checks.crowd, ({ rule, check }) => runner.run(rule, 0, check, crowd));
    for (const list of lists) found.add(list);
    settled.end();
    // Where rules are looked at one by one, nothing is proved.
    return checks === everyCheck ? proofsOf(crowd) : [];
  }
}

type OfIndividuals = Extract<Check, { looksAt: 'individual' }>;

/** What an analysis says: all of it in one list for who asks. */
class Told implements Analysis {
  private all: readonly Diagnostic[] | undefined;

  constructor(
    readonly files: ReadonlyMap<string, FileDiagnostics>,
    readonly notChecked: readonly NotChecked[],
    readonly signature: number,
    readonly proofs: readonly Proof[],
  ) {}

  get diagnostics(): readonly Diagnostic[] {
    this.all ??= [...this.files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { diagnostics }]) => diagnostics);
    return this.all;
  }
}

let nextSignature = 1;
