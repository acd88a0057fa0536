import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { completePolicy, declareGlobal, grantable } from '../../../server/src/rules/completePolicy';
import { changeDestination } from '../../../server/src/rules/destinations';
import { chooseHome } from '../../../server/src/rules/homes';
import { Needs, type Outcome } from '../../../server/src/rules/needs';
import { addNumber, otherNumbers } from '../../../server/src/rules/numberLists';
import { whose } from '../../../server/src/rules/policyUse';
import { allSites, nearestFix, type ReferenceSite } from '../../../server/src/rules/references';
import { domainFixes } from '../../../server/src/rules/sipDomains';
import type { Fix } from '../../../server/src/rules/types';
import { deploymentOf } from '../../support/deployment';

const head = 'deployment D { server lync2013 }\n';
const from = (text: string): Deployment => deploymentOf(head + text);

/** What fixes are called, the preferred ones with a star. */
const titles = (fixes: readonly Fix[]): string[] =>
  fixes.map(({ title, preferred }) => title + (preferred ? ' *' : ''));

/** The lines that a fix changes or adds. */
function lines(deployment: Deployment, fix: Fix | undefined): string[] {
  const was = deployment.textOf('/main.umtopo');
  const is = [...(fix?.edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), was);
  const added = is.split('\n').filter((line) => !was.split('\n').includes(line));
  return added.map((line) => line.replace(/ +}/g, ' }'));
}

describe('a destination for a policy that has none', () => {
  const offered = (text: string, domains = ['contoso.com']): string[] => {
    const deployment = from(text);
    const policy = deployment.all('hostedVoicemailPolicy').at(-1) as Declaration;
    const fixes = completePolicy(deployment, policy, domains);
    return fixes.flatMap((fix) => [...titles([fix]), ...lines(deployment, fix)]);
  };
  const tenants = `tenant a.example.com { acceptedDomain contoso.com }
tenant b.example.com { acceptedDomain contoso.com { domainType internalRelay } }
tenant c.example.com { acceptedDomain fabrikam.com }
`;
  it('is that of other policies, each once, in whose tenants the domains are', () =>
    expect(
      offered(`${tenants}hostedVoicemailPolicy A { destination um.example.com  organization a.example.com }
hostedVoicemailPolicy A2 { destination UM.example.com  organization A.example.com }
hostedVoicemailPolicy B { destination um.example.com  organization b.example.com }
hostedVoicemailPolicy C { destination um.example.com  organization c.example.com }
hostedVoicemailPolicy AC { destination two.example.com  organization c.example.com, a.example.com }
hostedVoicemailPolicy X { destination x.example.com }
hostedVoicemailPolicy Y { destination unknown  organization a.example.com }
hostedVoicemailPolicy New { }`),
    ).toEqual([
      'Send the calls of New to um.example.com *',
      'hostedVoicemailPolicy New { destination um.example.com  organization a.example.com }',
      'Send the calls of New to two.example.com',
      'hostedVoicemailPolicy New { destination two.example.com  organization c.example.com, a.example.com }',
      'Send the calls of New to x.example.com',
      'hostedVoicemailPolicy New { destination x.example.com }',
    ]));
  it('is a provider without Lync accounts, with the first tenant, where no policy has one', () =>
    expect(
      offered(`${tenants}hostingProvider L { proxyFqdn lync.example.com  hostsOCSUsers true }
hostingProvider P { proxyFqdn um.example.com }
hostingProvider Q { proxyFqdn unknown }
hostedVoicemailPolicy New { }`),
    ).toEqual([
      'Send the calls of New to um.example.com *',
      'hostedVoicemailPolicy New { destination um.example.com  organization a.example.com }',
    ]));
  it("comes with its organization where the policy doesn't name one", () => {
    const completed = (rest: string): string[] =>
      offered(
        `hostedVoicemailPolicy A { destination um.example.com  organization ab.example.com, b.example.com }\nhostedVoicemailPolicy New {\n${rest}\n}`,
      ).slice(1);
    expect(completed('organization c.example.com')).toEqual(['destination um.example.com']);
    expect(completed('organization unset')).toEqual([
      'organization ab.example.com, b.example.com',
      'destination um.example.com',
    ]);
    expect(completed('destination unset')).toEqual([
      'destination um.example.com',
      'organization ab.example.com, b.example.com',
    ]);
  });
  it('may be that of the global policy, which is declared', () => {
    const declared = (text: string): string[] => {
      const deployment = from(text);
      return declareGlobal(deployment, ['contoso.com']).flatMap((fix) => [...titles([fix]), ...lines(deployment, fix)]);
    };
    expect(declared('hostingProvider P { proxyFqdn um.example.com }\nsite R { }')).toEqual([
      'Give the global policy the destination um.example.com',
      'hostedVoicemailPolicy global {',
      '  destination um.example.com',
      '}',
    ]);
    const deployment = from(
      'hostedVoicemailPolicy A { destination um.example.com  organization a.example.com, b.example.com }\nsite R { }',
    );
    const [fix] = declareGlobal(deployment, []);
    expect(fix?.edits).toEqual([
      expect.objectContaining({
        start: deployment.textOf('/main.umtopo').indexOf('\nsite'),
        text: '\nhostedVoicemailPolicy global {\n  destination um.example.com\n  organization a.example.com, b.example.com\n}',
      }),
    ]);
  });
  it('is had by policies that can be granted', () =>
    expect(
      grantable(
        from(`${tenants}hostedVoicemailPolicy "A B" { destination um.example.com  organization a.example.com }
hostedVoicemailPolicy globals { destination um.example.com  organization c.example.com, a.example.com }
hostedVoicemailPolicy a-global { destination um.example.com }
hostedVoicemailPolicy Global { destination um.example.com }
hostedVoicemailPolicy site:R { destination um.example.com }
hostedVoicemailPolicy onsite:R { destination um.example.com }
hostedVoicemailPolicy service:S { destination um.example.com }
hostedVoicemailPolicy Bare { }
hostedVoicemailPolicy Dark { destination unknown }
hostedVoicemailPolicy C { destination um.example.com  organization c.example.com }
`),
        ['contoso.com'],
      ),
    ).toEqual(['"A B"', 'globals', 'a-global', 'onsite:R']));
});

