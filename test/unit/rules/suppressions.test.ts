import { describe, expect, it } from 'vitest';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf } from '../../support/deployment';

const head = 'deployment D { server lync2013  mode onPremises }\nsipDomain contoso.com { isDefault true }\n';
const ragged = '//- /d/u.csv\nSipAddress,LineURI\na@contoso.com,+14255550101,more\n';

const codes = (main: string): string[] => {
  const { diagnostics } = new Analyzer(deploymentOf(`//- /d/main.umtopo\n${head}${main}\n${ragged}`)).analyze();
  return diagnostics
    .filter(({ code }) => code === 'UM0012' || code === 'UM0016')
    .map(({ code, severity }) => `${code} ${severity}`);
};
const users = 'users U { csv "u.csv"\n  mailbox none\n}';

describe('a suppression', () => {
  it('takes a warning away: of the file, and of all rows of the CSV files in the next line', () => {
    expect(codes(users)).toEqual(['UM0012 warning']);
    expect(codes(`// umtopo-disable-next-line UM0012: told to HR\n${users}`)).toEqual([]);
  });
  it('that does nothing is a hint', () => {
    expect(codes(`site Redmond { siteId 1 } // umtopo-disable-line UM0012\n${users}`)).toEqual([
      'UM0016 hint',
      'UM0012 warning',
    ]);
  });
  it('inside a string is none', () => {
    expect(codes(`site "a // umtopo-disable UM0012" { siteId 1 }\n${users}`)).toEqual(['UM0012 warning']);
  });
  it('takes its row out of those that are told together', () => {
    const told = (first: string, more = ''): string[] => {
      const rows = `users U { mailbox local${more}\n  a@contoso.com line unknown${first}\n  b@contoso.com line unknown\n}`;
      const csv = 'SipAddress,LineURI\nc@contoso.com,unknown\nd@contoso.com,unknown\n';
      const deployment = deploymentOf(`//- /d/main.umtopo\n${head}${rows}\n//- /d/u.csv\n${csv}`);
      return new Analyzer(deployment)
        .analyze()
        .diagnostics.filter(({ code }) => code === 'UM4021' || code === 'UM0016')
        .map(({ code, path, start, end }) => `${code} ${deployment.textOf(path).slice(start, end)}`);
    };
    expect(told('')).toEqual(['UM4021 U']);
    expect(told(' // umtopo-disable-line UM4021')).toEqual(['UM4021 b@contoso.com']);
    const csv = '\n  // umtopo-disable-next-line UM4021: leavers\n  csv "u.csv"';
    expect(told('', csv)).toEqual(['UM4021 a@contoso.com', 'UM4021 b@contoso.com']);
    expect(told(' // UMTOPO-disable-line um4021', csv)).toEqual(['UM4021 b@contoso.com']);
  });
  it('that is written wrong is a hint and does nothing', () => {
    expect(codes(`// umtopo-disable-nextline UM0012\n${users}`)).toEqual(['UM0016 hint', 'UM0012 warning']);
    expect(codes(`// umtopo-disable-next-line: told to HR\n${users}`)).toEqual(['UM0016 hint', 'UM0012 warning']);
  });
  it('of an error does nothing', () => {
    const { diagnostics } = new Analyzer(
      deploymentOf(`${head}sit Redmond { siteId 1 } // umtopo-disable-line UM0002`),
    ).analyze();
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['UM0002', 'UM0016']));
  });
});
