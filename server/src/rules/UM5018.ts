import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { UNKNOWN, UnknownFact } from '../model/facts';
import { recordsNamed } from './dns';
import { setProperty } from './fixes';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

interface Service {
  readonly label: string;
  readonly fqdn: string;
  readonly port: number;
  readonly property: 'accessPort' | 'webConferencingPort' | 'avPort';
  readonly nameProperty: 'accessFqdn' | 'webConferencingFqdn' | 'avFqdn';
  readonly addresses: ReadonlySet<string>;
}

const services = [
  ['the Access Edge', 'accessFqdn', 'accessPort'],
  ['the Web Conferencing Edge', 'webConferencingFqdn', 'webConferencingPort'],
  ['the A/V Edge', 'avFqdn', 'avPort'],
] as const;

export const rule: Rule = {
  code: 'UM5018',
  severity: 'error',
  title: 'Edge services share name and port',
  basis: 'recommended',
  source: ['REAL2', 'PORTEDGE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['pool'],
      check(pool, context) {
        if (context.read.text(pool, 'role') !== 'edge') return;
        const found = servicesOf(pool, context);
        found.forEach((service, i) => {
          const other = found.slice(0, i).find((each) => each.port === service.port && sharesPlace(each, service));
          if (other === undefined) return;
          const property = pool.written.has(service.property) ? service.property : service.nameProperty;
          const shared =
            fold(other.fqdn) === fold(service.fqdn)
              ? service.fqdn
              : [...service.addresses].find((address) => other.addresses.has(address));
          context.report({
            at: { path: pool.path, ...pool.valueSpan(property) },
            message: `${capital(other.label)} and ${service.label} share ${shared}:${service.port}: only one of the two can listen there`,
            fixes: () => freePort(pool, service, found),
          });
        });
      },
    },
  ],
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function servicesOf(pool: Declaration, context: RuleContext): Service[] {
  const { deployment, read } = context;
  const found: Service[] = [];
  each(context, services, ([label, nameProperty, property]) => {
    const fqdn = read.text(pool, nameProperty);
    if (fqdn === undefined) return;
    const addresses = addressesOf(deployment, fqdn);
    // Two of one name share it whatever the address is.
    const own = nameProperty === 'accessFqdn' ? pool.fact('externalAddress') : undefined;
    if (Array.isArray(own)) for (const address of own) addresses.add(String(address));
    found.push({ label, fqdn, port: read.number(pool, property) ?? 443, property, nameProperty, addresses });
  });
  if (pool.fact('externalAddress') === UNKNOWN) context.notChecked(new UnknownFact(pool, 'externalAddress', false), 0);
  return found;
}

/** The addresses that declared public zones give a name. */
function addressesOf(deployment: Deployment, fqdn: string): Set<string> {
  const addresses = new Set<string>();
  for (const { row } of recordsNamed(deployment, 'publicDnsZone', fqdn)) {
    const values = row.written.get(row.kind.head === 'aaaa' ? 'ipv6Address' : 'ipv4Address')?.value;
    if (Array.isArray(values)) for (const value of values) addresses.add(String(value));
  }
  return addresses;
}

function sharesPlace(a: Service, b: Service): boolean {
  return fold(a.fqdn) === fold(b.fqdn) || [...a.addresses].some((address) => b.addresses.has(address));
}

/** Ports that real topologies give services which share one name: Web Conferencing 444, A/V 443 or 442. */
function freePort(pool: Declaration, service: Service, all: readonly Service[]): Fix[] {
  const wanted = service.property === 'webConferencingPort' ? [444] : [443, 442];
  const port = wanted.find(
    (each) => !all.some((other) => other !== service && other.port === each && sharesPlace(other, service)),
  );
  return port === undefined ? [] : [setProperty(pool, service.property, String(port))];
}

export const page: RulePage = {
  explanation: `The Edge runs three services towards the Internet: Access, Web Conferencing and A/V. With names and addresses of their own all three can use 443. When they
share one name or address, the ports must differ: 5061 (Access), 444 (Web Conferencing) and 443 or 442 (A/V) in topologies that we have seen. That it is an error is a
recommendation, concluded from it: two services cannot listen at one place.`,
  bad: `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  webConferencingFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
                                                                                       ^^^^^^^^^^^^^^^
}`,
  good: `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  webConferencingFqdn sip.contoso.com  webConferencingPort 444  externalAddress 203.0.113.10  federationRoute true }
}`,
  alsoBad: [
    `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  accessPort 443  avFqdn sip.contoso.com  avPort 443  externalAddress 203.0.113.10  federationRoute true }
                                                                                                                  ^^^
}`,
    `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  avFqdn av.contoso.com  externalAddress 203.0.113.10  federationRoute true }
                                                                          ^^^^^^^^^^^^^^
}
publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   av                      ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  ],
};
