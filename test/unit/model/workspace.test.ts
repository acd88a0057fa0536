import { describe, expect, it } from 'vitest';
import type { FileAccess } from '../../../server/src/model/fileAccess';
import { Workspace } from '../../../server/src/model/workspace';
import { deploymentOf, workspaceOf } from '../../support/deployment';

describe('a deployment is a folder', () => {
  it('with all files in it and below, until another one is declared deeper down', () => {
    const workspace = workspaceOf(`
      //- /a/main.umtopo
      deployment Outer { server lync2013  mode onPremises }
      //- /a/sub/more.umtopo
      sipDomain contoso.com
      //- /a/tenants/b/main.umtopo
      DEPLOYMENT Inner { server lync2013  mode onPremises }
      //- /a/tenants/b/c/users.umtopo
      sipDomain fabrikam.com
      //- /alone.umtopo
      sipDomain litware.com
    `);
    const found = workspace.deployments.map((one) => [one.root, one.standalone, one.files.map((file) => file.path)]);
    expect(found).toEqual([
      ['/a', false, ['/a/main.umtopo', '/a/sub/more.umtopo']],
      ['/a/tenants/b', false, ['/a/tenants/b/c/users.umtopo', '/a/tenants/b/main.umtopo']],
      ['/alone.umtopo', true, ['/alone.umtopo']],
    ]);
    expect(workspace.deploymentOf('/a/sub/more.umtopo')?.name).toBe('Outer');
  });

  it('whose files come and go', () => {
    const workspace = workspaceOf('//- /a/main.umtopo\ndeployment A { server lync2013  mode onPremises }');
    workspace.set('/a/more.umtopo', 'sipDomain contoso.com');
    workspace.refresh();
    expect(workspace.deployments[0]?.all('sipDomain')).toHaveLength(1);
    workspace.remove('/a/more.umtopo');
    workspace.refresh();
    expect(workspace.deployments[0]?.all('sipDomain')).toHaveLength(0);
    workspace.remove('/a/main.umtopo');
    workspace.refresh();
    expect(workspace.deployments).toHaveLength(0);
  });

  it('that is read through the access it was given, CSV files when they are named', async () => {
    const disk: Record<string, string> = {
      '/d/main.umtopo': 'deployment D { server lync2013  mode onPremises }\nusers U { csv "sub/u.csv" }',
      '/d/sub/u.csv': 'SipAddress\na@contoso.com\n',
      '/d/other.csv': 'SipAddress\nb@contoso.com\n',
    };
    const read: string[] = [];
    const access: FileAccess = {
      list: async () => Object.keys(disk).filter((path) => path.endsWith('.umtopo')),
      read: async (path) => {
        read.push(path);
        const text = disk[path];
        return text === undefined ? undefined : { text };
      },
    };
    const workspace = new Workspace(access);
    await workspace.open(['/d']);
    expect(workspace.deployments[0]?.userCount).toBe(1);
    expect(read).toEqual(['/d/main.umtopo', '/d/sub/u.csv']);
  });

  it('with files that cannot be read named, and the rest working', async () => {
    const access: FileAccess = {
      list: async () => ['/d/bad.umtopo', '/d/main.umtopo'],
      read: async (path) =>
        path.includes('bad')
          ? { fault: 'it is no text: it holds binary data' }
          : { text: 'deployment D { server lync2013  mode onPremises }' },
    };
    const workspace = new Workspace(access);
    await workspace.open(['/d']);
    expect(workspace.unreadableFiles).toEqual([
      { path: '/d/bad.umtopo', fault: 'it is no text: it holds binary data' },
    ]);
    expect(workspace.deployments).toHaveLength(1);
  });
});

describe('names', () => {
  const deployment = deploymentOf(`
    deployment D { server lync2013  mode mixed  incomplete pool }
    hostedVoicemailPolicy tag:Cloud { destination exap.um.outlook.com }
    exchange One { version 2013  umDialPlan Plan { numberOfDigitsInExtension 4  countryOrRegionCode 1 }  umMailboxPolicy P { umDialPlan plan } }
    exchange Two { version 2013  umDialPlan Plan { numberOfDigitsInExtension 4  countryOrRegionCode 1 }  umDialPlan Own { numberOfDigitsInExtension 4  countryOrRegionCode 1 } }
  `);

  it('are found without regard to case, policies with and without tag:', () => {
    expect(deployment.find('hostedVoicemailPolicy', 'CLOUD')?.name).toBe('Cloud');
    expect(deployment.find('hostedVoicemailPolicy', 'Tag:cloud')?.name).toBe('Cloud');
  });
  it('are looked up in the organization around, then everywhere', () => {
    const one = deployment.find('exchange', 'One');
    expect(deployment.find('umDialPlan', 'Plan', one)?.organization).toBe(one);
    expect(deployment.find('umDialPlan', 'Own', one)?.organization?.name).toBe('Two');
  });
  it('that several organizations have need ORG\\NAME', () => {
    expect(deployment.resolve(['umDialPlan'], 'Plan').state).toBe('ambiguous');
    expect(deployment.find('umDialPlan', 'two\\plan')?.organization?.name).toBe('Two');
  });
  it('of nothing declared are told apart from those of an incomplete kind', () => {
    expect(deployment.resolve(['site'], 'Nowhere')).toEqual({ state: 'undeclared', incomplete: false });
    expect(deployment.resolve(['pool'], 'pool99.contoso.com')).toEqual({ state: 'undeclared', incomplete: true });
  });
});
