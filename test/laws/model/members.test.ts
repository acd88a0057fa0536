import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Random, runSeed } from '../../support/random';

/** Files come, change and go in some folders, and deployments are let go of: what is there is what a new workspace makes of the same files. */

const folders = ['/p', '/p/a', '/p/a/deep', '/p/b', '/p/b/users', '/q'] as const;
const names = ['main.umtopo', 'users.umtopo', 'list.csv'] as const;
const texts = [
  'deployment One { server lync2013  mode mixed }\n',
  'deployment Two { server lync2013  mode onPremises }\nusers U { csv "list.csv" }\n',
  'sipDomain contoso.com { isDefault true }\n',
  'users V { csv "users/list.csv", "../list.csv" }\n',
  'users W {\n  alice@contoso.com  line +14255550100\n}\n',
] as const;
const lists = ['SipAddress\nbob@contoso.com\n', 'SipAddress\nbob@contoso.com\ncarol@contoso.com\n'] as const;

function shown(workspace: Workspace): unknown {
  return [...workspace.members.all].map(({ root, standalone, deployment }) => ({
    root,
    standalone,
    name: deployment.name,
    paths: deployment.paths,
    users: [...deployment.users()].map(({ address, path }) => `${path} ${address}`),
    problems: [...deployment.textProblems()].map(({ path, problem }) => `${path} ${problem.message}`),
    members: deployment.paths.map((path) => workspace.members.of(path)?.root),
  }));
}

it(`the deployments that files make are those of a new workspace (SEED=${runSeed()})`, () => {
  const random = new Random(runSeed());
  const workspace = new Workspace();
  const now = new Map<string, string>();
  for (let step = 0; step < (process.env.FUZZ ? 20_000 : 600); step++) {
    const path = `${random.pick(folders)}/${random.pick(names)}`;
    const known = now.get(path);
    const what = known === undefined ? 'set' : random.pick(['remove', 'edit', 'set']);
    if (what === 'remove') {
      now.delete(path);
      workspace.remove(path);
    } else if (known !== undefined && what === 'edit') {
      const text = `${known}\n`;
      now.set(path, text);
      workspace.edit(path, [{ start: known.length, end: known.length, text: '\n' }]);
    } else {
      const text = random.pick(path.endsWith('.csv') ? lists : texts);
      now.set(path, text);
      workspace.set(path, text);
    }
    if (random.chance(0.5)) workspace.refresh();
    if (random.chance(0.3)) workspace.members.rest(random.below(3), () => random.chance(0.2));
    if (!random.chance(0.3)) continue;
    workspace.refresh();
    const anew = new Workspace();
    for (const [each, text] of now) anew.set(each, text);
    anew.refresh();
    expect(shown(workspace), `step ${step}`).toEqual(shown(anew));
  }
});
