import { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import { type Checks, checksOf, everyCheck } from '../../server/src/rules/checks';
import { generateDeployment } from './generate';

/** What the rules cost in a deployment of 100,000 users: beside reading it, and after an edit of a policy. Milliseconds of processor time. */

const USERS = 100_000;
const files = generateDeployment(USERS);

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function opened(): { workspace: Workspace; analyzer: (checks: Checks) => Analyzer } {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(`/bench/${path}`, text);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  if (deployment === undefined) throw new Error('no deployment');
  return { workspace, analyzer: (checks) => new Analyzer(deployment, checks) };
}

/** Reading and checking from nothing, with all rules and with none, by turns. */
function share(): boolean {
  const times: { all: number[]; none: number[] } = { all: [], none: [] };
  for (let run = 0; run < 12; run++) {
    const all = processorTime(() => opened().analyzer(everyCheck).analyze());
    const none = processorTime(() => opened().analyzer(checksOf([])).analyze());
    if (run < 2) continue;
    times.all.push(all);
    times.none.push(none);
  }
  const [all, none] = [median(times.all), median(times.none)];
  const kept = all <= 2 * none;
  console.log(
    `${USERS.toLocaleString('en')} users from nothing: ${all.toFixed(0)} with all rules, ${none.toFixed(0)} with none`,
  );
  console.log(`  ${(all / none).toFixed(2)} times  ${kept ? 'at most twice' : 'NOT at most twice'}`);
  return kept;
}

/** Types into the description of the policy that most hosted users have: all placements are judged again. */
function policyEdit(): boolean {
  const { workspace, analyzer } = opened();
  const analysis = analyzer(everyCheck);
  analysis.analyze();
  const [path, text] = [...files].find(([, each]) => each.includes('hostedVoicemailPolicy Cloud {')) ?? [];
  if (path === undefined || text === undefined) throw new Error('no policy');
  const at = text.indexOf('{', text.indexOf('hostedVoicemailPolicy Cloud {')) + 1;
  const typed = ' description "for everybody in the cloud"';
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (let character = 0; character < typed.length; character++) {
      const start = at + character;
      times.push(
        processorTime(() => {
          workspace.edit(`/bench/${path}`, [{ start, end: start, text: typed[character] as string }]);
          workspace.refresh();
          analysis.analyze();
        }),
      );
    }
    workspace.edit(`/bench/${path}`, [{ start: at, end: at + typed.length, text: '' }]);
    workspace.refresh();
    analysis.analyze();
  }
  const sorted = times.sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const kept = p95 <= 50;
  console.log(
    `an edit of a policy: median ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)}  ${kept ? 'under 50' : 'NOT under 50'}`,
  );
  return kept;
}

process.exitCode = [share(), policyEdit()].every((kept) => kept) ? 0 : 1;
