import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';

/** The same with UM Topology: parse, resolve, all rules. */

const [folder = '.'] = process.argv.slice(2);
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.umtopo'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => [path, readFileSync(path, 'utf8')] as const);

global.gc?.();
const heap = process.memoryUsage().heapUsed;
const start = spent();
const workspace = new Workspace();
for (const [path, text] of texts) workspace.set(path, text);
workspace.refresh();
const analyzers = workspace.deployments.map((deployment) => new Analyzer(deployment));
const problems = analyzers.reduce((sum, analyzer) => sum + analyzer.analyze().diagnostics.length, 0);
const cold = spent() - start;
global.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
const kept = heapUsed + arrayBuffers - heap;

const edits: number[] = [];
const [path = ''] = texts.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
for (let i = 0; i < 40; i++) {
  const text = workspace.file(path)?.text ?? '';
  const at = text.indexOf('ext=', Math.floor(text.length / 2)) + 4;
  const from = spent();
  workspace.edit(path, [{ start: at, end: at + 1, text: String((i % 8) + 1) }]);
  workspace.refresh();
  for (const analyzer of analyzers) analyzer.analyze();
  edits.push(spent() - from);
}
console.log(JSON.stringify({ cold, kept, edits: edits.slice(10), problems }));

/** Milliseconds of processor time so far: others on the machine don't count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
