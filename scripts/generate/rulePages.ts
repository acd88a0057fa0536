import { explain, standing } from '../../server/src/rules/explain';
import { pages } from '../../server/src/rules/pages';
import { rules } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/types';
import { bases } from '../../test/support/cleanDeployment';
import { analyzeFiles, exampleOf } from '../../test/support/ruleExample';
import { table } from './describe';
import type { GeneratedFile, Generator } from './file';

const folder = 'docs/rules';
const note = '<!-- Generated from server/src/rules by "npm run docs". -->';

const groups: readonly (readonly [RegExp, string])[] = [
  [/^UM0/, 'The language itself'],
  [/^UM1/, 'Form of names, numbers and values'],
  [/^UM2/, 'References'],
  [/^UM3/, 'Uniqueness'],
  [/^UM4/, 'What a mode needs, and what contradicts it'],
  [/^UM5/, 'DNS, certificates, firewall'],
  [/^UM6/, 'Local Unified Messaging'],
  [/^UM7/, 'Migration in waves'],
  [/^UM8/, 'Change and export'],
];

const within = {
  mixed: 'The examples are parts of [a mixed deployment](examples.md#mixed) that is clean otherwise.',
  onPremises: 'The examples are parts of [an on-premises deployment](examples.md#onpremises) that is clean otherwise.',
  crossPremises:
    'The examples are parts of [a cross-premises deployment](examples.md#crosspremises) that is clean otherwise.',
  none: '',
} as const;

/** A page for each rule, and the table of all of them. */
export const generateRulePages: Generator = () => [
  ...rules.map(rulePage),
  { path: `${folder}/README.md`, content: overview() },
  { path: `${folder}/examples.md`, content: examples() },
];

function rulePage(rule: Rule): GeneratedFile {
  const page = pages.get(rule.code);
  if (page === undefined) throw new Error(`${rule.code} has no page`);
  const text = explain(rule, page, {
    source: (key) => `[${key}](../language/sources.md#${key.toLowerCase()})`,
  });
  const said = saidAbout(rule.code, page.bad, page.within);
  const [before, after] = text.split('\n\n## Right') as [string, string];
  const sentences = [before, said, `## Right${after}`, within[page.within ?? 'mixed']].filter(Boolean);
  return { path: `${folder}/${rule.code}.md`, content: `${note}\n\n${sentences.join('\n\n')}\n` };
}

/** What is reported for the wrong example, and which fixes are offered. */
function saidAbout(code: string, bad: string, base: Parameters<typeof exampleOf>[1]): string {
  const { diagnostics } = analyzeFiles(exampleOf(bad, base).files);
  const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
  const messages = [...new Set(own.map(({ message }) => message))].map(
    (message) => `> ${message.replaceAll('\n', ' ')}`,
  );
  const titles = [...new Set(own.flatMap((diagnostic) => diagnostic.fixes().map(({ title }) => title)))];
  const fixes = titles.length === 0 ? '' : `\n\nQuick fixes: ${titles.join(' · ')}`;
  return `${messages.join('\n>\n')}${fixes}`;
}

function overview(): string {
  const sections = groups.flatMap(([pattern, title]) => {
    const own = rules.filter(({ code }) => pattern.test(code));
    if (own.length === 0) return [];
    const rows = own.map((rule) => {
      const [severity = '', basis = ''] = standing(rule).split(' · ');
      return [`[${rule.code}](${rule.code}.md)`, severity, rule.title, basis.split(':')[0] as string];
    });
    return [`## ${title}`, table(['Code', 'Severity', 'Fault', 'Basis'], rows)];
  });
  return `${[
    note,
    '# Rules',
    `What is checked, ${rules.length} rules. A rule that hangs on a fact that isn't declared is *not checked*, and \`umtopo check --verbose\` says which fact would decide it.`,
    `A **documented** rule stands in the sources it names; a **recommendation** is deduced from them. Errors refuse the export. Warnings, information and [UM2001](UM2001.md) can be changed by a \`umtopo.json\` beside the deployment:`,
    '```json\n{ "severity": { "UM2001": "warning", "UM4006": "off" } }\n```',
    "For a line: `// umtopo-disable-next-line UM4006, UM4037: reason`, `// umtopo-disable-line …` in a row, `// umtopo-disable …` for a file. Errors can't be suppressed, and a suppression without effect is told ([UM0016](UM0016.md)).",
    ...sections,
  ].join('\n\n')}\n`;
}

function examples(): string {
  const titles = { mixed: 'mixed', crossPremises: 'crossPremises', onPremises: 'onPremises' } as const;
  const sections = (Object.keys(titles) as (keyof typeof titles)[]).map(
    (base) => `## ${titles[base]}\n\n\`\`\`umtopo\n${bases[base].trimEnd()}\n\`\`\``,
  );
  return `${[
    note,
    '# Deployments of the examples',
    'The examples of the rules are parts of these. What an example declares takes the place of what stands here under that name; in `site`, `exchange` and `tenant` it is added. `// Without …` takes something away.',
    ...sections,
  ].join('\n\n')}\n`;
}
