// @ts-nocheck: its libraries are only in the cache, where `npm run bench:peers` installs them.
// What one character costs: Lezer's incremental parse, with a generated parser. Prints what it took as JSON.
import { readFileSync } from 'node:fs';
import { TreeFragment } from '@lezer/common';
import { parser } from './lezer/parser.js';

let text = readFileSync(process.argv[2], 'utf8');
const start = spent();
let tree = parser.parse(text);
const cold = spent() - start;
let fragments = TreeFragment.addTree(tree);
const edits = [];
for (let i = 0; i < 200; i++) {
  const at = text.indexOf('ext=', Math.floor((text.length * ((i * 37) % 100)) / 110)) + 4;
  const typed = `${text.slice(0, at)}5${text.slice(at)}`;
  typed.charCodeAt(at);
  const from = spent();
  fragments = TreeFragment.applyChanges(fragments, [{ fromA: at, toA: at, fromB: at, toB: at + 1 }]);
  tree = parser.parse(typed, fragments);
  fragments = TreeFragment.addTree(tree, fragments);
  edits.push(spent() - from);
  text = typed;
}
console.log(JSON.stringify({ cold, edits }));

/** Milliseconds of processor time so far: others on the machine don't count. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
