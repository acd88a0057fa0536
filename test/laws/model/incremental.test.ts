import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { hostedParts, mixedBase } from '../../support/deployment';

const rows = (group: string, n: number) =>
  Array.from(
    { length: n },
    (_, i) => `  ${group}${i}@contoso.com  line +142555501${i % 100};ext=${i}  policy Cloud`,
  ).join('\n');

const start = {
  '/d/main.umtopo': `${mixedBase}${Object.values(hostedParts).join('\n')}\n`,
  '/d/users.umtopo': `users Finance {\n  pool pool01.contoso.com\n  mailbox hosted\n${rows('f', 600)}\n}\nusers Plant {\n  pool pool01.contoso.com\n  mailbox local\n  umDialPlan Redmond\n${rows('p', 40)}\n}\n`,
};

/** Pieces that an edit may put in: harmless ones, and those that turn a file upside down. */
const pieces = [
  'x',
  ' ',
  '\n',
  '{',
  '}',
  '"',
  '//',
  '/*',
  '*/',
  ',',
  '@',
  'policy Cloud',
  'policy Gone',
  'mailbox local',
  'enterpriseVoice false',
  '  ',
  'line +14255550101',
  '\n  new@contoso.com  line +14255550177\n',
  'users ',
  '\nusers More {\n  pool pool01.contoso.com\n',
  'unknown',
  '\n}\n',
  'sipDomain fabrikam.com { }\n',
] as const;

interface Edit {
  readonly file: 0 | 1;
  readonly at: number;
  readonly remove: number;
  readonly piece: string;
}

const edits = fc.array(
  fc.record<Edit>({
    file: fc.constantFrom<0 | 1>(0, 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 0, 1, 3, 20, 200),
    piece: fc.constantFrom('', ...pieces),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Everything that can be seen of a deployment, in a form that doesn't depend on how it came about. */
function seen(deployment: Deployment): unknown {
  const { diagnostics, notChecked } = new Analyzer(deployment).analyze();
  const placements = new Map<string, number>();
  for (const placement of deployment.placements()) {
    const facts = [...placement.shape.facts].map(([name, fact]) => `${name}=${String(fact)}`).sort();
    const key = `${placement.block.declaration.name} ${placement.block.declaration.span.start} ${placement.domain} ${facts.join(' ')}`;
    placements.set(key, (placements.get(key) ?? 0) + placement.count);
  }
  return {
    declarations: deployment.declarations.map(
      (one) => `${one.path} ${one.kind.name} ${one.name} ${one.span.start}-${one.span.end}`,
    ),
    placements: [...placements].sort(),
    users: deployment.userCount,
    suspects: [...deployment.index.addresses.suspects].sort(),
    expectations: deployment.expectations.map(({ path, item, node }) => `${path} ${item.start + node.start}`),
    diagnostics: diagnostics.map(({ path, start, end, code, message }) => `${path} ${start}-${end} ${code} ${message}`),
    notChecked,
  };
}

describe('a deployment that was edited', () => {
  it('is the one that its files make from nothing, after any edits', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const paths = Object.keys(start) as (keyof typeof start)[];
        const edited = new Workspace();
        for (const path of paths) edited.set(path, start[path]);
        edited.refresh();
        const analyzers = new Map(edited.deployments.map((deployment) => [deployment, new Analyzer(deployment)]));
        for (const { file, at, remove, piece } of sequence) {
          const path = paths[file] as string;
          const text = edited.file(path)?.text ?? '';
          const from = Math.floor(at * text.length);
          edited.edit(path, [{ start: from, end: Math.min(text.length, from + remove), text: piece }]);
          edited.refresh();
          // The analysis in between fills the caches that must not go stale.
          for (const deployment of edited.deployments) {
            const analyzer = analyzers.get(deployment) ?? new Analyzer(deployment);
            analyzers.set(deployment, analyzer);
            analyzer.analyze();
          }
        }
        const fresh = new Workspace();
        for (const path of paths) fresh.set(path, edited.file(path)?.text ?? '');
        fresh.refresh();
        expect(edited.deployments.map(seen)).toEqual(fresh.deployments.map(seen));
        const again = edited.deployments.map((deployment) => analyzers.get(deployment)?.analyze());
        const full = fresh.deployments.map((deployment) => new Analyzer(deployment).analyze());
        const told = (analysis: (typeof full)[number] | undefined) =>
          analysis?.diagnostics.map(({ path, start: from, code, message }) => `${path} ${from} ${code} ${message}`);
        expect(again.map(told)).toEqual(full.map(told));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('keeps the topology when only rows change', () => {
    const workspace = new Workspace();
    for (const [path, text] of Object.entries(start)) workspace.set(path, text);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    const version = deployment?.topologyVersion;
    const text = workspace.file('/d/users.umtopo')?.text ?? '';
    const at = text.indexOf('f300@');
    workspace.edit('/d/users.umtopo', [{ start: at, end: at + 1, text: 'renamed' }]);
    workspace.refresh();
    expect(workspace.deployments[0]).toBe(deployment);
    expect(deployment?.topologyVersion).toBe(version);
    expect(deployment?.usersWithAddress('renamed300@contoso.com')).toHaveLength(1);
    expect(deployment?.usersWithAddress('f300@contoso.com')).toHaveLength(0);
    expect(deployment?.userCount).toBe(640);
  });
});
