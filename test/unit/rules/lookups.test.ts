import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader as read, UnknownFact } from '../../../server/src/model/facts';
import type { Placement, UserRow } from '../../../server/src/model/placement';
import { edgeOfCertificate, umServerOfCertificate } from '../../../server/src/rules/certificates';
import { hostedPurpose } from '../../../server/src/rules/contacts';
import { discoverRow } from '../../../server/src/rules/discover';
import {
  edgeServiceOf,
  isWithin,
  ownerIn,
  recordsOf,
  rowPlace,
  rowText,
  srvRecords,
  zoneOf,
  zoneOfDomain,
} from '../../../server/src/rules/dns';
import { exchangeOf, umObjects } from '../../../server/src/rules/exchangeVersions';
import { crowdOf, isFilterNamed } from '../../../server/src/rules/expectationFaults';
import { federationOf, isFederated, isShared } from '../../../server/src/rules/federated';
import { isFindable } from '../../../server/src/rules/findable';
import { firewallRules, isAllowed } from '../../../server/src/rules/firewalls';
import { mailboxPolicyOf } from '../../../server/src/rules/mailboxPolicies';
import { isLocalMode, modeOf, modePlace } from '../../../server/src/rules/modes';
import { candidates, nearCandidates } from '../../../server/src/rules/outcalls';
import { missingPlans, plannedServers } from '../../../server/src/rules/planServers';
import { publicRoute } from '../../../server/src/rules/publicRoute';
import { isWrongMethod } from '../../../server/src/rules/routingMethod';
import { scopeOfName } from '../../../server/src/rules/scopes';
import { hiddenGlobal } from '../../../server/src/rules/shadow';
import { voicemailService } from '../../../server/src/rules/tenants';
import { isOfBothTools } from '../../../server/src/rules/toolConflict';
import type { KindName } from '../../../server/src/vocabulary/types';
import { deploymentOf } from '../../support/deployment';

const head = (rest = '', server = 'lync2013'): string => `deployment D { server ${server}  ${rest} }\n`;
const from = (text: string, rest?: string, server?: string): Deployment => deploymentOf(head(rest, server) + text);
const context = (text: string, rest = 'mode onPremises'): { deployment: Deployment; read: typeof read } => ({
  deployment: from(text, rest),
  read,
});
const first = (deployment: Deployment, kind: KindName, n = 0): Declaration => deployment.all(kind)[n] as Declaration;
const placementOf = (deployment: Deployment, address = 'a@contoso.com'): Placement =>
  (deployment.usersWithAddress(address)[0] as UserRow).placement;
const names = (declarations: readonly (Declaration | undefined)[]): (string | undefined)[] =>
  declarations.map((each) => each?.name);

/** What isn't known, and whether that is reported where it stands. */
function missed(look: () => unknown): unknown {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return [error.name, error.silent];
  }
}