describe('a destination that is no proxy', () => {
  const offered = (destination: string, ...proxies: string[]): string[] => {
    const providers = proxies.map((proxy, i) => `hostingProvider P${i} { proxyFqdn ${proxy} }\n`).join('');
    const deployment = from(
      `${providers}hostingProvider L { proxyFqdn lync.example.com  hostsOCSUsers true }\nhostedVoicemailPolicy A { destination ${destination} }`,
    );
    return titles(changeDestination(deployment, deployment.all('hostedVoicemailPolicy')[0] as Declaration));
  };
  it('becomes the nearest one, or one of three', () => {
    expect(offered('um.exampel.com', 'a.b', 'um.example.com', 'um.example.com')).toEqual([
      'Change to um.example.com *',
      'Change to a.b',
    ]);
    expect(offered('zzzzzzzzzzzz', 'a.b')).toEqual(['Change to a.b *']);
    expect(offered('zzzzzzzzzzzz', 'a.b', 'c.d', 'e.f', 'g.h')).toEqual([
      'Change to a.b',
      'Change to c.d',
      'Change to e.f',
    ]);
    expect(offered('zzzzzzzzzzzz', 'unknown')).toEqual([]);
  });
});

describe('a name that stands for nothing', () => {
  const text = `site R {
  pool a.contoso.com { role frontEnd }
  pool edge.contoso.com { role edge }
}
site S {
  pool b.contoso.com { role standardEdition }
  pool c.contoso.com { role survivableBranch }
  pool d.contoso.com { role frontEnd }
  pool director.contoso.com { role director }
}
users U {
  mailbox none
  a@contoso.com  pool NAME
  b@contoso.com  pool NAME
}
`;
  const siteOf = (name: string): [Deployment, ReferenceSite] => {
    const deployment = from(text.replaceAll('NAME', name));
    const site = [...allSites(deployment, 'pool')].find((each) => each.name === name);
    return [deployment, site as ReferenceSite];
  };
  const homes = (name: string, all = false): string[] => {
    const [deployment, site] = siteOf(name);
    const fixes = chooseHome(deployment, site, all ? deployment.placements() : undefined);
    return [...titles(fixes), ...lines(deployment, fixes[0])];
  };
  it('becomes the nearest pool that homes users', () =>
    expect(homes('d.contosso.com').slice(0, 2)).toEqual(['Change to d.contoso.com *', 'Change to a.contoso.com']));
  it('becomes a pool of the same site, where it is that of a pool without homes', () => {
    expect(homes('director.contoso.com').slice(0, 3)).toEqual([
      'Change to b.contoso.com *',
      'Change to c.contoso.com',
      'Change to d.contoso.com',
    ]);
    expect(homes('B.contoso.com').slice(0, 3)).toEqual([
      'Change to c.contoso.com *',
      'Change to d.contoso.com',
      'Change to a.contoso.com',
    ]);
  });
  it('is changed for those who are given, else for those whose row it is', () => {
    const changed = ['  a@contoso.com  pool d.contoso.com', '  b@contoso.com  pool d.contoso.com'];
    expect(homes('d.contosso.com', true).slice(3)).toEqual(changed);
    expect(homes('d.contosso.com').slice(3)).toEqual(changed);
    const [deployment, site] = siteOf('d.contosso.com');
    for (const placements of [[], deployment.placements()]) {
      const fixes = nearestFix(deployment, site, placements);
      expect([...titles(fixes).map((title) => title.replace(' *', '')), ...lines(deployment, fixes[0])]).toEqual([
        'Change to d.contoso.com',
        ...changed,
      ]);
    }
    expect(nearestFix(...siteOf('zzzzzzzzzzzzzzzz'), [])).toEqual([]);
  });
});

