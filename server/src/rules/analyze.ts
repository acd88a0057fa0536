import { count } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement, UserRow } from '../model/placement';
import type { PlacedProblem } from '../model/usersBlock';
import { bareAddress, bareNumber } from '../model/values';
import { hashFolded } from '../syntax/rowScanner';
import { ruleOf, rules } from './registry';
import { readSuppressions, type Suppressions } from './suppressions';
import type { Finding, Fix, Place, PlacementPlace, Rule, RuleContext, Severity, SharedKey } from './types';

/** What is shown for a finding: one place, one message. */
export interface Diagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly users?: number;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes: () => readonly Fix[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

/** A rule that couldn't be decided, and the facts that would decide it. */
export interface NotChecked {
  readonly code: string;
  readonly users: number;
  readonly needs: readonly string[];
}

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly notChecked: readonly NotChecked[];
}

/** Severities set by the user; errors can't be lowered, but for UM2001. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** Markers on rows of one finding are bounded: the rest is told by their number. */
const MARKERS = 50;

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

  constructor(private readonly deployment: Deployment) {}

  analyze(severities: Severities = new Map()): Analysis {
    const { deployment } = this;
    if (this.topologyVersion !== deployment.topologyVersion) {
      this.topologyVersion = deployment.topologyVersion;
      this.placements = new Map();
      this.topology = this.runTopology();
    }
    const outcomes = [...this.topology, ...this.runPlacements(), ...this.runIndexes()];
    const suppressions = readSuppressions(deployment);
    const collector = new Collector(severities, suppressions);
    for (const problem of deployment.textProblems()) collector.text(problem);
    for (const outcome of outcomes) for (const finding of outcome.findings) collector.finding(outcome.rule, finding);
    return { diagnostics: collector.finish(), notChecked: mergeNeeds(outcomes) };
  }

  private run(rule: Rule, check: (context: RuleContext) => void, users: number): Outcome | undefined {
    const findings: Finding[] = [];
    const needs = new Map<string, number>();
    const { deployment } = this;
    const context: RuleContext = {
      deployment,
      read: plainReader,
      report: (finding) => findings.push(finding),
      complete: (...kinds) => {
        for (const kind of kinds) if (deployment.isIncomplete(kind)) throw new UnknownFact(undefined, kind, false);
      },
    };
    try {
      check(context);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      if (!error.silent) needs.set(error.name, users);
    }
    return findings.length === 0 && needs.size === 0 ? undefined : { rule, findings, needs };
  }

  private runTopology(): Outcome[] {
    const { deployment } = this;
    const outcomes: (Outcome | undefined)[] = [];
    for (const rule of rules) {
      for (const check of rule.checks) {
        if (check.looksAt === 'declaration') {
          for (const declaration of deployment.all(...check.kinds))
            outcomes.push(this.run(rule, (context) => check.check(declaration, context), 0));
        } else if (check.looksAt === 'deployment' && !deployment.standalone)
          outcomes.push(this.run(rule, check.check, 0));
      }
    }
    return outcomes.filter((outcome) => outcome !== undefined);
  }

  private runPlacements(): Outcome[] {
    const outcomes: Outcome[] = [];
    const current = new Map<Placement, Outcome[]>();
    for (const placement of this.deployment.placements()) {
      const known = this.placements.get(placement) ?? this.judge(placement);
      current.set(placement, known);
      outcomes.push(...known);
    }
    this.placements = current;
    return outcomes;
  }

  private judge(placement: Placement): Outcome[] {
    const outcomes: Outcome[] = [];
    for (const rule of rules) {
      for (const check of rule.checks) {
        if (check.looksAt !== 'placement') continue;
        const outcome = this.run(rule, (context) => check.check(placement, context), placement.count);
        if (outcome) outcomes.push(outcome);
      }
    }
    return outcomes;
  }

  private runIndexes(): Outcome[] {
    const outcomes: Outcome[] = [];
    for (const index of ['address', 'line'] as const) {
      const shared = sharedKeys(this.deployment, index);
      for (const rule of rules) {
        for (const check of rule.checks) {
          if (check.looksAt !== 'index' || check.index !== index) continue;
          for (const group of shared) {
            const outcome = this.run(rule, (context) => check.check(group, context), 0);
            if (outcome) outcomes.push(outcome);
          }
        }
      }
    }
    return outcomes;
  }
}

