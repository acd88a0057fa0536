import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import type { ExportLine, LineObserver } from './file';
import { Locator, type SourceLines } from './sourceLines';

/** Lines of an exported file and what caused them. `each`: the first follows from the first line of the cause, the next from the next, and so on. */
export interface MappedRun {
  readonly from: number;
  readonly to: number;
  readonly each?: true;
  readonly causes: readonly SourceLines[];
}

/** Names the place where a cause starts. */
export function causeKey({ path, start }: Place): string {
  return `${path}:${start}`;
}

/** A run that still grows. It is changed in place: a million users make a million lines, but few runs. */
interface OpenRun {
  readonly from: number;
  to: number;
  each: boolean;
  readonly causes: { readonly file: string; readonly line: number; endLine: number }[];
}

/** Collects which lines of one file come from where; runs are joined as they come, so that a million users make few. */
export class RunCollector implements LineObserver {
  private readonly runs: MappedRun[] = [];
  private open: OpenRun | undefined;
  private next = 1;
  private lastCauses: readonly Place[] = [];
  private readonly locator: Locator;
  /** Where the causes of its lines start, as `causeKey` writes it. */
  readonly causes = new Set<string>();

  /** @param keepsCauses for files of few causes */
  constructor(
    deployment: Deployment,
    private readonly keepsCauses = false,
  ) {
    this.locator = new Locator(deployment);
  }

  start(): void {
    this.runs.length = 0;
    this.open = undefined;
    this.next = 1;
  }

  line({ text, causes }: ExportLine): void {
    const from = this.next;
    // A literal may hold line ends; lines are counted as an editor does.
    const to = from + (/[\r\n]/.test(text) ? (text.match(/\r\n?|\n/g)?.length ?? 0) : 0);
    this.next = to + 1;
    if (!this.joins(from, to, causes)) {
      this.close();
      this.open = { from, to, each: false, causes: causes.map((cause) => this.locator.linesOf(cause)) };
    }
    if (causes !== this.lastCauses && this.keepsCauses) for (const cause of causes) this.causes.add(causeKey(cause));
    this.lastCauses = causes;
  }

  finish(): readonly MappedRun[] {
    this.close();
    return this.runs;
  }

  private close(): void {
    const { open } = this;
    if (open) this.runs.push({ from: open.from, to: open.to, ...(open.each && { each: true }), causes: open.causes });
    this.open = undefined;
  }

  /** Adds a line to the open run where it has the same causes, or follows from the line after the one that the last one follows from. */
  private joins(from: number, to: number, causes: readonly Place[]): boolean {
    const { open, locator } = this;
    if (open === undefined) return false;
    const same = causes === this.lastCauses || causes.length === open.causes.length;
    if (!open.each && same && (causes === this.lastCauses || causes.every((c, i) => locator.isAt(c, open.causes[i])))) {
      open.to = to;
      return true;
    }
    const [cause] = causes;
    const [first] = open.causes;
    if (!cause || !first || causes.length + open.causes.length > 2 || from !== to) return false;
    if (!open.each && open.from !== open.to) return false;
    if (first.line + (open.to - open.from) !== first.endLine) return false;
    if (!locator.isLine(cause, first.file, first.line + (from - open.from))) return false;
    open.to = to;
    open.each = true;
    first.endLine = first.line + (from - open.from);
    return true;
  }
}
