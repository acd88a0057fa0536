/**
 * Work that stops for a moment again and again, some microseconds to a millisecond apart, so that whoever runs it can do something else in between, or give it up.
 * What it returns is the result.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does work in steps without a pause. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Makes something of each item.
 * @param few items are done in one step
 */
export function* mapSteps<T, R>(items: readonly T[], make: (item: T) => R, few = 64): Steps<R[]> {
  const made: R[] = [];
  for (let index = 0; index < items.length; index++) {
    made.push(make(items[index] as T));
    if (index % few === few - 1) yield;
  }
  return made;
}
