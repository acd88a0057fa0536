import { readdirSync } from 'node:fs';
import type { Generator } from './file';

const folder = 'server/src/rules';
const note = '// Written by "npm run docs" from the files of this folder: a new rule is a new file.';

/** The list of all rules, and apart from it the list of their pages, which the server doesn't need. */
export const generateRuleRegistry: Generator = () => {
  const codes = readdirSync(folder)
    .flatMap((name) => /^(UM\d{4})\.ts$/.exec(name)?.[1] ?? [])
    .sort();
  const list = (indent: string, each: (code: string) => string): string =>
    codes.map((code) => `${indent}${each(code)},`).join('\n');
  return [
    {
      path: `${folder}/registry.ts`,
      content: `${note}
import type { Rule } from './types';
${codes.map((code) => `import { rule as ${code} } from './${code}';`).join('\n')}

/** All rules, by code. */
export const rules: readonly Rule[] = [
${list('  ', (code) => code)}
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
`,
    },
    {
      path: `${folder}/pages.ts`,
      content: `${note}
import type { RulePage } from './types';
${codes.map((code) => `import { page as ${code} } from './${code}';`).join('\n')}

/** The pages of all rules, by code. Not for the server: its bundle has the rules without their explanations. */
export const pages: ReadonlyMap<string, RulePage> = new Map<string, RulePage>([
${list('  ', (code) => `['${code}', ${code}]`)}
]);
`,
    },
  ];
};
