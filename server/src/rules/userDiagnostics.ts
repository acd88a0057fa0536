import { overlap, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import { firstUsers, type Placement, type UserRow } from '../model/placement';
import type { Segment, UsersBlock } from '../model/usersBlock';
import { makeDiagnostic, messageFor } from './makeDiagnostic';
import { MARKERS } from './markers';
import type { Outcome } from './needs';
import type { Diagnostic, Finding, Place, PlacementPlace, Rule } from './types';

/** Findings about users of a block that have one cause: what the block says, or lacks. */
export interface Merged {
  readonly rule: Rule;
  readonly place: Place;
  readonly findings: [Finding, ...Finding[]];
  readonly placements: Placement[];
  /** Nothing says it, neither rows nor the block: it stands at the users, unless all users of the block are hit. */
  readonly rows?: { readonly property: string | undefined };
}

/** What is said of the users of a block. */
export interface Said {
  /** At rows that say themselves what is wrong. */
  readonly rows: readonly Diagnostic[];
  /** At the common cause of several, each with its diagnostics. */
  readonly merged: readonly { readonly cause: Merged; readonly diagnostics: readonly Diagnostic[] }[];
}

/** A diagnostic at a row, with the rows it stands among and where these stood. */
interface Mark {
  readonly segment: Segment;
  readonly base: number;
  readonly diagnostic: Diagnostic;
}

type Marks = ReadonlyMap<Finding, readonly Mark[]>;

interface Kept {
  readonly version: number;
  /** Where the block stood: its rows may be in another file. */
  readonly start: number;
  readonly outcomes: readonly Outcome[];
  /** The diagnostics at rows, of each finding. */
  readonly marks: Marks;
  /** Where that stood what findings point to elsewhere, and in which files. */
  readonly starts: readonly number[];
  readonly paths: ReadonlySet<string>;
  readonly said: Said;
}

/** The diagnostics of findings about users: who is hit is looked up again only when the rows of the block changed or moved. */
export class UserDiagnostics {
  private readonly kept = new WeakMap<UsersBlock, Kept>();
  /** How many were put together so far. */
  count = 0;

  constructor(private readonly deployment: Deployment) {}

  /**
   * @param outcomes those of rules that found something of users of the block.
   * @param changed files in which something may have moved; any, where nothing is said.
   */
  of(block: UsersBlock, outcomes: readonly Outcome[], changed?: ReadonlySet<string>): Said {
    const known = this.kept.get(block);
    const { version } = block;
    const { start } = block.declaration.item;
    const stays = known !== undefined && hasStayed(known, changed);
    if (stays && known.version === version && known.start === start && sameElements(known.outcomes, outcomes))
      return known.said;
    const marks = new Map<Finding, readonly Mark[]>();
    const said = this.make(block, outcomes, marks, stays ? known : undefined);
    this.kept.set(block, { version, start, outcomes, marks, ...elsewhere(outcomes), said });
    this.count += said.merged.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
    return said;
  }

  /** @param before what needn't be put together again where its rows are there, though they may have moved. */
  private make(
    block: UsersBlock,
    outcomes: readonly Outcome[],
    marks: Map<Finding, readonly Mark[]>,
    before: Kept | undefined,
  ): Said {
    const merged = new Map<string, Merged>();
    for (const { rule, finding, at } of findingsOf(outcomes)) {
      const { placement, property } = at;
      const origin =
        property === undefined ? 'default' : property === 'sipAddress' ? 'row' : placement.origin(property);
      if (origin === 'row') {
        const known = before?.marks.get(finding);
        const isThere = before && !block.isTouched(placement.ownShape.id, before.version);
        marks.set(finding, known && isThere ? moved(known) : this.markEach(rule, finding, placement, property));
        continue;
      }
      const { declaration } = block;
      const span =
        property !== undefined && origin === 'block'
          ? declaration.valueSpan(property, finding.index)
          : declaration.head;
      // One cause, one diagnostic: placements of the block that share it are counted together.
      const key = `${rule.code}\u0000${span.start}\u0000${messageFor(finding, '', 2)}`;
      const known = merged.get(key);
      if (known) {
        known.findings.push(finding);
        known.placements.push(placement);
        continue;
      }
      const place = { path: declaration.path, ...span };
      const rowsOf = origin === 'default' ? { property } : undefined;
      merged.set(key, { rule, place, findings: [finding], placements: [placement], ...(rowsOf && { rows: rowsOf }) });
    }
    const made = Array.from(merged.values(), (cause) => ({ cause, diagnostics: packed(this.ofCause(block, cause)) }));
    const rows: Diagnostic[] = [];
    for (const own of marks.values()) for (const { diagnostic } of own) rows.push(diagnostic);
    return { rows: packed(rows), merged: packed(made) };
  }

  /** What a whole block lacks stands at the block, what some of its users lack at these. */
  private ofCause(block: UsersBlock, merged: Merged): Diagnostic[] {
    const { rule, findings, placements, rows } = merged;
    const users = placements.reduce((sum, placement) => sum + placement.count, 0);
    if (rows && (users === 1 || users !== block.count)) return this.markRows(rule, findings, placements, rows.property);
    return [this.withWitnesses(merged, users)];
  }

  private markEach(rule: Rule, finding: Finding, placement: Placement, property: string | undefined): readonly Mark[] {
    const users = firstUsers([placement], MARKERS);
    const diagnostics = this.mark(rule, [finding], [placement], users, property, placement.count);
    this.count += diagnostics.length;
    return diagnostics.map((diagnostic, i) => {
      const { segment } = users[i] as UserRow;
      return { segment, base: segment.base, diagnostic };
    });
  }

  /** Marks users one by one; the first mark stands for those beyond the bound. */
  private markRows(
    rule: Rule,
    findings: readonly Finding[],
    placements: readonly Placement[],
    property: string | undefined,
  ): Diagnostic[] {
    const users = placements.reduce((sum, placement) => sum + placement.count, 0);
    return this.mark(rule, findings, placements, firstUsers(placements, MARKERS), property, users);
  }

  /** Marks some users whom findings are about. */
  mark(
    rule: Rule,
    findings: readonly Finding[],
    placements: readonly Placement[],
    rows: readonly UserRow[],
    property: string | undefined,
    users: number,
  ): Diagnostic[] {
    const marked = rows.slice(0, MARKERS);
    const beyond = users - marked.length;
    return marked.flatMap((user, i) => {
      const finding = findings[placements.indexOf(user.placement)] ?? findings[0];
      if (finding === undefined) return [];
      const span = property === undefined ? user.addressSpan : user.valueSpan(property, finding.index);
      const hit = i === 0 && beyond > 0 ? users : 1;
      const place = { path: user.path, ...span };
      return [makeDiagnostic(this.deployment, rule, [finding], place, hit, user.address, [user.placement])];
    });
  }

  private withWitnesses({ rule, place, findings, placements }: Merged, users: number): Diagnostic {
    const witnesses = firstUsers(placements, 3);
    const who = users === 1 && witnesses[0] ? witnesses[0].address : count(users, 'user');
    const diagnostic = makeDiagnostic(this.deployment, rule, findings, place, users, who, placements);
    const related = witnesses.map((user, i) => ({
      at: { path: user.path, ...user.addressSpan },
      message: i === 2 && users > 3 ? `${user.address} and ${count(users - 3, 'more user')}` : user.address,
    }));
    return { ...diagnostic, related: [...diagnostic.related, ...related] };
  }
}

/** Marks where they are now: the same list where none has moved. */
function moved(marks: readonly Mark[]): readonly Mark[] {
  if (marks.every(({ segment, base }) => segment.base === base)) return marks;
  return marks.map((mark) => {
    const { segment, diagnostic } = mark;
    const by = segment.base - mark.base;
    if (by === 0) return mark;
    const { start, end } = diagnostic;
    return { segment, base: segment.base, diagnostic: { ...diagnostic, start: start + by, end: end + by } };
  });
}

function* findingsOf(outcomes: readonly Outcome[]): Generator<{ rule: Rule; finding: Finding; at: PlacementPlace }> {
  for (const { rule, findings } of outcomes)
    for (const finding of findings) if (isOfUsers(finding.at)) yield { rule, finding, at: finding.at };
}

export function isOfUsers(at: Place | PlacementPlace): at is PlacementPlace {
  return 'placement' in at;
}

/** What findings point to elsewhere. */
function* places(outcomes: readonly Outcome[]): Generator<Place> {
  for (const { findings } of outcomes)
    for (const { related } of findings) if (related) for (const { at } of related) yield at;
}

function elsewhere(outcomes: readonly Outcome[]): Pick<Kept, 'starts' | 'paths'> {
  const starts: number[] = [];
  const paths = new Set<string>();
  for (const { path, start } of places(outcomes)) {
    starts.push(start);
    paths.add(path);
  }
  return { starts: packed(starts), paths };
}

/** Whether what findings point to elsewhere stands where it did. */
function hasStayed({ outcomes, starts, paths }: Kept, changed: ReadonlySet<string> = paths): boolean {
  if (!overlap(paths, changed)) return true;
  let i = 0;
  for (const { start } of places(outcomes)) if (start !== starts[i++]) return false;
  return true;
}
