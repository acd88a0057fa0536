import { chooseHome, isHome, roleWords } from './homes';
import { isUndeclared, otherKind, referenceChecks } from './references';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2013',
  severity: 'error',
  title: 'Pool that cannot home a user or contact',
  basis: 'recommended',
  source: ['PS-NEWCON', 'BRANCH'],
  checks: referenceChecks(
    (property) => property.codes?.undeclared === 'UM2013',
    (site, context) => {
      const { deployment, read, report } = context;
      const found = deployment.resolve(['pool'], site.name);
      if (found.state === 'ambiguous') return;
      let why: string;
      if (found.state === 'found') {
        const role = read.text(found.target, 'role');
        if (role === undefined || isHome(role)) return;
        why = `it is ${roleWords(role)}`;
      } else {
        if (!isUndeclared(context, site)) return;
        why = otherKind(deployment, site) ? `it is ${otherKind(deployment, site)}` : 'it is not declared';
      }
      report({
        at: site.at,
        message: (who) =>
          `${site.name} cannot home ${site.owner?.replace(/^./, (first) => first.toLowerCase()) ?? who}: ${why}. A home is a Front End pool, a Standard Edition server or a survivable branch appliance`,
        ...(site.users && { users: site.users() }),
        ...(found.state === 'found' && {
          related: [
            {
              at: { path: found.target.path, ...found.target.valueSpan('role') },
              message: `${site.name} is ${roleWords(String(found.target.fact('role')))}`,
            },
          ],
        }),
        fixes: (placements) => chooseHome(deployment, site, placements),
      });
    },
  ),
};

export const page: RulePage = {
  explanation: `Users and contacts have their home on a pool that runs the Registrar and ExUM Routing: a Front End pool, a Standard Edition server, or for branch users a
survivable branch appliance or server. An Edge, Mediation or Director pool homes nobody, and one that isn't declared has no site either, so it can't be said which policy
applies. The documents name the pools that can be a home; that all others can't is a recommendation drawn from their roles.`,
  bad: `users Finance {
  pool edge01.contoso.com
       ^^^^^^^^^^^^^^^^^^
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
}`,
  alsoBad: [
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  pool pool1.contoso.com
                                             ^^^^^^^^^^^^^^^^^
}`,
    `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool99.contoso.com
       ^^^^^^^^^^^^^^^^^^
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  ],
};
