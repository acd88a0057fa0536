import type { KindName } from '../vocabulary/types';
import { rules } from './registry';
import type { Check, Rule } from './types';

type Sort = Exclude<Check['looksAt'], 'text'>;

/** The checks that look at one sort of thing, each with its rule. */
type ChecksOf<L extends Sort> = readonly { readonly rule: Rule; readonly check: Extract<Check, { looksAt: L }> }[];

/** Checks of declarations: of each kind that one looks at, which one among those of the kind it is. */
type ChecksOfDeclarations = readonly (ChecksOf<'declaration'>[number] & {
  readonly places: readonly (readonly [kind: KindName, place: number])[];
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
  const counts = new Map<KindName, number>();
  const next = (kind: KindName): number => {
    const place = counts.get(kind) ?? 0;
    counts.set(kind, place + 1);
    return place;
  };
  return checks.map((each) => ({ ...each, places: each.check.kinds.map((kind) => [kind, next(kind)]) }));
}

/** Those of all rules. */
export const everyCheck: Checks = checksOf(rules);
