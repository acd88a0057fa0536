import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { actionsAt } from '../../../server/src/editor/actions/all';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { fixture } from '../../support/fixture';
import { atCursor } from './support';

function offered(source: string, only?: readonly string[]) {
  const { cursors } = fixture(source);
  const at = atCursor(source);
  const range = { start: at.offset, end: cursors[1]?.offset ?? at.offset };
  const diagnostics = new Analyzer(at.deployment).analyze().diagnostics.filter(({ path }) => path === at.path);
  return { at, actions: actionsAt({ deployment: at.deployment, path: at.path, range, diagnostics }, only) };
}

/** The files after an action, those that it makes included. Nothing that parsed may not parse any more. */
function done(source: string, title: string, only?: readonly string[]): Record<string, string> {
  const { at, actions } = offered(source, only);
  const action = actions.find((each) => each.title === title);
  if (action === undefined)
    throw new Error(`"${title}" is not offered; there are: ${actions.map((each) => each.title).join(' | ')}`);
  const workspace = new Workspace();
  const texts: Record<string, string> = {};
  const edits = action.edits();
  for (const { path, text } of fixture(source).files) {
    const own = edits.filter((edit) => edit.path === path);
    const now = applyChanges(text, own);
    if (own.length > 0) texts[path] = now;
    workspace.set(path, now);
  }
  const created = action.creates?.();
  if (created) {
    texts[created.path] = created.text;
    workspace.set(created.path, created.text);
  }
  workspace.refresh();
  const after = workspace.deploymentOf(at.path);
  expect(after && faults(after)).toBeLessThanOrEqual(faults(at.deployment));
  return texts;
}

function faults(deployment: Deployment): number {
  return [...deployment.textProblems()].length;
}

function titles(source: string, only?: readonly string[]): string[] {
  return offered(source, only).actions.map(({ title }) => title);
}

describe('quick fixes', () => {
  it('write lines as fmt does', () => {
    const source = 'deployment Contoso {\n  server lync2013\n  mode mi$0xd\n}\n';
    expect(done(source, 'Change to mixed')).toEqual({
      '/main.umtopo': 'deployment Contoso {\n  server lync2013\n  mode mixed\n}\n',
    });
    const missing = 'site A {\n  pool po$0ol01.contoso.com {\n    computers fe01.contoso.com\n  }\n}\n';
    expect(done(missing, 'Add `role frontEnd`')['/main.umtopo']).toBe(
      'site A {\n  pool pool01.contoso.com {\n    role frontEnd\n    computers fe01.contoso.com\n  }\n}\n',
    );
  });

  it('give a pool the roles that it can have where it stands', () => {
    const roles = (source: string) => titles(source).filter((title) => title.startsWith('Add `role'));
    expect(roles('site A { pool p$0.contoso.com { } }')).toEqual([
      'Add `role frontEnd`',
      'Add `role standardEdition`',
      'Add `role edge`',
      'Add `role mediation`',
      'Add `role director`',
    ]);
    expect(roles('site A { pool p$0.contoso.com { } }\nusers U {\n  a@contoso.com pool p.contoso.com\n}')).toEqual([
      'Add `role frontEnd`',
      'Add `role standardEdition`',
    ]);
    expect(roles('site A { pool p$0.contoso.com { accessFqdn sip.contoso.com } }')).toEqual(['Add `role edge`']);
    expect(roles('branchSite A { pool p$0.contoso.com }')).toEqual([
      'Add `role survivableBranch`',
      'Add `role mediation`',
    ]);
  });

  it('mend all of one code at once', () => {
    const source = 'hostingProvider P { enabled tr$0eu }\nhostingProvider Q { enabled flase }\n';
    expect(done(source, 'Fix all UM0004 in this file')).toEqual({
      '/main.umtopo': 'hostingProvider P { enabled true }\nhostingProvider Q { enabled false }\n',
    });
    expect(titles('hostingProvider P { enabled tr$0eu }\n')).not.toContain('Fix all UM0004 in this file');
  });

  it('leave alone on saving what may be meant otherwise', () => {
    const fixed = (source: string) => titles(`$0${source}`, ['source.fixAll']);
    expect(fixed('hostingProvider P { enabled treu }\n')).toHaveLength(1);
    // Which role, which mailbox, whether the country code is missing: nobody can tell.
    expect(fixed('hostingProvider P { enabled true }\n')).toEqual([]);
    expect(fixed('site A { pool p.contoso.com { } }\n')).toEqual([]);
    expect(fixed('users U {\n  a@contoso.com line 4255550101\n}\n')).toEqual([]);
    const mixed = `$0deployment A { server lync2013  mode mixed }
site S { pool p.contoso.com { role frontEnd } }
users U {
  a@contoso.com  pool p.contoso.com  line +14255550101
}
`;
    const title = 'Fix all problems that have a fix';
    expect(done(mixed, title, ['source.fixAll'])['/main.umtopo']).not.toContain('mailbox');
  });

  it('keep to the rules of CSV in a cell', () => {
    const source = `
      //- /t/main.umtopo
      deployment A { server lync2013  mode mixed }
      hostedVoicemailPolicy "Clouds, high" { }
      users U { csv "u.csv" }
      //- /t/u.csv
      SipAddress,HostedVoicemailPolicy
      a@contoso.com,Cl$0ouds high
      b@contoso.com,"Clouds high"
    `;
    expect(done(source, 'Fix all UM2010 in this file')).toEqual({
      '/t/u.csv': 'SipAddress,HostedVoicemailPolicy\na@contoso.com,"Clouds, high"\nb@contoso.com,"Clouds, high"\n',
    });
    const quoted = source.replaceAll('Clouds, high', 'Cloud').replaceAll('ouds high', 'oud1');
    expect(done(quoted, 'Fix all UM2010 in this file')).toEqual({
      '/t/u.csv': 'SipAddress,HostedVoicemailPolicy\na@contoso.com,Cloud\nb@contoso.com,"Cloud"\n',
    });
  });

  it('mend the file on saving, and only then', () => {
    const source = '$0hostingProvider P { enabled treu }\n';
    expect(titles(source)).not.toContain('Fix all problems that have a fix');
    expect(done(source, 'Fix all problems that have a fix', ['source.fixAll'])['/main.umtopo']).toContain(
      'enabled true',
    );
    expect(titles(source, ['source.fixAll.other'])).toEqual([]);
  });
});

