import { nearest } from '../base/words';
import { isFqdn } from '../model/values';
import { replace } from './fixes';
import type { Fix, Rule, RulePage } from './types';

/** Kinds whose names are FQDNs that others may mean. */
const named = ['pool', 'sipDomain', 'tenant', 'umServer', 'publicDnsZone', 'internalDnsZone'] as const;

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
        // The name of another object of the kind would be one fault for another (declared twice).
        const own = deployment.all(...named).find((each) => each.path === path && each.head.start === start);
        const names = [
          ...deployment
            .all(...named)
            .flatMap((declaration) =>
              declaration.nameFault || declaration.kind === own?.kind ? [] : [declaration.name],
            ),
          ...deployment.all('hostingProvider', 'publicProvider').flatMap((provider) => {
            const proxy = provider.fact('proxyFqdn');
            return typeof proxy === 'string' ? [proxy] : [];
          }),
        ];
        const guess =
          nearest(written, names) ?? names.find((name) => name.toLowerCase().startsWith(`${written.toLowerCase()}.`));
        return guess !== undefined && isFqdn(guess) ? [replace(path, { start, end }, guess, `Change to ${guess}`)] : [];
      },
    },
  ],
};

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
