import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random, runSeed } from '../support/random';
import { randomDeployment } from '../support/randomDeployment';
import { languageExample, oddlyWritten } from '../support/topologies';
import { type Share, type, typedAlone, typedExample } from './typing/runs';

/** A share of what `npm run fuzz` does: half-typed text over the protocol, and every answer right and in time. */
const seed = runSeed();
const share: Share = { prefixes: 8, tokens: 4, characters: 16 };

describe(`while somebody types, every request is answered (SEED=${seed})`, { timeout: 120_000 }, () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'mistakes'])('in the example %s', async (example) => {
    const random = new Random(seed);
    await type(typedExample(example, random), share, random);
  });

  it('in the example bulk, by sample', async () => {
    const random = new Random(seed);
    await type(typedExample('bulk', random, 4), { prefixes: 3, tokens: 2, characters: 10 }, random);
  });

  it('in deployments made by chance, by sample', async () => {
    const random = new Random(seed);
    const texts = Array.from({ length: 6 }, () => randomDeployment(random));
    await type(typedAlone(...texts), share, random);
  });

  it('in a document that is not saved, by every method that the page about the server lists', async () => {
    const random = new Random(seed);
    const texts = typedAlone(languageExample, oddlyWritten);
    const methods = await type(texts, { prefixes: 40, tokens: 20, characters: 100 }, random);
    const page = readFileSync('docs/lsp.md', 'utf8');
    const [, features = ''] = /## Features([\s\S]*?)\n## /.exec(page) ?? [];
    const listed = [...features.matchAll(/`((?:textDocument|workspace|\w+)\/[\w/]+)`/g)].map(([, method]) => method);
    expect(new Set(methods)).toEqual(new Set([...listed, 'textDocument/diagnostic', 'workspace/diagnostic']));
  });
});
