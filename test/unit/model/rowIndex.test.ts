import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowIndex } from '../../../server/src/model/rowIndex';

describe('an index of rows', () => {
  it('tells of each hash in which pages it stands, after any coming and going', () => {
    const row = fc.record({ hash: fc.integer({ min: -3, max: 3 }), page: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(fc.record({ row, leaves: fc.boolean() }), { maxLength: 60 }), (steps) => {
        const index = new RowIndex();
        const rows: { hash: number; page: number }[] = [];
        for (const { row: one, leaves } of steps) {
          const at = rows.findIndex(({ hash, page }) => hash === one.hash && page === one.page);
          if (leaves && at >= 0) {
            index.remove(one.hash, one.page);
            rows.splice(at, 1);
          } else {
            index.add(one.hash, one.page);
            rows.push(one);
          }
        }
        for (let hash = -3; hash <= 3; hash++) {
          const own = rows.filter((each) => each.hash === hash);
          expect(index.has(hash)).toBe(own.length > 0);
          expect([...index.pagesOf(hash)].sort()).toEqual([...new Set(own.map(({ page }) => page))].sort());
          expect([...index.suspects].includes(hash)).toBe(own.length > 1);
        }
      }),
    );
  });

  it('keeps them while it grows', () => {
    const index = new RowIndex();
    index.expect(3000);
    for (let hash = 1; hash <= 5000; hash++) index.add(hash, 1 + (hash % 7));
    for (let hash = 1; hash <= 5000; hash++) expect([...index.pagesOf(hash)]).toEqual([1 + (hash % 7)]);
  });
});
