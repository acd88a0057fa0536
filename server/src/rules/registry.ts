import type { Rule } from './types';
import { rule as UM2002 } from './UM2002';

/** All rules, by code. */
export const rules: readonly Rule[] = [UM2002];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
