// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { RulePage } from './types';
import { page as UM2002 } from './UM2002';
import { page as UM4001 } from './UM4001';
import { page as UM4002 } from './UM4002';
import { page as UM4003 } from './UM4003';
import { page as UM4007 } from './UM4007';

/** The pages of all rules, by code. Not for the server: its bundle has the rules without their explanations. */
export const pages: ReadonlyMap<string, RulePage> = new Map<string, RulePage>([
  ['UM2002', UM2002],
  ['UM4001', UM4001],
  ['UM4002', UM4002],
  ['UM4003', UM4003],
  ['UM4007', UM4007],
]);
