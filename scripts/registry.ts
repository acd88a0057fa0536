// Writes the lists of rules, which the reference pages are made from: the first half of `npm run docs`.
import { generateRuleRegistry } from './generate/ruleRegistry';
import { writeGenerated } from './generate/write';

writeGenerated(generateRuleRegistry());
