import { renameFix } from './rename';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1015',
  severity: 'error',
  title: 'Blank in a name that Lync uses',
  basis: 'documented',
  source: ['PS-UMDP', 'PS-UMAA'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umDialPlan', 'umAutoAttendant'],
      check(declaration, { deployment, report }) {
        if (!/\s/.test(declaration.name)) return;
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `"${declaration.name}" contains a space; Lync cannot use a ${declaration.kind.singular} of that name`,
          fixes: () => [renameFix(deployment, declaration, declaration.name.trim().replace(/\s+/g, '-'))],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Exchange allows blanks in the names of dial plans and auto attendants, but not together with Lync or OCS, where the name becomes part of SIP addresses: calls
to them are not routed. A dial plan can't be renamed later, only made anew.`,
  bad: `exchange OnPrem {
  version 2013
  umAutoAttendant "Front desk" { umDialPlan Redmond  pilotIdentifierList +14255550199  status enabled }
                  ^^^^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umAutoAttendant Front-desk { umDialPlan Redmond  pilotIdentifierList +14255550199  status enabled }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umDialPlan "Plant One" { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
             ^^^^^^^^^^^
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, "Plant One" }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, "Plant One" }
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan "Plant One" }
  umHuntGroup Pool01 { umDialPlan "Plant One"  umIPGateway Pool01  pilotIdentifier "Plant One" }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan "Plant One"
  umMailboxPolicy "Plant One Default Policy"
  carol@contoso.com  line +14255550121
}`,
  ],
};
