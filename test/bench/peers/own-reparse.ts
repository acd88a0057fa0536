import { readFileSync } from 'node:fs';
import { Pieces } from '../../../server/src/base/pieces';
import { parse, reparse } from '../../../server/src/syntax/parse';

/** The same with UM Topology's parser. */

const read = readFileSync(process.argv[2] ?? '', 'utf8');
const start = spent();
let tree = parse(read);
const cold = spent() - start;
let text = Pieces.of(read);
const edits: number[] = [];
for (let i = 0; i < 200; i++) {
  const at = text.toString().indexOf('ext=', Math.floor((text.length * ((i * 37) % 100)) / 110)) + 4;
  const change = { start: at, end: at, text: '5' };
  const from = spent();
  text = text.edited(change);
  tree = reparse(tree, text, change);
  edits.push(spent() - from);
}
console.log(JSON.stringify({ cold, edits }));

/** Milliseconds of processor time so far: others on the machine don't count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
