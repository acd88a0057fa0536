import { relativePath } from '../base/paths';
import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import { ExportFile, type ExportLine, type LineObserver, plainText } from './file';
import { basename } from './paths';

/** A place in the topology by its lines, counted from 1. */
export interface SourceLines {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** Lines of an exported file and what caused them. `each`: the first follows from the first line of the cause, the next from the next, and so on. */
export interface MappedRun {
  readonly from: number;
  readonly to: number;
  readonly each?: true;
  readonly causes: readonly SourceLines[];
}

/** The path of a file of the deployment, as exported files name it. */
export function sourcePath(deployment: Deployment, path: string): string {
  return deployment.standalone ? basename(path) : relativePath(path, deployment.root);
}

/** A place for people: the file, and its line from 1. */
export function whereOf(deployment: Deployment, { path, start }: Place): string {
  return `${sourcePath(deployment, path)}:${(deployment.source(path)?.lines.lineAt(start) ?? 0) + 1}`;
}

/** Collects which lines of one file come from where; runs are joined as they come, so that a million users make one. */
export class RunCollector implements LineObserver {
  private readonly runs: MappedRun[] = [];
  private open: MappedRun | undefined;
  private next = 1;
  private lastCauses: readonly Place[] = [];
  private lastLines: readonly SourceLines[] = [];

  constructor(private readonly deployment: Deployment) {}

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
    const lines = this.linesOf(causes);
    const { open } = this;
    const joined = open && join(open, { from, to, causes: lines });
    if (joined) this.open = joined;
    else {
      if (open) this.runs.push(open);
      this.open = { from, to, causes: lines };
    }
  }

  finish(): readonly MappedRun[] {
    return this.open ? [...this.runs, this.open] : this.runs;
  }

  private linesOf(causes: readonly Place[]): readonly SourceLines[] {
    if (causes === this.lastCauses) return this.lastLines;
    this.lastCauses = causes;
    this.lastLines = causes.map(({ path, start, end }) => {
      const lines = this.deployment.source(path)?.lines;
      return {
        file: sourcePath(this.deployment, path),
        line: (lines?.lineAt(start) ?? 0) + 1,
        endLine: (lines?.lineAt(Math.max(start, end - 1)) ?? 0) + 1,
      };
    });
    return this.lastLines;
  }
}

function join(open: MappedRun, next: MappedRun): MappedRun | undefined {
  if (!open.each && sameLines(open.causes, next.causes)) return { ...open, to: next.to };
  const [first, ...others] = open.causes;
  const [cause, ...more] = next.causes;
  if (!first || !cause || others.length + more.length > 0 || next.from !== next.to) return undefined;
  if (!open.each && open.from !== open.to) return undefined;
  const steady =
    cause.file === first.file && cause.line === cause.endLine && cause.line - first.line === next.from - open.from;
  if (!steady || first.line + (open.to - open.from) !== first.endLine) return undefined;
  return { from: open.from, to: next.to, each: true, causes: [{ ...first, endLine: cause.line }] };
}

function sameLines(a: readonly SourceLines[], b: readonly SourceLines[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((place, i) => {
      const other = b[i];
      return other && place.file === other.file && place.line === other.line && place.endLine === other.endLine;
    })
  );
}

/** `source-map.json`: which lines of the topology caused which lines of which file. */
export function sourceMapFile(
  files: readonly ExportFile[],
  deployment: Deployment,
  root: readonly Place[],
): ExportFile {
  for (const file of files) file.observer = new RunCollector(deployment);
  return new ExportFile('source-map.json', plainText, function* lines() {
    const own = (text: string): ExportLine => ({ text, causes: root });
    yield own('{');
    yield own('  "version": 1,');
    yield own('  "files": {');
    for (const [i, file] of files.entries()) {
      file.digest();
      const runs = (file.observer as RunCollector).finish();
      yield own(`    ${JSON.stringify(file.path)}: [`);
      for (const [n, run] of runs.entries()) yield own(`      ${JSON.stringify(run)}${n < runs.length - 1 ? ',' : ''}`);
      yield own(`    ]${i < files.length - 1 ? ',' : ''}`);
    }
    yield own('  }');
    yield own('}');
  });
}
