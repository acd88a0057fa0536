import { describe, expect, it } from 'vitest';
import { exportsOf, sourcesOf } from '../../../client/src/export/linkedLines';

const [topology, list] = ['file:///a.umtopo', 'file:///u.csv'];
const runs = [
  { from: 1, to: 2, causes: [{ uri: topology, line: 1, endLine: 20 }] },
  {
    from: 3,
    to: 5,
    causes: [
      { uri: topology, line: 4, endLine: 8 },
      { uri: topology, line: 12, endLine: 12 },
    ],
  },
  { from: 6, to: 9, each: true as const, causes: [{ uri: list, line: 2, endLine: 5 }] },
  { from: 10, to: 10, causes: [{ uri: topology, line: 4, endLine: 8 }] },
];

describe('from a line of an export', () => {
  it('to all that caused it', () => {
    expect(sourcesOf(runs, 3)).toEqual([
      { uri: topology, first: 3, last: 7 },
      { uri: topology, first: 11, last: 11 },
    ]);
  });
  it('to the one line of a list', () => {
    expect(sourcesOf(runs, 7)).toEqual([{ uri: list, first: 3, last: 3 }]);
  });
  it('to nothing behind the end', () => {
    expect(sourcesOf(runs, 10)).toEqual([]);
  });
});

describe('from a line of the topology', () => {
  it('to all lines that the innermost declaration caused', () => {
    expect(exportsOf(runs, topology, 5)).toEqual([
      { first: 2, last: 4 },
      { first: 9, last: 9 },
    ]);
    expect(exportsOf(runs, topology, 11)).toEqual([{ first: 2, last: 4 }]);
  });
  it('to those of what stands around, where there is nothing narrower', () => {
    expect(exportsOf(runs, topology, 1)).toEqual([{ first: 0, last: 1 }]);
  });
  it('to the one line of a list', () => {
    expect(exportsOf(runs, list, 4)).toEqual([{ first: 8, last: 8 }]);
    expect(exportsOf(runs, list, 0)).toEqual([]);
  });
});
