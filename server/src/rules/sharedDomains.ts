import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import { Survey } from '../model/survey';
import type { Effective } from '../routing/effectivePolicy';
import { type Crowd, hostedPolicy } from './crowd';
import { acceptedDomains, tenantsOf } from './tenants';
import type { RuleContext } from './types';
import { attempt, noteUndecided } from './witnesses';

/** A SIP domain of hosted users or contacts, with the tenants whose mailboxes they are in. */
export interface SharedDomain {
  readonly domain: string;
  readonly tenants: readonly Declaration[];
  readonly users: number;
  readonly placements: readonly Placement[];
  readonly contacts: readonly Declaration[];
}

class Found implements SharedDomain {
  readonly contacts: Declaration[] = [];
  readonly groups: { readonly users: number; readonly placements: readonly Placement[] }[] = [];

  constructor(
    readonly domain: string,
    readonly tenants: readonly Declaration[],
  ) {}

  get users(): number {
    return this.groups.reduce((sum, { users }) => sum + users, 0);
  }

  get placements(): readonly Placement[] {
    return this.groups.flatMap(({ placements }) => placements);
  }
}

const hosted = new Remembered((placement) => {
  const effective = placement.domain === '' ? undefined : decided(placement);
  return effective && { organization: effective.organization, domain: placement.domain };
});

/** The SIP domains of hosted users, with what their policies name: a policy may be the only one that a user has. */
const ofUsers = new Survey(hosted, ({ organization, domain }) => `${fold(domain)} ${organization.join(' ')}`);

/** `undefined` also where it isn't known which policy applies: that is noted for all at once. */
function decided(placement: Placement): Effective | undefined {
  try {
    return hostedPolicy(placement);
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}

/** The domains of those whose policy names declared tenants; a policy that names one that isn't declared asks nothing. */
export function sharedDomains(crowd: Crowd, context: RuleContext): SharedDomain[] {
  const found = new Map<string, Found>();
  const take = ({ organization }: Pick<Effective, 'organization'>, domain: string): Found | undefined => {
    const tenants = tenantsOf(context.deployment, organization).filter((tenant) => tenant !== undefined);
    if (tenants.length === 0 || tenants.length < organization.length) return undefined;
    const key = `${fold(domain)} ${tenants.map((tenant) => tenant.id).join(' ')}`;
    const known = found.get(key) ?? new Found(domain, tenants);
    found.set(key, known);
    return known;
  };
  noteUndecided(crowd, context);
  for (const users of ofUsers.of(crowd.deployment, context.notChecked))
    take(users.value, users.value.domain)?.groups.push(users);
  for (const { effective, contacts } of crowd.policiesInUse)
    for (const contact of contacts)
      attempt(context, 0, () => {
        if (!contact.nameFault) take(effective, domainOf(contact.name))?.contacts.push(contact);
      });
  return [...found.values()];
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** The declaration by which a tenant accepts a domain. */
export function acceptance(tenant: Declaration, domain: string): Declaration | undefined {
  return acceptedDomains(tenant).find((accepted) => sameWord(accepted.name, domain));
}
