import { serversOf, serverVersion } from '../routing/localRoute';
import { exchangeName } from './exchangeVersions';
import { localPlans } from './localUse';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

/** Versions that answer alike: servers of the highest major version alone are used. [B-JENSTR] */
const generations: readonly (readonly string[])[] = [['2007SP1'], ['2010', '2010SP1'], ['2013', '2016']];

export const rule: Rule = {
  code: 'UM6011',
  severity: 'warning',
  title: 'Dial plan served by several Exchange versions',
  basis: 'documented',
  source: ['B-JENSTR'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        each(context, localPlans(deployment), (plan) => {
          const servers = serversOf(deployment, read, plan).map((server) => {
            const version = serverVersion(read, server) ?? '';
            return { server, version, generation: generations.findIndex((versions) => versions.includes(version)) };
          });
          const newest = Math.max(...servers.map(({ generation }) => generation));
          const older = servers.filter(({ generation }) => generation >= 0 && generation < newest);
          if (older.length === 0) return;
          const used = servers.filter(({ generation }) => generation === newest);
          report({
            at: { path: plan.path, ...plan.head },
            message: `Only the servers with ${[...new Set(used.map(({ version }) => exchangeName(version)))].join(' and ')} will be used for dial plan ${plan.name}: ${older.map(({ server }) => server.name).join(', ')} never ${older.length === 1 ? 'gets' : 'get'} a call from Lync`,
            related: older.map(({ server, version }) => ({
              at: { path: server.path, ...server.head },
              message: `${server.name} runs ${exchangeName(version)}`,
            })),
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `ExUM Routing looks at the version of the UM servers that list a dial plan, keeps those of the highest major version and drops the others; the newer ones pass
calls on to older servers where the mailbox is there. During a migration that is how it should be; but don't count on the old servers as a reserve, and don't be
surprised that the first new server takes all calls.`,
  bad: `exchange OnPrem {
  version 2013
  umServer ex00.contoso.com { version 2010SP1  umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex00.contoso.com { version 2010SP1  umStartupMode dual }
}`,
};
