import { generateBulk } from './bulk';
import type { Generator } from './file';
import { generateGrammar } from './grammar/grammar';
import { generateMarkdownGrammar } from './grammar/markdown';
import { generateLanguageConfiguration } from './languageConfiguration';
import { generateLanguageReference } from './languageReference';
import { generateLspPage } from './lspPage';
import { generateRulePages } from './rulePages';
import { generateRuleRegistry } from './ruleRegistry';
import { generateSettingsSchema } from './settingsSchema';
import { generateSeveritySetting } from './severitySetting';
import { generateSnippets } from './snippets';
import { generateTopologySchema } from './topologySchema';

/** Everything that `npm run docs` writes. */
export const generators: readonly Generator[] = [
  generateLanguageReference,
  generateGrammar,
  generateMarkdownGrammar,
  generateLanguageConfiguration,
  generateSnippets,
  generateRuleRegistry,
  generateRulePages,
  generateSettingsSchema,
  generateTopologySchema,
  generateSeveritySetting,
  generateBulk,
  generateLspPage,
];
