import { addTo } from '../base/lists';
import type { Steps } from '../base/steps';
import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import { firstUsers } from '../model/placement';
import type { PlacedProblem, UsersBlock } from '../model/usersBlock';
import { layOut } from './layOut';
import { makeDiagnostic } from './makeDiagnostic';
import { MARKERS } from './markers';
import type { Outcome } from './needs';
import { ruleOf } from './registry';
import type { Suppressions } from './suppressions';
import type { Diagnostic, Finding, Fix, Follows, Place, Severity } from './types';
import { isOfUsers, type Merged, type UserDiagnostics } from './userDiagnostics';

/** Severities set by the user; errors can't be lowered, but for UM2001. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Turns findings into diagnostics: places them, merges those of one cause, applies severities and suppressions. */
export class Collector {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly following = new Map<Diagnostic, Follows>();
  /** What was found of the users of each block. */
  private readonly ofUsers = new Map<UsersBlock, Outcome[]>();

  constructor(
    private readonly deployment: Deployment,
    private readonly severities: Severities,
    private readonly suppressions: Suppressions,
    private readonly users: UserDiagnostics,
    /** The files that are not those of the analysis before. */
    private readonly changed: ReadonlySet<string>,
  ) {}

  text(placed: PlacedProblem): void {
    const { path, start, end, problem, base } = placed;
    const rule = ruleOf(problem.code);
    const found = (): Fix[] =>
      (problem.fixes ?? []).map((fix) => ({
        title: fix.title,
        ...(fix.guess && { guess: fix.guess }),
        edits: fix.changes.map((change) => ({
          path,
          start: base + change.start,
          end: base + change.end,
          text: change.text,
        })),
      }));
    const better = (): Fix[] =>
      (rule?.checks ?? []).flatMap((check) =>
        check.looksAt === 'text' ? [...(check.fixes?.(placed, this.deployment) ?? [])] : [],
      );
    const fixes = (): Fix[] => withoutRepetition([...better(), ...found()]).map((fix) => layOut(this.deployment, fix));
    const severity = ('severity' in problem && problem.severity) || rule?.severity || 'error';
    this.add({ path, start, end, code: problem.code, severity, message: problem.message, related: [], fixes });
  }

  outcome(outcome: Outcome): void {
    const { others, byBlock } = partsOf(outcome);
    for (const part of others) {
      const { at, finding } = part;
      if (part.made === undefined || (this.mayHaveMoved(finding, at) && !hasStayed(finding, at, part.made))) {
        const who = finding.users ? count(finding.users, 'user') : 'users';
        part.made = makeDiagnostic(this.deployment, outcome.rule, [finding], at, finding.users, who);
      }
      this.add(part.made, finding.follows);
    }
    for (const [block, part] of byBlock) {
      addTo(this.ofUsers, block, part);
    }
  }

  private mayHaveMoved({ related }: Finding, at: Place): boolean {
    if (this.changed.has(at.path)) return true;
    if (related) for (const { at: other } of related) if (this.changed.has(other.path)) return true;
    return false;
  }

  private add(diagnostic: Diagnostic, follows?: Follows): void {
    const severity = this.severityOf(diagnostic);
    if (severity === 'off') return;
    const placed = severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    if (severity === 'error') this.suppressions.refuse(placed);
    else if (this.suppressions.suppresses(placed)) return;
    this.diagnostics.push(placed);
    if (follows) this.following.set(placed, follows);
  }

  private severityOf(diagnostic: Diagnostic): Severity | 'off' {
    const set = this.severities.get(diagnostic.code);
    if (set === undefined) return diagnostic.severity;
    return diagnostic.severity === 'error' && diagnostic.code !== 'UM2001' ? 'error' : set;
  }

