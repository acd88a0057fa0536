import type { Deployment } from '../model/deployment';
import type { ExportFile } from './file';
import { type MappedRun, RunCollector } from './runCollector';

/** A file of an export for somebody who looks at it while the topology changes. */
export interface ExportView {
  /** Lines end with LF; without a BOM. */
  readonly text: string;
  /** Which lines of the text come from where. */
  readonly runs: readonly MappedRun[];
}

/** More is no view but a file: it is cut off, and says so. */
const MOST_LINES = 20_000;

export function viewOf(file: ExportFile, deployment: Deployment): ExportView {
  const collector = new RunCollector(deployment);
  collector.start();
  const lines: string[] = [];
  let left = 0;
  for (const line of file.lines()) {
    if (lines.length >= MOST_LINES) {
      left++;
      continue;
    }
    collector.line(line);
    lines.push(line.text.replace(/\r\n?/g, '\n'));
  }
  if (left > 0) lines.push(`… ${left} more lines: export the deployment to see them all`);
  return { text: lines.map((line) => `${line}\n`).join(''), runs: collector.finish() };
}
