import type { Deployment } from '../model/deployment';
import type { Placement } from '../model/placement';
import { fitting } from './completePolicy';
import { addDeclaration } from './fixes';
import { writtenName } from './names';
import { isUndeclared, nearestFix, otherKind, type ReferenceSite, referenceChecks } from './references';
import type { Fix, Rule, RulePage } from './types';
import { domainsOf } from './witnesses';

export const rule: Rule = {
  code: 'UM2010',
  severity: 'error',
  title: 'Grant of a policy that is not declared',
  basis: 'documented',
  source: ['PS-GRANTHVP'],
  checks: referenceChecks(
    (property) => property.codes?.undeclared === 'UM2010',
    (site, context) => {
      // A scope instead of a name is a fault of its own, declared or not (UM2011).
      if (/^(?:tag:)?(?:global|site:.*|service:.*)$/i.test(site.name) || !isUndeclared(context, site)) return;
      const { deployment, report } = context;
      const other = otherKind(deployment, site);
      const why = other ? `which is ${other}` : 'which is not declared';
      report({
        at: site.at,
        message: (who) =>
          `${site.owner ?? who} ${site.owner?.startsWith('Wave') ? 'grants' : 'is granted'} policy "${site.name}", ${why}: the grant fails, and the calls follow the policy of the site or the global one`.replace(
            /^(\d+ users) is /,
            '$1 are ',
          ),
        ...(site.users && { users: site.users() }),
        fixes: (placements) => [...nearestFix(deployment, site, placements), ...declare(deployment, site, placements)],
      });
    },
  ),
};

/** Declares the policy, with a destination that takes the domain of those who are granted it. */
function declare(deployment: Deployment, { name, owner }: ReferenceSite, placements: readonly Placement[]): Fix[] {
  const contact = owner?.startsWith('Contact ') ? /@(.+)$/.exec(owner)?.[1] : undefined;
  // Where it isn't known who is meant, a destination has to take all domains.
  const all = deployment.all('sipDomain').map((domain) => domain.name);
  const asked = contact === undefined ? domainsOf(placements) : [contact];
  const domains = asked.length > 0 ? asked : all;
  const bare = name.replace(/^tag:/i, '');
  if (bare === '') return [];
  const near = deployment.all('hostedVoicemailPolicy').at(-1);
  return fitting(deployment, domains)
    .filter(({ organization }) => organization.length > 0)
    .map(({ destination, organization }) => {
      const text = `hostedVoicemailPolicy ${writtenName(bare)} { destination ${writtenName(destination)}  organization ${organization.map(writtenName).join(', ')} }`;
      return addDeclaration(deployment, text, near, `Declare policy ${bare} with destination ${destination}`);
    });
}

export const page: RulePage = {
  explanation: `\`Grant-CsHostedVoicemailPolicy -PolicyName\` takes the name of a per-user policy that exists. With another name the grant fails: the user stays with the policy
of the site or the global one, and if that has no destination, hosted voice mail can't be enabled.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Clout
         ^^^^^
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
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102  policy Gold
                                               ^^^^
}`,
    `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy ExchangeOnline
         ^^^^^^^^^^^^^^
}`,
    `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Clud }
                                                                      ^^^^`,
  ],
  alsoGood: [
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete hostedVoicemailPolicy }
users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Gold
  erin@contoso.com  line +14255550105
}`,
  ],
};
