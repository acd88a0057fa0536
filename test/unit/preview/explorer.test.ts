import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { DiagnosticIndex } from '../../../server/src/preview/diagnosticIndex';
import type { ExplorerEntry } from '../../../server/src/preview/explorer/entry';
import { Explorer } from '../../../server/src/preview/explorer/explorer';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf, hostedParts, mixedBase, mixedWith } from '../../support/deployment';
import { manyUsers } from '../../support/topologies';

const people = `users Finance { pool pool01.contoso.com  mailbox hosted  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com  line +14255550102 }
users Plant { pool pool01.contoso.com  mailbox local  umDialPlan Redmond
  carol@contoso.com  line +14255550121 }
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=c"  policy Cloud }
wave Rest { after Pilot  move every user with mailbox local to hosted policy Cloud }
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
expect alice@contoso.com reaches ExchangeOnline
expect alice@contoso.com reaches nothing`;

function explorerOf(deployment: Deployment): Explorer {
  return new Explorer(deployment, new DiagnosticIndex(new Analyzer(deployment).analyze().diagnostics));
}

function line({ label, description, hasChildren, errors, passed, disabled, call }: ExplorerEntry): string {
  const marks = [
    errors > 0 && `${errors} errors`,
    passed !== undefined && (passed ? 'passed' : passed === null ? 'undecided' : 'failed'),
    disabled && 'disabled',
    call && `call ${call}`,
  ].filter(Boolean);
  return `${hasChildren ? '> ' : ''}${label}${description ? ` — ${description}` : ''}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

const below = (explorer: Explorer, id?: string) => explorer.children(id).map(line);

describe('the tree of a deployment', () => {
  const explorer = explorerOf(mixedWith(people));

  it('starts with what it consists of', () => {
    expect(below(explorer)).toEqual([
      '> SIP Domains — 1',
      '> Sites and Pools — 2',
      '> Providers — 1',
      '> Tenants — 1',
      '> Hosted Voice Mail Policies — 1',
      '> Exchange — 1',
      '> Groups of Users — 2 · 3 users',
      '> Contacts — 1',
      '> Waves — 2',
      '> Expectations — 2 (1 errors)',
    ]);
  });

  it.each([
    ['section:sites', ['> Redmond', '> Spokane — branch of Redmond']],
    ['site:redmond', ['pool01.contoso.com — Front End', 'edge01.contoso.com — Edge']],
    ['section:providers', ['ExchangeOnline — exap.um.outlook.com']],
    ['section:policies', ['Cloud — 2 users · exap.um.outlook.com']],
    ['section:exchange', ['> OnPrem — 2013']],
    ['exchange:onprem', ['ex01.contoso.com', 'ex02.contoso.com', 'Redmond — sipName · secured']],
    ['section:groups', ['> Finance — 2 users · hosted', '> Plant — 1 user · local']],
    [
      'users:finance',
      [
        'alice@contoso.com — +14255550101 (call alice@contoso.com)',
        'bob@contoso.com — +14255550102 (call bob@contoso.com)',
      ],
    ],
    ['section:contacts', ['ova@contoso.com — +14255550180 · subscriber access (call +14255550180)']],
    ['section:waves', ['Pilot — 2013-06-03 · moves 1 user', 'Rest — moves 0 users']],
    [
      'section:expectations',
      ['alice@contoso.com reaches ExchangeOnline (passed)', 'alice@contoso.com reaches nothing (1 errors, failed)'],
    ],
    ['nothing:of the kind', []],
  ])('below %s', (id, expected) => {
    expect(below(explorer, id)).toEqual(expected);
  });

  it('draws what is disabled quietly', () => {
    const off = mixedWith(people, { provider: hostedParts.provider.replace('enabled true', 'enabled false') });
    expect(below(explorerOf(off), 'section:expectations')).toEqual([
      'alice@contoso.com reaches ExchangeOnline (failed)',
      'alice@contoso.com reaches nothing (passed)',
    ]);
    expect(below(explorerOf(off), 'section:providers')).toEqual([
      'ExchangeOnline — disabled · exap.um.outlook.com (1 errors, disabled)',
    ]);
  });

  it('has unique ids', () => {
    const all = (id?: string): string[] =>
      explorer.children(id).flatMap((entry) => [entry.id, ...(entry.hasChildren ? all(entry.id) : [])]);
    const ids = all();
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads from a place in the text to its entry', () => {
    const deployment = mixedWith(people);
    const [path = ''] = deployment.paths;
    const text = deployment.textOf(path);
    const at = (word: string) =>
      explorerOf(deployment)
        .path(path, text.indexOf(word))
        .map(({ label }) => label);
    expect(at('edge01.contoso.com { role')).toEqual(['Sites and Pools', 'Redmond', 'edge01.contoso.com']);
    expect(at('voIPSecurity secured')).toEqual(['Exchange', 'OnPrem', 'Redmond']);
    expect(at('bob@contoso.com')).toEqual(['Groups of Users', 'Finance']);
    expect(at('reaches nothing')).toEqual(['Expectations', 'alice@contoso.com reaches nothing']);
    expect(at('deployment Contoso')).toEqual([]);
  });

  it('is bounded: of many users a few are shown, and how many more there are', () => {
    const many = explorerOf(deploymentOf(`${mixedBase}${manyUsers(2000)}`));
    expect(below(many, 'section:groups')).toEqual(['> Big — 2,000 users · hosted (50 errors)']);
    const users = many.children('users:big');
    expect(users).toHaveLength(51);
    expect(users[0]?.label).toBe('user000000@contoso.com');
    expect(users.at(-1)).toMatchObject({ kind: 'more', label: '1,950 more users' });
  });
});
