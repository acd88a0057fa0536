import { insertIntoBlock, setProperty } from './fixes';
import { acceptance, sharedDomains } from './sharedDomains';
import type { Rule, RulePage } from './types';
import { attempt, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4028',
  severity: 'error',
  title: 'SIP domain not accepted by the tenant',
  basis: 'documented',
  source: ['DNSSRV'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report, complete } = context;
        for (const shared of sharedDomains(crowd, context))
          attempt(
            context,
            () => shared.users,
            () => {
              const { domain, tenants, contacts } = shared;
              // A domain that is none of the deployment's: UM2012.
              if (!deployment.named('sipDomain', domain)[0]) return;
              const accepted = tenants
                .map((tenant) => acceptance(tenant, domain))
                .filter((found) => found !== undefined);
              // Which of several tenants is chosen is undocumented (UM4038): one that accepts the domain will do.
              if (accepted.some((found) => found.fact('domainType') === 'authoritative')) return;
              const types = accepted.map((found) => read.text(found, 'domainType'));
              const [found] = accepted;
              const [tenant] = tenants;
              if (tenant === undefined) return;
              if (found === undefined) complete('acceptedDomain');
              const { placements, users } = shared;
              report({
                at: found
                  ? { path: found.path, ...found.valueSpan('domainType') }
                  : { path: tenant.path, ...tenant.head },
                message: found
                  ? `${domain} is ${types[0]} in ${tenant.name}; for hosted voice mail it must be an authoritative accepted domain there`
                  : `${domain} must be an authoritative accepted domain of ${tenant.name}: until then the service does not take the calls for it`,
                ...(users > 0 && { users }),
                related: [
                  ...witnesses(placements),
                  ...contacts.slice(0, 3).map((contact) => ({
                    at: { path: contact.path, ...contact.head },
                    message: `Contact ${contact.name}`,
                  })),
                ],
                fixes: () => [
                  found
                    ? setProperty(found, 'domainType', 'authoritative')
                    : {
                        title: `Declare accepted domain ${domain}`,
                        edits: [insertIntoBlock(tenant, `acceptedDomain ${domain}`)],
                        preferred: true,
                      },
                ],
              });
            },
          );
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The SIP domain is shared with the hosted service, and the service finds the called mailbox by the SIP address. So every SIP domain of users and contacts
with hosted voice mail has to be set up in their tenant as an accepted domain, and an authoritative one. It is asked of the tenants that their policies name. Until then the
service knows nobody of that domain: in a trace the call ends with ms-diagnostics 1003, the user does not exist.

An administrator of the tenant adds and verifies the domain. If it has more accepted domains than the files hold, say \`incomplete acceptedDomain\`.`,
  bad: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com }
       ^^^^^^^^^^^^^^^^^^^^^^^
users Fabrikam {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@fabrikam.com  line +14255550105
}`,
  good: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com  acceptedDomain fabrikam.com }
users Fabrikam {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@fabrikam.com  line +14255550105
}`,
  alsoBad: [
    `tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com { domainType internalRelay } }
                                                                                                  ^^^^^^^^^^^^^`,
  ],
  alsoGood: [
    `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com`,
  ],
};
