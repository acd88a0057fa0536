import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { writtenName } from './names';
import { allSites } from './references';
import type { Fix, FixEdit } from './types';

/** Renames a declared object and everything that names it, what Exchange derives from a dial plan's name included. */
export function renameFix(deployment: Deployment, declaration: Declaration, name: string): Fix {
  const { kind } = declaration;
  const edits: FixEdit[] = [{ path: declaration.path, ...declaration.head, text: writtenName(name) }];
  for (const site of allSites(deployment, kind.name)) {
    const found = deployment.resolve(site.kinds, site.name, site.around);
    if (found.state !== 'found' || found.target !== declaration) continue;
    const organization =
      site.name.includes('\\') && declaration.organization ? `${declaration.organization.name}\\` : '';
    edits.push(...site.rename(`${organization}${name}`, '').flatMap((fix) => fix.edits));
  }
  if (kind.name === 'umDialPlan') edits.push(...derivedFromPlan(deployment, declaration.name, name));
  for (const { path, item, node } of deployment.expectations) {
    const target = node.claim?.type === 'reaches' ? node.claim.target : undefined;
    if (target && sameWord(target.text, declaration.name))
      edits.push({ path, start: item.start + target.start, end: item.start + target.end, text: writtenName(name) });
  }
  return { title: `Rename to ${name}`, edits, preferred: true };
}

/** `<plan> Default Policy`, and the pilot that ExchUCUtil gives a hunt group. */
function derivedFromPlan(deployment: Deployment, was: string, is: string): FixEdit[] {
  const edits: FixEdit[] = [];
  for (const site of allSites(deployment, 'umMailboxPolicy')) {
    if (!sameWord(site.name, `${was} Default Policy`)) continue;
    if (deployment.resolve(site.kinds, site.name, site.around).state === 'undeclared')
      edits.push(...site.rename(`${is} Default Policy`, '').flatMap((fix) => fix.edits));
  }
  for (const group of deployment.all('umHuntGroup')) {
    const pilot = group.fact('pilotIdentifier');
    if (typeof pilot === 'string' && sameWord(pilot, was))
      edits.push({ path: group.path, ...group.valueSpan('pilotIdentifier'), text: writtenName(is) });
  }
  for (const policy of deployment.all('umMailboxPolicy')) {
    const names = policy.fact('sourceForestPolicyNames');
    (Array.isArray(names) ? names.map(String) : []).forEach((name, i) => {
      if (sameWord(name, `${was} Default Policy`))
        edits.push({
          path: policy.path,
          ...policy.valueSpan('sourceForestPolicyNames', i),
          text: JSON.stringify(`${is} Default Policy`),
        });
    });
  }
  return edits;
}

/** A name no longer than a limit that nothing else has. */
export function shortName(deployment: Deployment, declaration: Declaration, limit: number): string {
  const cut = declaration.name.slice(0, limit).trimEnd();
  if (deployment.named(declaration.kind.name, cut).length === 0) return cut;
  for (let n = 2; ; n++) {
    const name = `${declaration.name.slice(0, limit - String(n).length).trimEnd()}${n}`;
    if (deployment.named(declaration.kind.name, name).length === 0) return name;
  }
}
