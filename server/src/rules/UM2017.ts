import { isUndeclared, nearestFix, otherKind, referenceChecks } from './references';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2017',
  severity: 'error',
  title: 'Hunt group to nothing',
  basis: 'documented',
  source: ['PS-UMHG'],
  checks: [
    ...referenceChecks(
      (property) => property.codes?.undeclared === 'UM2017',
      (site, context) => {
        if (!isUndeclared(context, site)) return;
        const { deployment, report } = context;
        const other = otherKind(deployment, site);
        const why = other ? `is ${other}` : 'is not declared';
        report({
          at: site.at,
          message: `${site.owner}: ${site.kinds[0] === 'umDialPlan' ? 'UM dial plan' : 'UM IP gateway'} ${site.name} ${why}, so calls of that gateway are not answered`,
          ...(site.users && { users: site.users() }),
          fixes: (placements) => nearestFix(deployment, site, placements),
        });
      },
    ),
  ],
};

export const page: RulePage = {
  explanation: `A UM hunt group ties a UM IP gateway to a UM dial plan; New-UMHuntGroup demands both, and they have to exist in the organization. Without the hunt group
Exchange doesn't know which plan a call from that gateway is for, and refuses it.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool1  pilotIdentifier Redmond }
                                                       ^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Remond  umIPGateway Pool01  pilotIdentifier Redmond }
                                  ^^^^^^
}`,
  ],
};
