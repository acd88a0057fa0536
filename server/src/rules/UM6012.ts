import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Survey } from '../model/survey';
import { homePool, siteOf } from '../routing/effectivePolicy';
import { planOf, serversOf, serverVersion } from '../routing/localRoute';
import { choiceOf } from './crowd';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';
import { witnesses } from './witnesses';

const old: readonly (string | undefined)[] = ['2007SP1', '2010'];

export const rule: Rule = {
  code: 'UM6012',
  severity: 'error',
  title: 'Lync dial plan without the name of the UM dial plan',
  basis: 'documented',
  source: ['OP-PROC'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        for (const { value, placements, users } of misnamed.of(crowd.deployment, context.notChecked)) {
          const { lync, plan, wanted } = value;
          report({
            at: { path: lync.path, ...lync.valueSpan('simpleName') },
            message: `Before Exchange 2010 SP1 the Lync dial plan must be called as the UM dial plan: ${lync.name} has SimpleName ${read.text(lync, 'simpleName')}, UM dial plan ${plan.name} is ${wanted}. Calls of its users do not reach voice mail`,
            users,
            related: [
              { at: { path: plan.path, ...plan.head }, message: `UM dial plan ${plan.name}` },
              ...witnesses(placements),
            ],
            fixes: () => [setProperty(lync, 'simpleName', wanted)],
          });
        }
      },
    },
  ],
};

/** The dial plan of Lync that should have the name of the users' UM dial plan and hasn't. */
const misnamed = new Survey(misnamedPlan, ({ lync, plan }) => `${lync.id}/${plan.id}`);

interface Misnamed {
  readonly lync: Declaration;
  readonly plan: Declaration;
  readonly wanted: string;
}

function misnamedPlan(placement: Placement): Misnamed | undefined {
  if (choiceOf(placement).um !== 'local') return undefined;
  const { deployment } = placement;
  const plan = planOf(deployment, plainReader, placement);
  if (plan === undefined || !needsName(deployment, plainReader, plan)) return undefined;
  const lync = lyncDialPlan(deployment, plainReader, placement);
  const name = plainReader.text(lync, 'simpleName');
  if (name === undefined) throw new UnknownFact(lync, 'simpleName', false);
  const wanted = phoneContext(deployment, plainReader, plan);
  return sameWord(name, wanted) ? undefined : { lync, plan, wanted };
}

function needsName(deployment: Deployment, read: FactReader, plan: Declaration): boolean {
  const servers = serversOf(deployment, read, plan).map((server) => serverVersion(read, server));
  const versions = servers.length > 0 ? servers : [plan.organization && read.text(plan.organization, 'version')];
  return versions.every((version) => old.includes(version));
}

/** The name of a UM dial plan in EUM proxy addresses. */
function phoneContext(deployment: Deployment, read: FactReader, plan: Declaration): string {
  const own = read.text(plan, 'phoneContext');
  if (own !== undefined) return own;
  const { organization } = plan;
  const { head } = deployment;
  const forest = (organization && read.text(organization, 'forest')) ?? (head && read.text(head, 'forest'));
  if (forest === undefined) throw new UnknownFact(organization ?? head, 'forest', false);
  return `${plan.name}.${forest}`;
}

/** The effective dial plan of Lync: granted, of the pool, of the site, global. */
function lyncDialPlan(deployment: Deployment, read: FactReader, placement: Placement): Declaration {
  const granted = read.text(placement, 'dialPlan');
  if (granted !== undefined) {
    const found = deployment.find('dialPlan', granted);
    if (found) return found;
    throw new UnknownFact(placement, 'dialPlan', !deployment.isIncomplete('dialPlan'));
  }
  const pool = homePool(deployment, read, placement);
  const site = siteOf(pool);
  const ofPool = deployment
    .all('dialPlan')
    .find((plan) => pool && plan.key.startsWith('service:') && plan.key.endsWith(`:${pool.key}`));
  const found =
    ofPool ??
    (site && deployment.named('dialPlan', `site:${site.name}`)[0]) ??
    deployment.named('dialPlan', 'global')[0];
  if (found === undefined) throw new UnknownFact(undefined, 'dialPlan', false);
  return found;
}

export const page: RulePage = {
  explanation: `With Exchange 2007 and 2010 before SP1, Lync finds the UM dial plan by its own dial plan's name: \`SimpleName\` must be the FQDN of the UM dial plan, its phone
context. From 2010 SP1 on the EUM proxy address alone decides, and the warning of OcsUmUtil can be ignored. Asked of the effective Lync dial plan of each user; one that
isn't declared isn't checked.`,
  bad: `dialPlan global { simpleName DefaultProfile }
                             ^^^^^^^^^^^^^^
exchange OnPrem {
  version 2010
}`,
  good: `dialPlan global { simpleName Redmond.contoso.com }
exchange OnPrem {
  version 2010
}`,
  alsoGood: [
    `dialPlan global { simpleName DefaultProfile }
exchange OnPrem {
  version 2010SP1
}`,
    `exchange OnPrem {
  version 2010
}`,
  ],
};
