// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { Rule } from './types';
import { rule as UM2002 } from './UM2002';
import { rule as UM4001 } from './UM4001';
import { rule as UM4002 } from './UM4002';
import { rule as UM4003 } from './UM4003';
import { rule as UM4007 } from './UM4007';

/** All rules, by code. */
export const rules: readonly Rule[] = [
  UM2002,
  UM4001,
  UM4002,
  UM4003,
  UM4007,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
