import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analyzer, type Diagnostic } from '../../../server/src/rules/analyze';
import { type Example, exampleNames, openExample } from '../../support/examples';

function found({ deployment }: Example): Diagnostic[] {
  return new Analyzer(deployment).analyze().diagnostics.filter(({ severity }) => severity !== 'information');
}

/** `users.umtopo:3 UM4009` */
function said({ name, deployment }: Example, { path, start, code }: Diagnostic): string {
  const line = deployment.source(path)?.lines.lineAt(start) ?? -1;
  return `${path.slice(name.length + 2)}:${line + 1} ${code}`;
}

describe('examples', () => {
  it.each(exampleNames.filter((name) => name !== 'mistakes'))('%s has no mistake', async (name) => {
    const example = await openExample(name);
    expect(found(example).map((diagnostic) => `${said(example, diagnostic)} ${diagnostic.message}`)).toEqual([]);
  });

  it('mistakes are those that the comments above them name', async () => {
    const example = await openExample('mistakes');
    const comments = [...example.files].flatMap(([path, text]) => explained(path, text));
    // A diagnostic in a CSV file stands there, and its comment where the file is named.
    const others = found(example).filter((diagnostic) => !diagnostic.path.endsWith('.csv'));
    const inCsv = found(example).filter((diagnostic) => diagnostic.path.endsWith('.csv'));
    expect(inCsv.map((diagnostic) => said(example, diagnostic))).toEqual(['contractors.csv:1 UM0012']);
    const here = comments.filter((comment) => !comment.endsWith('UM0012'));
    expect(others.map((diagnostic) => said(example, diagnostic)).sort()).toEqual(here.sort());
    expect(new Set(comments.map((comment) => comment.slice(-6))).size).toBeGreaterThanOrEqual(12);
  });

  it('use what is kept for documentation', () => {
    const texts = readdirSync('examples', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));
    const all = texts.join('\n');
    const numbers = new Set(all.match(/\+\d{7,}/g));
    expect([...numbers].filter((number) => !/^\+142555501\d\d$/.test(number))).toEqual([]);
    const addresses = new Set(all.match(/\b\d+\.\d+\.\d+\.\d+\b/g));
    expect([...addresses].filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address))).toEqual([]);
    const domains = new Set(all.match(/\b[\w-]+\.(?:com|net|org|cn|example)\b/g));
    const known = /^(?:contoso|fabrikam|litware|onmicrosoft|outlook)\.com$/;
    // Two of the mistakes are misspelt on purpose.
    const misspelt = ['contoso_lab.com', 'outlok.com'];
    expect([...domains].filter((domain) => !known.test(domain) && !misspelt.includes(domain))).toEqual([]);
  });
});

/** For each comment `// UM0005: …` the line it explains: the next that is no comment. */
function explained(path: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const code = /^\s*\/\/ (UM\d{4}):/.exec(line)?.[1];
    if (code === undefined) return [];
    // What silences something is itself a comment.
    const next = lines.findIndex(
      (other, at) => at > index && (!/^\s*(\/\/|$)/.test(other) || other.includes('umtopo-disable')),
    );
    return [`${path}:${next + 1} ${code}`];
  });
}
