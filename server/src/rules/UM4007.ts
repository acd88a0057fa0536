import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { ifKnown } from '../model/facts';
import { addDeclaration } from './fixes';
import { isHostedMode, modeOf, modePlace, modeWords } from './modes';
import { freeName } from './names';
import { publicRoute } from './publicRoute';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4007',
  severity: 'error',
  title: 'Hosted mode without a hosting provider',
  basis: 'documented',
  source: ['PROC'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (!isHostedMode(context) || deployment.all('hostingProvider').length > 0) return;
        complete('hostingProvider');
        // A public provider in its place is a fault of its own (UM4036).
        const policies = deployment.all('hostedVoicemailPolicy');
        if (policies.some((each) => ifKnown(() => publicRoute(deployment, read, each)))) return;
        const policy = policies.find((each) => typeof each.fact('destination') === 'string');
        report({
          at: modePlace(deployment),
          message: `${capital(modeWords(modeOf(context)))} needs at least one hosting provider: without it the Edge trusts no route to hosted UM, and its calls are lost`,
          ...(policy && {
            related: [
              {
                at: { path: policy.path, ...policy.valueSpan('destination') },
                message: `Policy ${policy.name} sends calls to ${read.text(policy, 'destination')}`,
              },
            ],
          }),
          fixes: () => [addProvider(deployment, policy)],
        });
      },
    },
  ],
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function addProvider(deployment: Deployment, policy: Declaration | undefined): Fix {
  const china = deployment.all('tenant').some((tenant) => tenant.fact('cloud') === 'china');
  const proxy = policy?.fact('destination') ?? (china ? 'exap.um.partner.outlook.cn' : 'exap.um.outlook.com');
  const name = freeName(deployment, 'hostingProvider', (n) => (n === 1 ? 'ExchangeOnline' : `ExchangeOnline${n}`));
  const text = `hostingProvider ${name} {
  proxyFqdn ${String(proxy)}
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`;
  return {
    ...addDeclaration(deployment, text, policy, `Declare hosting provider ${name} for ${String(proxy)}`),
    preferred: true,
  };
}

export const page: RulePage = {
  explanation: `The Edge takes a call to a hosted service only when it trusts the destination, and what makes it trust is a hosting provider with that name as
\`ProxyFqdn\`. Without one the caller hears fast busy and the Front End logs event 44009.

For hosted Exchange UM and Cloud Voicemail create it with \`New-CsHostingProvider\`: enabled, shared address space on, \`HostsOCSUsers\` and \`IsLocal\` False,
\`UseSourceVerification\`. It is created inside, on any machine with the management shell, and replicates to the Edge.`,
  within: 'crossPremises',
  bad: `// Without hostingProvider ExchangeOnline, tenant contoso.onmicrosoft.com
deployment Contoso { server lync2013  mode crossPremises  forest contoso.com }
                                           ^^^^^^^^^^^^^`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
};
