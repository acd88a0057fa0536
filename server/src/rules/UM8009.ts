import { fold } from '../base/words';
import type { FactOwner } from '../model/facts';
import { contactMoves, type Move, waveOrder } from '../model/waves';
import { chooseUm } from '../routing/chooseUm';
import { type Effective, effectivePolicy, scopeOf } from '../routing/effectivePolicy';
import { contactAfter } from '../routing/numbers';
import { JourneyFindings, journeysOf, valuePlace } from './journeys';
import { writtenName } from './names';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { attempt } from './witnesses';

export const rule: Rule = {
  code: 'UM8009',
  severity: 'warning',
  title: 'Move to another pool changes the policy',
  basis: 'recommended',
  source: ['POL'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read } = context;
        const findings = new JourneyFindings();
        for (const journey of journeysOf(crowd, context).all) {
          for (const { moves, before, after } of journey.steps) {
            const move = moves.find((each) => each.written.has('pool'));
            if (move === undefined) continue;
            attempt(context, journey.count, () => {
              if (chooseUm(read, before).um !== 'hosted' || chooseUm(read, after).um !== 'hosted') return;
              const change = changeOf(context, before, after);
              if (change === undefined) return;
              findings.add(journey, {
                at: valuePlace(move, 'pool'),
                message: (who) => `After the move ${who}: ${change.words}`,
                fixes: () => grant(context, move, change.was),
              });
            });
          }
        }
        findings.report(context);
        checkContacts(context);
      },
    },
  ],
};

/** Contacts of hosted UM that a wave moves to another pool. */
function checkContacts(context: RuleContext): void {
  const { deployment, read, report } = context;
  const { waves } = waveOrder(deployment);
  for (const contact of deployment.all('exUmContact')) {
    for (const [i, wave] of waves.entries())
      attempt(context, 0, () => {
        const move = contactMoves(deployment, contact, i + 1).find(
          (each) => each.wave === wave.declaration && each.written.has('pool'),
        );
        if (move === undefined) return;
        const [before, after] = [contactAfter(deployment, contact, i), contactAfter(deployment, contact, i + 1)];
        const tools = [before, after].map((state) => read.text(state, 'tool'));
        const change = tools.includes('ocsUmUtil') ? undefined : changeOf(context, before, after);
        if (change === undefined) return;
        report({
          at: valuePlace(move, 'pool'),
          message: `After the move contact ${contact.name}: ${change.words}`,
          fixes: () => grant(context, move, change.was),
        });
      });
  }
}

interface Change {
  readonly words: string;
  readonly was: Effective;
}

/** How another policy routes the calls, when a policy of site or global scope applies. */
function changeOf({ deployment, read }: RuleContext, before: FactOwner, after: FactOwner): Change | undefined {
  const was = effectivePolicy(deployment, read, before);
  const is = effectivePolicy(deployment, read, after);
  if (is.scope === 'user' || was.destination === undefined || target(was) === target(is)) return undefined;
  const words = `the policy of ${is.name} applies instead of ${was.name}, and calls are routed to ${shown(is)}, before to ${shown(was)}`;
  return { words, was };
}

function target({ destination, organization }: Effective): string {
  return fold(`${destination ?? ''} ${organization.join(' ')}`);
}

function shown({ destination, organization }: Effective): string {
  if (destination === undefined) return 'nowhere';
  return organization.length === 0 ? destination : `${destination} (${organization.join(', ')})`;
}

/** Grants a per-user policy that routes as before. */
function grant({ deployment }: RuleContext, move: Move, was: Effective): Fix[] {
  if (move.written.has('policy')) return [];
  const { path, end } = valuePlace(move, 'pool');
  return deployment
    .all('hostedVoicemailPolicy')
    .filter((policy) => {
      const destination = policy.fact('destination');
      const organization = policy.fact('organization');
      const own = {
        ...was,
        destination: typeof destination === 'string' ? destination : undefined,
        organization: Array.isArray(organization) ? organization.map(String) : [],
      };
      return scopeOf(policy) === 'user' && target(own) === target(was);
    })
    .slice(0, 3)
    .map((policy, i) => ({
      title: `Grant policy ${policy.name}, which routes as before`,
      edits: [{ path, start: end, end, text: ` policy ${writtenName(policy.name)}` }],
      ...(i === 0 && { preferred: true }),
    }));
}

export const page: RulePage = {
  explanation: `A policy of site scope follows the home pool. Moving a user or contact to a pool at another site may put it under another policy without anybody having touched
one: \`Move-CsUser\` says nothing, and the next missed call goes to another service or tenant. Grant a per-user policy before the move when the calls are to go where they
went. The consequence is deduced from the documented order of policies.`,
  bad: `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization fabrikam.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
site Seattle { siteId 2  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com } }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}
wave Relocation { date 2013-06-03  move alice@contoso.com to pool pool02.contoso.com }
                                                                  ^^^^^^^^^^^^^^^^^^`,
  good: `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization fabrikam.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
site Seattle { siteId 2  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com } }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}
wave Relocation { date 2013-06-03  move alice@contoso.com to pool pool02.contoso.com policy Cloud }`,
};
