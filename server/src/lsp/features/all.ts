import { codeActions } from './codeActions';
import { completions } from './completion';
import { definitions } from './definition';
import { links } from './documentLinks';
import { outline } from './documentSymbols';
import type { Feature } from './feature';
import { formatting } from './formatting';
import { hovers } from './hover';
import { references } from './references';
import { renaming } from './rename';
import { symbolSearch } from './workspaceSymbols';

/** Everything beside text synchronisation and diagnostics. */
export const features: readonly Feature[] = [
  completions,
  hovers,
  definitions,
  references,
  renaming,
  outline,
  symbolSearch,
  formatting,
  links,
  codeActions,
];
