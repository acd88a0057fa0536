import type { Kind, KindName, Limits, Property, ValueType } from '../../server/src/vocabulary';

/** Phrases of the reference pages, in Markdown. */

export const kindLink = (name: KindName): string => `[\`${name}\`](${name}.md)`;

/** A cell of a table: bars would end it. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A row of a table. */
export const tableRow = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [tableRow(...head), tableRow(...head.map(() => '---')), ...rows.map((row) => tableRow(...row))].join('\n');

/** `[PS-NEWHP](sources.md#ps-newhp)`, one after the other. */
export const sourceLinks = (keys: readonly string[]): string =>
  keys.map((key) => `[${key}](sources.md#${key.toLowerCase()})`).join(' ');

const typeWords: Readonly<Record<Exclude<ValueType['type'], 'enum' | 'reference' | 'fqdn' | 'ipAddress'>, string>> = {
  boolean: '`true` or `false`',
  date: 'date, `2013-06-03`',
  text: 'text',
  sipAddress: 'SIP address',
  distinguishedName: 'distinguished name',
  kind: 'name of a kind',
  scope: 'scope',
  phone: 'phone number',
  number: 'number',
  portRange: 'number or range, `50000-59999`',
};

function typeOf(type: ValueType): string {
  switch (type.type) {
    case 'enum':
      return type.values.map(({ value }) => `\`${value}\``).join(' · ');
    case 'reference':
      return `name of a ${type.to.map(kindLink).join(' or ')}`;
    case 'fqdn':
      return `FQDN${type.wildcard ? ', wildcard allowed' : ''}${type.orIPAddress ? ' or IP address' : ''}`;
    case 'ipAddress':
      return `IP address${type.orNetwork ? ' or network' : ''}`;
    default:
      return typeWords[type.type];
  }
}

/** What a value looks like, its limits included. */
export function formOf({ type, list, limits }: Property): string {
  return [`${typeOf(type)}${list ? ', several' : ''}`, ...(limits ? [limitsOf(limits)] : [])]
    .filter(Boolean)
    .join('; ');
}

/** The limits in words; a pattern is told by the property's sentence. */
export function limitsOf({ minimum, maximum, maximumLength, code }: Limits): string {
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum} to ${maximum}`
      : minimum !== undefined
        ? `at least ${minimum}`
        : maximum !== undefined
          ? `at most ${maximum}`
          : '';
  const length =
    maximumLength === undefined ? '' : `at most ${maximumLength} character${maximumLength === 1 ? '' : 's'}`;
  const words = [range, length].filter(Boolean).join(', ');
  return code ? `${words || 'form'} (${code})` : words;
}

export function defaultOf({ required, default: value, defaultDoc }: Property): string {
  if (required) return '**required**';
  if (value !== undefined) return `\`${value}\``;
  return defaultDoc ?? '';
}

/** ``New-CsHostingProvider, Set-CsHostingProvider`` of a kind, or what makes it instead. */
export function madeWith({ cmdlets, madeBy }: Kind): string {
  const names = [...new Set(Object.values(cmdlets))].map((cmdlet) => `\`${cmdlet}\``);
  return [...(madeBy ? [madeBy] : []), ...(names.length > 0 ? [names.join(', ')] : [])].join('; ');
}
