import { nearest } from '../base/words';
import type { Deployment } from '../model/deployment';
import { addDeclaration, insertIntoBlock } from './fixes';
import type { Fix, FixEdit } from './types';

/** Whether a domain is declared as a SIP domain. */
export function isSipDomain(deployment: Deployment, domain: string): boolean {
  return deployment.named('sipDomain', domain).length > 0;
}

/** Declares the domain, or writes the declared one that was probably meant. */
export function domainFixes(deployment: Deployment, domain: string, write: (domain: string) => FixEdit[]): Fix[] {
  const guess = nearest(
    domain,
    deployment.all('sipDomain').map((known) => known.name),
  );
  const edits = guess ? write(guess) : [];
  return [
    ...(guess && edits.length > 0 ? [{ title: `Change to ${guess}`, edits, preferred: true }] : []),
    declare(deployment, domain),
  ];
}

/** A SIP domain that is shared with tenants has to be accepted there as well (UM4028). */
function declare(deployment: Deployment, domain: string): Fix {
  const known = deployment.all('sipDomain');
  const text = `sipDomain ${domain}${known.length === 0 ? ' { isDefault true }' : ''}`;
  const fix = addDeclaration(deployment, text, known.at(-1), `Declare SIP domain ${domain}`);
  const accepting = deployment
    .all('tenant')
    .filter((tenant) => tenant.children.some((child) => isSipDomain(deployment, child.name)))
    .filter((tenant) => !tenant.children.some((child) => child.key === domain.toLowerCase()));
  return {
    ...fix,
    edits: [...fix.edits, ...accepting.map((tenant) => insertIntoBlock(tenant, `acceptedDomain ${domain}`))],
  };
}
