import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Comparison, Row } from './comparison';

/** Writes docs/benchmarks-peers.json and docs/benchmarks-peers.md. @param versions of the peers, by name */
export function writePage(
  { rows, leftOut }: Comparison,
  versions: Readonly<Record<string, string>>,
  runs: number,
): void {
  const { version: node } = process;
  writeFileSync(
    'docs/benchmarks-peers.json',
    `${JSON.stringify({ node, versions, rows, ...(leftOut.length > 0 && { leftOut }) }, undefined, 2)}\n`,
  );
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  writeFileSync(
    'docs/benchmarks-peers.md',
    `# Beside other tools

Written by \`npm run bench:peers\`, which installs the others into the project's cache, pinned by a lock file of their own, and runs each of them and UM Topology by turns.
Measured on ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${node.slice(1)}; ${named.join(', ')}. Processor time unless it says otherwise, medians of ${runs} runs. The numbers as JSON: \`docs/benchmarks-peers.json\`.
A goal that isn't reached is marked; [what it would take](benchmarks-notes.md#beside-other-tools).

| | peer | UM Topology | | goal |
| --- | --: | --: | --- | --- |
${rows.map(rowText).join('\n')}
${leftOut.length > 0 ? `\nLeft out, as they couldn't be run: ${leftOut.join('; ')}.\n` : ''}
${explanation}`,
  );
}

function rowText({ what, unit, peer, own, goal, limit = 0 }: Row): string {
  const theirs = peer === undefined ? `not finished after ${limit / 1000} s` : `${number(peer)} ${unit}`;
  const times = peer === undefined ? '' : `${(peer / own).toFixed(1)} × less`;
  const missed = goal !== undefined && peer !== undefined && peer / own < goal;
  return `| ${what} | ${theirs} | ${number(own)} ${unit} | ${times} | ${goal === undefined ? '' : `${goal} ×`}${missed ? ' — **not reached**' : ''} |`;
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);
}

const explanation = `## What is compared, and what isn't

- **Langium** gets the same files. Its grammar ([users.langium](../test/bench/peers/users.langium)) covers what they use, with cross-references from users to policies, default scopes, its generated
  parser bundled and minified, and one check (an address stands once in its file). UM Topology parses, resolves and runs all of its rules. The first of the numbers is of a process that has
  just started and has compiled nothing: most of it doesn't grow with the users, as the rows for 100,000 show. An edit
  changes a digit in the largest file: Langium takes the new text, and parses, links and validates that document; documents that refer to it are left out, in its favour. The first edits, which run
  before anything is compiled, don't count for either. *Heap kept* is what is left after a garbage collection, typed arrays included.
- **Lezer** only makes a tree, without names, values or faults; its grammar ([users.grammar](../test/bench/peers/users.grammar)) is a rough one, which favours it. Putting the text together is outside of
  both times.
- **LikeC4** reads another language: elements in twenty files, as many as we have users, a fifth of them with a relation. It lays out no views here. What its elements and our users have in
  common is that somebody edits and checks that many of them; nothing more is claimed. \`validate\` and \`check\` are whole processes. In the editor both get a folder and one open file of it, with a
  name in it that isn't declared: what is timed ends when the fault is told, or when it is gone. These times are
  from the client's side, there and back, after \`initialize\` is answered; *at work* is the processor time of the server's main thread meanwhile. Completion is asked for where such a name stands, and answers
  with what fits there (LikeC4: elements; here: policies). Where it doesn't finish in time, by the clock and on a machine that may be busy, the page says so, and a smaller number is tried.
`;
