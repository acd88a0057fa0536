import { nearest, sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import { isFqdn } from '../model/values';
import { replace } from './fixes';
import type { Fix, Rule, RulePage } from './types';

/** Kinds whose names are FQDNs that others may mean. */
const named = ['pool', 'sipDomain', 'tenant', 'umServer', 'publicDnsZone', 'internalDnsZone'] as const;

/** A zone may have the name of a SIP domain, and the other way round. */
const alike: Readonly<Record<string, readonly string[]>> = {
  sipDomain: ['publicDnsZone', 'internalDnsZone'],
  publicDnsZone: ['sipDomain', 'internalDnsZone'],
  internalDnsZone: ['sipDomain', 'publicDnsZone'],
};

export const rule: Rule = {
  code: 'UM1001',
  severity: 'error',
  title: 'Not a fully qualified domain name',
  basis: 'recommended',
  source: ['PS-NEWHP', 'PS-SIPDOM'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment): Fix[] {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '');
        // Another object's name would be one fault for another.
        const own = deployment.all(...named).find((each) => each.path === path && each.head.start === start);
        const names = [
          ...deployment
            .all(...named)
            .flatMap((declaration) =>
              declaration.nameFault || (own && !alike[own.kind.name]?.includes(declaration.kind.name))
                ? []
                : [declaration.name],
            ),
          ...(own ? [] : deployment.all('hostingProvider', 'publicProvider')).flatMap((provider) => {
            const proxy = provider.fact('proxyFqdn');
            return typeof proxy === 'string' ? [proxy] : [];
          }),
        ];
        const guess =
          nearest(written, names) ?? names.find((name) => name.toLowerCase().startsWith(`${written.toLowerCase()}.`));
        const offered = [repaired(written), guess].filter((name) => name !== undefined && isFqdn(name));
        // A proxy belongs to one provider, and a name to one object of a kind: another's would be one fault for another too.
        const taken = isProxy(deployment, path, start)
          ? names
          : own
            ? deployment.all(own.kind.name).map(({ name }) => name)
            : [];
        const free = offered.filter((name) => !taken.some((other) => sameWord(other, name ?? '')));
        return [...new Set(free)].flatMap((name) =>
          name === undefined ? [] : [replace(path, { start, end }, name, `Change to ${name}`)],
        );
      },
    },
  ],
};

/** What was meant, where only characters are wrong: `med_z` is `med-z`, and labels neither begin nor end with a hyphen. */
function repaired(written: string): string {
  const labels = written
    .trim()
    .replace(/[_\s]+/g, '-')
    .split('.');
  return labels.map((label) => label.replace(/^-+|-+$/g, '')).join('.');
}

function isProxy(deployment: Deployment, path: string, start: number): boolean {
  return deployment
    .all('hostingProvider', 'publicProvider')
    .some((provider) => provider.path === path && provider.valueSpan('proxyFqdn').start === start);
}

export const page: RulePage = {
  explanation: `Names of SIP domains, pools, tenants and proxies are fully qualified: at least two labels, each 1 to 63 letters, digits and inner hyphens, 255 characters
in all. A single label such as \`pool01\` can't be resolved from outside, can't stand in a public certificate, and the cmdlets or the first TLS connection refuse it.
The exact form is a recommendation taken from the DNS standards; the cmdlets' pages only ask for an FQDN.`,
  bad: `publicProvider Messenger {
  proxyFqdn federation_messenger.example
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
}`,
  alsoBad: [
    `sipDomain fabrikam
          ^^^^^^^^`,
    `publicProvider Messenger {
  proxyFqdn -federation.messenger.example
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
    `tenant "fabrikam.onmicrosoft.com:5061"
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    `publicProvider Messenger {
  proxyFqdn aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
  alsoGood: [
    `publicProvider Messenger {
  proxyFqdn aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example
}`,
  ],
};
