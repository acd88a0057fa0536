import { domainFixes, isSipDomain } from './sipDomains';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2012',
  severity: 'error',
  title: 'SIP domain that is not declared',
  basis: 'documented',
  source: ['PS-SIPDOM'],
  checks: [
    {
      looksAt: 'placement',
      check(placement, { deployment, report, complete }) {
        const { domain } = placement;
        // An address that is none is reported as such.
        if (!/^[\p{L}\p{N}._-]+$/u.test(domain) || isSipDomain(deployment, domain)) return;
        complete('sipDomain');
        report({
          at: { placement, property: 'sipAddress' },
          message: (who) =>
            `Domain ${domain} of ${who} is not a SIP domain of this deployment: Enable-CsUser refuses the address`,
          fixes: (placements) =>
            domainFixes(deployment, domain, (guess) =>
              placements.flatMap((each) =>
                each.users(10_000).map((user) => {
                  const { end } = user.addressSpan;
                  return { path: user.path, start: end - domain.length, end, text: guess };
                }),
              ),
            ),
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, report, complete }) {
        const domain = contact.name.slice(contact.name.indexOf('@') + 1);
        if (contact.nameFault || isSipDomain(deployment, domain)) return;
        complete('sipDomain');
        report({
          at: { path: contact.path, ...contact.head },
          message: `Domain ${domain} of contact ${contact.name} is not a SIP domain of this deployment: the contact can't be made, and its number is not answered`,
          fixes: () =>
            domainFixes(deployment, domain, (guess) => {
              const text = JSON.stringify(contact.name.replace(domain, guess)).slice(1, -1);
              return [{ path: contact.path, ...contact.head, text }];
            }),
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The part of a SIP address behind the \`@\` must be a SIP domain of the deployment; Enable-CsUser and New-CsExUmContact refuse any other. Where an
address got into AD some other way, calls to it end with ms-diagnostics 1003 (user does not exist) or 4005 (destination not SIP-enabled). Every further SIP
domain needs DNS records and a \`sip.\` name in the Edge certificate of its own.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com   line +14255550101
  bob@contsoo.com     line +14255550102
  ^^^^^^^^^^^^^^^
}`,
  good: `sipDomain fabrikam.com
tenant contoso.onmicrosoft.com {
  acceptedDomain contoso.com
  acceptedDomain fabrikam.com
}
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com   line +14255550101
  bob@Fabrikam.com    line +14255550102
}`,
  alsoBad: [
    `exUmContact desk@contso.com {
            ^^^^^^^^^^^^^^^
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  ],
};