  *finish(): Steps<Diagnostic[]> {
    for (const [block, outcomes] of this.ofUsers) {
      const { rows, merged } = this.users.of(block, outcomes);
      for (const diagnostic of rows) this.add(diagnostic);
      for (const { cause, diagnostics } of merged)
        for (const diagnostic of this.notSuppressed(block, cause) ?? diagnostics) this.add(diagnostic);
      yield;
    }
    for (const unused of this.suppressions.unused())
      this.add({ ...unused, fixes: () => unused.fixes().map((fix) => layOut(this.deployment, fix)) });
    return this.independent().sort(
      (a, b) =>
        (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
        a.start - b.start ||
        severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
  }

  /** Without those that follow from what another one says. */
  private independent(): Diagnostic[] {
    if (this.following.size === 0) return this.diagnostics;
    const causes = this.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
    return this.diagnostics.filter((diagnostic) => {
      const follows = this.following.get(diagnostic);
      if (follows === undefined) return true;
      return !causes.some(
        (cause) =>
          cause.code !== diagnostic.code &&
          (follows.codes.includes(cause.code) || follows.places.some((place) => overlaps(cause, place))),
      );
    });
  }

  /** About those who are left, where some rows are suppressed; `undefined` where none is. */
  private notSuppressed(block: UsersBlock, { rule, findings, placements }: Merged): Diagnostic[] | undefined {
    if ((findings[0].severity ?? rule.severity) === 'error') return undefined;
    const suppressed = this.suppressions.rows(rule.code, block);
    if (suppressed === undefined) return undefined;
    // Rows are read where some of a file's are suppressed; elsewhere they are counted.
    const some = firstUsers(placements, Number.POSITIVE_INFINITY, (path) => suppressed.of(path) === 'some');
    const left = some.filter((user) => !suppressed.has(user));
    let users = left.length;
    for (const placement of placements)
      for (const { path, page } of block.segments) {
        const hit = page.shapeCounts.get(placement.shape.id);
        if (hit && suppressed.of(path) === 'none') users += hit;
      }
    if (users === placements.reduce((sum, placement) => sum + placement.count, 0)) return undefined;
    const others = firstUsers(placements, MARKERS, (path) => suppressed.of(path) === 'none');
    return this.users.mark(rule, findings, placements, [...left, ...others], undefined, users);
  }
}

/** A finding that is not about users by placement, with the diagnostic that was made of it last. */
interface Other {
  readonly finding: Finding;
  readonly at: Place;
  made: Diagnostic | undefined;
}

interface Parts {
  readonly others: readonly Other[];
  readonly byBlock: ReadonlyMap<UsersBlock, Outcome>;
}

const parts = new WeakMap<Outcome, Parts>();

/** Whether what a finding is about, and what it points to, stands where it did when the diagnostic was made. */
function hasStayed({ related = [] }: Finding, at: Place, made: Diagnostic): boolean {
  if (made.start !== at.start || made.end !== at.end) return false;
  return related.every(({ at: other }, i) => {
    const before = made.related[i]?.at;
    return before?.start === other.start && before.end === other.end;
  });
}

/** What an outcome says of users, by block, and what it says of anything else. */
function partsOf(outcome: Outcome): Parts {
  let known = parts.get(outcome);
  if (known === undefined) {
    known = split(outcome);
    parts.set(outcome, known);
  }
  return known;
}

function split({ rule, findings }: Outcome): Parts {
  const others: Other[] = [];
  const byBlock = new Map<UsersBlock, Finding[]>();
  for (const finding of findings) {
    const { at } = finding;
    if (!isOfUsers(at)) {
      others.push({ finding, at, made: undefined });
      continue;
    }
    addTo(byBlock, at.placement.block, finding);
  }
  const outcomes = Array.from(byBlock, ([block, own]): [UsersBlock, Outcome] => [
    block,
    { rule, findings: own, needs: undefined },
  ]);
  return { others, byBlock: new Map(outcomes) };
}

function overlaps(a: Place, b: Place): boolean {
  return a.path === b.path && a.start < b.end && b.start < a.end;
}

/** The first of fixes that make the same change; the first of all is preferred unless another one is: a guess, where there are several. */
function withoutRepetition(fixes: readonly Fix[]): Fix[] {
  const key = (fix: Fix): string => JSON.stringify(fix.edits);
  const distinct = fixes.filter((fix, i) => fixes.findIndex((other) => key(other) === key(fix)) === i);
  const chosen = distinct.some((fix) => fix.preferred);
  const isGuess = distinct.length > 1;
  return distinct.map((fix, i) =>
    i === 0 && !chosen ? { ...fix, preferred: true, ...(isGuess && { guess: true as const }) } : fix,
  );
}
