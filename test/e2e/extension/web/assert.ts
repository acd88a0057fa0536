/** What the tests use of `node:assert/strict`, where there is no Node. */
function fail(message: string | undefined, found: unknown, wanted: unknown): never {
  throw new Error(`${message ?? 'not as expected'}: ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, value, 'something true');
}

export function equal(found: unknown, wanted: unknown, message?: string): void {
  if (!Object.is(found, wanted)) fail(message, found, wanted);
}

export function notEqual(found: unknown, unwanted: unknown, message?: string): void {
  if (Object.is(found, unwanted)) fail(message, found, 'something else');
}

/** Of data: what JSON tells apart. */
export function deepEqual(found: unknown, wanted: unknown, message?: string): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) fail(message, found, wanted);
}

export function match(found: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(found)) fail(message, found, String(pattern));
}

export async function rejects(act: () => Promise<unknown>, message?: string): Promise<void> {
  const threw = await act().then(
    () => false,
    () => true,
  );
  if (!threw) fail(message, 'no error', 'an error');
}
