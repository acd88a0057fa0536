import type { Step } from '../../../server/src/export/plan';
import type { DeployedSystem, Properties, Session } from './system';

/** A row of `users.csv`, by header. */
export type Row = Readonly<Record<string, string>>;

/** What a script found before its first change: it is kept beside the script, and never written over. */
export class Snapshot {
  private readonly objects = new Map<string, Properties | undefined>();
  readonly users = new Map<string, Properties | undefined>();
  /** Accounts of mailboxes that were enabled. */
  readonly mailboxes = new Set<string>();

  save(step: string, found: Properties | undefined): void {
    if (!this.objects.has(step)) this.objects.set(step, found && { ...found });
  }

  saveUser(address: string, found: Properties | undefined): void {
    if (!this.users.has(address)) this.users.set(address, found && { ...found });
  }

  has(step: string): boolean {
    return this.objects.has(step);
  }

  found(step: string): Properties | undefined {
    return this.objects.get(step);
  }
}

/** The script stops here, and says why. */
export class Refused extends Error {}

/** Everything about running a script that isn't the plan. */
export interface Run {
  readonly system: DeployedSystem;
  readonly session: Session;
  readonly rows: readonly Row[];
  /** Those of `previous-users.csv`. */
  readonly previous: readonly Row[];
  readonly snapshot: Snapshot;
  /** Does by hand what a step asks for; the administrator. */
  readonly byHand: (step: Step) => void;
  /** Told between what is kept and what is changed by it: a script can be killed there. */
  readonly at?: (place: 'saved' | 'changed') => void;
  /** The script is broken off before the user of this number. */
  readonly breakAtUser?: number;
}
