import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Placement } from '../model/placement';
import type { Crowd } from './crowd';
import { acceptedDomains, tenantsOf } from './tenants';
import type { RuleContext } from './types';

/** A SIP domain of hosted users or contacts, with the tenants whose mailboxes they are in. */
export interface SharedDomain {
  readonly domain: string;
  readonly tenants: readonly Declaration[];
  readonly placements: Placement[];
  readonly contacts: Declaration[];
}

/** The domains of those whose policy names declared tenants; a policy that names one that isn't declared asks nothing. */
export function sharedDomains(crowd: Crowd, { deployment }: RuleContext): SharedDomain[] {
  const found = new Map<string, SharedDomain>();
  for (const { effective, placements, contacts } of crowd.policiesInUse) {
    const tenants = tenantsOf(deployment, effective.organization).filter((tenant) => tenant !== undefined);
    if (tenants.length === 0 || tenants.length < effective.organization.length) continue;
    const own = new Map<string, SharedDomain>();
    const ids = tenants.map((tenant) => tenant.id).join(' ');
    const take = (domain: string): SharedDomain => {
      const taken = own.get(domain);
      if (taken) return taken;
      const key = `${fold(domain)} ${ids}`;
      const known = found.get(key) ?? { domain, tenants, placements: [], contacts: [] };
      found.set(key, known);
      own.set(domain, known);
      return known;
    };
    for (const placement of placements) if (placement.domain !== '') take(placement.domain).placements.push(placement);
    for (const contact of contacts) if (!contact.nameFault) take(domainOf(contact.name)).contacts.push(contact);
  }
  return [...found.values()];
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** The declaration by which a tenant accepts a domain. */
export function acceptance(tenant: Declaration, domain: string): Declaration | undefined {
  return acceptedDomains(tenant).find((accepted) => sameWord(accepted.name, domain));
}
