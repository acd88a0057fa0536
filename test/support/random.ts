/** Random choices that a seed repeats (mulberry32). */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

/**
 * The seed of a run: always the same in `npm test`, so that a machine repeats what another one saw; a new one each time in `npm run fuzz`. `SEED=…` in the
 * environment repeats one; a failing test prints it.
 */
export function runSeed(): number {
  const given = Number(process.env.SEED);
  if (Number.isInteger(given) && given > 0) return given;
  return process.env.FUZZ ? Date.now() % 2_147_483_647 : 20130603;
}
