import { callHierarchy } from './callHierarchy';
import { codeActions } from './codeActions';
import { lenses } from './codeLens';
import { completions } from './completion';
import { definitions } from './definition';
import { links } from './documentLinks';
import { outline } from './documentSymbols';
import type { Feature } from './feature';
import { fileRenames } from './fileRenames';
import { folding } from './folding';
import { formatting } from './formatting';
import { hovers } from './hover';
import { hints } from './inlayHints';
import { linkedEditing } from './linkedEditing';
import { references } from './references';
import { renaming } from './rename';
import { tokens } from './semanticTokens';
import { typeDefinitions } from './typeDefinition';
import { symbolSearch } from './workspaceSymbols';

/** Everything beside text synchronisation and diagnostics. */
export const features: readonly Feature[] = [
  completions,
  hovers,
  definitions,
  typeDefinitions,
  references,
  renaming,
  linkedEditing,
  outline,
  symbolSearch,
  tokens,
  formatting,
  folding,
  links,
  hints,
  lenses,
  callHierarchy,
  fileRenames,
  codeActions,
];