describe('source.organize', () => {
  it('puts declarations in the order of the table, with their comments', () => {
    const source = `// Contoso's topology.

expect no user unreachable $0
/// Sales.
users Sales { alice@contoso.com } // all of them
wave Pilot { }

// The provider.
hostingProvider P { }
sipDomain contoso.com { }
sipDomain fabrikam.com { }
deployment Contoso { }
// The end.
`;
    expect(done(source, 'Put declarations in order', ['source.organize'])['/main.umtopo']).toBe(`// Contoso's topology.

deployment Contoso { }

sipDomain contoso.com { }
sipDomain fabrikam.com { }

// The provider.
hostingProvider P { }

/// Sales.
users Sales { alice@contoso.com } // all of them

wave Pilot { }

expect no user unreachable
// The end.
`);
  });

  it('leaves what is in order, and what is broken, as it is', () => {
    expect(titles('sipDomain a.b { }\nsite A { }$0\n', ['source.organize'])).toEqual([]);
    expect(titles('site A { \nsipDomain a.b { $0}\n', ['source.organize'])).toEqual([]);
  });
});

describe('refactorings of users', () => {
  const group = `users Sales {
  mailbox hosted
  alice@contoso.com  line +14255550101  policy Cloud$0
  bob@contoso.com    line +14255550102  policy "Cloud"
}
`;
  it('say once what all rows say', () => {
    expect(done(group, 'Say `policy Cloud` once, for the whole group')['/main.umtopo']).toBe(
      `users Sales {
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}
`,
    );
    expect(titles(group.replace('policy "Cloud"', 'policy Other'))).not.toContain(
      'Say `policy Cloud` once, for the whole group',
    );
  });

  const two = `users Sales {
  mailbox hosted
  pool p.contoso.com
  alice@contoso.com  line +14255550101
  // Bob moves.
  $0bob@contoso.com    line +14255550102  mailbox local  // his
  carol@contoso.com  line +14255550103$0
  dan@contoso.com
}
users Plant {
  mailbox local
}
`;
  it('move rows to another group, with what they would lose', () => {
    expect(done(two, 'Move 2 users to group Plant')['/main.umtopo']).toBe(`users Sales {
  mailbox hosted
  pool p.contoso.com
  alice@contoso.com  line +14255550101
  dan@contoso.com
}
users Plant {
  mailbox local
  // Bob moves.
  bob@contoso.com    line +14255550102  mailbox local   pool p.contoso.com  // his
  carol@contoso.com  line +14255550103  mailbox hosted  pool p.contoso.com
}
`);
  });

  it('move no rows out of a group with a string that has no end: it would take in the comment behind them', () => {
    const torn = two.replace('  pool p.contoso.com', '  pool "p.contoso.com');
    expect(titles(torn).filter((title) => title.startsWith('Move'))).toEqual([]);
    expect(titles(two).filter((title) => title.startsWith('Move'))).not.toEqual([]);
  });

  it('move rows to a new group', () => {
    expect(done(two, 'Move 2 users to a new group')['/main.umtopo']).toContain(`}

users "New group" {
  mailbox hosted
  pool p.contoso.com
  // Bob moves.
  bob@contoso.com    line +14255550102  mailbox local  // his
  carol@contoso.com  line +14255550103
}
users Plant {`);
  });

  it('move rows to a CSV file and back', () => {
    const rows = `users "The Sales" {
  mailbox hosted
  alice@contoso.com  line +14255550101  extensions 1, 2$0
  bob@contoso.com    policy "My Cloud"
}
`;
    const source = `//- /t/main.umtopo\n${rows}`;
    const moved = done(source, 'Move the rows of the group to the-sales.csv');
    expect(moved).toEqual({
      '/t/main.umtopo': 'users "The Sales" {\n  mailbox hosted\n  csv the-sales.csv\n}\n',
      '/t/the-sales.csv':
        "SipAddress,LineURI,HostedVoicemailPolicy,Extension\r\nalice@contoso.com,'+14255550101,,1;2\r\nbob@contoso.com,,My Cloud,\r\n",
    });
    const back = `//- /t/main.umtopo\n${moved['/t/main.umtopo']?.replace('csv the', 'csv $0the')}//- /t/the-sales.csv\n${moved['/t/the-sales.csv']?.replaceAll('\r', '')}`;
    expect(done(back, 'Write the 2 users of the-sales.csv as rows')['/t/main.umtopo']).toBe(
      'users "The Sales" {\n  mailbox hosted\n  alice@contoso.com  line +14255550101  extensions 1, 2\n  bob@contoso.com    policy "My Cloud"\n}\n',
    );
  });
});

