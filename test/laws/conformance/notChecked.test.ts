import { describe, expect, it } from 'vitest';
import { Random } from '../../support/random';
import { faultsOfFacts, silentAfter } from '../../support/silentAfter';

/** So many facts of each deployment with a fault; `test/fuzz` takes all of them. */
const TAKEN = 12;

describe('a fact that is not known lets no rule fall silent', () => {
  it.each(faultsOfFacts.map((fault, i) => [fault.code, fault.change.at(-1)?.[1].slice(0, 60), fault, i] as const))(
    '%s: %s',
    (_code, _text, fault, i) => expect(silentAfter(fault, TAKEN, new Random(i))).toEqual([]),
  );
});
