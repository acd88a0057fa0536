import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Io } from '../../../server/src/cli/io';
import { judge } from '../../../server/src/cli/judge';
import { openDeployments } from '../../../server/src/cli/open';
import { bases } from '../../support/cleanDeployment';

const nobodysDestination = `${bases.mixed}hostedVoicemailPolicy site:Redmond {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com, contoso.onmicrosoft.com
}
`;

describe('the umtopo.json beside a deployment', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'umtopo-'));
    await writeFile(join(folder, 'main.umtopo'), nobodysDestination);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function check(): Promise<{ found: string[]; unreadable: readonly string[] }> {
    const io: Io = { out: () => {}, err: () => {}, terminal: false, env: {}, cwd: folder, version: '0' };
    const { deployments, unreadable } = await openDeployments([], io);
    const found = deployments.flatMap((each) => judge(each).analysis.diagnostics);
    return {
      found: found.filter(({ code }) => code === 'UM1005').map(({ code, severity }) => `${code} ${severity}`),
      unreadable,
    };
  }

  it('changes what is found', async () => {
    expect(await check()).toEqual({ found: ['UM1005 warning'], unreadable: [] });
    await writeFile(join(folder, 'umtopo.json'), '{ "severity": { "UM1005": "error" } }');
    expect(await check()).toEqual({ found: ['UM1005 error'], unreadable: [] });
  });

  it('is told with its place where it is wrong', async () => {
    await writeFile(join(folder, 'umtopo.json'), '{\n  "severity": { "UM2002": "off" }\n}');
    expect(await check()).toEqual({
      found: ['UM1005 warning'],
      unreadable: [
        'umtopo.json:2:17: UM2002 is an error and stays one: only warnings, information and UM2001 can be changed',
      ],
    });
  });
});
