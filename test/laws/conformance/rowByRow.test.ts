import { describe, expect, it } from 'vitest';
import { analyzeFiles } from '../../support/ruleExample';
import type { Row } from './rows/bases';
import { first } from './rows/first';
import { second } from './rows/second';

function filesOf({ base, changes, csv }: Row): Map<string, string> {
  let text = base;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the deployment has no ${from}`);
    text = text.replace(from, () => to);
  }
  return new Map([
    ['/tailspin/main.umtopo', text],
    ...(csv === undefined ? [] : [['/tailspin/staff.csv', csv] as const]),
  ]);
}

describe('the catalogue, row by row', () => {
  it.each([...first, ...second].map((row, i) => [row.code, row.at ?? 'nothing', i + 1, row] as const))(
    '%s: %s (%i)',
    (code, _at, _i, row) => {
      const files = filesOf(row);
      const found = analyzeFiles(files)
        .diagnostics.filter((each) => each.code === code || each.severity === 'error' || each.severity === 'warning')
        .map((each) => {
          const lines = (files.get(each.path) ?? '').slice(0, each.start).split('\n');
          const line = (files.get(each.path) ?? '').split('\n')[lines.length - 1] ?? '';
          const meant =
            row.at !== undefined &&
            (line.includes(row.at) || `${each.path.slice('/tailspin/'.length)}:${lines.length}` === row.at);
          return `${each.code} ${meant ? row.at : `${line.trim()}: ${each.message}`}`;
        });
      expect(found).toEqual(row.at === undefined ? [] : [`${code} ${row.at}`]);
    },
  );
});
