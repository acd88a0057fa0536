import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import type { Move } from '../model/waves';
import { effectivePolicy } from '../routing/effectivePolicy';
import { umObjects } from './exchangeVersions';
import { setProperty } from './fixes';
import { destinationPlace, type Journey, JourneyFindings, journeysOf, type Step } from './journeys';
import { mailboxPolicyOf } from './mailboxPolicies';
import { tenantsOf } from './tenants';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7003',
  severity: 'error',
  title: 'Mailbox moves before UM is set up in the tenant',
  basis: 'documented',
  source: ['EX-HYB'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const losses = journeysOf(crowd, context).all.flatMap((journey) =>
          journey.steps.flatMap((step) => lossesIn(context, journey, step)),
        );
        const findings = new JourneyFindings();
        for (const { journey, step, move, tenant, policies, local } of losses) {
          // One fault, where it first shows.
          const first = losses.filter((other) => other.tenant === tenant && sameWord(other.local, local));
          if (first.some((other) => other.step.index < step.index)) continue;
          findings.add(journey, {
            at: destinationPlace(move),
            message: (who) =>
              `No UM mailbox policy of ${tenant.name} takes over "${local}": UM is lost with the move in ${step.wave.name} for ${who}`,
            related: [{ at: { path: tenant.path, ...tenant.head }, message: `Tenant ${tenant.name}` }],
            fixes: () => mapPolicy(context.read, policies, local),
          });
        }
        findings.report(context);
      },
    },
  ],
};

/** A local mailbox policy that nothing in the tenant takes over. */
interface Loss {
  readonly journey: Journey;
  readonly step: Step;
  readonly move: Move;
  readonly tenant: Declaration;
  readonly policies: readonly Declaration[];
  readonly local: string;
}

function lossesIn(context: RuleContext, journey: Journey, step: Step): Loss[] {
  const { deployment, read } = context;
  const { mailboxMove: move, before, after } = step;
  if (move?.mailbox !== 'hosted') return [];
  try {
    const local = localPolicy(deployment, read, before);
    if (local === undefined) return [];
    // A policy that isn't declared is reported as such.
    mailboxPolicyOf(deployment, read, before);
    return tenantsOf(deployment, effectivePolicy(deployment, read, after).organization).flatMap((tenant) => {
      if (tenant === undefined || umObjects(tenant).length === 0) return [];
      const policies = umObjects(tenant).filter((each) => each.kind.name === 'umMailboxPolicy');
      if (policies.some((policy) => takesOver(read, policy, local))) return [];
      context.complete('umMailboxPolicy');
      return [{ journey, step, move, tenant, policies, local }];
    });
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    context.notChecked(error, journey.count);
    return [];
  }
}

/** The UM mailbox policy of a UM-enabled local mailbox; `undefined` for others. */
function localPolicy(deployment: Deployment, read: FactReader, person: Person): string | undefined {
  if (read.text(person, 'mailbox') !== 'local') return undefined;
  const plan = read.text(person, 'umDialPlan');
  const policy =
    read.text(person, 'umMailboxPolicy') ??
    (plan && `${deployment.find('umDialPlan', plan)?.name ?? plan} Default Policy`);
  // `ORG\NAME` is the language's own way to name it.
  return plan === undefined ? undefined : policy?.replace(/^.*\\/, '');
}

function takesOver(read: FactReader, policy: Declaration, local: string): boolean {
  return read.list(policy, 'sourceForestPolicyNames').some((name) => sameWord(name, local));
}

function mapPolicy(read: FactReader, policies: readonly Declaration[], local: string): Fix[] {
  return policies.slice(0, 3).map((policy, i) => {
    const names = [...read.list(policy, 'sourceForestPolicyNames'), local].map((name) => JSON.stringify(name));
    const fix = setProperty(
      policy,
      'sourceForestPolicyNames',
      names.join(', '),
      `Let ${policy.name} take over "${local}"`,
    );
    return { ...fix, preferred: i === 0 };
  });
}

export const page: RulePage = {
  explanation: `When a UM-enabled mailbox moves to a tenant, Exchange looks there for a UM mailbox policy that takes the place of the local one: a policy whose
\`SourceForestPolicyNames\` names it. Without one the mailbox arrives without UM, greetings and settings are gone, and the user has to be enabled anew. So UM dial plans and
mailbox policies are set up in the tenant before the first wave.

Asked where the tenant of the moved user's policy declares UM objects.`,
  bad: `tenant contoso.onmicrosoft.com {
  umDialPlan Hosted { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180 }
  umMailboxPolicy Moved { umDialPlan Hosted }
}
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
                                                        ^^^^^^`,
  good: `tenant contoso.onmicrosoft.com {
  umDialPlan Hosted { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180 }
  umMailboxPolicy Moved { umDialPlan Hosted  sourceForestPolicyNames "Redmond Default Policy" }
}
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }`,
};
