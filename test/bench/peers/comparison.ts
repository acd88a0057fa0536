import { median } from '../measure';

/** A line of the page: what a peer took, and what UM Topology took for the same. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  /** `undefined` when the peer didn't finish. */
  readonly peer: number | undefined;
  readonly own: number;
  /** How many times less it should be. */
  readonly goal?: number;
  /** The milliseconds that the peer was given, when it didn't finish. */
  readonly limit?: number;
}

/** What was compared so far, and what couldn't be. */
export class Comparison {
  readonly rows: Row[] = [];
  readonly leftOut: string[] = [];

  add(
    what: string,
    unit: Row['unit'],
    goal: number | undefined,
    peer: readonly number[],
    own: readonly number[],
  ): void {
    this.push({ what, unit, peer: median(peer), own: median(own), ...(goal !== undefined && { goal }) });
  }

  /** The peer didn't finish within the time that it was given. */
  unfinished(what: string, unit: Row['unit'], goal: number, limit: number, own: readonly number[]): void {
    this.push({ what, unit, goal, limit, peer: undefined, own: median(own) });
  }

  /** A peer that can't be run is left out, and the others are compared all the same. */
  async attempt(peer: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      console.error(`${peer} is left out: ${error instanceof Error ? error.message : error}`);
      this.leftOut.push(`${peer}: ${reason}`);
    }
  }

  private push(row: Row): void {
    this.rows.push(row);
    const peer = row.peer === undefined ? 'unfinished' : row.peer.toFixed(1);
    const times = row.peer === undefined ? '' : `${(row.peer / row.own).toFixed(1)} times less`;
    console.log(`${row.what.padEnd(72)} ${peer.padStart(10)} ${row.own.toFixed(1).padStart(8)} ${row.unit}  ${times}`);
  }
}
