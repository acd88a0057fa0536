// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { RulePage } from './types';
import { page as UM2002 } from './UM2002';
import { page as UM4001 } from './UM4001';
import { page as UM4002 } from './UM4002';
import { page as UM4003 } from './UM4003';
import { page as UM4007 } from './UM4007';
import { page as UM4009 } from './UM4009';
import { page as UM4011 } from './UM4011';
import { page as UM4012 } from './UM4012';
import { page as UM4014 } from './UM4014';
import { page as UM4018 } from './UM4018';
import { page as UM4027 } from './UM4027';
import { page as UM6001 } from './UM6001';
import { page as UM6002 } from './UM6002';
import { page as UM6003 } from './UM6003';

/** The pages of all rules, by code. Not for the server: its bundle has the rules without their explanations. */
export const pages: ReadonlyMap<string, RulePage> = new Map<string, RulePage>([
  ['UM2002', UM2002],
  ['UM4001', UM4001],
  ['UM4002', UM4002],
  ['UM4003', UM4003],
  ['UM4007', UM4007],
  ['UM4009', UM4009],
  ['UM4011', UM4011],
  ['UM4012', UM4012],
  ['UM4014', UM4014],
  ['UM4018', UM4018],
  ['UM4027', UM4027],
  ['UM6001', UM6001],
  ['UM6002', UM6002],
  ['UM6003', UM6003],
]);
