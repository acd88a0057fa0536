import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { serverVersion } from '../routing/localRoute';
import { exchangeName } from './exchangeVersions';
import { localPlans } from './localUse';
import { isLocalMode } from './modes';
import { writtenName } from './names';
import { restrictedServers } from './restrictedServers';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { makeAnew, plansOfOtherTypes } from './UM6001';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6022',
  severity: 'error',
  title: 'Exchange 2013 server in a plan of another type',
  basis: 'documented',
  source: ['PS-UMSVC'],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        const { deployment, read, report } = context;
        if (localPlans(deployment).length === 0) return;
        // A plan that Lync uses is itself at fault (UM6001).
        const reported = isLocalMode(context) ? plansOfOtherTypes(context).map(({ plan }) => plan) : [];
        each(context, localPlans(deployment), (plan) => {
          if (read.text(plan, 'uriType') === 'sipName' || reported.includes(plan)) return;
          for (const server of restrictedServers(deployment, read, plan)) {
            const names = read.list(server, 'dialPlans');
            const index = names.findIndex((name) => deployment.find('umDialPlan', name, server.organization) === plan);
            report({
              at: { path: server.path, ...server.valueSpan('dialPlans', Math.max(0, index)) },
              message: `${server.name}: servers with ${exchangeName(serverVersion(read, server) ?? '')} can join SIP URI dial plans only, and ${plan.name} is of type ${read.text(plan, 'uriType')}. Set-UMService refuses it`,
              related: [
                { at: { path: plan.path, ...plan.valueSpan('uriType') }, message: `UM dial plan ${plan.name}` },
              ],
              fixes: () => [makeAnew(context, plan), ...takeOut(context, server, plan)],
            });
          }
        });
      },
    },
  ],
};

/** Takes the server out of the plan; where nothing else names the plan, Lync has no use for it any more. */
function takeOut({ deployment, read }: RuleContext, server: Declaration, plan: Declaration): Fix[] {
  const names = read.list(server, 'dialPlans');
  const left = names.filter((name) => deployment.find('umDialPlan', name, server.organization) !== plan);
  const others = deployment.declarations.some(
    (each) =>
      each !== server &&
      [each.fact('umDialPlan'), each.fact('dialPlans')]
        .flat()
        .some((name) => typeof name === 'string' && sameWord(name, plan.name)),
  );
  if (others || left.length === 0) return [];
  const { start } = server.valueSpan('dialPlans');
  const { end } = server.valueSpan('dialPlans', names.length - 1);
  return [
    {
      title: `Take it out of ${plan.name}, and remove that plan`,
      edits: [
        { path: server.path, start, end, text: left.map(writtenName).join(', ') },
        { path: plan.path, ...plan.span, text: '' },
      ],
    },
  ];
}

export const page: RulePage = {
  explanation: `From Exchange 2013 on, servers answer for telephone extension and E.164 dial plans without being listed in them; \`-DialPlans\` takes SIP URI dial plans alone,
and \`Set-UMService\` fails for others. Take the server out of the plan, or make the plan anew as a SIP URI dial plan when Lync is to use it.`,
  bad: `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Legacy }
                                                                     ^^^^^^
  umDialPlan Legacy { uriType telExtn  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
};
