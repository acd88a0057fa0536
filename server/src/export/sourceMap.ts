import { relativePath } from '../base/paths';
import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import { placeOf } from './facts';
import { ExportFile, type ExportLine, type LineObserver, plainText } from './file';
import { basename } from './paths';
import { reasonUnscripted } from './unscripted';

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
  /** Where the causes of its lines start, as `causeKey` writes it. */
  readonly causes = new Set<string>();

  /** @param keepsCauses for files of few causes */
  constructor(
    private readonly deployment: Deployment,
    private readonly keepsCauses = false,
  ) {}

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
    if (this.keepsCauses) for (const cause of causes) this.causes.add(causeKey(cause));
    this.lastLines = causes.map((cause) => linesOf(this.deployment, cause));
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

/** Scripts and zones: what is run or loaded. */
function isRun(path: string): boolean {
  return /\.(?:ps1|zone|records)$/.test(path);
}

function causeKey({ path, start }: Place): string {
  return `${path}:${start}`;
}

/** The declarations of which nothing is run or loaded, each with the reason. */
function* withoutScript(
  deployment: Deployment,
  files: readonly ExportFile[],
): Generator<SourceLines & { readonly what: string; readonly reason: string }> {
  const run = files.filter((file) => isRun(file.path));
  const causes = new Set(run.flatMap((file) => [...(file.observer as RunCollector).causes]));
  for (const declaration of deployment.declarations) {
    if (causes.has(causeKey(placeOf(declaration)))) continue;
    const reason = reasonUnscripted(deployment, declaration);
    const what = `${declaration.kind.name}${declaration.name === '' ? '' : ` ${declaration.name}`}`;
    yield { ...linesOf(deployment, placeOf(declaration)), what, reason };
  }
}

function linesOf(deployment: Deployment, { path, start, end }: Place): SourceLines {
  const lines = deployment.source(path)?.lines;
  return {
    file: sourcePath(deployment, path),
    line: (lines?.lineAt(start) ?? 0) + 1,
    endLine: (lines?.lineAt(Math.max(start, end - 1)) ?? 0) + 1,
  };
}

/**
 * `source-map.json`: which lines of the topology caused which lines of which file.
 * @param whole all that is run is among the files: what none of it comes of is listed
 */
export function sourceMapFile(
  files: readonly ExportFile[],
  deployment: Deployment,
  root: readonly Place[],
  whole: boolean,
): ExportFile {
  for (const file of files) file.observer = new RunCollector(deployment, isRun(file.path));
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
    yield own(whole ? '  },' : '  }');
    if (!whole) {
      yield own('}');
      return;
    }
    yield own('  "unscripted": [');
    const unscripted = [...withoutScript(deployment, files)];
    for (const [n, entry] of unscripted.entries())
      yield own(`    ${JSON.stringify(entry)}${n < unscripted.length - 1 ? ',' : ''}`);
    yield own('  ]');
    yield own('}');
  });
}
