import type { Deployment } from '../../model/deployment';
import type { EnumValue, Kind, Property, RowKind } from '../../vocabulary';
import { enumValueOf, kindOf, propertyOf, rowPropertyOf, userRow } from '../../vocabulary';
import { describeDeclaration, describeKind, describeProperty, describeValue } from '../describe';

/** Keys of documentation: what a client sends back when it wants to show the text of an item. */

export function kindKey(kind: Kind): string {
  return `kind/${kind.name}`;
}

/** `holder` is the kind whose block or rows the property stands in; `row` the row's head. */
export function propertyKey(property: Property, holder: Kind | undefined, row?: RowKind['head']): string {
  return `property/${holder?.name ?? 'users'}/${row ?? ''}/${property.name}`;
}

export function valueKey(
  value: EnumValue,
  property: Property,
  holder: Kind | undefined,
  row?: RowKind['head'],
): string {
  return `${propertyKey(property, holder, row)}/${value.value}`;
}

export function nameKey(kind: string, qualifiedName: string): string {
  return `name/${kind}/${qualifiedName}`;
}

/** The text of a key, in Markdown. */
export function documentationOf(deployment: Deployment | undefined, key: string): string | undefined {
  const [form, first = '', second = '', third = '', value] = key.split('/');
  const kind = kindOf(first);
  if (kind === undefined) return undefined;
  if (form === 'kind') return describeKind(kind);
  if (form === 'name') {
    const found = deployment?.find(kind.name, key.slice(form.length + first.length + 2));
    return deployment && found && describeDeclaration(deployment, found);
  }
  const row = second === userRow.head ? userRow : kind.rows?.find(({ head }) => head === second);
  const property = row ? rowPropertyOf(row, third) : propertyOf(kind, third);
  if (property === undefined) return undefined;
  const enumValue = value === undefined ? undefined : enumValueOf(property, value);
  return enumValue ? describeValue(enumValue, property) : describeProperty(property, row ? undefined : kind);
}
