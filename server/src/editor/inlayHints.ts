import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import { type Placement, UserRow } from '../model/placement';
import { effectivePolicy } from '../routing/effectivePolicy';
import { type InlayHintType, inlayHintTypes } from './inlayHintTypes';
import { isCsv } from './users';

/** Words that the editor shows behind a place of the text, and that aren't in it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  readonly type: InlayHintType;
}

/** More hints at once nobody reads. */
const MAXIMUM = 500;

/** Hints within a range: what rows take from their block, which policy applies where none is written, defaults of enums. */
export function inlayHints(
  deployment: Deployment,
  path: string,
  range: Span,
  wanted: ReadonlySet<InlayHintType> = new Set(inlayHintTypes),
): InlayHint[] {
  const hints = [...defaults(deployment, path, range), ...rows(deployment, path, range)];
  return hints
    .filter(({ type, offset }) => wanted.has(type) && range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset)
    .slice(0, MAXIMUM);
}

function* defaults(deployment: Deployment, path: string, range: Span): Generator<InlayHint> {
  for (const declaration of deployment.declarations) {
    if (declaration.path !== path || declaration.kind.name === 'users') continue;
    const { start, end } = declaration.span;
    if (end < range.start || start > range.end || !declaration.node.body) continue;
    for (const property of declaration.kind.properties) {
      if (property.type.type !== 'enum' || property.default === undefined || property.list) continue;
      if (declaration.written.has(property.name)) continue;
      if (property.roles && !property.roles.includes(String(declaration.fact('role')))) continue;
      yield {
        offset: declaration.item.start + declaration.node.body.start + 1,
        label: `${property.name} ${property.default}`,
        tooltip: `The default: ${property.doc}`,
        type: 'defaults',
      };
    }
  }
}

function* rows(deployment: Deployment, path: string, range: Span): Generator<InlayHint> {
  const policies = new Map<Placement, string | undefined>();
  let left = MAXIMUM;
  for (const user of usersIn(deployment, path, range)) {
    if (left-- === 0) return;
    const { placement } = user;
    const block = placement.block.declaration;
    const inherited = ['pool', 'policy', 'mailbox'].flatMap((property) => {
      const value = placement.origin(property) === 'block' ? placement.fact(property) : undefined;
      return typeof value === 'string' ? { property, value } : [];
    });
    // Values only: editors cut what is long, and the words stand above, in the block.
    if (inherited.length > 0)
      yield {
        offset: user.span.end,
        label: inherited.map(({ property, value }) => (property === 'policy' ? `${value} (user)` : value)).join(' · '),
        tooltip: `From the group ${block.name}: ${inherited.map(({ property, value }) => `${property} ${value}`).join(', ')}`,
        type: 'inherited',
      };
    if (placement.has('policy') || deployment.standalone) continue;
    if (!policies.has(placement)) policies.set(placement, policyText(deployment, placement));
    const label = policies.get(placement);
    if (label !== undefined)
      yield {
        offset: user.span.end,
        label,
        tooltip: 'The hosted voice mail policy that applies: none is granted',
        type: 'effectivePolicy',
      };
  }
}

function policyText(deployment: Deployment, placement: Placement): string | undefined {
  try {
    const { name, scope, policy } = effectivePolicy(deployment, plainReader, placement);
    // `global` and `site:Redmond` say their scope themselves.
    return policy && (scope === 'user' ? `policy ${name} (user)` : `policy ${name}`);
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}

/** The users whose rows stand in a range of a topology file, in the order of the text. */
export function* usersIn(deployment: Deployment, path: string, range: Span): Generator<UserRow> {
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      if (segment.path !== path || segment.base > range.end) continue;
      const read = (row: number): UserRow =>
        new UserRow(deployment.placement(block, segment.page.shapes[row] as number), segment, row);
      if (segment.page.count === 0 || read(segment.page.count - 1).span.end < range.start) continue;
      let low = 0;
      let high = segment.page.count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (read(middle).span.end < range.start) low = middle + 1;
        else high = middle;
      }
      for (let row = low; row < segment.page.count; row++) {
        const user = read(row);
        if (user.span.start > range.end) break;
        if (!isCsv(user)) yield user;
      }
    }
  }
}
