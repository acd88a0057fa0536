import { folderOf, relativeFrom } from '../../base/paths';
import { fold } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { scopeOf } from '../../routing/effectivePolicy';
import { quoteWord } from '../../syntax/print';
import type { KindName } from '../../vocabulary';
import { csvPaths } from '../csvReading';
import type { Candidate } from './candidate';
import { nameKey } from './documentation';

/** Declared objects by the name that finds them: `ORG\NAME` where several organizations have it. */
export function nameCandidates(
  deployment: Deployment,
  kinds: readonly KindName[],
  around: Declaration | undefined,
  rank: (declaration: Declaration) => number = () => 0,
): Candidate[] {
  const declarations = deployment.all(...kinds).filter(({ key }) => key !== '');
  const organizations = new Map<string, Set<Declaration | undefined>>();
  for (const { key, organization } of declarations) {
    const known = organizations.get(key) ?? new Set();
    organizations.set(key, known.add(organization));
  }
  const seen = new Set<string>();
  return declarations.flatMap((declaration) => {
    const ambiguous = (organizations.get(declaration.key)?.size ?? 0) > 1;
    const near = around !== undefined && declaration.organization === around;
    const name = ambiguous && !near ? declaration.qualifiedName : declaration.name;
    if (seen.has(fold(name))) return [];
    seen.add(fold(name));
    return {
      label: name,
      type: 'name' as const,
      detail: detailOf(declaration),
      doc: nameKey(declaration.kind.name, declaration.qualifiedName),
      insert: quoteWord(name),
      rank: rank(declaration) + (near || around === undefined ? 0 : 1),
    };
  });
}

function detailOf({ kind, organization }: Declaration): string {
  return organization ? `${kind.singular} of ${organization.name}` : kind.singular;
}

/** Per-user policies: those of a scope can't be granted. */
export function isGrantable(declaration: Declaration): boolean {
  return declaration.kind.nameType !== 'scopeOrText' || scopeOf(declaration) === 'user';
}

/** The SIP domains, for what stands behind an `@`. */
export function domainCandidates(deployment: Deployment): Candidate[] {
  return nameCandidates(deployment, ['sipDomain'], undefined, (domain) =>
    domain.fact('isDefault') === true ? 0 : 1,
  ).map((candidate) => ({ ...candidate, type: 'domain' as const }));
}

/** What is typed, as an address that nobody has yet, in each SIP domain. */
export function newAddresses(deployment: Deployment, typed: string): Candidate[] {
  if (!/^[^\s@:\\]+$/.test(typed)) return [];
  return domainCandidates(deployment).flatMap(({ label: domain, rank }) => {
    const address = `${typed}@${domain}`;
    if (deployment.usersWithAddress(address).length > 0 || deployment.named('exUmContact', address).length > 0)
      return [];
    return { label: address, type: 'user', detail: 'new', insert: quoteWord(address), rank: 5 + rank };
  });
}

/** The row of a new user. */
export function rowCandidates(deployment: Deployment, typed: string): Candidate[] {
  if (typed !== '') return newAddresses(deployment, typed);
  const domain = domainCandidates(deployment).sort((a, b) => a.rank - b.rank)[0]?.label ?? 'contoso.com';
  const snippet = `\${1:name}@${domain}  line \${2:+14255550100}$0`;
  return [{ label: `name@${domain}`, type: 'user', detail: 'row of a user', insert: 'name', snippet, rank: 2 }];
}

/** More users than this are not offered at once: the next letter narrows them. */
const MAXIMUM_USERS = 100;
/** Nor are more than this looked at for one letter. */
const MAXIMUM_LOOKED_AT = 10_000;

/** Users and contacts whose address starts with what is typed. `complete`: there are no more. */
export function addressCandidates(
  deployment: Deployment,
  typed: string,
  given: readonly string[],
): { readonly candidates: Candidate[]; readonly complete: boolean } {
  const prefix = fold(typed.replace(/^sip:/i, ''));
  const taken = new Set(given.map(fold));
  const candidates: Candidate[] = [];
  const add = (address: string, detail: string, rank: number): void => {
    if (fold(address).startsWith(prefix) && !taken.has(fold(address)))
      candidates.push({ label: address, type: 'user', detail, insert: quoteWord(address), rank });
  };
  for (const contact of deployment.all('exUmContact')) add(contact.name, 'contact', 1);
  let left = MAXIMUM_LOOKED_AT;
  for (const user of deployment.users()) {
    if (candidates.length >= MAXIMUM_USERS || left-- === 0) return { candidates, complete: false };
    add(user.address, user.placement.block.declaration.name, 0);
  }
  return { candidates, complete: true };
}

/** CSV files as a topology names them, those that no group names yet first. */
export function fileCandidates(deployment: Deployment, path: string, files: readonly string[]): Candidate[] {
  const named = new Set(deployment.all('users').flatMap(csvPaths));
  return files.flatMap((file): Candidate[] => {
    const name = relativeFrom(folderOf(path), file);
    const known = named.has(file);
    const detail = known ? 'named already' : undefined;
    return [
      { label: name, type: 'file', insert: JSON.stringify(name), rank: known ? 1 : 0, ...(detail && { detail }) },
    ];
  });
}
