import type { Sheet } from './sheet';
import type { Diagnostic, Follows, Place } from './types';

/** What is said of the files of a deployment, as what other things follow from. */
export class Causes {
  private known: ReadonlySet<string> | undefined;

  constructor(private readonly sheets: ReadonlyMap<string, Sheet>) {}

  /** The diagnostics of a sheet without those that follow from what another one says: the same list where none does. */
  independent({ diagnostics, following }: Sheet): readonly Diagnostic[] {
    if (following.size === 0) return diagnostics;
    const left = diagnostics.filter((diagnostic) => !this.explain(diagnostic, following.get(diagnostic)));
    return left.length === diagnostics.length ? diagnostics : left;
  }

  private explain({ code }: Diagnostic, follows: Follows | undefined): boolean {
    if (follows === undefined) return false;
    if (follows.codes.some((cause) => cause !== code && this.codes.has(cause))) return true;
    return follows.places.some((place) =>
      (this.sheets.get(place.path)?.diagnostics ?? []).some(
        (cause) => cause.code !== code && isCause(cause) && overlaps(cause, place),
      ),
    );
  }

  private get codes(): ReadonlySet<string> {
    if (this.known === undefined) {
      const codes = new Set<string>();
      for (const { diagnostics } of this.sheets.values())
        for (const diagnostic of diagnostics) if (isCause(diagnostic)) codes.add(diagnostic.code);
      this.known = codes;
    }
    return this.known;
  }
}

function isCause({ severity }: Diagnostic): boolean {
  return severity === 'error' || severity === 'warning';
}

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
