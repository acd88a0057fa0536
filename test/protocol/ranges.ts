import type { Position, Range } from './client';

export type Units = 'utf-16' | 'utf-8';

/** The faults of the ranges in an answer, wherever they stand in it: ranges of `uri` that the text doesn't have, or that end before they start. */
export function rangeFaults(answer: unknown, text: string, uri: string, units: Units = 'utf-16'): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const width = (line: string): number => (units === 'utf-8' ? Buffer.byteLength(line) : line.length);
  const faults: string[] = [];
  const outside = ({ line, character }: Position): boolean =>
    line < 0 || character < 0 || line >= lines.length || character > width(lines[line] as string);
  const look = (value: unknown, own: boolean): void => {
    if (Array.isArray(value)) for (const each of value) look(each, own);
    else if (isRange(value)) {
      const { start, end } = value;
      const backwards = start.line > end.line || (start.line === end.line && start.character > end.character);
      if (backwards || (own && (outside(start) || outside(end)))) faults.push(JSON.stringify(value));
    } else if (typeof value === 'object' && value !== null) {
      const named = 'uri' in value ? value.uri : 'targetUri' in value ? value.targetUri : undefined;
      const there = named === undefined ? own : named === uri;
      for (const [key, each] of Object.entries(value)) {
        if (key === 'changes') for (const [file, edits] of Object.entries(each as object)) look(edits, file === uri);
        else look(each, key === 'originSelectionRange' ? own : there);
      }
    }
  };
  look(answer, true);
  return faults;
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && isPosition(value.start);
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
