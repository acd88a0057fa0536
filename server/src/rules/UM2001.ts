import { sameWord } from '../base/words';
import { findKnown } from '../model/facts';
import { changeDestination } from './destinations';
import { addDeclaration } from './fixes';
import { freeName } from './names';
import { eachUse, whose } from './policyUse';
import { publicRoute } from './publicRoute';
import type { Fix, Rule, RulePage } from './types';
import { isRoutable } from './UM1003';
import { witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM2001',
  severity: 'error',
  title: 'Destination that no hosting provider has',
  basis: 'recommended',
  source: ['PS-NEWHVP', 'EDGE'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report, complete } = context;
        eachUse(crowd, context, (use) => {
          const { policy, destination } = use.effective;
          // A destination that can't be routed at all is UM1003, a public provider's UM4036; in a mode without any provider UM4007 speaks.
          if (policy === undefined || destination === undefined || !isRoutable(destination)) return;
          const providers = deployment.all('hostingProvider');
          if (findKnown(providers, (provider) => sameWord(read.text(provider, 'proxyFqdn') ?? '', destination))) return;
          if (publicRoute(deployment, read, policy)) return;
          complete('hostingProvider');
          if (providers.length === 0 && deployment.mode !== 'onPremises') return;
          report({
            at: { path: policy.path, ...policy.valueSpan('destination') },
            users: use.users,
            message: `No hosting provider has the proxy ${destination}: the Edge cannot trust the route, so the calls of ${whose(use)} under policy ${policy.name} are refused`,
            related: [
              ...providers.slice(0, 3).map((provider) => ({
                at: { path: provider.path, ...provider.valueSpan('proxyFqdn') },
                message: `The proxy of ${provider.name}`,
              })),
              ...witnesses(use.placements),
            ],
            fixes: (): Fix[] => {
              const change = changeDestination(deployment, policy);
              const name = freeName(deployment, 'hostingProvider', (n) => (n === 1 ? 'HostedUM' : `HostedUM${n}`));
              const text = `hostingProvider ${name} {
  proxyFqdn ${destination}
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`;
              return [
                ...change,
                addDeclaration(
                  deployment,
                  text,
                  providers[0] ?? policy,
                  `Declare hosting provider ${name} with this proxy`,
                ),
              ];
            },
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The destination of a hosted voice mail policy must be trusted for routing: in practice it is the \`ProxyFqdn\` of a hosting provider on the Edge. When no
provider has that name, the Front End sends the call to the Edge and the Edge refuses it: the caller hears fast busy, the Front End logs event 44009 with
\`ms-diagnostics: 15030;reason="Failed to route to Exchange Server"\`. On the Edge a trace shows 1005 or 1007: it can't route to that domain.

That the two names are equal is a recommendation: no document demands it literally, and Microsoft's examples even differ. Where your Edge trusts the destination in
another way, lower the severity of UM2001 in the settings or in \`umtopo.json\`.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlok.com
              ^^^^^^^^^^^^^^^^^^
  organization contoso.onmicrosoft.com
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination EXAP.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud { destination exap.um.outlok.com  organization unknown }
                                          ^^^^^^^^^^^^^^^^^^`,
  ],
  alsoGood: [
    `// A policy that nobody has is no fault of this kind.
hostedVoicemailPolicy global {
  destination um.fabrikam.com
  organization um.fabrikam.com
}`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete hostingProvider }
hostedVoicemailPolicy Cloud {
  destination um.fabrikam.com
  organization um.fabrikam.com
}`,
  ],
};
