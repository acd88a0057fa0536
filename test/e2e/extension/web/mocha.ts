/** What the tests import of Mocha, where its build for browsers puts it into the global object. */
export const { describe, it, before, after, beforeEach, afterEach } = globalThis as unknown as Record<
  string,
  (...values: unknown[]) => void
>;
