import { setProperty } from './fixes';
import { writtenName } from './names';
import { missingPlans } from './planServers';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6009',
  severity: 'error',
  title: 'UM server missing in a SIP URI dial plan',
  basis: 'documented',
  source: ['EX-HUNT', 'EX-ADDSRV'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umServer'],
      check(server, { deployment, read, report }) {
        const missing = missingPlans(deployment, read, server);
        if (missing.length === 0) return;
        const names = missing.map((plan) => plan.name).join(', ');
        report({
          at: { path: server.path, ...server.valueSpan('dialPlans') },
          message: `${server.name} must serve ${names}: a call that reaches it, or is redirected to it as the server of the mailbox, is not answered`,
          related: missing.map((plan) => ({
            at: { path: plan.path, ...plan.head },
            message: `UM dial plan ${plan.name}`,
          })),
          fixes: () => {
            const all = [...read.list(server, 'dialPlans'), ...missing.map((plan) => plan.name)];
            return [setProperty(server, 'dialPlans', all.map(writtenName).join(', '), `Add it to ${names}`)];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `With Exchange 2013 any Client Access server may take the call, and it redirects to the server where the mailbox happens to be. So all Client Access and
Mailbox servers have to be in every SIP URI dial plan that Lync uses; one that isn't drops the calls that come its way, now and then, depending on where the database is
active. \`Set-UMService\` and \`Set-UMCallRouterSettings\` take the list; with \`@{Add=…}\` what is there stays.`,
  bad: `exchange OnPrem {
  version 2013
  umServer ex03.contoso.com { umStartupMode dual }
           ^^^^^^^^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
                                                            ^^^^^^^
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umDialPlan Seattle { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
  ],
};
