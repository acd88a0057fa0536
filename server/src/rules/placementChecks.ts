import { sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Steps } from '../base/steps';
import { type Cohort, Cohorts, inOrder } from '../model/cohorts';
import type { Deployment } from '../model/deployment';
import { type Grounded, grounded, isOnce, noteGrounds, stands } from '../model/grounds';
import { type Look, looking } from '../model/looks';
import type { Placement } from '../model/placement';
import { type Conclusion, SharedConclusions } from '../model/shared';
import type { UsersBlock } from '../model/usersBlock';
import type { Found } from './board';
import type { Checks } from './checks';
import type { Needs, Outcome } from './needs';
import type { Runner } from './runner';

type OfPlacements = Checks['placement'];

/** What all checks together came to, of placements that look alike to each of them. */
interface Verdict {
  readonly by: PlacementChecks;
  /** What checks couldn't decide; those that found something, or looked at who the users are, ran for one placement alone: of these only the place among the checks. */
  readonly parts: readonly { readonly check: number; readonly outcome?: Outcome }[];
  /** Where it is the same for all of them. */
  readonly common: readonly Outcome[] | undefined;
}

type Own = Conclusion<Outcome | undefined>;

interface Ran {
  readonly look: Look;
  readonly outcome: Outcome | undefined;
}

interface Open {
  readonly placement: Placement;
  readonly value: Outcome;
}

/** What was found of the users of a block, as long as it has these cohorts. */
interface JudgedBlock {
  readonly cohorts: readonly Cohort<readonly Outcome[]>[];
  readonly found: Found;
  /** What couldn't be decided. */
  readonly open: readonly Open[];
}

/** Of so few placements it isn't looked for which are alike to all checks: that would take more time and room than it saves. */
const FEW = 64;

/** So many are judged before it is asked whether any two are alike, and so many verdicts are kept. */
const [TRIED, KEPT] = [2000, 20_000];

/** The checks of placements. What they found stands as long as the placement is there, and the declarations that it hangs on. */
export class PlacementChecks {
  /** Of each check: what it concludes without a finding, by what it looked at. */
  private readonly alike: readonly SharedConclusions<Outcome | undefined>[];
  /** Of all checks together, as most placements that differ for none are alike for all. */
  private readonly verdicts = new SharedConclusions<Verdict>(KEPT);
  /** What checks concluded about one placement alone, by their place: what stands of it needn't be found again when something else changed. */
  private readonly own = new WeakMap<Placement, Map<number, Own>>();
  private readonly cohorts = new Cohorts(
    (placement) => this.judge(placement),
    (outcomes) => outcomes,
  );
  private readonly judged = new WeakMap<UsersBlock, JudgedBlock>();
  private areFew = false;
  private known = 0;
  private missed = 0;

  /** @param stats what the checks cost is counted there. */
  constructor(
    private readonly deployment: Deployment,
    private readonly checks: OfPlacements,
    private readonly stats: { placementsJudged: number },
    private readonly runner: Runner,
  ) {
    this.alike = checks.map(() => new SharedConclusions());
  }

  /** Adds what is found of all placements. */
  *take(found: Set<Found>, needs: Needs): Steps<void> {
    const { deployment } = this;
    const placements = deployment.blocks.reduce((sum, { shapeCounts }) => sum + shapeCounts.size, 0);
    this.areFew = placements <= FEW;
    for (const block of deployment.blocks) {
      const cohorts = yield* this.cohorts.steps(deployment, block);
      let judged = this.judged.get(block);
      if (judged?.cohorts !== cohorts) {
        judged = told(cohorts, judged?.found);
        this.judged.set(block, judged);
      }
      found.add(judged.found);
      for (const { placement, value } of judged.open) needs.add(value, placement.count);
    }
  }

  private judge(placement: Placement): Grounded & { readonly value: readonly Outcome[] } {
    this.stats.placementsJudged++;
    const verdict = this.verdictOf(placement);
    const { grounds, since } = verdict;
    const { parts, common } = verdict.value;
    if (common) {
      this.own.delete(placement);
      return { value: common, grounds, since };
    }
    return grounded(this.deployment.grounds, () => {
      noteGrounds(grounds);
      return this.withOwn(placement, parts);
    });
  }

