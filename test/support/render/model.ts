import type { Declaration } from '../../../server/src/model/declaration';
import { type DeclaredRow, rowFact } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { type Fact, INVALID, UNKNOWN, UNSET } from '../../../server/src/model/facts';
import { PRESENT } from '../../../server/src/model/shapes';
import type { Property } from '../../../server/src/vocabulary/types';

/** What a deployment is read as: each declaration with its typed values and what its names stand for, and the users by placement. */
export function renderModel(deployment: Deployment): string {
  const lines = [`${deployment.name}: ${deployment.server}, ${deployment.mode}, ${deployment.userCount} users`];
  let path: string | undefined;
  for (const declaration of deployment.declarations) {
    if (declaration.path !== path) {
      path = declaration.path;
      lines.push('', `--- ${path}`);
    }
    declared(deployment, declaration, lines);
  }
  lines.push('', '--- placements');
  for (const block of deployment.blocks) {
    lines.push(`users ${block.declaration.name}: ${block.count}`);
    for (const placement of deployment.placements()) {
      if (placement.block !== block) continue;
      const facts = [...placement.shape.facts].map(([name, fact]) => `${name} ${shown(fact)}`);
      lines.push(`  ${placement.count} × @${placement.domain}  ${facts.join('  ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function declared(deployment: Deployment, declaration: Declaration, lines: string[]): void {
  let depth = 0;
  for (let around = declaration.parent; around; around = around.parent) depth++;
  const indent = '  '.repeat(depth);
  lines.push(`${indent}${declaration.kind.name} ${declaration.qualifiedName}`.trimEnd());
  for (const { property, value } of declaration.written.values()) {
    const target = property.type.type === 'reference' ? targets(deployment, declaration, property, value) : '';
    lines.push(`${indent}  ${property.name} = ${shown(value)}${target}`);
  }
  for (const row of declaration.rows) lines.push(`${indent}  ${rendered(row)}`);
}

function rendered(row: DeclaredRow): string {
  const values = [...row.written.keys()].map((name) => `${name} ${shown(rowFact(row, name))}`);
  return [row.kind.head, row.owner, ...values].filter((text) => text !== '').join('  ');
}

function targets(deployment: Deployment, declaration: Declaration, property: Property, value: Fact): string {
  if (property.type.type !== 'reference' || typeof value === 'symbol') return '';
  const around = declaration.organization ?? declaration;
  const { to } = property.type;
  const found = (Array.isArray(value) ? value : [value]).map((name) => {
    const resolution = deployment.resolve(to, String(name), around);
    if (resolution.state === 'found') return `${resolution.target.kind.name} ${resolution.target.qualifiedName}`;
    return resolution.state;
  });
  return ` → ${found.join(', ')}`;
}

function shown(fact: Fact | undefined): string {
  if (fact === UNSET) return 'unset';
  if (fact === UNKNOWN) return 'unknown';
  if (fact === INVALID) return 'invalid';
  if (fact === PRESENT) return '…';
  return Array.isArray(fact) ? `[${fact.map((each) => shown(each)).join(', ')}]` : JSON.stringify(fact);
}
