import type { Finding, Rule } from './types';

/** What running a rule came to. */
export interface Outcome {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** The facts that would decide the rest, each with the users of whom it isn't known; of a placement's outcome, with its share of the users. */
  readonly needs: ReadonlyMap<string, number> | undefined;
}

/** A rule that couldn't be decided, and the facts that would decide it. */
export interface NotChecked {
  readonly code: string;
  readonly users: number;
  readonly needs: readonly string[];
}

/** Adds up which rules couldn't be decided, and for how many users. */
export class Needs {
  private readonly merged = new Map<string, { users: number; needs: Set<string> }>();
  private readonly counted = new Set<Outcome>();

  /** @param users how many the outcome is about. */
  add(outcome: Outcome, users: number): void {
    if (outcome.needs === undefined) return;
    this.counted.add(outcome);
    for (const [need, share] of outcome.needs) this.note(outcome.rule, need, share * users);
  }

  private note({ code }: Rule, need: string, users: number): void {
    const entry = this.merged.get(code) ?? { users: 0, needs: new Set<string>() };
    entry.users += users;
    entry.needs.add(need);
    this.merged.set(code, entry);
  }

  /** With those of outcomes that say themselves how many users they are about. */
  of(outcomes: Iterable<Outcome>): NotChecked[] {
    for (const outcome of outcomes)
      if (outcome.needs && !this.counted.has(outcome))
        for (const [need, users] of outcome.needs) this.note(outcome.rule, need, users);
    return [...this.merged.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { users, needs }]) => ({ code, users, needs: [...needs].sort() }));
  }
}
