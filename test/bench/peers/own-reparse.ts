import { readFileSync } from 'node:fs';
import { parse, reparse } from '../../../server/src/syntax/parse';

/** The same with UM Topology's parser. */

let text = readFileSync(process.argv[2] ?? '', 'utf8');
const start = spent();
let tree = parse(text);
const cold = spent() - start;
const edits: number[] = [];
for (let i = 0; i < 200; i++) {
  const at = text.indexOf('ext=', Math.floor((text.length * ((i * 37) % 100)) / 110)) + 4;
  const typed = `${text.slice(0, at)}5${text.slice(at)}`;
  // A string is only copied when somebody looks into it.
  typed.charCodeAt(at);
  const from = spent();
  tree = reparse(tree, typed, { start: at, end: at, text: '5' });
  edits.push(spent() - from);
  text = typed;
}
console.log(JSON.stringify({ cold, edits }));

/** Milliseconds of processor time so far: others on the machine don't count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
