import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { waveOrder } from '../model/waves';
import { Anchors } from './anchors';
import { type Checks, everyCheck } from './checks';
import { Collector, type Severities } from './collector';
import { Crowd, type PlacementState } from './crowd';
import { sharedIndexes, sharedKeys } from './indexes';
import { Individuals } from './individuals';
import { type Answers, type Proof, proofsOf } from './proofs';
import { readSuppressions } from './suppressions';
import type { Diagnostic, Finding, Rule, RuleContext } from './types';

export type { Severities } from './collector';
export type { Diagnostic } from './types';

/** A rule that couldn't be decided, and the facts that would decide it. */
export interface NotChecked {
  readonly code: string;
  readonly users: number;
  readonly needs: readonly string[];
}

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly notChecked: readonly NotChecked[];
  /** What is asked of every deployment; nothing of a file that stands alone. */
  readonly proofs: readonly Proof[];
}

interface Outcome {
  readonly rule: Rule;
  readonly findings: Finding[];
  readonly needs: Map<string, number>;
}

/** Runs the rules over a deployment and keeps what an edit can't have changed. */
export class Analyzer {
  private topologyVersion = -1;
  private topology: Outcome[] = [];
  private placements = new Map<Placement, Outcome[]>();
  private anchors: Anchors | undefined;
  private readonly individuals: Individuals;
  private readonly states = new WeakMap<Placement, PlacementState>();
  private readonly answers: Answers = new WeakMap();

  /** @param checks of fewer rules than all, where one of them is looked at by itself. */
  constructor(
    private readonly deployment: Deployment,
    private readonly checks: Checks = everyCheck,
  ) {
    this.individuals = new Individuals(deployment);
  }

  analyze(severities: Severities = new Map()): Analysis {
    const { deployment } = this;
    if (this.topologyVersion !== deployment.topologyVersion) {
      this.topologyVersion = deployment.topologyVersion;
      this.placements = new Map();
      this.anchors = new Anchors(deployment);
      this.topology = this.runTopology();
    }
    const outcomes = [...this.topology, ...this.runPlacements()];
    this.runIndividuals(outcomes);
    this.runIndexes(outcomes);
    const crowd = deployment.standalone ? undefined : this.runCrowd(outcomes);
    const collector = new Collector(deployment, severities, readSuppressions(deployment));
    for (const problem of deployment.textProblems()) collector.text(problem);
    for (const { declaration, problem } of waveOrder(deployment).problems)
      collector.text({
        path: declaration.path,
        ...declaration.absolute(problem),
        problem,
        base: declaration.item.start,
      });
    for (const outcome of outcomes) for (const finding of outcome.findings) collector.finding(outcome.rule, finding);
    return { diagnostics: collector.finish(), notChecked: mergeNeeds(outcomes), proofs: this.prove(crowd) };
  }

  private run(rule: Rule, users: number, outcomes: Outcome[], check: (context: RuleContext) => void): void {
    const findings: Finding[] = [];
    const needs = new Map<string, number>();
    const { deployment } = this;
    const notChecked = (fact: UnknownFact, hit: number): void => {
      if (!fact.silent && !deployment.standalone) needs.set(fact.name, (needs.get(fact.name) ?? 0) + hit);
    };
    const context: RuleContext = {
      deployment,
      read: plainReader,
      report: (finding) => findings.push(this.anchors?.finding(finding) ?? finding),
      complete: (...kinds) => {
        for (const kind of kinds) {
          if (deployment.isIncomplete(kind)) throw new UnknownFact(undefined, kind, false);
          if (deployment.hasFaulty(kind)) throw new UnknownFact(undefined, kind, true);
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
    if (findings.length > 0 || needs.size > 0) outcomes.push({ rule, findings, needs });
  }

  private runTopology(): Outcome[] {
    const { deployment } = this;
    const outcomes: Outcome[] = [];
    for (const { rule, check } of this.checks.declaration) {
      for (const declaration of deployment.all(...check.kinds))
        this.run(rule, 0, outcomes, (context) => check.check(declaration, context));
    }
    for (const { rule, check } of this.checks.deployment)
      if (!deployment.standalone || check.standalone) this.run(rule, 0, outcomes, check.check);
    return outcomes;
  }

  private runPlacements(): Outcome[] {
    const outcomes: Outcome[] = [];
    const current = new Map<Placement, Outcome[]>();
    for (const placement of this.deployment.placements()) {
      let known = this.placements.get(placement);
      if (known === undefined) {
        known = [];
        for (const { rule, check } of this.checks.placement)
          this.run(rule, placement.count, known, (context) => check.check(placement, context));
      }
      current.set(placement, known);
      outcomes.push(...known);
    }
    this.placements = current;
    return outcomes;
  }

  private runIndividuals(outcomes: Outcome[]): void {
    for (const { rule, check } of this.checks.individual) {
      if (check.concerns?.(this.deployment) === false) continue;
      for (const group of this.individuals.groups(check))
        this.run(rule, group.count, outcomes, (context) => check.check(group, context));
    }
  }

  private runIndexes(outcomes: Outcome[]): void {
    for (const index of sharedIndexes) {
      const checks = this.checks.index.filter(({ check }) => check.index === index);
      if (checks.length === 0) continue;
      for (const group of sharedKeys(this.deployment, index))
        for (const { rule, check } of checks) this.run(rule, 0, outcomes, (context) => check.check(group, context));
    }
  }

  private runCrowd(outcomes: Outcome[]): Crowd {
    const crowd = new Crowd(this.deployment, plainReader, this.states, [...this.placements.keys()]);
    for (const { rule, check } of this.checks.crowd)
      this.run(rule, 0, outcomes, (context) => check.check(crowd, context));
    return crowd;
  }

  /** Where rules are looked at one by one, nothing is proved. */
  private prove(crowd: Crowd | undefined): Proof[] {
    return crowd && this.checks === everyCheck ? proofsOf(crowd, plainReader, this.answers) : [];
  }
}

function mergeNeeds(outcomes: readonly Outcome[]): NotChecked[] {
  const merged = new Map<string, { users: number; needs: Set<string> }>();
  for (const { rule, needs } of outcomes) {
    for (const [need, users] of needs) {
      const entry = merged.get(rule.code) ?? { users: 0, needs: new Set<string>() };
      entry.users += users;
      entry.needs.add(need);
      merged.set(rule.code, entry);
    }
  }
  return [...merged.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { users, needs }]) => ({ code, users, needs: [...needs].sort() }));
}