describe('a per-user policy from that of a site', () => {
  it('is granted to the groups that have it', () => {
    const source = `deployment Contoso { server lync2013  mode mixed }
site Redmond { pool p.contoso.com { role frontEnd } }
hostedVoicemailPolicy site:Redmond { destination x.cont$0oso.com }
users A { pool p.contoso.com
  alice@contoso.com
}
users B {
  bob@contoso.com
}
`;
    const text = done(source, 'Extract a per-user policy Redmond and grant it to its users')['/main.umtopo'];
    expect(text).toContain('hostedVoicemailPolicy Redmond      { destination x.contoso.com }');
    expect(text).toContain('users A {\n  pool p.contoso.com\n  policy Redmond\n');
    expect(text).not.toMatch(/users B \{[^}]*policy/);
  });
});

describe('the missing declaration', () => {
  const head = 'deployment C { server lync2013  mode crossPremises }\n';

  it('is made with what it requires, behind the one that names it', () => {
    const source = `${head}users U {\n  policy Clo$0ud\n  a@contoso.com\n}\nexpect a@contoso.com reaches nothing\n`;
    expect(done(source, 'Declare hosted voice mail policy Cloud')['/main.umtopo']).toBe(
      `${head}users U {\n  policy Cloud\n  a@contoso.com\n}\nhostedVoicemailPolicy Cloud {}\nexpect a@contoso.com reaches nothing\n`,
    );
  });

  it('is made in the block that it has to stand in, beside its like', () => {
    const plan = '  umDialPlan Redmond {\n    numberOfDigitsInExtension 5\n    countryOrRegionCode 1\n  }\n';
    const source = `${head}exchange E {\n  version 2013\n${plan}  umMailboxPolicy M { umDialPlan Spo$0kane }\n}\n`;
    expect(done(source, 'Declare UM dial plan Spokane')['/main.umtopo']).toContain(
      '  umDialPlan Spokane {\n    numberOfDigitsInExtension 5\n    countryOrRegionCode 1\n  }\n',
    );
  });

  it('of a policy sends calls to the provider that there is', () => {
    const source = 'hostingProvider P { proxyFqdn x.example }\nwave W { move every user to hosted policy Go$0ne }\n';
    expect(done(source, 'Declare hosted voice mail policy Gone')['/main.umtopo']).toContain(
      'hostedVoicemailPolicy Gone {\n  destination x.example\n}',
    );
  });

  it('of a destination is the provider with that proxy', () => {
    const source = `${head}hostedVoicemailPolicy P { destination exap.um.out$0look.com }\n`;
    expect(done(source, 'Declare hosting provider ExchangeOnline')['/main.umtopo']).toContain(
      'hostingProvider ExchangeOnline {\n  proxyFqdn exap.um.outlook.com\n}',
    );
  });

  it('is not offered where the name is declared, or where it could not stand', () => {
    expect(titles(`${head}users U { policy Clo$0ud }\nhostedVoicemailPolicy Cloud { }\n`).join()).not.toContain(
      'Declare',
    );
    expect(titles(`${head}users U { umDialPlan Red$0mond }\n`).join()).not.toContain('Declare');
  });
});
