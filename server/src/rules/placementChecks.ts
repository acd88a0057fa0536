import { packed } from '../base/packed';
import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { type Grounded, type Grounds, stands } from '../model/grounds';
import { looking } from '../model/looks';
import type { Placement } from '../model/placement';
import { type Conclusion, SharedConclusions } from '../model/shared';
import type { UsersBlock } from '../model/usersBlock';
import type { Found } from './board';
import type { Checks } from './checks';
import type { Needs, Outcome } from './needs';
import type { Rule, RuleContext } from './types';

type OfPlacements = Checks['placement'];

/** Runs a check, and adds what it found. */
export type RunCheck = (rule: Rule, outcomes: Outcome[], check: (context: RuleContext) => void) => void;

/** What was found of a placement, by whom, and what of the declarations it hangs on. */
interface Judgement extends Grounded {
  readonly by: PlacementChecks;
  readonly value: readonly Outcome[];
  /** Of checks that found something, by their place: what stands of them needn't be found again when something else changed. */
  readonly kept?: ReadonlyMap<number, Conclusion<Outcome>>;
}

interface Open {
  readonly placement: Placement;
  readonly outcome: Outcome;
}

/** What was found of the users of a block, as long as their placements are these. */
interface JudgedBlock extends Grounded {
  readonly placements: readonly Placement[];
  readonly found: Found;
  /** What couldn't be decided. */
  readonly open: readonly Open[];
}

/** The checks of placements. What they found stands as long as the placement is there, and the declarations that it hangs on. */
export class PlacementChecks {
  /** Of each check: what it concludes without a finding, by what it looked at. */
  private readonly alike: readonly SharedConclusions<Outcome | undefined>[];
  /** Of most placements nothing is found. */
  private readonly clean = new WeakMap<Grounds, Judgement>();
  private readonly judged = new WeakMap<UsersBlock, JudgedBlock>();

  /** @param stats what the checks cost is counted there. */
  constructor(
    private readonly deployment: Deployment,
    private readonly checks: OfPlacements,
    private readonly stats: { placementsJudged: number; checksRun: number },
    private readonly run: RunCheck,
  ) {
    this.alike = checks.map(() => new SharedConclusions());
  }

  /** Adds what is found of all placements. */
  *take(found: Set<Found>, needs: Needs): Steps<void> {
    const { deployment } = this;
    for (const block of deployment.blocks) {
      const placements = deployment.placementsOf(block);
      let judged = this.judged.get(block);
      if (judged?.placements !== placements || !stands(judged)) {
        judged = yield* this.judgeAll(placements);
        this.judged.set(block, judged);
      }
      found.add(judged.found);
      for (const { placement, outcome } of judged.open) needs.add(outcome, placement.count);
    }
  }

  private *judgeAll(placements: readonly Placement[]): Steps<JudgedBlock> {
    const table = this.deployment.grounds;
    const since = table.version;
    const found: Outcome[] = [];
    const open: Open[] = [];
    const all = new Set<Grounds>();
    for (const placement of placements) {
      let judgement = placement.judgement as Judgement | undefined;
      if (judgement?.by !== this || !stands(judgement)) {
        judgement = this.judge(placement);
        placement.judgement = judgement;
        yield;
      }
      all.add(judgement.grounds);
      for (const outcome of judgement.value) {
        if (outcome.findings.length > 0) found.push(outcome);
        if (outcome.needs) open.push({ placement, outcome });
      }
    }
    const keys = new Set<string>();
    for (const grounds of all) for (const key of grounds.keys) keys.add(key);
    return { placements, found: packed(found), open: packed(open), grounds: table.of(keys), since };
  }

  /** Runs the checks of a placement; those that found nothing in one that looks the same to them find nothing here. */
  private judge(placement: Placement): Judgement {
    const outcome: Outcome[] = [];
    const table = this.deployment.grounds;
    let grounds = table.none;
    const before = placement.judgement as Judgement | undefined;
    const kept = new Map<number, Conclusion<Outcome>>();
    this.stats.placementsJudged++;
    for (const [index, { rule, check }] of this.checks.entries()) {
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
    check: OfPlacements[number]['check'],
    alike: SharedConclusions<Outcome | undefined>,
  ): Conclusion<Outcome | undefined> {
    this.stats.checksRun++;
    const found: Outcome[] = [];
    const look = looking(placement, true, () => this.run(rule, found, (context) => check.check(placement, context)));
    const [only] = found;
    if (only === undefined || only.findings.length === 0) return alike.keep(look, only);
    const table = this.deployment.grounds;
    return { value: only, grounds: table.of(look.grounds), since: table.version };
  }
}
