import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import { UnknownFact } from '../model/facts';
import { firstUsers, type Placement, type UserRow } from '../model/placement';
import type { PlacedProblem } from '../model/usersBlock';
import { layOut } from './layOut';
import type { MadeDiagnostics } from './madeDiagnostics';
import { MARKERS } from './markers';
import { ruleOf } from './registry';
import type { Suppressions } from './suppressions';
import type { Diagnostic, Finding, Fix, Follows, Place, PlacementPlace, Rule, Severity } from './types';

/** Severities set by the user; errors can't be lowered, but for UM2001. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

interface Merged {
  readonly rule: Rule;
  readonly place: Place;
  readonly findings: Finding[];
  readonly placements: Placement[];
  /** Nothing says it, neither rows nor the block: it stands at the users, unless all users of the block are hit. */
  readonly rows?: { readonly property: string | undefined };
}

/** Turns findings into diagnostics: places them, merges those of one cause, applies severities and suppressions. */
export class Collector {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly merged = new Map<string, Merged>();
  private readonly following = new Map<Diagnostic, Follows>();

  constructor(
    private readonly deployment: Deployment,
    private readonly severities: Severities,
    private readonly suppressions: Suppressions,
    private readonly made: MadeDiagnostics,
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

  finding(rule: Rule, finding: Finding): void {
    const { at } = finding;
    if (!isPlacementPlace(at)) {
      this.add(
        this.make(rule, [finding], at, finding.users, finding.users ? count(finding.users, 'user') : 'users'),
        finding.follows,
      );
      return;
    }
    const { placement, property } = at;
    const origin = property === undefined ? 'default' : property === 'sipAddress' ? 'row' : placement.origin(property);
    if (origin === 'row') {
      const mark = (): Diagnostic[] => this.markRows(rule, [finding], [placement], property);
      for (const diagnostic of this.made.of(placement.block, [finding], mark)) this.add(diagnostic);
      return;
    }
    const block = placement.block.declaration;
    const span = property !== undefined && origin === 'block' ? block.valueSpan(property, finding.index) : block.head;
    // One cause, one diagnostic: placements of the block that share it are counted together.
    const key = `${rule.code}\u0000${block.id}\u0000${span.start}\u0000${messageFor(finding, '', 2)}`;
    const known = this.merged.get(key);
    if (known) {
      known.findings.push(finding);
      known.placements.push(placement);
      return;
    }
    const place = { path: block.path, ...span };
    const rows = origin === 'default' ? { property } : undefined;
    this.merged.set(key, { rule, place, findings: [finding], placements: [placement], ...(rows && { rows }) });
  }

  /** Marks users one by one; the first mark stands for those beyond the bound. */
  private markRows(
    rule: Rule,
    findings: readonly Finding[],
    placements: readonly Placement[],
    property: string | undefined,
  ): Diagnostic[] {
    const users = placements.reduce((sum, placement) => sum + placement.count, 0);
    const rows = firstUsers(placements, MARKERS);
    return this.markEach(rule, findings, placements, rows, property, users);
  }

  private markEach(
    rule: Rule,
    findings: readonly Finding[],
    placements: readonly Placement[],
    rows: readonly UserRow[],
    property: string | undefined,
    users = rows.length,
  ): Diagnostic[] {
    const marked = rows.slice(0, MARKERS);
    const beyond = users - marked.length;
    return marked.flatMap((user, i) => {
      const finding = findings[placements.indexOf(user.placement)] ?? findings[0];
      if (finding === undefined) return [];
      const span = property === undefined ? user.addressSpan : user.valueSpan(property, finding.index);
      const count = i === 0 && beyond > 0 ? users : 1;
      return [this.make(rule, [finding], { path: user.path, ...span }, count, user.address, [user.placement])];
    });
  }

  private make(
    rule: Rule,
    findings: readonly Finding[],
    place: Place,
    users: number | undefined,
    who: string,
    placements: readonly Placement[] = [],
  ): Diagnostic {
    const finding = findings[0] as Finding;
    return {
      path: place.path,
      start: place.start,
      end: place.end,
      code: rule.code,
      severity: finding.severity ?? rule.severity,
      message: messageFor(finding, who, users ?? 1),
      related: (finding.related ?? []).map(({ at, message }) => ({
        at: { path: at.path, start: at.start, end: at.end },
        message,
      })),
      fixes: () => together(findings, placements).map((fix) => layOut(this.deployment, fix)),
      ...(users !== undefined && { users }),
      ...(finding.tags && { tags: finding.tags }),
    };
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

  finish(): Diagnostic[] {
    for (const merged of this.merged.values()) this.addMerged(merged);
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

  /** What a whole block lacks stands at the block, what some of its users lack at these. */
  private addMerged(merged: Merged): void {
    const { rule, findings, placements, rows } = merged;
    const left = this.notSuppressed(merged);
    if (left) {
      const { rows: kept, users } = left;
      for (const diagnostic of this.markEach(rule, findings, placements, kept, undefined, users)) this.add(diagnostic);
      return;
    }
    const block = placements[0]?.block;
    if (block === undefined) return;
    const made = this.made.of(block, findings, () => {
      const users = placements.reduce((sum, placement) => sum + placement.count, 0);
      if (rows && (users === 1 || users !== block.count))
        return this.markRows(rule, findings, placements, rows.property);
      return [this.withWitnesses(merged)];
    });
    for (const diagnostic of made) this.add(diagnostic);
  }

  /** Those who are left, where some rows are suppressed; `undefined` where none is. */
  private notSuppressed({ rule, findings, placements }: Merged): { rows: UserRow[]; users: number } | undefined {
    const block = placements[0]?.block;
    if (block === undefined || (findings[0]?.severity ?? rule.severity) === 'error') return undefined;
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
    return { rows: [...left, ...others], users };
  }

  private withWitnesses({ rule, place, findings, placements }: Merged): Diagnostic {
    const users = placements.reduce((sum, placement) => sum + placement.count, 0);
    const witnesses = firstUsers(placements, 3);
    const who = users === 1 && witnesses[0] ? witnesses[0].address : count(users, 'user');
    const diagnostic = this.make(rule, findings, place, users, who, placements);
    const related = witnesses.map((user, i) => ({
      at: { path: user.path, ...user.addressSpan },
      message: i === 2 && users > 3 ? `${user.address} and ${count(users - 3, 'more user')}` : user.address,
    }));
    return { ...diagnostic, related: [...diagnostic.related, ...related] };
  }
}

function messageFor(finding: Finding, who: string, users: number): string {
  return typeof finding.message === 'string' ? finding.message : finding.message(who, users);
}

function overlaps(a: Place, b: Place): boolean {
  return a.path === b.path && a.start < b.end && b.start < a.end;
}

function isPlacementPlace(at: Place | PlacementPlace): at is PlacementPlace {
  return 'placement' in at;
}

/** None where a fix hangs on a fact that isn't known: the finding stands all the same. */
function fixesOf(finding: Finding, placements: readonly Placement[]): readonly Fix[] {
  try {
    return finding.fixes?.(placements) ?? [];
  } catch (error) {
    if (error instanceof UnknownFact) return [];
    throw error;
  }
}

/** The fixes of findings that are shown as one: those of one title make their edits together. */
function together(findings: readonly Finding[], placements: readonly Placement[]): Fix[] {
  const byTitle = new Map<string, Fix[]>();
  for (const finding of findings) {
    for (const fix of fixesOf(finding, placements)) byTitle.set(fix.title, [...(byTitle.get(fix.title) ?? []), fix]);
  }
  return [...byTitle.values()].flatMap((fixes) => {
    const [first] = fixes;
    const edits = fixes.flatMap((fix) => fix.edits);
    const key = (edit: (typeof edits)[number]): string => `${edit.path}:${edit.start}:${edit.end}:${edit.text}`;
    const distinct = edits.filter((edit, i) => edits.findIndex((other) => key(other) === key(edit)) === i);
    return first && distinct.length > 0 ? [{ ...first, edits: distinct }] : [];
  });
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
