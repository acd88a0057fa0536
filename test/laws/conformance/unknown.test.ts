import { describe, expect, it } from 'vitest';
import { TopologyFile } from '../../../server/src/model/sourceFile';
import type { DeclarationNode } from '../../../server/src/syntax/ast';
import { fixture } from '../../support/fixture';
import { propertiesIn } from '../../support/propertiesIn';
import { analyzeFiles } from '../../support/ruleExample';
import { deployments } from './deployments';

/** What is wrong with files; an expectation may be undecided. */
function wrongIn(files: ReadonlyMap<string, string>): string[] {
  return analyzeFiles(files)
    .diagnostics.filter(({ severity, code }) => severity === 'error' || (severity === 'warning' && code !== 'UM0013'))
    .map(({ code, message }) => `${code} ${message}`);
}

/** What is wrong after each change of one file's text, by what was changed. */
function wrongAfter(
  source: string,
  changes: (text: string) => Iterable<readonly [was: string, becomes: string]>,
): string {
  const files = new Map(fixture(source).files.map(({ path, text }) => [path, text]));
  const found: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith('.umtopo')) continue;
    for (const [was, becomes] of changes(text)) {
      const wrong = wrongIn(new Map([...files, [path, becomes]]));
      if (wrong.length > 0) found.push(`${path}: ${was}: ${wrong.join(' | ')}`);
    }
  }
  return found.join('\n');
}

describe('a fact that is not known makes nothing wrong', () => {
  it.each(Object.entries(deployments))('%s', (_, source) => {
    const found = wrongAfter(source, function* (text) {
      for (const { property, at } of propertiesIn(text)) {
        if (property.word.text.toLowerCase() === 'incomplete') continue;
        const [start, end] = [at + (property.values[0]?.start ?? 0), at + property.end];
        yield [text.slice(at + property.start, end), `${text.slice(0, start)}unknown${text.slice(end)}`];
      }
    });
    expect(found).toBe('');
  });
});

/** All declarations of a file but the deployment's own, with the kinds in each. */
function declarationsIn(
  text: string,
): { readonly start: number; readonly end: number; readonly kinds: readonly string[] }[] {
  const found: { start: number; end: number; kinds: readonly string[] }[] = [];
  const visit = (node: DeclarationNode, at: number): readonly string[] => {
    const children = (node.body?.elements ?? []).filter((element) => element.type === 'declaration');
    const kinds = [node.kind.text, ...children.flatMap((child) => visit(child, at))];
    if (node.kind.text.toLowerCase() !== 'deployment')
      found.push({ start: at + node.start, end: at + node.end, kinds });
    return kinds;
  };
  for (const { node, start } of TopologyFile.read('/', text).tree.items)
    if (node?.type === 'declaration') visit(node, start);
  return found;
}

describe('an object that may exist undeclared makes nothing wrong', () => {
  it.each(Object.entries(deployments).filter(([name]) => name !== 'inventory'))('%s', (_, source) => {
    const found: string[] = [];
    const files = new Map(fixture(source).files.map(({ path, text }) => [path, text]));
    for (const [path, text] of files) {
      if (!path.endsWith('.umtopo')) continue;
      for (const { start, end, kinds } of declarationsIn(text)) {
        const changed = new Map([...files, [path, text.slice(0, start) + text.slice(end)]]);
        const root = [...changed.keys()].find((other) => /^deployment\b/im.test(changed.get(other) ?? '')) ?? '';
        const incomplete = `{ incomplete ${[...new Set(kinds)].join(', ')} `;
        changed.set(
          root,
          (changed.get(root) ?? '').replace(/(^deployment\b[^{]*)\{/im, (_all, head) => head + incomplete),
        );
        const wrong = wrongIn(changed);
        if (wrong.length > 0) found.push(`${path}: ${text.slice(start, end).slice(0, 50)}: ${wrong.join(' | ')}`);
      }
    }
    expect(found.join('\n')).toBe('');
  });
});
