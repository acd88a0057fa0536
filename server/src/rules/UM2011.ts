import { nearest } from '../base/words';
import { scopeOf } from '../routing/effectivePolicy';
import { type ReferenceSite, referenceChecks } from './references';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2011',
  severity: 'error',
  title: 'Grant of a global or site policy',
  basis: 'documented',
  source: ['POL', 'PS-GRANTHVP'],
  checks: referenceChecks(
    (property) => property.codes?.undeclared === 'UM2010',
    (site, context) => {
      const scope = scopeNamed(site, context);
      if (scope === undefined) return;
      const { deployment, report } = context;
      const perUser = deployment.all('hostedVoicemailPolicy').filter((policy) => scopeOf(policy) === 'user');
      const names = perUser.map((policy) => policy.name);
      const guess = nearest(site.name.replace(/^[^:]*:/, ''), names) ?? (names.length === 1 ? names[0] : undefined);
      report({
        at: site.at,
        message: `${site.name} is of ${scope} scope and cannot be granted: it applies by itself, and only per-user policies are granted by name`,
        ...(site.users && { users: site.users() }),
        fixes: (placements): Fix[] => {
          const given = placements.length > 0 ? placements : undefined;
          return [...(guess ? [guess] : []), ...names.filter((name) => name !== guess)]
            .slice(0, 4)
            .flatMap((name) => site.rename(name, `Grant ${name}`, given))
            .map((fix, i) => ({ ...fix, preferred: i === 0 }));
        },
      });
    },
  ),
};

/** The scope that a grant names, declared or not. */
function scopeNamed({ name }: ReferenceSite, { deployment }: RuleContext): string | undefined {
  const [policy] = deployment.named('hostedVoicemailPolicy', name);
  const scope = policy && scopeOf(policy);
  if (scope === 'user') return undefined;
  if (scope !== undefined) return scope;
  const bare = name.replace(/^tag:/i, '');
  if (/^global$/i.test(bare)) return 'global';
  return /^(site|service):/i.exec(bare)?.[1]?.toLowerCase();
}

export const page: RulePage = {
  explanation: `A policy of global or site scope applies to everybody, or to those homed in the site, unless they have a per-user policy; it can't be granted.
Grant-CsHostedVoicemailPolicy takes per-user policies alone. Leave the grant out, or grant a per-user policy.`,
  bad: `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy site:Redmond
         ^^^^^^^^^^^^
  alice@contoso.com  line +14255550101
}`,
  good: `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  alice@contoso.com  line +14255550101
}`,
  alsoBad: [
    `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy global
         ^^^^^^
}`,
  ],
};
