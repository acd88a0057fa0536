import { count } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { UNKNOWN, UNSET } from '../../model/facts';
import { kinds } from '../../vocabulary';
import { placeOf } from '../facts';
import type { LineWriter } from '../lines';
import { html } from './html';
import { table } from './page';

/** Everything that is declared, by kind. */
export function objects(writer: LineWriter, deployment: Deployment): void {
  writer.line('<h2>Objects</h2>');
  for (const kind of kinds) {
    const declarations = deployment.all(kind.name);
    if (declarations.length === 0 || kind.name === 'deployment') continue;
    const hasUsers = kind.name === 'users';
    writer.line(`<h3>${html(kind.plural.charAt(0).toUpperCase() + kind.plural.slice(1))}</h3>`);
    table(
      writer,
      hasUsers ? ['Name', 'Users', 'Values of all of them'] : ['Name', 'Values'],
      declarations.map((declaration) => ({
        cells: [
          declaration.organization ? declaration.qualifiedName : declaration.name,
          ...(hasUsers ? [deployment.block(declaration)?.count ?? 0] : []),
          valuesOf(declaration),
        ],
        causes: [placeOf(declaration)],
      })),
    );
  }
}

function valuesOf({ rows, written }: Declaration): string {
  const values = [...written].map(([property, { value }]) => `${property} ${valueText(value)}`);
  return [...values, ...(rows.length > 0 ? [count(rows.length, 'row')] : [])].join('; ');
}

/** A value as a reader sees it. */
export function valueText(fact: unknown): string {
  if (fact === undefined) return '';
  if (fact === UNSET) return 'unset';
  if (fact === UNKNOWN) return 'unknown';
  if (Array.isArray(fact)) return fact.map(String).join(', ');
  return typeof fact === 'symbol' ? '' : String(fact);
}
