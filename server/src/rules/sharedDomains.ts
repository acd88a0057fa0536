import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Placement } from '../model/placement';
import type { Effective } from '../routing/effectivePolicy';
import { type Crowd, hostedPolicy, policyOf } from './crowd';
import { Survey } from './survey';
import { acceptedDomains, tenantsOf } from './tenants';
import type { RuleContext } from './types';

/** A SIP domain of hosted users or contacts, with the tenants whose mailboxes they are in. */
export interface SharedDomain {
  readonly domain: string;
  readonly tenants: readonly Declaration[];
  readonly placements: readonly Placement[];
  readonly contacts: readonly Declaration[];
}

class Found implements SharedDomain {
  readonly contacts: Declaration[] = [];
  readonly users: { readonly placements: readonly Placement[] }[] = [];

  constructor(
    readonly domain: string,
    readonly tenants: readonly Declaration[],
  ) {}

  get placements(): readonly Placement[] {
    return this.users.flatMap(({ placements }) => placements);
  }
}

/** The SIP domains of hosted users, with their policies. */
const ofUsers = new Survey(
  (placement) => {
    const effective = placement.domain === '' ? undefined : hostedPolicy(placement);
    return effective && { effective, domain: placement.domain };
  },
  ({ effective, domain }) => `${policyOf(effective)} ${fold(domain)}`,
);

/** The domains of those whose policy names declared tenants; a policy that names one that isn't declared asks nothing. */
export function sharedDomains(crowd: Crowd, { deployment }: RuleContext): SharedDomain[] {
  const found = new Map<string, Found>();
  const take = ({ organization }: Effective, domain: string): Found | undefined => {
    const tenants = tenantsOf(deployment, organization).filter((tenant) => tenant !== undefined);
    if (tenants.length === 0 || tenants.length < organization.length) return undefined;
    const key = `${fold(domain)} ${tenants.map((tenant) => tenant.id).join(' ')}`;
    const known = found.get(key) ?? new Found(domain, tenants);
    found.set(key, known);
    return known;
  };
  // Of whom it isn't known is noted by who asks.
  for (const users of ofUsers.of(crowd, { notChecked: () => {} }))
    take(users.value.effective, users.value.domain)?.users.push(users);
  for (const { effective, contacts } of crowd.policiesInUse)
    for (const contact of contacts)
      if (!contact.nameFault) take(effective, domainOf(contact.name))?.contacts.push(contact);
  return [...found.values()];
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** The declaration by which a tenant accepts a domain. */
export function acceptance(tenant: Declaration, domain: string): Declaration | undefined {
  return acceptedDomains(tenant).find((accepted) => sameWord(accepted.name, domain));
}
