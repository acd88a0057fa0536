import { possibleEdges } from '../routing/edgePools';
import { addDeclaration, insertIntoBlock } from './fixes';
import { isHostedMode, modeOf, modePlace, modeWords } from './modes';
import { freeName, mainDomain } from './names';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4001',
  severity: 'error',
  title: 'Hosted UM without an Edge pool',
  basis: 'documented',
  source: ['PROC'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (!isHostedMode(context)) return;
        if (possibleEdges(deployment).some((pool) => read.text(pool, 'role') === 'edge')) return;
        complete('pool');
        report({
          at: modePlace(deployment),
          message: `Calls reach hosted UM through an Edge, which ${modeWords(modeOf(context))} needs: no Edge pool is declared, so no hosted call leaves`,
          fixes: () => addEdge(context),
        });
      },
    },
  ],
};

function addEdge({ deployment }: RuleContext): Fix[] {
  const domain = mainDomain(deployment);
  const name = freeName(deployment, 'pool', (n) => `edge${String(n).padStart(2, '0')}.${domain}`);
  const pool = `pool ${name} { role edge  accessFqdn sip.${domain}  externalAddress unknown  federationRoute true }`;
  const title = `Declare Edge pool ${name}`;
  const [site] = deployment.all('site');
  if (site) return [{ title, edits: [insertIntoBlock(site, pool)], preferred: true }];
  return [{ ...addDeclaration(deployment, `site Main {\n  ${pool}\n}`, undefined, title), preferred: true }];
}

export const page: RulePage = {
  explanation: `Hosted voice mail is answered outside: the Front End hands the call to the Edge pool, and the Edge takes it to the hosting provider by federation.
Without an Edge nothing leaves, and the caller hears fast busy. The smallest deployment for hosted UM is one Front End pool or Standard Edition server and one Edge.

Declare the Edge pool in its site, with \`accessFqdn\` and \`externalAddress\`. If more pools exist than the files hold, say \`incomplete pool\` in \`deployment\`.`,
  within: 'crossPremises',
  bad: `// Without pool edge01.contoso.com
deployment Contoso { server lync2013  mode crossPremises  forest contoso.com }
                                           ^^^^^^^^^^^^^
site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com }
}`,
  good: `site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}`,
};
