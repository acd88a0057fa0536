import { expect, it } from 'vitest';
import { memoryFor } from '../../../server/src/cli/memory';

const gigabytes = (count: number): number => count * 2 ** 30;

it('a run over very much text is given three quarters of the memory that there is', () => {
  expect(memoryFor(200_000_000, gigabytes(4), gigabytes(24))).toBe(18 * 1024);
});

it('on a smaller machine, to which Node gives less, a smaller text is much', () => {
  expect(memoryFor(86_000_000, gigabytes(2), gigabytes(8))).toBe(6 * 1024);
});

it('a run has what Node gives it, where that will do, or is more already', () => {
  expect(memoryFor(100_000_000, gigabytes(4), gigabytes(24))).toBeUndefined();
  expect(memoryFor(50_000_000, gigabytes(2), gigabytes(8))).toBeUndefined();
  expect(memoryFor(200_000_000, gigabytes(18) + 1, gigabytes(24))).toBeUndefined();
  expect(memoryFor(200_000_000, gigabytes(4), gigabytes(4))).toBeUndefined();
});
