import { fold } from '../base/words';
import { addDeclaration, insertIntoBlock } from './fixes';
import { hybridOf } from './hybrid';
import { acceptance, sharedDomains } from './sharedDomains';
import { acceptedDomains } from './tenants';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4029',
  severity: 'error',
  title: 'SIP domain on one side of the hybrid only',
  basis: 'documented',
  source: ['I-457', 'HYBRID'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, report, complete } = context;
        const tenants = hybridOf(crowd, context)?.tenants ?? [];
        const [tenant] = tenants;
        // Several: UM4030.
        if (tenant === undefined || tenants.length > 1) return;
        // Whose policy isn't known is UM4028's affair: what is missing here is missing all the same.
        const quiet = { ...context, notChecked: () => undefined };
        const asked = sharedDomains(crowd, quiet).filter((shared) => shared.tenants.includes(tenant));
        for (const domain of deployment.all('sipDomain')) {
          if (domain.nameFault || acceptance(tenant, domain.name)) continue;
          // Where users with hosted voice mail have the domain, UM4028 speaks.
          if (asked.some((shared) => fold(shared.domain) === domain.key)) continue;
          complete('acceptedDomain');
          report({
            at: { path: domain.path, ...domain.head },
            message: `${domain.name} must exist on both sides of the hybrid: tenant ${tenant.name} does not have it, so its users cannot be moved or reached`,
            related: [{ at: { path: tenant.path, ...tenant.head }, message: `Tenant ${tenant.name}` }],
            fixes: () => [
              {
                title: `Declare accepted domain ${domain.name} in ${tenant.name}`,
                edits: [insertIntoBlock(tenant, `acceptedDomain ${domain.name}`)],
                preferred: true,
              },
            ],
          });
        }
        for (const accepted of acceptedDomains(tenant)) {
          // The initial domain of a tenant is no SIP domain of its own.
          if (accepted.nameFault || /(^|\.)(onmicrosoft\.com|onmschina\.cn)$/i.test(accepted.name)) continue;
          if (deployment.named('sipDomain', accepted.name).length > 0) continue;
          complete('sipDomain');
          report({
            at: { path: accepted.path, ...accepted.head },
            message: `${accepted.name} must exist on both sides of the hybrid: it is a domain of tenant ${tenant.name}, but no SIP domain here`,
            fixes: () => [
              {
                ...addDeclaration(
                  deployment,
                  `sipDomain ${accepted.name}`,
                  deployment.all('sipDomain')[0],
                  `Declare SIP domain ${accepted.name}`,
                ),
                preferred: true,
              },
            ],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `With users homed online and users homed here, both sides answer for the same SIP domains. A domain that only one side knows is a hole: the other side
refuses it or looks for it outside, and moves of its users fail. Every SIP domain of the deployment has to be a domain of the tenant, and the other way round.`,
  bad: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com
          ^^^^^^^^^^^^
hostingProvider LyncOnline {
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
}`,
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
}`,
  alsoBad: [
    `tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  acceptedDomain contoso.com  acceptedDomain litwareinc.com }
                                                                                                                 ^^^^^^^^^^^^^^
hostingProvider LyncOnline {
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
}`,
  ],
};
