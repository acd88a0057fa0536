import { packed } from '../base/packed';
import type { UsersBlock } from '../model/usersBlock';
import type { Diagnostic, Finding } from './types';

interface Made {
  readonly version: number;
  /** Where the block stood: its rows may be in another file. */
  readonly start: number;
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The diagnostics of findings about users: who is hit is looked up again only when the rows of the block changed or moved. */
export class MadeDiagnostics {
  private made = new Map<Finding, Made>();
  private before = new Map<Finding, Made>();

  /** @param count how many were put together so far. */
  constructor(public count = 0) {}

  /** An analysis begins: what it doesn't ask for is forgotten. */
  begin(): void {
    this.before = this.made;
    this.made = new Map();
  }

  /** @param findings those that share a cause, all about users of one block. */
  of(block: UsersBlock, findings: readonly Finding[], make: () => readonly Diagnostic[]): readonly Diagnostic[] {
    const [first] = findings;
    if (first === undefined) return [];
    const known = this.made.get(first) ?? this.before.get(first);
    const { start } = block.declaration.item;
    if (known?.version === block.version && known.start === start && isSame(known.findings, findings))
      if (stands(first, known.diagnostics[0])) {
        this.made.set(first, known);
        return known.diagnostics;
      }
    const diagnostics = packed(make());
    this.count += diagnostics.length;
    this.made.set(first, { version: block.version, start, findings, diagnostics });
    return diagnostics;
  }
}

function isSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, i) => finding === b[i]);
}

/** Whether what a finding points to elsewhere stands where it did. */
function stands({ related = [] }: Finding, made: Diagnostic | undefined): boolean {
  return related.every(({ at }, i) => at.start === made?.related[i]?.at.start);
}