  private withOwn(placement: Placement, parts: Verdict['parts']): readonly Outcome[] {
    const before = this.own.get(placement);
    // There may be as many of these as users.
    const own = isOnce() ? undefined : new Map<number, Own>();
    const outcomes: Outcome[] = [];
    for (const { check, outcome } of parts) {
      if (outcome) {
        outcomes.push(outcome);
        continue;
      }
      const known = before?.get(check);
      const conclusion = known && stands(known) ? known : alone(this.runOn(placement, check));
      noteGrounds(conclusion.grounds);
      own?.set(check, conclusion);
      if (conclusion.value) outcomes.push(conclusion.value);
    }
    if (own) this.own.set(placement, own);
    return packed(outcomes);
  }

  private verdictOf(placement: Placement): Conclusion<Verdict> {
    // Where no two are alike, what each looks like is neither noted nor looked for.
    if (this.areFew || (this.missed > TRIED && this.known < this.missed))
      return grounded(this.deployment.grounds, () => this.conclude(placement));
    const before = placement.judgement as Conclusion<Verdict> | undefined;
    const known = before?.value.by === this && stands(before) ? before : this.verdicts.find(placement);
    if (known) {
      this.known++;
      placement.judgement = known;
      return known;
    }
    this.missed++;
    let verdict: Verdict | undefined;
    const look = looking(placement, false, () => {
      verdict = this.conclude(placement);
    });
    const found = this.verdicts.keep(look, verdict as Verdict);
    placement.judgement = found;
    return found;
  }

  /** Runs the checks of a placement; those that found nothing in one that looks the same to them find nothing here. */
  private conclude(placement: Placement): Verdict {
    const parts: { check: number; outcome?: Outcome }[] = [];
    for (let check = 0; check < this.alike.length; check++) {
      const known = this.alike[check]?.find(placement) ?? this.attempt(placement, check);
      if (known) noteGrounds(known.grounds);
      if (known === undefined) parts.push({ check });
      else if (known.value) parts.push({ check, outcome: known.value });
    }
    const common = parts.flatMap(({ outcome }) => outcome ?? []);
    return { by: this, parts: packed(parts), common: common.length === parts.length ? packed(common) : undefined };
  }

  /** Runs a check of a placement. `undefined` where it is for no other: what it found stands in its rows. */
  private attempt(placement: Placement, check: number): Own | undefined {
    const ran = this.runOn(placement, check);
    const { look, outcome } = ran;
    if (!look.apart && !outcome?.findings.length) return this.alike[check]?.keep(look, outcome);
    const own = this.own.get(placement) ?? new Map<number, Own>();
    this.own.set(placement, own.set(check, alone(ran)));
    return undefined;
  }

  private runOn(placement: Placement, index: number): Ran {
    const { rule, check } = this.checks[index] as OfPlacements[number];
    let outcome: Outcome | undefined;
    const look = looking(placement, true, () => {
      outcome = this.runner.run(rule, 1, check, placement);
    });
    return { look, outcome };
  }
}

/** @param before what was found last: the same object where it is the same. */
function told(cohorts: JudgedBlock['cohorts'], before: Found | undefined): JudgedBlock {
  const found: Outcome[] = [];
  const open: Open[] = [];
  for (const { placement, value } of inOrder(cohorts.filter(({ value }) => value.length > 0)))
    for (const outcome of value) {
      if (outcome.findings.length > 0) found.push(outcome);
      if (outcome.needs) open.push({ placement, value: outcome });
    }
  return { cohorts, found: before && sameElements(before, found) ? before : packed(found), open: packed(open) };
}

function alone({ look, outcome }: Ran): Own {
  const table = look.of.deployment.grounds;
  return { value: outcome, grounds: table.noted(look.grounds), since: table.version };
}
