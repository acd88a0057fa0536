import { appendFileSync } from 'node:fs';

/** One line of a table: what was done, and what it cost. */
export interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'bytes' | 'times' | 'exponent' | 'KB';
  readonly median: number;
  readonly p95?: number;
  /** The least and the most of all runs. */
  readonly spread?: readonly [number, number];
  readonly runs: number;
  /** The floor program in the same run, and how many times that this is. */
  readonly floor?: number;
  readonly ratio?: number;
  /** What it should stay under: `ratio` where that is what counts, else `p95` where there is one, else `median`. */
  readonly goal?: { readonly of: 'ratio' | 'p95' | 'median'; readonly limit: number };
}

export interface Section {
  readonly title: string;
  readonly about: string;
  readonly measures: readonly Measure[];
  /** Instead of measures, cells as they are shown; the first of a row is its name. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** A line of many runs. */
export function measured(name: string, times: readonly number[], goal?: Measure['goal']): Measure {
  return {
    name,
    unit: 'ms',
    median: median(times),
    ...(times.length >= 20 && { p95: quantile(times, 0.95) }),
    spread: [Math.min(...times), Math.max(...times)],
    runs: times.length,
    ...(goal && { goal }),
  };
}

/** Milliseconds of processor time that something took in this process. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds that something took. */
export interface Spent {
  readonly clock: number;
  /** Processor time, that of threads included which compile and collect garbage meanwhile. */
  readonly processor: number;
}

export function spent(work: () => void): Spent {
  const start = performance.now();
  const processor = processorTime(work);
  return { clock: performance.now() - start, processor };
}

/** Two lines of many runs: the clock's time, which somebody waits, and the processor's. */
export function measuredBoth(name: string, times: readonly Spent[], goal?: Measure['goal']): Measure[] {
  return [
    measured(
      name,
      times.map(({ clock }) => clock),
      goal,
    ),
    measured(
      '— processor time',
      times.map(({ processor }) => processor),
    ),
  ];
}

/** Hands a section to whoever started the benchmark. */
export function publish(section: Section): void {
  if (process.env.BENCH_RESULTS) appendFileSync(process.env.BENCH_RESULTS, `${JSON.stringify(section)}\n`);
}

/** A short form with fewer users and runs, as CI uses it. */
export const isShort = process.env.BENCH_SHORT === '1';
