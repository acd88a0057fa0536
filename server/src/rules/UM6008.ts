import type { Declaration } from '../model/declaration';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6008',
  severity: 'warning',
  title: 'UM server listens on TCP only',
  basis: 'documented',
  source: ['OP-2013', 'PS-UMSVC'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umServer'],
      check(server, context) {
        const { deployment, read, report } = context;
        if (read.text(server, 'umStartupMode') !== 'tcp') return;
        const secured: Declaration[] = [];
        each(context, read.list(server, 'dialPlans'), (name) => {
          const plan = deployment.find('umDialPlan', name, server.organization);
          if (plan && ['secured', 'sipSecured'].includes(read.text(plan, 'voIPSecurity') ?? '')) secured.push(plan);
        });
        if (secured.length === 0) return;
        const plans = secured.map((plan) => plan.name).join(', ');
        const byDefault = server.written.has('umStartupMode') ? '' : ', which is the default';
        report({
          at: { path: server.path, ...server.valueSpan('umStartupMode') },
          message: `${server.name} listens on TCP only${byDefault}, and dial plan ${plans} is secured: calls over TLS are not answered there`,
          fixes: () => [setProperty(server, 'umStartupMode', 'dual')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`UMStartupMode\` is \`TCP\` for a new server, and Lync always calls over TLS. The UM service and the call router then don't listen where the call arrives, and
the next server is tried or the call dropped. For Lync the mode is \`Dual\` (\`Set-UMService\`, \`Set-UMCallRouterSettings\`); restart MSExchangeUM and MSExchangeUMCR
afterwards.`,
  bad: `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { dialPlans Redmond }
           ^^^^^^^^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode tcp  dialPlans Redmond }
                                            ^^^
}`,
  ],
};