/** Groups of users and contacts that share an address, or a line. */
function sharedKeys(deployment: Deployment, index: 'address' | 'line'): SharedKey[] {
  const column = index === 'address' ? 'addresses' : 'lines';
  const counter = index === 'address' ? deployment.addressHashes : deployment.lineHashes;
  const contacts = new Map<string, Declaration[]>();
  const suspects = new Set(counter.suspects);
  for (const contact of deployment.all('exUmContact')) {
    const number = contact.fact('displayNumber');
    const key = index === 'address' ? contact.key : typeof number === 'string' ? bareNumber(number).toLowerCase() : '';
    if (key === '') continue;
    contacts.set(key, [...(contacts.get(key) ?? []), contact]);
    suspects.add(hashFolded(key, 0, key.length));
  }
  const groups = new Map<string, { users: UserRow[]; contacts: Declaration[] }>();
  for (const [key, list] of contacts) groups.set(key, { users: [], contacts: list });
  for (const hash of suspects) {
    for (const user of deployment.usersWithHash(column, hash)) {
      const text = index === 'address' ? bareAddress(user.address) : bareNumber(user.texts('line')[0] ?? '');
      const key = text.toLowerCase();
      const group = groups.get(key) ?? { users: [], contacts: [] };
      group.users.push(user);
      groups.set(key, group);
    }
  }
  const shared: SharedKey[] = [];
  for (const [key, group] of groups) if (group.users.length + group.contacts.length > 1) shared.push({ key, ...group });
  return shared;
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

const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Turns findings into diagnostics: places them, merges those of one cause, applies severities and suppressions. */
class Collector {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly merged = new Map<
    string,
    { diagnostic: Diagnostic; finding: Finding; users: number; placements: Placement[] }
  >();

  constructor(
    private readonly severities: Severities,
    private readonly suppressions: Suppressions,
  ) {}

  text({ path, start, end, problem, base }: PlacedProblem): void {
    const rule = ruleOf(problem.code);
    const own = 'severity' in problem ? problem.severity : undefined;
    const fixes = (): Fix[] =>
      (problem.fixes ?? []).map((fix, i) => ({
        title: fix.title,
        edits: fix.changes.map((change) => ({
          path,
          start: base + change.start,
          end: base + change.end,
          text: change.text,
        })),
        ...(i === 0 && { preferred: true }),
      }));
    this.add({
      path,
      start,
      end,
      code: problem.code,
      severity: own ?? rule?.severity ?? 'error',
      message: problem.message,
      related: [],
      fixes,
    });
  }

  finding(rule: Rule, finding: Finding): void {
    const severity = finding.severity ?? rule.severity;
    const { at } = finding;
    const make = (place: Place, users: number | undefined, who: string): Diagnostic => ({
      path: place.path,
      start: place.start,
      end: place.end,
      code: rule.code,
      severity,
      message: messageFor(finding, who, users ?? 1),
      related: finding.related ?? [],
      fixes: finding.fixes ?? (() => []),
      ...(users !== undefined && { users }),
      ...(finding.tags && { tags: finding.tags }),
    });
    if (!isPlacementPlace(at)) {
      this.add(make(at, finding.users, count(finding.users ?? 0, 'user')));
      return;
    }
    const { placement, property } = at;
    const origin = property === undefined ? 'default' : placement.origin(property);
    if (origin === 'row' || (origin === 'default' && placement.count === 1)) {
      const rows = placement.users(MARKERS);
      rows.forEach((user, i) => {
        const span = property === undefined ? user.addressSpan : user.valueSpan(property);
        const rest = i === 0 && placement.count > rows.length ? placement.count : 1;
        this.add(make({ path: user.path, ...span }, rest, user.address));
      });
      return;
    }
    const block = placement.block.declaration;
    const span = property !== undefined && origin === 'block' ? block.valueSpan(property) : block.head;
    // One cause, one diagnostic: placements of the block that share it are counted together.
    const key = `${rule.code}\u0000${block.id}\u0000${span.start}\u0000${messageFor(finding, '', 2)}`;
    const known = this.merged.get(key);
    if (known) {
      known.users += placement.count;
      known.placements.push(placement);
      return;
    }
    const diagnostic = make({ path: block.path, ...span }, placement.count, '');
    this.merged.set(key, { diagnostic, finding, users: placement.count, placements: [placement] });
  }

  private add(diagnostic: Diagnostic): void {
    const severity = this.severityOf(diagnostic);
    if (severity === 'off') return;
    const placed = severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    if (severity !== 'error' && this.suppressions.suppresses(placed)) return;
    this.diagnostics.push(placed);
  }

  private severityOf(diagnostic: Diagnostic): Severity | 'off' {
    const set = this.severities.get(diagnostic.code);
    if (set === undefined) return diagnostic.severity;
    return diagnostic.severity === 'error' && diagnostic.code !== 'UM2001' ? 'error' : set;
  }

  finish(): Diagnostic[] {
    for (const { diagnostic, users, placements } of this.merged.values())
      this.add(withWitnesses(diagnostic, users, placements));
    for (const unused of this.suppressions.unused()) this.add(unused);
    return this.diagnostics.sort(
      (a, b) =>
        (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
        a.start - b.start ||
        severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
  }
}

function messageFor(finding: Finding, who: string, users: number): string {
  return typeof finding.message === 'string' ? finding.message : finding.message(who, users);
}

function isPlacementPlace(at: Place | PlacementPlace): at is PlacementPlace {
  return 'placement' in at;
}

function withWitnesses(diagnostic: Diagnostic, users: number, placements: readonly Placement[]): Diagnostic {
  const witnesses = placements.flatMap((placement) => placement.users(3)).slice(0, 3);
  const related = witnesses.map((user, i) => ({
    at: { path: user.path, ...user.addressSpan },
    message: i === 2 && users > 3 ? `${user.address} and ${count(users - 3, 'more user')}` : user.address,
  }));
  return { ...diagnostic, users, related: [...diagnostic.related, ...related] };
}
