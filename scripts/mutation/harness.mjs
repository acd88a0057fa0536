/**
 * What the tests that mutants meet use of vitest, and no more: they run in the process of the runner, which loads everything once. An expectation that isn't here
 * fails as "not a function", so that nobody can think that it held.
 */
import { isDeepStrictEqual } from 'node:util';

/** Every test of the bundle, in order. */
export const tests = /** @type {{ id: string, run: () => unknown }[]} */ ([]);
const path = /** @type {string[]} */ ([]);
const names = new Set();

/** @param {string} name @param {() => unknown} run */
function test(name, run) {
  let id = [...path, name].join(' > ');
  while (names.has(id)) id += "'";
  names.add(id);
  tests.push({ id, run });
}

/** @param {string} name @param {() => void} define */
function group(name, define) {
  path.push(name);
  define();
  path.pop();
}

/** @param {(name: string, run: () => any) => void} define */
function each(define) {
  return (/** @type {readonly any[]} */ rows) =>
    (/** @type {string} */ name, /** @type {(...values: any[]) => any} */ run) => {
      rows.forEach((row, index) => {
        const values = Array.isArray(row) ? row : [row];
        let next = 0;
        const shown = name.replace(/%[sdij#]/g, (/** @type {string} */ mark) =>
          mark === '%#' ? String(index) : String(values[next++]),
        );
        define(shown, () => run(...values));
      });
    };
}

export const it = Object.assign(test, { each: each(test) });
export const describe = Object.assign(group, { each: each(group) });

class Containing {
  /** @param {(actual: any) => boolean} fits */
  constructor(fits) {
    this.fits = fits;
  }
}

/** Properties that are `undefined` count as absent. @param {any} actual @param {any} wanted @param {boolean} partly @returns {boolean} */
function equals(actual, wanted, partly) {
  if (wanted instanceof Containing) return wanted.fits(actual);
  if (Array.isArray(wanted))
    return (
      Array.isArray(actual) &&
      actual.length === wanted.length &&
      wanted.every((each, i) => equals(actual[i], each, partly))
    );
  if (!isPlain(wanted) || !isPlain(actual)) return isDeepStrictEqual(actual, wanted);
  const keys = new Set([...Object.keys(wanted), ...(partly ? [] : Object.keys(actual))]);
  return [...keys].every((key) => equals(actual[key], wanted[key], partly));
}

/** @param {any} value */
function isPlain(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Set || value instanceof Map)
  );
}

/** @param {any} actual @param {string} [about] */
export function expect(actual, about) {
  return { ...matchers(actual, true, about), not: matchers(actual, false, about) };
}

expect.arrayContaining = (/** @type {any[]} */ wanted) =>
  new Containing((actual) => wanted.every((each) => actual.some((/** @type {any} */ one) => equals(one, each, false))));
expect.objectContaining = (/** @type {any} */ wanted) => new Containing((actual) => equals(actual, wanted, true));

/** @param {any} actual @param {boolean} wanted @param {string | undefined} about */
function matchers(actual, wanted, about) {
  const hold = (/** @type {boolean} */ held, /** @type {string} */ what) => {
    if (held !== wanted) throw new Error(`${about ?? ''} ${wanted ? '' : 'not '}${what}`);
  };
  return {
    toBe: (/** @type {any} */ other) => hold(Object.is(actual, other), 'toBe'),
    toEqual: (/** @type {any} */ other) => hold(equals(actual, other, false), 'toEqual'),
    toMatchObject: (/** @type {any} */ other) => hold(equals(actual, other, true), 'toMatchObject'),
    toContain: (/** @type {any} */ part) => hold(actual.includes(part), 'toContain'),
    toHaveLength: (/** @type {number} */ length) => hold(actual.length === length, 'toHaveLength'),
    toMatch: (/** @type {RegExp} */ pattern) => hold(pattern.test(actual), 'toMatch'),
    toBeNull: () => hold(actual === null, 'toBeNull'),
    toBeUndefined: () => hold(actual === undefined, 'toBeUndefined'),
    toBeGreaterThan: (/** @type {number} */ least) => hold(actual > least, 'toBeGreaterThan'),
    toBeLessThanOrEqual: (/** @type {number} */ most) => hold(actual <= most, 'toBeLessThanOrEqual'),
  };
}
