import { fold, sameWord } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { quoteWord } from '../../syntax/print';
import { type Kind, kinds, type Property, userRow } from '../../vocabulary';
import type { Candidate } from './candidate';
import { kindKey, nameKey, propertyKey, valueKey } from './documentation';
import { isGrantable, nameCandidates } from './names';

/** Where a value stands: in a block of a kind, or in a user's row or a `move`. */
export interface ValuePlace {
  readonly kind: Kind | undefined;
  readonly declaration: Declaration | undefined;
}

/** The values that a property may have here, as far as they are known. */
export function valueCandidates(
  deployment: Deployment,
  property: Property,
  given: readonly string[],
  place: ValuePlace,
): Candidate[] {
  if (given.length > 0 && !property.list) return [];
  const taken = new Set(given.map(fold));
  const found = ownValues(deployment, property, place).filter(({ label }) => !taken.has(fold(label)));
  if (given.length > 0 || property.name === 'csv') return found;
  return [
    ...found,
    { label: 'unset', type: 'keyword', detail: 'known to be empty', rank: 8 },
    { label: 'unknown', type: 'keyword', detail: "exists or not, we can't tell", rank: 8 },
  ];
}

function ownValues(deployment: Deployment, property: Property, place: ValuePlace): Candidate[] {
  const { type, names } = property;
  if (names?.by === 'name') return nameCandidates(deployment, [names.kind], undefined);
  if (names) return byProperty(deployment, property);
  switch (type.type) {
    case 'boolean':
      return ['true', 'false'].map((label) => ({
        label,
        type: 'value',
        rank: label === property.default ? 1 : 0,
        doc: propertyKey(property, place.kind, place.kind ? undefined : userRow.head),
        ...(label === property.default && { detail: 'default' }),
      }));
    case 'enum':
      return type.values.map((value) => ({
        label: value.value,
        type: 'value',
        rank: 0,
        doc: valueKey(value, property, place.kind, place.kind ? undefined : userRow.head),
        ...(value.value === property.default && { detail: 'default' }),
      }));
    case 'reference':
      return references(deployment, property, place);
    case 'kind':
      return kinds.map((kind) => ({
        label: kind.name,
        type: 'kind',
        detail: kind.plural,
        doc: kindKey(kind),
        rank: 0,
      }));
    case 'fqdn':
      return hosts(deployment, property);
    default:
      return texts(deployment, property);
  }
}

/** A policy's destination: the proxy FQDN of each provider. */
function byProperty(deployment: Deployment, { names }: Property): Candidate[] {
  if (names === undefined) return [];
  return deployment.all(names.kind).flatMap((declaration) => {
    const value = declaration.fact(names.by);
    if (typeof value !== 'string') return [];
    return {
      label: value,
      type: 'name' as const,
      detail: `${declaration.kind.singular} ${declaration.name}`,
      doc: nameKey(declaration.kind.name, declaration.name),
      insert: quoteWord(value),
      rank: 0,
    };
  });
}

const homeRoles: readonly unknown[] = ['frontEnd', 'standardEdition', 'survivableBranch'];

/** The roles of pools that a property names. */
const wantedRoles: Readonly<Record<string, readonly unknown[]>> = {
  edgePool: ['edge'],
  nextHopPool: ['director', 'frontEnd', 'standardEdition'],
  pool: homeRoles,
};

function references(deployment: Deployment, property: Property, place: ValuePlace): Candidate[] {
  if (property.type.type !== 'reference') return [];
  const { declaration } = place;
  const own = declaration?.kind.name === 'exchange' || declaration?.kind.name === 'tenant' ? declaration : undefined;
  const roles = place.kind?.name === 'certificate' ? undefined : wantedRoles[property.name];
  // What is being declared refers to others than itself; a pool of another role can't be meant, one without a role may be half-typed.
  const fits = (each: Declaration): boolean => {
    if (each === declaration) return false;
    const role = each.kind.name === 'pool' ? each.fact('role') : undefined;
    return !roles || typeof role !== 'string' || roles.includes(role);
  };
  const found = nameCandidates(deployment, property.type.to, declaration?.organization ?? own).filter(({ label }) => {
    const named = property.type.type === 'reference' ? deployment.find(property.type.to, label) : undefined;
    return named === undefined || fits(named);
  });
  const granted = property.cmdlets?.some((cmdlet) => cmdlet.startsWith('Grant-'));
  const usable = granted
    ? found.filter(({ label }) => {
        const policy = property.type.type === 'reference' && deployment.find(property.type.to, label);
        return !policy || isGrantable(policy);
      })
    : found;
  return property.type.to.includes('umMailboxPolicy') ? [...usable, ...defaultPolicies(deployment, usable)] : usable;
}

/** `<plan> Default Policy` exists undeclared. */
function defaultPolicies(deployment: Deployment, known: readonly Candidate[]): Candidate[] {
  const plans = deployment
    .all('umDialPlan')
    .filter((plan) => plan.fact('generateUMMailboxPolicy') !== false)
    .map((plan) => `${plan.name} Default Policy`);
  return [...new Set(plans)]
    .filter((name) => !known.some(({ label }) => sameWord(label, name)))
    .map((label) => ({
      label,
      type: 'name',
      detail: 'made with the dial plan',
      insert: JSON.stringify(label),
      rank: 2,
    }));
}

/** Hosts that the deployment names: a gateway's address, a record's target, a certificate's subject are one of them. */
function hosts(deployment: Deployment, property: Property): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (name: unknown, detail: string, rank: number): void => {
    if (typeof name !== 'string' || name === '' || found.has(fold(name))) return;
    found.set(fold(name), { label: name, type: 'name', detail, insert: quoteWord(name), rank });
  };
  if (
    ![
      'address',
      'domainName',
      'hostNameAlias',
      'mailExchange',
      'subject',
      'san',
      'defaultRouteFqdn',
      'computers',
    ].includes(property.name)
  )
    return [];
  for (const pool of deployment.all('pool')) {
    add(pool.name, 'pool', 0);
    for (const name of ['accessFqdn', 'webConferencingFqdn', 'avFqdn', 'externalWebFqdn'])
      add(pool.fact(name), `${name} of ${pool.name}`, 1);
    const computers = pool.fact('computers');
    if (Array.isArray(computers)) for (const computer of computers) add(computer, `computer of ${pool.name}`, 2);
  }
  for (const server of deployment.all('umServer')) add(server.name, 'UM server', 1);
  for (const domain of deployment.all('sipDomain')) add(`sip.${domain.name}`, 'SIP domain', 3);
  return [...found.values()];
}

function texts(deployment: Deployment, property: Property): Candidate[] {
  if (property.name === 'sourceForestPolicyNames') {
    const local = nameCandidates(deployment, ['umMailboxPolicy'], undefined);
    return [...local, ...defaultPolicies(deployment, local)];
  }
  if (property.name === 'delimiter')
    return [';', '\\t', '|'].map((sign) => ({ label: `"${sign}"`, type: 'value', rank: 0 }));
  if (property.default === undefined) return [];
  return [{ label: property.default, type: 'value', detail: 'default', rank: 0 }];
}
