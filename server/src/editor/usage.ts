import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import { effectivePolicy } from '../routing/effectivePolicy';

/** The placements that an object serves, for the kinds that serve users; `undefined` for the others. */
export function placementsOf(deployment: Deployment, declaration: Declaration): readonly Placement[] | undefined {
  const test = testFor(deployment, declaration);
  return test && [...deployment.placements()].filter(test);
}

type Test = (placement: Placement) => boolean;

function testFor(deployment: Deployment, declaration: Declaration): Test | undefined {
  switch (declaration.kind.name) {
    case 'users':
      return (placement) => placement.block.declaration === declaration;
    case 'pool':
      return (placement) => names(placement, 'pool', declaration.name);
    case 'site':
    case 'branchSite': {
      const pools = declaration.children.filter((child) => child.kind.name === 'pool');
      return (placement) => pools.some((pool) => names(placement, 'pool', pool.name));
    }
    case 'sipDomain':
      return (placement) => sameWord(placement.domain, declaration.name);
    case 'umDialPlan':
      return (placement) => resolves(deployment, placement, 'umDialPlan', declaration);
    case 'exchange':
      return (placement) =>
        names(placement, 'exchange', declaration.name) ||
        declaration.children.some(
          (child) => child.kind.name === 'umDialPlan' && resolves(deployment, placement, 'umDialPlan', child),
        );
    case 'umMailboxPolicy':
      return (placement) => resolves(deployment, placement, 'umMailboxPolicy', declaration);
    case 'voicePolicy':
    case 'dialPlan':
      return (placement) => appliesTo(deployment, placement, declaration);
    case 'hostedVoicemailPolicy':
      return (placement) => policyOf(placement) === declaration;
    case 'hostingProvider': {
      const proxy = declaration.fact('proxyFqdn');
      return (placement) => {
        const destination = policyOf(placement)?.fact('destination');
        return typeof proxy === 'string' && typeof destination === 'string' && sameWord(proxy, destination);
      };
    }
    case 'tenant':
      return (placement) => {
        const organization = policyOf(placement)?.fact('organization');
        return Array.isArray(organization) && organization.some((name) => sameWord(String(name), declaration.name));
      };
    default:
      return undefined;
  }
}

function names(placement: Placement, property: string, name: string): boolean {
  const value = placement.fact(property);
  return typeof value === 'string' && sameWord(value, name);
}

function resolves(deployment: Deployment, placement: Placement, property: string, declaration: Declaration): boolean {
  const value = placement.fact(property);
  return typeof value === 'string' && deployment.find(declaration.kind.name, value) === declaration;
}

/** Whether a voice policy or dial plan is the one of a placement: granted, else that of the site, else the global one. */
function appliesTo(deployment: Deployment, placement: Placement, { kind: { name: kind }, id }: Declaration): boolean {
  const granted = placement.fact(kind);
  if (typeof granted === 'string') return deployment.find(kind, granted)?.id === id;
  const pool = placement.fact('pool');
  const site = typeof pool === 'string' ? deployment.find('pool', pool)?.parent : undefined;
  const found = (site && deployment.named(kind, `site:${site.name}`)[0]) ?? deployment.named(kind, 'global')[0];
  return found?.id === id;
}

/** Asked for each placement and each policy that a completion offers. */
const policies = new Remembered((placement) => effectivePolicy(placement.deployment, plainReader, placement).policy);

function policyOf(placement: Placement): Declaration | undefined {
  try {
    return policies.of(placement);
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}
