import { hybridOf } from './hybrid';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4030',
  severity: 'error',
  title: 'Hybrid with several tenants',
  basis: 'documented',
  source: ['HYBRID'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const hybrid = hybridOf(crowd, context);
        const [first, ...others] = hybrid?.tenants ?? [];
        if (hybrid === undefined || first === undefined) return;
        for (const tenant of others) {
          context.report({
            at: { path: tenant.path, ...tenant.head },
            message: `Users are homed online, and a hybrid with several tenants is not supported: besides ${first.name} there is ${tenant.name}. Say by \`provider\` which one is reached through the provider of Lync accounts`,
            related: [{ at: { path: first.path, ...first.head }, message: `Tenant ${first.name}` }],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A Lync deployment can share its users with one tenant only. Hosted voice mail may be spread over several tenants and providers; homing users online may not.
Tenants that state a \`provider\` other than that of the users homed online are no part of the hybrid.`,
  bad: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline }
tenant fabrikam.onmicrosoft.com { provider LyncOnline  acceptedDomain contoso.com }
       ^^^^^^^^^^^^^^^^^^^^^^^^`,
  good: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline }
tenant fabrikam.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com }`,
};
