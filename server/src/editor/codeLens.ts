import type { Span } from '../base/span';
import { count, userCount } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment, Expectation } from '../model/deployment';
import { evaluate } from '../routing/expectations';
import { isHome } from '../rules/homes';
import { placementsOf } from './usage';

/** A line above a declaration. Its words are made when it is shown. */
export interface CodeLens {
  readonly span: Span;
  readonly title: () => string;
  /** What a click does, where the editor knows how. */
  readonly action?: { readonly type: 'preview' } | { readonly type: 'route'; readonly of: string };
}

const served = new Set([
  'users',
  'hostedVoicemailPolicy',
  'hostingProvider',
  'tenant',
  'pool',
  'umDialPlan',
  'umMailboxPolicy',
  'voicePolicy',
  'dialPlan',
]);

/** Users and placements of what serves users; the state of expectations; ways to the preview and to routes. */
export function codeLenses(deployment: Deployment, path: string): CodeLens[] {
  if (deployment.standalone) return [];
  const lenses: CodeLens[] = [];
  for (const declaration of deployment.declarations) {
    if (declaration.path !== path) continue;
    const span = declaration.head;
    if (declaration.kind.name === 'deployment')
      lenses.push({ span, title: () => 'Show routing', action: { type: 'preview' } });
    if (declaration.kind.name === 'exUmContact' && !declaration.nameFault)
      lenses.push({ span, title: () => 'Show route', action: { type: 'route', of: declaration.name } });
    if (!served.has(declaration.kind.name) || homesNobody(declaration)) continue;
    lenses.push({
      span,
      title: () => {
        const placements = placementsOf(deployment, declaration) ?? [];
        const users = placements.reduce((sum, placement) => sum + placement.count, 0);
        if (users === 0) return 'no users';
        return `${userCount(users)} in ${count(placements.length, 'placement')}`;
      },
    });
  }
  for (const expectation of deployment.expectations)
    if (expectation.path === path) lenses.push(...expectationLenses(deployment, expectation));
  return lenses.sort((a, b) => a.span.start - b.span.start);
}

/** An Edge pool, a Director … : that it has no users says nothing. */
function homesNobody(declaration: Declaration): boolean {
  const role = declaration.kind.name === 'pool' ? declaration.fact('role') : undefined;
  return typeof role === 'string' && !isHome(role);
}

function expectationLenses(deployment: Deployment, expectation: Expectation): CodeLens[] {
  const { item, node } = expectation;
  if (node.claim === undefined) return [];
  const span = { start: item.start + node.start, end: item.start + node.end };
  const lenses: CodeLens[] = [{ span, title: () => verdictText(deployment, expectation) }];
  const selection = node.claim.type === 'reaches' ? node.claim.selection : undefined;
  const word = selection?.type === 'addresses' ? selection.addresses[0] : undefined;
  const of = selection?.type === 'call' ? selection.number : word;
  if (of) lenses.push({ span, title: () => 'Show route', action: { type: 'route', of: of.text } });
  return lenses;
}

function verdictText(deployment: Deployment, expectation: Expectation): string {
  const { passed, failing, of, needs, fault } = evaluate(deployment, expectation);
  if (fault) return `not checked: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`;
  if (passed) return of > 1 ? `✓ holds for all ${of}` : '✓ holds';
  if (passed === false) return of > 1 ? `✗ fails for ${failing} of ${of}` : '✗ fails';
  return needs.length > 0 ? `undecided: hangs on ${needs.join(', ')}` : 'undecided: no document says';
}