describe('a SIP domain that is missing', () => {
  const offered = (text: string, domain: string, write = true): string[] => {
    const deployment = from(text);
    const fixes = domainFixes(deployment, domain, (other) =>
      write ? [{ path: '/main.umtopo', start: 0, end: 0, text: other }] : [],
    );
    return [...titles(fixes), ...lines(deployment, fixes.at(-1))];
  };
  it('is declared, the first one as the default', () =>
    expect(offered('', 'contoso.com')).toEqual([
      'Declare SIP domain contoso.com',
      'sipDomain contoso.com { isDefault true }',
    ]));
  it('may be one that was meant', () => {
    expect(offered('sipDomain contoso.com', 'contosso.com')).toEqual([
      'Change to contoso.com *',
      'Declare SIP domain contosso.com',
      'sipDomain contosso.com',
    ]);
    expect(offered('sipDomain contoso.com', 'contosso.com', false).slice(0, 1)).toEqual([
      'Declare SIP domain contosso.com',
    ]);
  });
  it('is accepted in tenants that share the others, unless it is already', () =>
    expect(
      offered(
        `sipDomain contoso.com
tenant A { acceptedDomain contoso.com }
tenant B { acceptedDomain contoso.com
  acceptedDomain Fabrikam.com }
tenant C { acceptedDomain example.com }
`,
        'Fabrikam.com',
      ),
    ).toEqual([
      'Declare SIP domain Fabrikam.com',
      'sipDomain Fabrikam.com',
      'tenant A { acceptedDomain Fabrikam.com',
      ' acceptedDomain contoso.com }',
    ]));
});

describe('numbers', () => {
  const contacts = `exUmContact a@contoso.com { displayNumber +14255550100 }
exUmContact b@contoso.com { displayNumber +14255550101 }
users U {\n  mailbox none\n  c@contoso.com line +14255550102\n}
`;
  const numbers = [0, 1, 2, 3, 4, 5].map((n) => `+1425555010${n}`);
  const offered = (more = ''): string[] => {
    const deployment = from(contacts + more);
    return titles(otherNumbers(deployment, deployment.all('exUmContact')[0] as Declaration, numbers));
  };
  it('for a contact are two that nobody has', () => {
    expect(offered()).toEqual(['Change the number to +14255550103', 'Change the number to +14255550104']);
    expect(offered('exUmContact d@contoso.com { displayNumber tel:+14255550103 }')).toEqual([
      'Change the number to +14255550104',
      'Change the number to +14255550105',
    ]);
  });
  it('of a contact stay where calls are rerouted to them', () => {
    const rerouting = (rest: string): string[] => offered(`voicemailReroutingConfiguration global { ${rest} }`);
    expect(rerouting('autoAttendantNumber +14255550100')).toEqual([]);
    expect(rerouting('subscriberAccessNumber tel:+14255550100')).toEqual([]);
    expect(rerouting('subscriberAccessNumber +14255550101')).toHaveLength(2);
  });
  it('are added to a list behind its last, or are its first', () => {
    const added = (list: string): string[] => {
      const deployment = from(`exchange X { umDialPlan P { ${list} } }`);
      const plan = deployment.all('umDialPlan')[0] as Declaration;
      return lines(deployment, addNumber(plan, 'accessTelephoneNumbers', '+1'));
    };
    expect(added('accessTelephoneNumbers +2, +3  uriType sipName')).toEqual([
      'exchange X { umDialPlan P { accessTelephoneNumbers +2, +3, +1  uriType sipName } }',
    ]);
    expect(added('accessTelephoneNumbers unset')).toEqual([
      'exchange X { umDialPlan P { accessTelephoneNumbers +1 } }',
    ]);
    expect(added('accessTelephoneNumbers')).toEqual(['exchange X { umDialPlan P { accessTelephoneNumbers +1 } }']);
    expect(added('')).toEqual(['exchange X { umDialPlan P { accessTelephoneNumbers +1 } }']);
  });
});

describe('what is said of many', () => {
  it('counts users and contacts, or nobody', () => {
    const contact = {} as Declaration;
    expect(
      [
        { users: 0, contacts: [] },
        { users: 2, contacts: [] },
        { users: 0, contacts: [contact] },
        { users: 1, contacts: [contact, contact] },
      ].map(whose),
    ).toEqual(['nobody', '2 users', '1 contact', '1 user and 2 contacts']);
  });
  it('adds up what could not be checked, by code, with what would decide it', () => {
    const outcome = (code: string, needs?: Record<string, number>): Outcome => ({
      rule: { code } as Outcome['rule'],
      findings: [],
      needs: needs && new Map(Object.entries(needs)),
    });
    const needs = new Needs();
    const each = outcome('UM2', { pool: 1 });
    needs.add(each, 3);
    needs.add(outcome('UM2', { mailbox: 2 }), 2);
    needs.add(outcome('UM3'), 5);
    expect(needs.of([each, outcome('UM1', { users: 4 }), outcome('UM4'), outcome('UM0', { line: 1 })])).toEqual([
      { code: 'UM0', users: 1, needs: ['line'] },
      { code: 'UM1', users: 4, needs: ['users'] },
      { code: 'UM2', users: 7, needs: ['mailbox', 'pool'] },
    ]);
  });
});
