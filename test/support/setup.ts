import fc from 'fast-check';
import { runSeed } from './random';

// Property tests see the same examples on every machine; `npm run fuzz` looks for new ones.
fc.configureGlobal({ seed: runSeed() });
