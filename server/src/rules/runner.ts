import { packed } from '../base/packed';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import { hasUnreadRows, holdsUnknownRows } from '../model/usersBlock';
import { Anchors } from './anchors';
import type { Outcome } from './needs';
import type { Finding, Rule, RuleContext } from './types';

/** A check of something. */
interface CheckOf<T> {
  readonly check: (of: T, context: RuleContext) => void;
}

/** Runs checks, one after the other. There are hundreds in the smallest deployment, and most find nothing: what they report to is made once for all. */
export class Runner {
  private anchors: Anchors;
  private findings: Finding[] | undefined;
  private needs: Map<string, number> | undefined;
  private readonly context: RuleContext;

  /** @param stats how many ran is counted there. */
  constructor(
    private readonly deployment: Deployment,
    private readonly stats: { checksRun: number },
  ) {
    this.anchors = new Anchors(deployment);
    this.context = {
      deployment,
      read: plainReader,
      report: (finding) => {
        this.findings ??= [];
        this.findings.push(this.anchors.finding(finding));
      },
      complete: (...kinds) => {
        for (const kind of kinds) {
          if (deployment.isIncomplete(kind)) throw new UnknownFact(undefined, kind, false);
          if (deployment.hasFaulty(kind)) throw new UnknownFact(undefined, kind, true);
          if (kind !== 'users') continue;
          if (deployment.blocks.some(holdsUnknownRows)) throw new UnknownFact(undefined, 'csv', false);
          if (deployment.blocks.some(hasUnreadRows)) throw new UnknownFact(undefined, 'csv', true);
        }
      },
      notChecked: (fact, users) => this.note(fact, users),
    };
  }

  /** What is declared stands elsewhere now. */
  anchorAnew(): void {
    this.anchors = new Anchors(this.deployment);
  }

  /**
   * Runs a check of something.
   * @param users of how many it isn't known, where it isn't.
   * @returns nothing where nothing was found, and all is known.
   */
  run<T>(rule: Rule, users: number, check: CheckOf<T>, of: T): Outcome | undefined {
    return this.attempt(rule, users, (context) => check.check(of, context));
  }

  /** Runs a check of the deployment as a whole. */
  attempt(rule: Rule, users: number, check: (context: RuleContext) => void): Outcome | undefined {
    this.stats.checksRun++;
    this.findings = undefined;
    this.needs = undefined;
    try {
      check(this.context);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      this.note(error, users);
    }
    const { findings, needs } = this;
    return findings || needs ? { rule, findings: packed(findings ?? []), needs } : undefined;
  }

  private note(fact: UnknownFact, hit: number): void {
    if (fact.silent || this.deployment.standalone) return;
    this.needs ??= new Map();
    this.needs.set(fact.name, (this.needs.get(fact.name) ?? 0) + hit);
  }
}
