import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowIndex } from '../../../server/src/model/rowIndex';
import { Random } from '../../support/random';

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

  it.each([
    ['of few pages', 0],
    ['of more than fit into two bytes', 0x7ffe],
    ['of very many', 1_000_000],
  ])('keeps them while it grows, %s', (_, first) => {
    const index = new RowIndex();
    const pages = new Map<number, number>();
    const random = new Random(1);
    for (let step = 0; step < 40_000; step++) {
      const hash = random.below(20_000) - 9000;
      const page = pages.get(hash);
      expect([...index.pagesOf(hash)]).toEqual(page === undefined ? [] : [page]);
      if (page === undefined) {
        index.add(hash, first + 1 + (step % 7));
        pages.set(hash, first + 1 + (step % 7));
      } else if (random.chance(0.3)) {
        index.remove(hash, page);
        pages.delete(hash);
      }
    }
    expect(pages.size).toBeGreaterThan(10_000);
    for (const [hash, page] of pages) expect([...index.pagesOf(hash)]).toEqual([page]);
  });
});
