import { kinds } from './kinds/all';
import { userRow } from './kinds/userRow';

const base = 'https://learn.microsoft.com/powershell/module';

const known = new Map(
  [
    ...kinds.flatMap(({ cmdlets }) => Object.values(cmdlets)),
    ...[...kinds.flatMap(({ properties }) => properties), ...userRow.properties].flatMap((each) => each.cmdlets ?? []),
  ].map((name) => [name.toLowerCase(), pageOf(name)]),
);

/** Microsoft's page of a cmdlet, of those that the vocabulary speaks of; any case. */
export function cmdletPage(name: string): string | undefined {
  return known.get(name.toLowerCase());
}

function pageOf(name: string): string {
  const module = /^\w+-Cs/.test(name) ? 'skype' : /^\w+-Dns/.test(name) ? 'dnsserver' : 'exchange';
  return `${base}/${module}/${name.toLowerCase()}`;
}
