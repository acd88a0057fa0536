import { describe, expect, it } from 'vitest';
import { fixture } from '../../support/fixture';
import { analyzeFiles, annotated, relevant } from '../../support/ruleExample';
import { deployments } from './deployments';

describe('a deployment without a fault', () => {
  it.each(Object.entries(deployments))('%s has neither errors nor warnings', (_, source) => {
    const files = new Map(fixture(source).files.map(({ path, text }) => [path, text]));
    const found = relevant(analyzeFiles(files).diagnostics, '');
    expect(
      annotated(
        files,
        found.map(({ code, path, start, end, message }) => ({ path, start, end, note: `${code} ${message}` })),
      ),
    ).toBe('');
  });
});
