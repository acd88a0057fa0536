import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { buildGraph } from '../../../server/src/preview/buildGraph';
import { Analyzer } from '../../../server/src/rules/analyze';
import { fixture } from '../../support/fixture';
import { told } from '../../support/told';
import { deployments } from '../conformance/deployments';
import { edges } from '../conformance/edges';
import { faults } from '../conformance/faults';
import { furtherFaults } from '../conformance/furtherFaults';
import { withFault } from '../conformance/withFault';

type Files = ReadonlyMap<string, string>;

/** A deployment that lives on while its files change, with an analysis that follows. */
class Edited {
  private readonly workspace = new Workspace();
  private analyzer: Analyzer | undefined;

  constructor(files: Files) {
    for (const [path, text] of files) this.workspace.set(path, text);
    this.workspace.refresh();
  }

  /** Changes what differs in each file, as somebody does who types. */
  take(files: Files): void {
    for (const [path, text] of files) {
      const before = this.workspace.file(path)?.text ?? this.workspace.csvFile(path)?.text;
      if (before === undefined || path.endsWith('.csv')) this.workspace.set(path, text);
      else if (before !== text) this.workspace.edit(path, [difference(before, text)]);
    }
    for (const path of this.workspace.paths) if (!files.has(path)) this.workspace.remove(path);
    this.workspace.refresh();
  }

  seen(): unknown {
    const [deployment] = this.workspace.deployments;
    if (deployment === undefined) return undefined;
    this.analyzer ??= new Analyzer(deployment);
    return seen(deployment, this.analyzer);
  }
}

function difference(before: string, after: string): { start: number; end: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind++;
  return { start, end: before.length - behind, text: after.slice(start, after.length - behind) };
}

/** What is said of a deployment, and how its calls are drawn. */
function seen(deployment: Deployment, analyzer: Analyzer): unknown {
  const analysis = analyzer.analyze();
  const { proofs, notChecked } = analysis;
  return { told: told(analysis), proofs, notChecked, graph: buildGraph(deployment, analysis.diagnostics) };
}

const all = [...faults, ...edges, ...furtherFaults];

/** What declarations of the deployment `moving` that many users name become, so that each of these says something else. */
const renamed = [
  ['hostedVoicemailPolicy Cloud', 'hostedVoicemailPolicy Clout'],
  ['umDialPlan Redmond {', 'umDialPlan Redmont {'],
  ['mode mixed', 'mode crossPremises'],
] as const;

/** Leads a deployment through states of its files, one after the other. */
function lead(clean: Files, states: Iterable<readonly [what: string, files: Files]>): void {
  const edited = new Edited(clean);
  edited.seen();
  for (const [what, files] of states) {
    edited.take(files);
    const now = edited.seen();
    const anew = new Edited(files).seen();
    if (JSON.stringify(now) !== JSON.stringify(anew)) expect(now, what).toEqual(anew);
  }
  edited.take(clean);
  expect(edited.seen()).toEqual(new Edited(clean).seen());
}

function* faulted(name: string, others: Files): Generator<readonly [string, Files]> {
  for (const fault of all)
    if (fault.within === name)
      yield [`${fault.code}: ${JSON.stringify(fault.change)}`, new Map([...withFault(fault), ...others])];
}

/** Users of whom no two say the same, so many that it is looked for which of them are alike to all checks. */
function manyUsers(): string {
  const rows: string[] = [];
  for (const mailbox of ['mailbox local  umDialPlan Redmond', 'mailbox hosted  policy Cloud', 'mailbox hosted'])
    for (const enterpriseVoice of ['', 'enterpriseVoice false', 'enterpriseVoice unknown'])
      for (const enabled of ['', 'enabled false'])
        for (const flag of ['', 'hostedVoiceMail true', 'hostedVoiceMail false', 'hostedVoiceMail unset'])
          rows.push(`  many${rows.length}@contoso.com  ${mailbox}  ${enterpriseVoice}  ${enabled}  ${flag}`);
  return `users Many {\n  pool pool01.contoso.com\n${rows.join('\n')}\n}\n`;
}

/**
 * What was concluded is kept as long as the declarations stand that it was concluded from. Each of these edits changes something that a rule or a route hangs on: what
 * is said afterwards is what is said of the files as if they had never been others.
 */
describe('what is kept from one state of the declarations to the next is what would be concluded anew', () => {
  it.each(Object.entries(deployments))('%s', { timeout: 120_000 }, (name, source) => {
    lead(new Map(fixture(source).files.map(({ path, text }) => [path, text])), faulted(name, new Map()));
  });

  it('moving, with many users', { timeout: 240_000 }, () => {
    const many: Files = new Map([['/many.umtopo', manyUsers()]]);
    const [main] = fixture(deployments.moving).files;
    const text = main?.text ?? '';
    const clean = new Map([['/main.umtopo', text], ...many]);
    const others = renamed.map(([before, after]): readonly [string, Files] => {
      expect(text).toContain(before);
      return [after, new Map([['/main.umtopo', text.replaceAll(before, after)], ...many])];
    });
    lead(clean, [...faulted('moving', many), ...others]);
  });
});
