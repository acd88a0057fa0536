import { runs, serversOf } from '../routing/localRoute';
import { localPlans } from './localUse';
import { isLocalMode } from './modes';
import { plannedServers } from './planServers';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6010',
  severity: 'warning',
  title: 'Fewer than two UM servers for a dial plan',
  basis: 'documented',
  source: ['OP-GUIDE'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (localPlans(deployment).length === 0 || !isLocalMode(context)) return;
        each(context, localPlans(deployment), (plan) => {
          if (read.text(plan, 'uriType') !== 'sipName') return;
          // Where servers that have to serve it don't, UM6009 speaks.
          const servers = plannedServers(deployment, read, plan);
          const answers = servers.some((server) => runs(read, server, 'umService'));
          if (servers.length >= 2 && answers) return;
          complete('umServer');
          const none = servers.length === 0 && serversOf(deployment, read, plan).length === 0;
          report({
            at: { path: plan.path, ...plan.head },
            ...(!answers && { severity: 'error' }),
            message: none
              ? `No UM server serves dial plan ${plan.name}: every call to it is dropped`
              : !answers
                ? `No server of dial plan ${plan.name} runs the UM service, only the UM call router: every call to it is dropped`
                : `Only one UM server serves dial plan ${plan.name}; two are advised: while it is down there is no voice mail`,
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Lync takes the UM servers of a dial plan in turn, and when one doesn't answer, the next. With a single server there is no next: calls are dropped while it
restarts. At least two for each SIP URI dial plan are recommended. Without any, or where all of them only
route calls (\`services umCallRouter\`), no call to the plan is ever answered; that is an error.`,
  bad: `// Without umServer ex02.contoso.com
exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
  alsoBad: [
    `// Without umServer
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
    `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  services umCallRouter  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  services umCallRouter  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
  ],
};
