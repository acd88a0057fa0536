import { addTo, sameElements } from '../base/lists';
import type { Steps } from '../base/steps';
import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { SourceFile } from '../model/sourceFile';
import { type PlacedProblem, placed, type UsersBlock } from '../model/usersBlock';
import { waveOrder } from '../model/waves';
import type { Board, Other } from './board';
import { Causes } from './causes';
import { makeDiagnostic } from './makeDiagnostic';
import { notSuppressed } from './notSuppressed';
import { ofText } from './ofText';
import { type Severities, type Sheet, SheetWriter } from './sheet';
import { Noted, Suppressions } from './suppressions';
import type { Diagnostic, Finding, Place } from './types';
import type { Said, UserDiagnostics } from './userDiagnostics';

/** What is shown of a file, in the order of its text: the same object as long as it is the same. */
export interface FileDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** The files that related places stand in. */
  readonly elsewhere: ReadonlySet<string>;
}

/** What is said of the users of a block, by file. */
interface OfBlock {
  readonly said: Said;
  readonly diagnostics: readonly Diagnostic[];
  readonly byPath: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What the suppressions did; nothing where there were none. */
  readonly noted: Noted | undefined;
}

type Problems = readonly PlacedProblem[];

/** What is said of each file: put together again where something of it may have changed, and kept elsewhere. */
export class Sheets {
  private readonly sheets = new Map<string, Sheet>();
  private readonly ofBlocks = new Map<UsersBlock, OfBlock>();
  private readonly blocksIn = new Map<string, Set<UsersBlock>>();
  private shown: ReadonlyMap<string, FileDiagnostics> = new Map();
  private files: ReadonlyMap<string, SourceFile> = new Map();
  private problems: readonly Problems[] = [];
  private severities = '';
  private suppressing: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly deployment: Deployment,
    private readonly board: Board,
    private readonly users: UserDiagnostics,
  ) {}

  /** Brings what is shown of the files up to date, in steps. */
  *update(severities: Severities): Steps<ReadonlyMap<string, FileDiagnostics>> {
    const { board, deployment } = this;
    const files = deployment.sourceFiles;
    const changed = changedIn(this.files, files);
    const suppressions = new Suppressions(deployment);
    for (const path of changed) board.changed(path);
    this.markProblems();
    this.markSettings(severities, suppressions);
    yield* this.updateBlocks(suppressions, changed);
    for (const path of board.due) {
      const sheet = this.write(path, severities, suppressions);
      if (sheet.diagnostics.length > 0 || !sheet.noted.isEmpty) this.sheets.set(path, sheet);
      else this.sheets.delete(path);
      board.due.delete(path);
      yield;
    }
    this.files = files;
    this.shown = this.show(severities, suppressions);
    return this.shown;
  }

  /** What rows say wrong themselves: those of a CSV file are read as a topology says. */
  private markProblems(): void {
    const { deployment, board } = this;
    const now: Problems[] = [];
    for (const { rowProblems, csvProblems } of deployment.blocks) now.push(rowProblems, csvProblems);
    if (sameElements(now, this.problems)) return;
    const stay = new Set(this.problems);
    for (const list of now) if (!stay.delete(list)) for (const { path } of list) board.due.add(path);
    for (const list of stay) for (const { path } of list) board.due.add(path);
    this.problems = now;
  }

  private markSettings(severities: Severities, suppressions: Suppressions): void {
    const { board } = this;
    const text = severities.size === 0 ? '' : JSON.stringify([...severities].sort());
    if (text !== this.severities) for (const path of this.deployment.sourceFiles.keys()) board.due.add(path);
    this.severities = text;
    const before = this.suppressing;
    const now = suppressions.files;
    for (const path of [...before.keys(), ...now.keys()]) if (before.get(path) !== now.get(path)) board.due.add(path);
    this.suppressing = now;
  }

  private *updateBlocks(suppressions: Suppressions, changed: ReadonlySet<string>): Steps<void> {
    for (const block of this.ofBlocks.keys()) if (!this.board.has(block)) this.replace(block, undefined);
    for (const block of this.board.blocks) {
      const known = this.ofBlocks.get(block);
      const said = this.users.of(block, this.board.outcomesOf(block), changed);
      if (known?.said === said && known.noted === undefined && suppressions.isEmpty) continue;
      this.replace(block, this.say(block, said, suppressions));
      yield;
    }
  }

  private say(block: UsersBlock, said: Said, suppressions: Suppressions): OfBlock {
    const noted = suppressions.isEmpty ? undefined : new Noted();
    const diagnostics = [...said.rows];
    for (const { cause, diagnostics: own } of said.merged)
      diagnostics.push(...((noted && notSuppressed(this.users, suppressions, block, cause, noted)) ?? own));
    const byPath = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) addTo(byPath, diagnostic.path, diagnostic);
    return { said, diagnostics, byPath, noted };
  }

  private replace(block: UsersBlock, now: OfBlock | undefined): void {
    const before = this.ofBlocks.get(block);
    if (now) this.ofBlocks.set(block, now);
    else this.ofBlocks.delete(block);
    if (before && now && sameElements(before.diagnostics, now.diagnostics)) return;
    for (const path of before?.byPath.keys() ?? []) {
      this.board.due.add(path);
      this.blocksIn.get(path)?.delete(block);
    }
    for (const path of now?.byPath.keys() ?? []) {
      this.board.due.add(path);
      this.blocksIn.set(path, (this.blocksIn.get(path) ?? new Set()).add(block));
    }
  }

  private write(path: string, severities: Severities, suppressions: Suppressions): Sheet {
    const { deployment, board } = this;
    const writer = new SheetWriter(severities, suppressions);
    for (const problem of deployment.textProblemsIn(path)) writer.add(ofText(deployment, problem));
    for (const { declaration, problem } of waveOrder(deployment).problems)
      if (declaration.path === path) writer.add(ofText(deployment, placed(path, declaration.item.start, problem)));
    for (const other of board.othersIn(path)) writer.add(this.made(other), other.finding.follows);
    const blocks = [...(this.blocksIn.get(path) ?? [])].sort((a, b) => a.order - b.order);
    for (const block of blocks)
      for (const diagnostic of this.ofBlocks.get(block)?.byPath.get(path) ?? []) writer.add(diagnostic);
    return writer.finish();
  }

  /** The diagnostic that was made before, where what it points to stands where it did. */
  private made(other: Other): Diagnostic {
    const { rule, finding, at } = other;
    if (other.made === undefined || !hasStayed(finding, at, other.made)) {
      const who = finding.users ? count(finding.users, 'user') : 'users';
      other.made = makeDiagnostic(this.deployment, rule, [finding], at, finding.users, who);
    }
    return other.made;
  }

  private show(severities: Severities, suppressions: Suppressions): ReadonlyMap<string, FileDiagnostics> {
    const sheets = suppressions.isEmpty ? this.sheets : this.withHints(severities, suppressions);
    const causes = new Causes(sheets);
    const shown = new Map<string, FileDiagnostics>();
    for (const [path, sheet] of sheets) {
      const diagnostics = causes.independent(sheet);
      const before = this.shown.get(path);
      if (before && sameElements(before.diagnostics, diagnostics)) shown.set(path, before);
      else if (diagnostics.length > 0) shown.set(path, { diagnostics, elsewhere: sheet.elsewhere });
    }
    return shown;
  }

  /** The sheets with hints at suppressions that do nothing. */
  private withHints(severities: Severities, suppressions: Suppressions): ReadonlyMap<string, Sheet> {
    const noted = Array.from(this.sheets.values(), (sheet) => sheet.noted);
    for (const block of this.ofBlocks.values()) if (block.noted) noted.push(block.noted);
    const hints = new Map<string, Diagnostic[]>();
    for (const hint of suppressions.unused(noted)) addTo(hints, hint.path, hint);
    const sheets = new Map(this.sheets);
    for (const [path, own] of hints) {
      const sheet = this.sheets.get(path);
      const writer = new SheetWriter(severities, suppressions);
      for (const diagnostic of sheet?.diagnostics ?? []) writer.add(diagnostic, sheet?.following.get(diagnostic));
      for (const hint of own) writer.add(hint);
      sheets.set(path, writer.finish());
    }
    return sheets;
  }
}

function* changedPaths(
  before: ReadonlyMap<string, SourceFile>,
  now: ReadonlyMap<string, SourceFile>,
): Generator<string> {
  for (const [path, file] of now) if (before.get(path) !== file) yield path;
  for (const path of before.keys()) if (!now.has(path)) yield path;
}

/** The files that are others, came or went. */
function changedIn(before: ReadonlyMap<string, SourceFile>, now: ReadonlyMap<string, SourceFile>): Set<string> {
  return new Set(before === now ? [] : changedPaths(before, now));
}

/** Whether what a finding is about, and what it points to, stands where it did when the diagnostic was made. */
function hasStayed({ related = [] }: Finding, at: Place, made: Diagnostic): boolean {
  if (made.start !== at.start || made.end !== at.end) return false;
  return related.every(({ at: other }, i) => {
    const before = made.related[i]?.at;
    return before?.start === other.start && before.end === other.end;
  });
}
