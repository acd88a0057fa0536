import { capital } from './references';
import { renameFix, shortName } from './rename';
import type { Rule, RulePage } from './types';

const LIMIT = 64;

export const rule: Rule = {
  code: 'UM1016',
  severity: 'error',
  title: 'Name of a UM object too long',
  basis: 'documented',
  source: ['PS-UMMP', 'PS-UMGW', 'PS-UMHG', 'PS-UMAA'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umMailboxPolicy', 'umIPGateway', 'umHuntGroup', 'umAutoAttendant'],
      check(declaration, { deployment, report }) {
        if (declaration.name.length <= LIMIT) return;
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `${capital(declaration.kind.singular)} name has ${declaration.name.length} characters; the limit is ${LIMIT}`,
          fixes: () => [renameFix(deployment, declaration, shortName(deployment, declaration, LIMIT))],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Names of UM mailbox policies, UM IP gateways, UM hunt groups and UM auto attendants have at most 64 characters: the cmdlets that make them refuse a longer
one. UM dial plans have a shorter limit of their own (UM1013).`,
  bad: `exchange OnPrem {
  version 2013
  umAutoAttendant The-front-desk-of-all-buildings-in-Redmond-in-the-hours-after-closing {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    umDialPlan Redmond
    pilotIdentifierList +14255550199
    status enabled
  }
}`,
  good: `exchange OnPrem {
  version 2013
  umAutoAttendant Front-desk-after-closing {
    umDialPlan Redmond
    pilotIdentifierList +14255550199
    status enabled
  }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umMailboxPolicy ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp { umDialPlan Redmond }
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
  alsoGood: [
    `exchange OnPrem {
  version 2013
  umMailboxPolicy pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp { umDialPlan Redmond }
}`,
  ],
};
