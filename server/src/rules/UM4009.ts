import type { Declaration } from '../model/declaration';
import type { Placement } from '../model/placement';
import { hostedIntended } from '../routing/attribute';
import type { Effective } from '../routing/effectivePolicy';
import { completePolicy, declareGlobal, grantable } from './completePolicy';
import type { PolicyUse } from './crowd';
import { eachUse } from './policyUse';
import { hiddenGlobal } from './shadow';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';
import { attempt, domainsOf, usersOf, whoOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4009',
  severity: 'error',
  title: 'Hosted user without a destination',
  basis: 'documented',
  source: ['ENABLEUSERS', 'CREATEUSERPOL'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        eachUse(crowd, context, (use) => {
          const { policy } = use.effective;
          const placements = withoutDestination(use, context);
          if (placements.length === 0) return;
          if (policy === undefined) reportUsers(placements, context);
          else if (!hiddenGlobal(crowd.deployment, context.read, policy))
            reportPolicy(policy, use.effective.scope, placements, context);
        });
      },
    },
  ],
};

/**
 * The hosted users of a policy that has no destination. A flag that contradicts the declared mailbox is a fault of its own (UM4018, UM4020): it is to be
 * cleared, and needs no policy.
 */
export function withoutDestination(use: PolicyUse, context: RuleContext): Placement[] {
  if (use.effective.destination !== undefined) return [];
  const hit: Placement[] = [];
  for (const placement of use.placements)
    attempt(context, placement.count, () => {
      if (hostedIntended(context.read, placement)) hit.push(placement);
    });
  return hit;
}

/** Nothing but the global policy is left for them, and it isn't declared: the way out is theirs. */
function reportUsers(placements: readonly Placement[], { deployment, report }: RuleContext): void {
  for (const placement of placements) {
    report({
      at: { placement, property: 'policy' },
      message: (who) =>
        `Set-CsUser -HostedVoiceMail will fail for ${who}: no policy is granted, the site has none, and the global policy has no Destination`,
      fixes: (all) => [
        ...grantable(deployment, domainsOf(all)).flatMap((name, i) =>
          setForUsers(all, { policy: name }, `Grant policy ${name}`, i === 0),
        ),
        ...declareGlobal(deployment, domainsOf(all)),
      ],
    });
  }
}

const scopes = { user: 'granted to the user', site: "the site's", global: 'the global one' } as const;

function reportPolicy(
  policy: Declaration,
  scope: Effective['scope'],
  placements: readonly Placement[],
  { deployment, report }: RuleContext,
): void {
  report({
    at: { path: policy.path, ...policy.head },
    message: `Set-CsUser -HostedVoiceMail will fail for ${whoOf(placements)}: the effective policy ${policy.name} (${scopes[scope]}) has no Destination, so there is nowhere to send the calls`,
    users: usersOf(placements),
    related: witnesses(placements),
    // Of two declarations of one policy the other may be the complete one.
    ...(deployment.named('hostedVoicemailPolicy', policy.name).length > 1 && {
      follows: { codes: ['UM3009'], places: [] },
    }),
    fixes: () => completePolicy(deployment, policy, domainsOf(placements)),
  });
}

export const page: RulePage = {
  explanation: `A user can be enabled for hosted voice mail only when the policy that applies has a \`Destination\`: \`Set-CsUser -HostedVoiceMail $True\` raises
an error otherwise. Where Exchange wrote the flag itself, the call cannot be routed and the caller hears fast busy.

One policy applies, and nothing is merged: the one granted to the user, else that of the home pool's site, else the global one. Give that policy a \`destination\`
and an \`organization\`, or grant the users another one. The diagnostic stands at the policy and says how many users it hits; where nothing but the undeclared
global policy is left, it stands at the users.`,
  bad: `hostedVoicemailPolicy Plant { organization contoso.onmicrosoft.com }
                      ^^^^^
users Plant {
  pool pool01.contoso.com
  mailbox hosted
  policy Plant
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  good: `hostedVoicemailPolicy Plant { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
users Plant {
  pool pool01.contoso.com
  mailbox hosted
  policy Plant
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  alsoBad: [
    `users Plant {
      ^^^^^
  pool pool01.contoso.com
  mailbox hosted
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
    `hostedVoicemailPolicy Plant { organization unknown }
                      ^^^^^
users Plant {
  pool unknown
  mailbox hosted
  policy Plant
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
    `hostedVoicemailPolicy global { description "nothing yet" }
                      ^^^^^^
users Plant {
  pool pool01.contoso.com
  mailbox hosted
  carol@contoso.com  line +14255550121
}`,
  ],
  alsoGood: [
    `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
users Plant {
  pool pool01.contoso.com
  mailbox hosted
  carol@contoso.com  line +14255550121
}`,
  ],
};
