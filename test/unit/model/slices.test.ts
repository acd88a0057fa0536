import { describe, expect, it } from 'vitest';
import { Slices } from '../../../server/src/base/slices';
import { finished } from '../../../server/src/base/steps';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { parse, parseInSlices } from '../../../server/src/syntax/parse';
import { generateProvider } from '../../bench/provider';

/** A clock by which a millisecond goes by whenever somebody looks. */
function clock(): () => number {
  let time = 0;
  return () => time++;
}

const accessTo = (files: ReadonlyMap<string, string>) => ({
  list: async () => [...files.keys()].filter((path) => path.endsWith('.umtopo')),
  read: async (path: string) => {
    const text = files.get(path);
    return text === undefined ? undefined : { text };
  },
});

function told(workspace: Workspace): unknown {
  const [deployment] = workspace.deployments;
  if (deployment === undefined) throw new Error('no deployment');
  const { diagnostics } = new Analyzer(deployment).analyze();
  return [deployment.userCount, diagnostics.map(({ path, start, code, message }) => [path, start, code, message])];
}

describe.each(['umtopo', 'csv'] as const)('a large folder of %s files', (form) => {
  const files = new Map(
    [...generateProvider({ users: 12_000, files: 3, form })].map(([path, text]) => [`/p/${path}`, text] as const),
  );

  it('is read in slices, between which others have their turn, and is what it would be read at once', async () => {
    /** How many users are known at each turn. */
    const seen: number[] = [];
    const slices = new Slices(async () => void seen.push(workspace.deployments[0]?.userCount ?? 0), clock(), 2);
    const workspace: Workspace = new Workspace(accessTo(files), slices);
    await workspace.open(['/p']);
    // A turn after every other page of rows, and so many characters.
    expect(slices.taken).toBeGreaterThan(20);
    expect(seen.filter((users) => users < 12_000).length).toBeGreaterThan(20);
    const atOnce = new Workspace(accessTo(files));
    await atOnce.open(['/p']);
    expect(told(workspace)).toEqual(told(atOnce));
    expect(workspace.deployments[0]?.shapes.size).toBe(atOnce.deployments[0]?.shapes.size);
  });
});

it('rows that were read and are not taken leave nothing behind', async () => {
  const [, text = ''] =
    [...generateProvider({ users: 3000, files: 1 })].find(([path]) => path.startsWith('users/')) ?? [];
  const files = new Map([
    ['/p/deployment.umtopo', 'deployment D { server lync2013  mode mixed }\n'],
    ['/p/users.umtopo', text],
  ]);
  // Opened in the editor while it is read: what it shows counts.
  const slices: Slices = new Slices(async () => workspace.set('/p/users.umtopo', ''), clock(), 8);
  const workspace: Workspace = new Workspace(accessTo(files), slices);
  await workspace.open(['/p']);
  expect(workspace.deployments[0]?.userCount).toBe(0);
  expect(workspace.deployments[0]?.shapes.size).toBe(0);
});

it('a text that is parsed in slices is the one that is parsed at once', () => {
  const [deployment = '', group = ''] = generateProvider({ users: 2000, files: 1 }).values();
  const declarations = Array.from(
    { length: 700 },
    (_, i) => `// ${i}\nhostedVoicemailPolicy P${i} { destination x.y }`,
  );
  for (const text of [
    deployment,
    group,
    declarations.join('\n'),
    `${declarations.join('\n')}\n/* no end`,
    `${group.slice(0, 70_000)}\n"torn`,
    `\ufeff${group.replaceAll('mailbox', 'mailbox {')}`,
    '',
    ' // nothing',
  ])
    expect(finished(parseInSlices(text))).toEqual(parse(text));
});

it('a folder that is too large says so, and what was read stays', async () => {
  const files = new Map(
    [...generateProvider({ users: 1000, files: 4 })].map(([path, text]) => [`/p/${path}`, text] as const),
  );
  const workspace = new Workspace(accessTo(files), undefined, 30_000);
  await workspace.open(['/p']);
  expect(workspace.unreadableFiles.length).toBeGreaterThan(0);
  for (const { fault } of workspace.unreadableFiles)
    expect(fault).toBe('the folder is too large; open the folder of one deployment');
  expect(workspace.paths.length + workspace.unreadableFiles.length).toBe(files.size);
  expect(workspace.deployments[0]?.name).toBe('Provider');
});
