// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { Rule } from './types';
import { rule as UM2002 } from './UM2002';
import { rule as UM4001 } from './UM4001';
import { rule as UM4002 } from './UM4002';
import { rule as UM4003 } from './UM4003';
import { rule as UM4007 } from './UM4007';
import { rule as UM4009 } from './UM4009';
import { rule as UM4011 } from './UM4011';
import { rule as UM4012 } from './UM4012';
import { rule as UM4014 } from './UM4014';
import { rule as UM4018 } from './UM4018';
import { rule as UM4027 } from './UM4027';
import { rule as UM6001 } from './UM6001';
import { rule as UM6002 } from './UM6002';
import { rule as UM6003 } from './UM6003';

/** All rules, by code. */
export const rules: readonly Rule[] = [
  UM2002,
  UM4001,
  UM4002,
  UM4003,
  UM4007,
  UM4009,
  UM4011,
  UM4012,
  UM4014,
  UM4018,
  UM4027,
  UM6001,
  UM6002,
  UM6003,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
