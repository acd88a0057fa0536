import { nearest } from '../base/words';
import { replace } from './fixes';
import { writtenName } from './names';
import {
  isUndeclared,
  nearestFix,
  nearestName,
  otherKind,
  referenceChecks,
  singularOf,
  withArticle,
} from './references';
import { scopeKinds, scopeOfName } from './scopes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0008',
  severity: 'error',
  title: 'Reference to nothing declared',
  basis: 'language',
  source: [],
  checks: [
    ...referenceChecks(
      (property) => property.codes?.undeclared === undefined,
      (site, context) => {
        if (!isUndeclared(context, site)) return;
        const { deployment, report } = context;
        const other = otherKind(deployment, site);
        const guess = nearestName(deployment, site);
        const why = other ? `it is ${other}` : guess ? `did you mean ${guess}?` : 'nothing of that name is declared';
        const wanted = singularOf(site.kinds);
        report({
          at: site.at,
          message: other
            ? `${site.name} is ${other}, not ${withArticle(wanted)}: \`${site.property.name}\` names ${withArticle(wanted)}`
            : `There is no ${wanted} ${site.name}: ${why}`,
          ...(site.users !== undefined && { users: site.users }),
          fixes: (placements) => nearestFix(deployment, site, placements),
        });
      },
    ),
    {
      looksAt: 'declaration',
      kinds: scopeKinds,
      check(declaration, { deployment, report, complete }) {
        const scope = scopeOfName(declaration);
        if (scope === undefined || scope.site === undefined) return;
        if (declaration.kind.name === 'hostedVoicemailPolicy') return;
        const sites = deployment.all('site', 'branchSite');
        if (sites.some((site) => site.key === scope.site?.toLowerCase())) return;
        complete('site', 'branchSite');
        const guess = nearest(
          scope.site,
          sites.map((site) => site.name),
        );
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `There is no site ${scope.site}${guess ? `; did you mean ${guess}?` : ''}: ${withArticle(declaration.kind.singular)} of this scope applies to nobody`,
          fixes: () =>
            guess
              ? [
                  replace(
                    declaration.path,
                    declaration.head,
                    writtenName(`site:${guess}`),
                    `Change to site:${guess}`,
                    true,
                  ),
                ]
              : [],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The name stands for nothing that is declared in the deployment, or for an object of another kind. What depends on it isn't checked until the name is
right, and export would write a command that fails.

Names are looked up in the organization around them, then everywhere; \`ORG\\NAME\` says which organization is meant. When more objects of a kind exist than the files
declare, say so: \`incomplete KIND\` in \`deployment\`.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmund }
                                                              ^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
}`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  voicePolicy Escape
              ^^^^^^
  erin@contoso.com  line +14255550105
}`,
    `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  umDialPlan Redmnd
                                                   ^^^^^^
  dan@contoso.com    line +14255550122
}`,
    `certificate Edge { pool Redmond  usage edgeInternal  subject edge01.contoso.com }
                        ^^^^^^^`,
    `voicePolicy site:Redmnd { enableVoicemailEscapeTimer true }
            ^^^^^^^^^^^`,
  ],
  alsoGood: [
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete voicePolicy }
users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  voicePolicy Escape
  erin@contoso.com  line +14255550105
}`,
  ],
};
