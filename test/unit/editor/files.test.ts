import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { documentLinks } from '../../../server/src/editor/documentLinks';
import { editsForRenames } from '../../../server/src/editor/fileRenames';
import { hover } from '../../../server/src/editor/hover';
import { deploymentOf } from '../../support/deployment';

const source = `
  //- /t/main.umtopo
  deployment Contoso { server lync2013  mode mixed }
  // umtopo-disable-next-line UM4006, UM4037: as agreed
  users U { csv "people/a.csv", b.csv }
  //- /t/people/a.csv
  SipAddress
  //- /t/b.csv
  SipAddress
`;

describe('links', () => {
  it('lead to CSV files and to the pages of rules', () => {
    const deployment = deploymentOf(source);
    const text = deployment.textOf('/t/main.umtopo');
    const found = documentLinks(deployment, '/t/main.umtopo');
    expect(found.map(({ start, end, target }) => [text.slice(start, end), target])).toEqual([
      ['UM4006', { rule: 'UM4006' }],
      ['UM4037', { rule: 'UM4037' }],
      ['people/a.csv', { path: '/t/people/a.csv' }],
      ['b.csv', { path: '/t/b.csv' }],
    ]);
  });
});

describe('words of comments', () => {
  const commented = `deployment C { server lync2013  mode mixed }
// As Set-CsUser and new-umdialplan say; Get-Unheard does not count, nor UM12.
allowedDomain fabrikam.com { comment "no // UM4006 New-CsAllowedDomain here" } // but UM4006 here
`;

  it('lead to the pages of rules and of cmdlets', () => {
    const deployment = deploymentOf(commented);
    const text = deployment.textOf('/main.umtopo');
    const found = documentLinks(deployment, '/main.umtopo').map(({ start, end, target }) => [
      text.slice(start, end),
      target,
    ]);
    expect(found).toEqual([
      ['Set-CsUser', { uri: 'https://learn.microsoft.com/powershell/module/skype/set-csuser' }],
      ['new-umdialplan', { uri: 'https://learn.microsoft.com/powershell/module/exchange/new-umdialplan' }],
      ['UM4006', { rule: 'UM4006' }],
    ]);
  });

  it('say what they are', () => {
    const deployment = deploymentOf(commented);
    const at = (word: string) => hover(deployment, '/main.umtopo', commented.lastIndexOf(word) + 2)?.text;
    expect(at('UM4006')).toBe('**UM4006** — Open federation · information');
    expect(at('Set-CsUser')).toBe('[Set-CsUser](https://learn.microsoft.com/powershell/module/skype/set-csuser)');
    expect(at('Get-Unheard')).toBeUndefined();
  });
});

describe('renames of files', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['/t/b.csv', '/t/c.csv', 'csv "people/a.csv", c.csv'],
    ['/t/people', '/t/staff', 'csv "staff/a.csv", b.csv'],
    ['/t/main.umtopo', '/t/people/main.umtopo', 'csv "a.csv", "../b.csv"'],
    ['/t/other.csv', '/t/c.csv', 'csv "people/a.csv", b.csv'],
    ['/t', '/u', 'csv "people/a.csv", b.csv'],
  ];
  it.each(cases)('%s to %s', (from, to, expected) => {
    const deployment = deploymentOf(source);
    const edits = editsForRenames(deployment, [{ from, to }]);
    expect(applyChanges(deployment.textOf('/t/main.umtopo'), edits)).toContain(expected);
  });
});