describe('records of a zone', () => {
  const zones = `publicDnsZone contoso.com {
  a @ ipv4Address 192.0.2.1
  a www ipv4Address 192.0.2.2
  srv _sip._tls port 443 domainName sip.contoso.com
  srv _sipfederationtls._tcp.emea domainName sip.contoso.com
  cname _sip._tls hostNameAlias x.contoso.com
  srv _other._tcp port unknown
  srv _last._tcp port x
}
publicDnsZone emea.contoso.com { }
publicDnsZone { a y ipv4Address 192.0.2.3 }
internalDnsZone contoso.com { a inside ipv4Address 10.0.0.1 }
`;
  it('have their full names', () =>
    expect(recordsOf(from(zones), 'publicDnsZone').map(({ name }) => name)).toEqual([
      'contoso.com',
      'www.contoso.com',
      '_sip._tls.contoso.com',
      '_sipfederationtls._tcp.emea.contoso.com',
      '_sip._tls.contoso.com',
      '_other._tcp.contoso.com',
      '_last._tcp.contoso.com',
      'y.',
    ]));
  it('are of an Edge service, for a domain, where they are SRV records', () => {
    const deployment = from(zones);
    expect(recordsOf(deployment, 'publicDnsZone').map(edgeServiceOf)).toEqual([
      undefined,
      undefined,
      { service: '_sip._tls', domain: 'contoso.com' },
      { service: '_sipfederationtls._tcp', domain: 'emea.contoso.com' },
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(srvRecords(deployment, 'publicDnsZone', '_sip._tls', 'Contoso.com').map(({ row }) => row.kind.head)).toEqual(
      ['srv'],
    );
  });
  it('stand in the nearest zone, as far as zones are known', () => {
    const zone = (name: string, rest?: string): string | undefined =>
      zoneOf(from(zones, rest), 'publicDnsZone', name)?.name;
    expect(zone('sip.emea.contoso.com')).toBe('emea.contoso.com');
    expect(zone('a.b.contoso.com')).toBe('contoso.com');
    expect(zone('xcontoso.com')).toBe(undefined);
    // A nearer zone may exist of a.b, not of a name with one label.
    const incomplete = 'incomplete publicDnsZone';
    expect(zone('a.b.contoso.com', incomplete)).toBe(undefined);
    expect(zone('a.contoso.com', incomplete)).toBe('contoso.com');
    const ofDomain = (domain: string, rest?: string): string | undefined =>
      zoneOfDomain(from(zones, rest), 'publicDnsZone', domain)?.name;
    expect(ofDomain('apac.contoso.com')).toBe('contoso.com');
    expect(ofDomain('apac.contoso.com', incomplete)).toBe(undefined);
    expect(ofDomain('CONTOSO.com', incomplete)).toBe('contoso.com');
  });
  it('are written as the zone writes them', () => {
    const zone = first(from(zones), 'publicDnsZone');
    expect(['Contoso.com', 'a.b.contoso.com'].map((name) => ownerIn(zone, name))).toEqual(['@', 'a.b']);
    expect([isWithin('a.contoso.com', 'CONTOSO.COM'), isWithin('acontoso.com', 'contoso.com')]).toEqual([true, false]);
  });
  it('have values, or none, or ones that nobody knows', () => {
    const [, , sip, federation, , other, last] = recordsOf(from(zones), 'publicDnsZone');
    const port = (record: typeof sip) => missed(() => record && rowText(record, 'port'));
    expect([port(sip), port(federation), port(other), port(last)]).toEqual([
      '443',
      undefined,
      ['port', false],
      ['port', true],
    ]);
  });
  it('are marked at a value, else at their head', () => {
    const deployment = from(
      `publicDnsZone c.com {\n  srv _sip._tls port 443\n  srv\n  a w ipv4Address 192.0.2.1, 192.0.2.2\n}`,
    );
    const [sip, bare, w] = recordsOf(deployment, 'publicDnsZone');
    const marked = (record: typeof sip, property?: string): string => {
      const { path, start, end } = rowPlace(record as NonNullable<typeof sip>, property);
      return deployment.textOf(path).slice(start, end);
    };
    expect([marked(sip, 'port'), marked(sip), marked(sip, 'domainName'), marked(bare)]).toEqual([
      '443',
      'srv _sip._tls',
      'srv _sip._tls',
      'srv',
    ]);
    expect(marked(w, 'ipv4Address')).toBe('192.0.2.1, 192.0.2.2');
  });
});

describe('what a firewall lets through', () => {
  const rule = (ports: string, rest = 'protocol tcp'): string =>
    `allow from internet to accessEdge ${rest} ports ${ports}\n`;
  const allows = (rules: string, first = 50000, last = 59999): boolean =>
    isAllowed(firewallRules(from(`firewall F {\n${rules}}`)), {
      from: 'internet',
      to: 'accessEdge',
      protocol: 'tcp',
      first,
      last,
    });
  it('is what its rules come to together, in any order', () => {
    expect(allows(rule('50000-59999'))).toBe(true);
    expect(allows(rule('55000-59999') + rule('50000-54999'))).toBe(true);
    expect(allows(rule('55001-59999') + rule('50000-54999'))).toBe(false);
    expect(allows(rule('5061', 'protocol tcp, udp'), 5061, 5061)).toBe(true);
    expect(allows(rule('5061', 'protocol udp'), 5061, 5061)).toBe(false);
    expect(allows(rule('5061').replace('internet', 'edgeInternal'), 5061, 5061)).toBe(false);
    expect(allows(rule('5061').replace('accessEdge', 'edgeInternal'), 5061, 5061)).toBe(false);
  });
  it("isn't known where a rule isn't", () => {
    expect(missed(() => allows(rule('unknown')))).toEqual(['ports', false]);
    expect(missed(() => allows(rule('x-y')))).toEqual(['ports', true]);
    expect(missed(() => allows('allow from internet to accessEdge\n'))).toBe(false);
    expect(missed(() => allows('allow protocol tcp  ports 50000-59999\n'))).toBe(false);
  });
});

describe('the mode of a deployment', () => {
  it('says whether local UM is used, and is not known where it is none', () => {
    const local = (rest: string): unknown => missed(() => isLocalMode(context('', rest)));
    expect(['onPremises', 'mixed', 'crossPremises', 'unknown', 'x', ''].map((mode) => local(`mode ${mode}`))).toEqual([
      true,
      true,
      false,
      ['mode', false],
      ['mode', true],
      ['mode', true],
    ]);
    expect(missed(() => modeOf({ deployment: deploymentOf('tenant t'), read }))).toEqual(['mode', true]);
  });
  it('is the place of what is missing; without it the head, else the start', () => {
    const place = (text: string): string => {
      const deployment = deploymentOf(text);
      const { path, start, end } = modePlace(deployment);
      return `${path} ${start} ${deployment.textOf(path).slice(start, end)}`;
    };
    expect(place('deployment D { mode mixed }')).toBe('/main.umtopo 20 mixed');
    expect(place('deployment D { }')).toBe('/main.umtopo 11 D');
    expect(place('tenant t')).toBe('/main.umtopo 0 ');
  });
  it('and the Access Edge say whether there is traffic with others', () => {
    const edge = (rest: string): string => `accessEdgeConfiguration { ${rest} }`;
    const both = (text: string, mode?: string): boolean[] => [
      isFederated(context(text, mode)),
      federationOf(context(text, mode)),
    ];
    expect(both('')).toEqual([false, false]);
    expect(both(edge('allowFederatedUsers false'))).toEqual([false, false]);
    expect(both(edge('allowFederatedUsers true'))).toEqual([true, true]);
    expect(both(edge('allowFederatedUsers false'), 'mode mixed')).toEqual([true, false]);
    const provider = (rest: string): boolean => isShared(context(`hostingProvider P { ${rest} }`));
    expect([
      provider(''),
      provider('enabledSharedAddressSpace false'),
      provider('enabledSharedAddressSpace true'),
    ]).toEqual([false, false, true]);
  });
});

describe('the Access Edge of a SIP domain', () => {
  const found = (rows: string, more = '', mode = 'mode mixed'): boolean =>
    isFindable(context(`publicDnsZone contoso.com {\n  ${rows}\n}\n${more}`, mode), 'contoso.com');
  const a = 'a sip ipv4Address 192.0.2.1\n  ';
  const srv = (target: string, port = '5061'): string => `srv _sipfederationtls._tcp port ${port} domainName ${target}`;
  it('is found by a record that leads to an address in the domain, on port 5061', () => {
    expect(found(a + srv('sip.contoso.com'))).toBe(true);
    expect(found(srv('sip.contoso.com'))).toBe(false);
    expect(found(a + srv('sip.contoso.com', '443'))).toBe(false);
    expect(found(a)).toBe(false);
    expect(found(`${a}srv _sipfederationtls._tcp port 5061`)).toBe(false);
    expect(found(srv('sip.fabrikam.com'), 'publicDnsZone fabrikam.com { a sip ipv4Address 192.0.2.9 }')).toBe(false);
  });
  it('needs no record where there is no traffic with others, and one inside where the address space is shared', () => {
    expect(found(a, '', 'mode onPremises')).toBe(true);
    const provider = 'hostingProvider P { enabledSharedAddressSpace true }\n';
    expect(found(a + srv('sip.contoso.com'), provider)).toBe(true);
    expect(found(a + srv('sip.contoso.com'), `${provider}internalDnsZone contoso.com { }`)).toBe(false);
  });
});

describe('the Exchange organization of a local mailbox', () => {
  const organization = (user: string, more: string, rest?: string): string | undefined => {
    const deployment = from(`users U {\n  a@contoso.com mailbox local ${user}\n}\n${more}`, rest);
    return exchangeOf(deployment, read, placementOf(deployment))?.name;
  };
  const one = 'exchange One { umDialPlan P { } }\n';
  const two = 'exchange Two { umDialPlan Q { } }\n';
  it('is the one that is named, that of the UM dial plan, or the only one', () => {
    expect(organization('exchange Two  umDialPlan P', one + two)).toBe('Two');
    expect(organization('exchange Gone', one)).toBe(undefined);
    expect(organization('umDialPlan Q', one + two)).toBe('Two');
    expect(organization('', one)).toBe('One');
    expect(organization('', one + two)).toBe(undefined);
    expect(organization('', one, 'incomplete exchange')).toBe(undefined);
    expect(organization('', '')).toBe(undefined);
  });
  it('holds objects of Unified Messaging, and others', () =>
    expect(names(umObjects(first(from('tenant t { acceptedDomain c.com { }  umDialPlan P { } }'), 'tenant')))).toEqual([
      'P',
    ]));
});

describe('the UM mailbox policy of a user', () => {
  const policy = (user: string, rest?: string): unknown => {
    const deployment = from(
      `exchange One { umDialPlan P { }  umMailboxPolicy M { umDialPlan P }  umMailboxPolicy "P Default Policy" { umDialPlan P } }
exchange Two { umDialPlan Q { }  umMailboxPolicy M { umDialPlan Q }  umMailboxPolicy N { umDialPlan Q } }
exchange Three { umDialPlan R { }  umMailboxPolicy N { umDialPlan R } }
users U {\n  a@contoso.com ${user}\n}`,
      rest,
    );
    return missed(() => {
      const found = mailboxPolicyOf(deployment, read, placementOf(deployment));
      return found && `${found.name}: ${found.policy?.qualifiedName ?? 'undeclared'}`;
    });
  };
  it('is his own, looked up beside his plan first, else the default policy of the plan', () => {
    expect(policy('umDialPlan P')).toBe('P Default Policy: One\\P Default Policy');
    expect(policy('umDialPlan Q')).toBe('Q Default Policy: undeclared');
    expect(policy('umDialPlan Q  umMailboxPolicy M')).toBe('M: Two\\M');
    expect(policy('line 1')).toBe(undefined);
    expect(policy('umDialPlan Gone  umMailboxPolicy M')).toBe(undefined);
  });
  it("isn't known where its name is broken, which is reported there, or may be that of an undeclared one", () => {
    expect(policy('umDialPlan P  umMailboxPolicy Gone')).toEqual(['umMailboxPolicy', true]);
    expect(policy('umDialPlan P  umMailboxPolicy "X Default Policy Y"')).toEqual(['umMailboxPolicy', true]);
    expect(policy('umDialPlan P  umMailboxPolicy N')).toEqual(['umMailboxPolicy', true]);
    expect(policy('umDialPlan P  umMailboxPolicy Gone', 'incomplete umMailboxPolicy')).toEqual([
      'umMailboxPolicy',
      false,
    ]);
    expect(policy('umDialPlan P  umMailboxPolicy unknown')).toEqual(['umMailboxPolicy', false]);
  });
});

describe('gateways for out-calls of a UM dial plan', () => {
  const text = `site R {
  pool a.contoso.com { role frontEnd }
  pool b.contoso.com { role frontEnd }
  pool d.contoso.com { role director }
}
site S { pool c.contoso.com { role frontEnd } }
exchange One {
  umDialPlan P { }
  umDialPlan Q { }
  umIPGateway A { address a.contoso.com  umDialPlan P }
  umIPGateway B { address b.contoso.com  umDialPlan P }
  umIPGateway C { address c.contoso.com  umDialPlan P }
  umIPGateway D { address d.contoso.com  umDialPlan P }
  umIPGateway E { address 192.0.2.1  umDialPlan P }
}
users U {
  mailbox local
  umDialPlan P
  a@contoso.com pool b.contoso.com
  b@contoso.com pool b.contoso.com
  c@contoso.com pool c.contoso.com
  d@contoso.com pool a.contoso.com  umDialPlan Q
  e@contoso.com pool a.contoso.com  umDialPlan unset
  f@contoso.com
}
`;
  const listed = (find: typeof candidates, source = text): string[] => {
    const deployment = from(source);
    return find(deployment, read, first(deployment, 'umDialPlan')).map(
      ({ gateway, users }) => `${gateway.name} ${users}`,
    );
  };
  it('are those that point to no Director, the busiest first', () =>
    expect(listed(candidates)).toEqual(['B 2', 'C 1', 'A 0', 'E 0']));
  it('are near where they stand at the site of the busiest one, where somebody is', () => {
    expect(listed(nearCandidates)).toEqual(['B 2', 'A 0']);
    expect(listed(nearCandidates, text.replace(/pool (?=[abcd])/g, 'pool x'))).toEqual([
      'A 0',
      'B 0',
      'C 0',
      'D 0',
      'E 0',
    ]);
    expect(listed(nearCandidates, text.replace(/users U[\s\S]*/, ''))).toEqual(['A 0', 'B 0', 'C 0', 'E 0']);
    expect(listed(nearCandidates, 'exchange One { umDialPlan P { } }')).toEqual([]);
  });
});

describe('UM servers of a SIP URI dial plan', () => {
  const servers = (text: string): unknown => {
    const deployment = from(text);
    return deployment.all('umServer').map((server) => [server.name, ...names(missingPlans(deployment, read, server))]);
  };
  it('have to be all of its organization from Exchange 2013 on', () => {
    const text = `exchange One { version 2013  umServer S { dialPlans P }  umServer T { }  umDialPlan P { uriType sipName }  umDialPlan T { uriType telExtn } }
exchange Two { version 2016  umServer U { }  umDialPlan Q { uriType sipName } }
exchange Three { version 2010SP1  umServer V { }  umDialPlan R { uriType sipName } }`;
    expect(servers(text)).toEqual([['S'], ['T', 'P'], ['U', 'Q'], ['V']]);
    const deployment = from(text);
    expect(deployment.all('umDialPlan').map((plan) => names(plannedServers(deployment, read, plan)).join(' '))).toEqual(
      ['S T', '', 'U', ''],
    );
  });
});

describe('a certificate', () => {
  const of = (certificate: string): unknown[] => {
    const deployment = from(
      `site R { pool e { role edge }  pool f { role frontEnd } }\nexchange X { umServer s { } }\ncertificate c { ${certificate} }`,
    );
    const declared = first(deployment, 'certificate');
    return names([edgeOfCertificate(deployment, read, declared), umServerOfCertificate(deployment, read, declared)]);
  };
  it('is that of the Edge pool or UM server that uses it', () => {
    expect(of('usage edgeExternal  pool e  umServer s')).toEqual(['e', undefined]);
    expect(of('usage edgeExternal  pool f')).toEqual([undefined, undefined]);
    expect(of('usage edgeExternal  pool gone')).toEqual([undefined, undefined]);
    expect(of('usage edgeInternal  pool e  umServer s')).toEqual([undefined, undefined]);
    expect(of('usage um  umServer s')).toEqual([undefined, 's']);
    expect(of('usage edgeInternal, umCallRouter  umServer s')).toEqual([undefined, 's']);
  });
});

describe('what answers voice mail in a tenant', () => {
  it('is Cloud Voicemail from Skype for Business Server 2019 on, unless it is said otherwise', () => {
    const service = (server: string, own: string): string => {
      const deployment = from(`tenant t { ${own} }`, '', server);
      return voicemailService(deployment, read, first(deployment, 'tenant'));
    };
    expect(['lync2013', 'sfb2015', 'sfb2019', 'sfbSE'].map((server) => service(server, ''))).toEqual([
      'exchangeUM',
      'exchangeUM',
      'cloudVoicemail',
      'cloudVoicemail',
    ]);
    expect(service('sfb2019', 'voicemailService exchangeUM')).toBe('exchangeUM');
    expect(service('lync2013', 'voicemailService cloudVoicemail')).toBe('cloudVoicemail');
  });
});

describe('a hosted voice mail policy', () => {
  it('of a site hides the global one, where only that has a destination', () => {
    const hidden = (name: string, rest: string, global?: string): string | undefined => {
      const deployment = from(
        `hostedVoicemailPolicy ${name} { ${rest} }\n${global === undefined ? '' : `hostedVoicemailPolicy global { ${global} }`}`,
      );
      return hiddenGlobal(deployment, read, first(deployment, 'hostedVoicemailPolicy'))?.name;
    };
    expect(hidden('site:R', '', 'destination um.example.com')).toBe('global');
    expect(hidden('Cloud', '', 'destination um.example.com')).toBe(undefined);
    expect(hidden('site:R', 'destination a.example.com', 'destination um.example.com')).toBe(undefined);
    expect(hidden('site:R', '', 'organization x')).toBe(undefined);
    expect(hidden('site:R', '')).toBe(undefined);
  });
  it('leads to a public provider where no hosting provider has the proxy', () => {
    const routes = (more: string): string[] => {
      const deployment = from(
        `hostedVoicemailPolicy A { destination IM.example.com }\nhostedVoicemailPolicy B { }\npublicProvider None { }\npublicProvider P { proxyFqdn im.example.com }\n${more}`,
      );
      return deployment.all('hostedVoicemailPolicy').flatMap((policy) => {
        const provider = publicRoute(deployment, read, policy);
        return provider ? [`${policy.name} ${provider.name}`] : [];
      });
    };
    expect(routes('')).toEqual(['A P']);
    expect(routes('hostingProvider H { proxyFqdn im.example.com }')).toEqual([]);
    expect(routes('hostingProvider H { proxyFqdn other.example.com }')).toEqual(['A P']);
  });
  it('has a scope by its name, or is granted', () =>
    expect(
      ['GLOBAL', 'globals', 'my-global', 'site:R', 'mysite:R', 'Service:x', 'myservice:x'].map((name) =>
        scopeOfName({ name } as Declaration),
      ),
    ).toEqual([{ global: true }, undefined, undefined, { site: 'R' }, undefined, { service: 'x' }, undefined]));
});

describe('a contact', () => {
  it('that OcsUmUtil makes may be meant for hosted UM', () => {
    const purpose = (contact: string, rest = 'mode mixed'): string | undefined => {
      const deployment = from(
        `exchange X { umDialPlan P { } }\ntenant t { umDialPlan T { } }\nexUmContact c@contoso.com { ${contact} }`,
        rest,
      );
      return hostedPurpose(deployment, read, first(deployment, 'exUmContact'));
    };
    expect(purpose('policy A')).toBe(undefined);
    expect(purpose('tool ocsUmUtil  umDialPlan P', 'mode crossPremises')).toBe(
      'in cross-premises mode hosted UM answers',
    );
    expect(purpose('tool ocsUmUtil  umDialPlan T')).toBe('its dial plan T is that of tenant t');
    expect(purpose('tool ocsUmUtil  policy A')).toBe('it has the hosted voice mail policy A');
    expect(purpose('tool ocsUmUtil  umDialPlan unset  policy A')).toBe('it has the hosted voice mail policy A');
    expect(purpose('tool ocsUmUtil  umDialPlan P  policy A')).toBe(undefined);
    expect(purpose('tool ocsUmUtil')).toBe(undefined);
  });
  it('may be declared with both tools', () => {
    const ofBoth = (...tools: string[]): boolean => {
      const deployment = from(tools.map((tool) => `exUmContact c@contoso.com { tool ${tool} }\n`).join(''));
      return isOfBothTools(deployment, first(deployment, 'exUmContact'));
    };
    expect(ofBoth('ocsUmUtil')).toBe(false);
    expect(ofBoth('ocsUmUtil', 'ocsUmUtil')).toBe(false);
    expect(ofBoth('ocsUmUtil', 'exUmContact')).toBe(true);
  });
});

describe('the Access Edge', () => {
  it('uses the wrong method where it has default routing and there are hosting providers', () => {
    const wrong = (edge: string, more: string): boolean => {
      const deployment = from(`accessEdgeConfiguration { ${edge} }\n${more}`);
      return isWrongMethod(deployment, read, first(deployment, 'accessEdgeConfiguration'));
    };
    expect(wrong('useDefaultRouting true', 'hostingProvider P { }')).toBe(true);
    expect(wrong('useDefaultRouting true', '')).toBe(false);
    expect(wrong('useDefaultRouting false', 'hostingProvider P { }')).toBe(false);
  });
});

describe('the row by which clients find web services', () => {
  it('is an alias of those of a pool, as far as they are known', () => {
    const row = (name: string, pool: string): string => {
      const deployment = from(
        `publicDnsZone contoso.com { }\nsite R { pool e { role edge }  pool p.contoso.com { role frontEnd  ${pool} } }`,
      );
      return discoverRow(deployment, first(deployment, 'publicDnsZone'), name);
    };
    const webs = 'internalWebFqdn in.contoso.com  externalWebFqdn out.contoso.com';
    expect(row('lyncdiscover.contoso.com', webs)).toBe('cname lyncdiscover  hostNameAlias out.contoso.com');
    expect(row('LyncDiscoverInternal.contoso.com', webs)).toBe(
      'cname LyncDiscoverInternal  hostNameAlias in.contoso.com',
    );
    expect(row('lyncdiscover.contoso.com', '')).toBe('a lyncdiscover  ipv4Address unknown');
    expect(row('lyncdiscoverinternal.contoso.com', '')).toBe('cname lyncdiscoverinternal  hostNameAlias p.contoso.com');
    expect(row('x-lyncdiscoverinternal.contoso.com', webs)).toBe(
      'cname x-lyncdiscoverinternal  hostNameAlias out.contoso.com',
    );
  });
});

describe('an expectation', () => {
  const text = `site R { pool p { role frontEnd } }\nsipDomain c.com\nwave W { }\nusers U { }\nhostedVoicemailPolicy Cloud { }\n`;
  const named = (filter: string): boolean => {
    const deployment = from(`${text}expect every user ${filter} reaches nothing`);
    const [expectation] = deployment.expectations;
    const crowd = expectation && crowdOf(expectation);
    return crowd?.filters.every((each) => isFilterNamed(deployment, each)) === true;
  };
  it('names what is declared, or the global policy', () => {
    for (const filter of ['in group U', 'in pool P', 'in site r', 'in domain c.com', 'in wave W', 'with policy Cloud'])
      expect([filter, named(filter), named(`${filter}x`)]).toEqual([filter, true, false]);
    expect([named('with policy GLOBAL'), named('with policy globals'), named('with policy a-global')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([named('in pool global'), named('with mailbox local')]).toEqual([false, true]);
  });
  it('is about a crowd, or not', () => {
    const about = (claim: string): string | undefined => {
      const [expectation] = from(`${text}expect ${claim}`).expectations;
      return (
        expectation &&
        crowdOf(expectation)
          ?.filters.map(({ name }) => name.text)
          .join()
      );
    };
    expect(about('every user in group U reaches hosted')).toBe('U');
    expect(about('no user in group U unreachable')).toBe('U');
    expect(about('a@c.com reaches hosted')).toBe(undefined);
    expect(about('')).toBe(undefined);
  });
});
