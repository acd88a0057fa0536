import type { Deployment } from '../model/deployment';
import type { KindName } from '../vocabulary/types';

/** The default SIP domain, else the first one, else that of the forest: what names in fixes are made of. */
export function mainDomain(deployment: Deployment): string {
  const domains = deployment.all('sipDomain').filter((domain) => !domain.nameFault && domain.name !== '');
  const main = domains.find((domain) => domain.fact('isDefault') === true) ?? domains[0];
  const forest = deployment.head?.fact('forest');
  return main?.name ?? (typeof forest === 'string' ? forest : 'contoso.com');
}

/** The first name of a row of names that no object of the kind has. */
export function freeName(deployment: Deployment, kind: KindName, nameOf: (n: number) => string): string {
  for (let n = 1; ; n++) {
    const name = nameOf(n);
    if (deployment.named(kind, name).length === 0) return name;
  }
}

/** A name as it is written: in quotes where it has to be. */
export function writtenName(name: string): string {
  return /^[^\s{}(),"/]+$/.test(name) ? name : JSON.stringify(name);
}

/** Domains that nobody can register: no record of theirs is found in public DNS, and no public CA issues a certificate for them. */
export function isInternalDomain(domain: string): boolean {
  return /(^|\.)(local|lan|internal|corp)$/i.test(domain);
}
