import { type Declaration, type DeclaredRow, rowFact } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { INVALID, isOpen, UnknownFact } from '../model/facts';

/** A rule of a declared firewall; `undefined` what isn't known of it. */
export interface FirewallRule {
  readonly firewall: Declaration;
  readonly row: DeclaredRow;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly protocols: readonly string[] | undefined;
  readonly ranges: readonly (readonly [number, number])[] | undefined;
  /** The first of what isn't known. */
  readonly unknown: UnknownFact | undefined;
}

/** Traffic that has to get through. */
export interface Need {
  readonly from: string;
  readonly to: string;
  readonly protocol: 'tcp' | 'udp';
  readonly first: number;
  readonly last: number;
}

/** All rules of the declared firewalls. */
export function firewallRules(deployment: Deployment): FirewallRule[] {
  return deployment.all('firewall').flatMap((firewall) =>
    firewall.rows.map((row) => {
      let unknown: UnknownFact | undefined;
      const value = (property: string): string[] | undefined => {
        const fact = rowFact(row, property);
        if (isOpen(fact)) {
          unknown ??= new UnknownFact(firewall, property, fact === INVALID);
          return undefined;
        }
        return Array.isArray(fact) ? fact.map(String) : fact === undefined ? [] : [String(fact)];
      };
      const known = {
        from: only(value('from')),
        to: only(value('to')),
        protocols: value('protocol'),
        ranges: value('ports')?.map(rangeOf),
      };
      return { firewall, row, ...known, unknown };
    }),
  );
}

function only(values: readonly string[] | undefined): string | undefined {
  return values && (values[0] ?? '');
}

function rangeOf(text: string): readonly [number, number] {
  const [first, last] = text.split('-').map(Number);
  return [first ?? 0, last ?? first ?? 0];
}

/** Whether the rules together let the whole of a need through. @throws UnknownFact when that hangs on what isn't known of one. */
export function isAllowed(rules: readonly FirewallRule[], need: Need): boolean {
  const meant = rules.filter(
    ({ from, to, protocols }) =>
      (from ?? need.from) === need.from && (to ?? need.to) === need.to && (protocols?.includes(need.protocol) ?? true),
  );
  const ranges = meant.flatMap((rule) => (rule.unknown ? [] : (rule.ranges ?? []))).sort((a, b) => a[0] - b[0]);
  let next = need.first;
  for (const [first, last] of ranges) if (first <= next && last >= next) next = last + 1;
  if (next > need.last) return true;
  // One of which something isn't known may let the rest through, unless its ports are others.
  const perhaps = meant.find(
    ({ unknown, ranges: own }) => unknown && (own?.some(([first, last]) => first <= need.last && last >= next) ?? true),
  );
  if (perhaps?.unknown) throw perhaps.unknown;
  return false;
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
