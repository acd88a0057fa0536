import fc from 'fast-check';
import { expect } from 'vitest';
import type { Deployment } from '../../server/src/model/deployment';
import { Workspace } from '../../server/src/model/workspace';
import { type Analysis, Analyzer } from '../../server/src/rules/analyze';
import { hostedParts, mixedBase } from './deployment';

const rows = (group: string, n: number) =>
  Array.from(
    { length: n },
    (_, i) => `  ${group}${i}@contoso.com  line +142555501${i % 100};ext=${i}  policy Cloud`,
  ).join('\n');

const csv = (n: number) =>
  `SipAddress,LineURI,MailboxLocation,Extension\n${Array.from({ length: n }, (_, i) => `s${i}@contoso.com,+142555502${i % 100};ext=${i},hosted,"${5000 + i}"\n`).join('')}`;

/** Files of a deployment with a group of two pages of rows and more, or of few rows: most edits of these meet something. */
const startWith = (many: number, few: number) => ({
  '/d/main.umtopo': `${mixedBase}${Object.values(hostedParts).join('\n')}\n`,
  '/d/users.umtopo': `users Finance {\n  pool pool01.contoso.com\n  mailbox hosted\n${rows('f', many)}\n}\nusers Plant {\n  pool pool01.contoso.com\n  mailbox local\n  umDialPlan Redmond\n${rows('p', few)}\n}\nusers Sales { csv "sales.csv"  pool pool01.contoso.com  policy Cloud }\n`,
  '/d/sales.csv': csv(many),
});

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
  'other@contoso.com,+14255550155,local,\n',
  'sipDomain fabrikam.com { }\n',
] as const;

interface Edit {
  readonly file: 0 | 1 | 2;
  readonly at: number;
  readonly remove: number;
  readonly piece: string;
}

const edits = fc.array(
  fc.record<Edit>({
    file: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 0, 1, 3, 20, 200),
    piece: fc.constantFrom('', ...pieces),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Everything that can be seen of a deployment, in a form that doesn't depend on how it came about. */
function seen(deployment: Deployment): unknown {
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
  };
}

type Files = Readonly<Record<string, string>>;

/** So many deployments one after the other have few rows, and then one has many. */
const SMALL = 9;

/**
 * After any edits the deployment is the one that its files make from nothing, and so is what an analysis says that followed every edit.
 * @param runs sequences of one to six edits
 */
export function checkIncremental(runs: number): void {
  let run = 0;
  fc.assert(
    fc.property(edits, (sequence) => {
      const files = run++ % (SMALL + 1) === SMALL ? largeStart : small;
      const edited = opened(files);
      const paths = Object.keys(files);
      const analyzers = new Map<Deployment, Analyzer>();
      const analyses = (): Analysis[] =>
        edited.deployments.map((deployment) => {
          const analyzer = analyzers.get(deployment) ?? new Analyzer(deployment);
          analyzers.set(deployment, analyzer);
          return analyzer.analyze();
        });
      analyses();
      for (const { file, at, remove, piece } of sequence) {
        const path = paths[file] as string;
        const text = textOf(edited, path);
        const from = Math.floor(at * text.length);
        edited.edit(path, [{ start: from, end: Math.min(text.length, from + remove), text: piece }]);
        edited.refresh();
        // The analysis in between fills the caches that must not go stale.
        analyses();
      }
      const fresh = opened(Object.fromEntries(paths.map((path) => [path, textOf(edited, path)])));
      const full = fresh.deployments.map((deployment) => new Analyzer(deployment).analyze());
      const [now, then] = [edited, fresh].map(({ deployments }) => deployments.map(seen));
      const [told, toBeTold] = [analyses(), full].map((each) => each.map(said));
      const anew = edited.deployments.map((deployment) => said(new Analyzer(deployment).analyze()));
      same([now, told, anew], [then, toBeTold, toBeTold]);
    }),
    { numRuns: runs },
  );
}

export const largeStart = startWith(600, 40);
const small = startWith(30, 10);

function textOf(workspace: Workspace, path: string): string {
  return (workspace.file(path) ?? workspace.csvFile(path))?.text ?? '';
}

function opened(files: Files): Workspace {
  const workspace = new Workspace();
  for (const [path, text] of Object.entries(files)) workspace.set(path, text);
  workspace.refresh();
  return workspace;
}

/** Compares quickly, and shows the difference where there is one. */
function same(actual: unknown, wanted: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) expect(actual).toEqual(wanted);
}

function said({ diagnostics, notChecked }: Analysis): unknown {
  const told = diagnostics.map(({ path, start, end, code, message }) => `${path} ${start}-${end} ${code} ${message}`);
  return { told, notChecked };
}
