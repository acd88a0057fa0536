import { packed } from '../base/packed';
import { Noted, type Suppressions } from './suppressions';
import type { Diagnostic, Follows, Severity } from './types';

/** Severities set by the user; errors can't be lowered, but for UM2001. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** What is said of one file: with the severities that are set, without what is suppressed, in the order of its text. */
export interface Sheet {
  readonly diagnostics: readonly Diagnostic[];
  /** What is said only where nothing else says its cause. */
  readonly following: ReadonlyMap<Diagnostic, Follows>;
  /** The files that related places stand in. */
  readonly elsewhere: ReadonlySet<string>;
  /** What the suppressions did. */
  readonly noted: Noted;
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Puts together what is said of one file. */
export class SheetWriter {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly following = new Map<Diagnostic, Follows>();
  private readonly elsewhere = new Set<string>();
  private readonly noted = new Noted();

  constructor(
    private readonly severities: Severities,
    private readonly suppressions: Suppressions,
  ) {}

  add(diagnostic: Diagnostic, follows?: Follows): void {
    const severity = this.severityOf(diagnostic);
    if (severity === 'off') return;
    const placed = severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    if (severity === 'error') this.suppressions.refuse(placed, this.noted);
    else if (this.suppressions.suppresses(placed, this.noted)) return;
    this.diagnostics.push(placed);
    for (const { at } of placed.related) this.elsewhere.add(at.path);
    if (follows) this.following.set(placed, follows);
  }

  private severityOf(diagnostic: Diagnostic): Severity | 'off' {
    const set = this.severities.get(diagnostic.code);
    if (set === undefined) return diagnostic.severity;
    return diagnostic.severity === 'error' && diagnostic.code !== 'UM2001' ? 'error' : set;
  }

  finish(): Sheet {
    const { following, elsewhere, noted } = this;
    return { diagnostics: packed(this.diagnostics.sort(byPlace)), following, elsewhere, noted };
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.start - b.start ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
