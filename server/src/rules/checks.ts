import { addTo } from '../base/lists';
import type { KindName } from '../vocabulary/types';
import { rules } from './registry';
import type { Check, Rule } from './types';

type Sort = Exclude<Check['looksAt'], 'text'>;

/** The checks that look at one sort of thing, each with its rule. */
type ChecksOf<L extends Sort> = readonly { readonly rule: Rule; readonly check: Extract<Check, { looksAt: L }> }[];

/** Checks of declarations: of each kind that one looks at, which one among those of the kind it is, and how many these are. */
type ChecksOfDeclarations = readonly (ChecksOf<'declaration'>[number] & {
  readonly places: readonly { readonly kind: KindName; readonly place: number; readonly count: number }[];
})[];

/** Checks of some rules by what they look at. Those of the text itself are the parser's. */
export type Checks = { readonly [L in Exclude<Sort, 'declaration'>]: ChecksOf<L> } & {
  readonly declaration: ChecksOfDeclarations;
};

export function checksOf(some: readonly Rule[]): Checks {
  const that = <L extends Sort>(looksAt: L): ChecksOf<L> =>
    some.flatMap((rule) =>
      rule.checks.flatMap((check) =>
        check.looksAt === looksAt ? [{ rule, check: check as Extract<Check, { looksAt: L }> }] : [],
      ),
    );
  return {
    declaration: placedByKind(that('declaration')),
    deployment: that('deployment'),
    placement: that('placement'),
    individual: that('individual'),
    index: that('index'),
    block: that('block'),
    crowd: that('crowd'),
  };
}

function placedByKind(checks: ChecksOf<'declaration'>): ChecksOfDeclarations {
  const byKind = new Map<KindName, unknown[]>();
  for (const { check } of checks) for (const kind of check.kinds) addTo(byKind, kind, check);
  return checks.map((each) => ({
    ...each,
    places: each.check.kinds.map((kind) => {
      const own = byKind.get(kind) ?? [];
      return { kind, place: own.indexOf(each.check), count: own.length };
    }),
  }));
}

/** Those of all rules. */
export const everyCheck: Checks = checksOf(rules);
