import { setProperty } from './fixes';
import { hybridOf } from './hybrid';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM4032',
  severity: 'warning',
  title: 'Tenant does not share the SIP address space',
  basis: 'documented',
  source: ['I-9881', 'FEDLO'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        each(context, hybridOf(crowd, context)?.tenants ?? [], (tenant) => {
          if (!tenant.written.has('sharedSipAddressSpace')) return;
          if (context.read.flag(tenant, 'sharedSipAddressSpace') === true) return;
          context.report({
            at: { path: tenant.path, ...tenant.valueSpan('sharedSipAddressSpace') },
            message: `${tenant.name} does not know that the SIP address space is shared: moves of users fail with error 510`,
            fixes: () => [setProperty(tenant, 'sharedSipAddressSpace', 'true')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `When users are homed online and here, the tenant must be told: \`Set-CsTenantFederationConfiguration -SharedSipAddressSpace $True\`, in the tenant. Without
it \`Move-CsUser\` fails with error 510, and the tenant looks for users that it doesn't have in its own list only.`,
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
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  sharedSipAddressSpace false }
                                                                                            ^^^^^`,
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
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  sharedSipAddressSpace true }`,
};
