import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { addDeclaration, setPropertyEdit } from './fixes';
import { writtenName } from './names';
import { acceptance } from './sharedDomains';
import { tenantsOf } from './tenants';
import type { Fix, FixEdit } from './types';

interface Target {
  readonly destination: string;
  readonly organization: readonly string[];
}

function writtenTarget(declaration: Declaration): Target | undefined {
  const destination = declaration.fact('destination');
  const organization = declaration.fact('organization');
  if (typeof destination !== 'string') return undefined;
  return { destination, organization: Array.isArray(organization) ? organization.map(String) : [] };
}

/** Where a policy could send its calls: where the others do, else to the hosting providers that share the address space. */
function targets(deployment: Deployment): Target[] {
  const found = deployment
    .all('hostedVoicemailPolicy')
    .map(writtenTarget)
    .filter((target) => target !== undefined);
  if (found.length === 0) {
    const tenants = deployment.all('tenant').map((tenant) => tenant.name);
    for (const provider of deployment.all('hostingProvider')) {
      const destination = provider.fact('proxyFqdn');
      if (typeof destination === 'string' && provider.fact('hostsOCSUsers') !== true)
        found.push({ destination, organization: tenants.slice(0, 1) });
    }
  }
  const seen = new Set<string>();
  return found.filter(({ destination, organization }) => {
    const key = `${destination} ${organization.join(' ')}`.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether one of the declared tenants takes voice mail of the domains; where none is declared nothing is known against it. */
function takes(deployment: Deployment, organization: readonly string[], domains: readonly string[]): boolean {
  const tenants = tenantsOf(deployment, organization).filter((tenant) => tenant !== undefined);
  const accepts = (tenant: Declaration, domain: string): boolean =>
    acceptance(tenant, domain)?.fact('domainType') === 'authoritative';
  return tenants.length === 0 || domains.every((domain) => tenants.some((tenant) => accepts(tenant, domain)));
}

/** Fixes that give a policy a destination, and an organization where it has none, for those who have some domains. */
export function completePolicy(deployment: Deployment, policy: Declaration, domains: readonly string[]): Fix[] {
  return fitting(deployment, domains).map(({ destination, organization }, i) => {
    const edits: FixEdit[] = [];
    const tenants = organization.join(', ');
    const own = policy.fact('organization');
    const needsTenant = tenants !== '' && !(Array.isArray(own) && own.length > 0);
    if (needsTenant && !policy.written.has('destination') && !policy.written.has('organization'))
      edits.push(setPropertyEdit(policy, 'destination', `${destination}  organization ${tenants}`));
    else {
      edits.push(setPropertyEdit(policy, 'destination', destination));
      if (needsTenant) edits.push(setPropertyEdit(policy, 'organization', tenants));
    }
    return { title: `Send the calls of ${policy.name} to ${destination}`, edits, ...(i === 0 && { preferred: true }) };
  });
}

/** Where voice mail of some domains could be sent. */
export function fitting(deployment: Deployment, domains: readonly string[]): Target[] {
  return targets(deployment).filter(({ organization }) => takes(deployment, organization, domains));
}

/** Declares the global policy, for those who have no other. */
export function declareGlobal(deployment: Deployment, domains: readonly string[]): Fix[] {
  return fitting(deployment, domains).map(({ destination, organization }) =>
    addDeclaration(
      deployment,
      `hostedVoicemailPolicy global {\n  destination ${destination}${organization.length > 0 ? `\n  organization ${organization.join(', ')}` : ''}\n}`,
      deployment.all('hostedVoicemailPolicy')[0],
      `Give the global policy the destination ${destination}`,
    ),
  );
}

/** Names of per-user policies that can be granted to those who have some domains, and have a destination, as they are written. */
export function grantable(deployment: Deployment, domains: readonly string[]): string[] {
  return deployment
    .all('hostedVoicemailPolicy')
    .filter(
      (policy) =>
        !/^(global$|site:|service:)/i.test(policy.name) &&
        takes(deployment, writtenTarget(policy)?.organization ?? [], domains) &&
        typeof policy.fact('destination') === 'string',
    )
    .map((policy) => writtenName(policy.name));
}
