import type { Steps } from '../base/steps';
import { readStats } from '../model/userPage';
import { parseStats } from '../syntax/parse';
import type { Analyses } from './analyses';
import type { WorkCounts } from './protocol';

type Stage = keyof WorkCounts['ms'];

/**
 * What was done for the last change, and since the start: counts, which are the same on every machine, and the milliseconds of each stage. A change begins with a
 * document that changes and goes on until the next one, so that what is drawn behind the diagnostics belongs to it.
 */
export class Work {
  /** What the preview adds to. */
  previewElementsSent = 0;
  private diagnosticsSent = 0;
  private filesSent = 0;
  private readonly ms: Record<Stage, number> = { text: 0, analysis: 0, sending: 0, preview: 0 };
  private begin: WorkCounts | undefined;
  private analyzed = true;

  constructor(
    private readonly analyses: Analyses,
    private readonly now: () => number,
  ) {}

  /** The diagnostics of a file went to the client. */
  sent(diagnostics: readonly unknown[]): void {
    this.filesSent++;
    this.diagnosticsSent += diagnostics.length;
  }

  /** Runs a part of the work, and takes its time. */
  in<R>(stage: Stage, task: () => R): R {
    if (stage === 'text' && this.analyzed) {
      this.begin = this.total();
      this.analyzed = false;
    }
    const start = this.now();
    try {
      return task();
    } finally {
      this.ms[stage] += this.now() - start;
    }
  }

  /** The same of work in steps: what others do in between takes none of its time. */
  *during<R>(stage: Stage, steps: Steps<R>): Steps<R> {
    for (;;) {
      const start = this.now();
      const { done, value } = steps.next();
      this.ms[stage] += this.now() - start;
      if (done) {
        if (stage === 'analysis') this.analyzed = true;
        return value;
      }
      yield;
    }
  }

  /** Since the server was started. */
  total(): WorkCounts {
    const { stats } = this.analyses;
    return {
      charactersLexed: parseStats.charactersLexed,
      charactersScanned: parseStats.charactersScanned,
      declarationsParsed: parseStats.itemsParsed,
      rowsRead: readStats.rows,
      pagesRead: readStats.pages,
      rowsIndexed: readStats.indexed,
      placementsJudged: stats.placementsJudged,
      checksRun: stats.checksRun,
      groupsJudged: stats.groupsJudged,
      pagesSearched: stats.pagesRead,
      diagnosticsMade: stats.diagnosticsMade,
      diagnosticsSent: this.diagnosticsSent,
      filesSent: this.filesSent,
      previewElementsSent: this.previewElementsSent,
      ms: { ...this.ms },
    };
  }

  /** Since the last change of a document began; of the start while none has changed. */
  last(): WorkCounts {
    const total = this.total();
    return this.begin ? difference(total, this.begin) : total;
  }
}

/** Never below zero: with a deployment that is closed its counts go. */
function difference(after: WorkCounts, before: WorkCounts): WorkCounts {
  const less = <T extends Readonly<Record<string, unknown>>>(one: T, other: T): T =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [
        name,
        typeof value === 'number'
          ? Math.max(0, value - (other[name] as number))
          : less(value as typeof one, other[name] as typeof one),
      ]),
    ) as T;
  return less(after as never, before as never);
}
