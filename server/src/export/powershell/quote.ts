import type { Call, Parameter, Value } from '../plan';

/** What PowerShell takes for a single quote, typographic ones too; doubled, each stands for itself. */
const quotes = /['\u2018\u2019\u201a\u201b]/g;

/** A text as one literal with exactly that value: nothing in it is looked at but quotes, which are doubled. */
export function literal(text: string): string {
  return `'${text.replace(quotes, '$&$&')}'`;
}

/** A value as PowerShell writes it. */
export function valueText(value: Value): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return literal(value);
  if ('add' in value) return `@{ Add = ${valueText(value.add)} }`;
  return `@(${value.map(literal).join(', ')})`;
}

function parameterText({ name, value }: Parameter): string {
  return value === undefined ? `-${name}` : `-${name} ${valueText(value)}`;
}

/** A call on one line. Names of cmdlets and parameters come from the vocabulary, never from a topology. */
export function callText({ cmdlet, parameters }: Call): string {
  return [cmdlet, ...parameters.map(parameterText)].join(' ');
}

/** `@{ 'Enabled' = $true; 'ProxyFqdn' = 'exap.um.outlook.com' }` */
export function tableText(entries: readonly { readonly property: string; readonly value: Value }[]): string {
  if (entries.length === 0) return '@{}';
  return `@{ ${entries.map(({ property, value }) => `${literal(property)} = ${valueText(value)}`).join('; ')} }`;
}
