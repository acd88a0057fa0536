import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../server/src/rules/analyze';
import { pages } from '../../../server/src/rules/pages';
import { rules } from '../../../server/src/rules/registry';
import { bases } from '../../support/cleanDeployment';
import { analyzeFiles, annotated, applyFix, exampleOf, relevant } from '../../support/ruleExample';

const show = ({ code, path, start, end, message }: Diagnostic) => ({ path, start, end, note: `${code} ${message}` });
const codesOnly = ({ code, path, start, end }: Diagnostic) => ({ path, start, end, note: code });

describe('the deployments that examples are parts of', () => {
  it.each(Object.entries(bases).filter(([, text]) => text !== ''))('%s is clean', (_, text) => {
    const files = new Map([['/main.umtopo', text]]);
    const found = relevant(analyzeFiles(files).diagnostics, '');
    expect(annotated(files, found.map(show))).toBe('');
  });
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code) => {
  const page = pages.get(code);
  if (page === undefined) throw new Error(`${code} has no page`);
  const { within, bad, good, alsoBad = [], alsoGood = [] } = page;

  it.each([bad, ...alsoBad])('speaks where the example is marked, and no other does: %#', (text) => {
    const { files, marks } = exampleOf(text, within);
    expect(marks.length).toBeGreaterThan(0);
    const found = relevant(analyzeFiles(files).diagnostics, code);
    // Other codes are shown with their message: that is what went wrong.
    const foundMarks = found.map((each) => (each.code === code ? codesOnly(each) : show(each)));
    expect(annotated(files, foundMarks)).toBe(
      annotated(
        files,
        marks.map((mark) => ({ ...mark, note: code })),
      ),
    );
  });

  it.each([good, ...alsoGood])('has nothing to say about the good example, and no other rule has: %#', (text) => {
    const { files } = exampleOf(text, within);
    const found = relevant(analyzeFiles(files).diagnostics, code);
    expect(annotated(files, found.map(show))).toBe('');
  });

  it.each([bad, ...alsoBad])('has fixes that mend it: %#', (text) => {
    const { files } = exampleOf(text, within);
    const before = analyzeFiles(files).diagnostics.filter((each) => each.code === code);
    for (const diagnostic of before) {
      for (const fix of diagnostic.fixes()) {
        expect(fix.edits.length, fix.title).toBeGreaterThan(0);
        const mended = applyFix(files, fix.edits);
        const after = relevant(analyzeFiles(mended).diagnostics, code);
        const left = after.filter((each) => each.code === code);
        const others = after.filter((each) => each.code !== code);
        expect(annotated(mended, others.map(show)), fix.title).toBe('');
        expect(left.length, `${fix.title}\n${annotated(mended, left.map(show))}`).toBeLessThan(before.length);
      }
    }
  });
});
