import { type Declaration, type DeclaredRow, rowFact } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { INVALID, UNKNOWN, UnknownFact } from '../model/facts';

/** A rule of a declared firewall. */
export interface FirewallRule {
  readonly firewall: Declaration;
  readonly row: DeclaredRow;
  readonly from: string;
  readonly to: string;
  readonly protocols: readonly string[];
  readonly ranges: readonly (readonly [number, number])[];
}

/** Traffic that has to get through. */
export interface Need {
  readonly from: string;
  readonly to: string;
  readonly protocol: 'tcp' | 'udp';
  readonly first: number;
  readonly last: number;
}

/** All rules of the declared firewalls. @throws UnknownFact when one isn't known as a whole. */
export function firewallRules(deployment: Deployment): FirewallRule[] {
  return deployment.all('firewall').flatMap((firewall) =>
    firewall.rows.map((row) => {
      const value = (property: string): string[] => {
        const fact = rowFact(row, property);
        if (fact === UNKNOWN || fact === INVALID) throw new UnknownFact(firewall, property, fact === INVALID);
        return Array.isArray(fact) ? fact.map(String) : fact === undefined ? [] : [String(fact)];
      };
      return {
        firewall,
        row,
        from: value('from')[0] ?? '',
        to: value('to')[0] ?? '',
        protocols: value('protocol'),
        ranges: value('ports').map(rangeOf),
      };
    }),
  );
}

function rangeOf(text: string): readonly [number, number] {
  const [first, last] = text.split('-').map(Number);
  return [first ?? 0, last ?? first ?? 0];
}

/** Whether the rules together let the whole of a need through. */
export function isAllowed(rules: readonly FirewallRule[], need: Need): boolean {
  const ranges = rules
    .filter((rule) => rule.from === need.from && rule.to === need.to && rule.protocols.includes(need.protocol))
    .flatMap((rule) => rule.ranges)
    .sort((a, b) => a[0] - b[0]);
  let next = need.first;
  for (const [first, last] of ranges) if (first <= next && last >= next) next = last + 1;
  return next > need.last;
}

/** "tcp 5061 from internet to accessEdge" */
export function needWords({ from, to, protocol, first, last }: Need): string {
  return `${protocol} ${portsOf(first, last)} from ${from} to ${to}`;
}

/** The row that lets it through. */
export function needRow({ from, to, protocol, first, last }: Need): string {
  return `allow from ${from} to ${to}  protocol ${protocol}  ports ${portsOf(first, last)}`;
}

function portsOf(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}
