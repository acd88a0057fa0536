import { rules } from './registry';
import type { Check, Rule } from './types';

type Sort = Exclude<Check['looksAt'], 'text'>;

/** The checks that look at one sort of thing, each with its rule. */
type ChecksOf<L extends Sort> = readonly { readonly rule: Rule; readonly check: Extract<Check, { looksAt: L }> }[];

/** Checks of some rules by what they look at. Those of the text itself are the parser's. */
export type Checks = { readonly [L in Sort]: ChecksOf<L> };

export function checksOf(some: readonly Rule[]): Checks {
  const that = <L extends Sort>(looksAt: L): ChecksOf<L> =>
    some.flatMap((rule) =>
      rule.checks.flatMap((check) =>
        check.looksAt === looksAt ? [{ rule, check: check as Extract<Check, { looksAt: L }> }] : [],
      ),
    );
  return {
    declaration: that('declaration'),
    deployment: that('deployment'),
    placement: that('placement'),
    individual: that('individual'),
    index: that('index'),
    block: that('block'),
    crowd: that('crowd'),
  };
}

/** Those of all rules. */
export const everyCheck: Checks = checksOf(rules);
