import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/editor/hover';
import { isRefusal, rename } from '../../../server/src/editor/rename';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { workspaceOf } from '../../support/deployment';
import { annotate, expected, fixture } from '../../support/fixture';

/** Compares every diagnostic of the codes with what the fixture flags. */
async function flags(source: string, ...codes: readonly string[]): Promise<void> {
  // Of a disk that has nothing but the fixture.
  const workspace = new Workspace({ list: async () => [], read: async () => undefined });
  for (const { path, text } of fixture(source).files) workspace.set(path, text);
  await workspace.settle();
  for (const file of fixture(source).files) {
    const deployment = workspace.deploymentOf(file.path);
    const found = deployment ? new Analyzer(deployment).analyze().diagnostics : [];
    const marks = found
      .filter(({ path, code }) => path === file.path && codes.includes(code))
      .map(({ start, end, code, message }) => ({ start, end, note: `${code} ${message}` }));
    expect(annotate(file.text, marks)).toBe(expected(file));
  }
}

describe('bad input is told clearly, and where it is', () => {
  it('two deployments in one folder', async () => {
    await flags(
      `
      //- /t/a.umtopo
      deployment A { server lync2013  mode onPremises }
      //- /t/b.umtopo
      deployment B { server lync2013  mode mixed }
                 ^ UM0010 This folder declares two deployments, A and B: a folder is one, and the first one counts
      `,
      'UM0010',
    );
  });

  it('CSV files that are missing, outside, or topologies', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment A { server lync2013  mode onPremises }
      users Gone { csv gone.csv }
                       ^^^^^^^^ UM0011 There is no file gone.csv: looked for /t/gone.csv
      users Out { csv "../out.csv" }
                      ^^^^^^^^^^^^ UM0011 "../out.csv" lies outside the deployment's folder; a CSV file stands in that folder or below, named relative to this file
      users Round { csv main.umtopo }
                        ^^^^^^^^^^^ UM0011 "main.umtopo" is a topology, not a CSV file of users
      `,
      'UM0011',
    );
  });

  it('names that differ by case only', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment A { server lync2013  mode onPremises }
      certificate Edge { }
      certificate EDGE { }
                  ^^^^ UM0007 Certificate EDGE is declared twice: no declaration is continued elsewhere, and the first one counts
      `,
      'UM0007',
    );
  });

  it('references to objects of another kind', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment A { server lync2013  mode onPremises }
      site Redmond { siteId 1 }
      wave Redmont { after Redmond }
                           ^^^^^^^ UM0008 Redmond is a site, not a wave: \`after\` names a wave
      `,
      'UM0008',
    );
  });

  it('international domains as they stand in DNS', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment A { server lync2013  mode onPremises }
      sipDomain bücher.example
                ^^^^^^^^^^^^^^ UM1001 "bücher.example" has letters that DNS does not carry; it is called xn--bcher-kva.example there: write that
      `,
      'UM1001',
    );
  });

  it('one mistake once, whatever else it tears', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment A { server lync2013  mode onPremises }
      hostingProvider
      ^^^^^^^^^^^^^^^ UM0001 A hosting provider needs a name (unique among hosting and public providers; quotes when it has blanks): \`hostingProvider NAME\`
      hostingProvider "Torn { proxyFqdn a.example }
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ UM0001 This string has no closing quote; a string ends on its line
      hostingProvider Open proxyFqdn b.example }
                           ^^^^^^^^^^^^^^^^^^^ UM0001 Properties stand in braces: \`hostingProvider NAME { proxyFqdn … }\`
      hostingProvider Meant { proxyFqnd c.example }
                              ^^^^^^^^^ UM0003 There is no property \`proxyFqnd\` in \`hostingProvider\`; did you mean \`proxyFqdn\`?
      hostingProvider Bare { }
                      ^^^^ UM0005 A hosting provider needs \`proxyFqdn\`: the provider's Access Edge: \`exap.um.outlook.com\` for Exchange Online and Cloud Voicemail, \`exap.um.partner.outlook.cn\` at 21Vianet
      }
      ^ UM0001 This closing brace closes nothing
      `,
      'UM0001',
      'UM0003',
      'UM0005',
    );
  });

  it('right-to-left text, combining characters and international domains', async () => {
    await flags(
      `
      //- /t/main.umtopo
      deployment Größe { server lync2013  mode onPremises }  // שלום ‮ é
      sipDomain xn--grn-ioa.example { isDefault ture }  // 🏔 e\u0301
                                                ^^^^ UM0004 \`isDefault\` is \`true\` or \`false\`, not "ture"
      /* مرحبا */ certificate "Ze\u0301ro 🏔" { publicCA ture }
                                                    ^^^^ UM0004 \`publicCA\` is \`true\` or \`false\`, not "ture"
      `,
      'UM0004',
    );
  });

  it('a name with combining characters and pairs is renamed where it stands', () => {
    const source = 'wave "Été 🏔" { }\nwave Next { after "Été 🏔" }\n';
    const deployment = workspaceOf(source).deployments[0]!;
    const edits = rename(deployment, '/main.umtopo', source.indexOf('Été'), 'Winter');
    if (isRefusal(edits)) throw new Error(edits.refused);
    expect(edits.map(({ start, end }) => source.slice(start, end))).toEqual(['Été 🏔', 'Été 🏔']);
    expect(hover(deployment, '/main.umtopo', source.lastIndexOf('🏔') + 1)?.text).toContain('wave "Été 🏔"');
  });
});
