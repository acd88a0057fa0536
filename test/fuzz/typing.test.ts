import { describe, it } from 'vitest';
import { everything, type, typedAlone, typedExample } from '../protocol/typing/runs';
import { Random, runSeed } from '../support/random';
import { randomDeployment } from '../support/randomDeployment';
import { languageExample, oddlyWritten } from '../support/topologies';

const seed = runSeed();

describe(`while somebody types, every request is answered over the protocol (SEED=${seed})`, () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'mistakes'])('in the example %s', async (example) => {
    const random = new Random(seed);
    await type(typedExample(example, random), everything, random);
  });

  it('in documents that are not saved', async () => {
    await type(typedAlone(languageExample, oddlyWritten), everything, new Random(seed));
  });

  it('in the example bulk, by sample', async () => {
    const random = new Random(seed);
    await type(typedExample('bulk', random), { prefixes: 100, tokens: 50, characters: 200 }, random);
  });

  it('in deployments made by chance, by sample', async () => {
    const random = new Random(seed);
    const texts = Array.from({ length: 100 }, () => randomDeployment(random));
    await type(typedAlone(...texts), { prefixes: 20, tokens: 10, characters: 40 }, random);
  });
});
