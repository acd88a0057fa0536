import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { checkIncremental, largeStart } from '../../support/incrementalRuns';

describe('a deployment that was edited', () => {
  it('is the one that its files make from nothing, after any edits', { timeout: 120_000 }, () =>
    checkIncremental(1_000),
  );

  it('tells groups apart that look the same', () => {
    const text = 'sipDomain contoso.com { }\nsite Redmond { }\nsite Seattle { }users ';
    const workspace = new Workspace();
    workspace.set('/d/main.umtopo', text);
    workspace.refresh();
    workspace.edit('/d/main.umtopo', [{ start: 0, end: 0, text: 'users //' }]);
    workspace.refresh();
    const groups = workspace.deployments.flatMap((deployment) => deployment.all('users'));
    expect(groups.map(({ span }) => span.start)).toEqual([0, 'users //'.length + text.lastIndexOf('users')]);
  });

  it('tells a group, a row of which is typed, from its copy', () => {
    const text = 'users A {\n  pool p.contoso.com\n  ann@contoso.com\n  bob@contoso.com\n}\n';
    const workspace = new Workspace();
    const head = 'deployment D { }\nsipDomain a.com { }\nsipDomain b.com { }\n';
    workspace.set('/d/main.umtopo', head + text);
    workspace.refresh();
    const row = head.length + text.indexOf('nn@');
    workspace.edit('/d/main.umtopo', [{ start: row, end: row, text: 'n' }]);
    workspace.edit('/d/main.umtopo', [{ start: 0, end: 0, text: `\n${text}` }]);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    const groups = deployment?.blocks ?? [];
    expect(groups.map(({ declaration }) => declaration.span.start)).toEqual([1, 1 + text.length + head.length]);
    expect(deployment?.all('users').map(({ written }) => written.get('pool')?.value)).toEqual(
      Array(2).fill('p.contoso.com'),
    );
    const addresses = [...(deployment?.users() ?? [])].map(({ address }) => address.replace('@contoso.com', ''));
    expect(addresses).toEqual(['ann', 'bob', 'annn', 'bob']);
  });

  it('keeps the topology when only rows change', () => {
    const workspace = new Workspace();
    for (const [path, text] of Object.entries(largeStart)) workspace.set(path, text);
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
    expect(deployment?.userCount).toBe(1240);
  });
});
