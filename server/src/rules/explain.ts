import type { Rule, RulePage } from './types';

/** How a page is written for where it is read: the links of sources, in the reference or on a terminal. */
export interface PageStyle {
  readonly source: (key: string) => string;
}

/** What a rule's severity and basis are, in a sentence. */
export function standing({ severity, basis }: Rule): string {
  const words = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' }[severity];
  const why = {
    documented: 'documented',
    recommended: 'a recommendation: deduced from the sources, not written in them',
    language: 'of the language itself',
  }[basis];
  return `${words} · ${why}`;
}

/** The page of a rule, in Markdown: what a colleague would explain, an example that is wrong and one that is right. */
export function explain(rule: Rule, page: RulePage, { source }: PageStyle): string {
  return [
    `# ${rule.code} · ${rule.title}`,
    standing(rule),
    page.explanation.trim(),
    '## Wrong',
    exampleBlocks(page.bad),
    '## Right',
    exampleBlocks(page.good),
    ...(rule.source.length > 0 ? [`Sources: ${rule.source.map(source).join(' ')}`] : []),
  ].join('\n\n');
}

/** An example as code blocks, one for each file; what is flagged is marked by a comment. */
export function exampleBlocks(example: string): string {
  const blocks: { name: string; lines: string[] }[] = [];
  for (const line of example.split('\n')) {
    const header = /^\/\/- \/(\S+)\s*$/.exec(line);
    if (header) blocks.push({ name: header[1] as string, lines: [] });
    else {
      if (blocks.length === 0) blocks.push({ name: 'main.umtopo', lines: [] });
      blocks[blocks.length - 1]?.lines.push(line);
    }
  }
  return blocks
    .map(({ name, lines }) => {
      const csv = name.endsWith('.csv');
      const text = lines.flatMap((line) => commented(line, csv)).join('\n');
      const title = blocks.length > 1 ? `\`${name}\`\n\n` : '';
      return `${title}\`\`\`${csv ? 'csv' : 'umtopo'}\n${text}\n\`\`\``;
    })
    .join('\n\n');
}

/** A line of marks as a comment, so that the example can be copied. */
function commented(line: string, csv: boolean): string[] {
  const marks = /^ *\^+…?$/.exec(line);
  if (marks === null) return [line];
  if (csv) return [];
  return [line.startsWith('  ') ? `//${line.slice(2)}` : `// ${line.trim()}`];
}
